def say(x):
    print("eval", x)
    return x


def f(*args, **kwargs):
    print(args, kwargs)


f(say(1), *[say(2)], say(3), k=say(4), **{say("z"): say(5)})
say(f)(say("x"), y=say("y")) if False else print("skipped")
{say("key"): say("value")}
[say(0)][say(0)] = say("assigned") if False else 9
d = {}
d[say("k")] = say("v")
say(1) < say(2) < say(3)
say(3) < say(2) < say(1)
x = say(0) or say("or") and say("and")
print(x)
