/* lib/posix_system.c - file systems, users, terminals, and limits of the system. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "lib/path.h"
#include "lib/posix_module.h"
#include "lib/struct_sequence.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

int killpg(int group, int signal); /* <signal.h> has a raise() of its own */

static Value done(int result) { return result < 0 ? raise_os(errno, NULL) : VALUE_NONE; }
static Value number(long result) { return result < 0 ? raise_os(errno, NULL) : small_int_value(result); }

/* File systems. */

enum { STATVFS_FIELDS = 11, STATVFS_VISIBLE = 10 };

static const GetSetDef statvfs_getsets[] = {
    STRUCT_FIELD(0, "f_bsize", DOC("Size of a block.")),
    STRUCT_FIELD(1, "f_frsize", DOC("Size in which blocks are counted.")),
    STRUCT_FIELD(2, "f_blocks", DOC("Blocks of the file system.")),
    STRUCT_FIELD(3, "f_bfree", DOC("Blocks that are free.")),
    STRUCT_FIELD(4, "f_bavail", DOC("Blocks that are free for everybody.")),
    STRUCT_FIELD(5, "f_files", DOC("Inodes of the file system.")),
    STRUCT_FIELD(6, "f_ffree", DOC("Inodes that are free.")),
    STRUCT_FIELD(7, "f_favail", DOC("Inodes that are free for everybody.")),
    STRUCT_FIELD(8, "f_flag", DOC("How it is mounted: ST_RDONLY and the like.")),
    STRUCT_FIELD(9, "f_namemax", DOC("Longest name of a file.")),
    STRUCT_FIELD(10, "f_fsid", DOC("Number of the file system.")),
    STRUCT_SHAPE(STATVFS_VISIBLE, STATVFS_FIELDS),
};

Type type_statvfs_result = {
    STRUCT_SEQUENCE(statvfs_result, "os", "statvfs_result", statvfs_getsets),
    .doc = "What statvfs() answers.",
};

static Value statvfs_result(const struct statvfs *s) {
    Value items[STATVFS_FIELDS] = {
        int_from_uint64(s->f_bsize),   int_from_uint64(s->f_frsize), int_from_uint64(s->f_blocks),
        int_from_uint64(s->f_bfree),   int_from_uint64(s->f_bavail), int_from_uint64(s->f_files),
        int_from_uint64(s->f_ffree),   int_from_uint64(s->f_favail), int_from_uint64(s->f_flag),
        int_from_uint64(s->f_namemax), int_from_uint64(s->f_fsid),
    };
    return struct_sequence_steal(&type_statvfs_result, items, STATVFS_FIELDS, STATVFS_VISIBLE);
}

static Value py_posix_statvfs(const Ref *args) {
    PathArgument path;
    struct statvfs s;
    if (!posix_path("statvfs", args[0], PATH_OR_FD, &path)) return NULL;
    int failed = path.bytes ? statvfs(path.text, &s) : fstatvfs(path.fd, &s);
    Value result = failed ? posix_raise(&path) : statvfs_result(&s);
    posix_path_done(&path);
    return result;
}

static Value py_posix_fstatvfs(const Ref *args) {
    struct statvfs s;
    int fd;
    if (!posix_int(args[0], &fd)) return NULL;
    return fstatvfs(fd, &s) ? raise_os(errno, NULL) : statvfs_result(&s);
}

static Value py_posix_chroot(const Ref *args) {
    PathArgument path;
    return posix_path("chroot", args[0], PATH_NAME, &path) ? posix_finish(&path, chroot(path.text)) : NULL;
}

static Value py_posix_lchown(const Ref *args) {
    PathArgument path;
    unsigned user, group;
    if (!posix_id("uid", args[1], &user) || !posix_id("gid", args[2], &group) ||
        !posix_path("lchown", args[0], PATH_NAME, &path))
        return NULL;
    return posix_finish(&path, lchown(path.text, user, group));
}

