/* The best of many scores. */

#ifndef HEAP_H
#define HEAP_H

#include <stdint.h>

/* Puts a score into a heap of the best, the worst of them on top, if it is better than that. */
static inline void keep_better(double *heap, int64_t size, double score)
{
    int64_t at = 0, child;
    if (!(score > heap[0]))
        return;
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

#endif
