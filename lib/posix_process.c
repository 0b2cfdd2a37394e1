/* lib/posix_process.c - processes for the posix module.
 *
 * Owns:      starting, replacing and waiting for processes; what the system tells about them.
 * Invariant: a call that a signal interrupts goes on, unless the signal's handler raises.
 * Not here:  os.popen(), os.execvp() and what else is made of these (lib/py/os.py).
 */
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "lib/path.h"
#include "lib/posix_module.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/intern.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/set.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

pid_t waitpid(pid_t pid, int *status, int options); /* <sys/wait.h> brings <signal.h>, which has a raise() of its own */

static Value number(int64_t result) { return result < 0 ? raise_os(errno, NULL) : small_int_value(result); }
static Value done(int result) { return result < 0 ? raise_os(errno, NULL) : VALUE_NONE; }

/* --- Starting ---------------------------------------------------------------------------------------------------- */

static Value py_posix_fork(const Ref *args) { return number(fork()); }

/* Texts for execve(): NULL-terminated; each Value of kept owns one. */
typedef struct Texts {
    Value kept;         /* list of bytes */
    const char **items; /* their data, and NULL */
} Texts;

static void texts_done(Texts *t) {
    if (t->items) mem_raw_free(&rt()->mem, t->items, (list_count(t->kept) + 1) * sizeof *t->items);
    release_maybe(t->kept);
}

/* False: an exception is set. Either way texts_done() follows. */
static bool texts_point(Texts *t) {
    size_t count = list_count(t->kept);
    t->items = mem_raw_try(&rt()->mem, (count + 1) * sizeof *t->items);
    if (!t->items) return raise_memory(), false;
    for (size_t i = 0; i < count; i++) t->items[i] = (const char *)bytes_data(list_peek(t->kept, i));
    t->items[count] = NULL;
    return true;
}

static bool add_text(Texts *t, Ref text) {
    Value name = path_fspath(text), bytes = name ? path_encode(name) : NULL;
    release_maybe(name);
    return bytes && list_append_steal(t->kept, bytes);
}

/* function: what errors begin with: "execve: argv", "execv() arg 2" */
static bool read_arguments(const char *function, Ref given, Texts *t) {
    *t = (Texts){.kept = list_new(0)};
    if (!is_list(given) && !is_tuple(given))
        return raise_false(&type_TypeError, "%s must be a tuple or list", function);
    Value items = list_of(given);
    bool ok = items != NULL;
    if (ok && !list_count(items)) ok = raise_false(&type_ValueError, "%s must not be empty", function);
    for (size_t i = 0; ok && i < list_count(items); i++) ok = add_text(t, list_peek(items, i));
    release_maybe(items);
    if (ok && !bytes_length(list_peek(t->kept, 0)))
        ok = raise_false(&type_ValueError, "%s first element cannot be empty", function);
    return ok && texts_point(t);
}

static bool add_variable(Texts *t, Ref name, Ref value) {
    Texts two = {.kept = list_new(0)};
    bool ok = add_text(&two, name) && add_text(&two, value);
    const char *text = ok ? (const char *)bytes_data(list_peek(two.kept, 0)) : "";
    if (ok && (!*text || strchr(text + 1, '=')))
        ok = raise_false(&type_ValueError, "illegal environment variable name");
    if (ok) {
        Ref left = list_peek(two.kept, 0), right = list_peek(two.kept, 1);
        size_t length = bytes_length(left);
        Value joined = bytes_alloc(length + 1 + bytes_length(right));
        if (joined) {
            memcpy(bytes_data(joined), bytes_data(left), length);
            bytes_data(joined)[length] = '=';
            memcpy(bytes_data(joined) + length + 1, bytes_data(right), bytes_length(right));
        }
        ok = joined && list_append_steal(t->kept, joined);
    }
    texts_done(&two);
    return ok;
}

static bool read_variables(Ref mapping, Texts *t) {
    *t = (Texts){.kept = list_new(0)};
    if (!type_of(mapping)->getitem) return raise_false(&type_TypeError, "execve: environment must be a mapping object");
    Value dict = dict_new(), keys = getattr(mapping, NAME(keys)); /* pairs are no mapping */
    bool ok = keys && dict_update(dict, mapping);
    release_maybe(keys);
    size_t position = 0;
    for (Ref name, value; ok && dict_step(dict, &position, &name, &value);) {
        Value held_name = retain(name), held_value = retain(value);
        ok = add_variable(t, held_name, held_value);
        release(held_value);
        release(held_name);
    }
    release(dict);
    return ok && texts_point(t);
}

