/* lib/time_module.c - the time module: clocks, sleeping, and calendar time.
 *
 * Owns:      struct_time, conversion between seconds and calendar time.
 * Invariant: none.
 * Not here:  strptime (lib/py/_strptime.py), datetime.
 */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "lib/struct_sequence.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/state.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/import.h"

enum { TIME_FIELDS = 11, TIME_VISIBLE = 9 };

static const int64_t NANO = 1000000000;

/* --- Clocks ------------------------------------------------------------------------------------------------------ */

static bool read_clock(clockid_t clock, int64_t *ns) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) return raise_os(errno, NULL), false;
    *ns = (int64_t)now.tv_sec * NANO + now.tv_nsec;
    return true;
}

/* Rounded to nanoseconds first, as CPython has it: seconds are exact below 2**23 of them. */
static Value seconds_of(clockid_t clock) {
    int64_t ns;
    return read_clock(clock, &ns) ? float_new((double)ns / 1e9) : NULL;
}

static Value nanoseconds_of(clockid_t clock) {
    int64_t ns;
    return read_clock(clock, &ns) ? int_value(ns) : NULL;
}

#define CLOCK(name, id)                                                                                                \
    static Value py_time_##name(const Ref *args) { return seconds_of(id); }                                            \
    static Value py_time_##name##_ns(const Ref *args) { return nanoseconds_of(id); }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

static bool clock_argument(Ref v, clockid_t *clock) {
    int64_t id;
    if (!index_as_int64(v, &id, &type_OverflowError)) return false;
    *clock = (clockid_t)id;
    return true;
}

static bool clock_to_read(Ref v, clockid_t *clock) {
    if (!has_family(v, TYPE_INT)) return raise_false(&type_TypeError, "clk_id should be integer, not %T", v);
    return clock_argument(v, clock);
}

static Value py_time_clock_gettime(const Ref *args) {
    clockid_t clock;
    return clock_to_read(args[0], &clock) ? seconds_of(clock) : NULL;
}

static Value py_time_clock_gettime_ns(const Ref *args) {
    clockid_t clock;
    return clock_to_read(args[0], &clock) ? nanoseconds_of(clock) : NULL;
}

static Value py_time_clock_getres(const Ref *args) {
    clockid_t clock;
    struct timespec resolution;
    if (!clock_argument(args[0], &clock)) return NULL;
    if (clock_getres(clock, &resolution) != 0) return raise_os(errno, NULL);
    return float_new((double)resolution.tv_sec + (double)resolution.tv_nsec * 1e-9);
}

