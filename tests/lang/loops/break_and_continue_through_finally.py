for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
while True:
    try:
        try:
            break
        finally:
            print("inner")
    finally:
        print("outer")

def swallow():
    while True:
        try:
            1 / 0
        finally:
            break
    return "swallowed"

print(swallow())

def override():
    for i in range(2):
        try:
            return "try"
        finally:
            if i == 0:
                continue
            return "finally"

print(override())
