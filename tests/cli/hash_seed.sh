# PYTHONHASHSEED fixes the hashes of strings; without it they differ between runs.
one=$(PYTHONHASHSEED=1 $OURO -c 'print(hash("text"))')
again=$(PYTHONHASHSEED=1 $OURO -c 'print(hash("text"))')
other=$(PYTHONHASHSEED=2 $OURO -c 'print(hash("text"))')
[ "$one" = "$again" ] && echo same
[ "$one" != "$other" ] && echo different
[ "$($OURO -c 'print(hash("text"))')" != "$($OURO -c 'print(hash("text"))')" ] && echo random

