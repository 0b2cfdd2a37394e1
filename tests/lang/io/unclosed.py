"""A file that dies open is closed, flushed, and warned about when somebody listens."""
import io
import os
import warnings

path = f"/tmp/ouro-unclosed-{os.urandom(8).hex()}"
file = open(path, "w")
file.write("kept")
del file
print(open(path).read())
with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    for make in (lambda: open(path), lambda: open(path, "rb"), lambda: open(path, "rb", 0)):
        file = make()
        del file
    with open(path) as file:
        pass
    del file
for warning in heard:
    print(warning.category.__name__, str(warning.message).replace(path, "PATH"))


class Told(io.StringIO):
    def close(self):
        print("closing")
        super().close()


Told("x")
Told("y").close()
os.remove(path)
