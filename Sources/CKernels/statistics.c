#include "clones.h"

#include <stdbool.h>

#include "CKernels.h"

// One selection for floats and one for doubles.
//
// `partition` moves what is below the pivot (or at most the pivot) to the front and returns how much
// that is; no branch depends on a value, for whether it is below is anyone's guess (Lomuto's scheme).
#define SELECTION(type, name)                                                              \
  static inline type name##_middle(type a, type b, type c) {                               \
    type low = a < b ? a : b, high = a < b ? b : a;                                        \
    return c < low ? low : c > high ? high : c;                                            \
  }                                                                                        \
  static inline size_t name##_partition(type *v, size_t count, type pivot, bool orEqual) { \
    size_t low = 0;                                                                        \
    for (size_t i = 0; i < count; i++) {                                                   \
      type x = v[i];                                                                       \
      v[i] = v[low];                                                                       \
      v[low] = x;                                                                          \
      low += orEqual ? x <= pivot : x < pivot;                                             \
    }                                                                                      \
    return low;                                                                            \
  }                                                                                        \
  type name(type *v, size_t count, size_t rank) {                                          \
    while (count > 12) {                                                                   \
      type pivot = name##_middle(v[0], v[count / 2], v[count - 1]);                        \
      if (count > 200) {                                                                   \
        size_t step = count / 8;                                                           \
        pivot = name##_middle(name##_middle(v[0], v[step], v[2 * step]),                   \
                              name##_middle(v[3 * step], v[4 * step], v[5 * step]),        \
                              name##_middle(v[6 * step], v[7 * step], v[count - 1]));      \
      }                                                                                    \
      size_t low = name##_partition(v, count, pivot, false);                               \
      if (rank < low) {                                                                    \
        count = low;                                                                       \
        continue;                                                                          \
      }                                                                                    \
      v += low;                                                                            \
      count -= low;                                                                        \
      rank -= low;                                                                         \
      if (low > 0) continue;                                                               \
      size_t same = name##_partition(v, count, pivot, true);                               \
      if (rank < same) return pivot;                                                       \
      v += same;                                                                           \
      count -= same;                                                                       \
      rank -= same;                                                                        \
    }                                                                                      \
    for (size_t i = 1; i < count; i++) {                                                   \
      type x = v[i];                                                                       \
      size_t j = i;                                                                        \
      for (; j > 0 && v[j - 1] > x; j--) v[j] = v[j - 1];                                  \
      v[j] = x;                                                                            \
    }                                                                                      \
    return v[rank];                                                                        \
  }

SELECTION(float, ck_select)
SELECTION(double, ck_select_double)

size_t ck_present(const float *v, float *out, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    out[kept] = v[i];
    kept += v[i] == v[i];
  }
  return kept;
}

size_t ck_finite(const float *v, float *out, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    out[kept] = v[i];
    kept += v[i] - v[i] == 0;
  }
  return kept;
}

CLONES void ck_census(const float *v, size_t count, float low, float high, ck_counts *counts) {
  uint32_t finite = 0, atMost = 0, below = 0;
  for (size_t i = 0; i < count; i++) {
    bool isFinite = v[i] - v[i] == 0;
    finite += isFinite;
    atMost += isFinite & (v[i] <= low);
    below += isFinite & (v[i] < high);
  }
  counts->finite += finite;
  counts->at_most_low += atMost;
  counts->below_high += below;
}

CLONES size_t ck_missing(const float *v, size_t count) {
  uint32_t missing = 0;
  for (size_t i = 0; i < count; i++) missing += v[i] != v[i];
  return missing;
}

CLONES void ck_range(const float *v, size_t count, float *low, float *high) {
  float l = __builtin_inff(), h = -__builtin_inff();
  for (size_t i = 0; i < count; i++) {
    l = v[i] < l ? v[i] : l;
    h = v[i] > h ? v[i] : h;
  }
  *low = l;
  *high = h;
}
