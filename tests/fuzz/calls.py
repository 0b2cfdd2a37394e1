"""The calls: for each subject (a type, or a family of built-in functions) its receivers, methods and expressions.

METHODS holds signatures whose parameters are names of methods of Values, `?` behind one that may be left out; PATTERNS
holds whole expressions, `{kind}` standing for a random value and `x` for the receiver.
"""

import re
import warnings
from functools import lru_cache

import library_calls

# Methods of every object whose result says nothing about the subject, or differs on purpose.
LEFT_OUT = set("__class__ __doc__ __dir__ __init_subclass__ __subclasshook__ __sizeof__ __reduce__ __reduce_ex__ __getstate__ __setstate__ __delattr__ __setattr__ __getattribute__ __new__ __class_getitem__ "
               "__repr__ __str__ __hash__ __init__ __buffer__ __release_buffer__ __alloc__ __module__ __dict__ _from_flags __format__".split())

SHIFTS = {"__pow__", "__rpow__", "__lshift__", "__rlshift__", "__ipow__", "__mul__", "__rmul__", "__imul__", "__round__"}

SEARCH = "{0}count(part, index?, index?) {0}find(part, index?, index?) {0}rfind(part, index?, index?) {0}index(part, index?, index?) {0}rindex(part, index?, index?)"
BYTES = SEARCH.format("") + """ capitalize() center(width, part?) decode(codec?, errors?) endswith(part, index?, index?) expandtabs(width?) isalnum() isalpha() isascii() isdigit() islower() isspace() istitle() isupper()
    join(parts) ljust(width, part?) lower() lstrip(part?) partition(part) removeprefix(part) removesuffix(part) replace(part, part, size?) rjust(width, part?) rpartition(part) rsplit(part?, size?) rstrip(part?)
    split(part?, size?) splitlines(bool?) startswith(part, index?, index?) strip(part?) swapcase() title() translate(table, part?) upper() zfill(width) hex(char?, small?) fromhex(hex_text) maketrans(part, part)"""

METHODS = {
    "int": "as_integer_ratio() bit_count() bit_length() conjugate() from_bytes(int_iterable, order?) to_bytes(size?, order?) is_integer() __round__(small?) __pow__(exponent, exponent?) __lshift__(shift) __rshift__(shift) __format__(spec)",
    "bool": "to_bytes(size?, order?) __and__(bool) __or__(bool) __xor__(bool) from_bytes(int_iterable, order?) __round__(small?) __pow__(exponent) __lshift__(shift)",
    "float": "as_integer_ratio() conjugate() hex() fromhex(number_text) is_integer() __round__(small?) __trunc__() __floor__() __ceil__() __pow__(exponent) __format__(spec)",
    "complex": "conjugate() from_number(number) __format__(spec) __pow__(exponent) __complex__()",
    "str": SEARCH.format("").replace("part", "sub") + """ capitalize() casefold() center(width, char?) encode(codec?, errors?) endswith(affix, index?, index?) expandtabs(width?) format(any) format_map(dict) isalnum() isalpha() isascii() isdecimal()
        isdigit() isidentifier() islower() isnumeric() isprintable() isspace() istitle() isupper() join(strings) ljust(width, char?) lower() lstrip(sub?) maketrans(str, str?, str?) maketrans(dict) partition(sub) removeprefix(sub)
        removesuffix(sub) replace(sub, sub, size?) rfind(sub) rjust(width, char?) rpartition(sub) rsplit(separator?, size?) rstrip(sub?) split(separator?, size?) splitlines(bool?) startswith(affix, index?, index?) strip(sub?) swapcase()
        title() translate(dict) upper() zfill(width) __mul__(size) __mod__(any) __contains__(sub)""",
    "bytes": BYTES + " __mul__(size) __mod__(any) __contains__(part)",
    "bytearray": BYTES + " append(byte) extend(int_iterable) insert(index, byte) pop(index?) remove(byte) reverse() clear() copy() __mul__(size) __imul__(size) __contains__(part)",
    "memoryview": "tobytes(order?) tolist() cast(format, shape?) hex(char?, small?) toreadonly() release() __contains__(byte)",
    "list": "append(item) clear() copy() count(item) extend(iterable) index(item, index?, index?) insert(index, item) pop(index?) remove(item) reverse() sort() __mul__(size) __imul__(size) __contains__(item) __add__(list) __iadd__(iterable) __init__(iterable)",
    "tuple": "count(item) index(item, index?, index?) __mul__(size) __contains__(item) __add__(tuple)",
    "dict": "clear() copy() fromkeys(iterable, item?) get(key, item?) items() keys() values() pop(key, item?) popitem() setdefault(key, item?) update(pairs?) __contains__(key) __or__(dict) __ior__(pairs) __ror__(dict) __getitem__(key) __setitem__(key, item) __delitem__(key) __init__(pairs)",
    "views": "isdisjoint(iterable) __and__(iterable) __or__(iterable) __sub__(iterable) __xor__(iterable) __rand__(iterable) __rsub__(iterable) __contains__(item) __eq__(keys) __le__(keys) __lt__(keys)",
    "set": "add(key) clear() copy() difference(iterable) difference_update(iterable) discard(key) intersection(iterable) intersection_update(iterable) isdisjoint(iterable) issubset(iterable) issuperset(iterable) remove(key) symmetric_difference(iterable) symmetric_difference_update(iterable) union(iterable) update(iterable) __and__(set) __or__(set) __sub__(set) __xor__(set) __iand__(set) __ior__(set) __isub__(set) __ixor__(set) __le__(set) __lt__(set) __eq__(set) __contains__(key) __init__(iterable)",
    "frozenset": "copy() difference(iterable) intersection(iterable) isdisjoint(iterable) issubset(iterable) issuperset(iterable) symmetric_difference(iterable) union(iterable) __and__(set) __or__(set) __sub__(set) __xor__(set) __rand__(set) __le__(set) __lt__(set) __eq__(set) __contains__(key)",
    "range": "count(int) index(int) __contains__(int) __getitem__(index)",
    "slice": "indices(size) __eq__(slice) __lt__(slice)",
}

BINARY = "+ - * / // % @ & | ^ == != < <= > >= in".split() + ["not in"]
COMMON = ["repr(x)", "str(x)", "bool(x)", "len(x)", "not x", "x {operator} {any_small}", "{any_small} {operator} x", "x[{index}]", "x[{slice_text}]", "x[{any}]", "list(x)", "tuple(x)", "iter(x)", "isinstance(x, (list, str))", "-x", "~x",
          "+x", "x == x", "x < x", "x + x", "min(x)", "max(x)", "sum(x)", "sorted(x)", "reversed(x)", "x({any})", "x.nothing", "setattr(x, 'nothing', 1)", "x ** {exponent}", "unpack2(x)", "unpack_star(x)", "first(*x)", "call(first, **x)", "format(x, {spec})",
          "{inplace}(x, {any_small})", "{inplace}({any_small}, x)", "{inplace}(x, {acting})", "x * {big_size}", "x[{big_size}]", "x[{big_size}:{big_size}]", "{wrapped} {operator} x", "x {operator} {wrapped}", "type(x)({wrapped})"]
SEQUENCE = ["x[{index}]", "x[{slice_text}]", "x[{index}]", "x[{slice_text}]", "x[{slice}]", "len(x)", "x * {size}", "{size} * x", "iadd(x, {any})", "imul(x, {size})", "{item} in x", "reversed(x)", "unpack2(x)", "unpack_star(x)", "enumerate(x, {int})"]
MUTABLE = ["setitem(x, {index}, {item})", "setitem(x, slice({slice_ends}), {iterable})", "delitem(x, {index})", "delitem(x, slice({slice_ends}))", "setitem(x, {any}, {item})", "delitem(x, {any})"]
NUMBER = ["x {arithmetic} {number}", "{number} {arithmetic} x", "x {operator} {number}", "divmod(x, {number})", "divmod({number}, x)", "pow(x, {exponent})", "pow({number}, {exponent})", "round(x, {small})", "round(x)", "int(x)", "float(x)", "complex(x)", "hash(x) if x == x else 0", "abs(x)",
          "format(x, {spec})", "bin(x)", "hex(x)", "oct(x)", "str(x)", "repr(x)", "f'{{x:{plain_spec}}}'", "'%{plain_percent}' % x", "x ** {exponent}", "complex(x, {number})", "complex({number}, x)", "int(x, {small})", "chr(x)"]
SETS = ["x {setop} {set}", "{set} {setop} x", "x {comparison} {set}", "x {setop} {any}", "{key} in x", "isub(x, {set})", "iand(x, {set})", "ior(x, {set})", "ixor(x, {set})", "isub(x, {any})", "len(x)", "hash(frozenset([{int_items}]))", "x {comparison} {keys}", "x.union({iterable}, {iterable})", "x.difference({iterable}, {iterable})",
        "x.intersection({iterable}, {iterable})", "{kind}(x)", "bool(x)", "sorted(x)"]

