#include "clones.h"

#include "CKernels.h"

// A recursive filter cannot run along time on vectors, so the vectors run across channels:
// eight channels cost what one does. Doubles, because a low cut-off at a high frame rate puts the
// poles so near 1 that floats would lose a tenth of a pixel.
enum { CHANNELS = 8 };

typedef double channels __attribute__((vector_size(8 * CHANNELS), aligned(8), may_alias));
typedef float singles __attribute__((vector_size(4 * CHANNELS)));

// By pointers, since how vectors are passed depends on the instruction set.
INLINE void step(const channels *x, channels *y, channels *s, const ck_biquad *f) {
  channels v = f->b0 * *x + s[0];
  s[0] = f->b1 * *x - f->a1 * v + s[1];
  s[1] = f->b2 * *x - f->a2 * v;
  *y = v;
}

// The filter's memory after it has seen the values v forever.
INLINE void settle(const channels *v, channels *s, const ck_biquad *f) {
  s[0] = (1 - f->b0) * *v;
  s[1] = (f->b2 - f->a2) * *v;
}

CLONES void ck_filter8(double *restrict data, size_t count, const ck_biquad *filter) {
  const ck_biquad f = *filter;
  channels *v = (channels *)data, s[2];
  settle(v, s, &f);
  for (size_t i = 0; i < count; i++) step(v + i, v + i, s, &f);
  settle(v + count - 1, s, &f);
  for (size_t i = count; i-- > 0;) step(v + i, v + i, s, &f);
}

CLONES void ck_interleave8(const float *const *columns, size_t channels, size_t count, size_t pad,
                           double *restrict data) {
  // An absent channel is read from any column and then made 0.
  const float *column[CHANNELS];
  double first[CHANNELS], last[CHANNELS];
  for (size_t c = 0; c < CHANNELS; c++) {
    column[c] = columns[c < channels ? c : 0];
    first[c] = 2 * (double)column[c][0];
    last[c] = 2 * (double)column[c][count - 1];
  }
  double *to = data;
  for (size_t i = 0; i < pad; i++, to += CHANNELS)
    for (int c = 0; c < CHANNELS; c++) to[c] = first[c] - (double)column[c][pad - i];
  for (size_t i = 0; i < count; i++, to += CHANNELS)
    for (int c = 0; c < CHANNELS; c++) to[c] = (double)column[c][i];
  for (size_t i = 0; i < pad; i++, to += CHANNELS)
    for (int c = 0; c < CHANNELS; c++) to[c] = last[c] - (double)column[c][count - 2 - i];
  for (size_t c = channels; c < CHANNELS; c++)
    for (size_t i = 0; i < count + 2 * pad; i++) data[CHANNELS * i + c] = 0;
}

// Each channel's changes are added up in the order of its frames, as if it were alone.
static inline __attribute__((always_inline)) void separate(const double *restrict from,
                                                           size_t channels, size_t count,
                                                           float *const *columns,
                                                           float *restrict removed) {
  float *column[CHANNELS], sums[CHANNELS] = {0};
  for (size_t c = 0; c < channels; c++) column[c] = columns[c];
  for (size_t i = 0; i < count; i++, from += CHANNELS)
    for (size_t c = 0; c < channels; c++) {
      float after = (float)from[c];
      sums[c] += __builtin_fabsf(column[c][i] - after);
      column[c][i] = after;
    }
  for (size_t c = 0; c < channels; c++) removed[c] = sums[c];
}

CLONES void ck_separate8(const double *restrict data, size_t channels, size_t count, size_t pad,
                         float *const *columns, float *removed) {
  const double *from = data + CHANNELS * pad;
  // A known number of channels lets the compiler work on all of them at once.
  if (channels == CHANNELS)
    separate(from, CHANNELS, count, columns, removed);
  else
    separate(from, channels, count, columns, removed);
}

// Each value of a filter waits for the one before it, so several filters run in the time of one.
CLONES void ck_residuals8(const double *restrict data, double *restrict room, size_t count,
                          size_t pad, const ck_biquad *filters, double *restrict sums) {
  enum { N = CK_FILTERS };
  ck_biquad f[N];
  for (int k = 0; k < N; k++) f[k] = filters[k];
  const channels *from = (const channels *)data;
  channels *to = (channels *)room, s[N][2], sum[N] = {0};
  const size_t total = count + 2 * pad;
  UNROLL
  for (int k = 0; k < N; k++) settle(from, s[k], &f[k]);
  for (size_t i = 0; i < total; i++) {
    UNROLL
    for (int k = 0; k < N; k++) step(from + i, to + N * i + k, s[k], &f[k]);
  }
  channels y;
  UNROLL
  for (int k = 0; k < N; k++) settle(to + N * (total - 1) + k, s[k], &f[k]);
  for (size_t i = total; i-- > pad + count;) {
    UNROLL
    for (int k = 0; k < N; k++) step(to + N * i + k, &y, s[k], &f[k]);
  }
  for (size_t i = pad + count; i-- > pad;) {
    singles before = __builtin_convertvector(from[i], singles);
    UNROLL
    for (int k = 0; k < N; k++) {
      step(to + N * i + k, &y, s[k], &f[k]);
      channels d = __builtin_convertvector(before - __builtin_convertvector(y, singles), channels);
      sum[k] += d * d;
    }
  }
  for (int k = 0; k < N; k++) {
    sums[k] = 0;
    for (int c = 0; c < CHANNELS; c++) sums[k] += sum[k][c];
  }
}
