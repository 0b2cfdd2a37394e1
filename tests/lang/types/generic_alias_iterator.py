iterator = iter(list[int])
print(type(iterator), iterator.__reduce__())
print(next(iterator), next(iterator, "end"), list(iterator), iterator.__reduce__())
print(*tuple[int, str], [*dict[str, int]])
try:
    type(iterator)()
except TypeError as error:
    print(error)
