#include "lib/posix_module.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sysexits.h>
#include <unistd.h>

#include "lib/path.h"
#include "lib/struct_sequence.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/module.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

int kill(pid_t pid, int signal); /* <signal.h> has a raise() of its own */

/* --- Arguments and errors ---------------------------------------------------------------------------------------- */

bool posix_int(Ref v, int *result) {
    int64_t n;
    if (!index_as_int64(v, &n, &type_OverflowError)) return false;
    if (n != (int)n)
        return raise_false(&type_OverflowError, n > 0 ? "Python int too large to convert to C int"
                                                      : "Python int too small to convert to C int");
    *result = (int)n;
    return true;
}

bool posix_id(const char *kind, Ref v, unsigned *result) {
    int64_t n;
    if (!is_int(v) && !type_of(v)->as_index)
        return raise_false(&type_TypeError, "%s should be integer, not %T", kind, v);
    if (!index_as_int64(v, &n, NULL)) return false;
    *result = (unsigned)n;
    if (n == -1 || n == *result) return true;
    return raise_false(&type_OverflowError, n == INT64_MAX ? "%s is greater than maximum" : "%s is less than minimum",
                       kind);
}

bool posix_path(const char *function, Ref v, PathKind kind, PathArgument *path) {
    static const char *const also[] = {" or os.PathLike", ", os.PathLike or integer", ", os.PathLike, integer or None",
                                       ""};
    *path = (PathArgument){.fd = -1, .given = v};
    if ((kind == PATH_OR_FD || kind == PATH_OR_FD_OR_NONE) && !is_str(v) && type_of(v)->as_index)
        return path_check_number(v) && posix_int(v, &path->fd);
    Value name = path_fspath(v);
    if (!name) {
        Ref method = type_lookup_peek(type_of(v), NAME(dunder_fspath));
        if (kind == PATH_AS_TEXT || !error_matches(&type_TypeError) || (method && !is_none(method))) return false;
        error_clear();
        return raise_false(&type_TypeError, "%s: path should be string, bytes%s, not %T", function, also[kind], v);
    }
    path->bytes = path_encode(name);
    release(name);
    if (path->bytes) {
        path->text = (const char *)bytes_data(path->bytes);
        return true;
    }
    if (kind == PATH_AS_TEXT || !error_matches(&type_ValueError) || error_matches(&type_UnicodeEncodeError))
        return false;
    error_clear();
    return raise_false(&type_ValueError, "%s: embedded null character in path", function);
}

void posix_path_done(PathArgument *path) { release_maybe(path->bytes); }

Value posix_raise(const PathArgument *path) { return raise_os(errno, path->given); }

Value posix_raise_2(const PathArgument *from, const PathArgument *to) {
    int error = errno;
    Value text = str_from_text(strerror(error));
    Value args = text ? tuple_pack(5, small_int_value(error), text, from->given, VALUE_NONE, to->given) : NULL;
    Value exception = args ? exception_new(&type_OSError, args) : NULL;
    if (exception) raise_value(exception);
    release_maybe(exception);
    release_maybe(args);
    release_maybe(text);
    return NULL;
}

bool posix_folder(Ref v, int *fd) {
    if (!v || is_none(v)) return *fd = AT_FDCWD, true;
    if (type_of(v)->as_index) return posix_int(v, fd);
    return raise_false(&type_TypeError, "argument should be integer or None, not %T", v);
}

bool posix_follow(Ref v, int *flags) {
    Lookup follow = truth(v);
    *flags = follow == MISSING ? AT_SYMLINK_NOFOLLOW : 0;
    return follow != FAILED;
}

/* A name that is looked up in folder, which is not for descriptors. */
bool posix_path_in(const char *function, Ref v, PathKind kind, Ref folder, PathArgument *path, int *folder_fd) {
    if (!posix_folder(folder, folder_fd) || !posix_path(function, v, kind, path)) return false;
    if (path->bytes || *folder_fd == AT_FDCWD) return true;
    return raise_false(&type_ValueError, "%s: can't specify dir_fd without matching path", function);
}

