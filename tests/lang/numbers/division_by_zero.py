for a in 1, 1.0, 1j, 10**30, True:
    for zero in 0, 0.0, 0j, False:
        for operation in "a / zero", "a // zero", "a % zero", "divmod(a, zero)", "zero ** -a":
            try:
                print(eval(operation))
            except ZeroDivisionError as e:
                print(operation, a, zero, e)
            except TypeError as e:
                print(operation, a, zero, "TypeError", e)
