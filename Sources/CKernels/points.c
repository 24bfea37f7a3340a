#include "clones.h"

#include <stdbool.h>

#include "CKernels.h"

CLONES size_t ck_erase_unseen(float *restrict x, float *restrict y, float *restrict z, size_t count,
                              bool keepsOrigin) {
  const float nan = __builtin_nanf("");
  uint32_t marks = 0;
  if (z) {
    for (size_t i = 0; i < count; i++) {
      bool flat = z[i] != z[i];
      bool unseen = (x[i] != x[i]) | (y[i] != y[i]);
      bool zero = (x[i] == 0) & (y[i] == 0) & ((z[i] == 0) | flat);
      bool minus = (x[i] == -1) & (y[i] == -1) & ((z[i] == -1) | (z[i] == 0) | flat);
      bool mark = (zero & !keepsOrigin) | minus;
      bool gone = unseen | mark;
      marks += mark;
      x[i] = gone ? nan : x[i];
      y[i] = gone ? nan : y[i];
      z[i] = gone ? nan : z[i];
    }
  } else {
    for (size_t i = 0; i < count; i++) {
      bool unseen = (x[i] != x[i]) | (y[i] != y[i]);
      bool mark = ((x[i] == 0) & (y[i] == 0)) | ((x[i] == -1) & (y[i] == -1));
      bool gone = unseen | mark;
      marks += mark;
      x[i] = gone ? nan : x[i];
      y[i] = gone ? nan : y[i];
    }
  }
  return marks;
}

CLONES void ck_count_moves(const float *x, const float *y, const float *limit, size_t count,
                           uint16_t *restrict seen, uint16_t *restrict within) {
  for (size_t i = 0; i + 1 < count; i++) {
    float dx = x[i] - x[i + 1], dy = y[i] - y[i + 1];
    float distance = __builtin_sqrtf(dx * dx + dy * dy);
    bool known = distance - distance == 0;
    seen[i] = (uint16_t)(seen[i] + known);
    within[i] = (uint16_t)(within[i] + (known & (distance <= limit[i])));
  }
}

CLONES size_t ck_zeros(const float *x, const float *y, const float *z, size_t count) {
  uint32_t zeros = 0;
  for (size_t i = 0; i < count; i++) zeros += (x[i] == 0) & (y[i] == 0) & (z[i] == 0);
  return zeros;
}

CLONES size_t ck_outside(const float *x, const float *y, float width, float height, size_t count) {
  uint32_t outside = 0;
  for (size_t i = 0; i < count; i++)
    outside += (x[i] < 0) | (x[i] > width) | (__builtin_fabsf(y[i]) > height);
  return outside;
}
