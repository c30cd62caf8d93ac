/* Texts written one under the other as C takes them: their chunks, and what is known of the forms of
   these; and their lines. The fields are those in given.py. */

#ifndef BLOCK_H
#define BLOCK_H

#include "fetch.h"

#include <stdint.h>

/* Bits of forms, as in flags.py, where SMALL and LARGE are LOWER and CAPITAL: how they begin. */
enum {
    ALNUM = 1, SMALL = 2, STOP = 8, BODY = 128, BEFORE_BODY = 256, LARGE = 512,
    NEEDS_BLANK = 1024, LABEL = 2048, COMMA = 4096, COUNTING = 32768, NAMING = 65536, RANK = 131072
};
enum { WHITE = 1, BREAK = 2, FEED = 4 }; /* classes of code points, as in characters.py */
enum { TAB = 9, NO_BREAK = 0xA0 };
enum { AHEAD = 8 }; /* rows whose characters are fetched from the memory before they are read */

typedef struct {
    int64_t size, chunks, mark_count, stretches, last_class;
    const uint32_t *codes;
    const int64_t *start, *end, *form; /* chunks */
    const int64_t *marks;              /* places */
    const int64_t *base;               /* where each stretch begins */
    const uint8_t *classes;            /* by code point */
    const int64_t *flags, *marker;     /* by form */
} Block;

typedef struct {
    int64_t count;
    int64_t *first, *last, *stretch;
    uint8_t *marked;
} Lines;

/* The code point at a place, 0 behind the text. */
static inline uint32_t at(const Block *block, int64_t place) {
    return place < block->size ? block->codes[place] : 0;
}

static inline int kind_at(const Block *block, int64_t place) {
    uint32_t code = at(block, place);
    return block->classes[code < block->last_class ? code : block->last_class];
}

/* Whether a blank that may follow a list marker stands at a place. */
static inline int is_blank(const Block *block, int64_t place) {
    uint32_t code = at(block, place);
    return code == ' ' || code == TAB || code == NO_BREAK;
}

/* Asks for the characters at a place that will be looked at soon, if there is one. */
static inline void fetch_code(const Block *block, const int64_t *places, int64_t row, int64_t count) {
    if (row < count) FETCH(block->codes + places[row]);
}

static inline int64_t flags_of(const Block *block, int64_t chunk) {
    return block->flags[block->form[chunk]];
}

/* The last character of a chunk. */
static inline uint32_t last_of(const Block *block, int64_t chunk) {
    return block->codes[block->end[chunk] - 1];
}

/* Where the list marker that opens a piece ends, given its first chunk; 0 where that does not tell. */
static inline int64_t marker_end(const Block *block, int64_t chunk, int64_t start, int64_t end) {
    int64_t last = block->end[chunk], marker = block->marker[block->form[chunk]];
    if (!marker || block->start[chunk] != start || last > end) return 0;
    return start + marker < last || is_blank(block, last) ? start + marker : 0;
}

#endif
