"""os.register_at_fork; a forked process has random numbers of its own."""
import os
import random

for wrong in {}, {"before": 1}, {"after_in_child": None}:
    try:
        os.register_at_fork(**wrong)
    except TypeError as error:
        print(error)
told = []
for i in range(2):
    os.register_at_fork(before=lambda i=i: told.append(f"before {i}"),
                        after_in_child=lambda i=i: told.append(f"child {i}"),
                        after_in_parent=lambda i=i: told.append(f"parent {i}"))
random.seed(1)
reading, writing = os.pipe()
child = os.fork()
if not child:
    os.write(writing, repr((told, random.random())).encode())
    os._exit(0)
os.waitpid(child, 0)
theirs, number = eval(os.read(reading, 1000))
print(theirs, told, number == random.random())
