def f():
    return {}["it's"]


f()
