"""time.strptime(): times out of text."""
import time

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365)

# Directives that stand for others.
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

# Directives for numbers: how many digits at most, the smallest and largest, whether a space may stand for the first.
_NUMBERS = {"d": (2, 1, 31, True), "H": (2, 0, 23, False), "I": (2, 1, 12, True), "j": (3, 1, 366, False),
            "m": (2, 1, 12, False), "M": (2, 0, 59, False), "S": (2, 0, 61, False), "U": (2, 0, 53, False),
            "W": (2, 0, 53, False), "V": (2, 0, 53, False), "w": (1, 0, 6, False), "u": (1, 1, 7, False)}
_DIGITS = {"y": (2, 2), "Y": (4, 4), "G": (4, 4), "f": (6, 1)}  # most, fewest


# What fits at a place: each function yields the ends of what fits, the one to be tried first in front.

def _ends_of_number(text, at, most, low, high, blank):
    for count in range(most, 0, -1):
        part = text[at:at + count]
        digits = part[1:] if blank and count == 2 and part[:1] == " " else part
        if len(part) == count and digits.isdecimal() and low <= int(digits) <= high:
            yield at + count


def _ends_of_digits(text, at, most, fewest):
    for count in range(most, fewest - 1, -1):
        part = text[at:at + count]
        if len(part) == count and part.isdecimal():
            yield at + count


def _ends_of_name(text, at, names):
    for name in sorted(names, key=len, reverse=True):
        if name and text[at:at + len(name)].lower() == name:
            yield at + len(name)


def _ends_of_offset(text, at):
    if text[at:at + 1] == "Z":
        yield at + 1
    if text[at:at + 1] not in ("+", "-") or not text[at + 1:at + 3].isdecimal() or len(text[at + 1:at + 3]) < 2:
        return
    ends, end = [], at + 3
    for _ in range(2):  # minutes, seconds
        start = end + (text[end:end + 1] == ":")
        part = text[start:start + 2]
        if len(part) < 2 or not part.isdecimal() or int(part) > 59:
            break
        end = start + 2
        ends.append(end)
    if len(ends) == 2 and text[end:end + 1] == ".":
        ends.extend(reversed(list(_ends_of_digits(text, end + 1, 6, 1))))
    yield from reversed(ends)


def _ends_of_space(text, at):
    end = at
    while text[end:end + 1].isspace():
        end += 1
    yield from range(end, at, -1)


def _zones():
    """The names of zones without and with daylight saving."""
    plain, saving = time.tzname[0].lower(), time.tzname[1].lower()
    return ("utc", "gmt", plain), (saving,) if time.daylight else ()


def _ends(directive, text, at):
    if directive in _NUMBERS:
        return _ends_of_number(text, at, *_NUMBERS[directive])
    if directive in _DIGITS:
        return _ends_of_digits(text, at, *_DIGITS[directive])
    if directive == "z":
        return _ends_of_offset(text, at)
    if directive == " ":
        return _ends_of_space(text, at)
    names = {"A": _WEEKDAYS, "B": _MONTHS, "p": ("am", "pm")}.get(directive)
    if directive in "ab":
        names = [name[:3] for name in (_WEEKDAYS if directive == "a" else _MONTHS)]
    elif directive == "Z":
        names = {name for zone in _zones() for name in zone}
    return _ends_of_name(text, at, names)


def _parts(format):
    """The format in parts: (directive, None), (" ", None) for white space, or ("", text)."""
    parts, at = [], 0
    while at < len(format):
        char = format[at]
        at += 1
        if char.isspace():
            while format[at:at + 1].isspace():
                at += 1
            parts.append((" ", None))
        elif char != "%" or format[at:at + 1] == "%":
            at += char == "%"
            parts.append(("", char.lower()))
        elif at == len(format):
            raise ValueError("stray %% in format '%s'" % format)
        else:
            directive = format[at]
            at += 1
            if directive in _COMPOSED:
                parts.extend(_parts(_COMPOSED[directive]))
            elif directive in "aAbBpzZ" or directive in _NUMBERS or directive in _DIGITS:
                parts.append((directive, None))
            else:
                raise ValueError("'%s' is a bad directive in format '%s'" % (directive, format))
    return parts


def _match(text, parts):
    """Return ({directive: text}, end) or None. Goes back to a shorter fit where a longer one leads nowhere."""
    trail, at, depth = [], 0, 0
    while depth < len(parts):
        directive, literal = parts[depth]
        if len(trail) == depth:
            same = text[at:at + 1].lower() == literal
            ends = iter((at + 1,) if same else ()) if literal else _ends(directive, text, at)
            trail.append((at, ends))
        end = next(trail[depth][1], None)
        if end is None:
            trail.pop()
            depth -= 1
            if depth < 0:
                return None
        else:
            at, depth = end, depth + 1
    starts = [start for start, _ in trail] + [at]
    found = {directive: text[starts[i]:starts[i + 1]]
             for i, (directive, literal) in enumerate(parts) if literal is None}
    return found, at


# Dates.

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _day_number(year, month, day):
    """Days since the last day of the year 0."""
    before = year - 1
    leap_day = month > 2 and _is_leap(year)
    return before * 365 + before // 4 - before // 100 + before // 400 + _DAYS_BEFORE[month - 1] + leap_day + day


