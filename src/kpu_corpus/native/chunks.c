/* Code points → chunks: runs between white space, each distinct one known by a number.

   What a code point is (white space, a mark to be told) comes in a table; the numbers are kept from
   call to call in an index that the caller makes and frees. Every function that may run short of
   memory returns -1 then; the index is to be freed after that.

   Most chunks are sixteen Latin-1 characters at most: these are their own key, and never compared
   character by character. The bytes of a number stand with the lowest first. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SPACE = 1, WIDE = 128, FIRST_SLOTS = 1 << 12, FIRST_ROOM = 1 << 10, FACTORS = 64 };
enum { STRIP = 1 << 12 };
enum { HALF = 8, SHORT = 16, LATIN = 256, UNKNOWN = -1 };

typedef struct {
    uint64_t low, high; /* the characters of a short chunk; else its hash, and its place in the text */
    uint32_t form;      /* number + 1; 0 where the slot is free */
    uint32_t is_long;
} Slot;

typedef struct {
    uint32_t *text; /* the distinct long chunks, one after the other: size, code points */
    int64_t text_size, text_room;
    uint64_t *hashes; /* by form */
    int64_t count, form_room;
    Slot *slots;
    uint64_t mask;
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
    free(index->slots);
    free(index);
}

Index *chunks_new(void) {
    Index *index = calloc(1, sizeof(Index));
    if (!index) return NULL;
    index->slots = calloc(FIRST_SLOTS, sizeof(Slot));
    index->hashes = malloc(FIRST_ROOM * sizeof(uint64_t));
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
    if (index->slots && index->hashes && index->text) return index;
    chunks_free(index);
    return NULL;
}

static int widen_slots(Index *index) {
    uint64_t mask = 2 * index->mask + 1;
    Slot *slots = calloc(mask + 1, sizeof(Slot));
    if (!slots) return 0;
    for (uint64_t row = 0; row <= index->mask; row++) {
        Slot slot = index->slots[row];
        if (!slot.form) continue;
        uint64_t at = index->hashes[slot.form - 1] & mask;
        while (slots[at].form) at = (at + 1) & mask;
        slots[at] = slot;
    }
    free(index->slots);
    index->slots = slots;
    index->mask = mask;
    return 1;
}

static int widen_forms(Index *index) {
    size_t room = 2 * (size_t)index->form_room;
    uint64_t *hashes = realloc(index->hashes, room * sizeof(uint64_t));
    if (!hashes) return 0;
    index->hashes = hashes;
    index->form_room = (int64_t)room;
    return 1;
}

/* The number of a chunk that was not met before; -1 where memory is short. */
static int64_t new_number(Index *index, uint64_t hash, Slot slot) {
    if (index->count >= INT32_MAX) return -1;
    if (index->count == index->form_room && !widen_forms(index)) return -1;
    if (2 * (uint64_t)index->count >= index->mask && !widen_slots(index)) return -1;
    uint64_t at = hash & index->mask;
    while (index->slots[at].form) at = (at + 1) & index->mask;
    index->hashes[index->count] = hash;
    slot.form = (uint32_t)++index->count;
    index->slots[at] = slot;
    return index->count - 1;
}

static uint64_t spread(uint64_t hash) {
    return hash ^ hash >> 32; /* the low bits choose the slot */
}

static uint64_t short_hash(const Index *index, uint64_t low, uint64_t high) {
    return spread(low * index->factors[0] + (high ^ high >> 32) * index->factors[1]);
}

/* The number of a short chunk of Latin-1 without zeros, given its characters filled up with them;
   UNKNOWN for one that has none. */
static int64_t short_known(const Index *index, uint64_t hash, uint64_t low, uint64_t high) {
    for (uint64_t at = hash & index->mask; index->slots[at].form; at = (at + 1) & index->mask) {
        const Slot *slot = &index->slots[at];
        if (slot->low == low && slot->high == high && !slot->is_long) return slot->form - 1;
    }
    return UNKNOWN;
}

