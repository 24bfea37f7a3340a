#include "CKernels.h"

#include <math.h>

// Without this the wider clones would fuse multiply and add, and round differently from the
// baseline: the same recording would give other bytes on another machine.
#pragma STDC FP_CONTRACT OFF

#define CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))

// Minimax polynomial of atan(t)/t in t^2 on 0...1 (Chebyshev fit), error below 2e-6 rad.
static inline float atan_unit(float t) {
  float s = t * t;
  float p = -0.01172120f;
  p = p * s + 0.05265332f;
  p = p * s - 0.11643287f;
  p = p * s + 0.19354346f;
  p = p * s - 0.33262347f;
  p = p * s + 0.99997726f;
  return p * t;
}

CLONES void ck_atan2_degrees(const float *y, const float *x, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float ax = fabsf(x[i]), ay = fabsf(y[i]);
    float hi = ax > ay ? ax : ay, lo = ax > ay ? ay : ax;
    float r = atan_unit(lo / (hi > 0 ? hi : 1.0f));
    r = ay > ax ? 1.57079637f - r : r;
    r = x[i] < 0 ? 3.14159274f - r : r;
    r = y[i] < 0 ? -r : r;
    // A NaN in either must come out, though comparisons above pass it by.
    out[i] = r * 57.29577951f + (x[i] - x[i]) + (y[i] - y[i]);
  }
}
