/* Whether a short form is defined at a parenthesis, as in `parentheses.py`, or may be by a connecting
   word, as in `connectives.py`. */

#ifndef JOINTS_H
#define JOINTS_H

#include "shorts.h"

enum { NAMES = 0, EXPANDS = 1, BARE = 2, KINDS = 2 };
enum { HEDGED = 60, LONGEST_WITHIN = 300 };

/* ``followers`` may come after connectives that name or expand, ``hedges`` before them; ``openers``
   stand at the head of parentheses that need a closer look. ``never`` are no short forms, ``known``
   have their long form behind them. */
typedef struct {
    Set function, never, known, followers[KINDS], hedges, openers;
} Sets;

/* From where to where a short form and its long form stand; all 0 where that is not settled. */
typedef struct {
    int64_t short_start, short_end, long_start, long_end;
} Pair;

static int run_in(const Set *set, const Reader *reader, int64_t start, int64_t end) {
    uint8_t word[KEY];
    if (end <= start || end - start > KEY) return 0;
    for (int64_t at = start; at < end; at++) {
        if (!is_letter(reader->text[at])) return 0;
        word[at - start] = reader->text[at] | 32;
    }
    return row_of(set, word, end - start) != NULL;
}

/* The end of a run of letters, digits and low lines; DOUBT if it may go on. */
static int64_t run_end(const Reader *reader, int64_t at) {
    while (is_alnum(byte_at(reader, at)) || byte_at(reader, at) == '_') at++;
    return in_doubt(byte_at(reader, at)) ? DOUBT : at;
}

/* Whether a form stands for the words of a walk, when looking back first without commas. */
static int stands_for(const Short *form, const char *known, const Set *function, Walk walk,
                      int64_t exactly, Window *window) {
    int found = NONE;
    for (walk.commas = walk.step == ON; walk.commas <= 1; walk.commas++) {
        int same = known ? is_known(known + KEY, walk, window) : NO;
        if (same != NO) return same;
        if (found == NONE) found = best_window(form, function, walk, exactly, window);
        if (found == YES || found == DOUBT) return found;
    }
    return NO;
}

/* Finds the longest of the forms that fits the words of a walk; those beside bare connectives are
   written in capitals or known. */
static int any_stands(const Reader *reader, const Sets *sets, const Shorts *shorts, Walk walk,
                      int64_t exactly, int bare, Pair *pair) {
    for (int64_t row = shorts->count - 1; row >= 0; row--) {
        int64_t other = shorts->others[row], edge = shorts->edge;
        int64_t start = other < edge ? other : edge, end = other < edge ? edge : other;
        int upper;
        Short form;
        Window window = {0, 0};
        if (!read_short(reader, &sets->never, start, end, &form, &upper)) continue;
        const char *known = row_of(&sets->known, form.raw, form.size);
        if (bare && !upper && !known) continue;
        int found = stands_for(&form, known, &sets->function, walk, exactly, &window);
        if (found == NO) continue;
        pair->short_start = start;
        pair->short_end = end;
        pair->long_start = walk.step == ON ? window.near : window.far;
        pair->long_end = walk.step == ON ? window.far : window.near;
        return found;
    }
    return NO;
}

/* Whether a quote, blanks and the closing parenthesis stand at a place. */
static int closes(const Reader *reader, int64_t at) {
    at += is_quote(byte_at(reader, at));
    while (is_blank(byte_at(reader, at))) at++;
    return in_doubt(byte_at(reader, at)) ? DOUBT : byte_at(reader, at) == ')';
}

/* Leaves only the forms up to the closing parenthesis. */
static int only_closed(const Reader *reader, Shorts *shorts) {
    int64_t kept = 0;
    for (int64_t row = 0; row < shorts->count; row++) {
        int closed = closes(reader, shorts->others[row]);
        if (closed == DOUBT) return DOUBT;
        if (closed) shorts->others[kept++] = shorts->others[row];
    }
    shorts->count = kept;
    return YES;
}

