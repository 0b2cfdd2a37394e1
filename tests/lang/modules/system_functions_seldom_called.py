# What programs seldom ask of abc, atexit, gc, sys, time and math.
import abc, atexit, sys, gc, math, time
def attempt(f, *args, **named):
    try: return f(*args, **named)
    except BaseException as e: return f"{type(e).__name__}: {e}"
# abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
class B: pass
A.register(B)
print(isinstance(B(), A), issubclass(int, A), issubclass(B, A))
import _abc
print(1, attempt(A.register, A))
class A2(A): pass
print(attempt(A.register, A2), attempt(A2.register, A), type(_abc.get_cache_token()), attempt(A))
class A3(A):
    def f(self): pass
print(A3() is not None, abc.update_abstractmethods(A3) is A3, A.__abstractmethods__, A2.__abstractmethods__, A3.__abstractmethods__, attempt(abc.update_abstractmethods, 5))
# atexit
print(atexit._ncallbacks()); atexit.register(print, "never"); print(atexit._ncallbacks()); print(atexit._clear(), atexit._ncallbacks())
atexit.register(print, "now", end="!\n"); print(atexit._run_exitfuncs(), atexit._ncallbacks())
sys.unraisablehook = lambda told: print(told.exc_type, told.err_msg[:40])
atexit.register(lambda: 1/0); print(atexit._run_exitfuncs(), atexit._ncallbacks())
f = lambda: 5
atexit.register(f); atexit.register(f); atexit.register(print, "kept"); atexit.unregister(f); print(attempt(atexit.register), attempt(atexit.register, 5), atexit.unregister(7)); atexit._clear()
class Eq:
    def __eq__(self, o): raise ValueError("eq")
    def __call__(self): pass
atexit.register(Eq()); print(attempt(atexit.unregister, f)); atexit._clear()
# gc
print(gc.is_finalized([]), gc.is_finalized(5), gc.get_freeze_count(), gc.freeze(), gc.unfreeze(), gc.get_freeze_count(), gc.get_debug(), gc.set_debug(0), attempt(gc.set_debug, "a"))
class Fin:
    def __del__(self): global last; last = self
Fin(); print(gc.is_finalized(last), gc.is_tracked(last)); last = None
# sys
print(sys._is_interned("abc"), sys._is_interned("a b" * len(sys.argv)), attempt(sys._is_interned, 5), sys.getallocatedblocks() > 0, sys._getframemodulename(), sys._getframemodulename(1), attempt(sys._getframemodulename, "a"), sys.getfilesystemencodeerrors(), sys._is_gil_enabled(), sys.gettrace(), sys.getunicodeinternedsize() > 0, sys.get_coroutine_origin_tracking_depth())
def inner(): return sys._getframemodulename(0), sys._getframemodulename(1), sys._getframemodulename(99)
print(inner(), list(sys._current_frames().values())[0] is sys._getframe(), len(sys._current_exceptions()), list(sys._current_exceptions().values()))
try: 1/0
except ZeroDivisionError as e: print(list(sys._current_exceptions().values()) == [e])
print(attempt(sys.set_coroutine_origin_tracking_depth, -1), attempt(sys.set_coroutine_origin_tracking_depth, 2), sys.get_coroutine_origin_tracking_depth())
async def co(): pass
c = co(); print([place[1:] for place in c.cr_origin]); c.close(); sys.set_coroutine_origin_tracking_depth(0)
print(attempt(sys.deactivate_stack_trampoline), sys.is_stack_trampoline_active())
# time
print(type(time.clock_gettime_ns(time.CLOCK_MONOTONIC)), attempt(time.clock_gettime_ns, 9999), attempt(time.clock_gettime, 9999), attempt(time.clock_gettime_ns, "a"), type(time.clock_getres(time.CLOCK_REALTIME)))
# math
print(math.degrees(math.pi), math.radians(180), math.gcd(), math.lcm(), math.gcd(12, 18, 27), math.lcm(4, 6, 10), math.gcd(True, I := 6), math.degrees(1e308), math.radians(-0.0), attempt(math.degrees, "a"), math.gamma(5), math.gamma(23.5), [math.gamma(x) for x in (1, 2, 3, 10, 23, 24, 171)], attempt(math.gamma, 172), attempt(math.gamma, -1), math.fsum([1e100, 1.0, -1e100] * 40 + [2.0 ** (i * 60) for i in range(17)] + [2.0 ** -(i * 60) for i in range(17)]))