Value posix_finish(PathArgument *path, int result) {
    Value v = result < 0 ? posix_raise(path) : VALUE_NONE;
    posix_path_done(path);
    return v;
}

static Value done(int result) { return result < 0 ? raise_os(errno, NULL) : VALUE_NONE; }

/* --- Folders and names ------------------------------------------------------------------------------------------- */

static Value py_posix_getcwd(const Ref *args) {
    char *folder = getcwd(NULL, 0);
    if (!folder) return raise_os(errno, NULL);
    Value name = path_decode(folder);
    free(folder);
    return name;
}

static Value py_posix_getcwdb(const Ref *args) {
    char *folder = getcwd(NULL, 0);
    if (!folder) return raise_os(errno, NULL);
    Value name = bytes_from(folder, strlen(folder));
    free(folder);
    return name;
}

static Value py_posix_chdir(const Ref *args) {
    PathArgument path;
    if (!posix_path("chdir", args[0], PATH_OR_FD, &path)) return NULL;
    return posix_finish(&path, path.bytes ? chdir(path.text) : fchdir(path.fd));
}

static Value py_posix_mkdir(const Ref *args) {
    PathArgument path;
    int mode, folder;
    if (!posix_int(args[1], &mode) || !posix_path_in("mkdir", args[0], PATH_NAME, args[2], &path, &folder)) return NULL;
    return posix_finish(&path, mkdirat(folder, path.text, (mode_t)mode));
}

static Value remove_name(const char *function, const Ref *args, int flags) {
    PathArgument path;
    int folder;
    if (!posix_path_in(function, args[0], PATH_NAME, args[1], &path, &folder)) return NULL;
    return posix_finish(&path, unlinkat(folder, path.text, flags));
}

static Value py_posix_rmdir(const Ref *args) { return remove_name("rmdir", args, AT_REMOVEDIR); }
static Value py_posix_unlink(const Ref *args) { return remove_name("unlink", args, 0); }
static Value py_posix_remove(const Ref *args) { return remove_name("remove", args, 0); }

/* A call with two names; args: both, then the folder of each. flags: what link() does about symbolic links. */
static Value on_two_paths(const char *function, const Ref *args, int flags,
                          int (*operation)(int, const char *, int, const char *, int)) {
    PathArgument from, to;
    int folder, other;
    if (!posix_folder(args[2], &folder) || !posix_folder(args[3], &other)) return NULL;
    if (!posix_path(function, args[0], PATH_NAME, &from)) return NULL;
    Value result = NULL;
    if (posix_path(function, args[1], PATH_NAME, &to)) {
        bool failed = operation(folder, from.text, other, to.text, flags) < 0;
        result = failed ? posix_raise_2(&from, &to) : VALUE_NONE;
        posix_path_done(&to);
    }
    posix_path_done(&from);
    return result;
}

static int rename_in(int folder, const char *from, int other, const char *to, int flags) {
    return renameat(folder, from, other, to);
}
static int link_in(int folder, const char *from, int other, const char *to, int flags) {
    return linkat(folder, from, other, to, flags);
}
static int symlink_in(int folder, const char *from, int other, const char *to, int flags) {
    return symlinkat(from, other, to);
}

static Value py_posix_rename(const Ref *args) { return on_two_paths("rename", args, 0, rename_in); }
static Value py_posix_replace(const Ref *args) { return on_two_paths("replace", args, 0, rename_in); }

static Value py_posix_link(const Ref *args) {
    Lookup follow = truth(args[4]);
    if (follow == FAILED) return NULL;
    bool plain = is_none(args[2]) && is_none(args[3]) && follow == FOUND; /* as link() itself: not through them */
    return on_two_paths("link", args, follow == FOUND && !plain ? AT_SYMLINK_FOLLOW : 0, link_in);
}

static Value py_posix_symlink(const Ref *args) {
    Ref words[4] = {args[0], args[1], VALUE_NONE, args[3]};
    return on_two_paths("symlink", words, 0, symlink_in);
}

