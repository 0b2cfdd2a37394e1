assert True
assert 1, "not shown"
for code in ("assert 0", "assert [], 'empty'", "assert 1 > 2, (1, 2)", "assert None, None", "assert not 'x', ValueError('v')"):
    try:
        exec(code)
    except AssertionError as error:
        print(code, "->", repr(error), "|", error)


def message():
    print("only when it fails")
    return "m"


assert True, message()
try:
    assert False, message()
except AssertionError as error:
    print(error.args)
print(__debug__)
