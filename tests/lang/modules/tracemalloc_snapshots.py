import tracemalloc

tracemalloc.start(2)
first = tracemalloc.take_snapshot()


def allocate():
    return [bytes(1000) for _ in range(200)]


kept = allocate()
second = tracemalloc.take_snapshot()
top = second.compare_to(first, "lineno")[0]
print(top.traceback[0].lineno, top.size_diff > 200_000, top.count_diff >= 200)
top = second.statistics("filename")[0]
print(top.traceback[0].filename.endswith("tracemalloc_snapshots.py"), top.traceback[0].lineno, top.size > 200_000)
frames = tracemalloc.get_object_traceback(kept[0])
print(len(frames), [frame.lineno for frame in frames])
size, peak = tracemalloc.get_traced_memory()
print(size > 200_000, peak >= size)
del kept
third = tracemalloc.take_snapshot()
print(third.compare_to(second, "lineno")[0].size_diff < -200_000, tracemalloc.get_traced_memory()[0] < size)
only = second.filter_traces([tracemalloc.Filter(True, "*snapshots.py", 8)])
print({trace.traceback[-1].lineno for trace in only.traces}, len(only.traces) >= 200)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.stop(), tracemalloc.is_tracing())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
print(tracemalloc.Statistic(tracemalloc.Traceback((("f.py", 3),)), 5000, 2))
print(tracemalloc.StatisticDiff(tracemalloc.Traceback((("f.py", 3),)), 5000, -123456789, 2, -1))
