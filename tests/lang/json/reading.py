"""JSON read: all kinds of values, hooks, and what is wrong with texts that are none."""
import io
import json


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(type(problem).__name__, problem)


for text in ('null', 'true', ' false ', '0', '-0', '-12', '1.5', '-1e3', '1E+2', '0.1e-2', '123456789012345678901234567890',
             '""', '"a\\n\\u00e9\\ud83d\\ude00\\/\\"\\\\"', '"é€😀"', '[]', '[1, [2, []], {"a": {}}]', '{}',
             '{"a": 1, "b": [true, null], "a": 2}', 'NaN', 'Infinity', '-Infinity', '"\\ud800"', '[\n1\t,\r2 ]'):
    attempt(json.loads, text)
for text in ('', ' ', 'nul', '[1,]', '{"a":1,}', '[1 2]', '{"a" 1}', '{a: 1}', '{"a": }', '{1: 2}', '[1', '{"a": 1', '"abc',
             '"a\nb"', '"\\x"', '"\\u12"', '"\\', '1 2', '-', '01', '1.', '.5', '+1', '[,]', '{,}', 'tru', '[1,\n 2,\n x]',
             '\ufeff1', '"\\ud83d\\u12"', '{"a":1 "b":2}'):
    attempt(json.loads, text)
attempt(json.loads, b'{"a": "\xc3\xa9"}')
attempt(json.loads, '[1]'.encode("utf-16"))
attempt(json.loads, '[1]'.encode("utf-32-be"))
attempt(json.loads, 5)
print(json.loads('"a\nb"', strict=False) == "a\nb")
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": 2, "b": 3}', object_pairs_hook=list))
print(json.loads('[1.5, 2, NaN]', parse_float=lambda t: "f" + t, parse_int=lambda t: "i" + t, parse_constant=str.lower))
print(json.load(io.StringIO('{"x": [1, 2]}')), json.JSONDecoder().raw_decode('[1] rest'))
try:
    json.loads('{"a":\n  tru}')
except json.JSONDecodeError as problem:
    print(problem.msg, problem.pos, problem.lineno, problem.colno, problem.doc == '{"a":\n  tru}')
attempt(json.loads, "[" * 1000000)
for index in 2**70, None, 1.5:
    attempt(json.JSONDecoder().raw_decode, b"1", index)
