def counter(start):
    def step(by=1):
        nonlocal start
        start += by
        return start

    def reset():
        nonlocal start
        start = 0

    return step, reset


step, reset = counter(10)
other, _ = counter(100)
print(step(), step(5), other())
reset()
print(step(), other())
print(step.__code__.co_freevars, step.__closure__[0].cell_contents)
print(counter.__code__.co_cellvars)
