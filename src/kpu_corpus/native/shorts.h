/* Short forms that begin or end at a place, as in `shapes.py`. */

#ifndef SHORTS_H
#define SHORTS_H

#include "fitting.h"

enum { MOST_WORDS = 3 };

/* Up to three forms that begin or end together, by their other ends; the longest is the last. */
typedef struct {
    int64_t count, edge, others[MOST_WORDS];
} Shorts;

/* Whether a byte stands inside short forms, between letters or digits. */
static inline int is_inner(uint8_t code) { return code == '-' || code == '.'; }

/* Appends a letter or digit to the letters; a digit stands for more of the letter before it. */
static int spell(Short *form, uint8_t code, int after_letter) {
    int64_t times = after_letter && code >= '2' && code <= '5' ? code - '1' : 0;
    if (form->count + (times ? times : 1) > MOST_LETTERS) return 0;
    if (!times) form->letters[form->count++] = (uint8_t)folded(code);
    while (times--) form->letters[form->count] = form->letters[form->count - 1], form->count++;
    return 1;
}

/* Reads what may be a short form; returns NO if it is none, else YES, and whether it is written
   in capitals throughout. */
static int read_short(const Reader *reader, const Set *never, int64_t start, int64_t end,
                      Short *form, int *upper) {
    const uint8_t *text = reader->text + start;
    int roman = 1, spaced = 0, letter = 0, capitals = 1; /* at the head of every word */
    int small = 0, small_in_word = 0, one_upper = 0;
    if (end - start > MOST_RAW) return NO;
    form->size = end - start;
    form->count = 0;
    for (int64_t at = 0; at < form->size; at++) {
        uint8_t code = text[at];
        form->raw[at] = (uint8_t)folded(code);
        roman = roman && is_one_of(code, "IVXLC");
        if (!at || is_blank(text[at - 1])) capitals &= is_large(code);
        if (is_blank(code)) {
            spaced = 1;
            one_upper |= !small_in_word;
            small_in_word = 0;
        }
        small_in_word |= is_small(code);
        small |= is_small(code);
        if (!is_alnum(code)) continue;
        if (!spell(form, code, letter)) return NO;
        letter = is_letter(code);
    }
    *upper = !small;
    if (form->count < 2 || roman) return NO;
    if (spaced) return capitals && (one_upper || !small_in_word);
    if (!small) return YES;
    return !row_of(never, form->raw, form->size) && (is_large(*text) || form->count >= 4);
}

/* Finds the forms that begin at a place. */
static int shorts_after(const Reader *reader, int64_t at, Shorts *found) {
    found->count = 0;
    found->edge = at;
    while (found->count < MOST_WORDS) {
        int large = is_large(byte_at(reader, at));
        if (in_doubt(byte_at(reader, at))) return DOUBT;
        if (!is_letter(byte_at(reader, at)) || (found->count && !large)) break;
        while (is_alnum(byte_at(reader, at)) ||
               (is_inner(byte_at(reader, at)) && is_alnum(byte_at(reader, at + 1))))
            at++;
        if (in_doubt(byte_at(reader, at)) ||
            (is_inner(byte_at(reader, at)) && in_doubt(byte_at(reader, at + 1))))
            return DOUBT;
        found->others[found->count++] = at;
        if (!large) break;
        at += is_blank(byte_at(reader, at));
    }
    return YES;
}

/* Where the last word of a short form ends before a place, a comma, blanks and a quote between. */
static int64_t short_end(const Reader *reader, int64_t at) {
    at -= is_blank(byte_at(reader, at - 1));
    at -= byte_at(reader, at - 1) == ',';
    at -= is_blank(byte_at(reader, at - 1));
    return at - is_quote(byte_at(reader, at - 1));
}

/* Finds the forms that end before a place. */
static int shorts_before(const Reader *reader, int64_t end, Shorts *found) {
    int64_t at = short_end(reader, end);
    found->count = 0;
    found->edge = at;
    while (found->count < MOST_WORDS) {
        int64_t last = at, first;
        while (is_alnum(byte_at(reader, at - 1)) ||
               (at < last && is_inner(byte_at(reader, at - 1)) && is_alnum(byte_at(reader, at - 2))))
            at--;
        uint8_t before = byte_at(reader, at - 1);
        if (in_doubt(before)) return DOUBT;
        if (at < last && is_inner(before) && in_doubt(byte_at(reader, at - 2))) return DOUBT;
        for (first = at; first < last && !is_letter(reader->text[first]); first++);
        if (first == last) break;
        int large = is_large(reader->text[first]);
        if (found->count && !large) break;
        found->others[found->count++] = first;
        if (!large) break;
        at -= is_blank(byte_at(reader, at - 1));
    }
    return YES;
}

#endif
