/* Phrases of words with gaps between them, and what must or may not stand near them.

   A phrase is sought where the rarest of its words stands, and there only if the words beside it
   may be there, too. Then its words are followed from left to right, each from the nearest place of
   the one before it. */

#include <stdint.h>
#include <stdlib.h>

#include "fetch.h"

enum { NONE = -1, WORDS = 8, AHEAD = 16 };

/* The step of a phrase whose word is the rarest; the slots of the steps before and after it, NONE
   for none, and how many words away they may be. */
typedef struct {
    int32_t rarest, before, back, after, ahead;
} Middle;

/* Phrases: their steps, each with its slot and how many words it may be behind the one before; the
   rows that they stand for; those whose rarest word may be a type. List i of some rows is
   rows[starts[i]] up to rows[starts[i + 1]]. */
typedef struct {
    const int32_t *starts, *slot, *reach, *row_starts, *rows;
    const Middle *middle;
    const int32_t *type_starts, *phrases;
} Phrases;

typedef struct {
    const int32_t *type, *unit;
    const int32_t *slot_starts, *slots; /* that each type fits, ascending */
} Text;

/* The pattern of each match string; of each pattern the contexts that it wants and may not have,
   NONE for none, and how many words away they may be, 0 for anywhere in the unit. */
typedef struct {
    const int32_t *pattern, *wanted, *barred, *near;
} Rules;

typedef struct {
    int32_t row, first, last;
} Place;

typedef struct {
    Place *places;
    int64_t used, room;
} Places;

typedef struct {
    int32_t last, first, through; /* where a step was reached, where that begins, its rarest word */
} State;

typedef struct {
    uint64_t words[WORDS];
} Bits;

/* Whether a context is found anywhere in a unit: the last one that was asked about. */
typedef struct {
    int32_t unit, found;
} Known;

typedef struct {
    const Text *text;
    const Phrases *contexts;
    Bits *bits;        /* the slots that each type fits, several to a bit */
    uint64_t *leads;   /* the contexts of which each type may be the rarest word, likewise */
    int32_t low, high; /* the unit */
    int32_t ahead;     /* words that the rarest of a context is behind its first at most */
    State *state;      /* of each step of a phrase */
    Known *known;      /* of each context */
    Places places, near;
} Search;

/* Returns 0 without memory. */
static int put(Places *places, int32_t row, int32_t first, int32_t last)
{
    if (places->used == places->room) {
        int64_t room = 2 * places->room + 64;
        Place *wider = realloc(places->places, (size_t)room * sizeof *wider);
        if (!wider)
            return 0;
        places->places = wider;
        places->room = room;
    }
    places->places[places->used++] = (Place){row, first, last};
    return 1;
}

static inline int fits(const Search *search, int32_t token, int32_t slot)
{
    const Bits *bits = search->bits + search->text->type[token];
    if (!(bits->words[slot / 64 % WORDS] >> slot % 64 & 1))
        return 0;
    const int32_t *starts = search->text->slot_starts + search->text->type[token];
    int32_t low = starts[0], high = starts[1];
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (search->text->slots[middle] < slot)
            low = middle + 1;
        else
            high = middle;
    }
    return low < starts[1] && search->text->slots[low] == slot;
}

/* Tells whether one of the tokens of the unit from `first` to `last` (inside) fits a slot. */
static inline int any_fits(const Search *search, int32_t first, int32_t last, int32_t slot)
{
    first = first < search->low ? search->low : first;
    last = last < search->high ? last : search->high - 1;
    while (first <= last && !fits(search, first, slot))
        first++;
    return first <= last;
}

static inline int may_stand(const Search *search, const Middle *middle, int32_t token)
{
    if (middle->before != NONE &&
        !any_fits(search, token - middle->back, token - 1, middle->before))
        return 0;
    return middle->after == NONE ||
           any_fits(search, token + 1, token + middle->ahead, middle->after);
}

