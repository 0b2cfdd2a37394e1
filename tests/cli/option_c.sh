$OURO -c 'import sys; print(sys.argv, __name__)' a -b
$OURO -c 'print("no space")' 
$OURO '-cprint(1)'
$OURO -c 'if 1:
  print("lines")
print("two")'
$OURO -c ''
echo "status $?"
$OURO -c 'def f(:' 2>&1
echo "status $?"
$OURO -c '1/0' 2>&1
echo "status $?"
echo 'name = "from here"' > local_helper.py
$OURO -c 'import local_helper; print(local_helper.name)'
$OURO -c 'print("é😀")'
