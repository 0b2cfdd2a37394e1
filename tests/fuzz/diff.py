"""Differential fuzzing: the same random calls on Ouro and on CPython 3.13, compared line by line.

    tests/fuzz/diff.py [SUBJECT...] [--calls N] [--seed S] [--show K] [--explained K] [--ouro PATH]

A subject is a type or a family of calls (calls.py lists them; none: all of them). Each batch is one generated program that
prints a line for each call; for CPython, which runs this script too, it is compiled here. Of the differences, grouped by what was called, the first of each group is made smaller as
long as the two still differ, and shown with both answers. The same seed makes the same calls.
"""

import argparse
import ast
import collections
import marshal
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from calls import SUBJECTS, Calls, code_of
from judge import find_judge
from values import Values

HERE = Path(__file__).parent
PRELUDE = (HERE / "prelude.py").read_text()
# Runs in CPython what was compiled here, the prelude first.
DRIVER = """
import marshal, sys
with open(sys.argv[1], 'rb') as file:
    lines = marshal.load(file)
own = {'__name__': '__main__', '__builtins__': __builtins__}
for line in lines:
    exec(line, own)
"""
BATCH = 4000
# Differences that stay, of all subjects and of one: what a call looks like, what ouro answers (and, behind a \n, what CPython does), and why.
EXPLAINED = {
    "": [
        (r".*type\(x\)\.\w+\(\)", r".TypeError: unbound method \w+\.\w+\(\) needs an argument.*\n.TypeError: .*\(-1 given\)", "a call that CPython has specialised counts -1 arguments"),
        (r".*(str|S)\(.*(errors|encoding)=None", r"..?TypeError: str\(\) argument ('\w+') must be str, not NoneType.*\n..?TypeError: .*argument \1 must be str, not None\b", "CPython has two ways of reading the arguments of str(), with and without keywords, which name None differently"),
        (r".*pow", r".MemoryError.*\nno answer", "a power of thousands of millions of digits: Ouro says at once that it is too much, CPython is still at it when its time is over"),
        (r".*214748364[78]", r".MemoryError.*\nno answer", "padding of two gigabytes: Ouro says at once that it is too much, CPython is still at it when its time is over"),
        (r".*(set|Z|E)I?\(.*__iter__\(\)", r"\"set_iterator\(.*str '", "hashes of strings differ, and with them their order in a set"),
        (r".*(set|Z|E)I?\(.*\.pop\(\)", r"\".* then .*set<.*str '", "hashes of strings differ, and with them which item comes first"),
        (r".*symmetric_difference_update\(.*Boom\('eq'\)", r".* then set<.*str '", "hashes of strings differ, and with them which item is compared first"),
        (r".*\*\*", r".TypeError: keywords must be strings", "natives of CPython notice it at different times, those of Ouro when they are called"),
        (r".*__exit__\(.*\*\*", r"(.*TypeError: )(__exit__\(\) takes.*)\n\1\w+\.\2$", "CPython's oldest way of calling leaves the type out for bound methods only"),
        (r".*(Given\(index=|setitem\(x, Given).*act\(", "", "CPython goes on with memory and lengths that it had read before __index__ changed them"),
        (r"c\(lambda: (bytearray|A)\(.*__init__\(", "", "where an int is out of range, CPython leaves a byte of memory that was never set behind"),
        (r".*file_of\(.*(\\r|'utf-(8-sig|16)').*(tell\(\)|seek\(0, 1\))", r".*\n.*int \d{19}", "the number that CPython's tell() answers holds the state of the decoder beside the place"),
        (r".*file_of\(.*(next|readlines|list|for line in).*read.*reconfigure\(", r".*\n.*It is not possible to set the encoding", "after next() CPython keeps what it has decoded, also when all is read"),
        (r".*file_of\(.*'\w\+b'.*write.*(raw\.tell|read1|peek)\(", r"(.*)(int |bytes ).*\n\1\2", "CPython goes back in a file when it flushes what is written, Ouro when it is written, so that the raw file stands elsewhere until then"),
        (r".*file_of\(.*'a\+b'.*(seek|read|next).*write", r".*\n.*bytes b", "a write behind a read in a file that appends goes into what CPython has read ahead"),
        (r".*file_of\(.*tell\(\).*newlines", r"(.*)str (['\"]|\\+['\"])?(str|tuple).*\n\1str (['\"]|\\+['\"])?NoneType None", "tell() makes CPython's decoder forget which ends of lines it has seen"),
        (r".*file_of\(.*(seek\(5|seek\(3).*next.*tell\(\)", r"(.*)int \d+(.*)\n\1int \d+\2$", "CPython's tell() behind a seek() into a text and next() counts one byte twice"),
        (r".*file_of\(.*reconfigure\(", r".*(truncated data|invalid start byte).*", "after bytes that could not be decoded CPython takes a file for one that is being read"),
        (r".*file_of\(.*utf-(8-sig|16).*write\w*\(.*\\ud", r".*(\\\\x(ff\\\\xfe|ef\\\\xbb\\\\xbf)|characters, sum).*\n", "CPython's encoder forgets the mark of a file when its first text cannot be encoded"),
        (r"c\(lambda: (bytearray|A)\(.*extend(?:'\))?\((x, )?Iter\(.*hint=", "", "CPython copies memory that was never set when the length hint was too small"),
        (r".*%.*Given\((str|repr)=S\(", r".str ", "a format that is nothing but a text of a class of the program's own gives that object away in CPython, a copy here"),
        (r".*type\(x\)\.__call__\(\)", r".TypeError: enumerate\(\) missing required argument", "CPython has two ways of reading the arguments of enumerate(), of which one tells the place"),
        (r".*round\(.*-\d{18}", r".int 0.*\nno answer", "CPython computes that power of ten, and is still at it when its time is over"),
    ],
    "set": [
        (r"(?=.*\b(did|pop)\().*[^b]'[^']+'", r".*set<", "the place of a text in a set follows its hash, and with it those of ints that meet it"),
    ],
    "array": [
        (r".*(array|Y)\('[uw]'.*(\\u[dD][89a-fA-F]|b['\"]|byteswap|memoryview|buffer)", r".*\n.*(arg not in range|is not in range|SystemError)", "arrays of text that hold no text: CPython cannot show them"),
        (r".*array\(", r".ValueError: bad typecode.*\n.(Boom|TypeError)", "CPython looks at the items before the type code, if that is one character"),
    ],
    "memoryview": [
        (r".*release.*__iter__", r".*operation forbidden on released memoryview.*\n.*SystemError: <slot wrapper \\*'__iter__", "CPython's __iter__ of a closed view ends in a SystemError"),
    ],
    "errors": [
        (r".*(Syntax|Indentation)Error", r"(.*line )-?\d{10,}(.*)\n\1-?\d+\2$", "CPython shows lines that fit a long"),
        (r".*Unicode\w+Error.*-\d", r".*can.{1,2}t (encode|decode|translate) (characters|bytes) in position -\d--\d", "a place before the text: CPython shows what stands there, or ends in a SystemError"),
        (r".*throw_it\(.*OpsT", r"(.\w+: )\(.*\n\1OpsT", "CPython makes a tuple of a class of the program's own the args of an exception"),
        (r".*__new__\(", r".*\n.TypeError: \w+\.__new__\(\w+\) is not safe, use \w+\.__new__\(\)", "the exceptions of Ouro share one __new__, which is safe for all of them"),
    ],
    "weakrefs": [
        (r".*getweakref\w*\(", r".(int|list\[).*\n.(int|list\[)", "CPython itself holds weak references to classes that an ABC has seen"),
        (r".*proxy\(.*__(reversed|bytes)__", r".*\n.AttributeError: type object 'weakref\.\w+' has no attribute '__(reversed|bytes)__'", "both kinds of proxies have the same methods"),
        (r".*(Weak\w+Dictionary.*Map\(|Map\(.*Weak\w+Dictionary)", r".*'dict' object is not callable", "CPython asks for a Mapping, Ouro for keys()"),
        (r".*Weak\w+Dictionary.*(\[|\{|L\(|list|dict|set)", r".*(unhashable type|WeakValueDictionary at)", "weak references can be made to lists, but not hashed"),
        (r".*Weak(Key|Value)Dictionary.*(type\(x\)|__class__)", r".*type <class 'weakref", "the weak dictionaries need no ABCMeta"),
        (r".*WeakMethod.*(__callback__|type\(x\))", r".*(WeakMethod|no attribute|TypeError).*\n.*(WeakMethod|TypeError)", "WeakMethod has its callback in a method"),
        (r".*(weakref\.proxy.*( in |==|!=)|(==|!=) weakref\.proxy)", r".ReferenceError.*\n.bool|.*\n.(bool|TypeError)", "CPython takes a proxy for an integer, and for the reference that it is"),
        (r".*WeakSet", r"(?s)..?(WeakSet|TypeError: (unhashable type: '(list|dict)'|cannot create weak reference))", "a list can have weak references here; the order of a set of references follows addresses"),
        (r".*Weak\w+Dictionary", r".*(_WeakMapping|no attribute '__reversed__')", "the weak dictionaries share a class"),
    ],
    "aliases": [
        (r".*__r?or__\(\)", r".TypeError: _BaseGenericAlias", "operators of aliases stand in the class that they share"),
        (r".*\| \(?(1|3|True|2305843009213693952|4611686018427387903)\b", r"._UnionGenericAlias", "typing remembers unions: what an earlier call's Equal, or Given with a hash of 1 or 3, was equal to is that Equal"),
        (r".*(Equal\(|Given\(eq=True)", r".*(Union|Optional|\||type ).*\n.*(Union|Optional|\||type )|.bool.*\n.bool", "what is equal to everything is left out of a union without asking for its hash"),
        (r".*(\| (V|K|None)|(V|K) \|).*vars\(", r".dict", "a union of type variables of CPython holds an attribute __slots__"),
        (r".*(__reduce|__args__|GenericAlias).*(OpsT|T\()|.*(OpsT|T\().*(__reduce|__args__)", "", "the arguments of an alias are a plain tuple"),
    ],
    "objects": [
        (r".*(delitem|imul)\(K|.*K, lambda x: (delitem|imul)", r".TypeError: ('typing\.TypeVar' object does not support item deletion.*\n.(TypeError: 'typing\.TypeVar' object does|IndexError: cannot fit)|can't multiply sequence.*\n.TypeError: unsupported operand)", "CPython has two texts for what has no items to delete"),
        (r".*__doc__|.*__dict__", r".*(str |__doc__).*\n.*(str |NoneType|__doc__)", "docstrings are our own"),
        (r".*type\(x\)\.__call__\(", r".*super\(\) argument 1 must be", "CPython reads the arguments of super() in two ways"),
        (r".*attr\(x, '__module__'", r".*of 'builtin_function_or_method' objects is not writable.*\n.(NoneType None|list\[NoneType None, |AttributeError: 'builtin_function_or_method')", "natives have the module that they are from"),
        (r".*len", r".TypeError: (len\(\) takes .*).\n.TypeError: .*\.\1.$", "an earlier call gave len another __module__, which CPython's texts name"),
        (r".*(setitem|delitem)\(|.*K", r".TypeError: 'typing\.TypeVar' object does not support item", "type variables are no sequences"),
        (r".*super\(I", r".(tuple\[function __newobj__|list\[I )", "an earlier call gave the class I a __slots__ that tells nothing of its objects"),
        (r".*SimpleNamespace.*'__dict__'", r".AttributeError.*\n.AttributeError: readonly attribute", "a dict that is read-only is a member in CPython, made when asked for here"),
        (r".*vars\((I|x)\)", r".*\n.*__slotnames__|.int \d+.\n.int \d+.$|dict_values", "CPython leaves __slotnames__ behind in a class that was copied"),
    ],
}
EXPLAINED |= {
    "deque": [
        (r".*__(get|set|del)item__", r"(.*)sequence index must be integer, not (\\?'\w+\\?').*\n\1\2 object cannot be interpreted as an integer", "a deque's methods for items are what its operators use"),
        (r".*__(get|set|del)item__", r"(.*)IndexError(: cannot fit \S+ into an index-sized integer).*\n\1OverflowError\2", "a deque's methods for items are what its operators use"),
        (r".*(imod\(| % )", r".*\n.TypeError: not all arguments converted during (string|bytes) formatting", "to CPython a deque is no mapping that a format could take from"),
    ],
    "ordered": [
        (r".*type\(x\)\.__(set|del)item__\(", r".*\n.*TypeError: descriptor \\*'__(set|del)item__\\*' (of \\*'collections.OrderedDict\\*' object needs|requires a \\*'collections.OrderedDict\\*' object but received)", "the methods for items are dict's and take any"),
        (r".*(pop|move_to_end)\b.*OpsT", r"(.*)KeyError: \(.*\n\1KeyError: OpsT", "CPython makes a tuple of a class of the program's own the args of an exception"),
        (r".*setattr\(x, '(keys|items)'", "", "CPython's repr asks the instance for its items"),
        (r".*Given\(eq=.*act\(", "", "the order of CPython's OrderedDict breaks when a comparison changes it"),
    ],
    "defaults": [
        (r".*__sizeof__\(", r"(.*)TypeError: \w+(\.__sizeof__.*)\n\1TypeError: (dict|object)\2$", "methods that CPython inherits"),
        (r".*__getitem__", r".*TypeError: (expected 1 argument, got \d|(descriptor \\*'__getitem__\\*'|wrapper __getitem__\(\)) )", "dict's method for items is a function of its own in CPython, and takes any dict"),
    ],
    "counter": [
        (r".*_keep_positive", "", "a method for CPython alone"),
        (r".*type\(x\)\.(subtract|update)\(", r".*AttributeError: \\?'\w+\\?' object has no attribute|.*\n.*AttributeError: \\?'\w+\\?' object has no attribute", "methods in Python called for something that is no Counter"),
    ],
    "itertools": [
        (r".*__setstate__", r".AttributeError: 'itertools\.\w+' object has no attribute '__setstate__'", "iterators cannot be pickled, as in 3.14"),
        (r".*(batched|permutations|combinations\w*|type\(x\))\(.*(\d{9}|2\*\*6)", r".*\n.*MemoryError", "CPython asks for memory for the whole size at once"),
    ],
    "math": [
        (r".*sumprod\(.*(Iter|Seq|Given|Boom|iter|Map)", "", "the inputs are read before they are multiplied"),
    ],
    "json": [
        (r".*default=", r"(.*RecursionError: maximum recursion depth exceeded) while encoding a JSON object(.*)\n\1\2$", "CPython tells in Python's words where Python code was called last"),
    ],
    "functions": [
        (r".*concat\(.*Ops", "", "a class's own operator is asked whatever the other operand is"),
        (r".*(bisect|insort).*\d{19}", r".OverflowError: ", "two texts for an index that is too large"),
    ],
}
MEMORY = 4 << 30
SECONDS = 6  # of the processor; a program takes one or two
ADDRESS = re.compile("(at 0x)[0-9a-f]{6,}|(fuzz-diff-)[0-9]+")  # and the process, which the names of files tell
RECEIVER_TYPES = {"views": type({}.keys()), "int": int, "bool": bool, "float": float, "complex": complex, "str": str, "bytes": bytes, "bytearray": bytearray, "memoryview": memoryview, "list": list, "tuple": tuple, "dict": dict, "set": set,
                  "frozenset": frozenset, "range": range, "slice": slice, "iterators": enumerate, "deque": collections.deque, "ordered": collections.OrderedDict, "defaults": collections.defaultdict, "counter": collections.Counter}


