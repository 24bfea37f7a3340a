#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// out[i] = atan2(y[i], x[i]) in degrees; NaN where either is NaN, 0 where both are 0.
void ck_atan2_degrees(const float *y, const float *x, float *out, size_t count);

/// out[i] = sqrt(x[i]^2 + y[i]^2).
void ck_length2(const float *x, const float *y, float *out, size_t count);

/// out[i] = sqrt(x[i]^2 + y[i]^2 + z[i]^2).
void ck_length3(const float *x, const float *y, const float *z, float *out, size_t count);

/// out[i] = a x[i] + b y[i], and + c z[i] where z is not null.
void ck_project(const float *x, const float *y, const float *z, float a, float b, float c,
                float *out, size_t count);

/// For each of the middle values of x (count of them, with three more before and after: x has
/// count + 6), the distance from the median of its window of seven and the window's median
/// absolute deviation. No value may be NaN.
void ck_hampel7(const float *x, float *distance, float *deviation, size_t count);

/// One pass of a second-order recursive filter along eight interleaved channels, in place:
/// `data` holds count * 8 values, the eight channels of a frame side by side. `state` holds
/// 2 * 8 values and is carried on.
void ck_biquad8(double *data, size_t count, double b0, double b1, double b2, double a1, double a2,
                double *state);

/// The same, from the last frame to the first.
void ck_biquad8_backward(double *data, size_t count, double b0, double b1, double b2, double a1,
                         double a2, double *state);

#endif