/* Puts the places of a phrase in which its rarest word is this token; returns 0 without memory. */
static int follow(const Search *search, const Phrases *phrases, int32_t phrase, int32_t token,
                  Places *places)
{
    const int32_t *slot = phrases->slot + phrases->starts[phrase];
    const int32_t *reach = phrases->reach + phrases->starts[phrase];
    int32_t size = phrases->starts[phrase + 1] - phrases->starts[phrase];
    int32_t rarest = phrases->middle[phrase].rarest, first = token, last = token;
    if (size == 1)
        return put(places, phrase, token, token);
    for (int32_t step = 1; step < size; step++) {
        first -= step <= rarest ? reach[step] : 0;
        last += step > rarest ? reach[step] : 0;
    }
    first = first < search->low ? search->low : first;
    last = last < search->high ? last : search->high - 1;
    State *state = search->state;
    for (int32_t step = 0; step < size; step++)
        state[step].last = NONE;
    for (int32_t i = first; i <= last; i++) {
        /* the last step first: what one reaches with this very token the next does not yet see */
        for (int32_t step = size - 1; step >= 0; step--) {
            State before = {i, i, NONE};
            if (step) {
                before = state[step - 1];
                if (before.last == NONE || i - before.last > reach[step])
                    continue;
            }
            if (!fits(search, i, slot[step]))
                continue;
            state[step] = (State){i, before.first, step == rarest ? i : before.through};
            if (step + 1 == size && state[step].through == token &&
                !put(places, phrase, before.first, i))
                return 0;
        }
        if (i == token && state[rarest].last != token)
            break;
    }
    return 1;
}

/* Tells whether a phrase of a context, whose rarest word is this token, begins from `first` to `last`
   (inside); -1 without memory. */
static int begins(Search *search, int32_t context, int32_t token, int32_t first, int32_t last)
{
    const Phrases *contexts = search->contexts;
    const int32_t *starts = contexts->type_starts + search->text->type[token];
    for (int32_t at = starts[0]; at < starts[1]; at++) {
        int32_t phrase = contexts->phrases[at];
        int32_t row = contexts->row_starts[phrase], end = contexts->row_starts[phrase + 1];
        while (row < end && contexts->rows[row] != context)
            row++;
        if (row == end || !may_stand(search, contexts->middle + phrase, token))
            continue;
        search->near.used = 0;
        if (!follow(search, contexts, phrase, token, &search->near))
            return -1;
        for (int64_t n = 0; n < search->near.used; n++)
            if (search->near.places[n].first >= first && search->near.places[n].first <= last)
                return 1;
    }
    return 0;
}

/* Tells whether a context begins near a match: so many words away, or with 0 anywhere in the unit; -1
   without memory. */
static int is_near(Search *search, int32_t context, Place match, int32_t words)
{
    Known *known = search->known + context;
    int32_t unit = search->text->unit[match.first], found = 0;
    int32_t first = words ? match.first - words : search->low;
    int32_t last = words ? match.last + words : search->high - 1;
    if (!words && known->unit == unit)
        return known->found;
    first = first < search->low ? search->low : first;
    for (int32_t i = first; i < search->high && i <= last + search->ahead && !found; i++)
        if (search->leads[search->text->type[i]] >> context % 64 & 1)
            found = begins(search, context, i, first, last);
    if (!words)
        *known = (Known){unit, found};
    return found;
}

/* Tells whether a match has a context near if its pattern wants one, and none that it may not; -1
   without memory. */
static int respects(Search *search, const Rules *rules, int32_t pattern, Place match)
{
    int32_t wanted = rules->wanted[pattern], barred = rules->barred[pattern];
    int32_t words = rules->near[pattern];
    int good = wanted == NONE ? 1 : is_near(search, wanted, match, words);
    if (good != 1 || barred == NONE)
        return good;
    int bad = is_near(search, barred, match, words);
    return bad < 0 ? bad : !bad;
}

