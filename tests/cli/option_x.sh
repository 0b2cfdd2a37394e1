# -X: anything goes, with a value or without; programs find it in sys._xoptions
run() { "$OURO" "$@" 2>&1; echo "-- $?"; }
run -X name=value -Xplain -X a=b=c -c 'import sys; print(sys._xoptions)'
run -c 'import sys; print(sys._xoptions)' -X later
run -X 2>&1 | head -n 1
printf '# coding: latin\nprint("\xe9")\n' >latin.py
run latin.py
