"""The assertions of test cases."""
import collections
import warnings

__unittest = True

_MAX_LENGTH = 80


def shown(obj, short=False):
    """The repr of an object, cut when it shall be short."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < _MAX_LENGTH else text[:_MAX_LENGTH] + " [truncated]..."


def _pair(first, second):
    """Both as text, without most of a long beginning that they have in common."""
    texts = shown(first), shown(second)
    if max(map(len, texts)) <= _MAX_LENGTH:
        return texts
    common = 0
    while common < min(map(len, texts)) and texts[0][common] == texts[1][common]:
        common += 1
    skipped = max(common - 20, 0)
    if skipped < 12:
        return tuple(text if len(text) <= 2 * _MAX_LENGTH else text[:2 * _MAX_LENGTH] + "..." for text in texts)
    return tuple("%s[%d chars]%s" % (text[:5], skipped - 5, text[skipped:]) for text in texts)


def _search(pattern, text):
    """Whether a regular expression, compiled or text, fits anywhere."""
    return _match(pattern, text) is not None


def _match(pattern, text):
    """What a regular expression fits, or None."""
    if hasattr(pattern, "search"):
        found = pattern.search(text)
        return None if found is None else found.group()
    from _pattern import Pattern
    compiled = Pattern(pattern)
    for place in range(len(text) + 1):
        end = compiled.match(text, place)
        if end is not None:
            return text[place:end]


def _text_of(pattern):
    return getattr(pattern, "pattern", pattern)


class _Expecting:
    """What assertRaises and assertWarns return: a context manager that expects something."""

    _word = "%s not raised"

    def __init__(self, expected, case, pattern=None):
        self.expected = expected
        self.test_case = case
        self.expected_regex = pattern
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Call what there is to call, or return itself to be entered."""
        try:
            if not (isinstance(self.expected, type) and issubclass(self.expected, self._base) or
                    isinstance(self.expected, tuple) and
                    all(isinstance(e, type) and issubclass(e, self._base) for e in self.expected)):
                raise TypeError("%s() arg 1 must be %s" % (name, self._base_text))
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError("%r is an invalid keyword argument for this function" % next(iter(kwargs)))
                return self
            function, *args = args
            try:
                self.obj_name = function.__name__
            except AttributeError:
                self.obj_name = str(function)
            with self:
                function(*args, **kwargs)
        finally:
            self = None  # the traceback of what was raised must not keep it

    def fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def missing(self):
        expected = self.expected
        name = getattr(expected, "__name__", None) or str(expected)
        self.fail(self._word % name + (" by %s" % self.obj_name if self.obj_name else ""))

    def check(self, value):
        if self.expected_regex is not None and not _search(self.expected_regex, str(value)):
            self.fail('"%s" does not match "%s"' % (_text_of(self.expected_regex), value))


class _RaisesContext(_Expecting):
    _base, _base_text = BaseException, "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.missing()
        if not issubclass(kind, self.expected):
            return False
        self.exception = value.with_traceback(None)
        self.check(value)
        return True


class _WarnsContext(_Expecting):
    _base, _base_text = Warning, "a warning type or tuple of warning types"
    _word = "%s not triggered"

    def __enter__(self):
        self._recorder = warnings.catch_warnings(record=True)
        self.warnings = self._recorder.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, value, traceback):
        self._recorder.__exit__(kind, value, traceback)
        if kind is not None:
            return
        first = None
        for item in self.warnings:
            if not isinstance(item.message, self.expected):
                continue
            first = first or item.message
            if self.expected_regex is not None and not _search(self.expected_regex, str(item.message)):
                continue
            self.warning, self.filename, self.lineno = item.message, item.filename, item.lineno
            return
        if first is not None:
            self.check(first)
        self.missing()


