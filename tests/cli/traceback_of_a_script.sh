cat > fails.py <<'EOF'
def outer(n):
    return inner(n) + 1


def inner(n):
    values = [1, 2]
    return values[n]


outer(5)
EOF
$OURO fails.py 2>&1 | sed "s,$PWD/,,"
printf 'import fails\n' > imports.py
$OURO imports.py 2>&1 | sed "s,$PWD/,,"
$OURO -c 'def f():
    1/0
f()' 2>&1
printf 'def f():\n    [][1]\nf()\n' | $OURO - 2>&1
printf 'try:\n    {}["a"]\nexcept KeyError as e:\n    raise ValueError("b") from e\n' > chain.py
$OURO chain.py 2>&1 | sed "s,$PWD/,,"
