import os
import time

os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight)
for seconds in (0, 1e9, 1720000000.9, -1, 86400 * 365):
    utc, local = time.gmtime(seconds), time.localtime(seconds)
    print(utc[:], local.tm_hour, local.tm_zone, local.tm_gmtoff, local.tm_isdst, int(time.mktime(local)) == int(seconds // 1))
print(time.asctime(time.gmtime(0)), time.ctime(0), time.gmtime(1720000000))
t = time.struct_time((2024, 7, 3, 9, 46, 40, 2, 185, 1))
for format in ("%Y-%m-%d %H:%M:%S", "%a %A %b %B %d %j %U %w %W %y %%", "%I %p %c", "%x %X", "%G-W%V-%u", "%e|%h|%n|%t|%D|%T|%R|%F", "%Z %z", "", "é%Yü", "%C %g"):
    print(repr(time.strftime(format, t)))
print(time.strftime("%Y", time.gmtime(0)), t.tm_year, t[0:3], len(t), t == tuple(t), t.tm_zone, hash(t) == hash(tuple(t)))
for call, *args in ((time.gmtime, 1e20), (time.strftime, "%Y", (1, 2)), (time.strftime, "%Y", (2024, 13, 1, 0, 0, 0, 0, 1, 0)), (time.mktime, (1, 2)),
                    (time.asctime, (2024, 1, 32, 0, 0, 0, 0, 1, 0)), (time.gmtime, "x"), (time.struct_time, (1, 2)), (time.struct_time, 5),
                    (time.sleep, -1), (time.sleep, "x"), (time.localtime, float("nan")), (time.strftime, "%Y", 5), (time.strftime, b"x")):
    try:
        print(call(*args))
    except Exception as error:
        print(call.__name__, type(error).__name__, error)
