sangkien lifecycle show gia-vien-934 --format mermaid --lang en
