# A hash that goes too deep for the C stack ends in an exception or an answer, never in a crash.
value = 1
for _ in range(60000):
    value = (value,)
try:
    hash(value)
except RecursionError:
    pass
print("alive")
