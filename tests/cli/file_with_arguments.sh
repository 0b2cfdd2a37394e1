# argv[0] is the path as given; what follows belongs to the program, options included.
cat > show.py <<'EOF'
import sys
print(sys.argv, __name__, __file__.endswith("show.py"), __doc__)
EOF
$OURO show.py a -c "b c" --help -- -V ''
$OURO ./show.py
$OURO -- show.py -x
mkdir sub && mv show.py sub && $OURO sub/show.py
echo 'import helper; print(helper.where)' > sub/uses.py
echo 'where = "beside the script"' > sub/helper.py
$OURO sub/uses.py
(cd sub && $OURO uses.py)