/* How many words fill a parenthesis from a place on; 0 if something else does, too. */
static int64_t words_within(const Reader *reader, int64_t at) {
    uint8_t word[REACH];
    Walk walk = words_on(reader, at);
    int64_t count = 0, size;
    while ((size = next_word(&walk, word)) > 0) count++;
    int closed = size == DOUBT ? DOUBT : closes(reader, walk.at);
    return closed == YES ? count : closed;
}

/* Reads the parenthesis that opens at a place. */
static int in_parenthesis(const Reader *reader, const Sets *sets, int64_t at, Pair *pair) {
    int64_t inner = at + 1;
    Shorts shorts;
    while (is_blank(byte_at(reader, inner))) inner++;
    inner += is_quote(byte_at(reader, inner));
    int64_t end = run_end(reader, inner);
    if (end == DOUBT || run_in(&sets->openers, reader, inner, end)) return DOUBT;
    if (shorts_after(reader, inner, &shorts) == DOUBT || only_closed(reader, &shorts) == DOUBT)
        return DOUBT;
    int found = any_stands(reader, sets, &shorts, words_back(reader, at), 0, 0, pair);
    if (found != NO) return found;
    int64_t words = words_within(reader, inner);
    if (words == DOUBT) return DOUBT;
    if (words < 2) return NO;
    if (shorts_before(reader, at, &shorts) == DOUBT) return DOUBT;
    return any_stands(reader, sets, &shorts, words_on(reader, inner), words, 0, pair);
}

/* Whether a parenthesis closes soon, without another in it. */
static int is_closed(const Reader *reader, int64_t at) {
    for (int64_t place = at + 1; place < at + LONGEST_WITHIN; place++) {
        uint8_t code = byte_at(reader, place);
        if (code == '(' || code == ')') return code == ')';
    }
    return 0;
}

/* Where the hedges before a place begin. */
static int64_t over_hedges(const Reader *reader, const Sets *sets, int64_t end) {
    Reader near = *reader;
    if (near.start < end - HEDGED) near.start = end - HEDGED;
    for (;;) {
        int64_t last = end - 1, at = last;
        if (in_doubt(byte_at(&near, last))) return DOUBT;
        if (!is_blank(byte_at(&near, last))) return end;
        while (is_alnum(byte_at(&near, at - 1)) || byte_at(&near, at - 1) == '_') at--;
        if (in_doubt(byte_at(&near, at - 1))) return DOUBT;
        if (!run_in(&sets->hedges, &near, at, last)) return end;
        end = at;
    }
}

/* Where the words end that belong to the connective at a place, the blank and quote included. */
static int64_t over_followers(const Reader *reader, const Sets *sets, int64_t at, int kind) {
    while (is_letter(byte_at(reader, at))) at++;
    for (;;) {
        if (in_doubt(byte_at(reader, at))) return DOUBT;
        if (!is_blank(byte_at(reader, at))) return NONE;
        int64_t end = kind == BARE ? at : run_end(reader, at + 1);
        if (end == DOUBT) return DOUBT;
        if (kind == BARE || !run_in(&sets->followers[kind], reader, at + 1, end)) break;
        if (!is_blank(byte_at(reader, end))) break;
        at = end;
    }
    if (in_doubt(byte_at(reader, at + 1))) return DOUBT;
    return at + 1 + is_quote(byte_at(reader, at + 1));
}

/* Whether a connective may join a short form to a long one. */
static int joins(const Reader *reader, const Sets *sets, int64_t at, int kind) {
    Shorts shorts;
    Pair pair;
    int64_t end = over_followers(reader, sets, at, kind);
    if (end < 0) return end == DOUBT;
    int64_t edge = kind == BARE ? at : over_hedges(reader, sets, at);
    if (edge == DOUBT) return YES;
    if (kind != EXPANDS) {
        if (shorts_after(reader, end, &shorts) == DOUBT) return YES;
        Walk back = words_back(reader, edge);
        if (any_stands(reader, sets, &shorts, back, 0, kind == BARE, &pair) != NO) return YES;
    }
    if (shorts_before(reader, edge, &shorts) == DOUBT) return YES;
    Walk on = words_on(reader, end);
    return any_stands(reader, sets, &shorts, on, 0, kind == BARE, &pair) != NO;
}

#endif
