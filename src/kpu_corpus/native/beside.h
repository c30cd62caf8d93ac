/* The words on either side of a place in texts that lie in Latin-1.

   Other characters are question marks there, so that a letter or blank which is not ASCII leaves in
   doubt what stands beside it, and a question mark does. */

#ifndef BESIDE_H
#define BESIDE_H

#include "letters.h"

enum { NO = 0, YES = 1, NONE = -1, DOUBT = -2 };
enum { REACH = 200, BACK = -1, ON = 1 };

/* Words in the order of the alphabet, in rows of some keys; the first is the one looked up. */
typedef struct {
    Words words;
    int64_t width, first['z' + 2]; /* the first row of each first letter */
} Set;

typedef struct {
    const uint8_t *text;
    int64_t start, end; /* of the text that is read */
} Reader;

/* Words one by one from a place, on or back, for so many characters. */
typedef struct {
    const Reader *reader;
    int64_t at, left;
    int step, commas, begun;
} Walk;

/* The byte at a place, 0 outside the text. */
static inline uint8_t byte_at(const Reader *reader, int64_t at) {
    return at >= reader->start && at < reader->end ? reader->text[at] : 0;
}

static inline int in_doubt(uint8_t code) {
    return code > 127 || code == '?' || (code >= 28 && code <= 31);
}

static inline int is_blank(uint8_t code) { return code == ' ' || (code >= 9 && code <= 13); }
static inline int is_alnum(uint8_t code) { return is_letter(code) || is_digit(code); }
static inline int is_quote(uint8_t code) { return code == '"' || code == '\''; }

static inline int is_mark(uint8_t code) {
    return is_quote(code) || code == '-' || code == '/' || code == '&';
}

static Set set_of(Words words, int64_t width) {
    Set set = {.words = words, .width = width};
    int64_t row = 0;
    for (int code = 0; code < 'z' + 2; code++) {
        while (row < words.count && words.keys[KEY * width * row] < code) row++;
        set.first[code] = row;
    }
    return set;
}

/* The row of a word that begins with a small letter in a set, NULL if there is none. */
static const char *row_of(const Set *set, const uint8_t *word, int64_t size) {
    char filled[KEY] = {0};
    if (size > KEY) return NULL;
    memcpy(filled, word, size);
    int64_t row = set->first[word[0]], end = set->first[word[0] + 1];
    for (const char *keys = set->words.keys + KEY * set->width * row; row < end; row++) {
        if (!memcmp(keys, filled, KEY)) return keys;
        keys += KEY * set->width;
    }
    return NULL;
}

static inline uint8_t ahead(const Walk *walk, int64_t by) {
    return byte_at(walk->reader, walk->step == ON ? walk->at + by : walk->at - 1 - by);
}

/* How many bytes stand before the next word that goes on with the last; NONE or DOUBT. */
static int64_t between(const Walk *walk) {
    int64_t size = 0, breaks = 0;
    uint8_t code = ahead(walk, 0);
    for (; is_blank(code); code = ahead(walk, ++size))
        if (code == '\n' && breaks++) return NONE;
    if (is_letter(code)) return size;
    if (code == ',' && walk->commas && walk->begun && size == (walk->step == BACK)) {
        uint8_t after = ahead(walk, ++size);
        if (walk->step == ON && !in_doubt(after)) {
            if (!is_blank(after)) return NONE;
            size++;
        }
    } else if (is_mark(code) && size <= 1) {
        size++;
        size += is_blank(ahead(walk, size));
    }
    code = ahead(walk, size);
    return is_letter(code) ? size : in_doubt(code) ? DOUBT : NONE;
}

/* Fills the next word in small letters; returns its size, or NONE or DOUBT. */
static int64_t next_word(Walk *walk, uint8_t *word) {
    int64_t gap = between(walk), size = 0;
    if (gap < 0) return gap;
    if (gap >= walk->left) return NONE;
    walk->at += gap * walk->step;
    walk->left -= gap;
    while (size < walk->left && is_letter(ahead(walk, size))) size++;
    if (size < walk->left && in_doubt(ahead(walk, size))) return DOUBT;
    const uint8_t *from = walk->reader->text + (walk->step == ON ? walk->at : walk->at - size);
    for (int64_t at = 0; at < size; at++) word[at] = from[at] | 32;
    walk->at += size * walk->step;
    walk->left -= size;
    walk->begun = 1;
    return size;
}

/* The words back from a place, a blank and a comma between. */
static Walk words_back(const Reader *reader, int64_t at) {
    at -= is_blank(byte_at(reader, at - 1));
    at -= byte_at(reader, at - 1) == ',';
    return (Walk){reader, at, REACH, BACK, 0, 0};
}

static Walk words_on(const Reader *reader, int64_t at) {
    return (Walk){reader, at, REACH, ON, 1, 0};
}

#endif
