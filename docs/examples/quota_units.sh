# Đơn vị được sắp xếp lại trong năm / Units reorganised during the year
cd ../../tests/cases/quota-units
quota="sangkien quota season.json --rules ward-units.json --as-of 2025-09-30T08:00+07:00"
$quota --format csv | tr -d '\r' | grep -e '^unit' -e ',proposals,'
# Một đơn vị kế thừa / One successor
$quota --lang en --unit p-3
