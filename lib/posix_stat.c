/* lib/posix_stat.c - what the system knows about files, and the names in folders. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/path.h"
#include "lib/posix_module.h"
#include "lib/struct_sequence.h"
#include "runtime/error.h"
#include "runtime/float.h"
#include "runtime/int.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"

enum { STAT_FIELDS = 19, STAT_VISIBLE = 10 };

/* Items 7 to 9 are whole seconds; by name they have a fraction. */
static const GetSetDef stat_getsets[] = {
    STRUCT_FIELD(0, "st_mode", DOC("Kind of file and permissions.")),
    STRUCT_FIELD(1, "st_ino", DOC("Number of the inode.")),
    STRUCT_FIELD(2, "st_dev", DOC("Device that it is on.")),
    STRUCT_FIELD(3, "st_nlink", DOC("Number of names.")),
    STRUCT_FIELD(4, "st_uid", DOC("User that owns it.")),
    STRUCT_FIELD(5, "st_gid", DOC("Group that owns it.")),
    STRUCT_FIELD(6, "st_size", DOC("Size in bytes.")),
    STRUCT_FIELD(10, "st_atime", DOC("Time of the last access, in seconds.")),
    STRUCT_FIELD(11, "st_mtime", DOC("Time of the last change of contents, in seconds.")),
    STRUCT_FIELD(12, "st_ctime", DOC("Time of the last change of what stat() answers, in seconds.")),
    STRUCT_FIELD(13, "st_atime_ns", DOC("Time of the last access, in nanoseconds.")),
    STRUCT_FIELD(14, "st_mtime_ns", DOC("Time of the last change of contents, in nanoseconds.")),
    STRUCT_FIELD(15, "st_ctime_ns", DOC("Time of the last change of what stat() answers, in nanoseconds.")),
    STRUCT_FIELD(16, "st_blksize", DOC("Size of blocks that suits the file system.")),
    STRUCT_FIELD(17, "st_blocks", DOC("Blocks of 512 bytes that are taken.")),
    STRUCT_FIELD(18, "st_rdev", DOC("Kind of device, of a device file.")),
    STRUCT_SHAPE(STAT_VISIBLE, STAT_FIELDS),
};

Type type_stat_result = {
    STRUCT_SEQUENCE(stat_result, "os", "stat_result", stat_getsets),
    .doc = "What stat() answers.",
};

static Value seconds(struct timespec t) { return float_new((double)t.tv_sec + 1e-9 * (double)t.tv_nsec); }
static Value nanoseconds(struct timespec t) { return int_value((int64_t)t.tv_sec * 1000000000 + t.tv_nsec); }

static Value stat_result(const struct stat *s) {
    Value items[STAT_FIELDS] = {
        int_value(s->st_mode),        int_from_uint64(s->st_ino),   int_from_uint64(s->st_dev),
        int_from_uint64(s->st_nlink), int_value(s->st_uid),         int_value(s->st_gid),
        int_value(s->st_size),        int_value(s->st_atim.tv_sec), int_value(s->st_mtim.tv_sec),
        int_value(s->st_ctim.tv_sec), seconds(s->st_atim),          seconds(s->st_mtim),
        seconds(s->st_ctim),          nanoseconds(s->st_atim),      nanoseconds(s->st_mtim),
        nanoseconds(s->st_ctim),      int_value(s->st_blksize),     int_value(s->st_blocks),
        int_from_uint64(s->st_rdev),
    };
    return struct_sequence_steal(&type_stat_result, items, STAT_FIELDS, STAT_VISIBLE);
}

static Value stat_path(const char *function, Ref v, Ref in, int flags) {
    PathArgument path;
    struct stat s;
    int folder;
    if (!posix_path_in(function, v, *function == 'l' ? PATH_NAME : PATH_OR_FD, in, &path, &folder)) return NULL;
    int failed = path.bytes ? fstatat(folder, path.text, &s, flags) : fstat(path.fd, &s);
    Value result = failed ? posix_raise(&path) : stat_result(&s);
    posix_path_done(&path);
    return result;
}

Value py_posix_stat(const Ref *args) {
    int flags;
    return posix_follow(args[2], &flags) ? stat_path("stat", args[0], args[1], flags) : NULL;
}

Value py_posix_lstat(const Ref *args) { return stat_path("lstat", args[0], args[1], AT_SYMLINK_NOFOLLOW); }

Value py_posix_fstat(const Ref *args) {
    struct stat s;
    int fd;
    if (!posix_int(args[0], &fd)) return NULL;
    return fstat(fd, &s) ? raise_os(errno, NULL) : stat_result(&s);
}

/* Names in a folder. */

static bool is_dots(const char *name) {
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

static Value entry_name(const char *name, bool as_bytes) {
    return as_bytes ? bytes_from(name, strlen(name)) : path_decode(name);
}

/* A descriptor of its own, since closing the folder closes it. */
static DIR *open_folder(const PathArgument *path) {
    if (path->bytes) return opendir(path->text);
    int fd = dup(path->fd);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (folder) rewinddir(folder);
    else if (fd >= 0) close(fd);
    return folder;
}

/* The names, or with kinds (name, inode, d_type) for each. */
static Value read_folder(DIR *folder, bool as_bytes, bool kinds) {
    Value list = list_new(0);
    for (struct dirent *entry; list && (errno = 0, entry = readdir(folder));) {
        if (is_dots(entry->d_name)) continue;
        Value item = entry_name(entry->d_name, as_bytes);
        if (item && kinds) {
            Value inode = int_from_uint64(entry->d_ino),
                  row = tuple_pack(3, item, inode, small_int_value(entry->d_type));
            release(inode);
            slot_set_steal(&item, row);
        }
        if (!item || !list_append_steal(list, item)) clear_ref(&list);
    }
    if (list && errno) {
        clear_ref(&list);
        raise_os(errno, NULL);
    }
    return list;
}

static Value list_folder(const char *function, Ref v, bool kinds) {
    Value here = is_none(v) ? str_from_text(".") : retain(v), list = NULL;
    PathArgument path;
    if (posix_path(function, here, PATH_OR_FD_OR_NONE, &path)) {
        DIR *folder = open_folder(&path);
        list = folder       ? read_folder(folder, has_family(here, TYPE_BYTES), kinds)
               : path.bytes ? posix_raise(&path)
                            : raise_os(errno, NULL);
        if (folder) closedir(folder);
        posix_path_done(&path);
    }
    release(here);
    return list;
}

Value py_posix_listdir(const Ref *args) { return list_folder("listdir", args[0], false); }
Value py_posix_scan(const Ref *args) { return list_folder("scandir", args[0], true); }
