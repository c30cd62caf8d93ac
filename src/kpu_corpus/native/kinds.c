/* The kinds of pieces: sentence, heading, lead-in, list item; sign-offs are not told from them. */

#include "block.h"
#include "headings.h"
#include "rising.h"

enum { SENTENCE, HEADING, LEAD_IN, LIST_ITEM = 4 }; /* as KINDS in naming.py */
enum { SHORT_POINT = 5, POINT_LENGTH = 60 };
enum { LONGEST_TITLE = 200, SIGN_OFF_WORDS = 10 }; /* as in unit_kinds.py */
enum { NO, ASK, FORMULA, YES, CLOSING_PIECES = 5 };  /* as in naming.py */
enum { UNASKED = -1 };
enum { ELLIPSIS = 0x2026, CLOSING_QUOTE = 0x2019 };

typedef struct {
    const Block *block;
    const Lines *lines;
    const Tables *tables;
    int64_t pieces, chunk, doubts; /* a chunk before the last piece whose title was asked for */
    const int64_t *start, *end, *line;    /* pieces, as the next */
    const uint8_t *marked, *heading;
    int8_t *title;    /* whether pieces are titles: 1, 0, DOUBT; UNASKED before that is asked */
    uint8_t *closing; /* whether the last pieces of texts are sign-offs, as far as this tells */
    int64_t *kind;    /* UNASKED before it is known */
} Plan;

/* Whether a piece is a title; if that is in doubt, it is noted. */
static int is_title(Plan *plan, int64_t piece) {
    const Block *block = plan->block;
    int64_t start = plan->start[piece], end = plan->end[piece], marker = start;
    if (end - start > LONGEST_TITLE) return 0;
    if (plan->title[piece] == UNASKED) {
        if (plan->marked[piece]) {
            if (block->start[plan->chunk] > start) plan->chunk = 0;
            plan->chunk = rising(block->start, block->chunks, start, 1, plan->chunk) - 1;
            marker = marker_end(block, plan->chunk, start, end);
        }
        int told = marker ? heading_title(block->codes, start, marker, end, plan->tables) : DOUBT;
        plan->title[piece] = (int8_t)told;
    }
    plan->doubts += plan->title[piece] == DOUBT;
    return plan->title[piece] == 1;
}

static int are_of_one_text(const Plan *plan, int64_t piece, int64_t other) {
    return other >= 0 && other < plan->pieces &&
           plan->lines->stretch[plan->line[piece]] == plan->lines->stretch[plan->line[other]];
}

/* Whether another piece is a title of the same sort on another line: both are points of a list. */
static int is_point_beside(Plan *plan, int64_t piece, int64_t other) {
    return are_of_one_text(plan, piece, other) && plan->line[piece] != plan->line[other] &&
           plan->marked[piece] == plan->marked[other] && is_title(plan, other);
}

/* How many words the first characters of a piece hold. */
static int64_t words_of(const Plan *plan, int64_t piece, int64_t size) {
    int64_t end = plan->end[piece], count = 0, white = 1;
    if (end - plan->start[piece] > size) end = plan->start[piece] + size;
    for (int64_t place = plan->start[piece]; place < end; place++) {
        int64_t here = kind_at(plan->block, place) & WHITE;
        count += white && !here;
        white = here;
    }
    return count;
}

static int is_stop(uint32_t code) {
    return code == '.' || code == '!' || code == '?' || code == ELLIPSIS;
}

/* FORMULA if a piece may begin with words that close a text, else NO. */
static uint8_t formula(const Plan *plan, int64_t place, int64_t end) {
    const uint32_t *codes = plan->block->codes;
    for (; place < end; place++) {
        uint32_t code = codes[place];
        if (code > 127 || code == '#') return FORMULA; /* beyond ASCII what is a letter is not told */
        if (is_letter(code))
            return place + 1 < end && (codes[place + 1] > 127 ||
                   among(plan->tables->formulas, codes + place, 2, 1)) ? FORMULA : NO;
        if (is_digit(code) || code == '_') return NO;
    }
    return NO;
}

/* Whether a piece is a sign-off: a title of several words, unless its end is that of a sentence or
   label; FORMULA if only what it begins with can make it one. */
static uint8_t sign_off(const Plan *plan, int64_t piece) {
    const uint32_t *codes = plan->block->codes;
    int64_t start = plan->start[piece], end = plan->end[piece];
    if (plan->marked[piece] || end - start > LONGEST_TITLE) return NO;
    int64_t words = words_of(plan, piece, LONGEST_TITLE);
    uint32_t last = codes[end - 1];
    if (words > SIGN_OFF_WORDS) return NO;
    if (words == 1 || last == ':' || last == ')' || (last != '!' && is_stop(last)))
        return formula(plan, start, end);
    int told = heading_title(codes, start, start, end, plan->tables);
    return told == DOUBT ? ASK : told ? YES : formula(plan, start, end);
}

static int is_closer(uint32_t code) {
    return code == CLOSING_MARK || code == '"' || code == '\'' || code == CLOSING_QUOTE ||
           code == ')';
}

static int64_t kind_of(Plan *plan, int64_t piece) {
    int marked = plan->marked[piece], final = !are_of_one_text(plan, piece, piece + 1);
    int before_marker = !final && plan->marked[piece + 1];
    int before_line = !final && plan->line[piece + 1] > plan->line[piece];
    uint32_t last = plan->block->codes[plan->end[piece] - 1];
    if (plan->heading[piece]) return HEADING;
    if (last == ':' && (before_marker || before_line))
        return marked && is_title(plan, piece) ? HEADING : LEAD_IN;
    if (is_stop(last) || (is_closer(last) && !marked))
        return marked && words_of(plan, piece, POINT_LENGTH) <= SHORT_POINT ? LIST_ITEM : SENTENCE;
    if (!final && !before_marker && is_title(plan, piece)) {
        int before = is_point_beside(plan, piece, piece - 1);
        if (is_point_beside(plan, piece, piece + 1) || before) return LIST_ITEM;
        if (marked || before_line) return HEADING;
    }
    return marked ? LIST_ITEM : SENTENCE;
}

/* Fills which of the last pieces of a text may be sign-offs, from its end up to one that is none. */
static void close_text(const Plan *plan, int64_t last) {
    for (int64_t piece = last; piece > last - CLOSING_PIECES; piece--) {
        if (!are_of_one_text(plan, last, piece)) return;
        plan->closing[piece] = sign_off(plan, piece);
        if (plan->closing[piece] == NO) return;
    }
}

/* Fills the kinds of the pieces that have none yet, as far as what titles are is not in doubt, and
   which last pieces of texts are sign-offs. Returns how many kinds are left. */
int64_t kinds_find(Plan *plan) {
    int64_t left = 0;
    for (int64_t piece = 0; piece < plan->pieces; piece++) {
        fetch_code(plan->block, plan->end, piece + AHEAD, plan->pieces);
        if (plan->kind[piece] != UNASKED) continue;
        plan->doubts = 0;
        int64_t kind = kind_of(plan, piece);
        plan->kind[piece] = plan->doubts ? UNASKED : kind;
        left += plan->doubts > 0;
        if (!are_of_one_text(plan, piece, piece + 1)) close_text(plan, piece);
    }
    return left;
}