static Value run_program(const char *function, Ref path_given, Ref argv, Ref variables) {
    PathArgument path;
    if (!posix_path(function, path_given, PATH_NAME, &path)) return NULL;
    Texts arguments, environment = {0};
    if (read_arguments(variables ? "execve: argv" : "execv() arg 2", argv, &arguments) &&
        (!variables || read_variables(variables, &environment))) {
        /* exec does not write to them; its parameter is older than const. */
        char *const *texts = (char *const *)(uintptr_t)arguments.items;
        if (variables) execve(path.text, texts, (char *const *)(uintptr_t)environment.items);
        else execv(path.text, texts);
        if (variables) posix_raise(&path);
        else raise_os(errno, NULL);
    }
    texts_done(&environment);
    texts_done(&arguments);
    posix_path_done(&path);
    return NULL;
}

static Value py_posix_execv(const Ref *args) { return run_program("execv", args[0], args[1], NULL); }
static Value py_posix_execve(const Ref *args) { return run_program("execve", args[0], args[1], args[2]); }

/* --- Waiting ----------------------------------------------------------------------------------------------------- */

static Value wait_for(pid_t which, int options) {
    int status = 0;
    pid_t pid;
    do pid = waitpid(which, &status, options);
    while (pid < 0 && errno == EINTR && runtime_poll());
    if (pid < 0) return error_set() ? NULL : raise_os(errno, NULL);
    return tuple_pack(2, small_int_value(pid), small_int_value(status));
}

static Value py_posix_wait(const Ref *args) { return wait_for(-1, 0); }

static Value py_posix_waitpid(const Ref *args) {
    int pid, options;
    return posix_int(args[0], &pid) && posix_int(args[1], &options) ? wait_for(pid, options) : NULL;
}

static Value py_posix_waitstatus_to_exitcode(const Ref *args) {
    int status;
    if (!posix_int(args[0], &status)) return NULL;
    if (WIFEXITED(status)) return small_int_value(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) return small_int_value(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise(&type_ValueError, "process stopped by delivery of signal %d", WSTOPSIG(status));
    return raise(&type_ValueError, "invalid wait status: %d", status);
}

#define STATUS(name, convert)                                                                                          \
    static Value py_posix_##name(const Ref *args) {                                                                    \
        int status;                                                                                                    \
        return posix_int(args[0], &status) ? convert(name(status)) : NULL;                                             \
    }
STATUS(WIFEXITED, bool_value)
STATUS(WIFSIGNALED, bool_value)
STATUS(WIFSTOPPED, bool_value)
STATUS(WIFCONTINUED, bool_value)
STATUS(WEXITSTATUS, small_int_value)
STATUS(WTERMSIG, small_int_value)
STATUS(WSTOPSIG, small_int_value)

static Value py_posix_WCOREDUMP(const Ref *args) {
    int status;
    return posix_int(args[0], &status) ? bool_value(status & 0x80) : NULL;
}

/* --- What the system tells --------------------------------------------------------------------------------------- */

static Value py_posix_getpgid(const Ref *args) {
    int pid;
    return posix_int(args[0], &pid) ? number(getpgid(pid)) : NULL;
}

static Value py_posix_getsid(const Ref *args) {
    int pid;
    return posix_int(args[0], &pid) ? number(getsid(pid)) : NULL;
}

static Value py_posix_setpgid(const Ref *args) {
    int pid, group;
    return posix_int(args[0], &pid) && posix_int(args[1], &group) ? done(setpgid(pid, group)) : NULL;
}

static Value py_posix_getpgrp(const Ref *args) { return small_int_value(getpgrp()); }
static Value py_posix_setsid(const Ref *args) { return done(setsid()); }
static Value py_posix_sched_yield(const Ref *args) { return done(sched_yield()); }
static Value py_posix_sync(const Ref *args) {
    sync();
    return VALUE_NONE;
}

static Value py_posix_nice(const Ref *args) {
    int by;
    if (!posix_int(args[0], &by)) return NULL;
    errno = 0;
    int now = nice(by);
    return now == -1 && errno ? raise_os(errno, NULL) : small_int_value(now);
}

static Value py_posix_getpriority(const Ref *args) {
    int which, who;
    if (!posix_int(args[0], &which) || !posix_int(args[1], &who)) return NULL;
    errno = 0;
    int now = getpriority((__priority_which_t)which, (id_t)who);
    return now == -1 && errno ? raise_os(errno, NULL) : small_int_value(now);
}

