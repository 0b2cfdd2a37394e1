for count in 10 ** 20, 1 << 200:
    try:
        1 << count
    except OverflowError as error:
        print(error)
    print(0 << count, 1 >> count, -1 >> count)