static Value py_posix_readlink(const Ref *args) {
    PathArgument path;
    char text[4097];
    int folder;
    if (!posix_path_in("readlink", args[0], PATH_NAME, args[1], &path, &folder)) return NULL;
    ssize_t length = readlinkat(folder, path.text, text, sizeof text - 1);
    Value result = NULL;
    if (length < 0) {
        posix_raise(&path);
    } else {
        text[length] = '\0';
        result = has_family(args[0], TYPE_BYTES) ? bytes_from(text, (size_t)length) : path_decode(text);
    }
    posix_path_done(&path);
    return result;
}

static Value py_posix_access(const Ref *args) {
    PathArgument path;
    int mode, folder, flags;
    Lookup effective = truth(args[3]);
    if (effective == FAILED || !posix_follow(args[4], &flags) || !posix_int(args[1], &mode) ||
        !posix_path_in("access", args[0], PATH_NAME, args[2], &path, &folder))
        return NULL;
    bool allowed = faccessat(folder, path.text, mode, flags | (effective == FOUND ? AT_EACCESS : 0)) == 0;
    posix_path_done(&path);
    return bool_value(allowed);
}

static Value py_posix_chmod(const Ref *args) {
    PathArgument path;
    int mode, folder, flags;
    if (!posix_int(args[1], &mode) || !posix_follow(args[3], &flags) ||
        !posix_path_in("chmod", args[0], PATH_OR_FD, args[2], &path, &folder))
        return NULL;
    return posix_finish(&path,
                        path.bytes ? fchmodat(folder, path.text, (mode_t)mode, flags) : fchmod(path.fd, (mode_t)mode));
}

static Value py_posix_chown(const Ref *args) {
    PathArgument path;
    unsigned user, group;
    int folder, flags;
    if (!posix_id("uid", args[1], &user) || !posix_id("gid", args[2], &group) || !posix_follow(args[4], &flags) ||
        !posix_path_in("chown", args[0], PATH_OR_FD, args[3], &path, &folder))
        return NULL;
    return posix_finish(&path,
                        path.bytes ? fchownat(folder, path.text, user, group, flags) : fchown(path.fd, user, group));
}

static Value py_posix_truncate(const Ref *args) {
    PathArgument path;
    int64_t length;
    if (!index_as_int64(args[1], &length, &type_OverflowError) || !posix_path("truncate", args[0], PATH_OR_FD, &path))
        return NULL;
    return posix_finish(&path, path.bytes ? truncate(path.text, (off_t)length) : ftruncate(path.fd, (off_t)length));
}

static Value py_posix_mkfifo(const Ref *args) {
    PathArgument path;
    int mode, folder;
    if (!posix_int(args[1], &mode) || !posix_path_in("mkfifo", args[0], PATH_NAME, args[2], &path, &folder))
        return NULL;
    Value result = mkfifoat(folder, path.text, (mode_t)mode) ? raise_os(errno, NULL) : VALUE_NONE;
    posix_path_done(&path);
    return result;
}

/* A time in nanoseconds. */
static struct timespec time_of(int64_t ns) {
    int64_t second = ns / 1000000000, rest = ns % 1000000000;
    return rest < 0 ? (struct timespec){second - 1, rest + 1000000000} : (struct timespec){second, rest};
}

/* Two times: seconds that may have a fraction. */
static bool two_seconds(Ref times, struct timespec *both) {
    double seconds[2];
    if (!is_tuple(times) || tuple_count(times) != 2)
        return raise_false(&type_TypeError, "utime: 'times' must be either a tuple of two ints or None");
    for (size_t i = 0; i < 2; i++) {
        if (!float_argument(tuple_peek(times, i), &seconds[i])) return false;
        both[i] = time_of((int64_t)(seconds[i] * 1e9));
    }
    return true;
}

