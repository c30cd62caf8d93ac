/* Searching in a rising column from one place to the next. */

#ifndef RISING_H
#define RISING_H

#include <stdint.h>

static inline int before(int64_t value, int64_t place, int at) {
    return at ? value <= place : value < place;
}

/* How many values are below a place, or also at it (with `at`), if `low` of them are known to be. */
static inline int64_t rising(const int64_t *column, int64_t size, int64_t place, int at,
                             int64_t low) {
    int64_t step = 1, high = low;
    while (high < size && before(column[high], place, at)) {
        low = high + 1;
        high = size - high > step ? high + step : size;
        step *= 2;
    }
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (before(column[middle], place, at)) low = middle + 1;
        else high = middle;
    }
    return low;
}

#endif
