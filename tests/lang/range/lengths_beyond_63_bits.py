# Lengths between 2**62 and 2**63 fit a C ssize_t; longer ones do not.
print(len(range(-(2**62) - 1, 1)))
print(len(range(2**62 + 5)), len(range(2**63 - 1)))
for length in (2**63, 2**70):
    try:
        len(range(length))
    except OverflowError as error:
        print(error)
print(len(range(0, 2**64, 4)), bool(range(2**70)), range(2**70)[2**69], range(2**70)[-1])
print(range(2**64)[2**63:][:3], 2**63 in range(2**64), range(2**64).index(2**63))
