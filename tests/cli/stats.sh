# instructions are counted by debug builds; others say so
$OURO --stats -c 'for i in range(9): print(i)' 2>&1 | grep -c -e '^pairs$' -e 'needs a debug build'
$OURO --stats -c 'import sys; sys.settrace(print); sys.settrace(None)' 2>&1 | grep -c -e '^pairs$' -e 'needs a debug build'
