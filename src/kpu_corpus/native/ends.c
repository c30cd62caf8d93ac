/* Which stops end a unit, line by line: what the rules of stops, the chunks around them and the
   enclosures settle. A line that these do not settle is told. */

#include "block.h"
#include "stops.h"

/* The longest quotation and parenthesis that are kept whole; how near to the head of its unit a
   list marker before a stop is. */
enum { QUOTATION = 500, PARENTHESES = 200, NEAR = 6 };
enum { QUOTE = '"', ASCII = 128, LEFT = 0x201C, RIGHT = 0x201D, LOW = 0x201E };
enum { TOLD = -1, NO_LONGER = -1 };

typedef struct {
    const Block *block;
    const Lines *lines;
    int64_t stop_chunks, sures;
    const int64_t *chunk, *line, *reading;     /* chunks with stops */
    const int64_t (*stops)[2];                 /* by reading: the first of its rows, their count */
    const Stop *rows;
    const int64_t *after;                  /* by form: what a stop before it asks */
    const uint8_t *listed, *counted;       /* by chunk: whether it is a list marker in its line, and
                                              whether it counts parts of one sentence */
    const int64_t *sure, *sure_line;       /* those at which a unit begins whatever stands before */
    int64_t (*quotes)[2], (*brackets)[2];  /* room for the pairs of a line */
    int64_t *of_line, *close, *following;  /* found: where units end, and where the next begins, */
    uint8_t *marked;                       /* and whether with a list marker */
    uint8_t *unsettled;                    /* by line; zeros so far */
} Plan;

/* What is known of a line while its stops are looked at from left to right. */
typedef struct {
    int64_t line, unit; /* where the unit so far begins */
    int64_t bare;       /* the chunk before which it has no letter or digit; NO_LONGER if it has */
    int64_t quotes, brackets, quote, bracket, opened, closed, reach;
    int settled; /* 0 if the quotations are in doubt, TOLD if that or a stop made it unsettled */
} State;

static int is_among(uint32_t code, const uint32_t *set, int count) {
    for (int row = 0; row < count; row++)
        if (code == set[row]) return 1;
    return 0;
}

/* Finds the quotations from one place to another among some marks; 0 if a letter that may be small
   decides and is not of ASCII. */
static int quotations(const Plan *plan, int64_t first, int64_t last, int64_t from, int64_t to,
                      State *state) {
    const Block *block = plan->block;
    static const uint32_t before[] = {' ', TAB, NO_BREAK, '(', '[', '-', 0x2013, 0x2014};
    static const uint32_t stops[] = {'.', ',', '!', '?'};
    int64_t opened = -1;
    state->quotes = 0;
    for (int64_t row = first; row < last; row++) {
        int64_t place = block->marks[row];
        uint32_t mark = block->codes[place], next = at(block, place + 1);
        if (mark != QUOTE && mark != LEFT && mark != RIGHT && mark != LOW) continue;
        int text = place + 1 < to && next != ',' && !(kind_at(block, place + 1) & WHITE);
        int blank = place == from || is_among(block->codes[place - 1], before, 8);
        int opens = mark == LEFT || mark == LOW || (mark == QUOTE && blank && text);
        if (opened >= 0 && mark == QUOTE && opens && place > from + 1 &&
            is_among(block->codes[place - 2], stops, 4)) {
            if (next >= ASCII) return 0;
            if (next >= 'a' && next <= 'z') opens = 0; /* on the wrong side of its blank */
        }
        if (opened < 0 || place - opened > QUOTATION || opens) {
            opened = opens || (mark == QUOTE && text) ? place : -1;
        } else {
            plan->quotes[state->quotes][0] = opened;
            plan->quotes[state->quotes++][1] = place;
            opened = -1;
        }
    }
    return 1;
}

static void parentheses(const Plan *plan, int64_t first, int64_t last, State *state) {
    const Block *block = plan->block;
    int64_t opened = -1;
    state->brackets = 0;
    for (int64_t row = first; row < last; row++) {
        int64_t place = block->marks[row];
        if (block->codes[place] == '(') opened = place;
        if (block->codes[place] != ')' || opened < 0) continue;
        if (place - opened <= PARENTHESES) {
            plan->brackets[state->brackets][0] = opened;
            plan->brackets[state->brackets++][1] = place;
        }
        opened = -1;
    }
}

/* Goes to a line; `mark` is a mark before it, and then its first one. */
static void enter(const Plan *plan, int64_t line, int64_t *mark, State *state) {
    const Block *block = plan->block;
    int64_t chunk = plan->lines->first[line], from = block->start[chunk];
    int64_t to = block->end[plan->lines->last[line]];
    while (*mark < block->mark_count && block->marks[*mark] < from) (*mark)++;
    int64_t last = *mark;
    for (; last < block->mark_count && block->marks[last] < to; last++)
        fetch_code(block, block->marks, last + AHEAD, block->mark_count);
    *state = (State){.line = line, .unit = from, .bare = chunk, .reach = -1};
    parentheses(plan, *mark, last, state);
    state->settled = quotations(plan, *mark, last, from, to, state);
}

