/* Where short forms are defined in many texts, or may be: at parentheses and connecting words.

   What cannot be a definition is passed over; what a character leaves in doubt, the caller reads. */

#include "joints.h"

enum { TOLD = 8, PART = 4096, LANES = 64, BUCKETS = 256 };

/* ``connectives`` are told by their first eight bytes; ``kinds`` are theirs. */
typedef struct {
    Words connectives, function, never, known, followers[KINDS], hedges, openers;
    const uint8_t *kinds;
} Tables;

/* A place where a short form may be defined. */
typedef struct {
    int64_t text, at, row;
    Pair pair;
} Joint;

/* What the first four letters of a word are mixed to. */
static uint8_t bucket(const void *word) {
    uint32_t four;
    memcpy(&four, word, sizeof four);
    return (uint8_t)(four * 0x9E3779B1 >> 24);
}

/* Marks in some bytes the parentheses that open and the words that begin like a connective. */
static void mark(const uint8_t *restrict text, int64_t size, const char *heads,
                 uint8_t *restrict marks) {
    for (; *heads; heads++)
        for (int64_t at = 0; at < size; at++) marks[at] |= text[at] == (uint8_t)*heads;
    for (int64_t at = 0; at < size; at++) {
        uint8_t before = text[at - 1];
        uint8_t letter = (uint8_t)((before | 32) - 'a') < 26, digit = (uint8_t)(before - '0') < 10;
        marks[at] = (marks[at] & !(letter | digit)) | (text[at] == '(');
    }
}

/* The marks of some bytes as bits, the lowest first, as the bytes of a number stand. */
static uint64_t bits_of(const uint8_t *marks) {
    uint64_t bits = 0;
    for (int64_t at = 0; at < LANES; at += 8) {
        uint64_t eight;
        memcpy(&eight, marks + at, sizeof eight);
        bits |= (eight * 0x0102040810204080) >> 56 << at;
    }
    return bits;
}

/* Whether forms may be joined at a place; the row of a parenthesis is the next after all. */
static int is_joint(const Reader *reader, const Sets *sets, const Tables *tables, int64_t at,
                    Joint *joint) {
    const Words *words = &tables->connectives;
    *joint = (Joint){.at = at, .row = words->count};
    if (reader->text[at] == '(') {
        int found = in_parenthesis(reader, sets, at, &joint->pair);
        if (found != DOUBT) return found;
        joint->pair = (Pair){0};
        return is_closed(reader, at);
    }
    for (joint->row = 0; joint->row < words->count; joint->row++) {
        const char *key = words->keys + KEY * joint->row;
        int64_t size = 0;
        while (size < TOLD && key[size] && (uint8_t)key[size] == byte_at(reader, at + size)) size++;
        if (size < TOLD && key[size]) continue;
        if (joins(reader, sets, at, tables->kinds[joint->row])) return YES;
    }
    return NO;
}

static Sets sets_of(const Tables *tables) {
    return (Sets){
        .function = set_of(tables->function, 1),
        .never = set_of(tables->never, 1),
        .known = set_of(tables->known, 1 + LONGEST_KNOWN / KEY),
        .followers = {set_of(tables->followers[NAMES], 1), set_of(tables->followers[EXPANDS], 1)},
        .hedges = set_of(tables->hedges, 1),
        .openers = set_of(tables->openers, 1),
    };
}

/* Fills the places where a short form may be defined, counted from the heads of their texts;
   returns how many. The texts begin at ``base``, a byte apart; some bytes stand around them. */
int64_t definitions_places(const uint8_t *text, const int64_t *base, int64_t texts, int64_t end,
                           const Tables *tables, Joint *joints) {
    Sets sets = sets_of(tables);
    uint8_t like[BUCKETS] = {0};
    char heads[BUCKETS] = {0};
    int64_t found = 0, number = 0;
    for (int64_t row = 0, count = 0; row < tables->connectives.count; row++) {
        const char *key = tables->connectives.keys + KEY * row;
        like[bucket(key)] = 1;
        if (!strchr(heads, *key)) heads[count++] = *key;
    }
    for (int64_t from = base[0]; from < end; from += PART) {
        uint8_t marks[PART] = {0};
        mark(text + from, end - from < PART ? end - from : PART, heads, marks);
        for (int64_t lane = 0; lane < PART; lane += LANES)
            for (uint64_t bits = bits_of(marks + lane); bits; bits &= bits - 1) {
                int64_t at = from + lane + __builtin_ctzll(bits);
                if (text[at] != '(' && !like[bucket(text + at)]) continue;
                while (number + 1 < texts && base[number + 1] <= at) number++;
                int64_t last = number + 1 < texts ? base[number + 1] - 1 : end;
                Reader reader = {text + base[number], 0, last - base[number]};
                if (!is_joint(&reader, &sets, tables, at - base[number], joints + found)) continue;
                joints[found++].text = number;
            }
    }
    return found;
}
