#include "clones.h"

#include <math.h>
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

typedef float floats16 __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t flags16 __attribute__((vector_size(64)));
typedef bool bits16 __attribute__((ext_vector_type(16)));
#define MASK16(condition) __builtin_bit_cast(uint16_t, __builtin_convertvector(condition, bits16))

// Copies the values that are not NaN, in order; returns how many.
static size_t present_values(const float *v, size_t count, float *out) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    out[kept] = v[i];
    kept += v[i] == v[i];
  }
  return kept;
}

// How many values are below `low`, and how many at most `high`.
INLINE void counts_around(const float *v, size_t count, float low, float high, size_t *below,
                          size_t *most) {
  flags16 belows = {}, mosts = {};
  size_t i = 0;
  for (; count - i >= 16; i += 16) {
    floats16 x = *(const floats16 *)(v + i);
    belows -= x < low;
    mosts -= x <= high;
  }
  uint32_t b = 0, m = 0;
  for (int lane = 0; lane < 16; lane++) {
    b += (uint32_t)belows[lane];
    m += (uint32_t)mosts[lane];
  }
  for (; i < count; i++) {
    b += v[i] < low;
    m += v[i] <= high;
  }
  *below = b;
  *most = m;
}

// Copies the values from `low` to `high`, in order; returns how many. In a signal they stand together,
// so that most vectors hold none.
INLINE size_t within(const float *v, size_t count, float low, float high, float *out) {
  size_t kept = 0, i = 0;
  for (; count - i >= 16; i += 16) {
    floats16 x = *(const floats16 *)(v + i);
    flags16 in = (x >= low) & (x <= high);
    for (uint32_t bits = MASK16(in); bits; bits &= bits - 1)
      out[kept++] = v[i + (size_t)__builtin_ctz(bits)];
  }
  for (; i < count; i++)
    if (v[i] >= low && v[i] <= high) out[kept++] = v[i];
  return kept;
}

// To count what lies around a guess takes a sixteenth of what it takes to move it. Samples tell
// between which two values the rank lies (Floyd and Rivest 1975), and how many lie below tells where
// between them to guess next, until few enough are left to be moved.
CLONES float ck_ranked(const float *v, size_t count, size_t rank, size_t present, float *room) {
  enum { samples = 24, reach = 3, few = 48, guesses = 6 };
  if (present < 2 * few) return ck_select(room, present_values(v, count, room), rank);
  float sample[samples];
  size_t taken = 0;
  for (size_t s = 0; s < samples; s++) {
    float x = v[s * count / samples];
    if (x != x) continue;
    size_t j = taken++;
    for (; j > 0 && sample[j - 1] > x; j--) sample[j] = sample[j - 1];
    sample[j] = x;
  }
  // The value is from `low` to `high`; `below` values are less than `low`, `most` at most `high`.
  float low = -__builtin_inff(), high = __builtin_inff();
  size_t below = 0, most = present;
  size_t at = rank * taken / present;
  float from = at >= reach ? sample[at - reach] : low, to = at + reach < taken ? sample[at + reach] : high;
  for (int guess = 0;; guess++) {
    size_t less, upto;
    counts_around(v, count, from, to, &less, &upto);
    if (rank < less) {
      most = less;
      high = nextafterf(from, low);
    } else if (rank >= upto) {
      below = upto;
      low = nextafterf(to, high);
    } else {
      below = less;
      most = upto;
      low = from;
      high = to;
    }
    if (low == high) return low;
    if (most - below <= few || guess == guesses) break;
    from = to = low + (high - low) * (((float)(rank - below) + 0.5f) / (float)(most - below));
    if (!(from > low && from < high)) break;
  }
  return ck_select(room, within(v, count, low, high, room), rank - below);
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
