import circular_a
print("b sees", circular_a.name)
name = "b"
