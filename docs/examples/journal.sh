events=$PWD/journal-events.jsonl
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT; cd "$folder"

# Ghi ba sự kiện; mỗi dòng in ra là đầu nhật ký, khi sự kiện đã nằm trên đĩa / Each head is printed once its event is on disk
sangkien journal append 2025.jsonl "$events"
head=$(sangkien journal head 2025.jsonl)
sangkien journal verify 2025.jsonl --head "$head"

# Mã niêm phong của dòng 2, tính lại bằng sha256sum / The seal of line 2, computed by sha256sum
sed -n 2p 2025.jsonl | sed 's/,"sha256":"[0-9a-f]*"}$/}/' | tr -d '\n' | sha256sum

# Trước và sau khi đính chính giờ nộp / Before and after the time of filing was corrected
sangkien journal replay 2025.jsonl --lang en --known 2025-09-24T23:59+07:00
sangkien journal replay 2025.jsonl --lang en

# Ai đó sửa một chữ, bỏ một dòng, cắt phần cuối / A letter altered, a line removed, the tail cut off
sed 's/p-104/p-105/' 2025.jsonl | sangkien journal verify - --lang en || echo "exit $?"
sed 2d 2025.jsonl | sangkien journal verify - --lang en || echo "exit $?"
sed 3d 2025.jsonl | sangkien journal verify - --lang en --head "$head" || echo "exit $?"

# Máy tắt giữa lúc ghi: dòng đứt được nêu, không ai đoán / The machine stopped: the torn line is told, nobody guesses
printf '{"actor":"p-1","ev' >> 2025.jsonl
sangkien journal append 2025.jsonl "$events" --lang en 2>&1 || echo "exit $?"
sangkien journal repair 2025.jsonl --lang en
sangkien journal verify 2025.jsonl --lang en --head "$head"
