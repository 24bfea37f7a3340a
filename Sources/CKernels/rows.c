#include "clones.h"

#include <stdbool.h>
#include <string.h>

#include "CKernels.h"

typedef uint8_t bytes64 __attribute__((vector_size(64), aligned(1), may_alias));
typedef bool bits64 __attribute__((ext_vector_type(64)));

// One bit a byte, the first byte's lowest. The compiler makes of it what each clone's instruction
// set has: one comparison into a mask register, two, or four.
#define MASK(condition) __builtin_bit_cast(uint64_t, __builtin_convertvector(condition, bits64))

INLINE uint64_t load8(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
  return word;
}

static const uint64_t POWERS[20] = {1ull,
                                    10ull,
                                    100ull,
                                    1000ull,
                                    10000ull,
                                    100000ull,
                                    1000000ull,
                                    10000000ull,
                                    100000000ull,
                                    1000000000ull,
                                    10000000000ull,
                                    100000000000ull,
                                    1000000000000ull,
                                    10000000000000ull,
                                    100000000000000ull,
                                    1000000000000000ull,
                                    10000000000000000ull,
                                    100000000000000000ull,
                                    1000000000000000000ull,
                                    10000000000000000000ull};

// 10^0 ... 10^22, each exact as a double.
static const double EXACT[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

// What is no digit, by a set upper bit of its byte, in a word of characters less '0'. A carry out
// of such a byte marks others behind it, never one before it.
INLINE uint64_t others(uint64_t t) {
  return ((t + 0x7676767676767676ull) | t) & 0x8080808080808080ull;
}

// The number that eight characters less '0' spell, the first in the lowest byte: pairs, fours and
// eights are put together by multiplication.
INLINE uint64_t number(uint64_t t) {
  t = t * 10 + (t >> 8);
  return ((t & 0x000000FF000000FFull) * 0x000F424000000064ull +
          ((t >> 16) & 0x000000FF000000FFull) * 0x0000271000000001ull) >>
         32;
}

// The first `count` characters (1 to 8) at p less '0', moved to the end of the word, where the
// zeros that fill in count as leading ones.
INLINE uint64_t leading(const uint8_t *p, size_t count) {
  return (load8(p) ^ 0x3030303030303030ull) << (64 - 8 * count);
}

// The digits at p, up to eight of them; their value goes to *value.
INLINE unsigned digits8(const uint8_t *p, uint64_t *value) {
  uint64_t strange = others(load8(p) ^ 0x3030303030303030ull);
  unsigned count = strange ? (unsigned)__builtin_ctzll(strange) >> 3 : 8;
  *value = count ? number(leading(p, count)) : 0;
  return count;
}

// The double nearest to m / 10^power, for 0 < m and power < 20.
//
// The quotient of m and the divisor, both moved to the upper end of 64 bits, has at least 63 bits;
// whether a remainder is left says on which side of a tie it lies. So one rounding is made, the
// right one, without a table of powers.
static double quotient(uint64_t m, unsigned power) {
  uint64_t divisor = POWERS[power];
  int up = __builtin_clzll(m), down = __builtin_clzll(divisor);
  m <<= up;
  divisor <<= down;
  uint64_t high = m >> 1, low = m << 63, result, rest;
#if defined(__x86_64__)
  __asm__("divq %4" : "=a"(result), "=d"(rest) : "0"(low), "1"(high), "r"(divisor) : "cc");
#else
  unsigned __int128 whole = ((unsigned __int128)high << 64) | low;
  result = (uint64_t)(whole / divisor);
  rest = (uint64_t)(whole % divisor);
#endif
  // result = m 2^63 / divisor; 53 bits of it are kept.
  int drop = 64 - __builtin_clzll(result) - 53;
  uint64_t kept = result >> drop, lost = result << (64 - drop);
  const uint64_t half = 1ull << 63;
  if (lost > half || (lost == half && (rest || (kept & 1)))) kept++;
  return __builtin_ldexp((double)kept, drop - 63 - up + down);
}

// What a field spells; `known` is false where it is not for this lane to say.
typedef struct {
  double value;
  bool known;
} decimal_t;

static const decimal_t UNKNOWN = {0, false};

// The value with a sign, without a branch: signs of depths come as they like.
INLINE decimal_t known(double value, bool negative) {
  uint64_t bits;
  memcpy(&bits, &value, 8);
  bits ^= (uint64_t)negative << 63;
  memcpy(&value, &bits, 8);
  return (decimal_t){value, true};
}

// m times 10^power as the nearest double; unknown where that takes more than one rounding here.
INLINE decimal_t scale(uint64_t m, int power, bool negative) {
  if (m > 1ull << 53)
    return power <= 0 && power >= -19 ? known(quotient(m, (unsigned)-power), negative) : UNKNOWN;
  if (power < -22 || power > 22) return UNKNOWN;
  double value = (double)(int64_t)m;
  return known(power < 0 ? value / EXACT[-power] : value * EXACT[power], negative);
}

// Reads the whole field p...end, whatever its form, as NumberParser does and to the same bit.
// Unknown where it is no number, or one that is left to NumberParser: more than 19 digits, a long
// exponent. A blank field is NaN.
static __attribute__((noinline)) decimal_t decimal_of_any_form(const uint8_t *p, const uint8_t *end,
                                                               uint8_t mark) {
  while (p < end && *p == ' ') p++;
  while (p < end && end[-1] == ' ') end--;
  if (p == end) return known(__builtin_nan(""), false);
  bool negative = *p == '-';
  p += negative | (*p == '+');
  uint64_t m = 0, part;
  unsigned digits = 0, count, fraction = 0;
  do {
    count = digits8(p, &part);
    m = m * POWERS[count] + part;
    digits += count;
    p += count;
  } while (count == 8 && digits < 20);
  if (*p == mark && p < end) {
    p++;
    do {
      count = digits8(p, &part);
      m = m * POWERS[count] + part;
      fraction += count;
      p += count;
    } while (count == 8 && digits + fraction < 20);
  }
  digits += fraction;
  if (digits == 0 || digits > 19) return UNKNOWN;
  int power = -(int)fraction;
  if (p != end) {
    if ((*p | 0x20) != 'e' || p > end) return UNKNOWN;
    p++;
    bool down = *p == '-';
    p += down | (*p == '+');
    count = digits8(p, &part);
    p += count;
    if (p != end || count == 0 || count > 3) return UNKNOWN;
    power += down ? -(int)part : (int)part;
  }
  return scale(m, power, negative);
}

// The same for the usual forms, whose length is known: up to eight characters at once, and a short
// whole part before up to sixteen digits. Whatever turns out to be something else goes the long way.
INLINE decimal_t decimal(const uint8_t *p, const uint8_t *end, uint8_t mark) {
  const uint8_t *start = p;
  bool negative = *p == '-';
  p += negative;
  size_t length = (size_t)(end - p);
  const uint64_t marks = (uint64_t)(mark ^ '0') * 0x0101010101010101ull;
  if (length - 1 <= 7) {
    uint64_t t = leading(p, length), x = t ^ marks;
    uint64_t at = (x - 0x0101010101010101ull) & ~x & 0x8080808080808080ull;
    if (!at && !others(t)) return known((double)(int64_t)number(t), negative);
    // The mark's byte is taken out by moving those before it up.
    if (at && length > 1) {
      unsigned bit = (unsigned)__builtin_ctzll(at) & 56;
      uint64_t before = t & ((1ull << bit) - 1);
      t = (t >> bit >> 8 << bit << 8) | (before << 8);
      if (!others(t)) return known((double)(int64_t)number(t) / EXACT[7 - (bit >> 3)], negative);
    }
  } else if (length - 3 <= 17) {
    uint64_t x = load8(p) ^ 0x3030303030303030ull ^ marks;
    uint64_t at = (x - 0x0101010101010101ull) & ~x & 0x8080808080808080ull;
    size_t whole = at ? (size_t)__builtin_ctzll(at) >> 3 : 0;
    size_t fraction = length - whole - 1;
    if (whole > 0 && fraction > 0 && fraction <= 16 && whole + fraction <= 19) {
      const uint8_t *q = p + whole + 1;
      size_t upper = fraction > 8 ? fraction - 8 : 0;
      uint64_t a = leading(p, whole), b = leading(q + upper, fraction - upper);
      uint64_t c = upper ? leading(q, upper) : 0;
      if (!(others(a) | others(b) | others(c))) {
        uint64_t m = (number(a) * POWERS[upper] + number(c)) * POWERS[fraction - upper] + number(b);
        return scale(m, -(int)fraction, negative);
      }
    }
  }
  return decimal_of_any_form(start, end, mark);
}

enum { GROUP = 8 };

typedef uint64_t words __attribute__((vector_size(8 * GROUP)));
typedef int64_t flags __attribute__((vector_size(8 * GROUP)));
typedef double doubles __attribute__((vector_size(8 * GROUP)));
typedef float floats __attribute__((vector_size(4 * GROUP)));

#define ALL(bits) ((words){} + (uint64_t)(bits))
// Keeps the compiler from making eight of them in vectors, by a gathering instruction or value by
// value, which takes longer than eight times one.
#define APART(value) __asm__("" : "+r"(value))

// 10^-0 ... 10^-7, each the nearest double.
static const double PARTS[8] = {1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

// 10 to the power of minus the number of digits behind a mark, of which `mark` is the byte's upper
// bit; 1 without one.
INLINE double part_behind(uint64_t mark) {
  return mark ? PARTS[7 - (__builtin_ctzll(mark) >> 3)] : 1;
}

// `decimal` for eight fields at once, each of up to eight characters: the characters less '0' at the
// end of a word, as `leading` puts them. Sets `strange` where something else stands than digits and a
// mark before some of them; the values get the given signs. By pointers, since how vectors are passed
// depends on the instruction set.
//
// The values are doubles on the way to floats, and give the float that the nearest double would give:
// a product with 10^-k is off by 2^-52 at most, and a division takes many times as long. A mark leaves
// room for seven digits, m < 10^7. Half way between two floats lies odd / 2^j with an odd number of 25
// bits. m / 10^k is none of these, since m would be at least 2^24 5^k; and its distance to one is at
// least 1 / (10^k 2^j), which is 2^-48.3 of it. So the product lies on the same side.
INLINE void decimals(const words *text, const words *signs, uint8_t mark, flags *strange,
                     doubles *values) {
  words t = *text;
  // The mark's byte is the lowest that equals it; without one, all is before it.
  words x = t ^ ALL((uint64_t)(mark ^ '0') * 0x0101010101010101ull);
  words at = (x - ALL(0x0101010101010101ull)) & ~x & ALL(0x8080808080808080ull);
  words lowest = at & (0 - at);
  words before = t & ((lowest >> 7) - 1), after = t & ~((lowest << 1) - 1);
  words has = (words)(at != 0);
  t = (has & (after | before << 8)) | (~has & t);
  // What ends with a mark may be a mark by itself, which is no number.
  words others = (t + ALL(0x7676767676767676ull)) | t | (lowest & ALL(1ull << 63));
  *strange = (others & ALL(0x8080808080808080ull)) != 0;
  // Pairs, fours, eights.
  t = (t << 3) + (t << 1) + (t >> 8);
  words upper = t & ALL(0x000000FF000000FFull), lower = t >> 16 & ALL(0x000000FF000000FFull);
  t = (upper << 6) + (upper << 5) + (upper << 2) + lower;
  t = (t & ALL(0xFFFFFFFFull)) * 10000 + (t >> 32);
  // Below 2^52 an integer is its double's mantissa.
  doubles value = (doubles)(t | ALL(0x4330000000000000ull)) - 4503599627370496.0;
  // Fields of one kind have as many digits behind the mark, as a rule.
  doubles part = (doubles){} + part_behind(lowest[0]);
  if (__builtin_reduce_or((flags)(lowest != ALL(lowest[0]))))
    for (int i = 0; i < GROUP; i++) part[i] = part_behind(lowest[i]);
  *values = (doubles)((words)(value * part) ^ *signs);
}

// Takes one field, whatever its form. Column i begins at p + starts[i] and ends with the separator
// before p + starts[i + 1].
INLINE bool take_one(const uint8_t *p, const uint32_t *starts, const ck_table *table,
                     const ck_field *field, size_t row) {
  const uint8_t *from = p + starts[field->column], *end = p + starts[field->column + 1] - 1;
  decimal_t found = decimal(from, end, table->mark);
  if (!found.known) return false;
  double value = found.value;
  if (field->kind == CK_COORDINATE) {
    if (__builtin_fabs(value) >= 1e7) return false;
    ((float *)field->out)[row] = (float)value;
    return true;
  }
  if (field->kind == CK_WHOLE && value == value &&
      (__builtin_fabs(value) > 9007199254740992.0 || value != (double)(int64_t)value))
    return false;
  ((double *)field->out)[row] = value;
  return true;
}

// Takes the needed fields of one row: coordinates eight at a time where their forms allow.
INLINE bool take(const uint8_t *p, const uint32_t *starts, const ck_table *table, size_t row) {
  const ck_field *field = table->fields, *const last = field + table->field_count;
  const ck_field *const coordinates = field + table->coordinates;
  for (; field < coordinates && table->coordinates >= GROUP; field += GROUP) {
    // The last eight may overlap those before: to take some twice is faster than to take them singly.
    if (coordinates - field < GROUP) field = coordinates - GROUP;
    words text = {};
    uint64_t lengths = 0, negatives = 0;
    UNROLL
    for (int i = 0; i < GROUP; i++) {
      const uint8_t *from = p + starts[field[i].column];
      uint64_t negative = *from == '-';
      APART(negative);
      from += negative;
      APART(from);
      // The length plus one: the separator counts.
      uint64_t past = (uint64_t)(p + starts[field[i].column + 1] - from);
      APART(past);
      uint64_t word = load8(from) ^ 0x3030303030303030ull;
      APART(word);
      text[i] = word << ((72 - 8 * past) & 63);
      // Three bits hold the lengths from 1 to 8, less 1; without a length all bits are set.
      lengths |= past - 2;
      negatives = 2 * negatives + negative;
    }
    flags strange;
    doubles values;
    words signs = (words)(((ALL(negatives) & (words){128, 64, 32, 16, 8, 4, 2, 1}) != 0)) << 63;
    decimals(&text, &signs, table->mark, &strange, &values);
    strange |= (values >= 1e7) | (values <= -1e7);
    if (lengths >> 3 | (uint64_t)__builtin_reduce_or(strange)) {
      for (int i = 0; i < GROUP; i++)
        if (!take_one(p, starts, table, field + i, row)) return false;
      continue;
    }
    // In memory, where each is found by itself: else the compiler converts them one by one.
    floats rounded = __builtin_convertvector(values, floats);
    __asm__("" : "+m"(rounded));
    UNROLL
    for (int i = 0; i < GROUP; i++) ((float *)field[i].out)[row] = rounded[i];
  }
  for (; field < last; field++)
    if (!take_one(p, starts, table, field, row)) return false;
  return true;
}

CLONES size_t ck_rows(const uint8_t *bytes, size_t count, const ck_table *table, size_t row,
                      size_t capacity, uint32_t *starts, size_t *consumed, size_t *shortest) {
  const size_t first = row;
  const uint8_t *p = bytes, *const safe = bytes + count;
  const uint8_t delimiter = table->delimiter;
  starts[0] = 0;
  while (row < capacity) {
    size_t fields = 0;
    const uint8_t *block = p;
    uint64_t line;
    do {
      // Everything that is read of a row lies within the bytes: 64 here, what digits8 looks ahead,
      // and the byte that follows a carriage return.
      if (safe - block < 96 || block - p > CK_LONGEST_ROW || fields > table->columns) goto done;
      bytes64 v = *(const bytes64 *)block;
      line = MASK(v == '\n');
      uint64_t marks = MASK(v == delimiter);
      uint64_t strange = MASK((v == '"') | (v == '\r'));
      if (strange) strange &= ~(MASK(v == '\r') & (line >> 1 | (uint64_t)(block[64] == '\n') << 63));
      if (line) {
        uint64_t before = line ^ (line - 1);
        marks &= before;
        strange &= before;
      }
      if (strange) goto done;
      const uint32_t behind = (uint32_t)(block - p) + 1;
      uint32_t *to = starts + 1 + fields;
      fields += (size_t)__builtin_popcountll(marks);
      // Eight at a time without asking how many: what is too much is written over.
      for (; marks; to += 8) {
#pragma clang loop vectorize(disable) unroll(full)
        for (int i = 0; i < 8; i++) {
          to[i] = behind + (uint32_t)__builtin_ctzll(marks | 1ull << 63);
          marks &= marks - 1;
        }
      }
      block += 64;
    } while (!line);
    uint32_t end = (uint32_t)(block - 64 - p) + (uint32_t)__builtin_ctzll(line);
    uint32_t next = end + 1;
    if (end > 0 && p[end - 1] == '\r') end--;
    uint32_t last = starts[fields];
    starts[++fields] = end + 1;
    // A last field without a name may stand empty behind every row.
    if (fields != table->columns && !(fields == table->columns + 1 && last == end)) goto done;
    // Blanks at the end are no part of the last field, whose length is kept.
    if (end > last && (p[end - 1] == ' ' || p[end - 1] == '\t' || p[last] == ' ' || p[last] == '\t'))
      goto done;
    if (!take(p, starts, table, row)) goto done;
    if (end - last < *shortest) *shortest = end - last;
    row++;
    p += next;
  }
done:
  *consumed = (size_t)(p - bytes);
  return row - first;
}

CLONES size_t ck_count_byte(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  // A vector's lane counts in a byte as far as that goes: each lane sees one byte of 64.
  while (count > 0) {
    size_t part = count < 64 * 255 ? count : 64 * 255, i = 0;
    bytes64 lanes = {};
    for (; part - i >= 64; i += 64)
      lanes -= (bytes64)(*(const bytes64 *)(bytes + i) == byte);
    for (size_t lane = 0; lane < 64; lane++) found += lanes[lane];
    for (; i < part; i++) found += bytes[i] == byte;
    bytes += part;
    count -= part;
  }
  return found;
}
