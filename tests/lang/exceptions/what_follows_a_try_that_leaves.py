# Only a handler goes on behind a try whose body leaves: what stands there ends the function where its test says.
def test_behind(text):
    try:
        return int(text)
    except ValueError:
        print("no number")
    if text == "a":
        print("an a")


def loop_behind(text):
    try:
        return int(text)
    except ValueError as error:
        print(error)
    while text < "a":
        text += "z"
        print(text)
        text = "b"


def tests_behind(number, items):
    try:
        raise KeyError(number)
    except KeyError:
        print("raised")
    if number > 1:
        print("greater")
    elif number and items:
        print("some")
    elif items:
        for item in items:
            if item:
                print(item)


def in_a_handler(number):
    while True:
        try:
            raise ValueError(number)
        except ValueError:
            if number:
                return
        number += 1


for text in "7", "a", "b", "A":
    print(test_behind(text), loop_behind(text))
for number in range(3):
    tests_behind(number, [])
    tests_behind(number, [0, "item"])
print(in_a_handler(0), in_a_handler(1))
try:
    pass
except ValueError:
    print("never")
try:
    raise ValueError
except ValueError:
    print("at the top")
count = 0
while count < 2 and [count, None][count] is not None:
    count += 1
