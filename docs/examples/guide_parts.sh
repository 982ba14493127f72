# Một điều khoản, một mốc, bước dùng mốc ấy, trong tệp đã điền / A clause, a milestone, the step that uses it, in the finished file
sed -n '/^    "12.3": {/,/^    }/p' phuong-an-binh.json
sed -n '/^    "submission": {/,/^    }/p' phuong-an-binh.json
sed -n '/^      "file": {/,/^      }/p' phuong-an-binh.json
