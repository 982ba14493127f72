rules="--rules charter-13-2012 --rules gia-vien-934 --rules council-illustrative --rules index-illustrative"
sangkien score robustness gia-vien-2025.season.json $rules --as-of 2025-09-30T17:00+07:00 --lang en | sed -n '/== Votes/,/SK-05/p'
