"""The standard files stand in sys from the start, whoever looks, and stdout is __stdout__ again at the end."""
import io
import sys

captured = io.StringIO()
sys.stdout = captured  # before anybody asked for what stood there
print("captured")


class Last:
    def __del__(self):
        print("at the end", sys.stdout is not captured)


last_words = Last()
out = sys.__stdout__
out.write("%r\n" % captured.getvalue())
for name in ("stdin", "stdout", "stderr"):
    original = "__%s__" % name
    print(name, name in vars(sys), original in vars(sys), original in dir(sys), file=out)
    print(getattr(sys, name) is getattr(sys, original), getattr(sys, original).name, file=out)
del sys.stdout
try:
    print("nowhere")
except RuntimeError as e:
    out.write("%s\n" % e)
print(hasattr(sys, "stdout"), hasattr(sys, "__stdout__"), file=out)
sys.stdout = captured
