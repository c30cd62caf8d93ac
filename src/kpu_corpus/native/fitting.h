/* Whether the letters of a short form fit the words beside it, as in `alignment.py`. */

#ifndef FITTING_H
#define FITTING_H

#include "beside.h"

enum { MOST_LETTERS = 14, MOST_RAW = 2 * MOST_LETTERS, LONGEST_KNOWN = 3 * KEY, DEAR = 99 };

/* A short form, in small letters; ``letters`` are those that its long form spells. */
typedef struct {
    uint8_t raw[MOST_RAW], letters[MOST_LETTERS];
    int64_t size, count;
} Short;

/* From where to where a long form stands, as it is walked. */
typedef struct {
    int64_t near, far;
} Window;

typedef uint8_t Prices[MOST_LETTERS + 1][3]; /* by letters that are spelled, and pieces up to two */

/* What a piece costs that a word has in this order. */
static int price_of(const uint8_t *piece, int64_t size, const uint8_t *word, int64_t length) {
    if (size <= length && !memcmp(piece, word, size)) return 0;
    if (size == 1) return 2;
    if (*piece == *word) return 1;
    for (int64_t at = 1; at + size <= length; at++)
        if (!memcmp(piece, word + at, size)) return 1;
    return 2;
}

static void lower(Prices prices, int64_t letters, int pieces, int price) {
    uint8_t *known = &prices[letters][pieces > 2 ? 2 : pieces];
    if (price < *known) *known = (uint8_t)price;
}

/* Goes on from what was reached with the pieces that a word gives, none dearer than the limit. */
static void add_pieces(const Short *form, int step, Prices from, Prices to, const uint8_t *word,
                       int64_t length, int limit) {
    for (int64_t done = 0; done < form->count; done++) {
        const uint8_t *known = from[done];
        if (known[0] > limit && known[1] > limit && known[2] > limit) continue;
        int64_t place = step == ON ? 0 : length - 1;
        for (int64_t size = 1; size <= form->count - done; size++, place += step) {
            const uint8_t *piece = form->letters + (step == ON ? done : form->count - done - size);
            uint8_t letter = step == ON ? piece[size - 1] : *piece;
            while (place >= 0 && place < length && word[place] != letter) place += step;
            if (place < 0 || place >= length) break;
            int price = price_of(piece, size, word, length);
            for (int pieces = 0; pieces <= 2; pieces++)
                if (known[pieces] + price <= limit)
                    lower(to, done + size, pieces + 1, known[pieces] + price);
        }
    }
}

/* Goes on from what was reached without a piece of a word; returns whether anything is left. */
static int leave_out(const Short *form, Prices from, Prices to, int price, int limit) {
    int left = 0;
    for (int64_t done = 0; done <= form->count; done++)
        for (int pieces = 0; pieces <= 2; pieces++) {
            if (from[done][pieces] + price <= limit)
                lower(to, done, pieces, from[done][pieces] + price);
            left |= to[done][pieces] <= limit;
        }
    return left;
}

/* Finds the cheapest window of two words or more, or of just so many; the shortest of these. Tells
   whether there is one, NONE if there might be with more words. */
static int best_window(const Short *form, const Set *function, Walk walk, int64_t exactly,
                       Window *window) {
    uint8_t word[REACH];
    int limit = form->count == 2 ? 0 : (int)form->count / 2, found = NO;
    int64_t letters = 0, size, first = 0;
    Prices before, now;
    memset(before, DEAR, sizeof before);
    before[0][0] = 0;
    for (int64_t words = 1; words <= 2 * form->count + 4; words++) {
        if ((size = next_word(&walk, word)) < 0) return found && size == NONE ? YES : (int)size;
        if (size == form->size && !memcmp(word, form->raw, size)) return found;
        int free = row_of(function, word, size) != NULL;
        if (words == 1) {
            if (free) return NO;
            first = walk.at - walk.step * size;
        }
        memset(now, DEAR, sizeof now);
        add_pieces(form, walk.step, before, now, word, size, limit);
        letters += size;
        int whole = words >= (exactly ? exactly : 2) && !free && 2 * letters >= 3 * form->count;
        int back = walk.step == BACK, price = now[form->count][2], left = 1;
        /* The first word of a long form must give a piece, so what is spelled before it is dropped. */
        if (back) memset(now[form->count], DEAR, sizeof now[0]);
        if (back || words > 1) left = leave_out(form, before, now, free ? 0 : 2, limit);
        if (!back) price = now[form->count][2];
        if (whole && price <= limit) {
            *window = (Window){first, walk.at};
            found = YES;
            limit = price - 1;
        }
        if (!left || limit < 0) return found;
        memcpy(before, now, sizeof now);
    }
    return found;
}

/* Whether the words from a place on are those of a known long form, whatever the letters. */
static int is_known(const char *known, Walk walk, Window *window) {
    uint8_t word[REACH];
    int64_t length = 0, at, first = 0;
    while (length < LONGEST_KNOWN && known[length]) length++;
    at = walk.step == ON ? 0 : length;
    for (;;) {
        int64_t size = next_word(&walk, word), rest = walk.step == ON ? length - at : at;
        if (size == DOUBT) return DOUBT;
        if (size < 0 || size > rest) return NO;
        if (rest == length) first = walk.at - walk.step * size;
        if (memcmp(known + (walk.step == ON ? at : at - size), word, size)) return NO;
        if (size == rest) break;
        at += walk.step * size;
        if (known[walk.step == ON ? at : at - 1] != ' ') return NO;
        at += walk.step;
    }
    *window = (Window){first, walk.at};
    return YES;
}

#endif
