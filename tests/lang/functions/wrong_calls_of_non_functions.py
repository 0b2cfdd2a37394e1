class NoCall:
    pass


for value in (5, "text", None, [1], NoCall(), (1, 2), {}, 1.5):
    try:
        value(0)
    except TypeError as error:
        print(error)


class Call:
    def __call__(self, *args, **kwargs):
        return args, kwargs


c = Call()
print(c(1, x=2), callable(c), callable(NoCall()), callable(NoCall), callable(len), callable(5))
c.__call__ = lambda: "ignored"
print(c())
