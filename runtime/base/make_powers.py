"""Writes runtime/base/powers.def: python3 runtime/base/make_powers.py > runtime/base/powers.def

Row k - FIRST holds ceil(10**k / 2**e) where e is chosen so that the result has exactly 128 bits. Both directions use it:
the shortest digits need k from -292 to 324, reading needs k from -342 to 308.
"""

FIRST, LAST = -342, 324


def bits(k):
    """10**k scaled to 128 bits, rounded up."""
    if k >= 0:
        power = 10**k
        shift = power.bit_length() - 128
        return power << -shift if shift <= 0 else -(-power >> shift)
    power = 10**-k
    shift = power.bit_length() + 127
    scaled = -(-(1 << shift) // power)
    return scaled if scaled < 1 << 128 else -(-scaled >> 1)


print("/* runtime/base/powers.def - POWER(high, low): 10**k as 128 bits, rounded up, for k from -342 to 324.")
print(" * Made by make_powers.py; change that instead. */")
for k in range(FIRST, LAST + 1):
    value = bits(k)
    assert value.bit_length() == 128
    print(f"POWER(0x{value >> 64:016x}, 0x{value & (1 << 64) - 1:016x})")
