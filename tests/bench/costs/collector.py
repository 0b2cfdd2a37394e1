"""Ten million live objects: `collector.py on` with the collector, `collector.py off` without.

Prints seconds, collections, seconds in all of them and in the longest, as gc.callbacks sees them.
"""

import gc
import sys
import time

pauses, began = [], 0.0


def watch(phase, info):
    global began
    if phase == "start":
        began = time.perf_counter()
    else:
        pauses.append(time.perf_counter() - began)


def build(count):
    items = []
    for i in range(count):
        items.append([i])
    return items


if sys.argv[1] == "off":
    gc.disable()
gc.callbacks.append(watch)
before = time.process_time()
items = build(10_000_000)
seconds = time.process_time() - before
gc.callbacks.clear()
assert len(items) == 10_000_000 and items[-1][0] == 9_999_999
print(seconds, len(pauses), sum(pauses), max(pauses, default=0.0))