# What every type is asked besides its methods: special methods by name, subclasses that take more arguments, change while it is walked through or compared.
SPECIAL = ["x.{dunder}({any_small})", "x.{dunder}()", "x.{dunder}({any_small}, {any_small})", "type(x).{dunder}(x, {any_small})", "type(x).{dunder}()", "x.__init__({modest_any})", "x.__init__({modest_any}, {modest_any})", "x.__init__({word}={any_small})", "type(x).__new__(type(x), {modest_any})", "type(x).__new__({any})", "type(x).__new__()", "type(x)({modest_any}, {word}={any_small})",
           "type(x)({modest_any}, {modest_any})", "x.__repr__({any})", "x.__hash__({any})", "x.__str__()", "x.__format__({spec})", "x.__format__({any})", "x.__getattribute__({any})", "x.__setattr__({sub}, {any})", "x.__delattr__({sub})", "x.__class__ is type(x)", "type(x)[{any}]", "setattr(x, '{sub_name}', {any})", "delattr(x, '{sub_name}')", "walked(x, lambda: X.{change})", "x {operator} {acting}", "{acting} {operator} x", "type(x)({acting})",
           "x.__reduce_ex__({small})[1:] and 1", "isinstance(x, {acting})", "[x, {any}] == [x, {any}]", "hash(x) and 1", "[*x, *{iterable}]", "{{**x, **{dict}}}", "call(first, *x, **{dict})", "x {operator} x", "(x,) {operator} ({any_small},)", "[x] {operator} [{any_small}, x]", "copied_value(x)", "match(x)", "x.__reduce_ex__({small})", "x.__reduce__()", "x.__getstate__()", "x.__format__({spec})", "format(x, {spec})", "'{{:{plain_spec}}}'.format(x)", "type(x).{dunder}(x, **{named})", "x.{dunder}(**{named})", "x.{dunder}({wrapped})", "type(x).__base__.{dunder}(x, {any_small})", "getattr(super(type(x), x), '{dunder}')({any_small})", "x.__sizeof__({any})", "x.__dir__({any})", "x.__init_subclass__({any})",
           "x.__subclasshook__({any})", "x.__ne__({any_small})"]

