# text signatures in which brackets, or nothing at all, stand for a parameter that may be left out
import inspect

for thing in (str.find, bytes.count, "".endswith, complex, map, str.maketrans, type(None), type(...), int, str, list.pop,
              property.setter, dict.get, sorted, sum, slice, range, zip, enumerate, type(NotImplemented)):
    print(thing.__text_signature__)
    try:
        print(inspect.signature(thing))
    except ValueError as error:
        print(str(error).partition(" at 0x")[0])
