#include "clones.h"

#include <stdbool.h>
#include <string.h>

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

CLONES size_t ck_mark_missing(const float *v, uint8_t *restrict marks, size_t count) {
  uint32_t missing = 0;
  for (size_t i = 0; i < count; i++) {
    marks[i] = v[i] != v[i];
    missing += v[i] != v[i];
  }
  return missing;
}

size_t ck_places(const uint8_t *marks, size_t count, intptr_t *places) {
  size_t found = 0, i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t word;
    memcpy(&word, marks + i, 8);
    for (; word; word &= word - 1) places[found++] = (intptr_t)(i + (size_t)__builtin_ctzll(word) / 8);
  }
  for (; i < count; i++)
    if (marks[i]) places[found++] = (intptr_t)i;
  return found;
}

typedef float floats16 __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t flags16 __attribute__((vector_size(64)));

// By hand, since the compiler does not reorder comparisons of what may be NaN.
CLONES void ck_range(const float *v, size_t count, float *low, float *high) {
  float l = __builtin_inff(), h = -__builtin_inff();
  size_t i = 0;
  if (count >= 16) {
    floats16 lows = (floats16){} + l, highs = (floats16){} + h;
    for (; count - i >= 16; i += 16) {
      floats16 x = *(const floats16 *)(v + i);
      flags16 below = x < lows, above = x > highs;
      lows = (floats16)(((flags16)x & below) | ((flags16)lows & ~below));
      highs = (floats16)(((flags16)x & above) | ((flags16)highs & ~above));
    }
    for (int lane = 0; lane < 16; lane++) {
      l = lows[lane] < l ? lows[lane] : l;
      h = highs[lane] > h ? highs[lane] : h;
    }
  }
  for (; i < count; i++) {
    l = v[i] < l ? v[i] : l;
    h = v[i] > h ? v[i] : h;
  }
  *low = l;
  *high = h;
}