static bool two_nanoseconds(Ref times, struct timespec *both) {
    int64_t ns[2];
    if (!is_tuple(times) || tuple_count(times) != 2)
        return raise_false(&type_TypeError, "utime: 'ns' must be a tuple of two ints");
    for (size_t i = 0; i < 2; i++) {
        if (!index_as_int64(tuple_peek(times, i), &ns[i], &type_OverflowError)) return false;
        both[i] = time_of(ns[i]);
    }
    return true;
}

static Value py_posix_utime(const Ref *args) {
    PathArgument path;
    struct timespec both[2] = {{.tv_nsec = UTIME_NOW}, {.tv_nsec = UTIME_NOW}};
    bool seconds = args[1] && !is_none(args[1]);
    if (seconds && args[2])
        return raise(&type_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    if ((seconds && !two_seconds(args[1], both)) || (args[2] && !two_nanoseconds(args[2], both))) return NULL;
    int folder, flags;
    if (!posix_follow(args[4], &flags) || !posix_path_in("utime", args[0], PATH_OR_FD, args[3], &path, &folder))
        return NULL;
    return posix_finish(&path, path.bytes ? utimensat(folder, path.text, both, flags) : futimens(path.fd, both));
}

/* --- Process ----------------------------------------------------------------------------------------------------- */

static Value py_posix_getpid(const Ref *args) { return small_int_value(getpid()); }
static Value py_posix_getppid(const Ref *args) { return small_int_value(getppid()); }
static Value py_posix_getuid(const Ref *args) { return small_int_value(getuid()); }
static Value py_posix_geteuid(const Ref *args) { return small_int_value(geteuid()); }
static Value py_posix_getgid(const Ref *args) { return small_int_value(getgid()); }
static Value py_posix_getegid(const Ref *args) { return small_int_value(getegid()); }

static Value py_posix_exit(const Ref *args) {
    int status;
    if (!posix_int(args[0], &status)) return NULL;
    _exit(status);
}

static Value py_posix_abort(const Ref *args) { abort(); }

static Value py_posix_kill(const Ref *args) {
    int pid, number;
    return posix_int(args[0], &pid) && posix_int(args[1], &number) ? done(kill(pid, number)) : NULL;
}

static Value py_posix_umask(const Ref *args) {
    int mask;
    return posix_int(args[0], &mask) ? small_int_value(umask((mode_t)mask)) : NULL;
}

static Value py_posix_strerror(const Ref *args) {
    int code;
    return posix_int(args[0], &code) ? str_from_text(strerror(code)) : NULL;
}

static Value py_posix_system(const Ref *args) {
    PathArgument command;
    if (!posix_path("system", args[0], PATH_AS_TEXT, &command)) return NULL;
    int status = system(command.text);
    posix_path_done(&command);
    return status == -1 ? raise_os(errno, NULL) : small_int_value(status);
}

static Value py_posix_urandom(const Ref *args) {
    int64_t size;
    if (!index_as_int64(args[0], &size, &type_OverflowError)) return NULL;
    if (size < 0) return raise(&type_ValueError, "negative argument not allowed");
    Value bytes = bytes_alloc((size_t)size);
    for (size_t at = 0; bytes && at < (size_t)size;) {
        ssize_t got = getrandom(bytes_data(bytes) + at, (size_t)size - at, 0);
        if (got > 0) at += (size_t)got;
        else if (errno != EINTR || !runtime_poll()) {
            if (!error_set()) raise_os(errno, NULL);
            clear_ref(&bytes);
        }
    }
    return bytes;
}

static Value py_posix_cpu_count(const Ref *args) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? VALUE_NONE : small_int_value(count);
}

static Value py_posix_process_cpu_count(const Ref *args) {
    cpu_set_t usable;
    return sched_getaffinity(0, sizeof usable, &usable) < 0 ? py_posix_cpu_count(args)
                                                            : small_int_value(CPU_COUNT(&usable));
}

