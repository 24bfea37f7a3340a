#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// out[i] = atan2(y[i], x[i]) in degrees; NaN where either is NaN, 0 where both are 0.
void ck_atan2_degrees(const float *y, const float *x, float *out, size_t count);

#endif
