"""Slices with steps of strings whose characters have one, two and four bytes."""
for s in ("", "a", "abcdefgh", "abcdefghijklmnopqrstuvwxyz0123456789", "aé" * 9, "aΩb" * 7, "a😀Ω" * 5):
    for start in (None, 5, -3):
        for stop in (None, 3, -30):
            print(*(ascii(s[start:stop:step]) for step in (-1, -2, -7, 2, 9, -(2**70))))
