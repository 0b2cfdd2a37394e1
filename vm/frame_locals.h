/* vm/frame_locals.h - f_locals of a function's frame: a mapping that writes through (PEP 667).
 *
 * Owns:      the type FrameLocalsProxy.
 * Invariant: it keeps the frame object alive, and with it the locals.
 * Not here:  frames (frame.h).
 */
#ifndef OURO_FRAME_LOCALS_H
#define OURO_FRAME_LOCALS_H

#include "runtime/value.h"

/* A view on the names of a function's frame object. */
Value frame_locals_new(Ref frame);

#endif
