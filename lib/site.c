#include "lib/site.h"

#include <string.h>

#include "lib/file.h"
#include "lib/sys_files.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/intern.h"
#include "runtime/native.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/tuple.h"
#include "vm/import.h"

typedef struct SiteObject {
    Object head;
    const char *name; /* "exit" */
    const char *text; /* what a printer shows, or NULL */
} SiteObject;

static const SiteObject *as_site(Ref v) { return (const SiteObject *)object_of(v); }

static bool check_arguments(Ref self, size_t count, size_t most, Ref keywords) {
    if (keywords && tuple_count(keywords))
        return raise_false(&type_TypeError, "%s() takes no keyword arguments", as_site(self)->name);
    if (count <= most) return true;
    return raise_false(&type_TypeError, "%T.__call__() takes from 1 to %zu positional arguments but %zu were given",
                       self, most + 1, count + 1);
}

/* exit and quit: close standard input as well, so that a prompt that catches SystemExit ends. */
static Value quitter_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (!check_arguments(self, count, 1, keywords)) return NULL;
    Ref in = sys_file_peek("stdin");
    if (in && is_file(in) && !file_close(in)) error_clear();
    return raise_with(&type_SystemExit, count ? args[0] : VALUE_NONE);
}

static Value quitter_repr(Ref self) {
    return error_format("Use %s() or Ctrl-D (i.e. EOF) to exit", as_site(self)->name);
}

static Value printer_repr(Ref self) { return str_from_text(as_site(self)->text); }

static Value printer_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    if (!check_arguments(self, count, 0, keywords)) return NULL;
    Ref out = sys_file_peek("stdout");
    if (!out || is_none(out)) return VALUE_NONE;
    Value text = error_format("%s\n", as_site(self)->text);
    bool ok = text && file_write_any(out, text);
    release_maybe(text);
    return ok ? VALUE_NONE : NULL;
}

static Value helper_repr(Ref self) {
    return str_from_text("Type help() for interactive help, or help(object) for help about object.");
}

static Value helper_call(Ref self, const Ref *args, size_t count, Ref keywords) {
    Value name = intern_text("_help"), module = import_absolute(name), help = intern_text("help"), function = NULL,
          result = NULL;
    if (module) function = getattr(module, help);
    if (function) result = call(function, args, count, keywords);
    release_maybe(function);
    release_maybe(module);
    release(help);
    release(name);
    return result;
}

#define SITE_TYPE(name_, text, call_, repr_)                                                                           \
    Type type_##name_ = {                                                                                              \
        TYPE_HEAD(name_),                                                                                              \
        .name = text,                                                                                                  \
        .module = "_sitebuiltins",                                                                                     \
        .flags = TYPE_FINAL | TYPE_NO_NEW,                                                                             \
        .size = sizeof(SiteObject),                                                                                    \
        .call = call_,                                                                                                 \
        .repr = repr_,                                                                                                 \
    }
SITE_TYPE(site_quitter, "Quitter", quitter_call, quitter_repr);
SITE_TYPE(site_printer, "_Printer", printer_call, printer_repr);
SITE_TYPE(site_helper, "_Helper", helper_call, helper_repr);

/* Static objects: nothing about them changes. */
static const SiteObject objects[] __attribute__((aligned(16))) = {
    {IMMORTAL_HEAD(&type_site_quitter), "exit", NULL},
    {IMMORTAL_HEAD(&type_site_quitter), "quit", NULL},
    {IMMORTAL_HEAD(&type_site_helper), "help", NULL},
    {IMMORTAL_HEAD(&type_site_printer), "copyright",
     "Ouro is free software under the MIT licence; see the file LICENSE."},
    {IMMORTAL_HEAD(&type_site_printer), "credits",
     "    Ouro runs the language that Guido van Rossum and the Python community made and keep;\n"
     "    see www.python.org for more information about it."},
    {IMMORTAL_HEAD(&type_site_printer), "license",
     "The MIT licence: use, copy, change and share; keep the notice; no warranty."},
};

Value site_object(const char *name) {
    const SiteObject *object = objects;
    while (strcmp(object->name, name) != 0) object++;
    return value_of(object);
}
