/* Counts of terms by unit, and their sums over rows of units, as the columns of sparse matrices. */

#include <stdint.h>
#include <stdlib.h>

enum { SHORT = 48 };  /* so many columns are put in order by insertion */

static int by_number(const void *a, const void *b)
{
    int32_t one = *(const int32_t *)a, other = *(const int32_t *)b;
    return (one > other) - (one < other);
}

static void sort(int32_t *columns, int64_t size)
{
    if (size > SHORT) {
        qsort(columns, (size_t)size, sizeof(int32_t), by_number);
        return;
    }
    for (int64_t i = 1; i < size; i++) {
        int32_t column = columns[i];
        int64_t at = i;
        for (; at > 0 && columns[at - 1] > column; at--)
            columns[at] = columns[at - 1];
        columns[at] = column;
    }
}

/* Places stand in the order of their units; `of_term` is the column of each term, -1 for none.
   Writes the distinct columns of each unit in order, and how often each occurs there; `times` are
   zeros, one a column, and zeros again in the end. */
void sums_of_units(
    int64_t places, const int32_t *first, const int32_t *term, const int32_t *of_term,
    const int32_t *unit, int64_t units, int32_t *times, int32_t *starts, int32_t *columns,
    int64_t *counts)
{
    int64_t place = 0, cell = 0;
    for (int64_t here = 0; here < units; here++) {
        int64_t begin = cell;
        starts[here] = (int32_t)begin;
        for (; place < places && unit[first[place]] == here; place++) {
            int32_t column = of_term[term[place]];
            if (column >= 0 && times[column]++ == 0)
                columns[cell++] = column;
        }
        sort(columns + begin, cell - begin);
        for (int64_t at = begin; at < cell; at++) {
            counts[at] = times[columns[at]];
            times[columns[at]] = 0;
        }
    }
    starts[units] = (int32_t)cell;
}

/* Adds up the units of each row: the counts, and the weights of the units with a term. The cells of
   a row stand in the order in which scipy's product of sparse matrices has them: what came last
   first. So they are written from the end of the columns, whose first entry that is used is
   returned. Weights are added one after the other, in the order of the units; there is nothing else
   that a compiler could make of it. `at` has a place for every column. */
int64_t sums_of_rows(
    int64_t rows, const int32_t *row_starts, const int32_t *row_units, const int32_t *unit_starts,
    const int32_t *unit_columns, const int64_t *unit_counts, const double *weight, int64_t width,
    int64_t room, int64_t *at, int64_t *starts, int32_t *columns, int64_t *counts, double *totals)
{
    int64_t first = room;
    for (int64_t column = 0; column < width; column++)
        at[column] = room;
    starts[rows] = room;
    for (int64_t row = rows - 1; row >= 0; row--) {
        int64_t end = first;
        for (int64_t u = row_starts[row]; u < row_starts[row + 1]; u++) {
            int32_t unit = row_units[u];
            for (int64_t i = unit_starts[unit]; i < unit_starts[unit + 1]; i++) {
                int32_t column = unit_columns[i];
                if (at[column] >= end) {
                    at[column] = --first;
                    columns[first] = column;
                    counts[first] = 0;
                    totals[first] = 0.0;
                }
                counts[at[column]] += unit_counts[i];
                totals[at[column]] += weight[unit];
            }
        }
        starts[row] = first;
    }
    return first;
}
