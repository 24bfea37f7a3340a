#include "clones.h"

#include "CKernels.h"

// A recursive filter cannot run along time on vectors, so the vectors run across channels:
// eight channels cost what one does. Doubles, because a low cut-off at a high frame rate puts the
// poles so near 1 that floats would lose a tenth of a pixel.
enum { CHANNELS = 8 };

static inline __attribute__((always_inline)) void step(double *restrict v, double *restrict s,
                                                       const ck_biquad *f) {
  for (int c = 0; c < CHANNELS; c++) {
    double x = v[c];
    double y = f->b0 * x + s[c];
    s[c] = f->b1 * x - f->a1 * y + s[CHANNELS + c];
    s[CHANNELS + c] = f->b2 * x - f->a2 * y;
    v[c] = y;
  }
}

// The filter's memory after it has seen the values v forever.
static inline __attribute__((always_inline)) void settle(const double *v, double *s,
                                                         const ck_biquad *f) {
  for (int c = 0; c < CHANNELS; c++) {
    s[c] = (1 - f->b0) * v[c];
    s[CHANNELS + c] = (f->b2 - f->a2) * v[c];
  }
}

static inline __attribute__((always_inline)) void both_ways(double *restrict data, size_t count,
                                                            const ck_biquad *f) {
  const ck_biquad filter = *f;
  double s[2 * CHANNELS];
  settle(data, s, &filter);
  for (size_t i = 0; i < count; i++) step(data + CHANNELS * i, s, &filter);
  settle(data + CHANNELS * (count - 1), s, &filter);
  for (size_t i = count; i-- > 0;) step(data + CHANNELS * i, s, &filter);
}

CLONES void ck_filter8(double *restrict data, size_t count, const ck_biquad *filter) {
  both_ways(data, count, filter);
}

CLONES void ck_interleave8(const float *const *columns, size_t channels, size_t count, size_t pad,
                           double *restrict data) {
  const size_t total = count + 2 * pad;
  for (size_t c = channels; c < CHANNELS; c++)
    for (size_t i = 0; i < total; i++) data[CHANNELS * i + c] = 0;
  for (size_t c = 0; c < channels; c++) {
    const float *column = columns[c];
    double *to = data + c;
    const double first = 2 * (double)column[0], last = 2 * (double)column[count - 1];
    for (size_t i = 0; i < pad; i++, to += CHANNELS) *to = first - (double)column[pad - i];
    for (size_t i = 0; i < count; i++, to += CHANNELS) *to = (double)column[i];
    for (size_t i = 0; i < pad; i++, to += CHANNELS) *to = last - (double)column[count - 2 - i];
  }
}

// The work stays in one channel's order of frames, so that every sum is that of one column alone.
CLONES void ck_separate8(const double *restrict data, size_t channels, size_t count, size_t pad,
                         float *const *columns, float *removed) {
  for (size_t c = 0; c < channels; c++) {
    float *column = columns[c];
    const double *from = data + CHANNELS * pad + c;
    float sum = 0;
    for (size_t i = 0; i < count; i++, from += CHANNELS) {
      float after = (float)*from;
      sum += __builtin_fabsf(column[i] - after);
      column[i] = after;
    }
    removed[c] = sum;
  }
}

CLONES double ck_residual8(const double *restrict data, double *restrict room, size_t count,
                           size_t pad, const ck_biquad *filter) {
  const size_t total = count + 2 * pad;
  for (size_t i = 0; i < CHANNELS * total; i++) room[i] = data[i];
  both_ways(room, total, filter);
  double sums[CHANNELS] = {0};
  const double *before = data + CHANNELS * pad, *after = room + CHANNELS * pad;
  for (size_t i = 0; i < count; i++)
    for (int c = 0; c < CHANNELS; c++) {
      double d = (double)((float)before[CHANNELS * i + c] - (float)after[CHANNELS * i + c]);
      sums[c] += d * d;
    }
  double sum = 0;
  for (int c = 0; c < CHANNELS; c++) sum += sums[c];
  return sum;
}
