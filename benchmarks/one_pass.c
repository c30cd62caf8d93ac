/* One pass over UTF-8 bytes: tokens, their types by a checked hash, their offsets in code points.

   The limit that the counting stage is held against: it does nothing else, and nothing less. A
   token is a run of ASCII letters, digits, '-' and '_' and of bytes above 127; types are compared
   in lower case (ASCII only). It knows no sentences, no abbreviations and no language. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    uint64_t hash;
    int64_t start; /* byte of the first occurrence */
    int32_t size;
    int32_t type; /* -1 where the slot is free */
} Slot;

typedef struct {
    Slot *slots;
    uint64_t mask;
    int32_t types;
} Table;

static uint8_t LOWER[256]; /* 0 where a byte ends a word */

static void fill_lower(void) {
    for (int byte = 0; byte < 256; byte++) {
        int upper = byte >= 'A' && byte <= 'Z';
        int word = upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
                   byte == '-' || byte == '_' || byte > 127;
        LOWER[byte] = word ? (uint8_t)(upper ? byte + 32 : byte) : 0;
    }
}

static int make(Table *table, uint64_t size) {
    table->slots = malloc(size * sizeof(Slot));
    table->mask = size - 1;
    if (!table->slots) return 0;
    for (uint64_t at = 0; at < size; at++) table->slots[at].type = -1;
    return 1;
}

static int grow(Table *table) {
    Table wider = {0, 0, table->types};
    if (!make(&wider, 2 * (table->mask + 1))) return 0;
    for (uint64_t at = 0; at <= table->mask; at++) {
        if (table->slots[at].type < 0) continue;
        uint64_t to = table->slots[at].hash & wider.mask;
        while (wider.slots[to].type >= 0) to = (to + 1) & wider.mask;
        wider.slots[to] = table->slots[at];
    }
    free(table->slots);
    *table = wider;
    return 1;
}

static int same(const uint8_t *text, int64_t a, int64_t b, int32_t size) {
    for (int32_t at = 0; at < size; at++)
        if (LOWER[text[a + at]] != LOWER[text[b + at]]) return 0;
    return 1;
}

static int32_t type_of(Table *table, const uint8_t *text, int64_t start, int32_t size,
                       uint64_t hash) {
    uint64_t at = hash & table->mask;
    while (table->slots[at].type >= 0) {
        Slot *slot = &table->slots[at];
        if (slot->hash == hash && slot->size == size && same(text, slot->start, start, size))
            return slot->type;
        at = (at + 1) & table->mask;
    }
    table->slots[at] = (Slot){hash, start, size, table->types};
    return table->types++;
}

/* Returns the number of tokens, or -1 where memory or room is short. */
int64_t one_pass(const uint8_t *text, int64_t length, int64_t room, int32_t *type, int32_t *start,
                 int32_t *end, int32_t *types) {
    Table table = {0, 0, 0};
    int64_t tokens = 0, at = 0;
    int32_t point = 0; /* code points before the byte at */
    fill_lower();
    if (!make(&table, 1 << 16)) return -1;
    while (at < length) {
        if (!LOWER[text[at]]) {
            at++, point++;
            continue;
        }
        int64_t first = at;
        int32_t from = point;
        uint64_t hash = 14695981039346656037ULL;
        for (; at < length && LOWER[text[at]]; at++) {
            hash = (hash ^ LOWER[text[at]]) * 1099511628211ULL;
            point += (text[at] & 0xC0) != 0x80;
        }
        hash ^= hash >> 29;
        if (tokens == room || (2 * (uint64_t)table.types > table.mask && !grow(&table))) {
            tokens = -1;
            break;
        }
        type[tokens] = type_of(&table, text, first, (int32_t)(at - first), hash);
        start[tokens] = from;
        end[tokens++] = point;
    }
    *types = table.types;
    free(table.slots);
    return tokens;
}
