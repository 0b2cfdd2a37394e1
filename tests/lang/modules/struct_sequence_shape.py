# Tuples with names: what their classes say, copies with changes, fields by name only.
import copy
import os
import sys
import time

for cls in time.struct_time, os.stat_result, os.terminal_size, type(sys.version_info), type(sys.flags), os.statvfs_result:
    print(cls.__name__, cls.n_fields, cls.n_sequence_fields, cls.n_unnamed_fields, cls.__match_args__)
t = time.gmtime(0)
print(t.__reduce__())
print(copy.copy(t) == t, copy.deepcopy(t).tm_zone, copy.replace(t, tm_year=5, tm_zone="X").tm_zone)
match t:
    case time.struct_time(year, month):
        print(year, month)
for make in [
    lambda: copy.replace(t, nope=5),
    lambda: t.__replace__(1),
    lambda: copy.replace(os.stat("/"), st_size=5),
    lambda: time.struct_time((1,) * 9, {"tm_zone": "x", "q": 1}),
    lambda: time.struct_time((1,) * 10, {"tm_zone": "x"}),
    lambda: time.struct_time((1,) * 9, 5),
    lambda: time.struct_time((1,) * 8),
    lambda: time.struct_time(5),
    lambda: time.struct_time((1,) * 9, {"tm_zone": "x"}).tm_zone,
]:
    try:
        print(make())
    except TypeError as error:
        print(error)
print(sys.flags.gil, len(sys.flags), "gil" in repr(sys.flags), os.DirEntry[int])
