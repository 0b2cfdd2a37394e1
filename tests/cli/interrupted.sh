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
# Natives that take items from one another for ever, without a step of Python code.
for endless in 'sum(repeat(1))' 'max(repeat(1))' 'all(repeat(1))' '1 in count(2)' 'min(range(10**18))' '{1}.isdisjoint(count(2))' \
  '{1: 2}.keys() & repeat(1)' 'bytes(repeat(1))' 'sumprod(repeat(2), repeat(0))' 'next(filterfalse(None, repeat(1)))' 'deque(repeat(1), 0)'; do
  run -c "from itertools import *; from math import sumprod; from collections import deque
print('ready', flush=True)
$endless"
done
# The shell sees the signal, not a status.
$OURO -c 'import os; print(os.waitstatus_to_exitcode(os.system("exec $OURO -c \"raise KeyboardInterrupt\" 2>err.txt")))'
