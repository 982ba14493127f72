sangkien lifecycle show charter-13-2012 gia-vien-934 council-illustrative
