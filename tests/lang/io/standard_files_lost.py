# print() writes nowhere when sys.stdout is None; input() needs all three files
import sys

written = sys.stdout
for name in ("stdin", "stdout", "stderr"):
    for lose in (lambda: setattr(sys, name, None), lambda: delattr(sys, name)):
        kept = getattr(sys, name)
        lose()
        for call in (lambda: input("x"), lambda: print("printed")):
            try:
                call()
            except RuntimeError as error:
                written.write("%s: %s\n" % (name, error))
        setattr(sys, name, kept)
