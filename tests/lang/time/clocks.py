import time

for clock in ("monotonic", "perf_counter", "process_time", "time", "thread_time"):
    a, b = getattr(time, clock)(), getattr(time, clock)()
    c = getattr(time, clock + "_ns")()
    info = time.get_clock_info(clock)
    print(clock, a <= b, type(a), type(c), abs(c / 1e9 - b) < 5, info.monotonic, info.adjustable, info.resolution <= 1)
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.01, time.sleep(0), time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_getres(time.CLOCK_REALTIME) > 0)
try:
    time.get_clock_info("nope")
except ValueError as error:
    print(error)
