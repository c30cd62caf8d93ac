/* Which neighbouring words may be one unit, and columns of words with those that are one joined. */

#include <stdint.h>
#include <string.h>

/* What is told of a type, as in candidates.py. */
enum { WORD = 1, OPENS = 2, PREFIX = 4, SMALL = 8, ENDING = 16 };

/* Fills the rows of words that the same word may follow after a dash, of those that may open a unit
   with the next word, and of prefixes or words before what they may be joined to; and how many each are. A type that opens
   units `leads` to some groups of types, a bit each; `norm` numbers the normal forms of the types.
   There is room for every row. */
void joining_rows(int64_t words, const int32_t *type, const int32_t *unit, const uint8_t *gap,
                  const uint8_t *told, const uint64_t *leads, const uint8_t *group,
                  const int32_t *norm, int32_t *dashed, int32_t *opening, int32_t *prefixes,
                  int64_t *count) {
    int64_t dashes = 0, opens = 0, before = 0;
    for (int64_t row = 0; row + 1 < words; row++) {
        uint8_t here = told[type[row]];
        if (gap[row + 1]) {
            if (here & WORD && unit[row] == unit[row + 1] && norm[type[row]] == norm[type[row + 1]])
                dashed[dashes++] = (int32_t)row;
        } else {
            int32_t next = type[row + 1];
            uint8_t after = told[next];
            if (here & OPENS && leads[type[row]] >> group[next] & 1) opening[opens++] = (int32_t)row;
            int twice = after & SMALL && norm[type[row]] == norm[next];
            if ((here & PREFIX && after & SMALL) || (here & WORD && (after & ENDING || twice)))
                prefixes[before++] = (int32_t)row;
        }
    }
    count[0] = dashes;
    count[1] = opens;
    count[2] = before;
}

typedef struct {
    int32_t *type, *unit, *start;
    uint8_t *gap;
} Words;

/* Copies words from one place to another, which may be an earlier one in the same columns. */
static void copy(const Words *from, int64_t at, int64_t count, const Words *to, int64_t place) {
    size_t size = (size_t)count * sizeof(int32_t);
    memmove(to->type + place, from->type + at, size);
    memmove(to->unit + place, from->unit + at, size);
    memmove(to->start + place, from->start + at, size);
    memmove(to->gap + place, from->gap + at, (size_t)count);
}

/* Fills the columns with the words from `first` to `last` of every join as one word of its type;
   they may be the columns given. */
void joining_join(int64_t words, const Words *given, int64_t joins, const int64_t *first,
                  const int64_t *last, const int32_t *type, const Words *made) {
    int64_t at = 0, place = 0;
    for (int64_t row = 0; row < joins; row++) {
        int64_t count = first[row] + 1 - at;
        copy(given, at, count, made, place);
        place += count;
        made->type[place - 1] = type[row];
        at = last[row] + 1;
    }
    copy(given, at, words - at, made, place);
}