static Value py_time_get_clock_info(const Ref *args) {
    static const struct {
        const char *name, *implementation;
        bool monotonic, adjustable;
        clockid_t clock;
    } clocks[] = {
        {"time", "clock_gettime(CLOCK_REALTIME)", false, true, CLOCK_REALTIME},
        {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", true, false, CLOCK_MONOTONIC},
        {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", true, false, CLOCK_MONOTONIC},
        {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false, CLOCK_PROCESS_CPUTIME_ID},
        {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false, CLOCK_THREAD_CPUTIME_ID},
    };
    if (!is_str(args[0])) return raise(&type_TypeError, "get_clock_info() argument 1 must be str, not %O", args[0]);
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
        if (!str_equal_text(args[0], clocks[i].name)) continue;
        struct timespec resolution = {0};
        clock_getres(clocks[i].clock, &resolution);
        Value words[4] = {str_from_text(clocks[i].implementation), bool_value(clocks[i].monotonic),
                          bool_value(clocks[i].adjustable),
                          float_new((double)resolution.tv_sec + (double)resolution.tv_nsec * 1e-9)};
        Value keys[4] = {intern_text("implementation"), intern_text("monotonic"), intern_text("adjustable"),
                         intern_text("resolution")};
        Value keywords = tuple_from_steal(keys, 4), result = NULL;
        if (keywords && words[0]) result = call(type_ref(&type_simple_namespace), refs(words), 0, keywords);
        release_maybe(keywords);
        release_maybe(words[0]);
        release_maybe(words[3]);
        return result;
    }
    return raise(&type_ValueError, "unknown clock");
}

/* --- Sleeping ---------------------------------------------------------------------------------------------------- */

static bool duration_argument(Ref v, int64_t *ns) {
    double seconds;
    if (is_int(v)) {
        int64_t whole;
        if (!int_as_int64(v, &whole) || whole > INT64_MAX / NANO || whole < -(INT64_MAX / NANO))
            return raise_false(&type_OverflowError, "timestamp too large to convert to C PyTime_t");
        *ns = whole * NANO;
    } else if (is_float(v)) {
        seconds = float_of(v);
        if (isnan(seconds)) return raise_false(&type_ValueError, "Invalid value NaN (not a number)");
        if (fabs(seconds) >= 9.2e9)
            return raise_false(&type_OverflowError, "timestamp out of range for platform time_t");
        *ns = (int64_t)ceil(seconds * 1e9);
    } else {
        Value whole = index_of(v);
        bool ok = whole && duration_argument(whole, ns);
        release_maybe(whole);
        return ok;
    }
    return true;
}

static Value py_time_sleep(const Ref *args) {
    int64_t ns, now;
    if (!duration_argument(args[0], &ns)) return NULL;
    if (ns < 0) return raise(&type_ValueError, "sleep length must be non-negative");
    if (!read_clock(CLOCK_MONOTONIC, &now)) return NULL;
    int64_t end = now > INT64_MAX - ns ? INT64_MAX : now + ns;
    struct timespec until = {.tv_sec = end / NANO, .tv_nsec = end % NANO};
    for (;;) {
        int error = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        if (error == 0) return VALUE_NONE;
        if (error != EINTR) return raise_os(error, NULL);
        if (!runtime_poll()) return NULL;
    }
}

/* --- struct_time ------------------------------------------------------------------------------------------------- */

static const GetSetDef struct_time_getsets[] = {
    STRUCT_FIELD(0, "tm_year", DOC("Year, such as 1993.")),
    STRUCT_FIELD(1, "tm_mon", DOC("Month of the year, from 1 to 12.")),
    STRUCT_FIELD(2, "tm_mday", DOC("Day of the month, from 1 to 31.")),
    STRUCT_FIELD(3, "tm_hour", DOC("Hours, from 0 to 23.")),
    STRUCT_FIELD(4, "tm_min", DOC("Minutes, from 0 to 59.")),
    STRUCT_FIELD(5, "tm_sec", DOC("Seconds, from 0 to 61.")),
    STRUCT_FIELD(6, "tm_wday", DOC("Day of the week, from 0; Monday is 0.")),
    STRUCT_FIELD(7, "tm_yday", DOC("Day of the year, from 1 to 366.")),
    STRUCT_FIELD(8, "tm_isdst", DOC("1 in summer time, 0 outside it, -1 when not known")),
    STRUCT_FIELD(9, "tm_zone", DOC("Abbreviation of the name of the time zone.")),
    STRUCT_FIELD(10, "tm_gmtoff", DOC("Seconds east of UTC.")),
    STRUCT_SHAPE(TIME_VISIBLE, TIME_FIELDS),
};

Type type_struct_time = {
    STRUCT_SEQUENCE(struct_time, "time", "struct_time", struct_time_getsets),
    .doc = "What gmtime(), localtime() and strptime() return: a tuple of nine numbers with names.",
};

static Value struct_time_of(const struct tm *t) {
    Value items[TIME_FIELDS] = {small_int_value(t->tm_year + 1900),
                                small_int_value(t->tm_mon + 1),
                                small_int_value(t->tm_mday),
                                small_int_value(t->tm_hour),
                                small_int_value(t->tm_min),
                                small_int_value(t->tm_sec),
                                small_int_value((t->tm_wday + 6) % 7),
                                small_int_value(t->tm_yday + 1),
                                small_int_value(t->tm_isdst),
                                t->tm_zone ? str_from_text(t->tm_zone) : VALUE_NONE,
                                small_int_value(t->tm_gmtoff)};
    return struct_sequence_steal(&type_struct_time, items, TIME_FIELDS, TIME_VISIBLE);
}

/* Seconds since the epoch, rounded down; None: now. */
static bool seconds_argument(Ref v, time_t *seconds) {
    if (is_none(v)) return *seconds = time(NULL), true;
    if (is_float(v)) {
        double d = floor(float_of(v));
        if (isnan(d)) return raise_false(&type_ValueError, "Invalid value NaN (not a number)");
        if (d < -9.2e18 || d > 9.2e18)
            return raise_false(&type_OverflowError, "timestamp out of range for platform time_t");
        return *seconds = (time_t)d, true;
    }
    Value whole = index_of(v);
    int64_t n = 0;
    bool ok = whole && (int_as_int64(whole, &n) ||
                        raise_false(&type_OverflowError, "timestamp out of range for platform time_t"));
    release_maybe(whole);
    *seconds = (time_t)n;
    return ok;
}

static bool break_down(Ref v, struct tm *(*convert)(const time_t *, struct tm *), struct tm *t) {
    time_t seconds;
    if (!seconds_argument(v, &seconds)) return false;
    errno = 0;
    if (convert(&seconds, t)) return true;
    return raise_os(errno ? errno : EINVAL, NULL), false;
}

static Value py_time_gmtime(const Ref *args) {
    struct tm t;
    if (!break_down(args[0], gmtime_r, &t)) return NULL;
    t.tm_zone = "GMT";
    return struct_time_of(&t);
}

static Value py_time_localtime(const Ref *args) {
    struct tm t;
    return break_down(args[0], localtime_r, &t) ? struct_time_of(&t) : NULL;
}

/* Fills in a struct tm out of a tuple of nine numbers. zone is kept by the tuple. */
static bool tm_argument(Ref v, const char *function, struct tm *t) {
    if (!is_tuple(v)) return raise_false(&type_TypeError, "Tuple or struct_time argument required");
    if (tuple_count(v) != TIME_VISIBLE)
        return raise_false(&type_TypeError, "%s(): illegal time tuple argument", function);
    int64_t n[TIME_VISIBLE];
    for (size_t i = 0; i < TIME_VISIBLE; i++) {
        if (!index_as_int64(tuple_peek(v, i), &n[i], &type_OverflowError)) return false;
        if (n[i] != (int)n[i])
            return raise_false(&type_OverflowError, "signed integer is %s",
                               n[i] > 0 ? "greater than maximum" : "less than minimum");
    }
    if (n[0] < (int64_t)INT32_MIN + 1900) return raise_false(&type_OverflowError, "year out of range");
    *t = (struct tm){.tm_year = (int)(n[0] - 1900),
                     .tm_mon = (int)n[1] - 1,
                     .tm_mday = (int)n[2],
                     .tm_hour = (int)n[3],
                     .tm_min = (int)n[4],
                     .tm_sec = (int)n[5],
                     .tm_wday = (int)((n[6] + 1) % 7),
                     .tm_yday = (int)n[7] - 1,
                     .tm_isdst = (int)n[8]};
    if (!is_exact(v, &type_struct_time)) return true;
    const Value *items = as_tuple(v)->items;
    if (is_small_int(items[10])) t->tm_gmtoff = (long)small_int(items[10]);
    return true;
}

/* What strftime and asctime need: nothing that indexes a table may be out of range. */
static bool check_tm(struct tm *t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    if (t->tm_mday == 0) t->tm_mday = 1;
    if (t->tm_yday == -1) t->tm_yday = 0;
    const char *wrong = t->tm_mon < 0 || t->tm_mon > 11      ? "month out of range"
                        : t->tm_mday < 0 || t->tm_mday > 31  ? "day of month out of range"
                        : t->tm_hour < 0 || t->tm_hour > 23  ? "hour out of range"
                        : t->tm_min < 0 || t->tm_min > 59    ? "minute out of range"
                        : t->tm_sec < 0 || t->tm_sec > 61    ? "seconds out of range"
                        : t->tm_wday < 0                     ? "day of week out of range"
                        : t->tm_yday < 0 || t->tm_yday > 365 ? "day of year out of range"
                                                             : NULL;
    return !wrong || raise_false(&type_ValueError, "%s", wrong);
}

static Value py_time_mktime(const Ref *args) {
    struct tm t;
    if (!tm_argument(args[0], "mktime", &t)) return NULL;
    t.tm_wday = -1; /* tells failure from the second before the epoch */
    time_t seconds = mktime(&t);
    if (seconds == -1 && t.tm_wday == -1) return raise(&type_OverflowError, "mktime argument out of range");
    return float_new((double)seconds);
}

/* --- Text -------------------------------------------------------------------------------------------------------- */

/* "Sun Jun 20 23:21:05 1993", whatever the locale. */
static Value date_text(const struct tm *t) {
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char text[64];
    int length = snprintf(text, sizeof text, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + 3 * t->tm_wday,
                          months + 3 * t->tm_mon, t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec, 1900 + t->tm_year);
    return str_from_ascii(text, (size_t)length);
}

static Value py_time_asctime(const Ref *args) {
    struct tm t;
    if (!args[0] ? !break_down(VALUE_NONE, localtime_r, &t) : !tm_argument(args[0], "asctime", &t) || !check_tm(&t))
        return NULL;
    return date_text(&t);
}

static Value py_time_ctime(const Ref *args) {
    struct tm t;
    return break_down(args[0], localtime_r, &t) ? date_text(&t) : NULL;
}

static Value formatted(const char *format, const struct tm *t) {
    size_t room = 1024 + 256 * strlen(format);
    char *text = mem_raw_try(&rt()->mem, room);
    if (!text) return raise_memory(), NULL;
    StrBuilder b;
    builder_init(&b);
    builder_utf8(&b, text, strftime(text, room, format, t));
    mem_raw_free(&rt()->mem, text, room);
    return builder_finish(&b);
}

static Value py_time_strftime(const Ref *args) {
    struct tm t;
    Utf8 format;
    if (!is_str(args[0])) return raise(&type_TypeError, "strftime() argument 1 must be str, not %O", args[0]);
    if (!args[1] ? !break_down(VALUE_NONE, localtime_r, &t) : !tm_argument(args[1], "strftime", &t) || !check_tm(&t))
        return NULL;
    char *zone = NULL;
    if (args[1] && is_exact(args[1], &type_struct_time) && is_str(as_tuple(args[1])->items[9])) {
        Utf8 text;
        if (!str_utf8(as_tuple(args[1])->items[9], &text, true)) return NULL;
        zone = strdup(text.text);
        str_utf8_done(&text);
        t.tm_zone = zone;
    }
    if (!str_utf8(args[0], &format, false)) return free(zone), NULL;
    bool whole = strlen(format.text) == format.length;
    Value text = whole ? formatted(format.text, &t) : raise(&type_ValueError, "embedded null character");
    str_utf8_done(&format);
    free(zone);
    return text;
}

static Value py_time_strptime(const Ref *args) {
    Value name = intern_text("_strptime"), module = import_absolute(name), method = intern_text("_strptime_time"),
          result = NULL;
    if (module) result = call_method(module, method, args, 2);
    release_maybe(module);
    release(method);
    release(name);
    return result;
}

/* --- Time zone --------------------------------------------------------------------------------------------------- */

static void put_zone(Ref dict) {
    tzset();
    const char *const *names = (const char *const *)tzname;
    Value a = str_from_text(names[0]), b = str_from_text(names[1]), both = a && b ? tuple_pack(2, a, b) : NULL;
    /* summer time is an hour ahead of the zone that has it */
    dict_set_text(dict, "timezone", small_int_value(timezone));
    dict_set_text(dict, "altzone", small_int_value(timezone - (daylight ? 3600 : 0)));
    dict_set_text(dict, "daylight", small_int_value(daylight));
    if (both) dict_set_text(dict, "tzname", both);
    else error_clear();
    release_maybe(both);
    release_maybe(a);
    release_maybe(b);
}

static Value py_time_tzset(const Ref *args) {
    Ref module = dict_peek_text(rt()->modules, "time");
    if (module && is_exact(module, &type_module)) put_zone(as_module(module)->dict);
    return VALUE_NONE;
}

static bool fill(Ref dict) {
    static const struct {
        const char *name;
        clockid_t clock;
    } clocks[] = {
        {"CLOCK_REALTIME", CLOCK_REALTIME},
        {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
        {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
        {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
        {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
        {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
        {"CLOCK_TAI", CLOCK_TAI},
    };
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++)
        dict_set_text(dict, clocks[i].name, small_int_value(clocks[i].clock));
    dict_set_text(dict, "struct_time", type_ref(&type_struct_time));
    put_zone(dict);
    return true;
}

static const NativeDef functions[] = {
    {"time()", py_time_time, DOC("Return the seconds since 1970 as a float."), 0},
    {"time_ns()", py_time_time_ns, DOC("Return the nanoseconds since 1970."), 0},
    {"monotonic()", py_time_monotonic, DOC("Return the seconds on a clock that never goes back."), 0},
    {"monotonic_ns()", py_time_monotonic_ns, DOC("Return the nanoseconds on a clock that never goes back."), 0},
    {"perf_counter()", py_time_monotonic, DOC("Return the seconds on the clock that is best for measuring."), 0},
    {"perf_counter_ns()", py_time_monotonic_ns, DOC("Return the nanoseconds on the clock that is best for measuring."),
     0},
    {"process_time()", py_time_process_time, DOC("Return the seconds of processor time that the process has used."), 0},
    {"process_time_ns()", py_time_process_time_ns,
     DOC("Return the nanoseconds of processor time that the process has used."), 0},
    {"thread_time()", py_time_thread_time, DOC("Return the seconds of processor time that the thread has used."), 0},
    {"thread_time_ns()", py_time_thread_time_ns,
     DOC("Return the nanoseconds of processor time that the thread has used."), 0},
    {"clock_gettime(clk_id, /)", py_time_clock_gettime, DOC("Return the seconds on a clock."), 0},
    {"clock_gettime_ns(clk_id, /)", py_time_clock_gettime_ns, DOC("Return the nanoseconds on a clock."), 0},
    {"clock_getres(clk_id, /)~", py_time_clock_getres, DOC("Return the resolution of a clock, in seconds."),
     NATIVE_READS_TUPLE},
    {"get_clock_info(name, /)~", py_time_get_clock_info,
     DOC("Return what is known about the clock behind a function of this module."), NATIVE_READS_TUPLE},
    {"sleep(object, /)", py_time_sleep, DOC("Wait for a number of seconds, which may have a fraction."), 0},
    {"gmtime(seconds=None, /)~", py_time_gmtime,
     DOC("Convert seconds since 1970 (by default now) to a struct_time in UTC."), NATIVE_READS_TUPLE},
    {"localtime(seconds=None, /)~", py_time_localtime,
     DOC("Convert seconds since 1970 (by default now) to a struct_time in local time."), NATIVE_READS_TUPLE},
    {"mktime(object, /)", py_time_mktime, DOC("Convert a struct_time in local time to seconds since 1970."), 0},
    {"asctime(time_tuple=..., /)", py_time_asctime,
     DOC("Convert a struct_time (by default now) to text such as 'Sun Jun 20 23:21:05 1993'."), NATIVE_TAKES_TUPLE},
    {"ctime(seconds=None, /)~", py_time_ctime,
     DOC("Convert seconds since 1970 (by default now) to text, in local time."), NATIVE_READS_TUPLE},
    {"strftime(format, time_tuple=..., /)", py_time_strftime,
     DOC("Convert a struct_time (by default now) to text as the format says."), NATIVE_READS_TUPLE},
    {"strptime(string, format='%a %b %d %H:%M:%S %Y', /)~", py_time_strptime,
     DOC("Read a struct_time from text as the format says."), NATIVE_TAKES_TUPLE},
    {"tzset()", py_time_tzset, DOC("Read the time zone anew from the environment variable TZ."), 0},
    {0},
};

const ModuleDef module_time = {
    "time",
    "Clocks, sleeping, and conversion between seconds and calendar time.",
    functions,
    fill,
};
