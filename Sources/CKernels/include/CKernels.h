#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
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

/// The value that would stand at `rank` (below `count`) if the values were sorted; leaves them in
/// another order. No value may be NaN. O(count) on average.
float ck_select(float *v, size_t count, size_t rank);
double ck_select_double(double *v, size_t count, size_t rank);

/// Copies the values that are not NaN to `out`, in order; returns how many.
size_t ck_present(const float *v, float *out, size_t count);

/// Copies the finite values to `out`, in order; returns how many.
size_t ck_finite(const float *v, float *out, size_t count);

/// How many values are finite; and of these, how many are at most `low`, how many below `high`.
typedef struct {
  size_t finite;
  size_t at_most_low;
  size_t below_high;
} ck_counts;

/// Adds a column's counts.
void ck_census(const float *v, size_t count, float low, float high, ck_counts *counts);

/// How many values are NaN.
size_t ck_missing(const float *v, size_t count);

/// Makes a point NaN in every coordinate where any coordinate is NaN, where all are exactly 0
/// (unless `keeps_origin`, in three dimensions), or all -1 (a depth of 0 counts as -1). `z` may be
/// null. Returns how many points were 0 or -1.
size_t ck_erase_unseen(float *x, float *y, float *z, size_t count, bool keeps_origin);

/// For each of the count - 1 steps from one place to the next: adds 1 to `seen` where its length is
/// finite, and to `within` where it is at most `limit`.
void ck_count_moves(const float *x, const float *y, const float *limit, size_t count,
                    uint16_t *seen, uint16_t *within);

/// What a field of a table is read as.
enum { CK_COORDINATE, CK_WHOLE, CK_NUMBER };

/// A column that is read, and where its values go: `out` holds floats for coordinates (below 1e7 in
/// magnitude), doubles for whole numbers and for numbers.
typedef struct {
  uint32_t column;
  uint32_t kind;
  void *out;
} ck_field;

/// A table of plain rows. `fields` stand in the order of their columns.
typedef struct {
  const ck_field *fields;
  size_t field_count;
  size_t columns;
  uint8_t delimiter;
  uint8_t mark;
} ck_table;

/// Bytes of the longest row that is taken, and how many positions of separators a row needs room
/// for beside its columns.
enum { CK_LONGEST_ROW = 1 << 16, CK_SPARE_ENDS = 81 };

/// Reads plain rows from the beginning of a line on, and stops before the first row that is not
/// plain: one with a quote, a lone carriage return, another number of fields than `columns`, or a
/// needed field that is neither empty nor a decimal number; and before the last bytes, of which it
/// needs 96 beyond a row. Empty fields are NaN.
///
/// Values of the rows `row`, `row + 1`, ... below `capacity` are written. `ends` is room for
/// columns + CK_SPARE_ENDS positions. Returns how many rows were taken, in `consumed` their bytes;
/// `shortest` is lowered to the length of the shortest last field.
size_t ck_rows(const uint8_t *bytes, size_t count, const ck_table *table, size_t row,
               size_t capacity, uint32_t *ends, size_t *consumed, size_t *shortest);

/// The number that a field of `length` bytes spells, rounded once; false where it spells none or
/// is left to the general parser. Looks at up to 24 bytes beyond the field, which must be there.
bool ck_decimal(const uint8_t *p, size_t length, uint8_t mark, double *out);

#endif
