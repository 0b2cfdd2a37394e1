# Infinite recursion ends in a traceback that counts the repeated lines; the frames are those of the script alone.
cat > deep.py <<'P'
def recursive(n):
    if n == 0:
        return
    return recursive(n - 1)
recursive(100000)
P
"$OURO" deep.py 2>&1 | sed "s|$PWD/||"
