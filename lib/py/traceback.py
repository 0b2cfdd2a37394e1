"""Tracebacks as text and as data."""
import _traceback
import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
           "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
           "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb"]


class _Missing:
    def __repr__(self):
        return "<implicit>"


_MISSING = _Missing()


def _safe_text(value, what, function=str):
    try:
        return function(value)
    except Exception:
        return f"<{what} {function.__name__}() failed>"


class FrameSummary:
    """One frame of a traceback: file name, line number, function name and source line."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **positions):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = {k: _safe_text(v, "local", repr) for k, v in locals.items()} if locals else None
        self.end_lineno = positions.get("end_lineno")
        self.colno = positions.get("colno")
        self.end_colno = positions.get("end_colno")
        self._line = line
        self._text = None  # of an entry of a traceback: what it shows, marks included
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return None if self._line is None else self._line.strip()

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
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Summarise pairs of a frame and a line number; a limit below zero keeps the last ones."""
        limit = _default_limit(limit)
        summary = cls()
        for frame, line in frame_gen:
            if limit is not None and 0 <= limit <= len(summary):
                break
            code = frame.f_code
            linecache.lazycache(code.co_filename, frame.f_globals)
            summary.append(FrameSummary(code.co_filename, line, code.co_name, lookup_line=False,
                                        locals=frame.f_locals if capture_locals else None))
        if limit is not None and limit < 0:
            del summary[:limit]
        if lookup_lines:
            for frame in summary:
                frame.line
        return summary

    @classmethod
    def from_list(cls, frames):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3]) for f in frames)

    @classmethod
    def _of_traceback(cls, tb, limit=None, capture_locals=False):
        """Summarise the entries of a traceback; a limit below zero keeps the last ones."""
        summary = cls()
        entries = []
        while tb is not None:
            entries.append(tb)
            tb = tb.tb_next
        limit = _default_limit(limit)
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
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = frame.filename, frame.lineno, frame.name
            if key != last:
                lines += _repeated(count)
                last, count = key, 0
            count += 1
            if count <= 3:
                lines.append(text)
        return lines + _repeated(count)


def _default_limit(limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None:
            limit = max(limit, 0)
    return limit


def _repeated(count):
    more = count - 3
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit)


def extract_stack(f=None, limit=None):
    frames = walk_stack(sys._getframe(1) if f is None else f)
    stack = StackSummary.extract(frames, limit=limit)
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
    if (value is _MISSING) != (tb is _MISSING):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _MISSING:
        return value, tb
    if exc is None or isinstance(exc, BaseException):
        return exc, getattr(exc, "__traceback__", None)
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True, **kwargs):
    exc, tb = _exception(exc, value, tb)
    return list(TracebackException(type(exc), exc, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_MISSING, *, show_group=False, **kwargs):
    exc = exc if value is _MISSING else value
    return list(TracebackException(type(exc), exc, None, compact=True).format_exception_only(show_group=show_group))


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True, **kwargs):
    exc, tb = _exception(exc, value, tb)
    TracebackException(type(exc), exc, tb, limit=limit, compact=True).print(file=file, chain=chain)


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
    for frame, _ in walk_tb(tb):
        try:
            frame.clear()
        except RuntimeError:
            pass  # it still runs


