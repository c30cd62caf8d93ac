/* Places in rising columns, and the rows of a column whose flags matter. */

#include "rising.h"

/* Fills how many values of a rising column are below each place, or also at it (with `at`).
   Places that rise are found from one to the next; any others too, only slower. */
void search_rising(const int64_t *column, int64_t size, const int64_t *places, int64_t count,
                   int32_t at, int64_t *found) {
    int64_t low = 0;
    for (int64_t row = 0; row < count; row++) {
        int64_t place = places[row];
        if (low && !before(column[low - 1], place, at)) low = 0;
        found[row] = low = rising(column, size, place, at, low);
    }
}

/* Fills the rows whose form has one of the bits of the mask, and their flags; returns how many. */
int64_t search_flags(const int64_t *form, int64_t size, const int64_t *flags, int64_t mask,
                     int64_t *rows, int64_t *held) {
    int64_t found = 0;
    for (int64_t row = 0; row < size; row++) {
        int64_t bits = flags[form[row]];
        rows[found] = row;
        held[found] = bits;
        found += (bits & mask) != 0;
    }
    return found;
}
