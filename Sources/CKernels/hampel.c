#include "clones.h"

#include "CKernels.h"

#define ORDER(a, b)             \
  {                             \
    float lo = a < b ? a : b;   \
    b = a < b ? b : a;          \
    a = lo;                     \
  }

// The median of seven by a pruned sorting network: comparisons only, so that the loop around it
// runs on vectors.
static inline float median7(float a, float b, float c, float d, float e, float f, float g) {
  ORDER(a, f) ORDER(a, d) ORDER(b, g) ORDER(c, e) ORDER(a, b) ORDER(d, f) ORDER(c, g)
  ORDER(c, d) ORDER(d, g) ORDER(e, f) ORDER(b, e) ORDER(b, d) ORDER(d, e)
  return d;
}

CLONES size_t ck_outliers7(const float *x, float floor, uint8_t *restrict marks, size_t count) {
  uint32_t found = 0;
  for (size_t i = 0; i < count; i++) {
    float a = x[i], b = x[i + 1], c = x[i + 2], d = x[i + 3], e = x[i + 4], f = x[i + 5],
          g = x[i + 6];
    float m = median7(a, b, c, d, e, f, g);
    float distance = __builtin_fabsf(d - m);
    float deviation =
        median7(__builtin_fabsf(a - m), __builtin_fabsf(b - m), __builtin_fabsf(c - m),
                __builtin_fabsf(d - m), __builtin_fabsf(e - m), __builtin_fabsf(f - m),
                __builtin_fabsf(g - m));
    uint32_t mark = (distance > floor) & (distance > 4.4478f * deviation);
    marks[i] = (uint8_t)mark;
    found += mark;
  }
  return found;
}
