/* lib/sys_files.h - the standard files of sys, which are made when a program asks for them.
 *
 * Owns:      stdin, stdout and stderr of sys and what stands in __stdin__, __stdout__ and __stderr__.
 * Invariant: what the process began with decides (terminals, locale, closed descriptors), whenever a file is made.
 * Not here:  their type (file.h).
 */
#ifndef OURO_SYS_FILES_H
#define OURO_SYS_FILES_H

#include "lib/cli/cli.h"
#include "runtime/module.h"

/* Looks at the descriptors. What cannot wait is put into sys's dict: None for one that is closed, all that are open
 * when PYTHONIOENCODING says how. False: no memory, or a codec that is not known. */
MUST_CHECK bool sys_files_begin(Ref dict, const CliOptions *options);
/* sys.<name>, made now if need be, borrowed; NULL when it was deleted or there is no memory. */
Ref sys_file_peek(const char *name);
/* The program ends: under their names stand the original files again, flushed. */
void sys_files_end(void);

/* For the table of what is made late: __stdout__ and its like, and stdout, which is the same. */
Value sys_make_original(const char *name);
Value sys_make_file(const char *name);

#endif
