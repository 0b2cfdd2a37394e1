class Base:
    kind = "base"
    def __init__(self, name): self.name = name
    def hello(self): return f"{self.kind} {self.name}"
    @classmethod
    def make(cls, name): return cls(name)
class Child(Base):
    kind = "child"
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def hello(self): return super().hello() + f" {self.age}"
    @classmethod
    def make(cls, name): return super().make(name) if False else cls(name, 1)
class Grandchild(Child):
    def hello(self):
        return [super(Child, self).hello(), super().hello()]
print(Base("b").hello(), Child("c", 3).hello(), Grandchild("g", 5).hello())
print(Base.make("x").hello(), Child.make("y").hello())
print(isinstance(Grandchild("g", 5), Base), issubclass(Child, Base), issubclass(Base, Child))
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [c.__name__ for c in D.__mro__])
try:
    class E(A, B): pass
except TypeError as e:
    print(e)
