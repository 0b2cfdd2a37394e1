$OURO -c 'print("before", end=""); raise ValueError' 2>/dev/null
echo "|"
$OURO -c 'import sys; print("exit", end=""); sys.exit(1)'
echo "|"
$OURO -c 'import sys; sys.stdout.write("written\n"); sys.stderr.write("error\n")' 2>&1 | sort
$OURO -c 'import sys; print("a"); print("b", file=sys.stderr, flush=True); print("c")' 2>/dev/null
$OURO -c 'print("flushed", flush=True); 1/0' 2>&1 | head -2
$OURO -c 'import atexit; atexit.register(print, "at exit"); print("last")'
$OURO -c 'class D:
  def __del__(self): print("del at exit")
d = D()'
# What cannot be flushed makes the status 120, whatever else it was.
broken='import sys
class Broken:
  def write(self, text): pass
  def flush(self): raise OSError("full")
'
for end in 'sys.stdout = Broken()' 'sys.stdout = Broken(); sys.exit(3)' 'sys.stderr = Broken(); sys.exit(3)' \
    'Broken.closed = True; sys.stdout = Broken()' 'sys.stdout = sys.stderr = 5' 'sys.stdout = None; sys.exit(4)'; do
    $OURO -c "$broken$end" 2>&1 | tail -1; $OURO -c "$broken$end" 2>/dev/null; echo "$?"
done
