# Settings of sys that few programs ask for, and audit hooks.
import sys

print(sys.getswitchinterval())
sys.setswitchinterval(0.01)
print(sys.getswitchinterval())
heard = []


def hook(event, arguments):
    if event == "boom":
        raise ValueError("no")
    if event.startswith("my"):
        heard.append((event, arguments))


sys.addaudithook(hook)
sys.audit("my.event", 1, 2)
print(heard)
for call in [
    lambda: sys.setswitchinterval(0),
    lambda: sys.setswitchinterval("a"),
    lambda: sys.call_tracing(lambda a, b: a + b, (1, 2)),
    lambda: sys.call_tracing(print, 1),
    lambda: sys.audit(5),
    lambda: sys.audit("boom"),
    lambda: sys.activate_stack_trampoline("x"),
    lambda: sys.is_stack_trampoline_active(),
    lambda: sys.orig_argv[-1] == sys.argv[0],
    lambda: sys.nothing,
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
