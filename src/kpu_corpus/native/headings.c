/* Headings at the head of list points: what is plain is settled, everything else left in doubt. */

#include <stdint.h>
#include <string.h>

enum { NONE = -1, DOUBT = -2 };
enum { NEAR = 100, FEW = 5, LONGEST_RUN = 29, HEADING_WORDS = 14, KEY = 16, LONG = 9, ELLIPSIS = 0x2026 };

typedef struct {
    const uint32_t *codes;
    int64_t end;
    const char *small; /* words that a title leaves small, each filled up to sixteen bytes */
    int64_t smalls;
    const char *names; /* last words of names that are never torn apart */
    int64_t name_count;
} Reader;

typedef struct {
    int64_t start, end;
    int capital, upper;
} Token;

static int is_small(uint32_t code) { return code >= 'a' && code <= 'z'; }
static int is_large(uint32_t code) { return code >= 'A' && code <= 'Z'; }
static int is_letter(uint32_t code) { return is_small(code | 32) && code < 128; }
static int is_digit(uint32_t code) { return code >= '0' && code <= '9'; }
static uint32_t folded(uint32_t code) { return is_large(code) ? code | 32 : code; }

static int is_blank(uint32_t code) { return code == ' ' || code == '\t' || code == 0xA0; }

static int is_space(uint32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) || code == 0xA0;
}

/* The code point at a place, 0 at the end of the piece. */
static uint32_t code_at(const Reader *reader, int64_t at) {
    return at < reader->end ? reader->codes[at] : 0;
}

static int among(const char *words, int64_t count, const uint32_t *codes, int64_t size) {
    char key[KEY] = {0};
    if (size > KEY) return 0;
    for (int64_t at = 0; at < size; at++) key[at] = (char)folded(codes[at]);
    for (int64_t row = 0; row < count; row++)
        if (!memcmp(words + KEY * row, key, KEY)) return 1;
    return 0;
}

/* The end of the letters from a place, also behind hyphens; the place itself without letters. */
static int64_t letters(const Reader *reader, int64_t at) {
    while (is_letter(code_at(reader, at))) at++;
    return at;
}

static int64_t hyphened(const Reader *reader, int64_t at) {
    int64_t end = letters(reader, at);
    while (end > at && code_at(reader, end) == '-' && is_letter(code_at(reader, end + 1)))
        end = letters(reader, end + 1);
    return end;
}

/* Whether a small word that titles may hold stands from a place, and where it ends. */
static int64_t small_word(const Reader *reader, int64_t at) {
    int64_t end = at;
    while (is_small(code_at(reader, end))) end++;
    uint32_t after = code_at(reader, end);
    int own = end > at && !is_letter(after) && after != '-';
    return own && among(reader->small, reader->smalls, reader->codes + at, end - at) ? end : at;
}

/* A capitalised word, a whole number or a small word of titles; its end is its start if none. */
static Token token_at(const Reader *reader, int64_t at) {
    Token token = {at, at, 0, 0};
    uint32_t first = code_at(reader, at);
    if (is_large(first)) {
        token.end = hyphened(reader, at);
        token.capital = token.upper = 1;
        for (int64_t place = at; place < token.end; place++)
            token.upper &= !is_small(reader->codes[place]);
    } else if (is_digit(first)) {
        while (is_digit(code_at(reader, token.end))) token.end++;
        if (code_at(reader, token.end) == ',' && is_digit(code_at(reader, token.end + 1)))
            token.end = at;
    } else {
        token.end = small_word(reader, at);
    }
    return token;
}

/* The end of what may stand between two tokens of a title. */
static int64_t between(const Reader *reader, int64_t at) {
    for (;; at++) {
        uint32_t code = code_at(reader, at), next = code_at(reader, at + 1);
        int stroke = code == '/' && is_letter(next) && is_letter(code_at(reader, at + 2));
        int hyphen = code == '-' && next == ' '; /* else a token may begin or go on with it */
        if (code != ' ' && code != ',' && code != '(' && code != ')' && code != '"' && !stroke &&
            !hyphen)
            return at;
    }
}

/* Whether a small word that no title holds stands at a place. */
static int sentence_goes_on(const Reader *reader, int64_t at) {
    int64_t end = at;
    while (is_small(code_at(reader, end))) end++;
    if (end == at || !among(reader->small, reader->smalls, reader->codes + at, end - at))
        return end > at;
    uint32_t after = code_at(reader, end);
    return is_large(after) || (after == '-' && is_letter(code_at(reader, end + 1)));
}

static int only_marks(const Reader *reader, int64_t at) {
    for (; at < reader->end; at++) {
        uint32_t code = reader->codes[at];
        if (code != ELLIPSIS && !(code && code < 128 && strchr(" .,;:!?()\"'-", (int)code)))
            return 0;
    }
    return 1;
}

static int is_pause(uint32_t code) {
    return code == ';' || code == ':' || code == '!' || code == '?';
}

/* Whether a run of tokens ends at a place in a way that leaves no heading: before a pause or at the
   end of the piece. */
