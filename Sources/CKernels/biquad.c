#include "clones.h"

#include "CKernels.h"

// A recursive filter cannot run along time on vectors, so the vectors run across channels:
// eight channels cost what one does. Doubles, because a low cut-off at a high frame rate puts the
// poles so near 1 that floats would lose a tenth of a pixel.
static inline void step(double *v, double *s, double b0, double b1, double b2, double a1,
                        double a2) {
  for (int c = 0; c < 8; c++) {
    double x = v[c];
    double y = b0 * x + s[c];
    s[c] = b1 * x - a1 * y + s[8 + c];
    s[8 + c] = b2 * x - a2 * y;
    v[c] = y;
  }
}

CLONES void ck_biquad8(double *restrict data, size_t count, double b0, double b1, double b2,
                       double a1, double a2, double *restrict state) {
  double s[16];
  for (int c = 0; c < 16; c++) s[c] = state[c];
  for (size_t i = 0; i < count; i++) step(data + 8 * i, s, b0, b1, b2, a1, a2);
  for (int c = 0; c < 16; c++) state[c] = s[c];
}

CLONES void ck_biquad8_backward(double *restrict data, size_t count, double b0, double b1,
                                double b2, double a1, double a2, double *restrict state) {
  double s[16];
  for (int c = 0; c < 16; c++) s[c] = state[c];
  for (size_t i = count; i-- > 0;) step(data + 8 * i, s, b0, b1, b2, a1, a2);
  for (int c = 0; c < 16; c++) state[c] = s[c];
}
