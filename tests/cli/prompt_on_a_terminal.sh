# The prompt on a terminal: editing keys, history, Ctrl-C and Ctrl-D. Waits for each answer before it types on.
export HOME=$PWD TERM=xterm
cat > drive.py <<'P'
import os, pty, select, sys, time

child, terminal = pty.fork()
if child == 0:
    os.execv(os.environ["OURO"], [os.environ["OURO"], "-q"])
seen = b""


def wait_for(text, seconds=20):
    global seen
    end = time.monotonic() + seconds
    while text not in seen and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                data = os.read(terminal, 4096)
            except OSError:
                break
            if not data:
                break
            seen += data
    place = seen.find(text)
    print("saw" if place >= 0 else "did not see", text.decode())
    seen = seen[place + len(text):] if place >= 0 else seen


def type_keys(keys):
    os.write(terminal, keys)


wait_for(b">>> ")
type_keys(b"40 + 2\n")
wait_for(b"\n42")
wait_for(b">>> ")
type_keys(b"_ * 2\n")
wait_for(b"\n84")
wait_for(b">>> ")
type_keys(b"x = [1, 2\x03")
wait_for(b"KeyboardInterrupt")
wait_for(b">>> ")
type_keys(b"x\n")
wait_for(b"NameError: name 'x' is not defined")
wait_for(b">>> ")
type_keys(b"def f():\n")
wait_for(b"... ")
type_keys(b"return 7\x01    \n")
wait_for(b"... ")
type_keys(b"\n")
wait_for(b">>> ")
type_keys(b"f() + 1000\n")
wait_for(b"\n1007")
wait_for(b">>> ")
type_keys(b"\x1b[A\x7f5\n")
wait_for(b"\n1012")
wait_for(b">>> ")
type_keys(b"while True: pass\n")
wait_for(b"... ")
type_keys(b"\n")
time.sleep(0.3)
type_keys(b"\x03")
wait_for(b"KeyboardInterrupt")
wait_for(b">>> ")
type_keys(b"\x04")
_, status = os.waitpid(child, 0)
print("status", os.waitstatus_to_exitcode(status))
P
python3 drive.py
grep -c . .ouro_history