static Value py_posix_sched_getaffinity(const Ref *args) {
    int pid;
    cpu_set_t usable;
    if (!posix_int(args[0], &pid)) return NULL;
    if (sched_getaffinity(pid, sizeof usable, &usable) < 0) return raise_os(errno, NULL);
    Value set = set_new();
    for (int i = 0; set && i < CPU_SETSIZE; i++) {
        if (CPU_ISSET(i, &usable) && !set_add(set, small_int_value(i))) clear_ref(&set);
    }
    return set;
}

static Value py_posix_getloadavg(const Ref *args) {
    double loads[3];
    if (getloadavg(loads, 3) != 3) return raise(&type_OSError, "Load averages are unobtainable");
    Value a = float_new(loads[0]), b = float_new(loads[1]), c = float_new(loads[2]), result = tuple_pack(3, a, b, c);
    release(c);
    release(b);
    release(a);
    return result;
}

static Value py_posix_getgroups(const Ref *args) {
    gid_t groups[1024];
    int count = getgroups(1024, groups);
    if (count < 0) return raise_os(errno, NULL);
    Value list = list_new(0);
    for (int i = 0; list && i < count; i++) {
        if (!list_append_steal(list, small_int_value(groups[i]))) clear_ref(&list);
    }
    return list;
}

static Value py_posix_getlogin(const Ref *args) {
    const char *name = getlogin();
    return name ? path_decode(name) : raise_os(errno, NULL);
}

const NativeDef posix_process_functions[] = {
    {"fork()", py_posix_fork, DOC("Make a second process; return 0 in it, and its number in this one."), 0},
    {"execv(path, argv, /)", py_posix_execv, DOC("Run a program in place of this one."), 0},
    {"execve(path, argv, env)", py_posix_execve, DOC("Run a program in place of this one, in another environment."), 0},
    {"wait()", py_posix_wait, DOC("Wait for any process that this one started; return (pid, status)."), 0},
    {"waitpid(pid, options, /)", py_posix_waitpid, DOC("Wait for a process; return (pid, status)."), 0},
    {"waitstatus_to_exitcode(status)", py_posix_waitstatus_to_exitcode,
     DOC("Return the exit code in a wait status; the number of a signal is negative."), 0},
    {"WIFEXITED(status)", py_posix_WIFEXITED, DOC("Return whether the process ended by itself."), 0},
    {"WIFSIGNALED(status)", py_posix_WIFSIGNALED, DOC("Return whether a signal ended the process."), 0},
    {"WIFSTOPPED(status)", py_posix_WIFSTOPPED, DOC("Return whether the process is stopped."), 0},
    {"WIFCONTINUED(status)", py_posix_WIFCONTINUED, DOC("Return whether the process goes on."), 0},
    {"WCOREDUMP(status, /)", py_posix_WCOREDUMP, DOC("Return whether the process left its memory in a file."), 0},
    {"WEXITSTATUS(status)", py_posix_WEXITSTATUS, DOC("Return the exit code."), 0},
    {"WTERMSIG(status)", py_posix_WTERMSIG, DOC("Return the signal that ended the process."), 0},
    {"WSTOPSIG(status)", py_posix_WSTOPSIG, DOC("The signal by which a process was stopped."), 0},
    {"getpgid(pid)", py_posix_getpgid, DOC("Return the process group of a process."), 0},
    {"getpgrp()", py_posix_getpgrp, DOC("Return the process group."), 0},
    {"setpgid(pid, pgrp, /)", py_posix_setpgid, DOC("Set the process group of a process."), 0},
    {"getsid(pid, /)", py_posix_getsid, DOC("Return the session of a process."), 0},
    {"setsid()", py_posix_setsid, DOC("Begin a session."), 0},
    {"nice(increment, /)", py_posix_nice, DOC("Lower the priority, and return it."), 0},
    {"getpriority(which, who)", py_posix_getpriority, DOC("Return the priority of a process, a group or a user."), 0},
    {"sched_yield()", py_posix_sched_yield, DOC("Let others run."), 0},
    {"sched_getaffinity(pid, /)", py_posix_sched_getaffinity, DOC("Return the processors that a process may use."), 0},
    {"getloadavg()", py_posix_getloadavg, DOC("Return how many processes wanted to run, over 1, 5 and 15 minutes."), 0},
    {"getgroups()", py_posix_getgroups, DOC("Return the further groups of the user."), 0},
    {"getlogin()", py_posix_getlogin, DOC("Return the name of the user at the terminal."), 0},
    {"sync()", py_posix_sync, DOC("Have all that was written stored for good."), 0},
    {0},
};
