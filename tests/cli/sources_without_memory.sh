# A source that is too large for the memory there is ends in MemoryError, wherever it runs out.
for source in '"x = [\n" + "a,\n" * 200000 + "]"' '"x = 1\n" * 100000' '"f(" + "a=1, " * 60000 + "*b)"' \
    "'x = f\"' + 'a{b}' * 40000 + '\"'" '"import " + "a." * 100000 + "b"' '"x" * 9000000'; do
    $OURO -c "print($source)" >source.py
    for kilobytes in 30000 50000 80000; do
        # (a sanitizer's own memory does not fit either)
        (ulimit -v $kilobytes && $OURO -c pass 2>/dev/null || exit 1
            $OURO source.py >out.txt 2>&1; status=$?; [ $status = 1 ] || echo "$source: $kilobytes: $status")
    done
done
echo done
