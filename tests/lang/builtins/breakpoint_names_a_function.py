import os, sys, warnings

for name in "print", "math.gcd", "os.path.join":
    os.environ["PYTHONBREAKPOINT"] = name
    print(breakpoint(*((12, 18) if "gcd" in name else ("a", "b")), **({"sep": "-"} if name == "print" else {})))
warnings.simplefilter("error")
for name in "nosuch.thing", "os.nope", ".", "nope", "1":
    os.environ["PYTHONBREAKPOINT"] = name
    try: breakpoint()
    except RuntimeWarning as e: print(e)
os.environ["PYTHONBREAKPOINT"] = "math.sqrt"
try: breakpoint(x=1)
except TypeError as e: print(e)
os.environ["PYTHONBREAKPOINT"] = "0"
print(breakpoint(5, y=6))
