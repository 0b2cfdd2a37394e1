class Log:
    x = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name)
        if name == "no":
            raise AttributeError("refused")
        return name * 2


o = Log()
print(o.x, o.ab)
o.y = 5
print(o.y, hasattr(o, "no"), getattr(o, "no", "default"))
try:
    o.no
except AttributeError as error:
    print(error)
print(len(o.method()) if hasattr(Log, "method") else "no method")


class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__}.{name}"


class K(metaclass=Meta):
    pass


print(K.anything)
try:
    K().anything
except AttributeError as error:
    print(error)
