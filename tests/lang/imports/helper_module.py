print("helper runs once")
value = 7
def double(x): return x * 2
