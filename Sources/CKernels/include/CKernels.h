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

/// Marks by 1 which of the middle values of x (count of them, with three more before and after: x has
/// count + 6) are outliers: further from the median of their window of seven than `floor` and than
/// 3 * 1.4826 median absolute deviations. Returns how many. No value may be NaN.
size_t ck_outliers7(const float *x, float floor, uint8_t *marks, size_t count);

/// A second-order recursive filter.
typedef struct {
  double b0, b1, b2, a1, a2;
} ck_biquad;

/// Lays up to eight columns side by side: `data` holds (count + 2 pad) * 8 values, the channels of a
/// frame together, absent ones 0. Each end is continued by `pad` (below count) values turned around
/// its end point.
void ck_interleave8(const float *const *columns, size_t channels, size_t count, size_t pad,
                    double *data);

/// Runs the filter along eight channels of `count` frames, forwards and backwards, in place; each
/// way starts settled on its first value.
void ck_filter8(double *data, size_t count, const ck_biquad *filter);

/// Puts the channels back into their columns, without what was laid on at the ends; `removed` gets
/// each column's sum of absolute changes.
void ck_separate8(const double *data, size_t channels, size_t count, size_t pad,
                  float *const *columns, float *removed);

/// How many filters `ck_residuals8` runs at once.
enum { CK_FILTERS = 2 };

/// For each of CK_FILTERS filters, the sum of squares of what it takes away from eight channels;
/// `room` is CK_FILTERS times as large as `data`, which is kept.
void ck_residuals8(const double *data, double *room, size_t count, size_t pad,
                   const ck_biquad *filters, double *sums);

/// A point's columns; z is null in two dimensions.
typedef struct {
  const float *x, *y, *z;
} ck_point;

/// For each frame from the second on, adds the squared distances of a left and a right point l, r
/// from where they were seen before, p and q of the frame before: to `keep` for the sides as named,
/// to `swap` for exchanged ones, and to `apart` that of p and q. Adds nothing where a point is NaN.
void ck_side_costs(const ck_point *l, const ck_point *r, const ck_point *p, const ck_point *q,
                   size_t count, float *keep, float *swap, float *apart);

/// In how many frames exchanged sides fit four times better, and the sides are apart.
size_t ck_exchanged(const float *keep, const float *swap, const float *apart, size_t count);

/// out[i] = a[i] - b[i].
void ck_difference(const float *a, const float *b, float *out, size_t count);

/// out[i] = the mean of a[i] and b[i]; either where the other is NaN.
void ck_middle(const float *a, const float *b, float *out, size_t count);

/// out[i] = the mean of a[i] and b[i]; NaN where either is.
void ck_mean(const float *a, const float *b, float *out, size_t count);

/// out[i] = scale x[i] + offset.
void ck_linear(const float *x, float scale, float offset, float *out, size_t count);

/// out[i] = |x[i]|.
void ck_magnitude(const float *x, float *out, size_t count);

/// out[i] = (a[i] - b[i]) / divisor.
void ck_over(const float *a, const float *b, float divisor, float *out, size_t count);

/// out[i] = a[i] - b[i], angles in degrees, brought back to -180...180.
void ck_angle_difference(const float *a, const float *b, float *out, size_t count);

/// The sine and the cosine of the angle between two lines, each times both lengths: in space where
/// both have a z, else in the plane.
void ck_between(const ck_point *a, const ck_point *b, float *sine, float *cosine, size_t count);

/// The deviation of a line's direction in degrees: from its ends' noise over its length, a constant,
/// and a horizontal that is off by a share, which turns a line most at 45 degrees.
void ck_direction_error(const float *forward, const float *up, float noise, float constant,
                        float foreshortening, float *out, size_t count);

/// The value that would stand at `rank` (below `count`) if the values were sorted; leaves them in
/// another order. No value may be NaN. O(count) on average.
float ck_select(float *v, size_t count, size_t rank);
double ck_select_double(double *v, size_t count, size_t rank);

/// The same among the `present` values that are not NaN, which stay as they are; `room` is `count`
/// long.
float ck_ranked(const float *v, size_t count, size_t rank, size_t present, float *room);

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

/// Marks by 1 which values are NaN, and by 0 which are not. Returns how many are.
size_t ck_mark_missing(const float *v, uint8_t *marks, size_t count);

/// Writes the places of the marks that are 1, all others being 0, in order. Returns how many those are.
size_t ck_places(const uint8_t *marks, size_t count, intptr_t *places);

/// The least and the greatest value that is not NaN; infinite and minus infinite where there is none.
void ck_range(const float *v, size_t count, float *low, float *high);

/// Makes a point NaN in every coordinate where x or y is NaN, where all are exactly 0 (unless
/// `keeps_origin`, in three dimensions), or all -1 (a depth of 0 counts as -1). A depth that is NaN
/// tells nothing, and its x and y stay. `z` may be null. Returns how many points were 0 or -1.
size_t ck_erase_unseen(float *x, float *y, float *z, size_t count, bool keeps_origin);

/// How many points are 0 in every coordinate.
size_t ck_zeros(const float *x, const float *y, const float *z, size_t count);

/// How many points have an x outside 0...width or an |y| above height.
size_t ck_outside(const float *x, const float *y, float width, float height, size_t count);

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

/// A table of plain rows. The first `coordinates` of the fields are coordinates.
typedef struct {
  const ck_field *fields;
  size_t field_count;
  size_t coordinates;
  size_t columns;
  uint8_t delimiter;
  uint8_t mark;
} ck_table;

/// Bytes of the longest row that is taken, and how many positions of separators a row needs room
/// for beside its columns.
enum { CK_LONGEST_ROW = 1 << 16, CK_SPARE_STARTS = 81 };

/// Reads plain rows from the beginning of a line on, and stops before the first row that is not
/// plain: one with a quote, a lone carriage return, another number of fields than `columns`, or a
/// needed field that is neither empty nor a decimal number; and before the last bytes, of which it
/// needs 96 beyond a row. Empty fields are NaN.
///
/// Values of the rows `row`, `row + 1`, ... below `capacity` are written. `starts` is room for
/// columns + CK_SPARE_STARTS positions. Returns how many rows were taken, in `consumed` their bytes;
/// `shortest` is lowered to the length of the shortest last field.
size_t ck_rows(const uint8_t *bytes, size_t count, const ck_table *table, size_t row,
               size_t capacity, uint32_t *starts, size_t *consumed, size_t *shortest);

/// How often a byte occurs.
size_t ck_count_byte(const uint8_t *bytes, size_t count, uint8_t byte);

#endif