# subject: (receivers, expressions of its own, how often one of METHODS rather than an expression)
SUBJECTS = {
    "int": (["{int}", "{int}", "I({int})", "OpsI(3)"], NUMBER + ["pow({int}, {small}, {int})", "pow({int}, {int_exponent}, {int})", "x << {shift}", "x >> {shift}", "ilshift(x, {shift})", "x // {int}", "x % {int}", "x * {int}", "x & {int}", "x | {int}", "x ^ {int}", "divmod(x, {int})", "x / {int}", "x + {float}", "x == {float}", "x < {float}", "int({any})",
                    "int.from_bytes({bytes}, {order})", "int.from_bytes({bytes}, {order}, signed={bool})", "x.to_bytes({size}, {order}, signed={bool})", "int({number_text})", "int({number_text}, {base})", "I({number_text})", "range(x, {small})[{index}:]", "round(x, -{small})", "II({any}, {word}={item})", "I({any}, {any})", "I({any}, {word}={item})", "[x & {int}, x | {int}, x ^ {int}, ~x]", "divmod(x, {int}) == (x // {int}, x % {int})", "x.to_bytes({size}, byteorder={order}, signed={bool})", "x.to_bytes(length={size}, signed={any})", "x.from_bytes({any}, {any})", "x.from_bytes({buffer}, byteorder={order}, {word}=1)", "isqrt_check(x)", "str(x * {int} + {int})", "int(str(x)) == x", "x >> {int}", "x ** {small} % {int}", "float(x) // {real}", "x == float(x)", "pow(x, {int_exponent}, {int})", "hash(x)", "x {operator} {acting}"], 0.3),
    "bool": (["{bool}"], NUMBER + ["x & {bool}", "x | {bool}", "x ^ {bool}", "~x", "bool({any})", "bool({any}, {any})", "x + {bool}", "-x", "bool({any}, {word}={any})", "bool({word}={any})", "x {arithmetic} {any_small}", "True if x else False", "x is bool(x)", "int(x)"], 0.3),
    "float": (["{float}", "{float}", "F({float})"], NUMBER + ["float({number_text})", "float({any})", "x // {real}", "x % {real}", "x ** {real_small}", "divmod(x, {real})", "x == {int}", "x < {int}", "round(x, {digits})", "float.fromhex({number_text})", "format(x, {float_spec})", "'%{float_percent}' % x", "repr(x)", "F({number_text})", "float.__getformat__({any})", "x.as_integer_ratio()", "float(x.hex())", "FI({any}, {word}={item})", "F({any}, {any})", "F({any}, {word}={item})", "round(x, {any})", "x {operator} {int}", "{int} {operator} x", "divmod({int}, x)", "[x // {float}, x % {float}]", "hash(x) if x == x else 0", "float.from_number", "format(x, '.{size}f')", "complex(x, {any})", "int(x)", "x.__round__({any})"], 0.2),
    "complex": (["{complex}", "C({complex})"], NUMBER + ["complex({number_text})", "complex({any})", "complex({any}, {any})", "x.real", "x.imag", "x * {complex}", "x / {complex}", "x ** {complex}", "x ** {exponent}", "format(x, {float_spec})", "x == {number}", "complex(real={number}, imag={number})", "CI({any}, {word}={item})", "C({any}, {word}={item})", "complex({any}, {word}={any})", "complex({str}, {any})", "complex({hostile_number}, {hostile_number})", "pow(x, {small}, {any})", "x {operator} {any_small}", "abs(x) if x == x else 0"], 0.15),
    "str": (["{str}"], SEQUENCE + ["str({any})", "str({bytes}, {codec}, {errors})", "x in {str}", "x + {str}", "x < {str}", "x == {str}", "x % {any}", "str(x)", "repr(x)", "ascii(x)", "ord(x)", "x.join({strings})", "x.split(maxsplit={size})", "x.split(sep={separator}, maxsplit={size})", "x.replace({sub}, {sub}, count={size})", "int(x)", "float(x)", "format(x, {text_spec})", "x.translate({table_dict})", "x.upper().lower()", "str(object={any})", "SI({any}, {word}={item})", "S({any}, {word}={item})", "S({bytes}, {codec}, {errors})", "x.join({acting})", "x.translate({acting})", "x * {acting}", "str({acting})", "x[{acting}]", "str({any}, {any}, {any})", "x.casefold() == x.lower()", "[x.isalpha(), x.isdigit(), x.isdecimal(), x.isnumeric(), x.isalnum(), x.isupper(), x.islower(), x.istitle(), x.isspace(), x.isprintable(), x.isidentifier()]", "[x.upper(), x.lower(), x.title(), x.swapcase(), x.capitalize(), x.casefold()]", "f'{{x!r:{plain_spec}}}'"], 0.75),
    "bytes": (["{bytes}"], SEQUENCE + ["bytes({modest_any})", "bytes({str}, {codec}, {errors})", "bytes({int_iterable})", "x + {buffer}", "x == {buffer}", "x < {buffer}", "{part} in x", "x % {percent_value}", "bytes(x)", "x.hex({char}, {small})", "bytes.fromhex({hex_text})", "x.split(maxsplit={size})", "int(x)", "float(x)", "x.translate(None, {part})", "x.decode({codec}, {errors})", "BI({bytes}, {word}={item})", "B({any}, {word}={item})", "x[{acting}]", "bytes({acting})", "bytes(string={any})", "bytes({str}, encoding={codec}, errors={errors})", "bytes({bytes}, {word}={any})"], 0.7),
    "bytearray": (["{bytearray}"], SEQUENCE + MUTABLE + ["bytearray({modest_any})", "bytearray({str}, {codec}, {errors})", "bytearray({int_iterable})", "x + {buffer}", "iadd(x, {buffer})", "x == {buffer}", "{part} in x", "setitem(x, {index}, {byte})", "setitem(x, slice({slice_ends}), {buffer})", "x.extend({buffer})", "x.append({byte})", "imul(x, {size})", "x.pop()", "x % {percent_value}", "x.__init__({modest_any})", "x.insert({acting}, 65)", "x.pop({acting})", "x.append({acting})", "x.find({acting})", "x.extend({acting})", "x.join([b'a', {buffer}])", "AI({bytes}, {word}={item})", "A({any}, {word}={item})", "x.replace({acting}, b'')", "setitem(x, slice({slice_ends}), x)", "[memoryview(x), x.{change}][1]"], 0.6),
    "memoryview": (["{view}"], ["x[{index}]", "x[{slice_text}]", "x[{slice_text}].tolist()", "x[{slice_text}].tobytes()", "setitem(x, {index}, {byte})", "setitem(x, slice({slice_ends}), {buffer})", "setitem(x, {any}, {any})", "delitem(x, {index})", "x == {buffer}", "x == {view}", "x.cast({format})", "x.cast({format}, {shape})", "memoryview({any})", "bytes(x)", "list(x)", "len(x)", "x.nbytes",
                   "x.itemsize", "x.ndim", "x.shape", "x.strides", "x.format", "x.readonly", "x.contiguous", "x.c_contiguous", "x.f_contiguous", "x.suboffsets", "x.obj", "x[{small}, {small}]", "setitem(x, ({small}, {small}), {byte})", "{byte} in x", "iter(x)", "reversed(x)", "x.tolist()", "x.tobytes({view_order})", "memoryview(x)[::2]", "x.__exit__(None, None, None)", "call(lambda v: (v.release(), v[0]), x)", "call(lambda v: (v.release(), len(v)), x)", "bytearray(x)", "x[...]", "x[()]", "min(x)", "x[{slice_text}].cast({format})", "x.hex({char}, {small})", "memoryview({word}={any})", "memoryview({any}, {any})", "x {operator} {any_small}", "setitem(x, {acting}, 1)", "setitem(x, 0, {acting})", "setitem(x, 0, {number})", "x.cast({format}).cast('B').tolist()", "x.cast({format}).tolist()", "x.cast(format={format}, shape={shape})", "x.cast({any}, {any})", "x.tobytes(order={any})", "x.toreadonly()[{slice_text}]", "x[::2] == x[::2]", "x[{slice_text}] == {buffer}", "hash(x) and 1", "x.index({byte})", "x.count({byte})"], 0.25),
    "list": (["{list}"], SEQUENCE + MUTABLE + ["list({any})", "list({iterable})", "x + {list}", "iadd(x, {iterable})", "x == {list}", "x < {list}", "x.sort(key={key_function})", "x.sort(reverse={bool})", "x.sort(key={key_function}, reverse={any})", "x.__init__({modest_any})", "x.index({item}, {index})", "x.pop()", "repr(x)", "sorted(x, key={key_function})", "x.extend(x)", "x * {small}", "x.index({acting})", "x.count({acting})", "x.remove({acting})", "{acting} in x", "x.extend({acting})", "setitem(x, {acting}, {item})", "x.insert({acting}, {item})", "x.sort(key=lambda y: [act(lambda: X.{change}), 1][1])", "setitem(x, slice({acting}, None), [1])", "setitem(x, slice({slice_ends}), x)", "x.pop({acting})", "LI({iterable}, {word}={item})", "LI({word}={item})", "L({any}, {word}={item})", "x * {acting}", "sorted([counted(y) for y in {real_items}], reverse={bool})", "sort_steps({real_items}, {bool})", "del_all(x, {slice}, {slice})"], 0.5),
    "tuple": (["{tuple}"], SEQUENCE + ["tuple({any})", "tuple({iterable})", "x + {tuple}", "x == {tuple}", "x < {tuple}", "repr(x)", "x + {any}", "hash({hashable_tuple})", "setitem(x, 0, 1)", "delitem(x, 0)", "T({iterable})", "x.index({acting})", "x.count({acting})", "TI({iterable}, {word}={item})", "T({any}, {word}={item})", "T({any}, {any})", "x {operator} {tuple}", "x[{acting}]", "hash(x) and 1"], 0.4),
    "dict": (["{dict}"], ["dict({pairs})", "dict({any})", "dict({pairs}, a={item})", "dict(a={item}, b={item})", "x[{key}]", "setitem(x, {key}, {item})", "delitem(x, {key})", "{key} in x", "x | {dict}", "x | {any}", "ior(x, {pairs})", "ior(x, {any})", "x == {dict}", "x < {dict}", "x.update(a={item})", "x.update({pairs}, b=1)", "list(x)", "list(x.items())", "len(x)", "repr(x)", "reversed(x)", "dict.fromkeys({iterable}, {item})",
                         "dict(x, **{dict})", "call(first, 1, **x)", "x.pop({key})", "x.popitem()", "x.setdefault({key})", "D({pairs})", "x.copy() == x", "x.get({key})", "iter(x)", "dict(x)", "x[{acting}]", "setitem(x, {acting}, {item})", "delitem(x, {acting})", "x.pop({acting}, 5)", "x.setdefault({acting}, 1)", "x.update({acting})", "DI({pairs}, {word}={item})", "D({any}, {word}={item})", "M({pairs})[{key}]", "x == {{1: {acting}}}", "dict(**{any})", "x.update(**{any})", "x.items() {operator} {keys}", "x | {dict} | {dict}", "x.fromkeys({iterable})", "[x.popitem(), x.popitem(), x]", "dict(x, **x)"], 0.55),
    "views": (["{plain_dict}.keys()", "{plain_dict}.items()", "{plain_dict}.values()", "{dict}.keys()", "{dict}.items()"], ["x {setop} {keys}", "{keys} {setop} x", "x {setop} {iterable}", "x {comparison} {keys}", "x {comparison} {any}", "{item} in x", "({small}, {small}) in x", "len(x)", "reversed(x)", "repr(x)", "iter(x)", "x.mapping", "hash(x)", "x[0]", "isub(x, {keys})", "bool(x)", "x {setop} {any}", "{any} {setop} x", "ior(x, {any})", "iand(x, {keys})", "x.mapping[{key}]", "setattr(x.mapping, {sub}, 1)", "sorted(x)", "max(x)", "x {operator} {any_small}", "{acting} in x", "x & [{acting}]", "x.isdisjoint([{acting}])", "len(x & {iterable})", "x == {dict}", "list(x) == [*x]", "type(x)()", "x.mapping | {dict}", "x.mapping.copy()", "x.mapping == {dict}"], 0.5),
    "set": (["set([{int_items}])", "{set}", "{set}"], SETS + ["set({iterable})", "set({any})", "x.pop()", "x.update({iterable}, {iterable})", "x.difference_update({iterable}, {iterable})", "x.__init__({modest_any})", "x.add({acting})", "x.update([{acting}])", "x.discard({acting})", "x.remove({acting})", "x {setop} {{{acting}}}", "EI({iterable}, {word}={item})", "E({any}, {word}={item})", "x.remove({set})", "{set} in x", "x.add({item})", "x.issubset({acting})", "x == {{{acting}}}"], 0.55),
    "frozenset": (["frozenset([{int_items}])", "{set}"], SETS + ["frozenset({iterable})", "frozenset({any})", "x {setop} {{{acting}}}", "ZI({iterable}, {word}={item})", "Z({any}, {word}={item})", "frozenset({any}, {any})", "{set} in x"], 0.5),
    "range": (["{range}", "range({big_end}, {big_end})", "range({big_end}, {big_end}, {step})"], ["range({any}, {any})", "range({any})", "range({int}, {int}, {int})[{index}]", "range({big_end}, {big_end}, {step})[{slice_text}]", "range({int}, {int}, {int})[{slice}]", "len(range({int}, {int}, {step}))", "{int} in range({big_end}, {big_end}, {step})", "{float} in {range}", "range({int}).index({int})", "{range}.index({item})", "{range}.count({item})", "range({int}, {int}, {step}).start", "x.stop", "x.step", "x == {range}",
                     "x == range({big_end}, {big_end}, {step})", "hash(range({int}, {int}, {step}))", "repr(x)", "list({range})", "reversed(range({int}, {int}, {step}))", "iter(range({int}, {int}, {step}))", "bool(x)", "x < {range}", "x + {range}", "min({range})", "{range} == {any}", "x[{index}]", "range({any}, {any}, {any})", "range(*{tuple})", "sum({range})", "sorted({range}, reverse=True)", "range({any}, {word}={any})", "range(5, {acting})", "x {operator} {any_small}", "x[{slice}][{slice}]", "x.index({acting})", "list(x)[{slice_text}] == list(x[{slice_text}])", "(x.start, x.stop, x.step)", "hash(x)", "x.__reduce__()[1]"], 0.2),
    "slice": (["{slice}"], ["slice({any})", "slice({any}, {any})", "slice({any}, {any}, {any})", "x.start", "x.stop", "x.step", "x.indices({int})", "x.indices({any})", "x == {slice}", "x < {slice}", "repr(x)", "hash(slice({small}, {small}))", "[1, 2, 3, 4, 5][x]", "'hello'[x]", "range(10)[x]", "b'hello'[x]", "(1, 2, 3)[x]", "slice()", "slice(*{tuple})", "hash(x)", "x {operator} {slice}", "x.indices({acting})", "slice({any}, {word}={any})", "[0, 1, 2, 3][slice({acting}, None)]", "x.__reduce__()[1]", "setattr(x, 'start', 1)", "{{x: 1}}"], 0.2),
    "iterators": (["enumerate({iterable})", "enumerate({iterable}, {int})", "zip({iterable}, {iterable})", "zip({iterable}, {iterable}, strict=True)", "map({function}, {iterable})", "map({function}, {iterable}, {iterable})", "filter({function}, {iterable})", "reversed({list})", "reversed({tuple})", "reversed({any})", "iter({iterable})", "iter({any})", "iter({list}.pop, {item})", "iter({list})", "iter({str})", "reversed({range})", "iter({range})",
                   "iter({set})", "iter({plain_dict}.items())", "reversed({plain_dict}.items())", "iter({bytes})", "iter({bytearray})"], ["list(x)", "next(x)", "next(x, {item})", "[next(x), list(x)]", "x.__length_hint__()", "[next(x), x.__length_hint__()]", "x.__setstate__({int})", "{item} in x", "tuple(x)", "sum(x)", "dict(x)", "set(x)", "sorted(x)", "x.__iter__() is x", "[x.__setstate__({index}), list(x)]",
                   "zip({any}, {any})", "zip({iterable}, {iterable}, {iterable}, strict={bool})", "zip()", "zip(x)", "map({function})", "map({any}, {any})", "filter({any}, {any})", "filter({function}, x)", "enumerate(x, {any})", "enumerate({any}, start={int})", "reversed({any})", "iter({any}, {any})", "next({any})", "next({any}, {any})", "min(x)", "max(x, default={item})", "any(x)", "all(x)", "len(x)", "unpack2(x)", "unpack_star(x)", "first(*x)", "list(zip(x, {iterable}, strict=True))", "x.__reduce__()[1:] and 1", "copied(x)", "enumerate({word}={any})", "enumerate({iterable}, {word}={any})", "zip({iterable}, {word}={any})", "map({function}, {iterable}, {word}={any})", "filter({function}, {iterable}, {word}={any})", "reversed({iterable}, {word}={any})", "enumerate({iterable}, {int}, {any})", "reversed({any}, {any})", "iter({any}, {word}={any})", "iter(Given(call={any}), {any})", "walked({list}, lambda: 0)", "zip(*{iterable})", "list(map(None, {iterable}))", "list(zip({iterable}, x))", "[next(x, 0), next(x, 0), next(x, 0)]", "x.{dunder}({any})", "x.{dunder}()", "x {operator} {any_small}", "[x.__setstate__({any}), list(x)]", "steps(x, '__next__', '__length_hint__', '__next__')", "x.__reduce__()[1] and 1", "sum(x, {any})", "''.join(x)", "b''.join(x)", "list(reversed({range}))", "list(reversed({dict}))", "unpack2(x)", "max(x, key={key_function})", "[a for a, b in x]"], 0.05),
    "builtins": (["{any}"], ["round({number}, {any_small})", "round({number})", "round({any})", "divmod({any}, {any})", "divmod({number}, {number})", "pow({small}, {exponent}, {any})", "pow({any_small}, {exponent})", "hash({number})", "hash(({small}, {float}))", "min({iterable})", "max({iterable})", "min({any}, {any})", "max({real}, {real}, {real})", "min({iterable}, key={key_function})", "max({iterable}, key={key_function}, default={item})", "max({real}, {real}, default=1)", "sum({iterable})", "sum({iterable}, {any})",
                 "sum([{float}, {float}, {float}])", "sum([{int}, {float}, {complex}])", "sum({iterable}, start={item})", "sorted({iterable})", "sorted({iterable}, key={key_function})", "sorted({iterable}, reverse={any})", "sorted({any}, {any})", "abs({any})", "any({iterable})", "all({iterable})", "ascii({any_shown})", "bin({any})", "hex({any})", "oct({any})", "bool({any})", "callable({any})", "chr({int})", "chr({any})", "ord({any})", "ord({sub})",
                 "format({any_shown}, {spec})", "format({any_shown})", "getattr({any}, {sub})", "getattr({any}, {any}, {any})", "hasattr({any}, {any})", "isinstance({any}, {any})", "isinstance({any}, ({any}, int))", "issubclass({any}, {any})", "issubclass(int, ({any}, {any}))", "iter({any})", "len({any})", "next({any})", "repr({any_shown})", "type({any})", "type({any}, {any}, {any})", "setattr({any}, {any}, {any})", "delattr({any}, {any})", "vars({any})", "slice({any})", "str({any_shown})", "int({any})", "float({any})",
                 "tuple({any})", "dict({any})", "set({list})", "list({any})", "bytes({modest_any})", "enumerate({any})", "print({any}, sep={any}, file=5)", "eval({number_text})", "compile({any}, {any}, {any})", "input.__name__", "object({any})", "type(x).__mro__", "type(x).__name__", "x()", "x({any})", "x.{sub_name}", "int({any}, {any})", "super({any}, {any})", "property({any}).fget", "staticmethod({any}).__func__ is None", "classmethod({any}).__func__ is None", "isinstance(x, type(x))", "issubclass(type(x), object)", "id()", "hash()", "len()", "min()", "sorted()", "print(end={any}, file=0)", "({any}).__init__({any})",
                 "{builtin}({any}, {any}, {any}, {any})", "{builtin}({word}={any})", "{builtin}({any}, {word}={any})", "{builtin}()", "{builtin}({any}, {any})", "{builtin}(*{any})", "{builtin}(**{any})", "{any}[{any}]", "{any_small} {operator} {any_small}", "{any_small} ** {any_small}", "[*{any}]", "{{**{any}}}", "{{*{list}}}", "(*{any},)", "f'{{ {any_shown}!r:{plain_spec}}}'", "({any}).{dunder}({any_small})", "({any}).{dunder}()", "({any}).{dunder}({any_small}, {any_small})", "{type}.{dunder}({any}, {any_small})", "{type}.{dunder}({any})", "{type}.{dunder}()", "{type}.__new__({type}, {modest_any})", "{type}.__new__({any})", "{type}.__init__({any}, {any})", "{type}({modest_any}, {modest_any})", "{type}({word}={modest_any})", "{type}({modest_any}, {word}={any})", "{builtin}({any}, **{dict})", "{builtin}(*{list}, **{named})", "{builtin}(*{any}, {word}={any})", "{builtin}({modest_any}, {modest_any}, {word}={any})", "{builtin}({modest_any}, {word}={any}, key=len)", "iadd({any}, {any})", "imul({any_small}, {any_small})", "isub({any}, {any})", "ior({any}, {any})", "iand({any}, {any})", "ixor({any}, {any})", "imod({any_small}, {any_small})", "ipow({any_small}, {any_small})", "ilshift({any_small}, {any_small})", "imatmul({any}, {any})", "({any}) @ ({any})", "setitem({any}, {any}, {any})", "delitem({any}, {any})", "unpack2({any})", "unpack_star({any})", "[{any}, {any}] == [{any}, {any}]", "sorted([{any}, {any}])", "({any}) is None", "isinstance({any}, {type})", "isinstance({any}, ({type}, {type}))", "issubclass({type}, {type})", "{type} | {any}", "{type}[{any}]", "sum([{any}, {any}], {any})", "max({any}, {any}, key={key_function})", "min([{any}], [{any}])", "({any_small}) {operator} ({any_small}) {operator} ({any_small})", "with_it({any})", "for_it({any})", "await_it({any})", "raise_it({any})", "assert_it({any})", "del_attr({any}, {sub})", "class_of({any}, {any})", "call({any}, {any}, a={any})", "call({any}, *{any})", "call({any}, **{any})", "-({any})", "+({any})", "~({any})", "abs({any})", "round({any}, {any})", "int.from_bytes({any}, {any})", "str.maketrans({any})", "str.maketrans({any}, {any})", "bytes.maketrans({any}, {any})", "dict.fromkeys({any}, {any})", "bytes.fromhex({any})", "float.fromhex({any})", "''.join({any})", "b''.join({any})", "({any})[{any}:{any}]", "({any})[{any}:{any}:{any}]"], 0.0),
    "files": (["{file}"], ["did(x, {steps})", "did(x, {steps}, {steps})"], 0.0),
    "numtext": (["{number_text}"], ["int(x)", "float(x)", "complex(x)", "int(x, {base})", "int(x, {base})", "int({bytes})", "float({bytearray})", "int({bytearray})", "complex({str})", "int(x.encode('utf-8', 'replace'), {base})", "float.fromhex(x)", "int({str}, {any})", "bool(x)", "repr(float(x))", "repr(complex(x))", "int(x, base={any})", "float(x) == complex(x)", "int(x + {char}, {base})", "float(x + {char})", "complex(x + {number_text})", "int({char} + x)"], 0.0),
    "format": (["{any_shown}"], ["format({int}, {spec})", "format({float}, {spec})", "format({float}, {float_spec})", "format({complex}, {float_spec})", "format({str}, {text_spec})", "format({bool}, {spec})", "format(x, {spec})", "'{{:{plain_spec}}}'.format({number})", "f'{{{float}:{plain_spec}}}'", "f'{{{int}:{plain_spec}}}'", "{int}.__format__({any})", "'{{!r:{plain_spec}}}'.format({any_shown})", "f'{{{str}!a:>{small}}}'", "format({int}, {int_spec})", "format({float}, ',')", "format({hostile_number}, {spec})", "f'{{{int}:{{{size}}}}}'"], 0.0),
    "percent": (["{percent_text}"], ["x % {any_shown}", "x % {number}", "x % ({number}, {number})", "x % ({any_shown}, {number}, {number})", "x % ({small}, {small}, {number})", "x % {str}", "'%{plain_percent}' % {number}", "'%{plain_percent}' % {any_shown}", "'%{plain_percent}' % ({number},)", "'%*.*f' % ({size}, {size}, {float})", "'%(a)s %(b)d' % {dict}", "'%(a){plain_percent}' % {{'a': {number}}}", "x % {dict}", "b'%{plain_percent}' % {number}", "b'%{plain_percent}' % {buffer}", "bytearray(b'%{plain_percent}') % ({buffer},)", "b'%b|%s|%a' % ({buffer}, {buffer}, {any_shown})", "'%s %r %a' % ({any_shown}, {any_shown}, {str})",
                "'%c' % {int}", "'%c' % {sub}", "b'%c' % {byte}", "'%{plain_percent}' % {hostile_number}", "imod(x, {any_shown})"], 0.0),
    "strformat": (["{format_text}"], ["x.format({any_shown}, {modest_number}, a={any_shown})", "x.format({number}, {modest_number})", "x.format(*{list}, **{named})", "x.format()", "x.format_map({dict})", "x.format_map(D({dict}))", "x.format({list}, {str}, a={dict})", "'{{0[{index}]}}'.format({list})", "'{{a[b]}}'.format(a={{'b': {number}}})", "'{{0.real}} {{0.imag}}'.format({number})", "'{{:{{}}}}'.format({number}, {spec})", "'{{:{{}}.{{}}}}'.format({any_shown}, {width}, {size})", "'{{!{conversion}}}'.format({any_shown})", "x.format_map({any_shown})"], 0.0),
    "codecs": (["{str}"], ["x.encode({codec})", "x.encode({codec}, {errors})", "{bytes}.decode({codec})", "{bytes}.decode({codec}, {errors})", "{bytearray}.decode({codec}, {errors})", "str({buffer}, {codec}, {errors})", "bytes(x, {codec}, {errors})", "x.encode({codec}, {errors}).decode({codec}, {errors})", "{bad_bytes}.decode({unicode_codec}, {errors})", "{bad_bytes}.decode({unicode_codec}, {errors})", "{bad_text}.encode({unicode_codec}, {errors})", "{bad_text}.encode({unicode_codec}, {errors})", "x.encode(errors={errors})", "x.encode(encoding={codec})", "{bad_bytes}.decode()", "str({any}, {codec})", "str({bytes}, errors={errors})", "x.encode({any})", "{bytes}.decode({any}, {any})", "failed(lambda: {bad_bytes}.decode({unicode_codec}))", "failed(lambda: {bad_text}.encode({unicode_codec}))"], 0.0),
}

