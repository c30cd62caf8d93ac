/* Roots and phrases of a corpus: where they stand and how often each occurs, in one pass. */

#include <stdint.h>
#include <stdlib.h>

#include "fetch.h"

enum { CONTENT = 1, FOLLOWS = 2, BLOCK = 512, FIRST_BITS = 12, AHEAD = 16 };

/* Two of them in a line of the memory, none in two. */
typedef struct {
    uint64_t key;
    int32_t first;  /* the first token of the first place among the shortest */
    int32_t split;  /* how that place divides the words among roots: the number of roots leads */
    int32_t shape;  /* the least of these of all places */
    int32_t times;
    int32_t df;
    int32_t last;   /* the essay that was counted last */
} Term;

typedef struct {
    int32_t *slot;  /* number of a term + 1, 0 for none */
    int bits;
    int32_t used;
    Term *terms;
} Table;

/* What a token is: whether a phrase may begin or end with it, or go on with it. Counts the words of
   each unit besides. */
void phrases_mark(
    int64_t tokens, const int32_t *type, const int32_t *unit, const uint8_t *repeat,
    const uint8_t *gap, const uint8_t *content, const uint8_t *word, const int32_t *root_of,
    const uint8_t *counts, uint8_t *mark, int64_t *words)
{
    int32_t before = -1;
    for (int64_t i = 0; i < tokens; i++) {
        int32_t kind = type[i], here = root_of[kind];
        uint8_t begins = content[kind] & !repeat[i] & counts[unit[i]];
        uint8_t follows = word[kind] & !repeat[i] & !gap[i] & (here != before);
        mark[i] = (uint8_t)(begins * CONTENT | follows * FOLLOWS);
        words[unit[i]] += word[kind] & counts[unit[i]];
        before = here;
    }
}

typedef struct {
    int64_t to, tokens;
    int longest, bits;
    const int32_t *type;
    const uint8_t *mark;
    const uint64_t *keys, *powers; /* of the types */
    const int32_t *words;
} Text;

typedef struct {
    uint64_t key;
    int32_t first, shape;
    uint8_t size;
} Gram;

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

/* The next terms from a token on, as many as a block has room for; moves the token on. */
static int gather(const Text *text, int64_t *token, Gram *grams)
{
    int found = 0;
    int64_t i = *token;
    for (; i < text->to && found + text->longest <= BLOCK; i++) {
        int most = reach(text->mark, text->tokens, i, text->longest);
        int32_t split = 0;
        uint64_t key = 0;
        for (int step = 0; step < most; step++) {
            int32_t part = text->type[i + step];
            key = key * text->powers[part] + text->keys[part];
            split |= text->words[part] << (step * text->bits);
            if (text->mark[i + step] & CONTENT) {
                int32_t shape = split | (step + 1) << (3 * text->bits);
                grams[found++] = (Gram){key, (int32_t)i, shape, (uint8_t)(step + 1)};
            }
        }
    }
    *token = i;
    return found;
}

/* Room for more terms: twice as many slots, half of them used at most. */
static int widen(Table *table)
{
    int bits = table->bits + 1;
    Term *terms = realloc(table->terms, ((size_t)1 << (bits - 1)) * sizeof(Term));
    if (!terms)
        return 0;
    table->terms = terms;
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
    uint64_t mask = ((uint64_t)1 << table->bits) - 1, at = key >> (64 - table->bits);
    for (; table->slot[at]; at = (at + 1) & mask)
        if (table->terms[table->slot[at] - 1].key == key)
            return table->slot[at] - 1;
    int32_t id = table->used++;
    table->slot[at] = id + 1;
    table->terms[id] = (Term){.key = key, .last = -1};
    return (uint64_t)table->used * 2 <= mask || widen(table) ? id : -1;
}

static void add(Term *term, const Gram *gram, int32_t essay, int lead)
{
    if (!term->times || gram->size < term->split >> lead) {
        term->first = gram->first;
        term->split = gram->shape;
    }
    if (!term->times || gram->shape < term->shape)
        term->shape = gram->shape;
    term->times++;
    term->df += essay != term->last;
    term->last = essay;
}

/* Has the memory fetched that the terms of a block need. */
static void prepare(const Gram *grams, int found, const Table *table)
{
    for (int at = 0; at < found; at++)
        FETCH(table->slot + (grams[at].key >> (64 - table->bits)));
    for (int at = 0; at < found; at++) {
        int32_t id = table->slot[grams[at].key >> (64 - table->bits)];
        FETCH(table->terms + (id ? id - 1 : 0));
    }
}

