cases = """1 + 'a'
'a' + 1
[] + ()
1 - []
{} | 5
'a' * 'b'
1 @ 2
-'a'
~1.5
1 < 'a'
None >= 1
[1] < (1,)
1 in 5
'a' in 5
1 in 'a'
[][0]
{}['a']
(1,)[5]
'abc'[10]
1 / 0
1 // 0
1 % 0
1.0 / 0
1.0 // 0
1.0 % 0
0 ** -1
0.0 ** -1
2 << -1
divmod(1, 0)
int('x')
int('12', 40)
float('abc')
abs('a')
len(5)
sum(['a'])
max([])
chr(-1)
ord('ab')
round('a')
[1, 'a'].sort()
hash([])
{[]: 1}
{{}}""".split("\n")
for case in cases:
    try: print(case, "=", eval(case))
    except Exception as error: print(f"{case}: {type(error).__name__}: {error}")