static Value py_posix_fchown(const Ref *args) {
    int fd;
    unsigned user, group;
    if (!posix_int(args[0], &fd) || !posix_id("uid", args[1], &user) || !posix_id("gid", args[2], &group)) return NULL;
    return done(fchown(fd, user, group));
}

/* Devices: a number of two parts. */

static Value py_posix_major(const Ref *args) {
    int64_t device;
    return index_as_int64(args[0], &device, &type_OverflowError) ? small_int_value(major((dev_t)device)) : NULL;
}

static Value py_posix_minor(const Ref *args) {
    int64_t device;
    return index_as_int64(args[0], &device, &type_OverflowError) ? small_int_value(minor((dev_t)device)) : NULL;
}

static Value py_posix_makedev(const Ref *args) {
    int high, low;
    if (!posix_int(args[0], &high) || !posix_int(args[1], &low)) return NULL;
    return int_from_uint64(makedev((unsigned)high, (unsigned)low));
}

/* Users and processes. */

static Value three(long a, long b, long c) {
    return tuple_pack(3, small_int_value(a), small_int_value(b), small_int_value(c));
}

static Value py_posix_getresuid(const Ref *args) {
    uid_t real, effective, saved;
    return getresuid(&real, &effective, &saved) ? raise_os(errno, NULL) : three(real, effective, saved);
}

static Value py_posix_getresgid(const Ref *args) {
    gid_t real, effective, saved;
    return getresgid(&real, &effective, &saved) ? raise_os(errno, NULL) : three(real, effective, saved);
}

static Value set_id(const char *kind, Ref v, int (*operation)(unsigned)) {
    unsigned id;
    return posix_id(kind, v, &id) ? done(operation(id)) : NULL;
}

static Value py_posix_setuid(const Ref *args) { return set_id("uid", args[0], setuid); }
static Value py_posix_setgid(const Ref *args) { return set_id("gid", args[0], setgid); }
static Value py_posix_seteuid(const Ref *args) { return set_id("uid", args[0], seteuid); }
static Value py_posix_setegid(const Ref *args) { return set_id("gid", args[0], setegid); }

static Value set_ids(const char *kind, const Ref *args, int (*operation)(unsigned, unsigned)) {
    unsigned real, effective;
    if (!posix_id(kind, args[0], &real) || !posix_id(kind, args[1], &effective)) return NULL;
    return done(operation(real, effective));
}

static Value py_posix_setreuid(const Ref *args) { return set_ids("uid", args, setreuid); }
static Value py_posix_setregid(const Ref *args) { return set_ids("gid", args, setregid); }

static Value py_posix_killpg(const Ref *args) {
    int group, signal;
    return posix_int(args[0], &group) && posix_int(args[1], &signal) ? done(killpg(group, signal)) : NULL;
}

static Value py_posix_setpriority(const Ref *args) {
    int which, who, priority;
    if (!posix_int(args[0], &which) || !posix_int(args[1], &who) || !posix_int(args[2], &priority)) return NULL;
    return done(setpriority((__priority_which_t)which, (id_t)who, priority));
}

/* Terminals and descriptors. */

static Value py_posix_ctermid(const Ref *args) {
    char name[L_ctermid];
    return ctermid(name) ? str_from_text(name) : str_empty(); /* not what it returns: clang thinks that is not name */
}

static Value py_posix_ttyname(const Ref *args) {
    char name[256];
    int fd;
    if (!posix_int(args[0], &fd)) return NULL;
    int failed = ttyname_r(fd, name, sizeof name);
    return failed ? raise_os(failed, NULL) : path_decode(name);
}

static Value py_posix_tcgetpgrp(const Ref *args) {
    int fd;
    return posix_int(args[0], &fd) ? number(tcgetpgrp(fd)) : NULL;
}

static Value py_posix_tcsetpgrp(const Ref *args) {
    int fd, group;
    return posix_int(args[0], &fd) && posix_int(args[1], &group) ? done(tcsetpgrp(fd, group)) : NULL;
}

