/* The weights of the words that count, summed by part. */

#include <stdint.h>

/* Words count in units that do, unless they are said again; the weights are added one after the
   other, in the order of the text, onto sums that begin with zero. The sum of a part waits for the
   words of the next: to write it after each word would take most of the time. */
void weights_sum(int64_t tokens, const int32_t *type, const int32_t *unit, const uint8_t *repeat,
                 const double *weight, const uint8_t *counts, const int32_t *part, double *sums)
{
    int32_t here = -1;
    double sum = 0.0;
    for (int64_t i = 0; i < tokens; i++) {
        if (!counts[unit[i]] || repeat[i])
            continue;
        if (part[unit[i]] != here) {
            if (here >= 0)
                sums[here] = sum;
            here = part[unit[i]];
            sum = sums[here];
        }
        sum += weight[type[i]];
    }
    if (here >= 0)
        sums[here] = sum;
}
