/* lib/site.h - what the prompt offers: exit, quit, help, copyright, credits, license.
 *
 * Owns:      their types and texts.
 * Invariant: none.
 * Not here:  what help(object) prints (lib/py/_help.py).
 */
#ifndef OURO_SITE_H
#define OURO_SITE_H

#include "runtime/value.h"

/* The one of that name. */
Value site_object(const char *name);

#endif
