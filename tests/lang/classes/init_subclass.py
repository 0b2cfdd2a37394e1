class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__.lower()] = cls

class Audio(Plugin):
    pass

class Video(Plugin, key="v"):
    pass

class Clip(Video):
    pass

print({k: c.__name__ for k, c in Plugin.registry.items()})
try:
    class Bad(Plugin, other=1):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(x=1):
        pass
except TypeError as error:
    print(error)

class Generic:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

print(Generic[int], Generic["a", 1])
try:
    Plugin[int]
except TypeError as error:
    print(error)
