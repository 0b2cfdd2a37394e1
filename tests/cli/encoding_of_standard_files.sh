# PYTHONIOENCODING names an encoding in any spelling; the files say its own name.
for wish in latin-1 8859 ascii US-ASCII utf8 u8 UTF-8:replace :strict cp1252 iso8859-15; do
    PYTHONIOENCODING=$wish $OURO -c 'import sys; print(sys.argv[1], sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors)' $wish
done
PYTHONIOENCODING=l1 $OURO -c 'print("\xe9")' | od -An -tx1
PYTHONIOENCODING=nope $OURO -c 'print(1)' 2>&1; echo $?