def names_of(subject):
    return dir(RECEIVER_TYPES[subject]) if subject in RECEIVER_TYPES else []


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Pair:
    """The two interpreters."""

    def __init__(self, ouro, python, folder):
        self.commands = [[ouro], [python, "-c", DRIVER]]
        self.path = Path(folder) / "calls.py"
        self.prelude = compile(PRELUDE, "<prelude>", "exec")

    def run(self, lines):
        """For each line what ouro and what CPython printed; a line that ends the process has the signal."""
        compiled = [code_of(line) for line in lines]
        ours = self.answers(0, len(lines), lambda begin: (PRELUDE + "\n".join(lines[begin:]) + "\n").encode())
        theirs = self.answers(1, len(lines), lambda begin: marshal.dumps([self.prelude, *compiled[begin:]]))
        return list(zip(ours, theirs))

    def answers(self, which, count, program):
        """What one of them prints for count lines; program(begin) is what it reads to begin at that line."""
        answers = []
        while len(answers) < count:
            self.path.write_bytes(program(len(answers)))
            try:
                done = subprocess.run([*self.commands[which], str(self.path)], capture_output=True, timeout=6 * SECONDS, preexec_fn=limit, stdin=subprocess.DEVNULL, check=False)
                output, end = done.stdout, f"no answer after {SECONDS} s" if done.returncode == -signal.SIGKILL else f"process ended with {done.returncode}: {done.stderr[-300:].decode(errors='replace')}"
            except subprocess.TimeoutExpired as error:
                output, end = error.stdout or b"", f"no answer after {6 * SECONDS} s"
            answers += ADDRESS.sub(r"\1\2", output.decode("ascii", "replace")).split("\n")[:-1]
            if len(answers) < count:
                answers.append(end)
        return answers


