status() { "$@" >out.txt 2>err.txt; echo "$? out=$(cat out.txt) err=$(tail -1 err.txt)"; }
status $OURO -c 'pass'
status $OURO -c 'raise ValueError("x")'
status $OURO -c 'import sys; sys.exit()'
status $OURO -c 'import sys; sys.exit(0)'
status $OURO -c 'import sys; sys.exit(3)'
status $OURO -c 'import sys; sys.exit(256 + 7)'
status $OURO -c 'import sys; sys.exit(-1)'
status $OURO -c 'import sys; sys.exit("a message")'
status $OURO -c 'import sys; sys.exit([1, 2])'
status $OURO -c 'import sys; sys.exit(None)'
status $OURO -c 'import sys; sys.exit(True)'
status $OURO -c 'raise SystemExit'
status $OURO -c 'raise SystemExit(1, 2)'
status $OURO -c 'exit(4)'
status $OURO -c 'class E(SystemExit): pass
raise E(9)'
status $OURO -c 'def f():
  try: raise SystemExit(5)
  finally: print("finally")
f()'
status $OURO -c 'raise KeyboardInterrupt'
status $OURO -c 'def f(:'
status $OURO -c 'import os_missing_xyz'