static int stopped(const Reader *reader, int64_t count, int64_t at) {
    Token token = token_at(reader, at);
    uint32_t after = code_at(reader, token.end);
    if (is_pause(after) && (count || token.end > at)) return 1;
    if (is_small(code_at(reader, at))) return 0; /* `vs.` is no word that titles leave small */
    if (only_marks(reader, token.end)) return 1;
    if (token.end == at || after != '.' || code_at(reader, token.end + 1) != ' ') return 0;
    /* before a full stop only what cannot be an abbreviation */
    int64_t head = letters(reader, at);
    return is_digit(reader->codes[at]) || (token.capital && (head < token.end || head - at >= LONG));
}

/* Whether a token and what no sentence begins with follow: the run is too long for a heading. */
static int goes_on(const Reader *reader, int64_t at) {
    int64_t end = token_at(reader, at).end, after = between(reader, end);
    return end > at && after > end &&
           (is_large(code_at(reader, after)) || is_digit(code_at(reader, after)));
}

static int same(const Reader *reader, Token one, Token other) {
    if (one.end - one.start != other.end - other.start) return 0;
    for (int64_t at = 0; at < one.end - one.start; at++)
        if (folded(reader->codes[one.start + at]) != folded(reader->codes[other.start + at]))
            return 0;
    return 1;
}

/* Where the sentence begins after a run of tokens that a small word follows: with the last capital,
   if nothing tells that its name begins before. */
static int64_t opening(const Reader *reader, const Token *run, int64_t count, int64_t small) {
    if (!count || run[count - 1].end == small) return NONE;
    for (int64_t at = run[count - 1].end; at < small; at++)
        if (reader->codes[at] != ' ') return NONE;
    int64_t last = count - 1;
    while (last > 0 && !run[last].capital) last--;
    if (!last) return NONE;
    Token token = run[last];
    if (token.upper) return DOUBT;
    const uint32_t *word = reader->codes + token.start;
    if (among(reader->names, reader->name_count, word, token.end - token.start)) return DOUBT;
    for (int64_t row = 0; row < last; row++)
        if (same(reader, run[row], token)) return DOUBT;
    return last > HEADING_WORDS ? NONE : last;
}

static int64_t blanks(const Reader *reader, int64_t at) {
    while (at < reader->end && is_space(reader->codes[at])) at++;
    return at;
}

/* Where the first colon near the head stands, if a blank and more may follow it; else 0. */
static int64_t colon_near(const Reader *reader, int64_t first) {
    int64_t last = reader->end - first > NEAR ? first + NEAR : reader->end;
    int64_t colon = first;
    while (colon < last && reader->codes[colon] != ':') colon++;
    if (colon == last) return 0;
    int named = is_space(code_at(reader, colon + 1)) && blanks(reader, colon + 1) < reader->end;
    return named || code_at(reader, colon + 1) > 127 ? colon : 0;
}

/* Whether a few words without a stop stand before the colon. */
static int few_words(const Reader *reader, int64_t first, int64_t colon) {
    int words = 0, blank = 1;
    for (int64_t at = first; at < colon; at++) {
        uint32_t code = reader->codes[at];
        if (code > 127 || (code && strchr(".,;?!", (int)code))) return 0;
        words += blank && !is_space(code);
        blank = is_space(code);
    }
    return words <= FEW;
}

/* The place where the heading from `first` ends, NONE or DOUBT; `rest` is where text goes on. */
static int64_t heading(const Reader *reader, int64_t first, int64_t *rest) {
    int64_t colon = colon_near(reader, first);
    if (colon) {
        *rest = blanks(reader, colon + 1);
        int told = few_words(reader, first, colon) && code_at(reader, *rest) < 128;
        return told ? colon + 1 : DOUBT;
    }
    Token run[LONGEST_RUN];
    int64_t count = 0, at = between(reader, first);
    while (count < LONGEST_RUN - 1) {
        Token token = token_at(reader, at);
        int64_t after = between(reader, token.end);
        if (token.end == at || after == token.end) break;
        run[count++] = token;
        at = after;
    }
    if (sentence_goes_on(reader, at)) {
        int64_t place = opening(reader, run, count, at);
        if (place < 0) return place;
        *rest = blanks(reader, run[place - 1].end);
        return run[place - 1].end;
    }
    return stopped(reader, count, at) || (count == LONGEST_RUN - 1 && goes_on(reader, at)) ? NONE : DOUBT;
}

/* Fills where the heading of each piece ends (-1: it has none, -2: in doubt), and where the rest
   begins. The list marker of a piece ends at `marker`, blanks may follow. */
void headings_find(const uint32_t *codes, int64_t pieces, const int64_t *start,
                   const int64_t *marker, const int64_t *end,
                   const char *small, int64_t smalls, const char *names,
                   int64_t name_count, int64_t *place, int64_t *rest) {
    for (int64_t piece = 0; piece < pieces; piece++) {
        const Reader reader = {codes, end[piece], small, smalls, names, name_count};
        int64_t first = marker[piece], star = start[piece];
        while (is_blank(code_at(&reader, first))) first++;
        while (star <= first && code_at(&reader, star) != '*') star++;
        place[piece] = star <= first ? DOUBT : heading(&reader, first, &rest[piece]);
    }
}
