/* runtime/dis.h - prints the instructions of a code object.
 *
 * Owns:      the format: word index, line, name, operand and what it stands for, jump targets.
 * Invariant: what is printed is the words as they stand, specialised ones included.
 * Not here:  the dis module.
 */
#ifndef OURO_DIS_H
#define OURO_DIS_H

#include <stdio.h>

#include "runtime/code.h"

/* Prints the code and, after it, the code objects among its constants. Nothing is raised. */
void dis_print(Ref code, FILE *out);

#endif
