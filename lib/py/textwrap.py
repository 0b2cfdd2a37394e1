"""Paragraphs broken into lines, and margins taken off and put in front."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_BLANKS = "\t\n\x0b\x0c\r "
_BEFORE_DASHES = "!\"'&.,?"


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_letter(char):
    return _is_word(char) and not char.isdecimal()


def _breaks_at(word, place):
    """Whether a line may end behind the hyphen at place: two letters, or letter-letter, stand before it, and a letter
    and another one, perhaps behind a hyphen, after."""
    before, after = word[:place], word[place + 1:]
    if not before or not _is_letter(before[-1]):
        return False
    if not (len(before) > 1 and (_is_letter(before[-2])
                                 or before[-2] == "-" and len(before) > 2 and _is_letter(before[-3]))):
        return False
    rest = after[1:2] == "-" and after[2:3] or after[1:2]
    return bool(after) and _is_letter(after[0]) and bool(rest) and _is_letter(rest)


def _dashes_at(word, place):
    """Where dashes end that begin at place and stand between words; else place."""
    end = place
    while end < len(word) and word[end] == "-":
        end += 1
    between = (end - place >= 2 and place > 0 and (_is_word(word[place - 1]) or word[place - 1] in _BEFORE_DASHES)
               and end < len(word) and _is_word(word[end]))
    return end if between else place


def _parts(word):
    """A word in the pieces behind which a line may end."""
    begin = place = 0
    while place < len(word):
        if word[place] != "-":
            place += 1
            continue
        end = _dashes_at(word, place)
        if end > place:
            if begin < place:
                yield word[begin:place]
            yield word[place:end]
            begin = place = end
        else:
            place += 1
            if _breaks_at(word, place - 1):
                yield word[begin:place]
                begin = place
    if begin < len(word):
        yield word[begin:]


def _runs(text):
    """Blanks and words in turn."""
    place = 0
    while place < len(text):
        end, blank = place, text[place] in _BLANKS
        while end < len(text) and (text[end] in _BLANKS) == blank:
            end += 1
        yield text[place:end]
        place = end


class TextWrapper:
    """Breaks text into lines as its attributes say."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        return text.translate(dict.fromkeys(map(ord, _BLANKS), " ")) if self.replace_whitespace else text

    def _split(self, text):
        chunks = []
        for run in _runs(text):
            if self.break_on_hyphens and run[0] not in _BLANKS:
                chunks.extend(_parts(run))
            else:
                chunks.append(run)
        return chunks

    def _fix_sentence_endings(self, chunks):
        for place in range(len(chunks) - 1):
            if chunks[place + 1] == " " and _ends_sentence(chunks[place]):
                chunks[place + 1] = "  "

    def _handle_long_word(self, chunks, line, length, width):
        """Put a part of a word on the line that is too long for any."""
        room = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end, chunk = room, chunks[-1]
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room)
            if hyphen > 0 and any(char != "-" for char in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            done = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if not last or (done and length <= width):
                lines.append(margin + "".join(line))
            else:
                self._shorten(lines, line, length, width, margin)
                break
        return lines

    def _shorten(self, lines, line, length, width, margin):
        """The last line that there may be, with the placeholder at its end."""
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(margin + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """Return the lines of a paragraph."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """Return a paragraph with its lines broken."""
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk):
    end = chunk[:-1] if chunk[-1:] in ("'", '"') else chunk
    return end[-1:] in (".", "!", "?") and end[-2:-1].isascii() and end[-2:-1].islower()


def wrap(text, width=70, **kwargs):
    """Return the lines of a paragraph, none of them longer than width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Return a paragraph with its lines broken."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Return a text with single blanks, cut so that it fits width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Return a text without the margin that all its lines have in common; blank lines become empty."""
    if not isinstance(text, str):
        raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
    lines = text.split("\n")
    margin = None
    for place, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[place] = ""
            continue
        blanks = line[:len(line) - len(content)]
        if margin is None:
            margin = blanks
        else:
            same = 0
            while same < min(len(margin), len(blanks)) and margin[same] == blanks[same]:
                same += 1
            margin = margin[:same]
    return "\n".join(line[len(margin):] if line else line for line in lines) if margin else "\n".join(lines)


def indent(text, prefix, predicate=None):
    """Return a text with a prefix in front of its lines, or those for which predicate(line) is true."""
    wanted = predicate or str.strip
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))
