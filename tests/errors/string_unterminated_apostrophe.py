def f():
    return 'it's'
