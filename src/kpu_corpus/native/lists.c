/* The best terms of each essay by salience, one essay after the other: of each only its list is kept.

   What explains its words and what may stand in a list: as in ranking.c. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum { PARTS = 3, GAP = 3 };

/* The terms by column: idf, number of roots, columns of the roots (-1 for none), numbers of the roots
   (-1 for none), and the letters of each root from its start up to the next. */
typedef struct {
    const double *idf;
    const int32_t *length;
    const int64_t *parts, *roots;
    const int64_t *starts;
    const uint32_t *letters;
} Terms;

typedef struct {
    int32_t essay, cell; /* where a term was met last, from 1, and as which cell */
} Met;

typedef struct {
    double score;
    int32_t column, count, unit;
    int32_t stands;
} Cell;

typedef struct {
    const Terms *terms;
    Met *met;
    int32_t *covered; /* where a stronger phrase had each term last, from 1 */
    Cell *cells;
    const Cell **sorted;
    double *heap;
    int64_t used, room;
} Essay;

typedef struct {
    const Terms *terms;
    const int64_t *root, *end;
    const uint32_t *letter, *last;
} Name;

static Name name_of(const Terms *terms, int32_t column)
{
    const int64_t *root = terms->roots + PARTS * (int64_t)column;
    return (Name){terms, root, root + PARTS, terms->letters + terms->starts[*root],
                  terms->letters + terms->starts[*root + 1]};
}

/* The next letter of a name from 1, a space between two roots; 0 at the end. */
static uint64_t next(Name *name)
{
    if (name->letter < name->last)
        return (uint64_t)*name->letter++ + 1;
    if (++name->root >= name->end || *name->root < 0) {
        name->root = name->end;
        return 0;
    }
    name->letter = name->terms->letters + name->terms->starts[*name->root];
    name->last = name->terms->letters + name->terms->starts[*name->root + 1];
    return (uint64_t)' ' + 1;
}

static int is_earlier(const Terms *terms, int32_t column, int32_t than)
{
    Name one = name_of(terms, column), other = name_of(terms, than);
    uint64_t a, b;
    do {
        a = next(&one);
        b = next(&other);
    } while (a == b && a);
    return a < b;
}

/* Tells what comes first: with `strength` the more frequent, of these the longer; then the higher
   score, then the alphabet. */
static int before(const Terms *terms, const Cell *one, const Cell *other, int strength)
{
    if (strength && one->count != other->count)
        return one->count > other->count;
    if (strength && terms->length[one->column] != terms->length[other->column])
        return terms->length[one->column] > terms->length[other->column];
    if (one->score != other->score)
        return one->score > other->score;
    return is_earlier(terms, one->column, other->column);
}

/* Shell's sort: mostly few cells, and in long essays not too slow. */
static void sort(const Terms *terms, const Cell **cells, int64_t size, int strength)
{
    int64_t gap = 1;
    while (gap < size / GAP)
        gap = GAP * gap + 1;
    for (; gap; gap /= GAP)
        for (int64_t i = gap; i < size; i++) {
            const Cell *cell = cells[i];
            int64_t at = i;
            for (; at >= gap && before(terms, cell, cells[at - gap], strength); at -= gap)
                cells[at] = cells[at - gap];
            cells[at] = cell;
        }
}

/* Returns 0 without memory. */
static int widen(Essay *essay)
{
    int64_t room = 2 * essay->room + 256;
    Cell *cells = realloc(essay->cells, (size_t)room * sizeof *cells);
    if (cells)
        essay->cells = cells;
    const Cell **sorted = realloc(essay->sorted, (size_t)room * sizeof *sorted);
    if (sorted)
        essay->sorted = sorted;
    double *heap = realloc(essay->heap, (size_t)room * sizeof *heap);
    if (heap)
        essay->heap = heap;
    essay->room = cells && sorted && heap ? room : essay->room;
    return cells && sorted && heap;
}

static int explains(const Essay *essay, const Cell *cell, int32_t here)
{
    const int64_t *parts = essay->terms->parts + PARTS * (int64_t)cell->column;
    int some = 0;
    for (int part = 0; part < PARTS; part++)
        if (parts[part] >= 0) {
            const Met *met = essay->met + parts[part];
            some = 1;
            if (met->essay == here && 2 * cell->count < essay->cells[met->cell].count)
                return 0;
        }
    return some;
}

/* Lets those phrases stand that explain their words and share none with a stronger one, and their
   words not; returns how many more cells stand then. */
