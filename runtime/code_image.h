/* runtime/code_image.h - code objects as bytes, so that the library is compiled when Ouro is built.
 *
 * Owns:      the form of an image: its strings, each once, then the code object with those inside it.
 * Invariant: reading what was written gives an equal code object, but for the file name and the locations. An image is
 *            only read by the build that wrote it: there is no version in it, and nothing is checked.
 * Not here:  which modules there are, and how their images are packed (lib/bundle.h).
 */
#ifndef OURO_CODE_IMAGE_H
#define OURO_CODE_IMAGE_H

#include "runtime/code.h"

/* The image as bytes; TypeError for a constant of a type that the compiler does not make. */
MUST_CHECK Value code_image_write(Ref code);
/* The code object of an image; MemoryError. */
MUST_CHECK Value code_image_read(const uint8_t *image, Ref filename);

#endif
