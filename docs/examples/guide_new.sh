folder=$(mktemp -d); cd "$folder"  # một thư mục trống / an empty folder
sangkien rules new phuong-an-binh.json --number 12/UBND-VHXH --issuer "UBND phường An Bình" --issued 2026-02-20
# Còn gì phải điền? Năm chỗ đầu, và tổng số / What is left to fill in? The first five places, and how many
sangkien rules verify phuong-an-binh.json | grep SK1680 | head -5
sangkien rules verify phuong-an-binh.json | tail -1
rm -r "$folder"
