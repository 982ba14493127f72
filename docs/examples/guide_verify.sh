sangkien rules verify phuong-an-binh.json | tail -1
# Gõ sai một tên và một ngày thì sao? / And with a name and a day mistyped?
folder=$(mktemp -d)
sed 's/"by": "unit-head"/"by": "unit-haed"/; s|"15/10"|"31/9"|' phuong-an-binh.json > "$folder/phuong-an-binh.json"
cd "$folder"
sangkien rules verify phuong-an-binh.json | grep lỗi
sangkien rules verify phuong-an-binh.json --lang en | grep error
rm -r "$folder"
