# Nothing that a file holds takes the interpreter down.
repeat() { head -c "$2" /dev/zero | tr '\0' "$1"; }
last() { $OURO "$1" 2>&1 | tail -1 | cut -c1-70; }
{ printf 'x = '; repeat '(' 10000; printf 1; repeat ')' 10000; } > brackets.py && last brackets.py
{ printf 'x = '; repeat '[' 10000; repeat ']' 10000; } > lists.py && last lists.py
{ printf 'x = '; repeat '-' 100000; printf '1\nprint(x)\n'; } > minus.py && $OURO minus.py >/dev/null 2>&1; echo "survived $(( $? < 128 ))"
{ printf 'x = 1'; for _ in $(seq 5000); do printf ' + 1'; done; printf '\nprint(x)\n'; } > sum.py && $OURO sum.py >/dev/null 2>&1; echo "survived $(( $? < 128 ))"
{ printf 'x = "'; repeat a 5000000; printf '"; print(len(x))\n'; } > line.py && last line.py
{ printf 'x = ['; for _ in $(seq 20000); do printf '1,'; done; printf ']; print(len(x))\n'; } > items.py && last items.py
{ for i in $(seq 20000); do echo "x = $i"; done; echo 'print(x)'; } > lines.py && last lines.py
{ for i in $(seq 0 99); do printf '%*sif 1:\n' $i ''; done; printf '%*sx = 1\n' 100 ''; } > deep.py && last deep.py
{ printf 'x = '; repeat 9 5000; } > digits.py && last digits.py
{ printf 'def f('; for i in $(seq 300); do printf 'a%d=%d,' $i $i; done; printf '): return a300\nprint(f())\n'; } > many.py && last many.py
