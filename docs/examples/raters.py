import sangkien as sk

# Bốn người chấm, sáu đối tượng (Shrout, Fleiss 1979) / Four judges, six targets
table = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
found = sk.rater_statistics(table)
for form, value in found.intraclass.items():
    print(form, round(value or 0, 2))
print([round(member["severity"], 2) for member in found.habits])

# Điểm theo phần trăm; trọng số nào thì ai đứng đầu? / In hundredths; under which weights is who first?
ranks = sk.rank_acceptability([[900, 100], [500, 600], [100, 900]], seed=934)
print(ranks.counts.tolist())
