import sys

def a():
    b()

def b():
    try:
        raise ValueError("deep")
    except ValueError:
        raise

try:
    a()
except ValueError as error:
    t = error.__traceback__
    while t:
        print(t.tb_lineno, t.tb_lasti > 0, type(t).__name__)
        t = t.tb_next

def caller():
    frame = sys._getframe(1)
    return frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)

def called():
    x = 1
    return caller()

print(called(), sys._getframe().f_code.co_name)
try:
    sys._getframe(100)
except ValueError as error:
    print(error)
frame = sys._getframe()
print(frame.f_back, frame.f_globals is globals(), frame.f_code.co_filename.endswith("walking_the_frames.py"))
