# A loop is interrupted by SIGINT: a traceback, status 130.
cat > loop.py <<'EOF'
import sys
try:
    print("ready", flush=True)
    while True:
        pass
finally:
    print("finally", flush=True)
EOF
# bash ignores SIGINT for what runs in the background: a new shell with job control does not
run() {
  set -m
  : >out.txt
  $OURO "$@" >out.txt 2>err.txt &
  local child=$!
  for _ in $(seq 100); do [ -s out.txt ] && break; sleep 0.05; done
  kill -INT $child
  wait $child
  echo "status $?"
  cat out.txt
  tail -1 err.txt
}
run loop.py
run -c 'try:
    print("ready", flush=True)
    while 1: sum(range(1000))
except KeyboardInterrupt: print("caught")'
run -c 'import time
print("ready", flush=True)
time.sleep(30)'
run -c 'print("ready", flush=True)
[1 for _ in iter(int, 1)]'
# The shell sees the signal, not a status.
$OURO -c 'import os; print(os.waitstatus_to_exitcode(os.system("exec $OURO -c \"raise KeyboardInterrupt\" 2>err.txt")))'
