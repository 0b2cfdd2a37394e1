letters = list("abcdef")
letters[1:1] = letters
print(letters)
letters[::2] = range(6)
print(letters)
letters[::-1] = letters
print(letters)
letters[2:5] = (n for n in "xyz!")
print(letters)
letters[:] = []
print(letters)
letters[5:] = {"k": 1}
print(letters)
letters += letters
letters *= 3
print(letters)
letters *= 0
print(letters)

for key, value in ((slice(None, None, 2), [1, 2]), (slice(None), 5), (slice(None, None, -1), 5), (slice(0, 3, 0), [])):
    try:
        target = [1, 2, 3, 4, 5]
        target[key] = value
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
