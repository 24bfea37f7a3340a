#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
// Takes the widest vectors of the processor at hand; the hash is the same with any.
#include <xxh_x86dispatch.h>
#else
#include <xxhash.h>
#endif

static inline uint64_t formcheck_xxh64(const void *bytes, size_t count) {
  return XXH3_64bits(bytes, count);
}

static inline XXH128_hash_t formcheck_xxh128(const void *bytes, size_t count) {
  return XXH3_128bits(bytes, count);
}
