def f():
    '''says what it does
    return 1
