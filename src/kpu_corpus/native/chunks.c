/* Code points → chunks: runs between white space, each distinct one known by a number.

   What a code point is (white space, a mark to be told) comes in a table; the numbers are kept from
   call to call in an index that the caller makes and frees. Every function that may run short of
   memory returns -1 then; the index is to be freed after that.

   One thread gives numbers, others may look them up meanwhile: what they may be reading stays where
   it is until the index is freed, and a number is written when all else is that it stands for.

   Most chunks are sixteen Latin-1 characters at most: these are their own key, and never compared
   character by character. The bytes of a number stand with the lowest first. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SPACE = 1, FIRST_SLOTS = 1 << 12, FIRST_ROOM = 1 << 10, FACTORS = 64 };
enum { HALF = 8, SHORT = 16, GROUP = 64, LATIN = 256, UNKNOWN = -1 };

typedef struct {
    uint64_t low, high; /* the characters of a short chunk; else its hash, and its place in the text */
    uint32_t form;      /* number + 1; 0 where the slot is free */
    uint32_t is_long;
} Slot;

typedef struct Slots {
    struct Slots *older;
    uint64_t mask;
    Slot slot[];
} Slots;

typedef struct Text { /* the distinct long chunks, one after the other: size, code points */
    struct Text *older;
    int64_t room;
    uint32_t code[];
} Text;

typedef struct {
    Text *text;
    int64_t text_size;
    uint64_t *hashes; /* by form */
    int64_t count, form_room;
    Slots *slots;
    uint64_t factors[FACTORS];
} Index;

#define SEEN(place) __atomic_load_n(&(place), __ATOMIC_ACQUIRE)
#define SHOW(place, value) __atomic_store_n(&(place), value, __ATOMIC_RELEASE)

typedef struct {
    const uint8_t *classes;
    uint32_t last; /* the entry for every code point beyond the table */
} Classes;

void chunks_free(Index *index) {
    if (!index) return;
    for (Text *text = index->text, *older; text; text = older) {
        older = text->older;
        free(text);
    }
    for (Slots *slots = index->slots, *older; slots; slots = older) {
        older = slots->older;
        free(slots);
    }
    free(index->hashes);
    free(index);
}

static Slots *slots_new(uint64_t mask, Slots *older) {
    Slots *slots = calloc(1, sizeof(Slots) + (mask + 1) * sizeof(Slot));
    if (!slots) return NULL;
    slots->older = older;
    slots->mask = mask;
    return slots;
}

static Text *text_new(int64_t room, Text *older) {
    Text *text = malloc(sizeof(Text) + (size_t)room * sizeof(uint32_t));
    if (!text) return NULL;
    text->older = older;
    text->room = room;
    return text;
}

