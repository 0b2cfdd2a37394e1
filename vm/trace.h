/* vm/trace.h - sys.settrace and sys.setprofile: call, line, return and exception events.
 *
 * Owns:      when the trace function is called, and with what.
 * Invariant: no event is delivered while the trace function runs.
 * Not here:  the dispatch table that makes lines visible (interp/dispatch.h).
 */
#ifndef OURO_TRACE_H
#define OURO_TRACE_H

#include "vm/vm.h"

/* Sets or (None or NULL) removes the trace function; takes effect at the next safe point. */
void trace_set(Ref function);
/* The same for sys.setprofile, which hears of calls and returns, those of functions in C too. */
void trace_set_profile(Ref function);
/* Before an instruction of a frame: delivers call and line events that are due. False: the trace function raised. */
MUST_CHECK bool trace_line(Vm *vm, Frame *frame);
/* A traced frame is about to return value (NULL: it fails). False: the trace function raised. */
MUST_CHECK bool trace_return(Vm *vm, Frame *frame, Ref value);
/* The pending exception passes through a traced frame. */
void trace_exception(Vm *vm, Frame *frame);

#endif
