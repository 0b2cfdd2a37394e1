"""Tracebacks as text and as data."""
import _traceback
import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
           "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary",
           "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list"]

_MISSING = object()


class FrameSummary:
    """One frame of a traceback: file name, line number, function name and source line."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **positions):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = positions.get("end_lineno")
        self.colno = positions.get("colno")
        self.end_colno = positions.get("end_colno")
        self._line = line

    @property
    def line(self):
        if self._line is None:
            self._line = linecache.getline(self.filename, self.lineno).strip() if self.lineno else ""
        return self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def walk_stack(frame):
    """Yield (frame, line number) from this frame outwards."""
    if frame is None:
        frame = sys._getframe(2)
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def walk_tb(tb):
    """Yield (frame, line number) along a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


class StackSummary(list):
    """A list of FrameSummary."""

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        summary = cls(FrameSummary(f.f_code.co_filename, line, f.f_code.co_name, locals=f.f_locals if capture_locals else None)
                      for f, line in frames)
        if limit is not None:
            summary = cls(summary[:limit] if limit >= 0 else summary[limit:])
        return summary

    @classmethod
    def from_list(cls, frames):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(f[0], f[1], f[2], line=f[3]) for f in frames)

    def format(self):
        lines, last, count = [], None, 0
        for frame in self:
            key = frame.filename, frame.lineno, frame.name
            count = count + 1 if key == last else 1
            if key != last and last is not None:
                lines += _repeated(before)
            last, before = key, count
            if count > 3:
                continue
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f"    {frame.line.strip()}\n"
            if frame.locals:
                text += "".join(f"    {name} = {value}\n" for name, value in sorted(frame.locals.items()))
            lines.append(text)
        return lines + (_repeated(count) if last is not None else [])


def _repeated(count):
    more = count - 3
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def extract_tb(tb, limit=None):
    return StackSummary.extract(walk_tb(tb), limit=limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    print("".join(format_list(extracted_list)), file=file or sys.stderr, end="")


def format_tb(tb, limit=None):
    if limit is not None:
        return extract_tb(tb, limit).format()
    return _frames(_traceback.frames_text(tb))


def _frames(text):
    """The text of frames, one piece for each."""
    pieces = []
    for line in text.splitlines(True):
        if line.startswith(("  File ", "  [Previous")) or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += line
    return pieces


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=file or sys.stderr, end="")


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack(f or sys._getframe(1), limit)), file=file or sys.stderr, end="")


def _exception(exc, value, tb):
    """The exception that arguments in the old or the new form mean, with its traceback set."""
    if value is _MISSING:
        return exc
    if isinstance(value, BaseException) and value.__traceback__ is not tb:
        value = value.with_traceback(tb)
    return value


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **options):
    exc = _exception(exc, value, tb)
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.exception_text(exc, bool(chain)).splitlines(True)


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **options):
    exc = exc if value is _MISSING else value
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.last_lines(exc).splitlines(True)


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True, **options):
    print("".join(format_exception(exc, value, tb, limit, chain)), file=file or sys.stderr, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print(format_exc(limit, chain), file=file or sys.stderr, end="")


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_exc"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Drop the local names of the frames of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it still runs
        tb = tb.tb_next


class TracebackException:
    """What is needed to print an exception later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, capture_locals=False, **options):
        self.exc_type = exc_type
        self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, capture_locals=capture_locals)
        self._lines = format_exception(exc_value)
        self._last_lines = format_exception_only(exc_value)

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    @property
    def exc_type_str(self):
        return self.exc_type.__qualname__

    def format(self, *, chain=True, **options):
        yield from self._lines

    def format_exception_only(self, **options):
        yield from self._last_lines

    def print(self, *, file=None, chain=True):
        print("".join(self.format(chain=chain)), file=file or sys.stderr, end="")

    def __str__(self):
        return "".join(self._last_lines).rstrip("\n")