# Making a difference smaller.


class Replace(ast.NodeTransformer):
    """Puts a node in the place of another."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        return self.new if node is self.old else self.generic_visit(node)


def smaller(line):
    """Lines with one part left out or made plainer."""
    found = set()
    count = len(list(ast.walk(ast.parse(line))))
    for position in range(min(count, 80)):
        for choice in range(5):
            tree = ast.parse(line)
            node = list(ast.walk(tree))[position]
            new = plainer(node, choice)
            if new is None:
                break
            if new is not node:
                tree = Replace(node, new).visit(tree)
            found.add(ast.unparse(ast.fix_missing_locations(tree)))
    return sorted((text for text in found if len(text) < len(line) and text.startswith("c(lambda: ") and code_of(text)), key=len)[:60]


def plainer(node, choice):
    """The choice-th plainer form of an expression; the node itself when it was changed in place, None when there is none."""
    if isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id == "c"):
        parts = node.args if choice < len(node.args) else node.keywords
        index = choice if choice < len(node.args) else choice - len(node.args)
        if index < len(parts):
            del parts[index]
            return node
        index -= len(parts)
        return node.args[index] if index < len(node.args) else None
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        if choice < len(node.elts):
            del node.elts[choice]
            return node
        return None
    if isinstance(node, ast.Dict):
        if choice < len(node.keys):
            del node.keys[choice], node.values[choice]
            return node
        return None
    if isinstance(node, (ast.BinOp, ast.UnaryOp)):
        return [getattr(node, "left", None) or node.operand, getattr(node, "right", None) or node.operand][choice] if choice < 2 else None
    if isinstance(node, ast.Constant):
        return plainer_constant(node, choice)
    return None


def plainer_constant(node, choice):
    value = node.value
    if isinstance(value, (str, bytes)) and value:
        options = [value[:0], value[: len(value) // 2], value[len(value) // 2:], value[1:], value[:-1]]
    elif isinstance(value, (int, float, complex)) and not isinstance(value, bool):
        options = [0, 1, 2]
    else:
        return None
    return ast.Constant(options[choice]) if choice < len(options) and options[choice] != value else None if choice >= len(options) else node


def minimised(pair, line):
    kinds = lambda answers: [answer.partition(":")[0].partition(" ")[0] for answer in answers]
    wanted = kinds(pair.run([line])[0])
    for _ in range(20 if len(line) < 300 else 0):
        try:
            candidates = smaller(line)
        except (SyntaxError, ValueError, UnicodeError, RecursionError):
            break
        better = next((text for text, answers in zip(candidates, pair.run(candidates)) if answers[0] != answers[1] and kinds(answers) == wanted), None)
        if better is None:
            break
        line = better
    return line


def reason_for(reasons, line, answers):
    """The first reason that explains why a call has these two answers, or None."""
    if answers[0].startswith(("process", "no answer")):
        return None
    both = "\n".join(answers)
    return next((reason for call, answer, reason in reasons if re.match(call, line, re.S) and re.match(answer, both)), None)


def parting(answers):
    """The words at which two lists of answers part."""
    begin = os.path.commonprefix(answers).rfind(" ")
    return [re.sub(r"\d+", "0", answer[begin:begin + 20]) for answer in answers]


def check(pair, subject, options):
    values = Values(random.Random(f"{options.seed} {subject}"))
    maker = Calls(subject, values, names_of(subject))
    groups, different, explained = {}, 0, {}
    reasons = EXPLAINED[""] + EXPLAINED.get(subject, [])
    for begin in range(0, options.calls, BATCH):
        batch = [maker.line() for _ in range(min(BATCH, options.calls - begin))]
        for (name, line), answers in zip(batch, pair.run([line for _, line in batch])):
            if answers[0] != answers[1]:
                if reason := reason_for(reasons, line, answers):
                    explained.setdefault(reason, []).append((line, answers))
                    continue
                different += 1
                kinds = parting(answers) if name.startswith("did") else [answer.partition(":")[0].partition(" ")[0] for answer in answers]
                groups.setdefault((name, *kinds), (line, answers))
    print(f"{subject}: {options.calls} calls, {different} differ in {len(groups)} groups, {sum(map(len, explained.values()))} are explained", flush=True)
    for reason, found in explained.items():
        for line, answers in found[: options.explained]:
            show_difference(line, answers, f"{len(found)} times: {reason}")
    for whole, answers in list(groups.values())[: options.show]:
        line = minimised(pair, whole)
        alone = pair.run([line])[0]
        if alone[0] == alone[1]:  # the calls before it matter
            line, alone = whole, answers
        show_difference(line, alone)
    return different


def show_difference(line, answers, why=""):
    print(f"  {line}\n    ouro    {answers[0][:700]}\n    cpython {answers[1][:700]}" + (f"\n    {why}" if why else ""), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--calls", type=int, default=20000, help="for each subject")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="groups of differences to show for each subject")
    parser.add_argument("--explained", type=int, default=0, metavar="K", help="explained differences to show for each reason")
    parser.add_argument("--ouro", default="build/release/ouro")
    options = parser.parse_args()
    python = find_judge()
    if unknown := set(options.subjects) - set(SUBJECTS):
        sys.exit(f"fuzz-diff: no subject {', '.join(sorted(unknown))}; there are {', '.join(SUBJECTS)}")
    with tempfile.TemporaryDirectory() as folder:
        pair = Pair(str(Path(options.ouro).resolve()), python, folder)
        different = sum([check(pair, subject, options) for subject in options.subjects or SUBJECTS])
    sys.exit(different != 0)


if __name__ == "__main__":
    main()
