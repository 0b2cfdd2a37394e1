# sys.getsizeof answers the figures of CPython 3.11, which the documents show; for these 3.13 has the same.
import sys

print(sys.getsizeof([]), sys.getsizeof([1, 2, 3]), sys.getsizeof(list(range(10))), sys.getsizeof([None] * 7))
grown = []
sizes = []
for n in range(100):
    if sys.getsizeof(grown) not in sizes:
        sizes.append(sys.getsizeof(grown))
    grown.append(n)
print(sizes)
print(sys.getsizeof(()), sys.getsizeof((1, 2, 3)))
print(sys.getsizeof({}), sys.getsizeof({"a": 1}), sys.getsizeof({1: 1}), sys.getsizeof(dict.fromkeys(range(1000))))
print(sys.getsizeof(set()), sys.getsizeof({1, 2, 3}), sys.getsizeof(set(range(1000))))