def _date_of(number):
    year = number // 366 + 1
    while number > _day_number(year, 12, 31):
        year += 1
    month = 12
    while number < _day_number(year, month, 1):
        month -= 1
    return year, month, number - _day_number(year, month, 1) + 1


def _check_date(year, month, day):
    days = _DAYS_BEFORE[month] - _DAYS_BEFORE[month - 1] + (month == 2 and _is_leap(year))
    if not 1 <= year <= 9999:
        raise ValueError("year %d is out of range" % year)
    if day > days:
        raise ValueError("day is out of range for month")


def _julian_of_week(year, week, weekday, begins_on_monday):
    first = (_day_number(year, 1, 1) + 6) % 7
    if not begins_on_monday:
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    rest = (7 - first) % 7
    return 1 + weekday - first if week == 0 else 1 + rest + 7 * (week - 1) + weekday


def _day_of_iso_week(year, week, weekday):
    first = (_day_number(year, 1, 1) + 6) % 7
    long = first == 3 or (first == 2 and _is_leap(year))
    if not 0 < week < (54 if long else 53):
        raise ValueError("Invalid week: %d" % week)
    fourth = _day_number(year, 1, 4)
    return fourth - (fourth + 6) % 7 + (week - 1) * 7 + weekday


def _check_iso(year, iso_year, iso_week, julian, weekday):
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")


# Fields.

def _hour(found):
    if "H" in found:
        return int(found["H"])
    if "I" not in found:
        return 0
    hour = int(found["I"]) % 12
    return hour + 12 if found.get("p", "").lower() == "pm" else hour


def _weekday(found):
    for directive, width in (("A", None), ("a", 3)):
        if directive in found:
            return [name[:width] for name in _WEEKDAYS].index(found[directive].lower())
    if "w" in found:
        return (int(found["w"]) - 1) % 7
    return int(found["u"]) - 1 if "u" in found else None


def _year(found):
    if "Y" in found:
        return int(found["Y"])
    if "y" in found:
        year = int(found["y"])
        return year + 2000 if year <= 68 else year + 1900
    return None


def _month(found):
    for directive, width in (("B", None), ("b", 3)):
        if directive in found:
            return [name[:width] for name in _MONTHS].index(found[directive].lower()) + 1
    return int(found.get("m", 1))


def _offset(text):
    """Seconds and microseconds of an offset like +01:30."""
    if text == "Z":
        return 0, 0
    if text[3:4] == ":" and len(text) > 6 and text[6] != ":":
        raise ValueError("Inconsistent use of : in %s" % text)
    digits, _, fraction = text[1:].replace(":", "").partition(".")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    fraction = int(fraction.ljust(6, "0"))
    return (-seconds, -fraction) if text[0] == "-" else (seconds, fraction)


def _zone(found):
    """Whether the named zone is one with daylight saving: 0, 1, or -1 for no answer."""
    name = found.get("Z", "").lower()
    for saving, names in enumerate(_zones()):
        if name in names:
            same = time.tzname[0] == time.tzname[1] and time.daylight and name not in ("utc", "gmt")
            return -1 if same else saving
    return -1


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """Return the eleven fields of a struct_time, the fraction of its second and that of its offset."""
    for position, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (position, type(argument)))
    matched = _match(data_string, _parts(format))
    if matched is None:
        raise ValueError("time data %r does not match format %r" % (data_string, format))
    found, end = matched
    if end != len(data_string):
        raise ValueError("unconverted data remains: %s" % data_string[end:])
    year, month, day, weekday = _year(found), _month(found), int(found.get("d", 1)), _weekday(found)
    iso_year = int(found["G"]) if "G" in found else None
    iso_week = int(found["V"]) if "V" in found else None
    julian = int(found["j"]) if "j" in found else None
    _check_iso(year, iso_year, iso_week, julian, weekday)
    shown_year = None
    if year is None:
        year = 1900
        if month == 2 and day == 29:
            year, shown_year = 1904, 1900
    number = None
    if julian is not None:
        number = _day_number(year, 1, 1) + julian - 1
    elif weekday is not None and ("U" in found or "W" in found):
        week = int(found.get("U") or found["W"])
        number = _day_number(year, 1, 1) + _julian_of_week(year, week, weekday, "U" not in found) - 1
    elif iso_year is not None:
        number = _day_of_iso_week(iso_year, iso_week, weekday)
    if number is None:
        _check_date(year, month, day)
        number = _day_number(year, month, day)
    else:
        year, month, day = _date_of(number)
    if weekday is None:
        weekday = (number + 6) % 7
    offset, fraction_of_offset = _offset(found["z"]) if "z" in found else (None, 0)
    fields = (shown_year or year, month, day, _hour(found), int(found.get("M", 0)), int(found.get("S", 0)), weekday,
              number - _day_number(year, 1, 1) + 1, _zone(found), found.get("Z"), offset)
    return fields, int(found.get("f", "0").ljust(6, "0")), fraction_of_offset


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    return time.struct_time(_strptime(data_string, format)[0])