static const GetSetDef uname_getsets[] = {
    STRUCT_FIELD(0, "sysname", DOC("Name of the system.")),
    STRUCT_FIELD(1, "nodename", DOC("Name of the machine in its network.")),
    STRUCT_FIELD(2, "release", DOC("Release of the system.")),
    STRUCT_FIELD(3, "version", DOC("Version of the system.")),
    STRUCT_FIELD(4, "machine", DOC("Kind of hardware.")),
    STRUCT_SHAPE(5, 5),
};
Type type_uname_result = {
    STRUCT_SEQUENCE(uname_result, "posix", "uname_result", uname_getsets),
    .doc = "What uname() answers.",
};

static Value py_posix_uname(const Ref *args) {
    struct utsname u;
    if (uname(&u) < 0) return raise_os(errno, NULL);
    Value items[5] = {path_decode(u.sysname), path_decode(u.nodename), path_decode(u.release), path_decode(u.version),
                      path_decode(u.machine)};
    return struct_sequence_steal(&type_uname_result, items, 5, 5);
}

static const GetSetDef times_getsets[] = {
    STRUCT_FIELD(0, "user", DOC("Seconds in the program.")),
    STRUCT_FIELD(1, "system", DOC("Seconds in the system.")),
    STRUCT_FIELD(2, "children_user", DOC("Seconds in programs that it started.")),
    STRUCT_FIELD(3, "children_system", DOC("Seconds in the system for these.")),
    STRUCT_FIELD(4, "elapsed", DOC("Seconds since a fixed time in the past.")),
    STRUCT_SHAPE(5, 5),
};
Type type_times_result = {
    STRUCT_SEQUENCE(times_result, "posix", "times_result", times_getsets),
    .doc = "What times() answers.",
};

static Value py_posix_times(const Ref *args) {
    struct tms t;
    double ticks = (double)sysconf(_SC_CLK_TCK);
    clock_t now = times(&t);
    if (now == (clock_t)-1) return raise_os(errno, NULL);
    Value items[5] = {float_new((double)t.tms_utime / ticks), float_new((double)t.tms_stime / ticks),
                      float_new((double)t.tms_cutime / ticks), float_new((double)t.tms_cstime / ticks),
                      float_new((double)now / ticks)};
    return struct_sequence_steal(&type_times_result, items, 5, 5);
}

/* --- Environment ------------------------------------------------------------------------------------------------- */

/* Bytes to bytes, as the process got it. */
static Value read_environment(void) {
    Value dict = dict_new();
    for (char **entry = environ; dict && entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals) continue;
        Value key = bytes_from(*entry, (size_t)(equals - *entry)), value = bytes_from(equals + 1, strlen(equals + 1)),
              known = NULL;
        Lookup there = key && value ? dict_get(dict, key, &known) : FAILED;
        if (there == FAILED || (there == MISSING && !dict_set(dict, key, value))) clear_ref(&dict);
        release_maybe(known);
        release_maybe(value);
        release_maybe(key);
    }
    return dict;
}

static Value py_posix_putenv(const Ref *args) {
    PathArgument name, value;
    if (!posix_path("putenv", args[0], PATH_AS_TEXT, &name)) return NULL;
    Value result = NULL;
    if (posix_path("putenv", args[1], PATH_AS_TEXT, &value)) {
        result = strchr(name.text, '=') ? raise(&type_ValueError, "illegal environment variable name")
                                        : done(setenv(name.text, value.text, 1));
        posix_path_done(&value);
    }
    posix_path_done(&name);
    return result;
}

static Value py_posix_unsetenv(const Ref *args) {
    PathArgument name;
    if (!posix_path("unsetenv", args[0], PATH_AS_TEXT, &name)) return NULL;
    Value result = done(unsetenv(name.text));
    posix_path_done(&name);
    return result;
}

static Value py_posix_fspath(const Ref *args) { return path_fspath(args[0]); }

static Value py_posix_normpath(const Ref *args) {
    return is_str(args[0]) ? path_normalise(args[0])
                           : raise(&type_TypeError, "_path_normpath: path should be str, not %T", args[0]);
}

/* --- The module -------------------------------------------------------------------------------------------------- */

