/* ASCII letters and digits of code points, and words that are looked up by them. */

#ifndef LETTERS_H
#define LETTERS_H

#include <stdint.h>
#include <string.h>

enum { KEY = 16 };

typedef struct {
    int64_t count;
    const char *keys; /* words in their order, each filled up to sixteen bytes with zeros */
} Words;

/* A quotation mark that stands in no word, as in most texts. */
enum { OPENING_MARK = 0x201C, CLOSING_MARK = 0x201D };

static inline int is_curly(uint32_t code) { return code == OPENING_MARK || code == CLOSING_MARK; }
static inline int is_small(uint32_t code) { return code >= 'a' && code <= 'z'; }
static inline int is_large(uint32_t code) { return code >= 'A' && code <= 'Z'; }
static inline int is_digit(uint32_t code) { return code >= '0' && code <= '9'; }
static inline int is_letter(uint32_t code) { return is_small(code | 32) && code < 128; }
static inline uint32_t folded(uint32_t code) { return is_large(code) ? code | 32 : code; }

static inline int is_one_of(uint32_t code, const char *set) {
    return code && code < 128 && strchr(set, (int)code) != NULL;
}

static inline int among(Words words, const uint32_t *codes, int64_t size, int fold) {
    char key[KEY] = {0};
    if (size > KEY) return 0;
    for (int64_t at = 0; at < size; at++) {
        if (!codes[at]) return 0; /* what fills the keys up is no letter of theirs */
        key[at] = (char)(fold ? folded(codes[at]) : codes[at]);
    }
    for (int64_t low = 0, high = words.count; low < high;) {
        int64_t middle = low + (high - low) / 2;
        int order = memcmp(key, words.keys + KEY * middle, KEY);
        if (!order) return 1;
        if (order < 0) high = middle;
        else low = middle + 1;
    }
    return 0;
}

#endif
