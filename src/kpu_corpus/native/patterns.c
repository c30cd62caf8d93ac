/* Phrases of words with gaps between them, all followed at once from left to right. */

#include <stdint.h>
#include <stdlib.h>

enum { NOWHERE = -(1 << 30) };

typedef struct {
    int32_t parent, reach, slot, phrase; /* as the columns of a tree have them, -1 for none */
} Node;

typedef struct {
    int32_t node, parent, reach, phrase;
} Entry;

typedef struct {
    int32_t last, first; /* where the node was reached last, and where that begins */
} State;

/* Makes counts the ends of lists that are written from the back: after that, they are the starts. */
static void ends_of(int32_t *lists, int64_t count)
{
    for (int64_t i = 0; i < count; i++)
        lists[i + 1] += lists[i];
}

/* Lists the types of each slot: those of slot s are kinds[starts[s]] up to kinds[starts[s + 1]]. */
static void by_slot(int64_t pairs, const int32_t *slot, const int32_t *kind, int64_t slots,
                    int32_t *starts, int32_t *kinds)
{
    for (int64_t i = 0; i < pairs; i++)
        starts[slot[i]]++;
    ends_of(starts, slots);
    for (int64_t i = 0; i < pairs; i++)
        kinds[--starts[slot[i]]] = kind[i];
}

/* Counts the entries of each type, or with `entries` writes them; the nodes from first to last, so
   that put in from the back children stand before their parents. `seen` has the last node of each
   type: a type that fits a slot twice has one entry. */
static void by_type(int64_t nodes, const Node *node, const uint8_t *living, const int32_t *starts,
                    const int32_t *kinds, int64_t types, int32_t *seen, int32_t *ends,
                    Entry *entries)
{
    for (int64_t type = 0; type < types; type++)
        seen[type] = -1;
    for (int32_t n = 0; n < nodes; n++) {
        if (!living[n])
            continue;
        for (int32_t at = starts[node[n].slot]; at < starts[node[n].slot + 1]; at++) {
            int32_t type = kinds[at];
            if (seen[type] == n)
                continue;
            seen[type] = n;
            if (entries)
                entries[--ends[type]] =
                    (Entry){n, node[n].parent, node[n].reach, node[n].phrase};
            else
                ends[type]++;
        }
    }
}

typedef struct {
    int64_t total, room;
    int32_t *found, *first, *last;
} Places;

/* A child goes on from the nearest place of its parent, if that is in the same unit and near
   enough. Children come first: what a parent reaches with this very token they do not yet see. */
static inline void step(const Entry *entry, const Entry *end, int32_t i, const int32_t *unit,
                        State *state, Places *places)
{
    for (; entry < end; entry++) {
        int32_t begun = i;
        if (entry->parent >= 0) {
            State before = state[entry->parent];
            if (i - before.last > entry->reach || unit[before.last] != unit[i])
                continue;
            begun = before.first;
        }
        state[entry->node] = (State){i, begun};
        if (entry->phrase < 0)
            continue;
        if (places->total < places->room) {
            places->found[places->total] = entry->phrase;
            places->first[places->total] = begun;
            places->last[places->total] = i;
        }
        places->total++;
    }
}

/* Follows the nodes that are living through the tokens from each `low` up to its `high`. The pairs
   are slots and types that fit them, in any order. Fills the phrases that are found, as many as
   there is room for; returns how many there are, or -1 without memory. */
int64_t patterns_follow(
    int64_t stretches, const int32_t *low, const int32_t *high, const int32_t *type,
    const int32_t *unit, int64_t types, int64_t pairs, const int32_t *slot, const int32_t *kind,
    int64_t slots, int64_t nodes, const Node *node, const uint8_t *living, int64_t room,
    int32_t *found, int32_t *first, int32_t *last)
{
    Places places = {0, room, found, first, last};
    int32_t *starts = calloc((size_t)slots + 1, sizeof *starts);
    int32_t *kinds = malloc(((size_t)pairs + 1) * sizeof *kinds);
    int32_t *seen = malloc(((size_t)types + 1) * sizeof *seen);
    int32_t *ends = calloc((size_t)types + 1, sizeof *ends);
    State *state = malloc(((size_t)nodes + 1) * sizeof *state);
    Entry *entries = NULL;
    int whole = starts && kinds && seen && ends && state;
    if (whole) {
        by_slot(pairs, slot, kind, slots, starts, kinds);
        by_type(nodes, node, living, starts, kinds, types, seen, ends, NULL);
        ends_of(ends, types);
        entries = malloc(((size_t)ends[types] + 1) * sizeof *entries);
        whole = entries != NULL;
    }
    if (whole) {
        by_type(nodes, node, living, starts, kinds, types, seen, ends, entries);
        for (int64_t n = 0; n < nodes; n++)
            state[n] = (State){NOWHERE, NOWHERE};
        for (int64_t row = 0; row < stretches; row++)
            for (int32_t i = low[row]; i < high[row]; i++)
                step(entries + ends[type[i]], entries + ends[type[i] + 1], i, unit, state,
                     &places);
    }
    free(starts);
    free(kinds);
    free(seen);
    free(ends);
    free(state);
    free(entries);
    return whole ? places.total : -1;
}
