echo 'x = 41; print("program")' > sets.py
printf 'x + 1\n' | $OURO -i sets.py 2>/dev/null | sed 's/>>> //g'
printf 'y\n' | $OURO -i -c 'y = "from -c"' 2>/dev/null | sed 's/>>> //g'
printf 'print("reached")\n' | $OURO -i -c '1/0' 2>/dev/null | sed 's/>>> //g'
printf 'print("reached after exit")\n' | $OURO -i -c 'import sys; z = 1; sys.exit(3)' 2>/dev/null | sed 's/>>> //g'
