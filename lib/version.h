/* lib/version.h - what Ouro calls itself.
 *
 * Owns:      the version numbers.
 * Invariant: PYTHON_VERSION is the version of the language that is implemented.
 * Not here:  sys.version's text (sys_module.c).
 */
#ifndef OURO_VERSION_H
#define OURO_VERSION_H

#define OURO_VERSION "0.1.0"
#define PYTHON_VERSION "3.13.0"

#endif
