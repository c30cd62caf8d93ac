/* Which masks differ by few bits: what words may be near, by their letters alone. */

#include <stdint.h>

enum { ASCII = 128 };

static uint64_t without(uint64_t bits, int32_t lowest) {
    while (lowest--) bits &= bits - 1;
    return bits;
}

/* Fills which letters each word has (the lower 32 bits), and which twice or more (the upper); all
   words stand one behind the other. */
void near_letters(int64_t words, const uint32_t *codes, const int64_t *size, uint64_t *masks) {
    for (int64_t word = 0; word < words; word++) {
        uint64_t once = 0, twice = 0;
        for (int64_t left = size[word]; left; left--, codes++) {
            uint64_t letter = 1ULL << ((*codes < ASCII ? *codes : '?') & 31);
            twice |= once & letter;
            once |= letter;
        }
        masks[word] = once | twice << 32;
    }
}

/* Fills the number of each stretch and the rows in it (first to last - 1) whose masks lack at most
   ``most`` bits of that of the stretch, and have at most so many that it lacks, where the level is
   not below the least. Returns how many there are, though only ``room`` are written. */
int64_t near_pairs(int64_t stretches, const uint64_t *own, const int64_t *first,
                   const int64_t *last, const uint64_t *masks, const int64_t *level, int64_t least,
                   int32_t most, int64_t room, int64_t *stretch, int64_t *row) {
    int64_t found = 0;
    for (int64_t number = 0; number < stretches; number++) {
        uint64_t mask = own[number];
        for (int64_t at = first[number]; at < last[number]; at++) {
            if (without(mask & ~masks[at], most) | without(masks[at] & ~mask, most)) continue;
            if (level[at] < least) continue;
            if (found < room) {
                stretch[found] = number;
                row[found] = at;
            }
            found++;
        }
    }
    return found;
}
