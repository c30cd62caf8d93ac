/* Columns of words with some of them replaced by several words each. */

#include <stdint.h>

int64_t words_count(int64_t tokens, const int32_t *size, const int32_t *type)
{
    int64_t count = 0;
    for (int64_t i = 0; i < tokens; i++)
        count += size[type[i]];
    return count;
}

/* `before` has the first piece of each type that is split, -1 for the others; a piece is a type and
   its start inside the word. */
void words_split(
    int64_t tokens, const int32_t *size, const int32_t *before, const int32_t (*pieces)[2],
    const int32_t *type, const int32_t *unit, const int32_t *start, const uint8_t *gap,
    const uint8_t *repeat, int32_t *new_type, int32_t *new_unit, int32_t *new_start, uint8_t *new_gap,
    uint8_t *new_repeat)
{
    int64_t at = 0;
    for (int64_t i = 0; i < tokens; i++) {
        int32_t kind = type[i], first = before[kind];
        for (int32_t step = 0; step < size[kind]; step++, at++) {
            const int32_t *piece = first < 0 ? 0 : pieces[first + step];
            new_type[at] = piece ? piece[0] : kind;
            new_unit[at] = unit[i];
            new_start[at] = piece ? start[i] + piece[1] : start[i];
            new_gap[at] = step ? 0 : gap[i];
            new_repeat[at] = repeat[i];
        }
    }
}
