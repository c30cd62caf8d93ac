/* Places in bytes where one of some words may begin. */

#include <stdint.h>
#include <string.h>

/* Fills the places from ``from`` to ``to`` that follow a byte which is none of a word and whose
   four bytes, multiplied, are in the table; returns how many. */
int64_t marks_words(const uint8_t *text, int64_t from, int64_t to, const uint8_t *of_word,
                    const uint8_t *table, uint32_t multiplier, int64_t *places) {
    int64_t found = 0;
    for (int64_t at = from; at < to; at++) {
        uint32_t four;
        memcpy(&four, text + at, sizeof four);
        places[found] = at;
        found += table[four * multiplier >> 16] & !of_word[text[at - 1]];
    }
    return found;
}
