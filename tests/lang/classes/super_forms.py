class A:
    value = 1

    def hello(self):
        return "A"

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def prop(self):
        return "prop of A"

class B(A):
    value = 2

    def hello(self):
        return "B" + super().hello() + super(B, self).hello() + A.hello(self)

    @classmethod
    def make(cls):
        return "B:" + super().make()

    @property
    def prop(self):
        return super().prop + " by B"

    def inner(self):
        return super().value, [super(B, self).value for _ in range(2)]

b = B()
print(b.hello(), B.make(), b.prop, b.inner())
for call in (lambda: super(), lambda: super(int, "x"), lambda: super(B, b).missing):
    try:
        call()
    except (RuntimeError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