SUBJECTS |= {
    "array": (["{array}"], SEQUENCE + MUTABLE + ["array({typecode}, {int_iterable})", "array({typecode}, {modest_any})", "array({any}, {any})", "array({typecode}, {array})", "x + {array}", "iadd(x, {array})", "x {operator} {array}", "x.tobytes()", "x.frombytes({buffer})", "x.tolist()", "x.fromlist({list})", "x.extend({iterable})", "x.extend({array})", "x.byteswap()", "x.fromunicode({str})", "x.tounicode()", "x.itemsize", "x.typecode", "x.buffer_info()[1]",
              "memoryview(x)", "bytes(x)", "x.index({item}, {index})", "setitem(x, slice({slice_ends}), {array})", "[memoryview(x), x.append(1)]", "x.tofile({any})", "x.fromfile(io.BytesIO({bytes}), {size})", "x.__init__({any})", "array({typecode}, {word}={any})", "array(*{tuple})", "array({typecode}, {bytes})", "array({typecode}, {str})", "x.append({acting})", "x[{acting}]", "hash(x)", "iter(x)", "x.__copy__()", "x.__deepcopy__({{}})", "array({typecode}, x)", "x == {list}", "x.insert({index}, {number})", "x.append({number})"], 0.5),
    "errors": (["{error}"], ["str(x)", "repr(x)", "x.args", "x.with_traceback({any})", "[x.add_note({any}), x.__notes__]", "x.{error_attribute}", "[setattr(x, '{error_attribute}', {any}), x.{error_attribute}, str(x), repr(x)]", "delattr(x, '{error_attribute}')", "[delattr(x, '{error_attribute}'), str(x), repr(x)]", "x.__setstate__({dict})", "x.__reduce__()", "[x.__init__({any}), x]", "[x.__init__({any}, {any}), str(x)]", "type(x)({any})", "type(x)()", "type(x)({any}, {any})",
               "type(x)({any}, {any}, {any})", "type(x)({any}, {any}, {any}, {any}, {any})", "type(x)({any}, {error_attribute}={any})", "type(x)({error_attribute}={any})", "type(x).__new__(type(x), {any})", "type(x).__new__({error_type}, {any})", "x.split({error_filter})", "x.subgroup({error_filter})", "x.derive([{error}])", "type(x)('m', [{error}, {error}])", "type(x)({any}, [{error}])", "copied_value(x)", "raise_it(x)", "raise_from(x, {any})", "raise_from(x, {error})", "x == {error}", "isinstance(x, {error_type})", "issubclass(type(x), {error_type})",
               "x.__context__", "x.__cause__", "x.__suppress_context__", "vars(x)", "type(x).__mro__", "{error_type}({any}, {any})", "{error_type}({any}, {any}, {any})", "{error_type}({any}, {any}, {any}, {any}, {any})", "{error_type}(*{tuple})", "{error_type}({any}, {error_attribute}={any}, {error_attribute}={any})", "str({error_type}({any}, {any}))", "str({error_type}({bytes}, {bytes}, {small}, {small}, {str}))", "str({error_type}({str}, {str}, {small}, {small}, {str}))", "x.{dunder}({any})", "type(x).{dunder}(x, {any})", "hash(x) and 1",
               "x.__init__({error_attribute}={any})", "[x.__init__(*{tuple}), x.args, str(x)]", "x.__class_getitem__({any})", "type(x)[{any}]", "raise_it({error_type})", "throw_it({error_type}, {any})", "throw_it(x)", "throw_it(x, {any}, {any})", "caught_group(x, {error_type})", "caught_group(x, ({error_type}, {error_type}))"], 0.0),
    "weakrefs": (["{weak}"], ["x()", "repr(x) and 1", "hash(x)", "x == {weak}", "x {operator} {any_small}", "x {operator} {weak}", "x({any})", "x.__callback__", "weakref.ref({held_any})", "weakref.ref({weakable})", "weakref.ref({weakable}, {any}, {any})", "weakref.ref({held_any}, {word}={any})", "weakref.proxy({held_any})", "weakref.proxy({held_any}, {any})", "weakref.getweakrefcount({held_any})", "weakref.getweakrefs({held_any})", "x.{sub_name}", "setattr(x, '{sub_name}', {any})", "delattr(x, '{sub_name}')", "type(x)", "len(x)", "list(x)", "x[{held_any}]",
                 "setitem(x, {held_any}, {held_any})", "delitem(x, {held_any})", "{held_any} in x", "bool(x)", "int(x)", "-x", "iter(x)", "next(x)", "{inplace}(x, {any_small})", "str(x) and 1", "format(x, {spec}) and 1", "x.{dunder}({any_small})", "x.{dunder}()", "type(x).{dunder}(x, {any_small})", "type(x)({held_any})", "type(x)()", "x.get({held_any})", "x.pop({held_any})", "x.popitem()", "x.setdefault({held_any}, {held_any})", "x.update({{1: {weakable}}})", "x.keys()", "x.add({held_any})", "x.discard({held_any})", "x.remove({held_any})", "x | {any}", "x & {any}", "x.alive", "x.detach()", "x.peek()", "x.atexit",
                 "x.copy()", "isinstance(x, {type})", "x.__class__", "x.valuerefs()", "x.keyrefs()", "sorted(x)", "x.issubset([{weakable}])", "x.union([{weakable}])", "x.isdisjoint([{weakable}])", "weakref.WeakValueDictionary({held_any})", "weakref.WeakKeyDictionary({held_any})", "weakref.WeakSet({held_any})", "weakref.WeakMethod({any})", "weakref.finalize({held_any}, {any})", "x.nothing"], 0.0),
    "aliases": (["{alias}"], ["repr(x)", "str(x)", "x == {alias}", "x {operator} {alias}", "x {operator} {any_small}", "x | {type}", "{type} | x", "x | {alias}", "x | {any}", "x[{any}]", "x[{type}]", "x[{type}, {type}]", "x[{alias}]", "x({any})", "x()", "x({any}, {any})", "x({word}={any})", "x.__args__", "x.__origin__", "x.__parameters__", "x.__unpacked__", "hash(x) == hash({alias})", "hash(x) and 1", "isinstance({any}, x)", "issubclass({type}, x)", "isinstance({any}, (x, int))", "x.__mro_entries__({any})", "x.{sub_name}", "list(x)", "[*x]", "len(x)", "setattr(x, '{sub_name}', {any})",
                "setattr(x, '__origin__', {any})", "copied_value(x)", "x.__reduce__()", "x.__reduce_ex__({small})", "type(x)({any}, {any})", "type(x)({type}, {any})", "type(x)({any})", "type(x)({type}, {word}={any})", "types.GenericAlias({any}, {any})", "types.GenericAlias({type}, ({type}, {any}))", "x.{dunder}({any_small})", "x.{dunder}()", "type(x).{dunder}(x, {type})", "class_of(x, type)", "type('N', (x,), {{}})", "x.fromkeys({any})", "x.__class__", "x.__doc__ and 1", "x.__call__({any})", "x.__subclasscheck__({any})", "x.__instancecheck__({any})", "{type} in x.__args__", "bool(x)", "x is {alias}", "next(iter(x))", "'%s' % x",
                "f'{{x:{plain_spec}}}'", "{{x: 1}}[x]", "vars(x)", "'__add__' in dir(x)", "x[...]", "x[{any}, {any}]", "x[[{type}]]", "x[()]"], 0.0),
    "objects": (["{thing}"], ["repr(x)", "str(x)", "x()", "x({any})", "x({any}, {any})", "x({word}={any})", "x == {thing}", "x {operator} {any_small}", "x {operator} {thing}", "x.{thing_attribute}", "setattr(x, '{thing_attribute}', {any})", "[setattr(x, '{thing_attribute}', {any}), x.{thing_attribute}]", "delattr(x, '{thing_attribute}')", "x[{any}]", "setitem(x, {any}, {any})", "delitem(x, {any})", "len(x)", "list(x)", "iter(x)", "next(x)", "{any} in x", "hash(x) and 1", "bool(x)", "type(x)({any})", "type(x)({any}, {any})", "type(x)()", "type(x)({word}={any})", "type(x).__new__(type(x), {any})", "x.{dunder}({any_small})", "x.{dunder}()", "type(x).{dunder}(x, {any_small})",
                "copied_value(x)", "x.__reduce_ex__({small})", "x.__reduce__()", "isinstance({any}, x)", "issubclass({type}, x)", "x | {any}", "{inplace}(x, {any_small})", "format(x, {spec})", "x.__format__({any})", "x.__get__({any})", "x.__get__({any}, {any})", "x.__get__(None, {type})", "x.__set__({any}, {any})", "x.__delete__({any})", "x.__set_name__({any}, {any})", "x.getter({any})", "x.setter({any})", "x.send({any})", "x.throw({error_type})", "x.throw({any}, {any})", "x.close()", "[x.send(None), x.send({any})]", "x.cell_contents", "x.__call__({any})", "x.__init__({any})", "x.__init__({any}, {any})", "vars(x) and 1", "type(x).__mro__", "await_it(x)", "with_it(x)", "x.__getattribute__({any})", "x.__setattr__({any}, {any})", "class_of(x, type)",
                "x.copy()", "x.get({any}, {any})", "x.items()", "x.keys()", "reversed(x)", "{{**x}}", "x.__self__", "x.__func__", "x.__wrapped__", "x.__ror__({dict})", "property({any}, {any}, {any}, {any}).__doc__", "types.MethodType({any}, {any})", "types.MethodType({function}, {any})({any})", "types.SimpleNamespace({any})", "types.SimpleNamespace(**{any})", "types.MappingProxyType({any})", "types.CellType({any})", "types.FunctionType({any}, {any})", "types.ModuleType({any}, {any})", "type({str}, ({type},), {dict})", "type('N', ({type}, {type}), {{}})", "super({type}, {any})", "super({type}, {any}).{dunder}", "x.mro()", "x.__bases__", "x.__prepare__({any})", "x.__type_params__"], 0.0),
}
ERROR_TYPES = """BaseException Exception ValueError TypeError KeyError IndexError LookupError OSError FileNotFoundError PermissionError BlockingIOError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError UnicodeError ImportError ModuleNotFoundError NameError UnboundLocalError AttributeError SyntaxError IndentationError StopIteration StopAsyncIteration SystemExit
    KeyboardInterrupt ExceptionGroup BaseExceptionGroup MemoryError ZeroDivisionError RecursionError Warning UserWarning EncodingWarning GeneratorExit Raised RaisedOS RaisedGroup RaisedKey""".split()
