import sangkien as sk

lifecycle = sk.Rules.load("charter-13-2012", "gia-vien-934", "council-illustrative").lifecycle()

# Mọi đường đi không trở lại / Every path that comes to no state twice
for path in lifecycle.paths()["simple"]["paths"]:
    print(" > ".join(step["step"] for step in path))

# Những cách làm bước "recognise" bị từ chối, mỗi cách là một ca kiểm thử / Ways to have it refused, each a test case
for refusal in lifecycle.paths()["refusals"]:
    if refusal["why"] == "guard-unmet" and refusal["step"] == "recognise":
        for way in refusal["unmet"]:
            print(", ".join(f"{leaf['kind']} {leaf['of']} = {leaf['holds']}" for leaf in way))

# Tính chất phải giữ / A property to keep
assert lifecycle.breach(["unit-head", "culture-society-division", "council"], "recognised") is None
