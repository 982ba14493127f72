import sangkien as sk

lifecycle = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative").lifecycle()
everybody = ["unit-head", "culture-society-division", "council", "chairperson"]

# Hội đồng không thông qua thì không ai công nhận được / If the council does not approve, nobody can recognise
assert lifecycle.breach(everybody, "recognised", given={"condition council-approves": False}) is None

# Hội đồng thông qua rồi vẫn có thể từ chối... / After its approval it may still be refused ...
print(lifecycle.breach(["chairperson"], "refused", given={"condition council-approves": True}))

# ... trừ khi các điều kiện công nhận đều đạt / ... unless the conditions of recognition are met
met = {f"fact {name}": True for name in ("new-in-unit", "applied", "beneficial")}
met |= {"fact contrary-to-public-order": False, "fact ip-protected": False}
print(lifecycle.breach(["chairperson"], "refused", given={"condition council-approves": True, **met}))
