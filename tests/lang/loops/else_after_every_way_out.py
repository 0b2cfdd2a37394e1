def search(items, wanted):
    for item in items:
        if item == wanted:
            result = "found"
            break
        if item is None:
            continue
    else:
        result = "not found"
    return result
print(search([1, None, 2], 2), search([1], 5), search([], 0))
n = 3
while n:
    n -= 1
    if n == 5:
        break
else:
    print("while else", n)
for i in range(2):
    for j in range(2):
        if j == 1:
            break
        print(i, j)
    else:
        print("never")
else:
    print("outer else")
for _ in []:
    pass
else:
    print("empty else")
def returns():
    for i in range(3):
        try:
            return i
        finally:
            print("finally", i)
    else:
        print("never")
print(returns())
