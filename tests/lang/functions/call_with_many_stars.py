def show(*args, **kwargs):
    print(args, kwargs)


show(*[1, 2], 3, *(4,), *"ab")
show(**{"a": 1}, b=2, **{"c": 3})
show(*range(3), x=1, *[9], **{"y": 2})
show(*{}, **{})
for call in (
    lambda: show(**{"a": 1}, **{"a": 2}),
    lambda: show(a=1, **{"a": 2}),
    lambda: show(*5),
    lambda: show(**5),
    lambda: show(**{1: 2}),
    lambda: show(1, *None),
    lambda: show(*5, **6),
    lambda: show(*5, **{1: 2}),
    lambda: show(**{1: 2}, **{1: 3}),
    lambda: show(**{1: 2}, **3),
    lambda: print(**{"a": 1}, **{2: 1}),
):
    try:
        call()
    except TypeError as error:
        print(str(error).split(".")[-1])
first, *rest = (lambda *a: a)(*range(5))
print(first, rest)
