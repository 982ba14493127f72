cd ../../tests/cases/duties-of-events
sangkien duties season.json --rules ward-duties.json --as-of 2025-09-09T08:00+07:00 --lang en
# Lịch của Chủ tịch / The calendar of the chairperson
sangkien duties season.json --rules ward-duties.json --as-of 2025-09-09T08:00+07:00 --format ics --role chairperson |
    tr -d '\r' | grep -E '^(UID|DTSTAMP|DTSTART|SUMMARY)'
