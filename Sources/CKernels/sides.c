#include "clones.h"

#include "CKernels.h"

static inline float square(float dx, float dy, float dz) { return dx * dx + dy * dy + dz * dz; }

// One joint's part in what it would cost to keep the sides' names, and to exchange them.
static inline __attribute__((always_inline)) void add(float lx, float ly, float lz, float rx,
                                                      float ry, float rz, float px, float py,
                                                      float pz, float qx, float qy, float qz,
                                                      float *keep, float *swap, float *apart) {
  float kept = square(lx - px, ly - py, lz - pz) + square(rx - qx, ry - qy, rz - qz);
  float swapped = square(lx - qx, ly - qy, lz - qz) + square(rx - px, ry - py, rz - pz);
  float between = square(px - qx, py - qy, pz - qz);
  int known = kept - kept == 0;
  *keep = known ? *keep + kept : *keep;
  *swap = known ? *swap + swapped : *swap;
  *apart = known ? *apart + between : *apart;
}

CLONES void ck_side_costs(const ck_point *l, const ck_point *r, const ck_point *p,
                          const ck_point *q, size_t count, float *restrict keep,
                          float *restrict swap, float *restrict apart) {
  if (l->z) {
    for (size_t i = 1; i < count; i++)
      add(l->x[i], l->y[i], l->z[i], r->x[i], r->y[i], r->z[i], p->x[i - 1], p->y[i - 1],
          p->z[i - 1], q->x[i - 1], q->y[i - 1], q->z[i - 1], keep + i, swap + i, apart + i);
  } else {
    for (size_t i = 1; i < count; i++)
      add(l->x[i], l->y[i], 0, r->x[i], r->y[i], 0, p->x[i - 1], p->y[i - 1], 0, q->x[i - 1],
          q->y[i - 1], 0, keep + i, swap + i, apart + i);
  }
}

CLONES size_t ck_exchanged(const float *keep, const float *swap, const float *apart, size_t count) {
  uint32_t exchanged = 0;
  for (size_t i = 0; i < count; i++)
    exchanged += (swap[i] * 4 < keep[i]) & (keep[i] > 0.5f * apart[i]);
  return exchanged;
}
