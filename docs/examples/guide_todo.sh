sangkien evaluate an-binh-2026.season.json --rules phuong-an-binh.json --as-of 2026-10-20T09:00+07:00 --lang en |
  sed -n '/^SK-02/,/^$/p;/^== To do/,/^$/p'
