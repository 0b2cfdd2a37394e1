def say(x):
    print("say", x)
    return x


print([say(i) for i in say([1, 2]) if say(i) > 1])
print({say("k"): say("v") for _ in range(1)})
generator = (say(i) for i in say(range(2)))
print("made")
print(next(generator))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as error:
    print(error)


def f():
    try:
        return [int(s) for s in ("1", "x")]
    except ValueError as error:
        return str(error)


print(f())
