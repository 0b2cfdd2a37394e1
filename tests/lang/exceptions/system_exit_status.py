import sys

for argument in ((), (0,), (3,), ("text",), (None,), ([1],)):
    try:
        sys.exit(*argument)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit
except BaseException as error:
    print(repr(error), isinstance(error, Exception))
