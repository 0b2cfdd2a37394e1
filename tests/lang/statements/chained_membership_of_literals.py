# A list in the middle of a chain is compared itself: it must not have become a tuple.
print(1 in [1] in [[1]])
print(1 in {1} == {1})
print(1 not in [2] in ([2], [3]))
x = 3
print(x in [1, 2, 3] != [1, 2] in [[1, 2]])
