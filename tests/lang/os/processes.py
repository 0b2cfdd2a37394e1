import os
import sys

with os.popen("echo hello; echo there; exit 3") as f:
    print(f.readline(), list(f))
f = os.popen("exit 3")
print(repr(f.read()), f.close(), os.popen("true").close())
f = os.popen("cat", "w")
print(f.write("written\n"), flush=True)
print(f.close(), os.popen("kill -9 $$").close(), flush=True)
pid = os.fork()
if pid == 0:
    os._exit(7)
who, status = os.waitpid(pid, 0)
print(who == pid, status, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
print(os.WIFSIGNALED(9), os.WTERMSIG(9), os.waitstatus_to_exitcode(9), os.waitstatus_to_exitcode(os.system("exit 5")))
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 4"), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $N", {"N": "9"}))
pid = os.spawnv(os.P_NOWAIT, "/bin/true", ["true"])
print(os.waitpid(pid, 0) == (pid, 0), os.getpid() > 0, os.getppid() != os.getpid(), os.getpgrp() == os.getpgid(0))
print(len(os.getloadavg()), os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0), os.EX_USAGE, os.cpu_count() > 0)
for call, *args in ((os.popen, 1), (os.popen, "x", "rw"), (os.popen, "x", "r", 0), (os.waitpid, -1, 0), (os.execv, "/none", ["a"]),
                    (os.execv, "/bin/true", []), (os.execv, "/bin/true", "x"), (os.execv, "/bin/true", [""]),
                    (os.execv, "/bin/true", [1]), (os.execve, "/none", ["a"], {}), (os.execve, "/bin/true", ["a"], 1),
                    (os.execve, "/bin/true", (), {}), (os.execve, "/bin/true", ["a"], {"a=b": "c"}),
                    (os.execve, "/bin/true", ["a"], {"a": 1}), (os.execvp, "no-such-program", ["a"]),
                    (os.waitstatus_to_exitcode, 0x7f13, )):
    try:
        print(call(*args))
    except Exception as error:
        print(call.__name__, type(error).__name__, error)
sys.stdout.flush()
os.execv("/bin/echo", ["echo", "the end"])
