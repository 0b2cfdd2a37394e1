# What a shell runs dies of writing to a pipe that nobody reads, though the program itself gets an error for it.
import os

print(os.popen("(yes | head -1) 2>&1").read())
r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as error:
    print(error)
os.close(w)
with os.popen("cat >/dev/null; exit 4", "w") as f:
    f.write("to the shell\n")
    print(f.close())
print(os.popen("exit 3").close(), os.popen("kill -9 $$").close(), os.ctermid())
