/* lib/json_module.h - what the files of the module _json share.
 *
 * Owns:      nothing.
 * Invariant: none.
 * Not here:  json itself (lib/py/json).
 */
#ifndef OURO_JSON_MODULE_H
#define OURO_JSON_MODULE_H

#include "runtime/native.h"

Value py_json_scan(const Ref *args);
Value py_json_scanstring(const Ref *args);

#endif