Index *chunks_new(void) {
    Index *index = calloc(1, sizeof(Index));
    if (!index) return NULL;
    index->slots = slots_new(FIRST_SLOTS - 1, NULL);
    index->hashes = malloc(FIRST_ROOM * sizeof(uint64_t));
    index->text = text_new(FIRST_ROOM, NULL);
    index->form_room = FIRST_ROOM;
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

/* Where a hash leads to a free slot. */
static Slot *free_slot(Slots *slots, uint64_t hash) {
    uint64_t at = hash & slots->mask;
    while (slots->slot[at].form) at = (at + 1) & slots->mask;
    return &slots->slot[at];
}

static int widen_slots(Index *index) {
    Slots *old = index->slots, *slots = slots_new(2 * old->mask + 1, old);
    if (!slots) return 0;
    for (uint64_t row = 0; row <= old->mask; row++) {
        Slot slot = old->slot[row];
        if (slot.form) *free_slot(slots, index->hashes[slot.form - 1]) = slot;
    }
    SHOW(index->slots, slots);
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
    if (2 * (uint64_t)index->count >= index->slots->mask && !widen_slots(index)) return -1;
    Slot *free = free_slot(index->slots, hash);
    index->hashes[index->count] = hash;
    free->low = slot.low; /* one by one: others may be looking at the form */
    free->high = slot.high;
    free->is_long = slot.is_long;
    SHOW(free->form, (uint32_t)++index->count);
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
    const Slots *slots = SEEN(index->slots);
    uint32_t form;
    for (uint64_t at = hash & slots->mask; (form = SEEN(slots->slot[at].form)); at = (at + 1) & slots->mask) {
        const Slot *slot = &slots->slot[at];
        if (slot->low == low && slot->high == high && !slot->is_long) return form - 1;
    }
    return UNKNOWN;
}

static int keep_text(Index *index, const uint32_t *chunk, int64_t size) {
    int64_t needed = index->text_size + size + 1;
    if (size >= UINT32_MAX) return 0;
    Text *old = index->text;
    if (needed > old->room) {
        Text *text = text_new(2 * old->room > needed ? 2 * old->room : needed, old);
        if (!text) return 0;
        memcpy(text->code, old->code, (size_t)index->text_size * sizeof(uint32_t));
        SHOW(index->text, text);
    }
    uint32_t *code = index->text->code + index->text_size;
    code[0] = (uint32_t)size;
    memcpy(code + 1, chunk, (size_t)size * sizeof(uint32_t));
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
    const Slots *slots = SEEN(index->slots);
    uint32_t form;
    for (uint64_t at = hash & slots->mask; (form = SEEN(slots->slot[at].form)); at = (at + 1) & slots->mask) {
        const Slot *slot = &slots->slot[at];
        if (!slot->is_long || slot->low != hash) continue;
        const uint32_t *known = SEEN(index->text)->code + slot->high;
        if (known[0] == (uint64_t)size && !memcmp(known + 1, chunk, (size_t)size * sizeof(uint32_t)))
            return form - 1;
    }
    return UNKNOWN;
}

static uint64_t eight(const uint8_t *bytes) {
    uint64_t number;
    memcpy(&number, bytes, HALF);
    return number;
}

static uint8_t class_of(Classes table, uint32_t code) {
    return table.classes[code < table.last ? code : table.last];
}

/* Narrows the characters of a group to bytes; returns a bit for each that is not one of `usual` many
   from `low` on. */
static uint64_t narrow(const uint32_t *codes, uint32_t low, uint32_t usual, uint8_t *bytes) {
    uint8_t odd[GROUP];
    uint64_t mask = 0;
    for (int at = 0; at < GROUP; at++) bytes[at] = (uint8_t)codes[at];
    for (int at = 0; at < GROUP; at++) odd[at] = codes[at] - low >= usual;
    for (int at = 0; at < GROUP; at += HALF) /* the lowest bits of eight bytes, side by side */
        mask |= eight(odd + at) * 0x0102040810204080ULL >> 56 << at;
    return mask;
}

/* Reads a text that is to be split: fills its characters as bytes, and masks with a bit for each place
   that needs a look, its end among them. There is room for the group that begins behind the last whole
   one, and for SHORT more bytes. Returns how many bits there are: no fewer than chunks, or marks
   (places of classes other than white space alone). */
int64_t chunks_read(const uint32_t *codes, int64_t size, const uint8_t *classes, uint32_t last,
                    uint8_t *bytes, uint64_t *masks) {
    Classes table = {classes, last};
    uint32_t low = 'a', high = 'a'; /* of no class are most characters: those around this one */
    int64_t found = 0, first = 0;
    while (low > 1 && !class_of(table, low - 1)) low--;
    while (high < LATIN && !class_of(table, high)) high++;
    for (; size - first >= GROUP; first += GROUP) {
        *masks = narrow(codes + first, low, high - low, bytes + first);
        found += __builtin_popcountll(*masks++);
    }
    uint32_t rest[GROUP] = {0};
    uint64_t end = 1ULL << (size - first);
    memcpy(rest, codes + first, (size_t)(size - first) * sizeof(uint32_t));
    *masks = (narrow(rest, low, high - low, bytes + first) & (end - 1)) | end;
    return found + __builtin_popcountll(*masks);
}

/* A text that was read, and bytes of ones up to a length, with zeros before and behind them. */
typedef struct {
    const uint32_t *codes;
    const uint8_t *bytes;
    uint64_t kept[HALF + SHORT + 1];
} Given;

/* The number of a chunk of a text, UNKNOWN for one that has none. A wide one has characters that are
   zero or beyond Latin-1. */
static int64_t known(const Index *index, const Given *text, int64_t first, int64_t size, int wide) {
    const uint32_t *chunk = text->codes + first;
    const uint8_t *head = text->bytes + first;
    if (size > SHORT || wide) return long_known(index, long_hash(index, chunk, size), chunk, size);
    uint64_t low = eight(head) & text->kept[size + HALF];
    uint64_t high = eight(head + HALF) & text->kept[size];
    return short_known(index, short_hash(index, low, high), low, high);
}

/* Fills start, end and form of every chunk of a text that was read, UNKNOWN for the form of those
   without a number, the places of marks, and the rows of those chunks; and how many of each there
   are. There is room for as many of each as there are bits. */
void chunks_split(const Index *index, const uint32_t *codes, int64_t size, const uint8_t *classes,
                  uint32_t last, const uint8_t *bytes, const uint64_t *masks, int64_t *start,
                  int64_t *end, int64_t *form, int64_t *marks, int64_t *unknown, int64_t *counts) {
    Classes table = {classes, last};
    Given text = {codes, bytes, {0}};
    int64_t chunks = 0, found = 0, missing = 0, first = 0; /* of the chunk so far */
    int wide = 0;
    for (int at = HALF + 1; at <= HALF + SHORT; at++)
        text.kept[at] = at < SHORT ? (1ULL << 8 * (at - HALF)) - 1 : ~0ULL;
    for (int64_t group = 0; group <= size; group += GROUP)
        for (uint64_t mask = *masks++; mask; mask &= mask - 1) {
            int64_t place = group + __builtin_ctzll(mask);
            uint8_t kind = place < size ? class_of(table, codes[place]) : SPACE;
            marks[found] = place;
            found += (kind & ~SPACE) != 0;
            if (!(kind & SPACE)) {
                wide |= !codes[place] || codes[place] >= LATIN;
                continue;
            }
            if (place > first) {
                start[chunks] = first;
                end[chunks] = place;
                form[chunks] = known(index, &text, first, place - first, wide);
                unknown[missing] = chunks;
                missing += form[chunks++] == UNKNOWN;
            }
            first = place + 1;
            wide = 0;
        }
    counts[0] = chunks;
    counts[1] = found;
    counts[2] = missing;
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

/* Fills the numbers of count stretches of the code points, and the rows of those that are new. Returns
   how many are new, -1 where memory is short. */
int64_t chunks_number(Index *index, const uint32_t *codes, int64_t count, const int64_t *start,
                      const int64_t *end, int64_t *form, int64_t *fresh) {
    int64_t before = index->count;
    for (int64_t row = 0; row < count; row++) {
        int64_t known = index->count;
        form[row] = number_of(index, codes + start[row], end[row] - start[row]);
        if (form[row] < 0) return -1;
        if (form[row] == known) fresh[known - before] = row;
    }
    return index->count - before;
}
