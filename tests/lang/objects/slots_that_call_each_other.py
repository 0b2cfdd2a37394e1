class Foo: pass
Foo.__repr__ = Foo.__str__
try: str(Foo())
except RecursionError as e: print(e)
class Bar: pass
Bar.__str__ = Bar.__repr__
print(str(Bar())[:14])
class Foo(): pass
Foo.__repr__ = Foo.__str__
try: repr(Foo())
except RecursionError as e: print(e)