static int keep_text(Index *index, const uint32_t *chunk, int64_t size) {
    int64_t needed = index->text_size + size + 1;
    if (size >= UINT32_MAX) return 0;
    if (needed > index->text_room) {
        int64_t room = 2 * index->text_room > needed ? 2 * index->text_room : needed;
        uint32_t *text = realloc(index->text, (size_t)room * sizeof(uint32_t));
        if (!text) return 0;
        index->text = text;
        index->text_room = room;
    }
    index->text[index->text_size] = (uint32_t)size;
    memcpy(index->text + index->text_size + 1, chunk, (size_t)size * sizeof(uint32_t));
    index->text_size = needed;
    return 1;
}

static uint64_t long_hash(const Index *index, const uint32_t *chunk, int64_t size) {
    uint64_t hash = 0; /* a sum of products, which unlike a chain need not wait for one another */
    for (int64_t at = 0; at < size; at++)
        hash += (chunk[at] + 1ULL) * index->factors[at & (FACTORS - 1)];
    return spread(hash);
}

/* The number of any other chunk, UNKNOWN for one that has none. */
static int64_t long_known(const Index *index, uint64_t hash, const uint32_t *chunk, int64_t size) {
    for (uint64_t at = hash & index->mask; index->slots[at].form; at = (at + 1) & index->mask) {
        const Slot *slot = &index->slots[at];
        if (!slot->is_long || slot->low != hash) continue;
        const uint32_t *known = index->text + slot->high;
        if (known[0] == (uint64_t)size && !memcmp(known + 1, chunk, (size_t)size * sizeof(uint32_t)))
            return slot->form - 1;
    }
    return UNKNOWN;
}

static uint64_t eight(const uint8_t *bytes) {
    uint64_t number;
    memcpy(&number, bytes, HALF);
    return number;
}

static uint64_t first_of(uint64_t number, int64_t count) {
    return count >= HALF ? number : count <= 0 ? 0 : number & ((1ULL << 8 * count) - 1);
}

/* Writes the characters, 0 for those beyond Latin-1, and their classes. Characters without a byte
   of their own are WIDE, a class of no other. */
static void narrow(const uint32_t *codes, int64_t size, Classes table, const uint8_t *latin,
                   uint8_t *bytes, uint8_t *kinds) {
    uint8_t every = 0;
    for (int64_t at = 0; at < size; at++) bytes[at] = (uint8_t)(codes[at] < LATIN ? codes[at] : 0);
    for (int64_t at = 0; at < size; at++) every |= kinds[at] = latin[bytes[at]];
    if (!(every & WIDE)) return;
    for (int64_t at = 0; at < size; at++)
        if (kinds[at] & WIDE)
            kinds[at] = WIDE | table.classes[codes[at] < table.last ? codes[at] : table.last];
}

/* Reads a text that is to be split. Fills its characters and behind them its classes, ``SHORT`` more
   than there are of each, how many chunks it has, and how many marks: places of classes other than
   white space alone. */
void chunks_read(const uint32_t *codes, int64_t size, const uint8_t *classes, uint32_t last,
                 uint8_t *bytes, int64_t *chunks, int64_t *marks) {
    uint8_t latin[LATIN], *kinds = bytes + size + SHORT;
    for (uint32_t code = 0; code < LATIN; code++) latin[code] = classes[code < last ? code : last];
    latin[0] |= WIDE;
    *chunks = *marks = 0;
    for (int64_t first = 0; first < size; first += STRIP) { /* a strip stays in the cache */
        int64_t end = size - first < STRIP ? size : first + STRIP;
        uint32_t heads = 0, marked = 0;
        narrow(codes + first, end - first, (Classes){classes, last}, latin, bytes + first,
               kinds + first);
        for (int64_t at = first + !first; at < end; at++)
            heads += kinds[at - 1] & ~kinds[at] & SPACE;
        for (int64_t at = first; at < end; at++) marked += (kinds[at] & ~(SPACE | WIDE)) != 0;
        *chunks += heads;
        *marks += marked;
    }
    *chunks += size && !(kinds[0] & SPACE);
    memset(bytes + size, 0, SHORT);
    memset(kinds + size, SPACE, SHORT);
}

