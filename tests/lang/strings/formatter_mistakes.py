from string import Formatter
f = Formatter()
for bad in ("{", "}", "{0", "{0!x}", "{0!}", "{0!", "{0!r", "{0.}", "{0[}", "{0[a", "{a b}", "{0:{1:{2}}}", "{!r", "{0[]}", "{0!r:", "{0:", "{0:{", "{0:{1", "{0!rx}", "{0!r}}", "a}b", "{0:}}", "{{}", "{0]}", "{0:{1}", "{[0]}", "{0.a[}", "{0[a]b}", "{!}", "{:"):
    for fn in (f.format, str.format, lambda b, *a: list(f.parse(b))):
        try: print(repr(bad), fn(bad, 1, 2, 3))
        except Exception as e: print(repr(bad), type(e).__name__, e)
for fmt in ("{} {}", "{0} {}", "{} {0}", "{0.real} {}", "{.real} {}", "{[0]}", "{} {.real}", "{0:{}}", "{:{}}", "{:{0}}", "{a} {}", "{0[0]} {1}"):
    try: print(fmt, f.format(fmt, 1, 2, a=3))
    except Exception as e: print(fmt, type(e).__name__, e)