/* How many places phrases_find will write: step by step for many tokens at once, without a branch. */
int64_t phrases_count(int64_t from, int64_t to, int64_t tokens, int32_t longest,
                      const uint8_t *mark)
{
    uint8_t goes[BLOCK]; /* whether a term that begins at a token goes on to the step */
    int64_t places = 0;
    for (int64_t first = from; first < to; first += BLOCK) {
        int64_t size = to - first < BLOCK ? to - first : BLOCK;
        uint32_t found = 0;
        for (int64_t i = 0; i < size; i++)
            found += goes[i] = mark[first + i] & CONTENT;
        for (int32_t step = 1; step < longest; step++) {
            const uint8_t *there = mark + first + step;
            size = size < tokens - first - step ? size : tokens - first - step;
            for (int64_t i = 0; i < size; i++) {
                goes[i] &= there[i] / FOLLOWS;
                found += goes[i] & there[i];
            }
        }
        places += found;
    }
    return places;
}

void phrases_free(Table *table)
{
    if (table) {
        free(table->slot);
        free(table->terms);
        free(table);
    }
}

/* An empty table, to be freed; NULL without memory. */
static Table *made(void)
{
    Table *table = malloc(sizeof(Table));
    if (!table)
        return NULL;
    *table = (Table){NULL, FIRST_BITS - 1, 0, NULL};
    if (widen(table))
        return table;
    phrases_free(table);
    return NULL;
}

/* Write the places that begin at some of the tokens in the order of the texts, and the terms in
   that of their first places, to a table that is to be freed. Returns their number; -1 without
   memory. */
int64_t phrases_find(
    int64_t from, int64_t to, int64_t tokens, int32_t longest, int32_t bits, const int32_t *type,
    const uint8_t *mark, const int32_t *unit, const int32_t *essay_of, const uint64_t *keys,
    const uint64_t *powers, const int32_t *words, int32_t *first, uint8_t *size, int32_t *term,
    Table **terms)
{
    Text text = {to, tokens, longest, bits, type, mark, keys, powers, words};
    Gram grams[BLOCK];
    int64_t found = 0;
    Table *table = *terms = made();
    for (int64_t i = from; i < to && table;) {
        int here = gather(&text, &i, grams);
        prepare(grams, here, table);
        for (int at = 0; at < here; at++) {
            const Gram *gram = &grams[at];
            int32_t id = number_of(table, gram->key);
            if (id < 0)
                return -1;
            add(&table->terms[id], gram, essay_of[unit[gram->first]], 3 * bits);
            first[found] = gram->first;
            size[found] = gram->size;
            term[found++] = id;
        }
    }
    return table ? table->used : -1;
}

/* Takes in the terms of later essays, and writes which numbers they have here. Returns how many
   terms there are now; -1 without memory. */
int64_t phrases_join(Table *table, const Table *later, int32_t bits, int32_t *number)
{
    for (int32_t at = 0; at < later->used; at++) {
        const Term *other = &later->terms[at];
        if (at + AHEAD < later->used)
            FETCH(table->slot + (other[AHEAD].key >> (64 - table->bits)));
        int32_t id = number[at] = number_of(table, other->key);
        if (id < 0)
            return -1;
        Term *term = &table->terms[id];
        if (!term->times) {
            *term = *other;
            continue;
        }
        if (other->split >> (3 * bits) < term->split >> (3 * bits)) {
            term->first = other->first;
            term->split = other->split;
        }
        if (other->shape < term->shape)
            term->shape = other->shape;
        term->times += other->times;
        term->df += other->df;
    }
    return table->used;
}

const Term *phrases_terms(const Table *table)
{
    return table->terms;
}

/* Gives the terms of places other numbers, and takes out those of terms that have none (-1): to
   where the places before them end, or stay. Returns how many are left. */
int64_t phrases_renumber(
    int64_t places, const int32_t *number, const int32_t *first, const uint8_t *size,
    const int32_t *term, int32_t *to_first, uint8_t *to_size, int32_t *to_term)
{
    int64_t left = 0;
    for (int64_t i = 0; i < places; i++) {
        int32_t other = number[term[i]];
        /* written in any case: that is quicker than to ask first */
        to_first[left] = first[i];
        to_size[left] = size[i];
        to_term[left] = other;
        left += other >= 0;
    }
    return left;
}