/* Whether a stop lies inside an enclosure that goes on after its closing marks. */
static int is_held(const Plan *plan, State *state, int64_t stop, int64_t close) {
    for (; state->quote < state->quotes && plan->quotes[state->quote][0] < stop; state->quote++)
        if (plan->quotes[state->quote][1] > state->reach)
            state->reach = plan->quotes[state->quote][1];
    for (; state->bracket < state->brackets && plan->brackets[state->bracket][0] < stop;
         state->bracket++)
        if (plan->brackets[state->bracket][1] > state->reach)
            state->reach = plan->brackets[state->bracket][1];
    return state->reach >= close;
}

/* Whether one of the closing marks may open a quotation, or one stands apart from its stop: at the
   next chunk, if one follows. */
static int beside_quotation(const Plan *plan, State *state, int64_t end, int64_t close,
                            int64_t next) {
    while (state->opened < state->quotes && plan->quotes[state->opened][0] < end) state->opened++;
    if (state->opened < state->quotes && plan->quotes[state->opened][0] < close) return 1;
    if (next < 0) return 0;
    while (state->closed < state->quotes && plan->quotes[state->closed][1] < next) state->closed++;
    return state->closed < state->quotes && plan->quotes[state->closed][1] == next;
}

/* Whether the unit up to a stop is only a list marker or has no letter or digit at all, if the rule
   of the stop does not depend on one before it in its chunk. */
static int is_bare(const Plan *plan, State *state, int64_t chunk, const Stop *stop) {
    const Block *block = plan->block;
    int64_t form = block->form[chunk];
    int marks = stop->end <= block->marker[form] &&
                (is_blank(block, block->end[chunk]) || !(block->flags[form] & NEEDS_BLANK));
    if (marks && state->unit == block->start[chunk] && stop->end <= NEAR) return 1;
    if (!(stop->bits & BARE) || state->bare == NO_LONGER) return 0;
    for (; state->bare < chunk; state->bare++)
        if (flags_of(block, state->bare) & ALNUM) {
            state->bare = NO_LONGER;
            return 0;
        }
    return 1;
}

/* Lost paragraph breaks are left as runs of blanks. */
static int is_paragraph(const Block *block, int64_t close, int64_t next) {
    int64_t size = next - close;
    uint32_t first = at(block, close), second = at(block, close + 1);
    return size >= 3 || first == TAB || (size == 2 && second == TAB) ||
           (size == 2 && first == NO_BREAK && second == NO_BREAK);
}

/* What a stop asks of the chunk after it, and where the first letter stands that tells it; chunks of
   opening marks only are looked through, as far as such marks reach. */
static int64_t bits_after(const Plan *plan, int64_t after, int64_t last, int64_t *head) {
    const Block *block = plan->block;
    int64_t bits = plan->after[block->form[after]], next = after;
    while (bits & UNCLEAR) {
        if (next++ == last || block->start[next] - block->start[after] > OPENING) return MARKS;
        bits = plan->after[block->form[next]];
    }
    *head = block->start[next] + bits / HEAD;
    if (next == after) return bits;
    return *head - block->start[after] > OPENING ? MARKS : bits | MARKS;
}

enum { NO, YES, UNSETTLED };

/* Whether something in parentheses that is no sentence begins at a place of a line. */
static int in_parentheses(const Block *block, int64_t place, int64_t line_end) {
    int64_t end = place + 1;
    if (at(block, place) != '(') return NO;
    while (end < line_end && block->codes[end] != '(' && block->codes[end] != ')') end++;
    if (end == line_end) return end - place - 1 > PARENTHESES ? NO : UNSETTLED;
    int64_t size = end - place - 1;
    uint32_t last = block->codes[end - 1];
    if (block->codes[end] == '(' || !size || size > PARENTHESES + 1) return NO;
    return last == '.' || last == '!' || last == '?' ? NO : YES;
}

