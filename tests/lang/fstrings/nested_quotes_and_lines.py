d = {"key": [1, {"in": "deep"}]}
print(f"{d["key"][1]["in"]} {'single'} {f"{f'{1 + 1}'}"}")
print(f"{
    1 +  # a comment
    2
}")
print(f"""{d['key']
}|
{"x"!r}""")
print(f"{{}} {{{1}}} {{{{}}}} {'{'} {'}'}", f"\N{BULLET} \x41 {'\n'.join('ab')}", rf"\n{1}\t", f'\\{2}')
print(f"{lambda_fn(3)}" if (lambda_fn := (lambda x: x * 2)) else "", f"{(lambda: 5)()}", f"{1 if d else 2}", f"{1, 2}", f"{*[1], 2}")
print(f"{d = }", f"{ 1 + 1 = !s}", f"{'a' = :>5}", f"{3.0 = :.2f}", f"{d['key'][0]=}")
print(f"{1!s:>3}|{'é'!a}|{'x'!r:*^7}|{None!s}|{1:{2}}|{1.5:{5}.{1}}")
print(f"a" "b" f"{1}" 'c' rf"\{2}", f"" f"{''}", len(f"{''}"))
print(f"{1 < 2}", f"{1 != 2}", f"{1 == 1}", f"{(x := 5)}", f"{x:=5}", f"{[i for i in range(2)]}", f"{ {1: 2}[1] }", f"{not x}")
