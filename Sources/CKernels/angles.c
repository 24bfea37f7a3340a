#include "clones.h"

#include "CKernels.h"

// Odd polynomial of atan on 0...1, fitted for the least maximum error: 1.2e-7 rad in floats.
static inline float atan_unit(float t) {
  float s = t * t;
  float p = -0.00405450445f;
  p = p * s + 0.0218627267f;
  p = p * s - 0.055911988f;
  p = p * s + 0.0964217186f;
  p = p * s - 0.139086202f;
  p = p * s + 0.199465632f;
  p = p * s - 0.333298594f;
  p = p * s + 0.999999344f;
  return p * t;
}

CLONES void ck_atan2_degrees(const float *y, const float *x, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float ax = __builtin_fabsf(x[i]), ay = __builtin_fabsf(y[i]);
    float hi = ax > ay ? ax : ay, lo = ax > ay ? ay : ax;
    float r = atan_unit(lo / (hi > 0 ? hi : 1.0f));
    r = ay > ax ? 1.57079637f - r : r;
    r = x[i] < 0 ? 3.14159274f - r : r;
    r = y[i] < 0 ? -r : r;
    // The comparisons above pass a NaN by; the differences bring it back.
    out[i] = r * 57.29577951f + (x[i] - x[i]) + (y[i] - y[i]);
  }
}

CLONES void ck_length2(const float *x, const float *y, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = __builtin_sqrtf(x[i] * x[i] + y[i] * y[i]);
}

CLONES void ck_length3(const float *x, const float *y, const float *z, float *out, size_t count) {
  for (size_t i = 0; i < count; i++)
    out[i] = __builtin_sqrtf(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
}

CLONES void ck_project(const float *x, const float *y, const float *z, float a, float b, float c,
                       float *out, size_t count) {
  if (z) {
    for (size_t i = 0; i < count; i++) out[i] = a * x[i] + b * y[i] + c * z[i];
  } else {
    for (size_t i = 0; i < count; i++) out[i] = a * x[i] + b * y[i];
  }
}