/* Whether a stop ends its unit by its rule. */
static int ends(const Plan *plan, const State *state, int64_t chunk, const Stop *stop) {
    const Block *block = plan->block;
    int64_t last = plan->lines->last[state->line], after = chunk + 1;
    if (stop->rule == NEVER || stop->rule == HERE) return stop->rule == HERE;
    if (stop->rule == UNSURE) return UNSETTLED;
    if (chunk == last) return NO;
    if (plan->listed[after] && (stop->rule == PLAIN || stop->bits & CLOSES_LIST)) return YES;
    int64_t head = 0, bits = bits_after(plan, after, last, &head), before = chunk ? chunk - 1 : 0;
    int64_t flags = flags_of(block, before);
    int near = block->start[chunk] - block->end[before] == 1;
    int apart = chunk == plan->lines->first[state->line] && state->line &&
                plan->lines->stretch[state->line] != plan->lines->stretch[state->line - 1];
    int opener = (bits & OPENING_WORD) != 0, capital = (bits & CAPITAL) != 0;
    int shortened = stop->rule >= OPENER && stop->rule != COMPANY && stop->rule != LIST;
    if (shortened && bits & MARKS && !(bits & LOWER)) { /* `S.H. (Ketua` */
        int inside = in_parentheses(block, block->start[after], block->end[last]);
        if (inside) return inside == YES ? NO : UNSETTLED;
    }
    switch (stop->rule) {
    case OPEN: /* `bangsa.- Kami` */
        if (!(bits & UPPER) || head - block->start[chunk] - stop->close > OPENING) return NO;
        if (!(stop->bits & CAPITALISED)) return UNSETTLED;
        return stop->bits & ANY_CAPITAL || bits & SMALL_SECOND;
    case PLAIN:
        if (bits & LOWER)
            return is_paragraph(block, block->start[chunk] + stop->close, block->start[after]) ||
                   stop->bits & LONG_WORD;
        return !(bits & FIGURE && stop->bits & DIGIT && bits & THOUSAND);
    case OPENER:
        return opener;
    case COMPANY:
        return capital && !(bits & (MARKS | COMPANY_NAME));
    case LIST:
        return bits & UPPER && !(bits & MARKS);
    case NAME:
        return opener || capital;
    }
    if (!near || apart) return UNSETTLED;
    if (stop->rule == LETTER) return opener || (flags & LABEL && !(bits & LOWER));
    return opener || (flags & COMMA && capital); /* INITIAL */
}

static int64_t keep(const Plan *plan, State *state, int64_t found, int64_t close, int64_t following,
                    int64_t chunk, int marked) {
    plan->of_line[found] = state->line;
    plan->close[found] = close;
    plan->following[found] = following;
    plan->marked[found] = (uint8_t)marked;
    state->unit = following;
    state->bare = chunk;
    return found + 1;
}

/* Looks at one stop; UNSETTLED if its line needs a closer look. */
static int verdict(const Plan *plan, State *state, int64_t chunk, const Stop *stop) {
    const Block *block = plan->block;
    int64_t start = block->start[chunk], close = start + stop->close;
    int64_t next = chunk < plan->lines->last[state->line] ? block->start[chunk + 1] : -1;
    if (stop->rule == NEVER || start + stop->start < state->unit || plan->counted[chunk]) return NO;
    int beside = beside_quotation(plan, state, start + stop->end, close, next);
    if (!beside && is_held(plan, state, start + stop->start, close)) return NO;
    if (stop->rule != UNSURE && is_bare(plan, state, chunk, stop)) return NO;
    if (beside) return UNSETTLED;
    if (stop->bits & PARENTHESIS && block->codes[state->unit] != '(') return NO;
    return ends(plan, state, chunk, stop);
}

/* Asks for what will be looked at of a chunk with stops. */
static void fetch(const Plan *plan, int64_t row) {
    int64_t chunk = plan->chunk[row], line = plan->line[row];
    FETCH(plan->stops + plan->reading[row]);
    FETCH(plan->block->start + chunk);
    FETCH(plan->block->form + chunk);
    FETCH(plan->listed + chunk);
    FETCH(plan->counted + chunk);
    FETCH(plan->block->start + plan->lines->first[line]);
    FETCH(plan->block->end + plan->lines->last[line]);
}

/* Fills where units end and the next begins, and marks the lines that this does not settle, which
   may have some ends all the same. Returns the number of ends. */
int64_t ends_find(const Plan *plan) {
    const Block *block = plan->block;
    int64_t found = 0, sure = 0, mark = 0;
    State state = {.line = -1};
    for (int64_t row = 0; row <= plan->stop_chunks; row++) {
        int64_t chunk = row < plan->stop_chunks ? plan->chunk[row] : INT64_MAX;
        if (row + AHEAD < plan->stop_chunks) fetch(plan, row + AHEAD);
        for (; sure < plan->sures && plan->sure[sure] <= chunk; sure++) {
            int64_t next = plan->sure[sure];
            int64_t line = plan->sure_line[sure];
            if (line != state.line) enter(plan, line, &mark, &state);
            found = keep(plan, &state, found, block->end[next - 1], block->start[next], next, 1);
        }
        if (row == plan->stop_chunks) break;
        if (plan->line[row] != state.line) enter(plan, plan->line[row], &mark, &state);
        const Stop *stop = plan->rows + plan->stops[plan->reading[row]][0];
        const Stop *last = stop + plan->stops[plan->reading[row]][1];
        for (; stop < last && state.settled != TOLD; stop++) {
            int ended = state.settled ? verdict(plan, &state, chunk, stop) : UNSETTLED;
            int64_t close = block->start[chunk] + stop->close, next = chunk + 1;
            if (ended == UNSETTLED) {
                plan->unsettled[state.line] = 1;
                state.settled = TOLD;
            } else if (ended && (stop->rule == HERE || stop->rule == OPEN)) {
                int64_t from = stop->rule == HERE ? chunk : next; /* no letter in the rest of it */
                found = keep(plan, &state, found, close, close, from, 0);
            } else if (ended) {
                int marked = plan->listed[next];
                found = keep(plan, &state, found, close, block->start[next], next, marked);
            }
        }
    }
    return found;
}
