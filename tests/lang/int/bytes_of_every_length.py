"""to_bytes and from_bytes: both orders, signs, lengths around words."""

for bits in 1, 7, 8, 62, 63, 64, 65, 71, 127, 128, 200:
    for number in (1 << bits) - 1, -(1 << bits), (1 << bits) // 7, -(1 << bits) // 7:
        for order in "little", "big":
            length = bits // 8 + 1
            for more in 0, 1, 8:
                data = number.to_bytes(length + more, order, signed=True)
                if int.from_bytes(data, order, signed=True) != number:
                    print("wrong", number, order, length + more)
                unsigned = int.from_bytes(data, order)
                if unsigned != number % (1 << 8 * (length + more)):
                    print("wrong unsigned", number, order, unsigned)
            print(number.to_bytes(length, order, signed=True).hex(), end=" ")
            try:
                print(number.to_bytes(bits // 8, order))
            except OverflowError as error:
                print(error)
print(int.from_bytes(b"", "big"), int.from_bytes(bytes(20), "little"), int.from_bytes(b"\0" * 9 + b"\1", "big"))
