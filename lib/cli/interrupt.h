/* lib/cli/interrupt.h - Ctrl-C.
 *
 * Owns:      the signal handler; it only sets a bit that safe points test.
 * Invariant: one runtime of the process is told about Ctrl-C.
 * Not here:  raising KeyboardInterrupt (runtime/state.c). Apart from cli.c because <signal.h> has a raise() of its own.
 */
#ifndef OURO_INTERRUPT_H
#define OURO_INTERRUPT_H

#include <stdbool.h>
#include <stdint.h>

/* From now on Ctrl-C sets bit in *pending; writing to a closed pipe is an error, not a signal. */
void interrupt_install(volatile uint32_t *pending, uint32_t bit);

/* Waits until standard input can be read; false after Ctrl-C, which is let in only while this waits. */
bool interrupt_wait_for_input(void);

/* Ends the process by SIGINT, as one that does not handle it. */
_Noreturn void interrupt_end(void);

#endif
