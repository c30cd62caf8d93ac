/* Roots and phrases of a corpus: where they stand and how often each occurs, in one pass. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CONTENT = 1, FOLLOWS = 2 };

typedef struct {
    uint64_t key;
    int32_t first;  /* the first token of the first place among the shortest */
    int32_t size;
    int32_t split;  /* how that place divides the words among roots */
    int32_t shape;  /* the least of these of all places */
    int32_t times;
    int32_t df;
    int32_t last;   /* the essay that was counted last */
    int32_t unused;
} Term;

typedef struct {
    int32_t *slot;  /* number of a term + 1, 0 for none */
    int bits;
    int32_t used;
    Term *terms;
} Table;

/* What a token is: its root, whether a phrase may begin or end with it, or go on with it.
   Counts the words of each unit besides. */
void phrases_mark(
    int64_t tokens, const int32_t *type, const int32_t *unit, const uint8_t *repeat,
    const uint8_t *gap, const uint8_t *content, const uint8_t *word, const int32_t *root_of,
    const uint8_t *counts, int32_t *root, uint8_t *mark, int64_t *words)
{
    int32_t before = -1;
    for (int64_t i = 0; i < tokens; i++) {
        int32_t kind = type[i], here = root_of[kind];
        uint8_t begins = content[kind] & !repeat[i] & counts[unit[i]];
        uint8_t follows = word[kind] & !repeat[i] & !gap[i] & (here != before);
        mark[i] = (uint8_t)(begins * CONTENT | follows * FOLLOWS);
        root[i] = here;
        words[unit[i]] += word[kind] & counts[unit[i]];
        before = here;
    }
}

/* The longest term that may begin at a token, in words, whatever its last word is. */
static int reach(const uint8_t *mark, int64_t tokens, int64_t i, int longest)
{
    int size = 1;
    if (!(mark[i] & CONTENT))
        return 0;
    while (size < longest && i + size < tokens && mark[i + size] & FOLLOWS)
        size++;
    return size;
}

int64_t phrases_count(int64_t tokens, const uint8_t *mark, int32_t longest)
{
    int64_t places = 0;
    for (int64_t i = 0; i < tokens; i++) {
        int most = reach(mark, tokens, i, longest);
        for (int step = 0; step < most; step++)
            places += mark[i + step] & CONTENT;
    }
    return places;
}

static uint64_t joined(uint64_t key, int32_t root, const uint64_t *keys, const uint64_t *powers)
{
    return key * powers[root] + keys[root];
}

/* One bit each for the leading bits of the keys of phrases: seen, and seen again. */
typedef struct {
    uint64_t *seen, *again;
    int shift;
} Sieve;

static void note(Sieve *sieve, uint64_t key)
{
    uint64_t bucket = key >> sieve->shift, bit = (uint64_t)1 << (bucket & 63);
    uint64_t *seen = sieve->seen + (bucket >> 6);
    if (*seen & bit)
        sieve->again[bucket >> 6] |= bit;
    *seen |= bit;
}

static int recurs(const Sieve *sieve, uint64_t key)
{
    uint64_t bucket = key >> sieve->shift;
    return sieve->again[bucket >> 6] >> (bucket & 63) & 1;
}

static int fill(
    Sieve *sieve, int64_t tokens, int64_t places, int32_t longest, const int32_t *root,
    const uint8_t *mark, int64_t roots, const uint64_t *keys, const uint64_t *powers,
    const int32_t *words)
{
    int bits = 8;
    while (((int64_t)1 << bits) < 2 * places)
        bits++;
    sieve->shift = 64 - bits;
    sieve->seen = calloc((size_t)2 << (bits - 6), sizeof(uint64_t));
    if (!sieve->seen)
        return 0;
    sieve->again = sieve->seen + ((size_t)1 << (bits - 6));
    for (int64_t r = 0; r < roots; r++)
        if (words[r] > 1) {  /* the same words side by side may be the second place */
            note(sieve, keys[r]);
            note(sieve, keys[r]);
        }
    for (int64_t i = 0; i < tokens; i++) {
        int most = reach(mark, tokens, i, longest);
        if (most < 2)
            continue;
        uint64_t key = keys[root[i]];
        for (int step = 1; step < most; step++) {
            key = joined(key, root[i + step], keys, powers);
            if (mark[i + step] & CONTENT)
                note(sieve, key);
        }
    }
    return 1;
}

