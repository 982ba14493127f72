folder=$(mktemp -d); cd "$folder"  # một thư mục trống / an empty folder
sangkien rules new chi-so-2026.json --template index --number 8/QD-UBND
sangkien rules verify chi-so-2026.json | tail -1
rm -r "$folder"
