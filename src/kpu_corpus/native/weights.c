/* The weights of the words that count, summed by part. */

#include <stdint.h>

/* Words count in units that do, unless they are said again; the weights are added one after the
   other, in the order of the text, onto sums that begin with zero. */
void weights_sum(int64_t tokens, const int32_t *type, const int32_t *unit, const uint8_t *repeat,
                 const double *weight, const uint8_t *counts, const int32_t *part, double *sums)
{
    for (int64_t i = 0; i < tokens; i++)
        if (counts[unit[i]] && !repeat[i])
            sums[part[unit[i]]] += weight[type[i]];
}
