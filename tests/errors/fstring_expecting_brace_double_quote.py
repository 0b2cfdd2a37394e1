print(f"{a + b")
