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
        self._text = None  # of an entry of a traceback: what it shows, marks included

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

    @classmethod
    def _of_traceback(cls, tb, limit=None, capture_locals=False):
        """Summarise the entries of a traceback; a limit below zero keeps the last ones."""
        summary = cls()
        entries = []
        while tb is not None:
            entries.append(tb)
            tb = tb.tb_next
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None:
                limit = -max(limit, 0)
        if limit is not None:
            entries = entries[:limit] if limit >= 0 else entries[limit:]
        for tb in entries:
            code = tb.tb_frame.f_code
            frame = FrameSummary(code.co_filename, tb.tb_lineno, code.co_name,
                                 locals=tb.tb_frame.f_locals if capture_locals else None)
            place = _traceback.entry_place(tb)
            if place:
                frame.end_lineno, frame.colno, frame.end_colno = place
            frame._text = _traceback.entry_text(tb)
            summary.append(frame)
        return summary

    def format_frame_summary(self, frame_summary, **options):
        """Return what one frame shows."""
        frame = frame_summary
        text = frame._text
        if text is None:
            text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            if frame.line:
                text += f"    {frame.line.strip()}\n"
        if frame.locals:
            text += "".join(f"    {name} = {value}\n" for name, value in sorted(frame.locals.items()))
        return text

    def format(self, **options):
        lines, last, count = [], None, 0
        for frame in self:
            key = frame.filename, frame.lineno, frame.name
            count = count + 1 if key == last else 1
            if key != last and last is not None:
                lines += _repeated(before)
            last, before = key, count
            if count <= 3:
                lines.append(self.format_frame_summary(frame))
        return lines + (_repeated(count) if last is not None else [])


def _repeated(count):
    more = count - 3
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit)


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
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), file=file or sys.stderr, end="")


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def print_stack(f=None, limit=None, file=None):
    print("".join(format_stack(f or sys._getframe(1), limit)), file=file or sys.stderr, end="")


def _exception(exc, value, tb):
    """(exception, traceback) of arguments in the old or the new form."""
    if value is _MISSING:
        return exc, getattr(exc, "__traceback__", None)
    return value, tb


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **options):
    exc, tb = _exception(exc, value, tb)
    if exc is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(exc), exc, tb, limit=limit).format(chain=chain))


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **options):
    exc = exc if value is _MISSING else value
    if exc is None:
        return ["NoneType: None\n"]
    return list(TracebackException(type(exc), exc, None, compact=True).format_exception_only(show_group=show_group))


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

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = _seen or set()
        seen.add(id(exc_value))
        options = {"limit": limit, "capture_locals": capture_locals, "_seen": seen}
        self._exc_type = exc_type if save_exc_type else None
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self.__context__ = self.exceptions = None
        self._type_name = exc_type.__qualname__
        if exc_type.__module__ not in ("__main__", "builtins"):
            self._type_name = f"{exc_type.__module__}.{self._type_name}"
        self._last_lines = _last_lines(exc_value, exc_traceback is not None)
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        if isinstance(exc_value, (NameError, AttributeError, ImportError)):
            self._str = self._last_lines[0].removeprefix(self._type_name + ": ").rstrip("\n")
        if isinstance(exc_value, SyntaxError):
            self._note_place(exc_value)
        if exc_value is None:
            return
        cause, context = exc_value.__cause__, exc_value.__context__
        if cause is not None and id(cause) not in seen:
            self.__cause__ = TracebackException.from_exception(cause, **options)
        wanted = self.__cause__ is None and not self.__suppress_context__ if compact else True
        if context is not None and id(context) not in seen and wanted:
            self.__context__ = TracebackException.from_exception(context, **options)
        if isinstance(exc_value, BaseExceptionGroup):
            self._group = exc_value
            self.exceptions = [TracebackException.from_exception(e, limit=limit, capture_locals=capture_locals)
                               for e in exc_value.exceptions]

    def _note_place(self, error):
        """Keep what a SyntaxError knows of its place."""
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg

    @classmethod
    def from_exception(cls, exc, *args, **options):
        return cls(type(exc), exc, exc.__traceback__, *args, **options)

    @property
    def exc_type(self):
        return self._exc_type

    @property
    def exc_type_str(self):
        return self._type_name

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def _chain(self):
        """The exceptions to show, the first to happen first, each with what leads to the next."""
        links, exc = [(self, None)], self
        while True:
            if exc.__cause__ is not None:
                title, exc = _CAUSE, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                title, exc = _CONTEXT, exc.__context__
            else:
                return reversed(links)
            links.append((exc, title))

    def format(self, *, chain=True, **options):
        """Yield the text in pieces, each of which ends in a newline."""
        for exc, title in self._chain() if chain else [(self, None)]:
            if exc.exceptions is not None:
                yield from _traceback.exception_text(exc._group, False).splitlines(True)
            else:
                if exc.stack:
                    yield "Traceback (most recent call last):\n"
                    yield from exc.stack.format()
                yield from exc._last_lines
            if title is not None:
                yield title

    def format_exception_only(self, *, show_group=False, _depth=0, **options):
        """Yield the lines at the end: type and message, with the place of a syntax error and the notes."""
        indent = 3 * _depth * " "
        for piece in self._last_lines:
            yield indent + piece if indent else piece
        if self.exceptions and show_group:
            for exc in self.exceptions:
                yield from exc.format_exception_only(show_group=True, _depth=_depth + 1)

    def print(self, *, file=None, chain=True, **options):
        print("".join(self.format(chain=chain)), file=file or sys.stderr, end="")

    def __str__(self):
        return self._str


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _last_lines(value, with_names):
    """The pieces that an exception ends with: one for each line of a syntax error and of the notes, one for the rest."""
    if value is None:
        return ["NoneType: None\n"]
    text = _traceback.last_lines(value, with_names)
    if isinstance(value, SyntaxError) or getattr(value, "__notes__", None):
        return text.splitlines(True)
    return [text]
