/* Code points → chunks: runs between white space, each distinct one known by a number.

   What a code point is (white space, a mark to be told) comes in a table; the numbers are kept from
   call to call in an index that the caller makes and frees. Every function that may run short of
   memory returns -1 then; the index is to be freed after that. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SPACE = 1, FIRST_SLOTS = 1 << 12, FIRST_ROOM = 1 << 10, FACTORS = 64 };

typedef struct {
    uint32_t tag;   /* upper half of the hash: most strangers are told apart without their text */
    uint32_t form;  /* number + 1; 0 where the slot is free */
    int64_t offset; /* in the text of the index: the size of the chunk, then its code points */
} Slot;

typedef struct {
    uint32_t *text; /* the distinct chunks, one after the other */
    int64_t text_size, text_room;
    uint64_t *hashes; /* by form */
    int64_t count, form_room;
    Slot *slots;
    uint64_t mask;
    int64_t *offsets;
    uint64_t factors[FACTORS];
} Index;

typedef struct {
    const uint8_t *classes;
    uint32_t last; /* the entry for every code point beyond the table */
} Classes;

void chunks_free(Index *index) {
    if (!index) return;
    free(index->text);
    free(index->hashes);
    free(index->offsets);
    free(index->slots);
    free(index);
}

Index *chunks_new(void) {
    Index *index = calloc(1, sizeof(Index));
    if (!index) return NULL;
    index->slots = calloc(FIRST_SLOTS, sizeof(Slot));
    index->hashes = malloc(FIRST_ROOM * sizeof(uint64_t));
    index->offsets = malloc(FIRST_ROOM * sizeof(int64_t));
    index->text = malloc(FIRST_ROOM * sizeof(uint32_t));
    index->mask = FIRST_SLOTS - 1;
    index->form_room = index->text_room = FIRST_ROOM;
    /* SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014) from a fixed seed. */
    for (uint64_t row = 0, seed = 1; row < FACTORS; row++) {
        uint64_t mixed = seed += 0x9E3779B97F4A7C15ULL;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBULL;
        index->factors[row] = (mixed ^ mixed >> 31) | 1;
    }
    if (index->slots && index->hashes && index->offsets && index->text) return index;
    chunks_free(index);
    return NULL;
}

int64_t chunks_count(const Index *index) {
    return index->count;
}

static int widen_slots(Index *index) {
    uint64_t mask = 2 * index->mask + 1;
    Slot *slots = calloc(mask + 1, sizeof(Slot));
    if (!slots) return 0;
    for (int64_t form = 0; form < index->count; form++) {
        uint64_t hash = index->hashes[form], at = hash & mask;
        while (slots[at].form) at = (at + 1) & mask;
        slots[at] = (Slot){(uint32_t)(hash >> 32), (uint32_t)form + 1, index->offsets[form]};
    }
    free(index->slots);
    index->slots = slots;
    index->mask = mask;
    return 1;
}

static int widen_forms(Index *index) {
    size_t room = 2 * (size_t)index->form_room;
    uint64_t *hashes = realloc(index->hashes, room * sizeof(uint64_t));
    if (hashes) index->hashes = hashes;
    int64_t *offsets = realloc(index->offsets, room * sizeof(int64_t));
    if (offsets) index->offsets = offsets;
    if (!hashes || !offsets) return 0;
    index->form_room = (int64_t)room;
    return 1;
}

static int make_room(Index *index, int64_t size) {
    if (index->count >= INT32_MAX || size >= UINT32_MAX) return 0;
    if (index->count == index->form_room && !widen_forms(index)) return 0;
    int64_t needed = index->text_size + size + 1;
    if (needed > index->text_room) {
        int64_t room = 2 * index->text_room > needed ? 2 * index->text_room : needed;
        uint32_t *text = realloc(index->text, (size_t)room * sizeof(uint32_t));
        if (!text) return 0;
        index->text = text;
        index->text_room = room;
    }
    return 2 * (uint64_t)index->count < index->mask || widen_slots(index);
}

