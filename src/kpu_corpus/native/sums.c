/* Counts of terms by unit, and their sums over rows of units, as the columns of sparse matrices. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT = 64, BITS = 64 };  /* so many columns are put in order by their ranks */

/* The columns differ from each other. To count the smaller ones takes more steps than to put each in
   its place, but none that depends on the columns. Many are marked in `seen`: zeros, a bit for each
   of `width` columns, then one for each number of these; zeros again in the end. */
static void sort(int32_t *columns, int64_t size, uint64_t *seen, int64_t width)
{
    if (size <= SHORT) {
        int32_t sorted[SHORT];
        for (int64_t i = 0; i < size; i++) {
            int32_t smaller = 0;
            for (int64_t other = 0; other < size; other++)
                smaller += columns[other] < columns[i];
            sorted[smaller] = columns[i];
        }
        memcpy(columns, sorted, (size_t)size * sizeof(int32_t));
        return;
    }
    uint64_t *used = seen + width / BITS + 1;
    for (int64_t i = 0; i < size; i++) {
        int32_t at = columns[i] / BITS;
        seen[at] |= 1ULL << columns[i] % BITS;
        used[at / BITS] |= 1ULL << at % BITS;
    }
    for (int64_t first = 0; size; first += BITS, used++)
        for (; *used; *used &= *used - 1) {
            int64_t at = first + __builtin_ctzll(*used);
            for (; seen[at]; seen[at] &= seen[at] - 1, size--)
                *columns++ = (int32_t)(at * BITS + __builtin_ctzll(seen[at]));
        }
}

/* Places stand in the order of their units; `first` is the first token of each, NULL where each token
   is one; `of_term` is the column of each term, -1 for none, NULL where it is the term. Writes the
   distinct columns of each unit in order, and how often each occurs there; `times` are zeros, one a
   column, and zeros again in the end. */
void sums_of_units(
    int64_t places, const int32_t *first, const int32_t *term, const int32_t *of_term,
    const int32_t *unit, int64_t units, int64_t width, int32_t *times, uint64_t *seen,
    int32_t *starts, int32_t *columns, int64_t *counts)
{
    int64_t place = 0, cell = 0;
    for (int64_t here = 0; here < units; here++) {
        int64_t begin = cell;
        starts[here] = (int32_t)begin;
        for (; place < places && unit[first ? first[place] : place] == here; place++) {
            int32_t column = of_term ? of_term[term[place]] : term[place];
            if (column < 0)
                continue;
            columns[cell] = column; /* whether it is new is hard to foresee: no branch */
            cell += times[column]++ == 0;
        }
        sort(columns + begin, cell - begin, seen, width);
        for (int64_t at = begin; at < cell; at++) {
            counts[at] = times[columns[at]];
            times[columns[at]] = 0;
        }
    }
    starts[units] = (int32_t)cell;
}

typedef struct {
    int32_t at;    /* where a column stands in its row; outside of it where it does not yet */
    int32_t times; /* how often it occurs in the unit */
} Cell;

/* Adds up the units of each row: the counts, and the weights of the units with a term. The cells of
   a row stand in the order in which scipy's product of sparse matrices has them: what came last
   first, in units whose columns are in order. So they are written from the end of the columns, whose
   first entry that is used is returned. Weights are added one after the other, in the order of the
   units; there is nothing else that a compiler could make of it.

   Places stand in the order of their units; `of_term` is the column of each term, -1 for none. There
   is a cell of zeros and room in `fresh` for every column, `seen` as above, a begin for every unit and
   one more. */
int64_t sums_of_rows(
    int64_t rows, int64_t width, int64_t units, int64_t room, const int32_t *row_starts,
    const int32_t *row_units, const double *weight, const int32_t *first, const int32_t *term,
    const int32_t *of_term, const int32_t *unit, Cell *cells, uint64_t *seen, int32_t *fresh,
    int32_t *begin, int64_t *starts, int32_t *columns, int64_t *counts, double *totals)
{
    int64_t place = 0, top = room;
    for (int64_t here = 0; here <= units; here++) {
        while (place < room && unit[first[place]] < here)
            place++;
        begin[here] = (int32_t)place;
    }
    for (int64_t column = 0; column < width; column++)
        cells[column].at = (int32_t)room;
    starts[rows] = room;
    for (int64_t row = rows - 1; row >= 0; row--) {
        int64_t end = top;
        for (int64_t u = row_starts[row]; u < row_starts[row + 1]; u++) {
            int64_t here = row_units[u], many = 0, new = 0;
            for (place = begin[here]; place < begin[here + 1]; place++) {
                int32_t column = of_term[term[place]];
                if (column >= 0 && cells[column].times++ == 0)
                    fresh[many++] = column;
            }
            for (int64_t i = 0; i < many; i++) {
                Cell *cell = cells + fresh[i];
                if (cell->at >= end) {
                    fresh[new++] = fresh[i];
                    continue;
                }
                counts[cell->at] += cell->times;
                totals[cell->at] += weight[here];
                cell->times = 0;
            }
            sort(fresh, new, seen, width);
            for (int64_t i = 0; i < new; i++) {
                Cell *cell = cells + fresh[i];
                columns[--top] = fresh[i];
                counts[top] = cell->times;
                totals[top] = weight[here];
                *cell = (Cell){(int32_t)top, 0};
            }
        }
        starts[row] = top;
    }
    return top;
}
