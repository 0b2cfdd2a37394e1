for text in (
    "0x1.8p3", "0x.8", "1.", "-0x1.FFFFFFFFFFFFFp+1023", "0x1p-1074", "0x1p-1075", "0x1.8p-1075",
    "0x0.8p-1074", "ff", "inf", "-NaN", " 0x1p1\n", "0x1.00000000000008", "0x1.00000000000018",
    "0x123456789abcdef01", "0x0p99999999999999999999", "0x1p-99999999999999999999",
):
    print(text.strip(), float.fromhex(text), float.fromhex(text).hex())
for text in (
    "", "0x", "0xg", "1p", "0x1p+", "0x1 p3", "--1", "infx", "0x1p1024", "0x1.fffffffffffff8p1023", ".",
    "0x.p1",
):
    try:
        print(float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