ERROR_ATTRIBUTES = "args name path obj value code errno strerror filename filename2 characters_written encoding object start end reason msg lineno offset text end_lineno end_offset print_file_and_line message exceptions name_from __cause__ __context__ __suppress_context__ __traceback__ __notes__ nothing".split()
THING_ATTRIBUTES = "__name__ __qualname__ __doc__ __module__ __dict__ __defaults__ __kwdefaults__ __code__ __closure__ __annotations__ __type_params__ __self__ __func__ __wrapped__ __isabstractmethod__ fget fset fdel __text_signature__ __objclass__ gi_running gi_yieldfrom gi_code cell_contents __class__ a __bases__ __base__ __mro__ __abstractmethods__ __slots__ __weakref__ nothing start co_name".split()

FILE_STEPS = ["x.read({count})"] * 4 + ["x.readline({count})"] * 3 + ["x.write({written})"] * 5 + ["x.seek({place})"] * 4 + ["x.tell()"] * 3 + [
    "x.truncate({count})", "x.truncate()", "x.flush()", "x.readlines({count})", "x.read1({count})", "buffer_filled(x, {size})", "next(x)", "next(x, 'end')", "list(x)", "x.writelines([{written}, {written}])",
    "x.close()", "x.closed", "(x.readable(), x.writable(), x.seekable())", "x.newlines", "x.getvalue()", "x.getbuffer().nbytes", "x.seek(x.tell())", "x.reconfigure(newline={written})", "x.reconfigure(errors='replace')", "x.reconfigure(write_through=True)",
    "x.reconfigure(encoding='latin-1')", "(x.line_buffering, x.encoding, x.errors)", "x.detach() and 1", "x.isatty()", "x.__enter__() is x", "x.__exit__(None, None, None)", "x.readall()", "x.mode", "bool(x.peek(1))", "x.buffer.tell()", "x.raw.tell()", "x.readinto1(bytearray(3))", "[line for line in x]"]
