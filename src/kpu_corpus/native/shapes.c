/* What is told of a chunk of ASCII and curly quotation marks by its characters: its flags and its list
   marker. */

#include "letters.h"

enum { LONG = 1000, LONGEST_MARKER = 7 };

/* As in flags.py. */
enum {
    ALNUM = 1, LOWER = 2, WORD = 4, STOP = 8, STAR = 32, STARS = 64, BODY = 128,
    BEFORE_BODY = 256, CAPITAL = 512, NEEDS_BLANK = 1024, LABEL = 2048, COMMA = 4096,
    HYPHENED = 16384, COUNTING = 32768, NAMING = 65536, RANK = 131072
};

/* Whether letters stand there, with hyphens only between them. */
static int is_word(const uint32_t *codes, int64_t size) {
    for (int64_t at = 0; at < size; at++) {
        int hyphen = codes[at] == '-' && at && at + 1 < size && codes[at - 1] != '-';
        if (!hyphen && !is_letter(codes[at])) return 0;
    }
    return size > 0;
}

static int64_t of_word(const uint32_t *word, int64_t size, uint32_t last, Words labelled) {
    int64_t flags = ALNUM | WORD | (is_small(word[0]) ? LOWER : CAPITAL);
    if (last == ',') return flags | COMMA;
    if (is_one_of(last, ".;:")) return flags | BEFORE_BODY | (last == '.' ? STOP : 0);
    return among(labelled, word, size, 1) ? flags | LABEL : flags;
}

static int64_t run(const uint32_t *codes, int64_t size, int64_t at, const char *set) {
    int64_t count = 0;
    while (at + count < size && is_one_of(codes[at + count], set)) count++;
    return count;
}

/* The length of the number or letters of a list marker up to its point or bracket; 0 if none. */
static int64_t numbering(const uint32_t *codes, int64_t size) {
    int64_t first = codes[0] == '(', digits = run(codes, size, first, "0123456789");
    int64_t small = run(codes, size, first, "ivx"), large = run(codes, size, first, "IVX");
    int64_t count = digits ? digits : small ? small : large;
    if (!count && first < size) count = is_letter(codes[first]);
    int64_t end = first + count, more = digits;
    for (int part = 0; part < 3 && more && end < size && codes[end] == '.'; part++) { /* 1.2. */
        more = run(codes, size, end + 1, "0123456789");
        if (more > 2 || end + 1 + more == size) more = 0;
        if (more) end += 1 + more;
    }
    int closed = count && count <= (digits ? 3 : 5) && end < size && is_one_of(codes[end], ".)");
    return closed ? end + 1 : 0;
}

static int64_t marker_of(const uint32_t *codes, int64_t size, int64_t *flags) {
    int64_t stars = run(codes, size, 0, "*");
    if (stars) return stars;
    int64_t end = codes[0] == '-' ? size == 1 : numbering(codes, size);
    if (end < size) {
        int glued = end && end + 1 < size && is_large(codes[end]) && is_small(codes[end + 1]);
        return glued ? end : 0;
    }
    *flags |= NEEDS_BLANK;
    return end;
}

static int64_t of_others(const uint32_t *codes, int64_t size, Words labelled, int64_t *marker) {
    int64_t flags = is_small(codes[0]) ? LOWER : 0, stars = run(codes, size, 0, "*");
    uint32_t last = codes[size - 1];
    for (int64_t at = 0; at < size; at++) {
        if (is_letter(codes[at]) || is_digit(codes[at])) flags |= ALNUM;
        if (is_one_of(codes[at], ".!?")) flags |= STOP;
        if (codes[at] == '*') flags |= STAR;
    }
    if (stars == size) flags |= STARS;
    if (stars <= 2 && stars < size && is_large(codes[stars])) flags |= CAPITAL;
    if (is_one_of(last, ".:;!?\")") || last == CLOSING_MARK) flags |= BEFORE_BODY;
    if (last == ',') flags |= COMMA;
    if (last == '-' && size > 1) flags |= HYPHENED;
    if (among(labelled, codes, size, 1)) flags |= LABEL; /* s.d. */
    *marker = marker_of(codes, size, &flags);
    int64_t first = codes[0] == '(';
    int body = *marker == size && !stars && !(size - first > 3) && !is_large(codes[first]) &&
               (size - first < 3 || is_digit(codes[first]));
    return body ? flags | BODY : flags;
}

/* Whether the end of the chunk may read otherwise before a number: `No.` */
static int may_be_numbered(const uint32_t *codes, int64_t size, Words numeric) {
    if (codes[size - 1] != '.') return 0;
    for (int64_t letters = 1; letters < size && letters <= KEY; letters++)
        if (among(numeric, codes + size - 1 - letters, letters, 1)) return 1;
    return 0;
}

/* What matters where the labels of list markers count. */
static int64_t of_counting(const uint32_t *codes, int64_t size, int64_t flags, Words counting,
                           Words naming) {
    int64_t first = 0, last = size, rank = 0;
    while (first < last && codes[first] == '(') first++;
    while (first < last && codes[last - 1] == '(') last--;
    if (flags & BODY && !first && codes[size - 1] == '.') {
        rank = is_small(codes[0]) ? codes[0] : codes[0] - '0';
        if (size > 2) rank = 10 * rank + codes[1] - '0';
    }
    return RANK * rank | (among(counting, codes, size, 0) ? COUNTING : 0) |
           (among(naming, codes + first, last - first, 1) ? NAMING : 0);
}

/* Fills the flags and the length of the list marker of every chunk; flags are -1 where the
   characters alone do not tell. */
void shapes_read(const uint32_t *codes, int64_t chunks, const int64_t *start, const int64_t *end,
                 const Words *labelled, const Words *shortened, const Words *numeric,
                 const Words *counting, const Words *naming, int64_t *flags, int64_t *marker) {
    for (int64_t chunk = 0; chunk < chunks; chunk++) {
        const uint32_t *here = codes + start[chunk];
        int64_t size = end[chunk] - start[chunk];
        uint32_t every = 0, last = here[size - 1];
        for (int64_t at = 0; at < size; at++) every |= is_curly(here[at]) ? 0 : here[at];
        int64_t letters = size - is_one_of(last, ",.;:");
        marker[chunk] = 0;
        flags[chunk] = -1;
        if (every > 127) continue;
        int brief = last == '.' && (size <= LONGEST_MARKER || among(*shortened, here, letters, 1));
        if (is_word(here, letters) && !brief)
            flags[chunk] = of_word(here, letters, last, *labelled);
        else if (size <= LONG && !may_be_numbered(here, size, *numeric))
            flags[chunk] = of_others(here, size, *labelled, &marker[chunk]);
        if (flags[chunk] >= 0)
            flags[chunk] |= of_counting(here, size, flags[chunk], *counting, *naming);
    }
}
