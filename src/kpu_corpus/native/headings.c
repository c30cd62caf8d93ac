/* Headings at the head of list points, and titles: what is plain is settled, everything else left in
   doubt. */

#include "letters.h"

enum { NONE = -1, DOUBT = -2 };
enum { NEAR = 100, FEW = 5, LONGEST_RUN = 29, HEADING_WORDS = 14, NAME_WORDS = 4, LONG = 9 };
enum { VOWELLESS = 4 }; /* letters of an abbreviation at most */
enum { ELLIPSIS = 0x2026, OPENING_MARK = 0x201C, CLOSING_MARK = 0x201D };

/* Words that titles leave small, words that open sentences, words that are shortened before a
   number only, and names that are never torn apart: up to four words each, from the last one back,
   the rest empty. */
typedef struct {
    Words small, openers, numeric, names;
} Tables;

typedef struct {
    const uint32_t *codes;
    int64_t end;
    const Tables *tables;
} Reader;

typedef struct {
    int64_t start, end;
    int capital, upper;
} Token;

static int is_blank(uint32_t code) { return code == ' ' || code == '\t' || code == 0xA0; }

static int is_space(uint32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) || code == 0xA0;
}

/* The code point at a place, 0 at the end of the piece. */
static uint32_t code_at(const Reader *reader, int64_t at) {
    return at < reader->end ? reader->codes[at] : 0;
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
    return own && among(reader->tables->small, reader->codes + at, end - at, 0) ? end : at;
}

/* Whether the full stop after a capitalised word and before a blank belongs to the word:
   `Drt. 1957`, `No. 5` */
static int is_shortened(const Reader *reader, Token token) {
    const uint32_t *word = reader->codes + token.start;
    int64_t size = token.end - token.start, small = 1, vowelless = 1;
    if (code_at(reader, token.end) != '.' || code_at(reader, token.end + 1) != ' ') return 0;
    while (small < size && is_small(word[small])) small++;
    while (vowelless < size && is_consonant(word[vowelless])) vowelless++;
    if (vowelless == size && size > 1 && size <= VOWELLESS) return 1;
    return is_digit(code_at(reader, token.end + 2)) && (token.upper || small == size) &&
           among(reader->tables->numeric, word, size, 1);
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
        token.end += is_shortened(reader, token);
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
    if (end == at || !among(reader->tables->small, reader->codes + at, end - at, 0))
        return end > at;
    uint32_t after = code_at(reader, end);
    return is_large(after) || (after == '-' && is_letter(code_at(reader, end + 1)));
}

static int only_marks(const Reader *reader, int64_t at) {
    for (; at < reader->end; at++) {
        uint32_t code = reader->codes[at];
        if (code != ELLIPSIS && !is_one_of(code, " .,;:!?()\"'-"))
            return 0;
    }
    return 1;
}

static int is_pause(uint32_t code) { return is_one_of(code, ";:!?"); }

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

static int alike(const Reader *reader, Token one, Token other, int fold) {
    if (one.end - one.start != other.end - other.start) return 0;
    for (int64_t at = 0; at < one.end - one.start; at++) {
        uint32_t here = reader->codes[one.start + at], there = reader->codes[other.start + at];
        if (here != there && !(fold && folded(here) == folded(there))) return 0;
    }
    return 1;
}

static int same(const Reader *reader, Token one, Token other) {
    return alike(reader, one, other, 1);
}

static int exactly(const Reader *reader, Token one, Token other) {
    return alike(reader, one, other, 0);
}

/* Where the end of a run repeats what stands before it; 0 if it does not. */
static int64_t repeated(const Reader *reader, const Token *run, int64_t last) {
    for (int64_t from = 1; from < last; from++) {
        int64_t size = last + 1 - from;
        for (int64_t at = 0; at + size <= from; at++) {
            int64_t alike = 0;
            while (alike < size && same(reader, run[at + alike], run[from + alike])) alike++;
            if (alike == size) return from;
        }
    }
    return 0;
}

/* Where the name begins that ends with a token; the token itself if it is none. */
static int64_t name_from(const Reader *reader, const Token *run, int64_t last) {
    Words names = reader->tables->names;
    int64_t found = last;
    for (int64_t name = 0; name < names.count; name++) {
        const char *keys = names.keys + NAME_WORDS * KEY * name;
        int64_t size = 0, held = 1;
        for (; held && size < NAME_WORDS && keys[KEY * size]; size++) {
            const Words word = {1, keys + KEY * size};
            const Token *token = size > last ? NULL : run + last - size;
            held = token && among(word, reader->codes + token->start, token->end - token->start, 0);
        }
        if (held) found = last + 1 - size;
    }
    return found;
}

static int opens(const Reader *reader, Token token) {
    return token.capital && among(reader->tables->openers, reader->codes + token.start,
                                  token.end - token.start, 1);
}

/* The token that opens the sentence, given the last capitalised one of the run. */
static int64_t opening_token(const Reader *reader, const Token *run, int64_t last) {
    int64_t first = repeated(reader, run, last);
    if (first) return first;
    first = name_from(reader, run, last);
    for (; first > 1 && run[first].upper && run[first - 1].upper; first--)
        if (exactly(reader, run[first], run[first - 1])) return first;
    if (first > 1 && (first < last || run[last].upper)) {
        if (opens(reader, run[first - 1])) return first - 1;
        for (int64_t row = 0; row < first - 1; row++)
            if (same(reader, run[row], run[first - 1])) return first - 1;
    }
    return first;
}

