/* The best terms of each essay by salience, one essay after the other: of each only its list is
   kept.

   What explains its words and what may stand in a list: as in ranking.c. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "fetch.h"
#include "heap.h"

enum { PARTS = 3, GAP = 3, AHEAD = 16 };

/* The terms by column: idf, number of roots, columns of the roots (-1 for none), numbers of the
   roots (-1 for none), and the letters of each root from its start up to the next. */
typedef struct {
    const double *idf;
    const int32_t *length;
    const int32_t *parts, *roots;
    const int64_t *starts;
    const uint32_t *letters;
} Terms;

/* Places in the order of the essays; the column of each term, -1 for none; the weight of each
   unit. */
typedef struct {
    int64_t count;
    const int32_t *first, *term, *of_term, *unit, *essay_of;
    const double *weight;
} Places;

typedef struct {
    int32_t essay, cell; /* where a term was met last, from 1, and as which cell */
} Met;

typedef struct {
    double score;
    int32_t column, count, unit;
    int32_t stands;
} Cell;

typedef struct {
    int32_t number, here; /* `here` is the number from 1 */
    const Terms *terms;
    Met *met;
    int32_t *covered; /* where a stronger phrase had each term last, from 1 */
    Cell *cells;
    Cell **sorted;
    double *heap;
    int64_t used, room;
} Essay;

typedef struct {
    const Terms *terms;
    const int32_t *root, *end;
    const uint32_t *letter, *last;
} Name;

static Name name_of(const Terms *terms, int32_t column)
{
    const int32_t *root = terms->roots + PARTS * (int64_t)column;
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
static void sort(const Terms *terms, Cell **cells, int64_t size, int strength)
{
    int64_t gap = 1;
    while (gap < size / GAP)
        gap = GAP * gap + 1;
    for (; gap; gap /= GAP)
        for (int64_t i = gap; i < size; i++) {
            Cell *cell = cells[i];
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
    Cell **sorted = realloc(essay->sorted, (size_t)room * sizeof *sorted);
    if (sorted)
        essay->sorted = sorted;
    double *heap = realloc(essay->heap, (size_t)room * sizeof *heap);
    if (heap)
        essay->heap = heap;
    essay->room = cells && sorted && heap ? room : essay->room;
    return cells && sorted && heap;
}

/* Has the memory fetched that places further on need. */
static void prepare(const Essay *essay, const Places *places, int64_t place)
{
    if (place + 2 * AHEAD >= places->count)
        return;
    FETCH(places->of_term + places->term[place + 2 * AHEAD]);
    int32_t at = places->of_term[places->term[place + AHEAD]];
    if (at < 0)
        return;
    FETCH(essay->met + at);
    FETCH(essay->terms->idf + at);
    FETCH(essay->terms->length + at);
}

/* Reads the essay that begins at a place; returns where the next begins, -1 without memory. */
static int64_t read(Essay *essay, const Places *places, int64_t place)
{
    Met *met = essay->met;
    essay->number = places->essay_of[places->unit[places->first[place]]];
    essay->here = essay->number + 1;
    essay->used = 0;
    for (; place < places->count; place++) {
        int32_t at = places->of_term[places->term[place]], in = places->unit[places->first[place]];
        if (places->essay_of[in] != essay->number)
            break;
        prepare(essay, places, place);
        if (at < 0)
            continue;
        if (met[at].essay == essay->here) {
            Cell *cell = essay->cells + met[at].cell;
            cell->count++;
            cell->score += cell->unit == in ? 0.0 : places->weight[in];
            cell->unit = in;
            continue;
        }
        if (essay->used == essay->room && !widen(essay))
            return -1;
        met[at] = (Met){essay->here, (int32_t)essay->used};
        essay->cells[essay->used++] = (Cell){places->weight[in], at, 1, in, 0};
    }
    return place;
}

static int explains(const Essay *essay, const Cell *cell)
{
    const int32_t *parts = essay->terms->parts + PARTS * (int64_t)cell->column;
    int some = 0;
    for (int part = 0; part < PARTS; part++)
        if (parts[part] >= 0) {
            const Met *met = essay->met + parts[part];
            some = 1;
            if (met->essay == essay->here && 2 * cell->count < essay->cells[met->cell].count)
                return 0;
        }
    return some;
}

/* Lets those phrases stand that explain their words and share none with a stronger one, and their
   words not; returns how many more cells stand then. */
static int64_t cover(Essay *essay, int64_t phrases)
{
    int64_t more = 0;
    int32_t here = essay->here;
    sort(essay->terms, essay->sorted, phrases, 1);
    for (int64_t i = 0; i < phrases; i++) {
        Cell *phrase = essay->sorted[i];
        const int32_t *parts = essay->terms->parts + PARTS * (int64_t)phrase->column;
        int covered = 0;
        for (int part = 0; part < PARTS; part++)
            covered |= parts[part] >= 0 && essay->covered[parts[part]] == here;
        phrase->stands = !covered;
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

/* Scores the cells and tells which stand: without `words` all phrases that occur `least` times;
   returns how many. */
static int64_t choose(Essay *essay, int64_t least, int64_t words)
{
    int64_t phrases = 0, standing = 0;
    for (int64_t i = 0; i < essay->used; i++) {
        Cell *cell = essay->cells + i;
        int often = cell->count >= least, many = essay->terms->length[cell->column] > 1;
        cell->score *= essay->terms->idf[cell->column];
        cell->stands = words ? !many : often;
        standing += cell->stands;
        if (words && often && many && explains(essay, cell))
            essay->sorted[phrases++] = cell;
    }
    return standing + cover(essay, phrases);
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
            keep_better(essay->heap, top, score);
        }
        worst = essay->heap[0];
    }
    for (int64_t i = 0; i < essay->used; i++)
        if (essay->cells[i].score >= worst && essay->cells[i].stands)
            essay->sorted[found++] = essay->cells + i;
    sort(essay->terms, essay->sorted, found, 0);
    return found < top ? found : top;
}

/* Fills the lists of all essays, one after the other, with the `top` terms of each. `words` tells
   whether there are single words: else every phrase may stand that occurs `least` times. `met` and
   `covered` have zeros, one for each column. Returns the number of rows, -1 without memory. */
int64_t lists_fill(
    int64_t places, const int32_t *first, const int32_t *term, const int32_t *of_term,
    const int32_t *unit, const int32_t *essay_of, const double *weight, const Terms *terms,
    int64_t top, int64_t least, int64_t words, Met *met, int32_t *covered, int32_t *row,
    int32_t *rank, int32_t *column, double *score, int64_t *count)
{
    const Places given = {places, first, term, of_term, unit, essay_of, weight};
    Essay essay = {.terms = terms, .met = met, .covered = covered};
    int64_t found = 0, place = 0;
    while (place >= 0 && place < places) {
        place = read(&essay, &given, place);
        int64_t listed = place < 0 ? 0 : best(&essay, choose(&essay, least, words), top);
        for (int64_t i = 0; i < listed; i++) {
            const Cell *cell = essay.sorted[i];
            row[found] = essay.number;
            rank[found] = (int32_t)i + 1;
            column[found] = cell->column;
            score[found] = cell->score;
            count[found++] = cell->count;
        }
    }
    free(essay.cells);
    free(essay.sorted);
    free(essay.heap);
    return place < 0 ? -1 : found;
}
