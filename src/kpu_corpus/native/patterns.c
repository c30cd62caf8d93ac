/* Phrases of words with gaps between them, all followed at once from left to right. */

#include <stdint.h>

enum { NOWHERE = -(1 << 30) };

/* The nodes of a type are those that it fits, children before their parents: what a parent reaches
   with this very token is not yet seen. A child goes on from the nearest place of its parent, if
   that is in the same unit and at most `reach` words before. Only the tokens from each `low` up to
   its `high` are looked at. Fills the phrases that are found, as many as there is room for; returns
   how many there are. */
int64_t patterns_follow(
    int64_t stretches, const int32_t *low, const int32_t *high, const int32_t *type,
    const int32_t *unit, const int32_t *starts, const int32_t *nodes, int64_t count,
    const int32_t *parent, const int32_t *reach, const int32_t *phrase, int32_t *place,
    int32_t *begun, int64_t room, int32_t *found, int32_t *first, int32_t *last)
{
    int64_t total = 0;
    for (int64_t node = 0; node < count; node++)
        place[node] = NOWHERE;
    for (int64_t row = 0; row < stretches; row++) {
        for (int32_t i = low[row]; i < high[row]; i++) {
            for (int32_t at = starts[type[i]]; at < starts[type[i] + 1]; at++) {
                int32_t node = nodes[at], up = parent[node], begin = i;
                if (up >= 0) {
                    int32_t before = place[up];
                    if (i - before > reach[node] || unit[before] != unit[i])
                        continue;
                    begin = begun[up];
                }
                place[node] = i;
                begun[node] = begin;
                if (phrase[node] < 0)
                    continue;
                if (total < room) {
                    found[total] = phrase[node];
                    first[total] = begin;
                    last[total] = i;
                }
                total++;
            }
        }
    }
    return total;
}
