#include "clones.h"

#include "CKernels.h"

CLONES void ck_difference(const float *a, const float *b, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = a[i] - b[i];
}

CLONES void ck_middle(const float *a, const float *b, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float mean = (a[i] + b[i]) * 0.5f;
    float either = a[i] != a[i] ? b[i] : a[i];
    out[i] = mean != mean ? either : mean;
  }
}

CLONES void ck_mean(const float *a, const float *b, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = (a[i] + b[i]) * 0.5f;
}

CLONES void ck_linear(const float *x, float scale, float offset, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = scale * x[i] + offset;
}

CLONES void ck_magnitude(const float *x, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = __builtin_fabsf(x[i]);
}

CLONES void ck_over(const float *a, const float *b, float divisor, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) out[i] = (a[i] - b[i]) / divisor;
}

CLONES void ck_angle_difference(const float *a, const float *b, float *out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    float d = a[i] - b[i];
    float above = d - 360, below = d + 360;
    out[i] = d > 180 ? above : d < -180 ? below : d;
  }
}

CLONES void ck_between(const ck_point *a, const ck_point *b, float *sine, float *cosine,
                       size_t count) {
  if (a->z && b->z) {
    for (size_t i = 0; i < count; i++) {
      float px = a->x[i], py = a->y[i], pz = a->z[i], qx = b->x[i], qy = b->y[i], qz = b->z[i];
      float cx = py * qz - pz * qy, cy = pz * qx - px * qz, cz = px * qy - py * qx;
      sine[i] = __builtin_sqrtf(cx * cx + cy * cy + cz * cz);
      cosine[i] = px * qx + py * qy + pz * qz;
    }
  } else {
    for (size_t i = 0; i < count; i++) {
      float px = a->x[i], py = a->y[i], qx = b->x[i], qy = b->y[i];
      sine[i] = __builtin_fabsf(px * qy - py * qx);
      cosine[i] = px * qx + py * qy;
    }
  }
}

CLONES void ck_direction_error(const float *forward, const float *up, float noise, float constant,
                               float foreshortening, float *out, size_t count) {
  const float perRadian = 57.29578f;
  for (size_t i = 0; i < count; i++) {
    float length = __builtin_sqrtf(forward[i] * forward[i] + up[i] * up[i]);
    float jitter = noise / length * perRadian;
    float turn =
        foreshortening * __builtin_fabsf(forward[i] * up[i]) / (length * length) * perRadian;
    out[i] = __builtin_sqrtf(jitter * jitter + constant * constant + turn * turn);
  }
}
