from collections.abc import MutableMapping, MutableSequence

calls = []


def told(cls):
    """Notes each call of the methods that cls defines itself."""
    def wrap(name, function):
        def method(self, *args):
            calls.append(name.strip("_") + repr(args))
            return function(self, *args)
        return method

    for name, value in list(vars(cls).items()):
        if callable(value) and name != "__init__":
            setattr(cls, name, wrap(name, value))
    return cls


@told
class Table(MutableMapping):
    def __init__(self): self.data = dict(a=1, b=2)
    def __getitem__(self, key): return self.data[key]
    def __setitem__(self, key, value): self.data[key] = value
    def __delitem__(self, key): del self.data[key]
    def __iter__(self): return iter(list(self.data))
    def __len__(self): return len(self.data)


@told
class Row(MutableSequence):
    def __init__(self): self.data = [1, 2, 3, 2]
    def __getitem__(self, index): return self.data[index]
    def __setitem__(self, index, value): self.data[index] = value
    def __delitem__(self, index): del self.data[index]
    def insert(self, index, value): self.data.insert(index, value)
    def __len__(self): return len(self.data)


for make, texts in ((Table, ("x.get('a')", "'z' in x", "x.pop('a')", "x.pop('z', 0)", "x.pop('z')", "x.popitem()", "x.clear()",
                             "x.update({'q': 1}, r=2)", "x.update([('u', 1), 'vw'])", "x.update(5)", "x.setdefault('a', 9)",
                             "x.setdefault('z')", "('a', 1) in x.items()", "2 in x.values()", "x == {'a': 1, 'b': 2}")),
                    (Row, ("2 in x", "9 in x", "x.index(2)", "x.index(2, 2)", "x.index(2, -9, -1)", "x.index(2, 2, 3)",
                           "x.index(9)", "x.count(2)", "x.clear()", "x.reverse()", "x.extend(x)", "x.remove(2)",
                           "x.pop(9)", "list(reversed(x))"))):
    for text in texts:
        x = make()
        calls.clear()
        try:
            print(text, eval(text), x.data)
        except Exception as error:
            print(text, type(error).__name__, error)
        print("   ", *calls)