static int prepare(Search *search, int64_t types, int64_t steps, int64_t contexts)
{
    const Text *text = search->text;
    const Phrases *near = search->contexts;
    search->bits = calloc((size_t)types + 1, sizeof *search->bits);
    search->leads = calloc((size_t)types + 1, sizeof *search->leads);
    search->state = malloc(((size_t)steps + 1) * sizeof *search->state);
    search->known = malloc(((size_t)contexts + 1) * sizeof *search->known);
    if (!search->bits || !search->leads || !search->state || !search->known)
        return 0;
    for (int64_t type = 0; type < types; type++) {
        for (int32_t at = text->slot_starts[type]; at < text->slot_starts[type + 1]; at++) {
            int32_t slot = text->slots[at];
            search->bits[type].words[slot / 64 % WORDS] |= (uint64_t)1 << slot % 64;
        }
        for (int32_t at = near->type_starts[type]; at < near->type_starts[type + 1]; at++) {
            const int32_t *starts = near->row_starts + near->phrases[at];
            for (int32_t row = starts[0]; row < starts[1]; row++)
                search->leads[type] |= (uint64_t)1 << near->rows[row] % 64;
        }
    }
    for (int64_t context = 0; context < contexts; context++)
        search->known[context] = (Known){NONE, 0};
    return 1;
}

typedef struct {
    int64_t total, room;
    int32_t *match, *first, *last;
} Output;

/* Writes the matches of a phrase whose rarest word is this token; returns 0 without memory. */
static int write(Search *search, const Phrases *matches, const Rules *rules, int32_t phrase,
                 int32_t token, Output *output)
{
    search->places.used = 0;
    if (!follow(search, matches, phrase, token, &search->places))
        return 0;
    for (int64_t n = 0; n < search->places.used; n++)
        for (int32_t row = matches->row_starts[phrase]; row < matches->row_starts[phrase + 1]; row++) {
            int32_t match = matches->rows[row];
            Place place = search->places.places[n];
            int good = respects(search, rules, rules->pattern[match], place);
            if (good < 0)
                return 0;
            if (good && output->total < output->room) {
                output->match[output->total] = match;
                output->first[output->total] = place.first;
                output->last[output->total] = place.last;
            }
            output->total += good;
        }
    return 1;
}

/* Fills the places of match strings that have a context near if they want one, and none that they
   may not, as many as there is room for; returns how many there are, or -1 without memory. `steps`
   has the longest phrase; the contexts are not more than `most`, the rarest word of one is at most
   `ahead` behind its first. */
int64_t patterns_find(int64_t tokens, int64_t types, int64_t steps, int64_t most, int64_t ahead,
                      const Text *text, const Phrases *matches, const Phrases *contexts,
                      const Rules *rules, int64_t room, int32_t *match, int32_t *first,
                      int32_t *last)
{
    Search search = {.text = text, .contexts = contexts, .ahead = (int32_t)ahead};
    Output output = {0, room, match, first, last};
    int whole = prepare(&search, types, steps, most);
    for (int32_t i = 0; i < tokens && whole; i++) {
        if (i == search.high)
            for (search.low = i; search.high < tokens && text->unit[search.high] == text->unit[i];)
                search.high++;
        if ((int64_t)i + AHEAD < tokens) {
            FETCH(search.bits + text->type[i + AHEAD]);
            FETCH(matches->type_starts + text->type[i + AHEAD]);
        }
        int32_t at = matches->type_starts[text->type[i]];
        for (; at < matches->type_starts[text->type[i] + 1] && whole; at++)
            if (may_stand(&search, matches->middle + matches->phrases[at], i))
                whole = write(&search, matches, rules, matches->phrases[at], i, &output);
    }
    free(search.bits);
    free(search.leads);
    free(search.state);
    free(search.known);
    free(search.places.places);
    free(search.near.places);
    return whole ? output.total : -1;
}