static int64_t cover(Essay *essay, int64_t phrases, int32_t here)
{
    int64_t more = 0;
    sort(essay->terms, essay->sorted, phrases, 1);
    for (int64_t i = 0; i < phrases; i++) {
        const int64_t *parts = essay->terms->parts + PARTS * (int64_t)essay->sorted[i]->column;
        int covered = 0;
        for (int part = 0; part < PARTS; part++)
            covered |= parts[part] >= 0 && essay->covered[parts[part]] == here;
        essay->cells[essay->sorted[i] - essay->cells].stands = !covered;
        more += !covered;
        for (int part = 0; part < PARTS && !covered; part++)
            if (parts[part] >= 0) {
                essay->covered[parts[part]] = here;
                if (essay->met[parts[part]].essay == here) {
                    Cell *word = essay->cells + essay->met[parts[part]].cell;
                    more -= word->stands;
                    word->stands = 0;
                }
            }
    }
    return more;
}

/* Puts a score into a heap of the best, the worst of them on top. */
static void replace_worst(double *heap, int64_t size, double score)
{
    int64_t at = 0, child;
    while ((child = 2 * at + 1) < size) {
        if (child + 1 < size && heap[child + 1] < heap[child])
            child++;
        if (heap[child] >= score)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = score;
}

/* Puts the best cells in front of the sorted ones; returns how many there are, at most `top`. */
static int64_t best(Essay *essay, int64_t standing, int64_t top)
{
    double worst = -INFINITY;
    int64_t found = 0;
    if (standing > top) {
        for (int64_t i = 0; i < top; i++)
            essay->heap[i] = worst;
        for (int64_t i = 0; i < essay->used; i++) {
            double score = essay->cells[i].stands ? essay->cells[i].score : -INFINITY;
            if (score > essay->heap[0])
                replace_worst(essay->heap, top, score);
        }
        worst = essay->heap[0];
    }
    for (int64_t i = 0; i < essay->used; i++)
        if (essay->cells[i].score >= worst && essay->cells[i].stands)
            essay->sorted[found++] = essay->cells + i;
    sort(essay->terms, essay->sorted, found, 0);
    return found < top ? found : top;
}

/* Fills the lists of all essays, one after the other, with the `top` terms of each. Places stand in the order of the essays; `of_term` is the column of each term, -1 for none, and
   `weight` that of each unit. `words` tells whether there are single words: else every phrase may
   stand that occurs `least` times. `met` has zeros, one for each column. Returns the number of rows,
   -1 without memory. */
int64_t lists_fill(
    int64_t places, const int32_t *first, const int32_t *term, const int32_t *of_term,
    const int32_t *unit, const int32_t *essay_of, const double *weight, const Terms *terms,
    int64_t top, int64_t least, int64_t words, Met *met, int32_t *covered, int32_t *row, int32_t *rank,
    int32_t *column, double *score, int64_t *count)
{
    Essay essay = {.terms = terms, .met = met, .covered = covered};
    int64_t found = 0, whole = 1;
    for (int64_t place = 0; place < places && whole;) {
        int32_t number = essay_of[unit[first[place]]], here = number + 1;
        essay.used = 0;
        for (; place < places && essay_of[unit[first[place]]] == number && whole; place++) {
            int32_t at = of_term[term[place]], in = unit[first[place]];
            if (at < 0)
                continue;
            if (met[at].essay == here) {
                Cell *cell = essay.cells + met[at].cell;
                cell->count++;
                cell->score += cell->unit == in ? 0.0 : weight[in];
                cell->unit = in;
                continue;
            }
            whole = essay.used < essay.room || widen(&essay);
            if (!whole)
                break;
            met[at].essay = here;
            met[at].cell = (int32_t)essay.used;
            essay.cells[essay.used++] = (Cell){weight[in], at, 1, in, 0};
        }
        int64_t phrases = 0, standing = 0;
        for (int64_t i = 0; i < essay.used; i++) {
            Cell *cell = essay.cells + i;
            int often = cell->count >= least, many = terms->length[cell->column] > 1;
            cell->score *= terms->idf[cell->column];
            cell->stands = words ? !many : often;
            standing += cell->stands;
            if (words && often && many && explains(&essay, cell, here))
                essay.sorted[phrases++] = cell;
        }
        standing += cover(&essay, phrases, here);
        int64_t listed = best(&essay, standing, top);
        for (int64_t i = 0; i < listed; i++) {
            row[found] = number;
            rank[found] = (int32_t)i + 1;
            column[found] = essay.sorted[i]->column;
            score[found] = essay.sorted[i]->score;
            count[found++] = essay.sorted[i]->count;
        }
    }
    free(essay.cells);
    free(essay.sorted);
    free(essay.heap);
    return whole ? found : -1;
}
