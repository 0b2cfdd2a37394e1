"""Text in every base and back, of numbers around the borders of words and of groups of eight digits."""


def text(number, base):
    digits = ""
    while number:
        number, digit = divmod(number, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


numbers = [((1 << bits) + more) // 3 ** less for bits in (5, 61, 62, 63, 64, 127, 128, 193, 640) for more in (-1, 0, 1)
           for less in (0, 1)]
for base in range(2, 37):
    wrong = [n for n in numbers if int(text(n, base), base) != n or int("-00" + text(n, base).upper(), base) != -n]
    print(base, wrong)
for number in numbers:
    for convert, base in (hex, 16), (oct, 8), (bin, 2):
        shown = convert(-number)
        if int(shown, base) != -number or int(shown, 0) != -number or shown[3:] != text(number, base):
            print("wrong", shown)
print(hex(numbers[30]), oct(numbers[31]), bin(-numbers[12]), int("z1ci99jj7474", 36))
print(f"{numbers[-1]:x}", "%o" % -numbers[-3], f"{numbers[20]:#_b}")
