"""Which lines of a program allocated the memory that is in use: snapshots, statistics and their differences."""
import linecache as _linecache
from _tracemalloc import *
from _tracemalloc import _get_object_traceback, _get_traces

_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")


def _format_size(size, sign):
    for unit in _UNITS:
        if abs(size) < 100 and unit != "B":
            return ("%+.1f %s" if sign else "%.1f %s") % (size, unit)
        if abs(size) < 10 * 1024 or unit == "TiB":
            return ("%+.0f %s" if sign else "%.0f %s") % (size, unit)
        size /= 1024


def _average(blocks):
    return ", average=%s" % _format_size(blocks.size / blocks.count, False) if blocks.count else ""


def _matches(pattern, text):
    """Whether a shell pattern with * and ? fits all of text."""
    places = {0}  # in pattern, where the text so far may have led
    for char in text:
        reached = set()
        for place in _skip_stars(pattern, places):
            if place < len(pattern):
                if pattern[place] == "*":
                    reached.add(place)
                elif pattern[place] in ("?", char):
                    reached.add(place + 1)
        places = reached
    return len(pattern) in _skip_stars(pattern, places)


def _skip_stars(pattern, places):
    places = set(places)
    for place in sorted(places):
        while place < len(pattern) and pattern[place] == "*":
            place += 1
            places.add(place)
    return places


class Statistic:
    """The blocks of one place."""

    __slots__ = ("traceback", "size", "count")

    def __init__(self, traceback, size, count):
        self.traceback = traceback
        self.size = size
        self.count = count

    def __hash__(self):
        return hash((self.traceback, self.size, self.count))

    def __eq__(self, other):
        if not isinstance(other, Statistic):
            return NotImplemented
        return (self.traceback, self.size, self.count) == (other.traceback, other.size, other.count)

    def __str__(self):
        return "%s: size=%s, count=%i%s" % (
            self.traceback, _format_size(self.size, False), self.count, _average(self))

    def __repr__(self):
        return "<Statistic traceback=%r size=%i count=%i>" % (self.traceback, self.size, self.count)

    def _sort_key(self):
        return self.size, self.count, self.traceback


class StatisticDiff:
    """What became of the blocks of one place between two snapshots."""

    __slots__ = ("traceback", "size", "size_diff", "count", "count_diff")

    def __init__(self, traceback, size, size_diff, count, count_diff):
        self.traceback = traceback
        self.size = size
        self.size_diff = size_diff
        self.count = count
        self.count_diff = count_diff

    def _fields(self):
        return self.traceback, self.size, self.size_diff, self.count, self.count_diff

    def __hash__(self):
        return hash(self._fields())

    def __eq__(self, other):
        if not isinstance(other, StatisticDiff):
            return NotImplemented
        return self._fields() == other._fields()

    def __str__(self):
        return "%s: size=%s (%s), count=%i (%+i)%s" % (
            self.traceback, _format_size(self.size, False), _format_size(self.size_diff, True), self.count,
            self.count_diff, _average(self))

    def __repr__(self):
        return "<StatisticDiff traceback=%r size=%i (%+i) count=%i (%+i)>" % self._fields()

    def _sort_key(self):
        return abs(self.size_diff), self.size, abs(self.count_diff), self.count, self.traceback


class _Ordered:
    """Order by what _key() answers, for objects of one class."""

    __slots__ = ()

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, type(self)) else NotImplemented


class Frame(_Ordered):
    """A line of a file."""

    __slots__ = ("_frame",)

    def __init__(self, frame):
        self._frame = frame

    @property
    def filename(self):
        return self._frame[0]

    @property
    def lineno(self):
        return self._frame[1]

    def _key(self):
        return self._frame

    def __eq__(self, other):
        return self._frame == other._frame if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash(self._frame)

    def __str__(self):
        return "%s:%s" % (self.filename, self.lineno)

    def __repr__(self):
        return "<Frame filename=%r lineno=%r>" % (self.filename, self.lineno)


class Traceback(_Ordered):
    """The frames that led to an allocation, outermost first."""

    __slots__ = ("_frames", "_total_nframe")

    def __init__(self, frames, total_nframe=None):
        self._frames = tuple(reversed(frames))
        self._total_nframe = total_nframe

    @property
    def total_nframe(self):
        return self._total_nframe

    def __len__(self):
        return len(self._frames)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Frame(frame) for frame in self._frames[index])
        return Frame(self._frames[index])

    def __iter__(self):
        return map(Frame, self._frames)

    def __contains__(self, frame):
        return frame._frame in self._frames

    def _key(self):
        return self._frames

    def __eq__(self, other):
        return self._frames == other._frames if isinstance(other, Traceback) else NotImplemented

    def __hash__(self):
        return hash(self._frames)

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        total = "" if self._total_nframe is None else " total_nframe=%s" % self._total_nframe
        return "<Traceback %r%s>" % (tuple(self), total)

    def format(self, limit=None, most_recent_first=False):
        """Return the frames as lines of text; limit keeps so many of the innermost, or outermost when negative."""
        frames = self[:]
        if limit is not None:
            frames = frames[-limit:] if limit > 0 else frames[:abs(limit)]
        lines = []
        for frame in reversed(frames) if most_recent_first else frames:
            lines.append('  File "%s", line %s' % (frame.filename, frame.lineno))
            line = _linecache.getline(frame.filename, frame.lineno).strip()
            if line:
                lines.append("    %s" % line)
        return lines


def get_object_traceback(obj):
    """Return the Traceback of the lines that allocated obj, or None when that was not traced."""
    frames = _get_object_traceback(obj)
    return None if frames is None else Traceback(frames)


