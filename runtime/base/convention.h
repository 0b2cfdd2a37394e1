/* runtime/base/convention.h - calling conventions.
 *
 * Owns:      KEEPS_REGISTERS.
 * Invariant: a build without them is correct and slower.
 * Not here:  the convention of handlers (vm/interp/interp.h).
 */
#ifndef OURO_CONVENTION_H
#define OURO_CONVENTION_H

/* The caller's registers survive a call: who calls such a function now and then need not spill its state for it. */
#if defined(__clang__) && defined(__x86_64__) && defined(__OPTIMIZE__) && !defined(OURO_SANITIZE)
#define KEEPS_REGISTERS __attribute__((preserve_most))
#else
#define KEEPS_REGISTERS
#endif

#endif
