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
