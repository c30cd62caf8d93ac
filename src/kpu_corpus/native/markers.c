/* List markers inside the lines of a block, and the labels that count parts of one sentence. */

#include "block.h"

enum { REFERENCE = 80 };             /* as in sentences.py */
enum { FIRST_NUMBER = 1, FIRST_LETTER = 'a' };

typedef struct {
    const Block *block;
    const Lines *lines;
    int64_t noted;
    const uint8_t *kept;               /* by line */
    const int64_t *row, *held;         /* chunks, and their flags */
    int64_t *body, *run;               /* room for the candidates of a line, and for labels of it */
    uint8_t *listed, *sure, *counted;  /* by chunk; zeros so far, as the next */
    uint8_t *exact;                    /* by line */
} Plan;

static int64_t rank_of(const Plan *plan, int64_t chunk) {
    return flags_of(plan->block, chunk) / RANK;
}

static int is_first(int64_t rank) { return rank == FIRST_NUMBER || rank == FIRST_LETTER; }

/* Whether some labels have a first and a second one. */
static int may_count(const Plan *plan, int64_t labels) {
    int first = 0, second = 0;
    for (int64_t i = 0; i < labels; i++) {
        int64_t rank = rank_of(plan, plan->body[i]);
        first |= is_first(rank);
        second |= is_first(rank - 1);
    }
    return first && second;
}

/* Marks the labels of a line that count on, as `counted` in enumerations.py. */
static void count(const Plan *plan, int64_t line, int64_t labels) {
    const Block *block = plan->block;
    int64_t size = 0, last = 0;
    int first_opens = 0, alone = 1; /* whether no label so far opens, goes on or is named */
    if (!may_count(plan, labels)) return;
    for (int64_t i = 0; i < labels; i++) {
        int64_t chunk = plan->body[i], rank = rank_of(plan, chunk);
        if (!rank) continue;
        int head = chunk == plan->lines->first[line];
        int64_t before = head ? BEFORE_BODY : flags_of(block, chunk - 1);
        int goes_on = (before & (COMMA | COUNTING)) != 0, opens = (before & BEFORE_BODY) != 0;
        int named = (before & NAMING) != 0, on = size && rank == last + 1;
        if (!on && !is_first(rank)) continue;
        if (!on) {
            size = 0;
            alone = 1;
            first_opens = opens;
        }
        plan->run[size++] = chunk;
        last = rank;
        alone &= !(opens || named || goes_on);
        if (on && goes_on) {
            plan->counted[plan->run[size - 2]] = plan->counted[chunk] = 1;
        } else if (on && !opens && !named && first_opens) {
            plan->sure[chunk] = 1;
        } else if (size > 2 && alone) {
            for (int64_t part = 0; part < size; part++) plan->counted[plan->run[part]] = 1;
        }
    }
}

static int is_one_blank(const Block *block, int64_t chunk) {
    int64_t end = block->end[chunk - 1];
    return block->start[chunk] - end == 1 && is_blank(block, end);
}

/* Whether a chunk closes a parenthesis of its line: it is no marker. */
static int closes_parenthesis(const Block *block, int64_t chunk, int64_t from) {
    int64_t place = block->start[chunk];
    if (last_of(block, chunk) != ')' || block->codes[place] == '(') return 0;
    if (place - REFERENCE > from) from = place - REFERENCE;
    while (--place >= from)
        if (block->codes[place] == '(' || block->codes[place] == ')')
            return block->codes[place] == '(';
    return 0;
}

/* Whether a colon or its like stands before a chunk, and a word of the same unit before. */
static int is_behind_a_word(const Block *block, int64_t chunk, int64_t first) {
    return chunk > first + 1 && !(flags_of(block, chunk - 1) & (STOP | BODY)) &&
           (flags_of(block, chunk - 2) & (STOP | ALNUM)) == ALNUM;
}

/* Whether a number among the labels of a line is 1, or one more than the number before it. */
static int is_numbered(const Plan *plan, int64_t labels) {
    int64_t last = 0;
    for (int64_t i = 0; i < labels; i++) {
        int64_t rank = rank_of(plan, plan->body[i]);
        if (!rank || rank >= FIRST_LETTER) continue;
        if (rank == FIRST_NUMBER || (last && rank == last + 1)) return 1;
        last = rank;
    }
    return 0;
}

/* Whether a number behind a colon names a verse, in a line where no numbers count. */
static int is_verse(const Plan *plan, int64_t chunk, int numbered) {
    int64_t rank = rank_of(plan, chunk);
    return !numbered && rank && rank < FIRST_LETTER && last_of(plan->block, chunk - 1) == ':';
}

static void judge(const Plan *plan, int64_t line, int64_t chunk, int numbered) {
    const Block *block = plan->block;
    int64_t first = plan->lines->first[line];
    if (chunk == first) return;
    int64_t before = flags_of(block, chunk - 1);
    uint32_t mark = last_of(block, chunk - 1);
    if (before & COUNTING && chunk > first + 1 && last_of(block, chunk - 2) == ';')
        plan->exact[line] = 1; /* what semicolons and a last word join */
    if (!plan->sure[chunk] &&
        (!(before & BEFORE_BODY) || is_verse(plan, chunk, numbered) ||
         closes_parenthesis(block, chunk, block->start[first])))
        return;
    plan->listed[chunk] = 1;
    if (!is_one_blank(block, chunk) || !is_one_blank(block, chunk + 1)) plan->exact[line] = 1;
    if (!plan->sure[chunk] && mark != ':' && mark != ';') return;
    plan->sure[chunk] = 1;
    if (!(before & ALNUM) && !is_behind_a_word(block, chunk, first)) plan->exact[line] = 1;
}

/* Marks the list markers inside the lines that are kept, the labels that count, and the lines that
   need a closer look. */
void markers_find(const Plan *plan) {
    const Block *block = plan->block;
    const Lines *lines = plan->lines;
    for (int64_t row = 0, line = 0; row < plan->noted;) {
        int64_t found = 0;
        while (line + 1 < lines->count && lines->first[line + 1] <= plan->row[row]) line++;
        for (; row < plan->noted && plan->row[row] <= lines->last[line]; row++) {
            int64_t chunk = plan->row[row];
            if (plan->held[row] & BODY && plan->kept[line] && chunk < lines->last[line] &&
                flags_of(block, chunk + 1) & LARGE)
                plan->body[found++] = chunk;
        }
        if (!found) continue;
        count(plan, line, found);
        int numbered = is_numbered(plan, found);
        for (int64_t i = 0; i < found; i++) judge(plan, line, plan->body[i], numbered);
    }
}
