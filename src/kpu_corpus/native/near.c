/* Which words are near one another: by their letters alone, and where these allow it by edits. */

#include <stdint.h>

enum { ASCII = 128, LONGEST = 64 };

typedef struct {
    const uint32_t *codes;
    int64_t size;
} Word;

static uint64_t without(uint64_t bits, int32_t lowest) {
    while (lowest--) bits &= bits - 1;
    return bits;
}

static Word word_at(const uint32_t *codes, const int64_t *head, int64_t row) {
    return (Word){codes + head[row], head[row + 1] - head[row]};
}

/* Which letters a word has (the lower 32 bits), and which twice or more (the upper). */
static uint64_t letters_of(Word word) {
    uint64_t once = 0, twice = 0;
    for (int64_t at = 0; at < word.size; at++) {
        uint64_t letter = 1ULL << ((word.codes[at] < ASCII ? word.codes[at] : '?') & 31);
        twice |= once & letter;
        once |= letter;
    }
    return once | twice << 32;
}

/* Fills the letters of words, which stand one behind the other. */
void near_letters(int64_t words, const uint32_t *codes, const int64_t *head, uint64_t *masks) {
    for (int64_t row = 0; row < words; row++) masks[row] = letters_of(word_at(codes, head, row));
}

/* Where each letter of a word stands, as bits; letters beyond ASCII have no place in the table. */
static void enter(uint64_t *places, Word word) {
    for (int64_t at = 0; at < word.size; at++)
        if (word.codes[at] < ASCII) places[word.codes[at]] |= 1ULL << at;
}

static void leave(uint64_t *places, Word word) {
    for (int64_t at = 0; at < word.size; at++)
        if (word.codes[at] < ASCII) places[word.codes[at]] = 0;
}

static uint64_t places_of(uint32_t code, const uint64_t *places, Word word) {
    if (code < ASCII) return places[code];
    uint64_t found = 0;
    for (int64_t at = 0; at < word.size; at++) found |= (uint64_t)(word.codes[at] == code) << at;
    return found;
}

/* The edits between two words of which the first, of one letter to 64, was entered: letters lost,
   brought, changed, or swapped with the next (optimal string alignment, a column of the table in one
   number each; H. Hyyro, Nordic Journal of Computing 10, 2003). */
static int64_t edits_between(Word word, const uint64_t *places, Word other) {
    uint64_t more = ~0ULL, less = 0, diagonal = 0, before = 0, last = 1ULL << (word.size - 1);
    int64_t edits = word.size;
    for (int64_t at = 0; at < other.size; at++) {
        uint64_t here = places_of(other.codes[at], places, word);
        uint64_t swapped = (~diagonal & here) << 1 & before;
        diagonal = (((here & more) + more) ^ more) | here | less | swapped;
        uint64_t up = less | ~(diagonal | more), down = diagonal & more;
        edits += (up & last) != 0;
        edits -= (down & last) != 0;
        up = up << 1 | 1;
        more = down << 1 | ~(diagonal | up);
        less = up & diagonal;
        before = here;
    }
    return edits;
}

/* Finds for each stretch of rows (first to last - 1) the words there that are at most ``most`` edits
   from the word ``of`` the stretch, and whose level is not below the least. Only those are looked at
   whose masks lack few bits of that of the word, or it of theirs. Fills the number of the word, the
   row and the edits; returns how many there are, though only ``room`` are written. */
int64_t near_pairs(int64_t stretches, const int64_t *of, const int64_t *first, const int64_t *last,
                   const uint32_t *codes, const int64_t *head, const uint32_t *other_codes,
                   const int64_t *other_head, const uint64_t *masks, const int64_t *level,
                   int64_t least, int32_t most, int64_t room, int64_t (*pairs)[3]) {
    uint64_t places[ASCII] = {0};
    int64_t found = 0;
    for (int64_t stretch = 0; stretch < stretches; stretch++) {
        const Word word = word_at(codes, head, of[stretch]);
        uint64_t mask = letters_of(word);
        if (word.size > LONGEST) continue; /* nothing frequent is so long */
        enter(places, word);
        for (int64_t row = first[stretch]; row < last[stretch]; row++) {
            if (level[row] < least) continue;
            if (without(mask & ~masks[row], most) | without(masks[row] & ~mask, most)) continue;
            int64_t edits = edits_between(word, places, word_at(other_codes, other_head, row));
            if (edits > most) continue;
            if (found < room) {
                pairs[found][0] = of[stretch];
                pairs[found][1] = row;
                pairs[found][2] = edits;
            }
            found++;
        }
        leave(places, word);
    }
    return found;
}