class Checks:
    """Methods that raise failureException when something is not so."""

    def fail(self, msg=None):
        """Fail at once."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else "%s : %s" % (standard, msg)

    def _unless(self, fact, standard, msg):
        if not fact:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertTrue(self, expr, msg=None):
        if not expr:
            raise self.failureException(self._formatMessage(msg, "%s is not true" % shown(expr, True)))

    def assertFalse(self, expr, msg=None):
        if expr:
            raise self.failureException(self._formatMessage(msg, "%s is not false" % shown(expr, True)))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._unless(False, "%s is not %s" % (shown(expr1), shown(expr2)), msg)

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._unless(False, "unexpectedly identical: %s" % shown(expr1), msg)

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._unless(False, "%s is not None" % shown(obj), msg)

    def assertIsNotNone(self, obj, msg=None):
        self._unless(obj is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._unless(False, "%s not found in %s" % (shown(member), shown(container)), msg)

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._unless(False, "%s unexpectedly found in %s" % (shown(member), shown(container)), msg)

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._unless(False, "%s is not an instance of %r" % (shown(obj), cls), msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._unless(False, "%s is an instance of %r" % (shown(obj), cls), msg)

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._unless(False, "%s not less than %s" % (shown(a), shown(b)), msg)

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._unless(False, "%s not less than or equal to %s" % (shown(a), shown(b)), msg)

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._unless(False, "%s not greater than %s" % (shown(a), shown(b)), msg)

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._unless(False, "%s not greater than or equal to %s" % (shown(a), shown(b)), msg)

    # Equality.

    def assertEqual(self, first, second, msg=None):
        """The two are equal by ==."""
        if type(first) is type(second):
            check = self._type_checks.get(type(first))
            if check is not None:
                check = getattr(self, check) if isinstance(check, str) else check
                return check(first, second, msg=msg)
        if not first == second:
            self._unless(False, "%s != %s" % _pair(first, second), msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._unless(False, "%s == %s" % (shown(first), shown(second)), msg)

    def _almost(self, first, second, places, delta):
        """(whether they are close, the difference, how close they were to be)."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference, "%s delta" % shown(delta)
        places = 7 if places is None else places
        return round(difference, places) == 0, difference, "%r places" % places

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        close, difference, within = self._almost(first, second, places, delta)
        text = "%s != %s within %s (%s difference)" % (shown(first), shown(second), within, shown(difference))
        self._unless(close, text, msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, difference, within = self._almost(first, second, places, delta)
        text = "%s == %s within %s" % (shown(first), shown(second), within)
        self._unless(not (first == second or close), text, msg)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type is not None else "sequence"
        for which, seq in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException("%s sequence is not a %s: %s" % (which, name, shown(seq)))
            if not hasattr(seq, "__len__"):
                self._differ("%s %s has no length.    Non-sequence?" % (which, name), shown(seq1), shown(seq2), msg)
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % ((name.capitalize(),) + _pair(seq1, seq2))
        lengths = len(seq1), len(seq2)
        for place in range(min(lengths)):
            if seq1[place] != seq2[place]:
                text += "\nFirst differing element %d:\n%s\n%s\n" % ((place,) + _pair(seq1[place], seq2[place]))
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(seq1) is not type(seq2):
                return
        if lengths[0] != lengths[1]:
            longer, seq = ("First", seq1) if lengths[0] > lengths[1] else ("Second", seq2)
            text += "\n%s %s contains %d additional elements.\n" % (longer, name, abs(lengths[0] - lengths[1]))
            text += "First extra element %d:\n%s\n" % (min(lengths), shown(seq[min(lengths)]))
        self._differ(text, shown(seq1), shown(seq2), msg)

    def _differ(self, text, first, second, msg):
        text += "\n" + "\n".join("- " + line for line in first.splitlines())
        text += "\n" + "\n".join("+ " + line for line in second.splitlines())
        raise self.failureException(self._formatMessage(msg, text))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, some in (("first", set1.difference(set2)), ("second", set2.difference(set1))):
            if some:
                lines.append("Items in the %s set but not the %s:" % (which, "second" if which == "first" else "first"))
                lines.extend(map(repr, some))
        self._unless(not lines, "\n".join(lines), msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._differ("%s != %s\n" % _pair(d1, d2), shown(d1), shown(d2), msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            self._differ("%s != %s\n" % _pair(first, second), first, second, msg)

    def assertCountEqual(self, first, second, msg=None):
        """Both have the same items, however ordered."""
        first, second = list(first), list(second)
        try:
            counts = collections.Counter(first), collections.Counter(second)
            same = counts[0] == counts[1]
        except TypeError:
            rest = list(second)
            same = len(first) == len(second)
            for item in first:
                if same and item in rest:
                    rest.remove(item)
                else:
                    same = False
        if same:
            return
        text = "Element counts were not equal:"
        seen = []
        for item in first + second:
            if item not in seen:
                seen.append(item)
                if first.count(item) != second.count(item):
                    text += "\nFirst has %d, Second has %d:  %r" % (first.count(item), second.count(item), item)
        self._unless(False, text, msg)

    # Text.

    def assertRegex(self, text, expected_regex, msg=None):
        if not _search(expected_regex, text):
            standard = "Regex didn't match: %r not found in %r" % (_text_of(expected_regex), text)
            self._unless(False, standard, msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if _search(unexpected_regex, text):
            found = _match(unexpected_regex, text), _text_of(unexpected_regex), text
            self._unless(False, "Regex matched: %r matches %r in %r" % found, msg)

    # Exceptions and warnings.

    def assertRaises(self, expected_exception, *args, **kwargs):
        """The call raises this; without a call, the block of a with statement does."""
        return _RaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _RaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """The call issues such a warning; without a call, the block of a with statement does."""
        return _WarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _WarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)
