/* Words looked up in the bytes of a table: what ground/lookup.py writes and reads one by one. */

#include <stdint.h>
#include <string.h>

enum { TOLD = 0xfe, WORD = 0xff };

/* Fills for each of so many words, one behind the other with a zero after each, where what is told
   of it begins and ends in the table; -1 for an unknown one. A bucket is chosen by the CRC-32 of
   ISO 3309, as zlib has it. */
void lookup_find(const uint8_t *table, const int32_t *heads, int64_t mask, const uint8_t *words,
                 int64_t count, int32_t *begin, int32_t *end) {
    uint32_t steps[256];
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t step = byte;
        for (int bit = 0; bit < 8; bit++) step = step >> 1 ^ (step & 1 ? 0xedb88320u : 0);
        steps[byte] = step;
    }
    for (int64_t row = 0; row < count; row++) {
        const uint8_t *word = words;
        uint32_t check = ~0u;
        for (; *words; words++) check = check >> 8 ^ steps[(check ^ *words) & 0xff];
        int64_t size = words++ - word, at = ~check & mask;
        begin[row] = end[row] = -1;
        for (int32_t place = heads[at]; place < heads[at + 1];) { /* the last byte is a WORD */
            const uint8_t *own = table + place + 1;
            const uint8_t *next = memchr(own, WORD, (size_t)(heads[mask + 1] - place));
            int32_t after = (int32_t)(next - table);
            if (next - own > size && own[size] == TOLD && !memcmp(own, word, (size_t)size)) {
                begin[row] = place + 2 + (int32_t)size;
                end[row] = after;
                break;
            }
            place = after;
        }
    }
}
