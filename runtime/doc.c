#include "runtime/doc.h"

#include <assert.h>
#include <string.h>

#include "runtime/base/unpack.h"
#include "runtime/error.h"
#include "runtime/str.h"

#include "docs.h"

static Doc key_of(const char *text, size_t length) {
    Doc key = (Doc)length;
    for (size_t n = 0; n < 64; n += 4) key = DOC_MIX(key, text, length, n);
    return key;
}

Value doc_text(Doc doc) {
    static UnpackOnce known;
    if (!doc) return VALUE_NONE;
    const char *texts = unpack_once(&known, docs, DOCS_LENGTH), *text = texts;
    if (!texts) return raise_memory();
    for (size_t length; text < texts + DOCS_LENGTH; text += length + 1) {
        length = strlen(text);
        if (key_of(text, length) == doc) return str_from_text(text);
    }
    assert(!"every DOC of the sources is among the texts");
    return VALUE_NONE;
}