void posix_add_functions(Ref dict, const NativeDef *functions) {
    Value module = intern_text("posix");
    for (const NativeDef *def = functions; def->signature; def++) {
        Value name = native_name(def), function = native_function(def, module);
        dict_set_str(dict, name, function);
        release(function);
        release(name);
    }
    release(module);
}

#define CONSTANT(name) {#name, name}
static bool fill(Ref dict) {
    static const struct {
        const char *name;
        int64_t value;
    } constants[] = {
        CONSTANT(F_OK),           CONSTANT(R_OK),         CONSTANT(W_OK),        CONSTANT(X_OK),
        CONSTANT(O_RDONLY),       CONSTANT(O_WRONLY),     CONSTANT(O_RDWR),      CONSTANT(O_APPEND),
        CONSTANT(O_CREAT),        CONSTANT(O_EXCL),       CONSTANT(O_TRUNC),     CONSTANT(O_NONBLOCK),
        CONSTANT(O_CLOEXEC),      CONSTANT(O_SYNC),       CONSTANT(O_DIRECTORY), CONSTANT(O_NOFOLLOW),
        CONSTANT(O_ACCMODE),      CONSTANT(O_DSYNC),      CONSTANT(O_NDELAY),    CONSTANT(O_NOCTTY),
        CONSTANT(O_PATH),         CONSTANT(O_TMPFILE),    CONSTANT(EX_OK),       CONSTANT(EX_USAGE),
        CONSTANT(EX_DATAERR),     CONSTANT(EX_NOINPUT),   CONSTANT(EX_NOUSER),   CONSTANT(EX_NOHOST),
        CONSTANT(EX_UNAVAILABLE), CONSTANT(EX_SOFTWARE),  CONSTANT(EX_OSERR),    CONSTANT(EX_OSFILE),
        CONSTANT(EX_CANTCREAT),   CONSTANT(EX_IOERR),     CONSTANT(EX_TEMPFAIL), CONSTANT(EX_PROTOCOL),
        CONSTANT(EX_NOPERM),      CONSTANT(EX_CONFIG),    CONSTANT(WNOHANG),     CONSTANT(WUNTRACED),
        CONSTANT(WCONTINUED),     CONSTANT(PRIO_PROCESS), CONSTANT(PRIO_PGRP),   CONSTANT(PRIO_USER),
        CONSTANT(TMP_MAX),
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        dict_set_text(dict, constants[i].name, small_int_value(constants[i].value));
    posix_add_functions(dict, posix_descriptor_functions);
    posix_add_functions(dict, posix_process_functions);
    posix_add_functions(dict, posix_system_functions);
    posix_add_system_constants(dict);
    dict_set_text(dict, "stat_result", type_ref(&type_stat_result));
    dict_set_text(dict, "terminal_size", type_ref(&type_terminal_size));
    dict_set_text(dict, "uname_result", type_ref(&type_uname_result));
    dict_set_text(dict, "times_result", type_ref(&type_times_result));
    dict_set_text(dict, "error", type_ref(&type_OSError));
    Value environment = read_environment();
    if (!environment) return false;
    dict_set_text(dict, "environ", environment);
    release(environment);
    return true;
}

static const NativeDef functions[] = {
    {"getcwd()", py_posix_getcwd, DOC("Return the current folder."), 0},
    {"getcwdb()", py_posix_getcwdb, DOC("Return the current folder as bytes."), 0},
    {"chdir(path)", py_posix_chdir, DOC("Change the current folder."), 0},
    {"listdir(path=None)", py_posix_listdir, DOC("Return a list of the names in a folder."), 0},
    {"_scan(path=None, /)", py_posix_scan, DOC("Return a list of (name, inode, kind) of the entries of a folder."), 0},
    {"mkdir(path, mode=511, *, dir_fd=None)", py_posix_mkdir, DOC("Make a folder."), 0},
    {"rmdir(path, *, dir_fd=None)", py_posix_rmdir, DOC("Remove an empty folder."), 0},
    {"unlink(path, *, dir_fd=None)", py_posix_unlink, DOC("Remove a file."), 0},
    {"remove(path, *, dir_fd=None)", py_posix_remove, DOC("Remove a file."), 0},
    {"rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", py_posix_rename,
     DOC("Give a file or folder another name."), 0},
    {"replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", py_posix_replace,
     DOC("Give a file or folder another name, in place of what has it."), 0},
    {"link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", py_posix_link,
     DOC("Give a file a second name."), 0},
    {"symlink(src, dst, target_is_directory=False, *, dir_fd=None)", py_posix_symlink,
     DOC("Make a symbolic link named dst that points to src."), 0},
    {"readlink(path, *, dir_fd=None)", py_posix_readlink, DOC("Return what a symbolic link points to."), 0},
    {"stat(path, *, dir_fd=None, follow_symlinks=True)", py_posix_stat,
     DOC("Return what the system knows about a file."), 0},
    {"lstat(path, *, dir_fd=None)", py_posix_lstat, DOC("The same, of a symbolic link itself."), 0},
    {"fstat(fd)", py_posix_fstat, DOC("The same, of an open file."), 0},
    {"access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", py_posix_access,
     DOC("Return whether the process may use a file in this way."), 0},
    {"chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", py_posix_chmod,
     DOC("Change the permissions of a file."), 0},
    {"chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", py_posix_chown,
     DOC("Change the owner and group of a file."), 0},
    {"truncate(path, length)", py_posix_truncate, DOC("Cut a file at length bytes."), 0},
    {"mkfifo(path, mode=438, *, dir_fd=None)", py_posix_mkfifo, DOC("Make a named pipe."), 0},
    {"utime(path, times=None, *, ns=..., dir_fd=None, follow_symlinks=True)", py_posix_utime,
     DOC("Set the times of access and change of a file, by default to now."), 0},
    {"getpid()", py_posix_getpid, DOC("Return the number of the process."), 0},
    {"getppid()", py_posix_getppid, DOC("Return the number of the process that started this one."), 0},
    {"getuid()", py_posix_getuid, DOC("Return the user's number."), 0},
    {"geteuid()", py_posix_geteuid, DOC("Return the number of the user whose rights count."), 0},
    {"getgid()", py_posix_getgid, DOC("Return the group's number."), 0},
    {"getegid()", py_posix_getegid, DOC("Return the number of the group whose rights count."), 0},
    {"_exit(status)", py_posix_exit, DOC("End the process at once, without cleaning up."), 0},
    {"abort()", py_posix_abort, DOC("End the process as after a crash."), 0},
    {"kill(pid, signal, /)", py_posix_kill, DOC("Send a signal to a process."), 0},
    {"umask(mask, /)", py_posix_umask, DOC("Set the permissions that new files do not get; return the old ones."), 0},
    {"strerror(code, /)", py_posix_strerror, DOC("Return the text of an error number."), 0},
    {"system(command)", py_posix_system, DOC("Run a command in a shell and return its wait status."), 0},
    {"urandom(size, /)", py_posix_urandom, DOC("Return random bytes."), 0},
    {"cpu_count()", py_posix_cpu_count, DOC("Return the number of processors."), 0},
    {"process_cpu_count()", py_posix_process_cpu_count,
     DOC("Return the number of processors that the process may use."), 0},
    {"uname()", py_posix_uname, DOC("Return what the system calls itself."), 0},
    {"times()", py_posix_times, DOC("Return the processor times of the process."), 0},
    {"putenv(name, value, /)", py_posix_putenv, DOC("Set an environment variable."), 0},
    {"unsetenv(name, /)", py_posix_unsetenv, DOC("Remove an environment variable."), 0},
    {"_path_normpath(path)", py_posix_normpath, DOC("Return a name without double slashes, '.' and 'x/..'."), 0},
    {"fspath(path)", py_posix_fspath, DOC("Return the str or bytes that a path stands for."), 0},
    {0},
};

const ModuleDef module_posix = {
    "posix",
    "What POSIX systems offer; programs use it through the module os.",
    functions,
    fill,
};
