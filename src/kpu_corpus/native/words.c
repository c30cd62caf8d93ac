/* Chunks → words: what each distinct chunk holds is known, the rest is arithmetic. */

#include <stdint.h>

enum { AHEAD = 8 }; /* chunks whose words are fetched from the memory before they are read */

typedef struct {
    int32_t row, count;     /* its words: rows[row] to rows[row + count - 1] */
    int32_t leads, closes;  /* whether a word stands at its head, at its end */
} Reading;

typedef struct {
    int32_t start, end; /* in its chunk */
    int32_t surface, kind;
} Row;

typedef struct {
    int64_t chunks, parts, odds, units;
    const int64_t *start, *form;
    /* Parts of chunks that a unit begins or ends in: they take the place of the chunk. */
    const int64_t *part_chunk, *part_start, *part_form;
    const int64_t *odd; /* starts of what is read before a number */
    const int64_t *unit_start, *shift;
    const Reading *readings; /* of a form, and of the form before a number, by turns */
    const Row *rows;
    int32_t *rank;  /* of every surface, in the order of first coming; -1 if it did not come yet */
    int32_t *first; /* the row of the word that came first, by rank */
    int64_t ranks, first_unit;
    int32_t *type, *unit, *word_start;
    uint8_t *gap;
} Plan;

/* Fills the columns of the words; returns their number. */
int64_t words_expand(Plan *plan) {
    int64_t words = 0, part = 0, odd = 0, unit = -1, before = -1;
    int32_t closed = 0;
    for (int64_t chunk = 0; chunk < plan->chunks;) {
        if (chunk + 2 * AHEAD < plan->chunks) {
            __builtin_prefetch(plan->readings + 2 * plan->form[chunk + 2 * AHEAD]);
            __builtin_prefetch(plan->rows + plan->readings[2 * plan->form[chunk + AHEAD]].row);
        }
        int64_t start = plan->start[chunk], form = plan->form[chunk];
        if (part < plan->parts && plan->part_chunk[part] == chunk) {
            start = plan->part_start[part];
            form = plan->part_form[part++];
            chunk += part == plan->parts || plan->part_chunk[part] != chunk;
        } else {
            chunk++;
        }
        while (unit + 1 < plan->units && plan->unit_start[unit + 1] <= start) unit++;
        if (unit < 0) continue; /* before the first unit nothing is to be seen */
        while (odd < plan->odds && plan->odd[odd] < start) odd++;
        int numbered = odd < plan->odds && plan->odd[odd] == start;
        Reading reading = plan->readings[2 * form + numbered];
        const Row *row = plan->rows + reading.row;
        int glued = reading.leads && closed && unit == before;
        int64_t place = start + plan->shift[unit];
        for (int32_t left = reading.count; left; left--, row++) {
            int32_t *rank = &plan->rank[row->surface];
            if (*rank < 0) {
                plan->first[plan->ranks] = (int32_t)(row - plan->rows);
                *rank = (int32_t)plan->ranks++;
            }
            plan->type[words] = *rank;
            plan->unit[words] = (int32_t)(plan->first_unit + unit);
            plan->word_start[words] = (int32_t)(place + row->start);
            plan->gap[words++] = (uint8_t)!glued;
            glued = 0;
        }
        if (reading.count || !reading.closes) closed = reading.closes; /* else nobody sees it */
        before = unit;
    }
    return words;
}