class TracebackException:
    """What is needed to print an exception later."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self._exc_type = exc_type if save_exc_type else None
        self.stack = StackSummary._of_traceback(exc_traceback, limit, capture_locals)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = self.__context__ = self.exceptions = None
        self._type_name = exc_type.__qualname__
        if exc_type.__module__ not in ("__main__", "builtins"):
            self._type_name = f"{exc_type.__module__}.{self._type_name}"
        self._str = _safe_text(exc_value, "exception")
        self._last_lines = self._find_last_lines(exc_value, exc_traceback is not None)
        if isinstance(exc_value, (NameError, AttributeError, ImportError)):
            self._str = self._last_lines[0].removeprefix(self._type_name + ": ").rstrip("\n")
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_safe_text(error, '__notes__', repr)}"]
        if isinstance(exc_value, SyntaxError):
            self._note_place(exc_value)
        if _seen is None and exc_value is not None:
            self._add_related(exc_value, compact, limit=limit, capture_locals=capture_locals,
                              max_group_width=max_group_width, max_group_depth=max_group_depth)

    def _add_related(self, exc, compact, **options):
        """Add causes, contexts and members of groups, however long the chains."""
        seen = {id(exc)}

        def make(other):
            if other is None or id(other) in seen:
                return None
            made = TracebackException.from_exception(other, _seen=seen, **options)
            seen.add(id(other))
            queue.append((made, other))
            return made

        queue = [(self, exc)]
        while queue:
            text, exc = queue.pop()
            text.__cause__ = make(exc.__cause__)
            if not compact or (text.__cause__ is None and not exc.__suppress_context__):
                text.__context__ = make(exc.__context__)
            if isinstance(exc, BaseExceptionGroup):
                text.exceptions = [TracebackException.from_exception(e, _seen=seen, **options) for e in exc.exceptions]
                seen.update(map(id, exc.exceptions))
                queue += zip(text.exceptions, exc.exceptions)

    def _find_last_lines(self, value, with_names):
        """The pieces it ends with: one for each line of a syntax error and of the notes, one for the rest."""
        if not isinstance(value, BaseException):
            return [f"{self._type_name}: {self._str}\n" if self._str else self._type_name + "\n"]
        text = _traceback.last_lines(value, with_names)
        if isinstance(value, SyntaxError):
            return text.splitlines(True)
        notes = _safe_notes(value)
        if not notes:
            return [text]
        return [text.removesuffix(notes), *notes.splitlines(True)]

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
        import warnings

        warnings.warn("Deprecated in 3.13. Use exc_type_str instead.", DeprecationWarning, stacklevel=2)
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

    def format(self, *, chain=True, _margin=None, **kwargs):
        """Yield the text in pieces, each of which ends in a newline."""
        margin = _Margin() if _margin is None else _margin
        for exc, title in self._chain() if chain else [(self, None)]:
            if exc.exceptions is not None:
                yield from exc._format_group(margin, chain)
            else:
                yield from exc._format_alone(margin, "Traceback (most recent call last):\n")
            if title is not None:
                yield from margin.put(title)

    def _format_alone(self, margin, head, mark="|"):
        if self.stack:
            yield from margin.put(head, mark)
            yield from margin.put(self.stack.format())
        yield from margin.put(self.format_exception_only())

    def _format_group(self, margin, chain):
        if margin.depth > self.max_group_depth:
            yield from margin.put(f"... (max_group_depth is {self.max_group_depth})\n")
            return
        outermost = margin.depth == 0
        margin.depth += outermost
        yield from self._format_alone(margin, "Exception Group Traceback (most recent call last):\n",
                                      "+" if outermost else "|")
        more = len(self.exceptions) - self.max_group_width
        shown = self.exceptions[:self.max_group_width]
        titles = [str(i + 1) for i in range(len(shown))] + ["..."] * (more > 0)
        for i, title in enumerate(titles):
            last = i + 1 == len(titles)
            margin.open = margin.open or last
            yield f"{margin.indent}{'  ' if i else '+-'}+---------------- {title} ----------------\n"
            margin.depth += 1
            if i < len(shown):
                yield from shown[i].format(chain=chain, _margin=margin)
            else:
                yield from margin.put(f"and {more} more exception{'s' if more > 1 else ''}\n")
            if last and margin.open:
                yield f"{margin.indent}+------------------------------------\n"
                margin.open = False
            margin.depth -= 1
        margin.depth -= outermost

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yield the lines at the end: type and message, with the place of a syntax error and the notes."""
        indent = 3 * _depth * " "
        for piece in self._last_lines:
            if indent:
                yield from [indent + line for line in piece.splitlines(True)]
            else:
                yield piece
        if self.exceptions and show_group:
            for exc in self.exceptions:
                yield from exc.format_exception_only(show_group=True, _depth=_depth + 1)

    def print(self, *, file=None, chain=True, **kwargs):
        file = sys.stderr if file is None else file
        for piece in self.format(chain=chain):
            print(piece, file=file, end="")

    def __str__(self):
        return self._str


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _safe_notes(exc):
    """What the printer of the interpreter shows of an exception's notes."""
    try:
        notes = exc.__notes__
    except AttributeError:
        return ""
    except Exception as error:
        return f"Ignored error getting __notes__: {_safe_text(error, '__notes__', repr)}\n"
    if notes is None:
        return ""
    if not isinstance(notes, (list, tuple)):
        return _safe_text(notes, "__notes__", repr) + "\n"
    return "".join([_safe_text(note, "note") + "\n" for note in notes])


class _Margin:
    """What stands left of the text of a group's members."""

    def __init__(self):
        self.depth = 0
        self.open = False  # the line that ends the innermost group is still to come

    @property
    def indent(self):
        return "  " * self.depth

    def put(self, text, mark="|"):
        """Yield the text, a str or pieces, behind the margin."""
        pieces = [text] if isinstance(text, str) else text
        if not self.depth:
            yield from pieces
            return
        prefix = self.indent + mark + " "
        for piece in pieces:
            yield "".join([prefix + line for line in piece.splitlines(True)])