METHODS |= library_calls.METHODS
SUBJECTS |= library_calls.SUBJECTS
STEPPED = ("list", "dict", "set", "bytearray", "memoryview", "files")
CHAINED = ("str", "bytes", "bytearray", "int", "float", "list", "dict", "set", "frozenset")
DUNDERS = "__add__ __radd__ __iadd__ __sub__ __rsub__ __isub__ __mul__ __rmul__ __imul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __imod__ __divmod__ __rdivmod__ __pow__ __rpow__ __lshift__ __rshift__ __rrshift__ __and__ __rand__ __iand__ __or__ __ror__ __ior__ __xor__ __rxor__ __ixor__ __lt__ __le__ __eq__ __ne__ __gt__ __ge__ __neg__ __pos__ __abs__ __invert__ __bool__ __int__ __float__ __complex__ __index__ __round__ __trunc__ __floor__ __ceil__ __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __reversed__ __length_hint__ __call__ __getnewargs__ __missing__ __bytes__ __enter__ __exit__ __class_getitem__ __setstate__".split()
INPLACE = "iadd isub imul iand ior ixor imod ipow ilshift imatmul".split()
OPERATORS = {"inplace": INPLACE, "operator": BINARY, "arithmetic": BINARY[:7] + ["&", "|", "^"], "setop": ["&", "|", "-", "^"], "comparison": BINARY[10:16]}

BUILTINS = "abs all any ascii bin bool bytearray bytes callable chr complex delattr dict divmod enumerate filter float format frozenset getattr hasattr hash hex int isinstance issubclass iter len list map max memoryview min next oct ord pow range reversed round set setattr slice sorted str sum tuple type zip property vars object".split()
WORDS = "key default start reverse strict x object base encoding errors sep end real imag number sequence iterable obj value function string source".split()


# A huge range that is walked through, or a huge text that is shown, takes a minute and tells nothing.
HUGE = re.compile(r"range\(.*\d{8}")
WALKS = re.compile(r"\b(match|walked|list|tuple|min|max|sum|sorted|unpack_star|first|set|dict|any|all|bytes|bytearray)\(|\[\*|\*x|\bin\b|(count|index|__contains__)\((?!\(?-?\d+\)?\))")


def endless(receiver, call):
    """Would this take longer than anyone waits?"""
    if HUGE.search(receiver + call):
        return WALKS.search(call)
    if re.search(r"\b(deque|Q)\(", receiver + call) and re.search(r"2\*\*6|\d{18}", call):
        return True
    return re.search(r"\bbyte(s|array)\(\(?\d{9,10}\b", receiver + call)


