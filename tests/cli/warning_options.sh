# -W and PYTHONWARNINGS: filters; a SyntaxWarning that is an error is a SyntaxError; -O
cat > program.py <<'END'
import warnings
warnings.warn("spoken", UserWarning)
warnings.warn("old", DeprecationWarning)
x = 1
print(x is 1, __debug__)
assert x == 2
END
run() { "$OURO" "$@" 2>&1 | sed "s|$PWD/||"; echo "-- ${PIPESTATUS[0]}"; }
run -O program.py
run -O -W ignore program.py
run -Wignore::SyntaxWarning -W error::UserWarning program.py | tail -n 2
run -W error program.py
PYTHONWARNINGS=ignore,error::UserWarning run -O -W ignore::UserWarning program.py
run -W nothing -W error::Nothing -W a:b:c:d:e:f -W ignore::no.such -W ignore:::x:-1 -W "ignore:SPOK" -O -c 'import warnings; warnings.warn("spoken")'
run -OO -c 'import sys; print(sys.flags.optimize, sys.warnoptions)'
