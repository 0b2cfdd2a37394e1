# -E, -I and -P
export PYTHONPATH=/nowhere
$OURO -E -c 'import sys; print("/nowhere" in sys.path, sys.flags.ignore_environment, sys.flags.isolated)'
$OURO -I -c 'import sys; print("/nowhere" in sys.path, sys.flags.ignore_environment, sys.flags.isolated, "" in sys.path)'
$OURO -P -c 'import sys; print("/nowhere" in sys.path, sys.flags.safe_path, "" in sys.path)'
PYTHONHASHSEED=x $OURO -E -c 'print("no seed")'
for seed in x -1 4294967296 1x; do
    PYTHONHASHSEED=$seed $OURO -c 'print(1)' 2>&1
    echo $?
done
for seed in 0 random 4294967295 ' 1' ''; do PYTHONHASHSEED=$seed $OURO -c 'print(2)'; done
PYTHONOPTIMIZE=1 $OURO -c 'print(__debug__)'
PYTHONOPTIMIZE=1 $OURO -E -c 'print(__debug__)'
PYTHONSAFEPATH=1 $OURO -c 'import sys; print(sys.flags.safe_path)'
