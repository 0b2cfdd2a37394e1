#include "lib/cli/interrupt.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

static volatile uint32_t *pending_word;
static uint32_t pending_bit;

/* Writing to a pipe that nobody reads is an OSError. Not SIG_IGN, which programs that are begun would inherit. */
static void on_broken_pipe(int number) {}

static void on_interrupt(int number) { __atomic_or_fetch(pending_word, pending_bit, __ATOMIC_RELAXED); }

void interrupt_install(volatile uint32_t *pending, uint32_t bit) {
    pending_word = pending;
    pending_bit = bit;
    struct sigaction action = {0}; /* no SA_RESTART: a read is interrupted */
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = on_broken_pipe;
    sigaction(SIGPIPE, &action, NULL);
}

bool interrupt_wait_for_input(void) {
    struct pollfd input = {.fd = 0, .events = POLLIN};
    sigset_t interrupt, usual;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupt, &usual);
    while (!(*pending_word & pending_bit) && ppoll(&input, 1, NULL, &usual) < 0 && errno == EINTR) {
    }
    pthread_sigmask(SIG_SETMASK, &usual, NULL);
    return !(*pending_word & pending_bit);
}

void interrupt_end(void) {
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT); /* raise() is our own */
    _exit(128 + SIGINT);    /* it was blocked */
}