static Value py_posix_device_encoding(const Ref *args) {
    int fd;
    if (!posix_int(args[0], &fd)) return NULL;
    return isatty(fd) ? str_from_text("utf-8") : VALUE_NONE;
}

static Value py_posix_pipe2(const Ref *args) {
    int flags, ends[2];
    if (!posix_int(args[0], &flags)) return NULL;
    if (pipe2(ends, flags) < 0) return raise_os(errno, NULL);
    return tuple_pack(2, small_int_value(ends[0]), small_int_value(ends[1]));
}

static Value py_posix_lockf(const Ref *args) {
    int fd, command;
    int64_t length;
    if (!posix_int(args[0], &fd) || !posix_int(args[1], &command) ||
        !index_as_int64(args[2], &length, &type_OverflowError))
        return NULL;
    return done(lockf(fd, command, (off_t)length));
}

/* Limits of the system, by name or number. */

static const struct {
    const char *name;
    int64_t value;
} limits[] = {
    {"SC_ARG_MAX", _SC_ARG_MAX},
    {"SC_CHILD_MAX", _SC_CHILD_MAX},
    {"SC_CLK_TCK", _SC_CLK_TCK},
    {"SC_HOST_NAME_MAX", _SC_HOST_NAME_MAX},
    {"SC_IOV_MAX", _SC_IOV_MAX},
    {"SC_LINE_MAX", _SC_LINE_MAX},
    {"SC_LOGIN_NAME_MAX", _SC_LOGIN_NAME_MAX},
    {"SC_NGROUPS_MAX", _SC_NGROUPS_MAX},
    {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
    {"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN},
    {"SC_OPEN_MAX", _SC_OPEN_MAX},
    {"SC_PAGESIZE", _SC_PAGESIZE},
    {"SC_PAGE_SIZE", _SC_PAGE_SIZE},
    {"SC_PHYS_PAGES", _SC_PHYS_PAGES},
    {"SC_AVPHYS_PAGES", _SC_AVPHYS_PAGES},
    {"SC_RTSIG_MAX", _SC_RTSIG_MAX},
    {"SC_STREAM_MAX", _SC_STREAM_MAX},
    {"SC_SYMLOOP_MAX", _SC_SYMLOOP_MAX},
    {"SC_TTY_NAME_MAX", _SC_TTY_NAME_MAX},
    {"SC_TZNAME_MAX", _SC_TZNAME_MAX},
    {"SC_VERSION", _SC_VERSION},
};
#define COUNT(array) (sizeof(array) / sizeof *(array))

static Value py_posix_sysconf(const Ref *args) {
    int name = -1;
    if (!is_str(args[0]) && !type_of(args[0])->as_index)
        return raise(&type_TypeError, "configuration names must be strings or integers");
    for (size_t i = 0; is_str(args[0]) && i < COUNT(limits); i++) {
        if (str_equal_text(args[0], limits[i].name)) name = (int)limits[i].value;
    }
    if (is_str(args[0]) && name < 0) return raise(&type_ValueError, "unrecognized configuration name");
    if (!is_str(args[0]) && !posix_int(args[0], &name)) return NULL;
    errno = 0;
    long value = sysconf(name);
    return value == -1 && errno ? raise_os(errno, NULL) : small_int_value(value);
}

const NativeDef posix_system_functions[] = {
    {"statvfs(path)", py_posix_statvfs, DOC("Return what the system knows about the file system of a file."), 0},
    {"fstatvfs(fd, /)", py_posix_fstatvfs, DOC("The same, of an open file."), 0},
    {"chroot(path)", py_posix_chroot, DOC("Make a folder the root of all names."), 0},
    {"lchown(path, uid, gid)", py_posix_lchown, DOC("Change the owner and group of a symbolic link itself."), 0},
    {"fchown(fd, uid, gid)", py_posix_fchown, DOC("Change the owner and group of an open file."), 0},
    {"major(device, /)", py_posix_major, DOC("Return the number of a device's driver."), 0},
    {"minor(device, /)", py_posix_minor, DOC("Return the number that a driver gave a device."), 0},
    {"makedev(major, minor, /)", py_posix_makedev, DOC("Return the number of a device."), 0},
    {"getresuid()", py_posix_getresuid, DOC("Return the user's real, effective and saved number."), 0},
    {"getresgid()", py_posix_getresgid, DOC("Return the group's real, effective and saved number."), 0},
    {"setuid(uid, /)", py_posix_setuid, DOC("Become another user."), 0},
    {"setgid(gid, /)", py_posix_setgid, DOC("Belong to another group."), 0},
    {"seteuid(euid, /)", py_posix_seteuid, DOC("Set the number of the user whose rights count."), 0},
    {"setegid(egid, /)", py_posix_setegid, DOC("Set the number of the group whose rights count."), 0},
    {"setreuid(ruid, euid, /)", py_posix_setreuid, DOC("Set the user's real and effective number."), 0},
    {"setregid(rgid, egid, /)", py_posix_setregid, DOC("Set the group's real and effective number."), 0},
    {"killpg(pgid, signal, /)", py_posix_killpg, DOC("Send a signal to a process group."), 0},
    {"setpriority(which, who, priority)", py_posix_setpriority,
     DOC("Set the priority of a process, a group or a user."), 0},
    {"ctermid()", py_posix_ctermid, DOC("Return the name of the terminal."), 0},
    {"ttyname(fd, /)", py_posix_ttyname, DOC("Return the name of the terminal that a descriptor is."), 0},
    {"tcgetpgrp(fd, /)", py_posix_tcgetpgrp, DOC("Return the process group in front at a terminal."), 0},
    {"tcsetpgrp(fd, pgid, /)", py_posix_tcsetpgrp, DOC("Put a process group in front at a terminal."), 0},
    {"device_encoding(fd)", py_posix_device_encoding, DOC("Return the encoding of a terminal, or None."), 0},
    {"pipe2(flags, /)", py_posix_pipe2, DOC("Make a pipe with these flags."), 0},
    {"lockf(fd, command, length, /)", py_posix_lockf, DOC("Lock or free a part of an open file."), 0},
    {"sysconf(name, /)", py_posix_sysconf, DOC("Return a limit of the system."), 0},
    {0},
};

#define CONSTANT(name) {#name, name}
void posix_add_system_constants(Ref dict) {
    static const struct {
        const char *name;
        int64_t value;
    } constants[] = {
        CONSTANT(F_LOCK),         CONSTANT(F_TLOCK),       CONSTANT(F_ULOCK),     CONSTANT(F_TEST),
        CONSTANT(O_ASYNC),        CONSTANT(O_DIRECT),      CONSTANT(O_FSYNC),     CONSTANT(O_LARGEFILE),
        CONSTANT(O_NOATIME),      CONSTANT(O_RSYNC),       CONSTANT(SEEK_DATA),   CONSTANT(SEEK_HOLE),
        CONSTANT(ST_RDONLY),      CONSTANT(ST_NOSUID),     CONSTANT(ST_NODEV),    CONSTANT(ST_NOEXEC),
        CONSTANT(ST_SYNCHRONOUS), CONSTANT(ST_MANDLOCK),   CONSTANT(ST_WRITE),    CONSTANT(ST_APPEND),
        CONSTANT(ST_NOATIME),     CONSTANT(ST_NODIRATIME), CONSTANT(ST_RELATIME), {"NGROUPS_MAX", 65536},
    };
    for (size_t i = 0; i < COUNT(constants); i++)
        dict_set_text(dict, constants[i].name, small_int_value(constants[i].value));
    dict_set_text(dict, "statvfs_result", type_ref(&type_statvfs_result));
    Value names = dict_new();
    for (size_t i = 0; i < COUNT(limits); i++) dict_set_text(names, limits[i].name, small_int_value(limits[i].value));
    dict_set_text(dict, "sysconf_names", names);
    release(names);
}