/* Which token opens the sentence after a run that a small word follows; NONE without a heading. */
static int64_t opening(const Reader *reader, const Token *run, int64_t count, int64_t small) {
    if (!count || run[count - 1].end == small) return NONE;
    for (int64_t at = run[count - 1].end; at < small; at++)
        if (reader->codes[at] != ' ') return NONE;
    int64_t last = count - 1;
    while (last > 0 && !run[last].capital) last--;
    if (!last) return NONE;
    int64_t first = opening_token(reader, run, last);
    return first && first <= HEADING_WORDS ? first : NONE;
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

/* Whether a few words without a stop stand before the colon; DOUBT where a letter may be a stop. */
static int few_words(const Reader *reader, int64_t first, int64_t colon) {
    int words = 0, blank = 1, stops = 0;
    for (int64_t at = first; at < colon; at++) {
        uint32_t code = reader->codes[at];
        if (code > 127) return DOUBT;
        stops |= is_one_of(code, ".,;?!");
        words += blank && !is_space(code);
        blank = is_space(code);
    }
    return words <= FEW && !stops;
}

/* Where a heading ends, DOUBT if what may be a blank follows; `rest` is where text goes on. */
static int64_t before_rest(const Reader *reader, int64_t end, int64_t *rest) {
    *rest = blanks(reader, end);
    return code_at(reader, *rest) < 128 ? end : DOUBT;
}

/* The place where the heading from `first` ends, NONE or DOUBT; `rest` is where text goes on. */
static int64_t heading(const Reader *reader, int64_t first, int64_t *rest) {
    int64_t colon = colon_near(reader, first);
    int few = colon ? few_words(reader, first, colon) : 0;
    if (few) return few == DOUBT ? DOUBT : before_rest(reader, colon + 1, rest);
    Token run[LONGEST_RUN];
    int64_t count = 0, at = between(reader, first);
    while (count < LONGEST_RUN - 1) {
        Token token = token_at(reader, at);
        int64_t after = between(reader, token.end);
        if (token.end == at || after == token.end) break;
        run[count++] = token;
        at = after;
    }
    int64_t end = token_at(reader, at).end; /* the colon may stand after it, or after the run */
    end = end > at || !count ? end : run[count - 1].end;
    if (colon && end > first && end <= colon && blanks(reader, end) == colon)
        return count < LONGEST_RUN - 1 ? before_rest(reader, colon + 1, rest) : DOUBT;
    if (sentence_goes_on(reader, at)) {
        int64_t place = opening(reader, run, count, at);
        if (place < 0) return place;
        return before_rest(reader, run[place - 1].end, rest);
    }
    if (colon) return DOUBT;
    return stopped(reader, count, at) || (count == LONGEST_RUN - 1 && goes_on(reader, at)) ? NONE : DOUBT;
}

/* The end of what may stand between two tokens of a title, full stops and pauses too. */
static int64_t marks(const Reader *reader, int64_t at) {
    for (;; at++) {
        uint32_t code = code_at(reader, at), next = code_at(reader, at + 1);
        int stroke = code == '/' && is_letter(next) && is_letter(code_at(reader, at + 2));
        int hyphen = code == '-' && (next == ' ' || at + 1 == reader->end);
        int mark = is_one_of(code, " \t\n,.;:!?()\"") || code == ELLIPSIS || is_blank(code) ||
                   code == OPENING_MARK || code == CLOSING_MARK;
        if (!mark && !stroke && !hyphen) return at;
    }
}

/* Whether what begins at `first` is a title: 1, 0 or DOUBT. */
static int64_t title(const Reader *reader, int64_t first) {
    int capital = 0;
    for (int64_t at = first; at < reader->end; at++)
        if (reader->codes[at] == '@') return DOUBT; /* an address may begin with a mark */
    int64_t at = marks(reader, first);
    for (int count = 0; at < reader->end; count++) {
        Token token = token_at(reader, at);
        uint32_t first_code = reader->codes[at], after = code_at(reader, token.end);
        if (!is_letter(first_code) && !is_digit(first_code)) return DOUBT;
        if (count == HEADING_WORDS) return 0;
        if (is_small(first_code) && (!count || sentence_goes_on(reader, at))) return 0;
        uint32_t next = code_at(reader, token.end + 1);
        int joined = is_small(first_code) || is_letter(next) || is_digit(next);
        if (token.end == at || (after == '.' && joined)) return DOUBT;
        capital |= token.capital;
        at = marks(reader, token.end);
        if (at == token.end && at < reader->end) return DOUBT;
    }
    return capital;
}

/* What follows the list marker that ends at a place. */
static int64_t after_marker(const Reader *reader, int64_t marker) {
    while (is_blank(code_at(reader, marker))) marker++;
    return marker;
}

/* Fills where the heading of each piece ends (-1: it has none, -2: in doubt), and where the rest
   begins. The list marker of a piece ends at `marker`, blanks may follow. */
void headings_find(const uint32_t *codes, int64_t pieces, const int64_t *start,
                   const int64_t *marker, const int64_t *end, const Tables *tables, int64_t *place,
                   int64_t *rest) {
    for (int64_t piece = 0; piece < pieces; piece++) {
        const Reader reader = {codes, end[piece], tables};
        int64_t first = after_marker(&reader, marker[piece]), star = start[piece];
        while (star <= first && code_at(&reader, star) != '*') star++;
        place[piece] = star <= first ? DOUBT : heading(&reader, first, &rest[piece]);
    }
}

/* Fills whether each piece is a title (-2: in doubt); a piece without a list marker has `marker`
   at its start. */
void headings_titles(const uint32_t *codes, int64_t pieces, const int64_t *start,
                     const int64_t *marker, const int64_t *end, const Tables *tables,
                     int64_t *found) {
    for (int64_t piece = 0; piece < pieces; piece++) {
        const Reader reader = {codes, end[piece], tables};
        int64_t first = marker[piece];
        if (first > start[piece]) first = after_marker(&reader, first);
        found[piece] = title(&reader, first);
    }
}
