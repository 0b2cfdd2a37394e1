import sys

print(sys.get_int_max_str_digits(), len(str(10**4299)))
for f in (
    lambda: str(10**4300), lambda: int("1" * 4301), lambda: f"{10**5000}", lambda: "%d" % 10**5000,
    lambda: repr(-(10**4300)),
):
    try:
        print(len(f()))
    except ValueError as e:
        print(e)
print(len(hex(10**5000)), int("f" * 5000, 16) == 16**5000 - 1, int("1_" * 4299 + "1") > 0)
sys.set_int_max_str_digits(0)
n = 7**30000
assert int(str(n)) == n and int(str(-n)) == -n
print(len(str(n)), str(n)[:20], str(n)[-20:], len(str(10**50000)), str(10**50000 - 1).count("9"))
