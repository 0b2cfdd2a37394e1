count = 0

def bump():
    global count, created
    count += 1
    created = "by bump"

bump()
bump()
print(count, created)

def nested():
    count = "local"

    def inner():
        global count
        count = "from inner"

    inner()
    return count

print(nested(), count)

class C:
    global from_class
    from_class = 1

print(from_class, hasattr(C, "from_class"))

def remove():
    global created
    del created

remove()
try:
    print(created)
except NameError as error:
    print(error)