@lru_cache(maxsize=10000)
def code_of(line):
    """The compiled line, or None when it cannot be: that would leave all others of its program without an answer."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return compile(line, "<call>", "exec")
    except (SyntaxError, ValueError):
        return None


class Calls:
    """Random calls about one subject, as lines of a program."""

    def __init__(self, subject, values, names):
        self.values, self.random, self.choice, self.chance = values, values.random, values.choice, values.chance
        self.receivers, self.patterns, self.share = SUBJECTS[subject]
        self.hints = [re.fullmatch(r"(\w+)\((.*)\)", hint).groups() for hint in re.findall(r"\w+\(.*?\)", METHODS.get(subject, ""))]
        self.names = [name for name in names if name not in LEFT_OUT]
        self.kind = {"frozenset": "frozenset"}.get(subject, "set")
        self.subject = subject
        self.special = SPECIAL if self.names else []
        if subject in STEPPED:
            self.patterns = self.patterns + ["did(x, {steps})"] * (len(self.patterns) // 6)
        self.common = [text for text in COMMON if not (subject == "memoryview" and text in ("repr(x)", "str(x)", "format(x, {spec})"))] if self.names else []

    def line(self):
        """One call, and the name it goes by when differences are grouped."""
        while True:
            name, receiver, call = self.pick()
            line = f"c(lambda: {receiver}, lambda x: {call})"
            if not endless(receiver, call) and code_of(line):
                return name, line

    def pick(self):
        receiver = self.fill(self.choice(self.receivers))
        if self.names and self.chance(self.share):
            name, call = self.method()
        else:
            pick = self.random.random()
            pattern = self.choice(self.patterns if not self.common or pick < 0.7 else self.common if pick < 0.85 else self.special)
            name, call = pattern, self.fill(pattern)
        return name, receiver, call

    def method(self):
        if not self.hints or self.chance(0.15):
            name = self.choice(self.names)
            anything = self.values.any_small if name in SHIFTS else self.values.modest_any
            count = self.choice([0, 0, 1, 1, 1, 1, 2]) if name.startswith("__") else self.choice([0, 1, 1, 2, 3, 4])
            return name, self.written(name, [anything() for _ in range(count)])
        name, kinds = self.choice(self.hints)
        anything = self.values.any_small if name in SHIFTS else self.values.modest_any
        arguments = []
        for kind in filter(None, kinds.split(", ")):
            if kind.endswith("?") and self.chance(0.4):
                break
            arguments.append(self.one(kind.rstrip("?")))
        if arguments and self.chance(0.12):
            arguments[self.random.randrange(len(arguments))] = anything()
        if self.chance(0.03):
            arguments.append(f"{self.choice(WORDS)}={anything()}" if self.chance(0.5) else anything())
        text = self.written(name, arguments)
        if self.subject in CHAINED and self.chance(0.08):
            return name, f"{text}.{self.method()[1].removeprefix('x.')}"
        return name, text

    def written(self, name, arguments):
        """The call of a method, in one of the ways to write it."""
        text = ", ".join(arguments)
        pick = self.random.random()
        if pick < 0.85:
            return f"x.{name}({text})"
        if pick < 0.92:
            return f"type(x).{name}(x, {text})"
        if pick < 0.94:
            return f"type(x).{name}({text})"
        if "=" in text or pick < 0.96:
            return f"getattr(x, {name!r})({text})"
        if pick < 0.98:
            return f"x.{name}(*[{text}])"
        return f"x.{name}({text}{', ' if text else ''}**{{{self.choice(WORDS)!r}: {self.values.small()}}})"

    def fill(self, pattern):
        parts = re.split(r"(\{\{|\}\}|\{\w+\})", pattern)
        return "".join(part[0] if part in ("{{", "}}") else self.one(part[1:-1]) if part[:1] == "{" else part for part in parts)

    def one(self, kind):
        if kind in OPERATORS:
            return self.choice(OPERATORS[kind])
        if kind in library_calls.KINDS:
            return self.fill(self.choice(library_calls.KINDS[kind]))
        own = getattr(self, f"make_{kind}", None)
        return own() if own else getattr(self.values, kind)()

    # kinds that only calls need

    def make_steps(self):
        """Some uses of the receiver, one after the other."""
        count = self.random.randrange(2, 8 if self.subject == "files" else 5)
        return ", ".join([f"lambda x: {self.step()}" for _ in range(count)])

    def step(self):
        if self.subject == "files":
            return self.fill(self.choice(FILE_STEPS))
        changes = MUTABLE if self.subject in ("list", "bytearray", "memoryview") else SETS[:6] if self.subject == "set" else []
        return self.fill(self.choice(changes)) if changes and self.chance(0.4) else self.method()[1]

    def make_file(self):
        """A file: in memory, or of a few bytes on the disk, opened in one of the ways."""
        data = self.choice(["b''", "b'one\\ntwo\\r\\nthree\\rfour'", "b'abc'", "b'\\xc3\\xa9t\\xc3\\xa9\\n\\xe2\\x82\\xac\\n'", "b'x' * 20 + b'\\n' + b'y' * 9", "b'\\xff\\xfea\\0\\n\\0'", "b'\\r\\n\\r\\r\\n\\n'", "b'bad \\xff\\n'"])
        layer = self.random.random()
        if layer < 0.2:
            return f"io.BytesIO({data})"
        if layer < 0.4:
            newline = self.choice(["", ", None", ", ''", ", '\\n'", ", '\\r'", ", '\\r\\n'"])
            return f"io.StringIO({data}.decode('latin-1'){newline})"
        mode = self.choice(["r", "r", "r+", "w", "w+", "a", "a+", "x"])
        if layer < 0.7:
            buffering = self.choice(["-1", "0", "1", "2", "5", "16"])
            return f"file_of({data}, {mode + 'b'!r}, {buffering})"
        encoding = self.choice(["'utf-8'", "'utf-8'", "'latin-1'", "'utf-16'", "'ascii'", "'utf-8-sig'", "'utf-16-le'"])
        newline = self.choice(["None", "None", "''", "'\\n'", "'\\r'", "'\\r\\n'"])
        return f"file_of({data}, {mode!r}, {self.choice(['-1', '-1', '1', '16'])}, {encoding}, {self.choice(['None', 'None', *map(repr, ['replace', 'ignore', 'surrogateescape'])])}, {newline})"

    def make_count(self):
        return self.choice(["", "", "-1", "0", "1", "2", "3", "5", "100", "None", "True", "1.5", "'x'", "-5"])

    def make_place(self):
        return self.choice(["0", "0", "0", "1", "2", "5", "100", "0, 1", "0, 2", "1, 1", "-1, 1", "-1, 2", "-2, 2", "3, 2", "-1", "0, 9", "None", "1.0"])

    def make_written(self):
        return self.choice(["b'B'", "b'bytes\\n'", "'T'", "'text\\n'", "'\\r\\n'", "'é€'", "b''", "''", "b'long' * 9", "'long' * 9", "bytearray(b'ba')", "memoryview(b'mv')", "5", "None", "'\\ud800'"])

    def make_dunder(self):
        return self.choice(DUNDERS)

    def make_change(self):
        return self.values.change(self.subject)

    def make_acting(self):
        """An object that changes the receiver when it is asked something."""
        answers = {"eq": "True", "lt": "True", "index": "1", "len": "1", "iter": "iter([1, 2])", "bool": "True", "getitem": "[1, 2][a[0]]", "contains": "True", "next": "1", "length_hint": "2", "float": "1.5", "int": "2", "str": "'s'", "radd": "1", "ror": "1", "call": "1"}
        name = self.choice(["eq", "eq", "eq", "lt", "index", "index", *answers])
        return f"Given({name}=lambda *a: [act(lambda: X.{self.make_change()}), {answers[name]}][1]{', hash=1' if name == 'eq' else ''})"

    def make_big_size(self):
        return self.choice(["2**62", "2**63 - 1", "2**63", "(-2**63)", "(-2**63 - 1)", "2**64", "10**30"])

    def make_wrapped(self):
        """A value of a subclass of a built-in type."""
        kind = self.choice(["int", "float", "complex", "str", "bytes", "bytearray", "list", "tuple", "dict"])
        wrapper = {"int": "I", "float": "F", "complex": "C", "str": "S", "bytes": "B", "bytearray": "A", "list": "L", "tuple": "T", "dict": "D"}[kind]
        return f"{wrapper}({getattr(self.values, kind)()})"

    def make_typecode(self):
        return ascii(self.choice("bBhHiIlLqQfduw")) if self.chance(0.94) else self.choice(["'x'", "''", "'bb'", "5", "None", "S('b')", "b'b'", "'é'"])

    def make_array(self):
        code = self.choice("bBhHiIlLqQfdddiuw")
        if code in "uw":
            return f"array('{code}', {self.values.sub()})"
        count = self.random.randrange(6)
        items = [self.values.float() if code in "fd" else self.values.literal(self.random.randrange(-3 if code.islower() else 0, 99)) for _ in range(count)]
        return f"{'Y' if self.chance(0.06) else 'array'}('{code}', [{', '.join(items)}])"

    def make_error_type(self):
        return self.choice(ERROR_TYPES)

    def make_error_attribute(self):
        return self.choice(ERROR_ATTRIBUTES)

    def make_error(self):
        """An exception of one of the types, mostly with what that takes."""
        return self.choice(["OSError(2, 'no')", "OSError(2, 'no', 'f')", "OSError(17, 'there', 'f', None, 'g')", "OSError({any})", "UnicodeDecodeError('utf-8', {bytes}, {small}, {small}, 'why')", "UnicodeEncodeError('ascii', {str}, {small}, {small}, {str})", "UnicodeTranslateError({str}, {small}, {small}, 'why')", "ImportError('m', name={any}, path='p')",
                            "ModuleNotFoundError({any}, name='n')", "NameError('m', name={any})", "AttributeError('m', name='n', obj={any})", "SyntaxError('m', ('f', 1, 2, 'text'))", "SyntaxError('m', ('f', {any}, 2, 'text', 3, 4))", "SyntaxError({any})", "SyntaxError({any}, {any})", "IndentationError('m', {tuple})", "StopIteration({any})", "SystemExit({any})",
                            "ExceptionGroup('m', [ValueError({any}), TypeError()])", "ExceptionGroup({str}, [ExceptionGroup('in', [KeyError({any})]), OSError(1, 'x')])", "BaseExceptionGroup('b', [KeyboardInterrupt()])", "KeyError({any})", "KeyError({any}, {any})", "Raised({any})", "RaisedOS({any}, {any})", "RaisedGroup('m', [ValueError()])", "RaisedKey({any}, 1)",
                            "BlockingIOError(11, 'b', {small})", "ValueError({any})", "ValueError({any}, {any})", "Exception()"]).replace("{any}", self.values.any()).replace("{bytes}", self.values.bytes()).replace("{str}", self.values.str()).replace("{tuple}", self.values.tuple()).replace("{small}", self.values.small())

    def make_error_filter(self):
        return self.choice([self.make_error_type, self.make_error_type, lambda: f"({self.make_error_type()}, {self.make_error_type()})", lambda: f"(lambda e: isinstance(e, {self.make_error_type()}))", self.values.any, lambda: "boom", lambda: "(lambda e: 'yes')"])()

    def make_weakable(self):
        return f"keep({self.choice(['Given()', 'Given(eq=True, hash=3)', 'E([1])', 'Z([1])', 'set([1, 2])', 'frozenset([1])', 'OpsI(3)', 'Ops()', 'Equal(True)', 'Seq([1, 2])', 'Map({1: 2})', 'F(1.5)', 'S(chr(97))', 'first', 'Given', 'Given(call=5)', 'Given(len=2, iter=Iter([1]), bool=False, index=7)', 'Given(next=1)', 'Given(getitem=IndexError(4), setitem=None, contains=True, delitem=None)', 'Given(int=3, float=1.5, add=5, radd=6)', 'Given(str=S(chr(97)), format=chr(98))'])})"

    def make_held_any(self):
        """Anything but a list or dict, which Ouro lets weak references refer to."""
        while re.match(r"[\[{]|list\(|dict\.", text := self.values.any()):
            pass
        return text

    def make_weak(self):
        return self.choice(["weakref.ref({w})", "weakref.ref({w}, {f})", "weakref.ref(Given())", "weakref.ref(E([1]), same)", "weakref.proxy({w})", "weakref.proxy({w})", "weakref.proxy({w}, {f})", "weakref.proxy(Given())", "weakref.proxy(E())", "weakref.WeakValueDictionary({{1: {w}, 'a': {w}}})", "weakref.WeakKeyDictionary({{keep(first): 1, keep(Given): {i}}})",
                            "weakref.WeakSet([{w}])", "weakref.finalize({w}, same, {i})", "weakref.WeakMethod(keep(Seq([1])).__len__)", "WeakSub({w})"]).format(w=self.make_weakable(), f=self.values.function(), i=self.values.item())

    def make_alias(self):
        pick = self.choice(["list[{t}]", "dict[str, {t}]", "tuple[int, ...]", "tuple[()]", "type[{t}]", "int | None", "{t} | {u}", "{t} | None", "list[{t}] | None", "list[K]", "dict[K, V]", "list[K] | V", "tuple[K, *tuple[V, ...]]", "types.GenericAlias({t}, {a})", "types.GenericAlias(list, (K, {a}))", "set[list[K]]", "L[{t}]", "list[{a}]", "list['x']", "dict[{a}, {a}]", "tuple[*Ks]", "tuple[int, *Ks]", "list[list[int]]", "next(iter(tuple[int, str]))", "K | None", "frozenset[int] | {t}"])
        return pick.format(t=self.make_type(), u=self.make_type(), a=self.values.any())

    def make_thing_attribute(self):
        return self.choice(THING_ATTRIBUTES)

    def make_thing(self):
        return self.choice(["first", "(lambda a, b=1, *c, d=2, **e: (a, b, c, d, e))", "len", "'ab'.upper", "[1].append", "str.upper", "list.append", "dict.fromkeys", "Given(call=1).__call__", "Seq([1]).__len__", "property({f})", "property({f}, {f})", "property()", "staticmethod({f})", "classmethod({f})", "types.SimpleNamespace(a={a}, b=1)", "types.SimpleNamespace()", "types.MappingProxyType({d})", "types.MethodType({f}, {a})", "object()", "super(I, I(1))",
                            "Ellipsis", "NotImplemented", "None", "(n for n in {l})", "(n for n in [1, 2])", "generated()", "type('N', (), {{'a': 1}})", "I", "int", "type", "object", "types.CellType({a})", "types.CellType()", "types.ModuleType('m')", "types.ModuleType('m', {a})", "Slots()", "int.real", "int.__add__", "(5).__add__", "Slots.a", "type.__dict__['__doc__']", "vars(I)", "Abstract", "Meta('M', (), {{}})", "waited()", "K"]).format(f=self.values.function(), a=self.values.any(), d=self.values.dict(), l=self.values.list())

    def make_kind(self):
        return self.kind

    def make_table(self):
        return self.choice(["None", "bytes(range(256))", "bytes(range(255, -1, -1))", "b'short'", "bytes.maketrans(b'ab', b'xy')"]) if self.chance(0.9) else self.values.any()

    def make_table_dict(self):
        return self.choice(["{97: 'x'}", "{97: None, 98: 120}", "{97: 'long text', 104: ''}", "str.maketrans('abc', 'xyz')", "{97: 0x110000}", "{97: -1}", "{97: 1.5}", "{97: '\\ud800'}", "Seq(['x'] * 200)", "Map({97: 98})", "Given(getitem=LookupError('no'))", "Given(getitem=Boom('no'))", "{}", "str.maketrans({'a': 1, 'é': 'e'})"])

    def make_affix(self):
        return self.values.sub() if self.chance(0.7) else self.choice(["('a', 'b')", "()", "('a', 1)", "[]", "('', )", "T(('h', 'x'))"])

    def make_separator(self):
        return "None" if self.chance(0.3) else self.values.sub()

    def make_order(self):
        return self.choice(["'little'", "'big'"]) if self.chance(0.9) else self.choice(["'x'", "5", "None", "'BIG'", "S('big')"])

    def make_view_order(self):
        return self.choice(["'C'", "'F'", "'A'", "None", "'x'", "5"])

    def make_base(self):
        return self.choice(["0", "2", "8", "10", "16", "36", "3", "7", "37", "1", "-1", "True", "'x'", "1.5", "2**70", "Given(index=16)", "None"])

    def make_int_exponent(self):
        return self.choice(["0", "1", "5", "100", "2**64", "2**200 - 1", "-1", "-5", "3**50"])

    def make_real_small(self):
        return self.choice(["2", "0.5", "-1", "-0.5", "3.5", "float('inf')", "float('nan')", "-2", "1e10", "0", "0.1"])

    def make_digits(self):
        return self.values.literal(self.random.randrange(-20, 25)) if self.chance(0.9) else self.choice(["308", "400", "-400", "2**40", "-2**63", "2**70", "None", "1.0", "True"])

    def make_byte(self):
        return self.values.literal(self.random.randrange(-1, 258)) if self.chance(0.8) else self.values.any()

    def make_hex_text(self):
        return ascii("".join(self.choice("0123456789abcdefABCDEF \n\tgxé") for _ in range(self.random.randrange(8)))) if self.chance(0.6) else self.choice(["'00ff'", "'0 0'", "'ab cd'", "'a'", "'zz'", "''", "' '", "b'00'", "'é0'"])

    def make_slice_ends(self):
        return ", ".join(self.values.end() or "None" for _ in range(self.choice([2, 2, 3])))

    def make_int_items(self):
        return ", ".join(self.values.literal(self.random.choice([self.random.randrange(40), self.values.int_value()])) for _ in range(self.random.randrange(30)))

    def make_shape(self):
        return self.choice(["[2]", "[2, 4]", "(8,)", "[1]", "[]", "[0]", "[-1]", "5", "['a']", "[2, 2, 2]", "[16]", "[2**62, 4]", "[1] * 65", "None"])

    def make_big_end(self):
        return self.values.literal(self.values.int_value())

    def make_step(self):
        return self.choice(["1", "2", "-1", "3", "-7", "10**20", "0", "2**62", "-(2**63)"])

    def make_hashable_tuple(self):
        return f"({', '.join(self.choice([self.values.int, self.values.float, self.values.bool])() for _ in range(3))})"

    def make_any_shown(self):
        return self.choice([self.values.int, self.values.float, self.values.str, self.values.list, self.values.tuple, self.values.dict, self.values.bytes, self.values.hostile, self.values.complex, self.values.bool, self.values.hostile_number, self.values.bytearray])()

    def make_type(self):
        return self.choice("int bool float complex str bytes bytearray memoryview list tuple dict set frozenset range slice object enumerate zip map filter reversed type property I F S B L T D E Z LI TI DI SI".split())

    def make_real_items(self):
        """For sorting: runs up, runs down, repeats, at random."""
        count = self.random.choice([0, 1, 2, 3, 5, 8, 20, 40, 63, 64, 65, 100, 130, 300])
        items = [self.random.randrange(self.choice([3, 20, 1000])) for _ in range(count)]
        cut = self.random.randrange(count + 1)
        pick = self.random.random()
        if pick < 0.2:
            items = sorted(items)
        elif pick < 0.4:
            items = sorted(items[:cut]) + sorted(items[cut:], reverse=self.chance(0.5))
        elif pick < 0.5:
            items = sorted(items, reverse=True)
        elif pick < 0.6:
            items = items[:cut // 3] + sorted(items[cut // 3:])
        return repr(items)

    def make_builtin(self):
        return self.choice(BUILTINS)

    def make_word(self):
        return self.choice(WORDS)

    def make_sub_name(self):
        return self.choice("real imag numerator denominator start upper append keys nothing __name__ __class__ __len__ __qualname__".split())

    def make_conversion(self):
        return self.choice("r s a x rr R".split() + ["", "é"])

    def make_named(self):
        """Keyword arguments: CPython lets those natives that take any have names that are no str."""
        return f"{{{', '.join(f'{name!r}: {self.values.item()}' for name in self.random.sample(['a', 'b', '0', ''], 2))}}}"

    def make_percent_value(self):
        return self.choice([self.values.number, self.values.buffer, self.values.any, lambda: f"({self.values.buffer()}, {self.values.number()})"])()

    def make_percent_text(self):
        pieces = [self.choice(["%", "%%", "%s", "%d", "a", "%r", "%5.2f", "%(a)s", "%(b)d", "%x", "% ", "%-5s|", "%*d", "%.*f", "%c", "%é", "%(", "%(a", "%ld", "%(a)(b)s", "\\ud800", "%z", "%i", "%()s", "%5%", "%.3s", "%#x", "%+d", "%05d", "%.5d"]) for _ in range(self.random.randrange(1, 4))]
        return f"'{''.join(pieces)}'"

    def make_plain_percent(self):
        flags = "".join(self.choice("-+ #0") for _ in range(self.choice([0, 0, 1, 2])))
        return flags + self.choice(["", "", "5", "12", "1"]) + self.choice(["", "", ".2", ".0", ".", ".10"]) + self.choice("diouxXeEfFgGcrsadfsxgbyl") + self.choice(["", "", "", "%", "s"])

    def make_float_percent(self):
        flags = "".join(self.choice("-+ #0") for _ in range(self.choice([0, 0, 1, 2])))
        return flags + self.choice(["", "5", "20"]) + self.choice(["", ".0", ".1", ".2", ".17", ".30"]) + self.choice("eEfFgG")

    def make_format_text(self):
        pieces = [self.choice(["{}", "{0}", "{1}", "{a}", "{{", "}}", "{", "}", "{!r}", "{0!s:>5}", "{a!a}", "{:>8}", "{0[0]}", "{0.real}", "{a[b]}", "x", "é", "{:{}}", "{0:{1}}", "{a.b}", "{0[}", "{!}", "{!x}", "{0!r}", "{:5.2f}", "{ }", "{-1}", "{0[-1]}", "{0[a]}", "{.real}", "{[0]}", "{0!}", "{0!rr}", "{:{:{}}}", "{a!r:^{0}}", "{0[0][1]}", "{99999999999999999999}", "{0]}", "{0..a}", "{0[]}", "\\ud800{}", "{0[1}", "{:{a}}", "{__class__}", "{0.__class__}"]) for _ in range(self.random.randrange(1, 4))]
        return f"'{''.join(pieces)}'"

    def spec(self, types, precisions=("", "", ".0", ".1", ".2", ".5", ".17", ".", ".999")):
        fill = self.choice(["", "", "", "<", ">", "^", "=", "*<", "0>", "é^", "x=", "😀<"])
        return fill + self.choice(["", "", "", "+", "-", " "]) + self.choice(["", "", "", "z"]) + self.choice(["", "", "", "#"]) + self.choice(["", "", "", "0"]) + self.choice(["", "", "5", "12", "1", "30"]) + self.choice(["", "", "", ",", "_", ",_"]) + self.choice(precisions) + self.choice(types)

    def make_spec(self):
        return ascii(self.choice([self.spec("bcdeEfFgGnosxX%") + self.choice(["", "", "", "z", "5"]), self.spec(["", "d", "f", "g", "s"]), "", "abc", "\ud800", "99999999999999999999", ".99999999999999999999", "10", "<", "é", "5\0", "{}", "'"])) if self.chance(0.96) else self.values.any()

    def make_plain_spec(self):
        return self.spec(["", "d", "f", "g", "s", "e", "x", "%", "n", "b", "c"])

    def make_float_spec(self):
        return ascii(self.spec(["", "e", "E", "f", "F", "g", "G", "n", "%"]))

    def make_int_spec(self):
        return ascii(self.spec(["", "b", "c", "d", "o", "x", "X", "n"], ["", "", "", "", ".1"]))

    def make_text_spec(self):
        return ascii(self.spec(["", "s", "s", "d"]))

    def make_unicode_codec(self):
        return ascii(self.choice(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii", "latin-1", "utf-8", "ascii"]))

    def make_bad_bytes(self):
        pieces = [self.choice([b"a", b"\xc3\xa9", b"\xff", b"\xc3", b"\xe2\x82", b"\xe2\x82\xac", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xf0\x9f", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\x80", b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\xd8", b"\xd8\x00", b"\xdc\x00", b"\x00\xdc", b"\x3d\xd8", b"\x00\xde", b"\0\0", b"\0\0\x11\0", b"\xe0\x80\x80", b"\xf5", b"\xed\xbf\xbf", b"A\0"]) for _ in range(self.random.randrange(6))]
        return repr(b"".join(pieces))

    def make_bad_text(self):
        return ascii("".join(self.choice(["a", "é", "€", "😀", "\ud800", "\udc80", "\udcff", "\udfff", "\ud83d", "\ude00", "\0", "\xff", "Ā", "\U0010ffff", "ab"]) for _ in range(self.random.randrange(6))))
