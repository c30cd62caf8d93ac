/* Lists of terms: which phrases explain their words, what they cover, and the best of each row. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "heap.h"

enum { SHORT = 32, PARTS = 3 };

typedef struct {
    int64_t cell;
    double score;
    int64_t first; /* what goes before the score */
} Item;

static int before(const Item *one, const Item *other)
{
    return one->first != other->first ? one->first > other->first : one->score > other->score;
}

static int compared(const void *a, const void *b)
{
    return before(b, a) - before(a, b);
}

static void sort(Item *items, int64_t size)
{
    if (size > SHORT) {
        qsort(items, (size_t)size, sizeof(Item), compared);
        return;
    }
    for (int64_t i = 1; i < size; i++) {
        Item item = items[i];
        int64_t at = i;
        for (; at > 0 && before(&item, &items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

typedef struct {
    int32_t row, count; /* of a term: the row it was met in last, from 1, and its count there */
} Met;

static int explains(const int32_t *parts, int64_t count, const Met *met, int32_t row)
{
    int some = 0;
    for (int part = 0; part < PARTS; part++)
        if (parts[part] >= 0) {
            const Met *word = met + parts[part];
            some = 1;
            if (word->row == row && 2 * count < word->count)
                return 0;
        }
    return some;
}

/* The cells of phrases that occur twice in their row and make half of each of their words: the most
   frequent first, of these the longest, of these the highest score. `met` has zeros, one for each
   term. Returns their number. */
int64_t ranking_explaining(
    int64_t rows, const int32_t *starts, const int32_t *columns, const double *scores,
    const int64_t *cell_counts, const int32_t *count_starts, const int32_t *count_columns,
    const int64_t *all_counts, const int32_t *length, const int32_t *parts, int64_t least,
    Met *met, Item *items, int64_t *cells)
{
    int64_t found = 0;
    for (int64_t row = 0; row < rows; row++) {
        int64_t mine = 0;
        int32_t here = (int32_t)row + 1;
        for (int64_t i = count_starts[row]; i < count_starts[row + 1]; i++)
            met[count_columns[i]] = (Met){here, (int32_t)all_counts[i]};
        for (int64_t i = starts[row]; i < starts[row + 1]; i++) {
            int64_t count = cell_counts[i], column = columns[i];
            if (count >= least && length[column] > 1 &&
                explains(parts + PARTS * column, count, met, here))
                items[mine++] = (Item){i, scores[i], 4 * count + length[column]};
        }
        sort(items, mine);
        for (int64_t i = 0; i < mine; i++)
            cells[found++] = items[i].cell;
    }
    return found;
}

/* Tells of each cell whether it may stand in the list of its row: of the phrases in their order
   those that share no word with one before them, and the words that none of them covers.
   `stamp` has zeros, one a term. */
void ranking_standing(
    int64_t rows, const int32_t *starts, const int32_t *columns, const int32_t *length,
    const int32_t *parts, int64_t phrases, const int64_t *cells, int32_t *stamp, uint8_t *stands)
{
    int64_t next = 0;
    for (int64_t row = 0; row < rows; row++) {
        int32_t here = (int32_t)row + 1;
        for (; next < phrases && cells[next] < starts[row + 1]; next++) {
            int64_t column = columns[cells[next]];
            const int32_t *mine = parts + PARTS * column;
            int covered = 0;
            for (int part = 0; part < PARTS; part++)
                covered |= mine[part] >= 0 && stamp[mine[part]] == here;
            for (int part = 0; part < PARTS && !covered; part++)
                if (mine[part] >= 0)
                    stamp[mine[part]] = here;
            if (!covered)
                stamp[column] = here;
        }
        for (int64_t i = starts[row]; i < starts[row + 1]; i++)
            stands[i] = (stamp[columns[i]] == here) == (length[columns[i]] > 1);
    }
}

/* The standing cells of each row that are among its best `top`, and those that tie with the last of
   them, from high to low. `heap` starts with room for `top`, `items` for the longest row. Returns
   their number. */
int64_t ranking_top(
    int64_t rows, const int32_t *starts, const double *scores, const uint8_t *stands, int64_t top,
    double *heap, Item *items, int64_t *cells)
{
    int64_t found = 0;
    for (int64_t row = 0; row < rows; row++) {
        int64_t standing = 0, mine = 0;
        double worst = -INFINITY;
        for (int64_t i = starts[row]; i < starts[row + 1]; i++)
            standing += stands[i];
        if (standing > top) {
            for (int64_t i = 0; i < top; i++)
                heap[i] = worst;
            /* from the back: what stands first in an essay comes last, and has the higher scores */
            for (int64_t i = starts[row + 1] - 1; i >= starts[row]; i--)
                keep_better(heap, top, stands[i] ? scores[i] : -INFINITY);
            worst = heap[0];
        }
        for (int64_t i = starts[row]; i < starts[row + 1]; i++)
            if (scores[i] >= worst && stands[i])
                items[mine++] = (Item){i, scores[i], 0};
        sort(items, mine);
        for (int64_t i = 0; i < mine; i++)
            cells[found++] = items[i].cell;
    }
    return found;
}