/* Fills start, end and form of every chunk of a text that was read to ``bytes``, UNKNOWN for the form
   of those without a number, and the places of marks. */
void chunks_split(const Index *index, const uint32_t *codes, int64_t size, const uint8_t *bytes,
                  int64_t *start, int64_t *end, int64_t *form, int64_t *marks) {
    int64_t chunks = 0, found = 0;
    const uint8_t *kinds = bytes + size + SHORT;
    for (int64_t at = 0; at < size;) {
        if (kinds[at] & SPACE) {
            if (kinds[at] & ~(SPACE | WIDE)) marks[found++] = at;
            at++;
            continue;
        }
        int64_t first = at;
        uint8_t kind = 0, every = 0;
        for (;; at++) {
            uint64_t ahead = eight(kinds + at);
            for (; !ahead; ahead = eight(kinds + at)) at += HALF;
            at += __builtin_ctzll(ahead) / 8;
            kind = kinds[at];
            if (kind & SPACE) break;
            if (kind & ~WIDE) marks[found++] = at;
            every |= kind;
        }
        int64_t length = at - first;
        start[chunks] = first;
        end[chunks] = at;
        if (length > SHORT || every & WIDE) {
            const uint32_t *chunk = codes + first;
            form[chunks++] = long_known(index, long_hash(index, chunk, length), chunk, length);
            continue;
        }
        const uint8_t *head = bytes + first;
        uint64_t low = first_of(eight(head), length);
        uint64_t high = length > HALF ? first_of(eight(head + HALF), length - HALF) : 0;
        form[chunks++] = short_known(index, short_hash(index, low, high), low, high);
    }
}

static int64_t long_number(Index *index, const uint32_t *chunk, int64_t size) {
    uint64_t hash = long_hash(index, chunk, size), place = (uint64_t)index->text_size;
    int64_t known = long_known(index, hash, chunk, size);
    if (known != UNKNOWN) return known;
    return keep_text(index, chunk, size) ? new_number(index, hash, (Slot){hash, place, 0, 1}) : -1;
}

/* The number of a chunk, whatever its characters; a new one where it has none. */
static int64_t number_of(Index *index, const uint32_t *chunk, int64_t size) {
    uint8_t bytes[SHORT] = {0};
    if (size > SHORT) return long_number(index, chunk, size);
    for (int64_t at = 0; at < size; at++) {
        if (!chunk[at] || chunk[at] >= LATIN) return long_number(index, chunk, size);
        bytes[at] = (uint8_t)chunk[at];
    }
    uint64_t low = eight(bytes), high = eight(bytes + HALF), hash = short_hash(index, low, high);
    int64_t known = short_known(index, hash, low, high);
    return known != UNKNOWN ? known : new_number(index, hash, (Slot){low, high, 0, 0});
}

/* Fills the numbers of those of count stretches of the code points whose form is UNKNOWN, and the
   rows of those that are new. Returns how many are new, -1 where memory is short. */
int64_t chunks_number(Index *index, const uint32_t *codes, int64_t count, const int64_t *start,
                      const int64_t *end, int64_t *form, int64_t *fresh) {
    int64_t before = index->count;
    for (int64_t row = 0; row < count; row++) {
        int64_t known = index->count;
        if (form[row] != UNKNOWN) continue;
        form[row] = number_of(index, codes + start[row], end[row] - start[row]);
        if (form[row] < 0) return -1;
        if (form[row] == known) fresh[known - before] = row;
    }
    return index->count - before;
}
