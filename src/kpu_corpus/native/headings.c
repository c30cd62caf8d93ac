/* Titles, and list points that open with no heading: what is plain is settled, everything else left
   in doubt. */

#include "headings.h"

enum { NEAR = 100, FEW_WORDS = 5, LONGEST_RUN = 29, HEADING_WORDS = 14, LONG = 9 };
enum { ELLIPSIS = 0x2026 };
enum { HARD_BLANK = 0xA0, DASHES = 0x2010, PARTS = 64 };

typedef struct {
    const uint32_t *codes;
    int64_t end;
    const Tables *tables;
} Reader;

typedef struct {
    int64_t start, end;
    int capital;
} Token;

static int is_blank(uint32_t code) { return code == ' ' || code == '\t' || code == 0xA0; }

static int is_space(uint32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || (code >= 28 && code <= 31) || code == 0xA0;
}

/* The code point at a place, 0 at the end of the piece. */
static uint32_t code_at(const Reader *reader, int64_t at) {
    return at < reader->end ? reader->codes[at] : 0;
}

static int64_t after_blanks(const Reader *reader, int64_t at) {
    while (is_blank(code_at(reader, at))) at++;
    return at;
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

/* The end of a small word that titles may hold; the place itself without one. */
static int64_t small_word(const Reader *reader, int64_t at) {
    int64_t end = at;
    while (is_small(code_at(reader, end))) end++;
    uint32_t after = code_at(reader, end);
    int more = is_large(after) || (after == '-' && is_letter(code_at(reader, end + 1)));
    return !more && among(reader->tables->small, reader->codes + at, end - at, 0) ? end : at;
}

/* A capitalised word, a whole number or a small word of titles; its end is its start if none. */
static Token token_at(const Reader *reader, int64_t at) {
    Token token = {at, at, 0};
    uint32_t first = code_at(reader, at);
    if (is_large(first)) {
        token.end = hyphened(reader, at);
        token.capital = 1;
    } else if (is_digit(first)) {
        while (is_digit(code_at(reader, token.end))) token.end++;
        if (code_at(reader, token.end) == ',' && is_digit(code_at(reader, token.end + 1)))
            token.end = at;
    } else {
        token.end = small_word(reader, at);
    }
    return token;
}

/* The end of what may stand between two tokens of a title, with `pauses` also full stops and such. */
static int64_t between(const Reader *reader, int64_t at, int pauses) {
    for (;; at++) {
        uint32_t code = code_at(reader, at), next = code_at(reader, at + 1);
        int mark = code == ' ' || code == ',' || code == '(' || code == ')' || code == '"';
        if (pauses)
            mark |= is_one_of(code, ".;:!?\n") || is_blank(code) || code == ELLIPSIS ||
                    code == OPENING_MARK || code == CLOSING_MARK || (code == '-' && next == '-') ||
                    (code == '/' && is_digit(next) && is_digit(reader->codes[at - 1]));
        int stroke = code == '/' && is_letter(next) && is_letter(code_at(reader, at + 2));
        /* else a token may begin or go on with it */
        int hyphen = code == '-' && (next == ' ' || at + 1 == reader->end);
        if (!mark && !stroke && !hyphen) return at;
    }
}

/* Whether a small word that no title holds stands at a place. */
static int sentence_goes_on(const Reader *reader, int64_t at) {
    return is_small(code_at(reader, at)) && small_word(reader, at) == at;
}

static int only_marks(const Reader *reader, int64_t at) {
    for (; at < reader->end; at++) {
        uint32_t code = reader->codes[at];
        if (code != ELLIPSIS && !is_one_of(code, " .,;:!?()\"'-")) return 0;
    }
    return 1;
}

/* Whether a run of tokens ends at a place in a way that leaves no heading: before a pause or at the
   end of the piece. */
static int stopped(const Reader *reader, int64_t count, int64_t at) {
    Token token = token_at(reader, at);
    uint32_t after = code_at(reader, token.end);
    if (is_one_of(after, ";:!?") && (count || token.end > at)) return 1;
    if (is_small(code_at(reader, at))) return 0; /* `vs.` is no word that titles leave small */
    if (only_marks(reader, token.end)) return 1;
    if (token.end == at || after != '.' || code_at(reader, token.end + 1) != ' ') return 0;
    /* before a full stop only what cannot be an abbreviation */
    int64_t head = letters(reader, at);
    return is_digit(reader->codes[at]) || (token.capital && (head < token.end || head - at >= LONG));
}

/* Whether a token and what no sentence begins with follow: the run is too long for a heading. */
static int goes_on(const Reader *reader, int64_t at) {
    int64_t end = token_at(reader, at).end, after = between(reader, end, 0);
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

/* Whether a token of a run says one before it again: with the token after it, or at once. */
static int said_again(const Reader *reader, const Token *run, int64_t row, Token next) {
    if (same(reader, run[row - 1], run[row])) return 1;
    for (int64_t before = 0; before + 1 < row; before++)
        if (same(reader, run[before], run[row]) && same(reader, run[before + 1], next)) return 1;
    return 0;
}

static int opens_sentences(const Reader *reader, Token token) {
    return among(reader->tables->starts, reader->codes + token.start, token.end - token.start, 1);
}

/* Whether what a run says from a token on, and the word after it, may say all of it up to there
   again. */
static int may_say_all(const Reader *reader, const Token *run, int64_t count, int64_t row,
                       Token after) {
    for (int64_t at = 0; at < row && row + at <= count; at++)
        if (!same(reader, run[at], row + at < count ? run[row + at] : after)) return 0;
    return 1;
}

/* Whether a sentence may begin inside a run that a small word follows: with a capitalised token that
   opens sentences, or that is said again with a small word or all that stands before it. Behind a
   small word or another mark than a blank none does. */
static int may_be_glued(const Reader *reader, const Token *run, int64_t count, int64_t small) {
    Token after = {small, hyphened(reader, small), 0};
    for (int64_t row = 1; row < count && row <= HEADING_WORDS; row++) {
        Token before = run[row - 1], next = row + 1 < count ? run[row + 1] : after;
        if (!run[row].capital || is_small(reader->codes[before.start])) continue;
        if (after_blanks(reader, before.end) < run[row].start) continue;
        if (opens_sentences(reader, run[row]) || same(reader, before, run[row])) return 1;
        if (said_again(reader, run, row, next) &&
            (is_small(reader->codes[next.start]) || may_say_all(reader, run, count, row, after)))
            return 1;
    }
    return 0;
}

/* Whether words may be a sentence behind its title, whatever stands between them: as above, if less is
   known of them. */
static int may_be_sentence(const Reader *reader, const Token *run, int64_t count) {
    const Token none = {reader->end, reader->end, 0};
    for (int64_t row = 1; row < count; row++) {
        Token next = row + 1 < count ? run[row + 1] : none;
        if (!run[row].capital) continue;
        if (opens_sentences(reader, run[row]) || said_again(reader, run, row, next)) return 1;
    }
    return 0;
}

static int is_part(uint32_t code) { return is_letter(code) || is_digit(code); }

/* Whether the last digits of a number stand at a place and letters behind them: two tokens. */
static int ends_before_letters(const Reader *reader, int64_t at) {
    if (!is_digit(reader->codes[at]) || !is_one_of(reader->codes[at - 1], ".,")) return 0;
    while (is_digit(code_at(reader, at))) at++;
    return is_letter(code_at(reader, at));
}

/* Whether a run may hold a heading whose tokens are not told apart from its stops (`Stbl. 1873`): its
   words are then parts of tokens, and equal tokens have equal parts. */
static int may_say_again(const Reader *reader, int64_t first) {
    Token run[PARTS];
    int64_t count = 0;
    int small = 0; /* whether a word came that no title holds */
    for (int64_t at = first; at < reader->end;) {
        uint32_t code = reader->codes[at], next = code_at(reader, at + 1);
        if (count && is_one_of(code, ";:!?")) {
            if (next && !is_space(next)) return 1; /* a sentence goes on right behind its title */
            if (!small) return 0;
            break;
        }
        int mark = code == HARD_BLANK || (code >= DASHES && code <= ELLIPSIS);
        if (code > 127 && !mark) return 1; /* a letter, or what is written inside words */
        if (!is_part(code)) {
            at++;
            continue;
        }
        if (count == PARTS || ends_before_letters(reader, at)) return 1;
        Token part = {at, at + 1, is_large(code)};
        while (is_part(code_at(reader, part.end)) ||
               (code_at(reader, part.end) == '-' && is_part(code_at(reader, part.end + 1))))
            part.end++;
        run[count++] = part;
        small |= sentence_goes_on(reader, at);
        if (at > first && reader->codes[at - 1] == ' ' && code_at(reader, part.end) == ' ' &&
            sentence_goes_on(reader, at))
            break;
        at = part.end;
    }
    return may_be_sentence(reader, run, count);
}

/* Where the first colon near the head stands, if a blank follows it or what may be one; else the end
   of the piece. */
static int64_t colon_at(const Reader *reader, int64_t first) {
    int64_t last = reader->end - first > NEAR ? first + NEAR : reader->end;
    while (first < last && reader->codes[first] != ':') first++;
    uint32_t after = first < last ? code_at(reader, first + 1) : 0;
    return is_space(after) || after > 127 ? first : reader->end;
}

/* Whether few words without a pause stand up to a place: before a colon they are a heading. */
static int few_words(const Reader *reader, int64_t first, int64_t last) {
    int count = 0;
    for (int64_t at = first; at < last; at++) {
        if (is_one_of(reader->codes[at], ".,;?!")) return 0;
        count += !is_space(reader->codes[at]) && (at == first || is_space(reader->codes[at - 1]));
    }
    return count <= FEW_WORDS;
}

/* Whether a heading may stand at `first`. */
static int may_have_heading(const Reader *reader, int64_t first) {
    int64_t colon = colon_at(reader, first);
    if (colon < reader->end && few_words(reader, first, colon)) return 1;
    Token run[LONGEST_RUN];
    int64_t count = 0, at = between(reader, first, 0);
    while (count < LONGEST_RUN - 1) {
        Token token = token_at(reader, at);
        int64_t after = between(reader, token.end, 0);
        if (token.end == at || after == token.end) break;
        run[count++] = token;
        at = after;
    }
    if (at < colon && sentence_goes_on(reader, at))
        return count && after_blanks(reader, run[count - 1].end) == at &&
               may_be_glued(reader, run, count, at);
    if (colon < reader->end) return 1;
    int long_run = count == LONGEST_RUN - 1 && goes_on(reader, at);
    return !long_run && !stopped(reader, count, at) && may_say_again(reader, first);
}

/* Whether an address may stand before a place or around it; it may begin with a mark. */
static int may_hold_address(const Reader *reader, int64_t first, int64_t last) {
    for (; first < last || (first < reader->end && !is_space(reader->codes[first])); first++)
        if (reader->codes[first] == '@') return 1;
    return 0;
}

/* Whether what begins at `place` is a title, if no address stands in it: 1, 0 or DOUBT. What follows
   behind the last `place` that it comes to is not looked at. */
static int title(const Reader *reader, int64_t *place) {
    int capital = 0;
    *place = between(reader, *place, 1);
    for (int count = 0; *place < reader->end; count++) {
        int64_t at = *place;
        Token token = token_at(reader, at);
        uint32_t first_code = reader->codes[at], after = code_at(reader, token.end);
        if (!is_letter(first_code) && !is_digit(first_code)) return DOUBT;
        if (count == HEADING_WORDS) return 0;
        if (is_small(first_code) && (!count || sentence_goes_on(reader, at))) return 0;
        uint32_t next = code_at(reader, token.end + 1);
        int joined = is_small(first_code) || is_letter(next) || is_digit(next);
        if (token.end == at || (after == '.' && joined)) return DOUBT;
        capital |= token.capital;
        *place = between(reader, token.end, 1);
        if (*place == token.end && *place < reader->end) return DOUBT;
    }
    return capital;
}

int heading_possible(const uint32_t *codes, int64_t start, int64_t marker, int64_t end,
                     const Tables *tables) {
    const Reader reader = {codes, end, tables};
    int64_t first = after_blanks(&reader, marker), star = start;
    while (star <= first && code_at(&reader, star) != '*') star++;
    return star <= first || may_have_heading(&reader, first);
}

int heading_title(const uint32_t *codes, int64_t start, int64_t marker, int64_t end,
                  const Tables *tables) {
    const Reader reader = {codes, end, tables};
    int64_t first = marker > start ? after_blanks(&reader, marker) : start, last = first;
    int told = title(&reader, &last);
    return may_hold_address(&reader, first, last) ? DOUBT : told;
}
