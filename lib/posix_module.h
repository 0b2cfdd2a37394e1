/* lib/posix_module.h - what the files of the posix module share.
 *
 * Owns:      the reading of path arguments, raising OSError with paths.
 * Invariant: every failed system call raises OSError with its errno.
 * Not here:  what is written in Python: os, os.path (lib/py).
 */
#ifndef OURO_POSIX_MODULE_H
#define OURO_POSIX_MODULE_H

#include "runtime/bytes.h"
#include "runtime/native.h"

/* A path argument: a name, or a descriptor where the function takes one. */
typedef struct PathArgument {
    Value bytes;      /* the name, NUL-terminated; NULL: a descriptor */
    int fd;           /* the descriptor; -1: a name */
    const char *text; /* data of bytes */
    Ref given;        /* what was passed, for errors */
} PathArgument;

/* What a function takes. */
typedef enum PathKind {
    PATH_NAME,
    PATH_OR_FD,
    PATH_OR_FD_OR_NONE, /* the caller has seen to None */
    PATH_AS_TEXT,       /* no path at all, but text for the system: errors do not name the function */
} PathKind;

/* function: "stat", for errors. False: TypeError or ValueError is set. */
MUST_CHECK bool posix_path(const char *function, Ref v, PathKind kind, PathArgument *path);
void posix_path_done(PathArgument *path);
/* OSError of errno. */
COLD Value posix_raise(const PathArgument *path);
COLD Value posix_raise_2(const PathArgument *from, const PathArgument *to);
/* An int argument that fits C's int. */
MUST_CHECK bool posix_int(Ref v, int *result);
/* The number of a user or a group (kind: "uid", "gid"); -1 is none. False: TypeError or OverflowError is set. */
MUST_CHECK bool posix_id(const char *kind, Ref v, unsigned *result);
/* dir_fd: a descriptor; None: the current folder. */
MUST_CHECK bool posix_folder(Ref v, int *fd);
/* follow_symlinks, as flags of the functions that end in at. */
MUST_CHECK bool posix_follow(Ref v, int *flags);
/* A path argument and the folder in which a relative name is looked up. */
MUST_CHECK bool posix_path_in(const char *function, Ref v, PathKind kind, Ref folder, PathArgument *path,
                              int *folder_fd);
/* None, or OSError with the path when result is not 0. Takes the path. */
Value posix_finish(PathArgument *path, int result);

/* posix_stat.c */
Value py_posix_fstat(const Ref *args);
Value py_posix_lstat(const Ref *args);
Value py_posix_stat(const Ref *args);
Value py_posix_scan(const Ref *args);
Value py_posix_listdir(const Ref *args);

/* posix_descriptor.c */
extern const NativeDef posix_descriptor_functions[];

/* posix_process.c */
extern const NativeDef posix_process_functions[];

/* posix_system.c */
extern const NativeDef posix_system_functions[];
void posix_add_system_constants(Ref dict);

/* Adds the rows of a table to a module's namespace. */
void posix_add_functions(Ref dict, const NativeDef *functions);

#endif
