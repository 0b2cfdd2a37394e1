# The __index__ of a slice makes the bytearray shorter: what the slice selects is counted after that.
class Index:
    def __init__(self, act, value=1): self.act, self.value = act, value
    def __index__(self):
        calls.append(self.value)
        self.act()
        return self.value

calls = []
for stop, step, value in [(15000, None, bytes(20000)), (15000, None, bytearray(20000)), (40, None, b"abc"), (15000, None, None), (15000, 3, None), (9, 2, bytearray(4))]:
    array = bytearray(range(200)) * 100
    piece = slice(Index(array.clear), stop, step)
    try:
        if value is None: del array[piece]
        else: array[piece] = value
        print(len(array), len(calls))
    except ValueError as e: print(e, len(calls))
    calls.clear()

array = bytearray(range(100)) * 10
print(array[Index(array.clear):800], array, calls)
array = bytearray(range(100)) * 10
print(array[Index(lambda: array.__delitem__(slice(3, None))):800:2], array)
array = bytearray(range(100))
array[Index(lambda: array.__delitem__(slice(0, 90))):5] = array
print(array)
