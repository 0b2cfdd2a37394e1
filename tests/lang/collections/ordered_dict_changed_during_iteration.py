from collections import OrderedDict


def change(act, view=iter):
    o = OrderedDict(a=1, b=2, c=3)
    try:
        for key in view(o):
            act(o, key)
        print("fine", o)
    except RuntimeError as error:
        print(error, o)


change(lambda o, key: o.pop(key))
change(lambda o, key: o.move_to_end(key))
change(lambda o, key: o.move_to_end("c"))
change(lambda o, key: o.__setitem__(key, 5))
change(lambda o, key: o.__setitem__(key + "x", 5))
change(lambda o, key: o.clear())
change(lambda o, key: o.pop("a") if key == "c" else None)
change(lambda o, item: o.pop(item[0]), lambda o: o.items())
change(lambda o, value: o.pop("a"), lambda o: reversed(o.values()))
