with open(__file__) as file:
    for place in (1.5, True, "a", None, -1, -1.5, 2):
        try:
            print(repr(place), repr(file.seek(place)), file.tell())
        except Exception as error:
            print(repr(place), type(error).__name__, error)
