import os
import time

os.environ["TZ"] = "UTC"
time.tzset()
print(time.gmtime(0))
t = time.gmtime(1_000_000_000)
print(t.tm_year, t.tm_mon, t[2], t.tm_hour, t.tm_wday, t.tm_yday, t.tm_zone, t.tm_gmtoff, len(t), tuple(t))
print(time.asctime(t), time.ctime(1_000_000_000.7), time.mktime(t), time.strftime("%Y-%m-%d %H:%M:%S %A %j %%", t))
print(time.localtime(5) == time.gmtime(5), time.timezone, time.tzname, time.daylight)
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.01, time.perf_counter() > 0, time.process_time() >= 0, time.time() > 1.6e9)
print(type(time.time_ns()), abs(time.time_ns() / 1e9 - time.time()) < 1, time.get_clock_info("monotonic").monotonic)
print(time.struct_time(range(1, 10)), time.struct_time(range(11)).tm_gmtoff)
for call in ("sleep(-1)", "sleep('x')", "gmtime('x')", "gmtime(1e30)", "asctime((1, 2))", "strftime(5)",
             "strftime('%d', (2000, 13, 1, 0, 0, 0, 0, 1, 0))", "mktime(5)", "get_clock_info('x')",
             "sleep(float('nan'))", "struct_time((1,))"):
    try:
        print(eval("time." + call))
    except Exception as error:
        print(call, "->", type(error).__name__ + ":", error)