/* A sum of products, which unlike a chain of them need not wait for one another. */
static uint64_t term(const Index *index, uint32_t code, int64_t place) {
    return (code + 1ULL) * index->factors[place & (FACTORS - 1)];
}

static uint64_t spread(uint64_t hash) {
    return hash ^ hash >> 32; /* the low bits choose the slot */
}

/* The number of a chunk, a new one if it was not met before; -1 where memory is short. */
static int64_t number_of(Index *index, const uint32_t *chunk, int64_t size, uint64_t hash) {
    uint32_t tag = (uint32_t)(hash >> 32);
    uint64_t at = hash & index->mask;
    for (; index->slots[at].form; at = (at + 1) & index->mask) {
        if (index->slots[at].tag != tag) continue;
        const uint32_t *known = index->text + index->slots[at].offset;
        if (known[0] == (uint64_t)size && !memcmp(known + 1, chunk, (size_t)size * sizeof(uint32_t)))
            return index->slots[at].form - 1;
    }
    uint64_t mask = index->mask;
    if (!make_room(index, size)) return -1;
    if (mask != index->mask)
        for (at = hash & index->mask; index->slots[at].form;) at = (at + 1) & index->mask;
    index->hashes[index->count] = hash;
    index->offsets[index->count] = index->text_size;
    index->slots[at] = (Slot){tag, (uint32_t)++index->count, index->text_size};
    index->text[index->text_size] = (uint32_t)size;
    memcpy(index->text + index->text_size + 1, chunk, (size_t)size * sizeof(uint32_t));
    index->text_size += size + 1;
    return index->count - 1;
}

static uint8_t class_of(Classes table, uint32_t code) {
    return table.classes[code < table.last ? code : table.last];
}

/* Fills start, end and form of every chunk and fresh, the rows of chunks that are met for the
   first time (room for (size + 1) / 2 each), and marks, the places of classes other than white
   space alone (room for size), their count in mark_count. Returns the number of chunks. */
int64_t chunks_split(Index *index, const uint32_t *codes, int64_t size, const uint8_t *classes,
                     uint32_t last, int64_t *start, int64_t *end, int64_t *form, int64_t *fresh,
                     int64_t *marks, int64_t *mark_count) {
    const Classes table = {classes, last};
    int64_t chunks = 0, found = 0, before = index->count;
    for (int64_t at = 0; at < size;) {
        uint8_t class = class_of(table, codes[at]);
        if (class & SPACE) {
            if (class > SPACE) marks[found++] = at;
            at++;
            continue;
        }
        int64_t first = at;
        uint64_t hash = 0;
        do {
            if (class) marks[found++] = at;
            hash += term(index, codes[at], at - first);
            if (++at == size) break;
            class = class_of(table, codes[at]);
        } while (!(class & SPACE));
        int64_t known = index->count;
        int64_t number = number_of(index, codes + first, at - first, spread(hash));
        if (number < 0) return -1;
        if (number == known) fresh[known - before] = chunks;
        start[chunks] = first;
        end[chunks] = at;
        form[chunks++] = number;
    }
    *mark_count = found;
    return chunks;
}

/* Fills the numbers of count stretches of the code points, and the rows of those that are new.
   Returns how many are new. */
int64_t chunks_number(Index *index, const uint32_t *codes, int64_t count, const int64_t *start,
                      const int64_t *end, int64_t *form, int64_t *fresh) {
    int64_t before = index->count;
    for (int64_t row = 0; row < count; row++) {
        uint64_t hash = 0;
        for (int64_t at = start[row]; at < end[row]; at++)
            hash += term(index, codes[at], at - start[row]);
        int64_t known = index->count;
        form[row] =
            number_of(index, codes + start[row], end[row] - start[row], spread(hash));
        if (form[row] < 0) return -1;
        if (form[row] == known) fresh[known - before] = row;
    }
    return index->count - before;
}
