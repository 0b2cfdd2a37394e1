/* runtime/mapping_proxy.h - a read-only view of a mapping, which the __dict__ of a class is.
 *
 * Owns:      struct MappingProxy.
 * Invariant: mapping is always set.
 * Not here:  the mapping.
 */
#ifndef OURO_MAPPING_PROXY_H
#define OURO_MAPPING_PROXY_H

#include "runtime/type.h"

typedef struct MappingProxy {
    Object head;
    Value mapping; /* what is shown */
} MappingProxy;

Value mapping_proxy_new(Ref mapping);

#endif
