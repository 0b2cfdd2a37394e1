import sys
def tr(frame, event, arg): print(event, frame.f_code.co_name, frame.f_lineno)
def h(): return 1
sys.settrace(tr); h(); sys.settrace(None)
def f():
    raise ValueError("v")
try: f()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_lineno)