static int widen(Table *table)
{
    int bits = table->bits + 1;
    int32_t *slot = calloc((size_t)1 << bits, sizeof(int32_t));
    if (!slot)
        return 0;
    uint64_t mask = ((uint64_t)1 << bits) - 1;
    for (int32_t id = 0; id < table->used; id++) {
        uint64_t at = table->terms[id].key >> (64 - bits);
        while (slot[at])
            at = (at + 1) & mask;
        slot[at] = id + 1;
    }
    free(table->slot);
    table->slot = slot;
    table->bits = bits;
    return 1;
}

/* The number of a term, a new one where the key is; -1 without memory. */
static int32_t number_of(Table *table, uint64_t key)
{
    uint64_t mask = ((uint64_t)1 << table->bits) - 1;
    uint64_t at = key >> (64 - table->bits);
    while (table->slot[at]) {
        int32_t id = table->slot[at] - 1;
        if (table->terms[id].key == key)
            return id;
        at = (at + 1) & mask;
    }
    int32_t id = table->used++;
    table->slot[at] = id + 1;
    memset(&table->terms[id], 0, sizeof(Term));
    table->terms[id].key = key;
    table->terms[id].last = -1;
    if ((uint64_t)table->used * 2 > mask && !widen(table))
        return -1;
    return id;
}

static void add(Term *term, int64_t first, int32_t size, int32_t split, int32_t essay)
{
    if (!term->times || size < term->size) {
        term->first = (int32_t)first;
        term->size = size;
        term->split = split;
    }
    if (!term->times || split < term->shape)
        term->shape = split;
    term->times++;
    term->df += essay != term->last;
    term->last = essay;
}

/* Write the places in the order of the texts, and the terms in that of their first places.

   Without `once`, most phrases that occur once are left out. Returns the number of terms and sets
   that of the places; -1 without memory. */
int64_t phrases_find(
    int64_t tokens, int64_t capacity, int32_t longest, int32_t once, int32_t bits,
    const int32_t *root, const uint8_t *mark, const int32_t *unit, const int32_t *essay_of,
    int64_t roots, const uint64_t *keys, const uint64_t *powers, const int32_t *words,
    int32_t *first, uint8_t *size, int32_t *term, int64_t *places, Term *terms)
{
    Sieve sieve = {0};
    Table table = {calloc((size_t)1 << 12, sizeof(int32_t)), 12, 0, terms};
    int32_t *of_root = malloc((size_t)(roots + 1) * sizeof(int32_t));
    int64_t found = 0, result = -1;
    if (!table.slot || !of_root)
        goto done;
    memset(of_root, -1, (size_t)(roots + 1) * sizeof(int32_t));
    if (!once && !fill(&sieve, tokens, capacity, longest, root, mark, roots, keys, powers, words))
        goto done;
    for (int64_t i = 0; i < tokens; i++) {
        int most = reach(mark, tokens, i, longest);
        int32_t split = 0;
        uint64_t key = 0;
        for (int step = 0; step < most; step++) {
            int32_t part = root[i + step];
            key = step ? joined(key, part, keys, powers) : keys[part];
            split |= words[part] << (step * bits);
            if (!(mark[i + step] & CONTENT) || (step && !once && !recurs(&sieve, key)))
                continue;
            int32_t id = step ? -1 : of_root[part];
            if (id < 0 && (id = number_of(&table, key)) < 0)
                goto done;
            if (!step)
                of_root[part] = id;
            int32_t shape = split | (step + 1) << (3 * bits);
            add(&terms[id], i, step + 1, shape, essay_of[unit[i]]);
            first[found] = (int32_t)i;
            size[found] = (uint8_t)(step + 1);
            term[found++] = id;
        }
    }
    *places = found;
    result = table.used;
done:
    free(sieve.seen);
    free(table.slot);
    free(of_root);
    return result;
}

/* Gives the terms of the places other numbers. */
void phrases_renumber(int64_t places, const int32_t *number, int32_t *term)
{
    for (int64_t i = 0; i < places; i++)
        term[i] = number[term[i]];
}
