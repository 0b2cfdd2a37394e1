/* lib/errno_module.c - the error numbers of the system by name. */
#include <errno.h>

#include "lib/modules.h"
#include "runtime/dict.h"
#include "runtime/int.h"
#include "runtime/native.h"
#include "runtime/str.h"

#ifndef ENOTSUP
#define ENOTSUP EOPNOTSUPP
#endif

/* clang-format off */
#define CODE(name) {#name, name},
static const struct {
    const char *name;
    int number;
} codes[] = {
    CODE(EPERM) CODE(ENOENT) CODE(ESRCH) CODE(EINTR) CODE(EIO) CODE(ENXIO) CODE(E2BIG) CODE(ENOEXEC) CODE(EBADF)
    CODE(ECHILD) CODE(EWOULDBLOCK) CODE(EAGAIN) CODE(ENOMEM) CODE(EACCES) CODE(EFAULT) CODE(ENOTBLK) CODE(EBUSY)
    CODE(EEXIST) CODE(EXDEV) CODE(ENODEV) CODE(ENOTDIR) CODE(EISDIR) CODE(EINVAL) CODE(ENFILE) CODE(EMFILE)
    CODE(ENOTTY) CODE(ETXTBSY) CODE(EFBIG) CODE(ENOSPC) CODE(ESPIPE) CODE(EROFS) CODE(EMLINK) CODE(EPIPE) CODE(EDOM)
    CODE(ERANGE) CODE(EDEADLK) CODE(EDEADLOCK) CODE(ENAMETOOLONG) CODE(ENOLCK) CODE(ENOSYS) CODE(ENOTEMPTY)
    CODE(ELOOP) CODE(ENOMSG) CODE(EIDRM) CODE(ECHRNG) CODE(EL2NSYNC) CODE(EL3HLT) CODE(EL3RST) CODE(ELNRNG)
    CODE(EUNATCH) CODE(ENOCSI) CODE(EL2HLT) CODE(EBADE) CODE(EBADR) CODE(EXFULL) CODE(ENOANO) CODE(EBADRQC)
    CODE(EBADSLT) CODE(EBFONT) CODE(ENOSTR) CODE(ENODATA) CODE(ETIME) CODE(ENOSR) CODE(ENONET) CODE(ENOPKG)
    CODE(EREMOTE) CODE(ENOLINK) CODE(EADV) CODE(ESRMNT) CODE(ECOMM) CODE(EPROTO) CODE(EMULTIHOP) CODE(EDOTDOT)
    CODE(EBADMSG) CODE(EOVERFLOW) CODE(ENOTUNIQ) CODE(EBADFD) CODE(EREMCHG) CODE(ELIBACC) CODE(ELIBBAD) CODE(ELIBSCN)
    CODE(ELIBMAX) CODE(ELIBEXEC) CODE(EILSEQ) CODE(ERESTART) CODE(ESTRPIPE) CODE(EUSERS) CODE(ENOTSOCK)
    CODE(EDESTADDRREQ) CODE(EMSGSIZE) CODE(EPROTOTYPE) CODE(ENOPROTOOPT) CODE(EPROTONOSUPPORT) CODE(ESOCKTNOSUPPORT)
    CODE(EOPNOTSUPP) CODE(ENOTSUP) CODE(EPFNOSUPPORT) CODE(EAFNOSUPPORT) CODE(EADDRINUSE) CODE(EADDRNOTAVAIL)
    CODE(ENETDOWN) CODE(ENETUNREACH) CODE(ENETRESET) CODE(ECONNABORTED) CODE(ECONNRESET) CODE(ENOBUFS) CODE(EISCONN)
    CODE(ENOTCONN) CODE(ESHUTDOWN) CODE(ETOOMANYREFS) CODE(ETIMEDOUT) CODE(ECONNREFUSED) CODE(EHOSTDOWN)
    CODE(EHOSTUNREACH) CODE(EALREADY) CODE(EINPROGRESS) CODE(ESTALE) CODE(EUCLEAN) CODE(ENOTNAM) CODE(ENAVAIL)
    CODE(EISNAM) CODE(EREMOTEIO) CODE(EDQUOT) CODE(ENOMEDIUM) CODE(EMEDIUMTYPE) CODE(ECANCELED) CODE(ENOKEY)
    CODE(EKEYEXPIRED) CODE(EKEYREVOKED) CODE(EKEYREJECTED) CODE(EOWNERDEAD) CODE(ENOTRECOVERABLE) CODE(ERFKILL)
};
/* clang-format on */

/* errorcode names each number once: with the name that stands last in the table. */
static bool fill(Ref dict) {
    Value names = dict_new();
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof codes / sizeof *codes; i++) {
        Value name = str_from_text(codes[i].name);
        dict_set_text(dict, codes[i].name, small_int_value(codes[i].number));
        ok = name && dict_set(names, small_int_value(codes[i].number), name);
        release_maybe(name);
    }
    dict_set_text(dict, "errorcode", names);
    release(names);
    return ok;
}

static const NativeDef functions[] = {{0}};

const ModuleDef module_errno = {
    "errno",
    "The error numbers of the system: names for them, and errorcode, a dict from numbers to names.",
    functions,
    fill,
};
