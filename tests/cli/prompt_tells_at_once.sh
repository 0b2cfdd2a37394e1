printf 'x = (1,\n  2 3\n  4)\ny = [1, 2\n  )\nf(\n 1\nimport foo\nx = (= 1 "abc\nif 1:\n  z = (1\n   2\nx = {1: 2, 3\n  5 6\nprint("alive")\n' | $OURO -i -q 2>&1
