/* What is told of a stop from its chunk, and of the chunk after it, as in stop_forms.py. */

#ifndef STOPS_H
#define STOPS_H

#include <stdint.h>

/* One run of stops; places are counted from the head of its chunk. */
typedef struct {
    int64_t start, end, close, rule, bits;
} Stop;

/* Rules. */
enum { NEVER, HERE, UNSURE, OPEN, PLAIN, OPENER, COMPANY, LIST, LETTER, NAME, INITIAL };

/* Bits beside the rule. */
enum {
    BARE = 1, PARENTHESIS = 2, LONG_WORD = 4, DIGIT = 8, CLOSES_LIST = 16, ANY_CAPITAL = 32,
    CAPITALISED = 64
};

/* Bits of the chunk that follows. */
enum {
    UNCLEAR = 1, LOWER = 2, UPPER = 4, FIGURE = 8, THOUSAND = 16, OPENING_WORD = 32, CAPITAL = 64,
    COMPANY_NAME = 128, MARKS = 256, SMALL_SECOND = 512, HEAD = 1024
};

enum { OPENING = 8 }; /* how far what opens a sentence is looked through, in characters */

#endif