class Trace:
    """One traced block."""

    __slots__ = ("_trace",)

    def __init__(self, trace):
        self._trace = trace

    @property
    def domain(self):
        return self._trace[0]

    @property
    def size(self):
        return self._trace[1]

    @property
    def traceback(self):
        return Traceback(*self._trace[2:])

    def __eq__(self, other):
        return self._trace == other._trace if isinstance(other, Trace) else NotImplemented

    def __hash__(self):
        return hash(self._trace)

    def __str__(self):
        return "%s: %s" % (self.traceback, _format_size(self.size, False))

    def __repr__(self):
        return "<Trace domain=%s size=%s, traceback=%r>" % (self.domain, _format_size(self.size, False), self.traceback)


class _Traces:
    """The traces of a snapshot, made into objects when looked at."""

    def __init__(self, traces):
        self._traces = tuple(traces)

    def __len__(self):
        return len(self._traces)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(Trace(trace) for trace in self._traces[index])
        return Trace(self._traces[index])

    def __iter__(self):
        return map(Trace, self._traces)

    def __contains__(self, trace):
        return trace._trace in self._traces

    def __eq__(self, other):
        return self._traces == other._traces if isinstance(other, _Traces) else NotImplemented

    def __repr__(self):
        return "<Traces len=%s>" % len(self)


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    """Selects blocks by file name pattern, line and domain."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._filename_pattern = filename_pattern[:-1] if filename_pattern.endswith(".pyc") else filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain

    @property
    def filename_pattern(self):
        return self._filename_pattern

    def _match_frame(self, filename, lineno):
        fits = _matches(self._filename_pattern, filename) and (self.lineno is None or lineno == self.lineno)
        return fits == self.inclusive

    def _match(self, trace):
        domain, _, frames, _ = trace
        if self.domain is not None and (domain == self.domain) != self.inclusive:
            return False
        if not self.all_frames:
            return self._match_frame(*frames[0])
        fits = any(self._filename_pattern_fits(*frame) for frame in frames)
        return fits == self.inclusive

    def _filename_pattern_fits(self, filename, lineno):
        return _matches(self._filename_pattern, filename) and (self.lineno is None or lineno == self.lineno)


class DomainFilter(BaseFilter):
    """Selects blocks by domain."""

    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain

    def _match(self, trace):
        return (trace[0] == self._domain) == self.inclusive


class Snapshot:
    """The traced blocks at one moment."""

    def __init__(self, traces, traceback_limit):
        self.traces = _Traces(traces)
        self.traceback_limit = traceback_limit

    def filter_traces(self, filters):
        """Return a Snapshot of the blocks that the filters select: any of the inclusive ones, all of the others."""
        if not hasattr(filters, "__iter__"):
            raise TypeError("filters must be a list of filters, not %s" % type(filters).__name__)
        filters = list(filters)
        including = [f for f in filters if f.inclusive]
        excluding = [f for f in filters if not f.inclusive]
        traces = [trace for trace in self.traces._traces
                  if (not including or any(f._match(trace) for f in including))
                  and all(f._match(trace) for f in excluding)]
        return Snapshot(traces, self.traceback_limit)

    def _group_by(self, key_type, cumulative):
        """Statistics by place. Places are tuples of frames until the end: hashing these is cheap."""
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError("unknown key_type: %r" % (key_type,))
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError("cumulative mode cannot by used with key type %r" % key_type)
        totals = {}  # frames -> [size, count, total_nframe]
        for _, size, frames, total_nframe in self.traces._traces:
            entry = totals.get(frames)
            if entry is None:
                totals[frames] = [size, 1, total_nframe]
            else:
                entry[0] += size
                entry[1] += 1
        groups = {}
        for frames, (size, count, total_nframe) in totals.items():
            for key, total in self._keys_of(frames, total_nframe, key_type, cumulative):
                entry = groups.get(key)
                if entry is None:
                    groups[key] = Statistic(Traceback(key, total), size, count)
                else:
                    entry.size += size
                    entry.count += count
        return {statistic.traceback: statistic for statistic in groups.values()}

    @staticmethod
    def _keys_of(frames, total_nframe, key_type, cumulative):
        if key_type == "traceback":
            return [(frames, total_nframe)]
        if key_type == "lineno":
            keys = [((frame,), None) for frame in frames]
        else:
            keys = [(((frame[0], 0),), None) for frame in frames]
        return dict.fromkeys(keys) if cumulative else keys[:1]

    def statistics(self, key_type, cumulative=False):
        """Return a list of Statistic, the largest first, by 'filename', 'lineno' or 'traceback'."""
        statistics = list(self._group_by(key_type, cumulative).values())
        statistics.sort(reverse=True, key=Statistic._sort_key)
        return statistics

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """Return a list of StatisticDiff, the largest difference first."""
        new = self._group_by(key_type, cumulative)
        old = old_snapshot._group_by(key_type, cumulative)
        differences = []
        for place, now in new.items():
            before = old.pop(place, None)
            size, count = (before.size, before.count) if before else (0, 0)
            differences.append(StatisticDiff(place, now.size, now.size - size, now.count, now.count - count))
        for place, before in old.items():
            differences.append(StatisticDiff(place, 0, -before.size, 0, -before.count))
        differences.sort(reverse=True, key=StatisticDiff._sort_key)
        return differences


def take_snapshot():
    """Return a Snapshot of the blocks that are traced now."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot(_get_traces(), get_traceback_limit())
