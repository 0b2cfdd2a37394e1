/* tests/bench/harness/launch.c - runs a command and tells what it cost.
 *
 * Owns:      nothing.
 * Invariant: small itself, since a child's peak memory counts what it shared with its parent before exec.
 * Not here:  medians, ratios (measure.py).
 *
 * launch FD COMMAND [ARGUMENTS]: writes `MICROSECONDS KILOBYTES` (user and system time, peak of resident memory) to the
 * file descriptor and ends with the command's status.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static long microseconds(struct timeval t) { return t.tv_sec * 1000000L + t.tv_usec; }

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    int fd = atoi(argv[1]), status;
    struct rusage used;
    pid_t child = fork();
    if (child == 0) {
        close(fd);
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child) return 126;
    dprintf(fd, "%ld %ld\n", microseconds(used.ru_utime) + microseconds(used.ru_stime), used.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 125;
}
