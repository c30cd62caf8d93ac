/* Phrases of words with gaps between them, and what must or may not stand near them.

   A phrase is sought where the rarest of its words stands, and there only if the words beside it
   may be there, too. Then its words are followed from left to right, each from the nearest place of
   the one before it. */

#include <stdint.h>
#include <stdlib.h>

enum { NONE = -1, WORDS = 8 };

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

typedef struct {
    const Text *text;
    Bits *bits;        /* the slots that each type fits, several to a bit */
    int32_t low, high; /* the unit */
    State *state;      /* of each step of a phrase */
    int32_t *asked;    /* the unit that asked for each context last */
    Places found, around, contexts;
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

static inline int may_fit(const Search *search, int32_t token, int32_t slot)
{
    const Bits *bits = search->bits + search->text->type[token];
    return bits->words[slot / 64 % WORDS] >> slot % 64 & 1;
}

static int fits(const Search *search, int32_t token, int32_t slot)
{
    if (!may_fit(search, token, slot))
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

/* Tells whether one of the tokens of the unit from `first` to `last` (inside) may fit a slot. */
static inline int any_may_fit(const Search *search, int32_t first, int32_t last, int32_t slot)
{
    first = first < search->low ? search->low : first;
    last = last < search->high ? last : search->high - 1;
    while (first <= last && !may_fit(search, first, slot))
        first++;
    return first <= last;
}

static inline int may_stand(const Search *search, const Middle *middle, int32_t token)
{
    if (middle->before != NONE &&
        !any_may_fit(search, token - middle->back, token - 1, middle->before))
        return 0;
    return middle->after == NONE ||
           any_may_fit(search, token + 1, token + middle->ahead, middle->after);
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

/* Puts what is found in the unit, for every match string that it stands for, and notes the contexts
   that are asked for. Returns whether any are, -1 without memory. */
static int look(Search *search, const Phrases *matches, const Rules *rules, int32_t unit)
{
    const int32_t *type = search->text->type, *starts = matches->type_starts;
    int asking = 0;
    search->found.used = 0;
    for (int32_t i = search->low; i < search->high; i++)
        for (int32_t at = starts[type[i]]; at < starts[type[i] + 1]; at++) {
            int32_t phrase = matches->phrases[at];
            if (!may_stand(search, matches->middle + phrase, i))
                continue;
            search->around.used = 0;
            if (!follow(search, matches, phrase, i, &search->around))
                return -1;
            for (int64_t n = 0; n < search->around.used; n++) {
                Place place = search->around.places[n];
                int32_t row = matches->row_starts[phrase];
                for (; row < matches->row_starts[phrase + 1]; row++) {
                    int32_t match = matches->rows[row], pattern = rules->pattern[match];
                    int32_t wanted = rules->wanted[pattern], barred = rules->barred[pattern];
                    if (wanted != NONE)
                        search->asked[wanted] = unit;
                    if (barred != NONE)
                        search->asked[barred] = unit;
                    asking |= wanted != NONE || barred != NONE;
                    if (!put(&search->found, match, place.first, place.last))
                        return -1;
                }
            }
        }
    return asking;
}

/* Puts the places of the contexts that were asked for in this unit; returns 0 without memory. */
static int look_around(Search *search, const Phrases *contexts, int32_t unit)
{
    const int32_t *type = search->text->type, *starts = contexts->type_starts;
    search->contexts.used = 0;
    for (int32_t i = search->low; i < search->high; i++)
        for (int32_t at = starts[type[i]]; at < starts[type[i] + 1]; at++) {
            int32_t phrase = contexts->phrases[at];
            int32_t row = contexts->row_starts[phrase], end = contexts->row_starts[phrase + 1];
            while (row < end && search->asked[contexts->rows[row]] != unit)
                row++;
            if (row == end || !may_stand(search, contexts->middle + phrase, i))
                continue;
            search->around.used = 0;
            if (!follow(search, contexts, phrase, i, &search->around))
                return 0;
            for (; row < end; row++) {
                if (search->asked[contexts->rows[row]] != unit)
                    continue;
                for (int64_t n = 0; n < search->around.used; n++) {
                    Place place = search->around.places[n];
                    if (!put(&search->contexts, contexts->rows[row], place.first, place.last))
                        return 0;
                }
            }
        }
    return 1;
}

/* Tells whether a context begins so near a match. */
static int is_near(const Places *contexts, int32_t context, const Place *match, int32_t words)
{
    for (int64_t n = 0; n < contexts->used; n++) {
        const Place *place = contexts->places + n;
        if (place->row == context && (!words || (place->first >= match->first - words &&
                                                 place->first <= match->last + words)))
            return 1;
    }
    return 0;
}

static int respects(const Search *search, const Rules *rules, const Place *match)
{
    int32_t pattern = rules->pattern[match->row], words = rules->near[pattern];
    int32_t wanted = rules->wanted[pattern], barred = rules->barred[pattern];
    return (wanted == NONE || is_near(&search->contexts, wanted, match, words)) &&
           (barred == NONE || !is_near(&search->contexts, barred, match, words));
}

static int prepare(Search *search, int64_t types, int64_t steps, int64_t contexts)
{
    const Text *text = search->text;
    search->bits = calloc((size_t)types + 1, sizeof *search->bits);
    search->state = malloc(((size_t)steps + 1) * sizeof *search->state);
    search->asked = malloc(((size_t)contexts + 1) * sizeof *search->asked);
    if (!search->bits || !search->state || !search->asked)
        return 0;
    for (int64_t type = 0; type < types; type++)
        for (int32_t at = text->slot_starts[type]; at < text->slot_starts[type + 1]; at++) {
            int32_t slot = text->slots[at];
            search->bits[type].words[slot / 64 % WORDS] |= (uint64_t)1 << slot % 64;
        }
    for (int64_t context = 0; context < contexts; context++)
        search->asked[context] = NONE;
    return 1;
}

/* Fills the places of match strings that have a context near if they want one, and none that they
   may not, as many as there is room for; returns how many there are, or -1 without memory. `steps`
   has the longest phrase; the contexts are not more than `most`. */
int64_t patterns_find(int64_t tokens, int64_t types, int64_t steps, int64_t most, const Text *text,
                      const Phrases *matches, const Phrases *contexts, const Rules *rules,
                      int64_t room, int32_t *match, int32_t *first, int32_t *last)
{
    Search search = {.text = text};
    int64_t total = 0;
    int whole = prepare(&search, types, steps, most);
    while (whole && search.high < tokens) {
        int32_t unit = text->unit[search.high];
        search.low = search.high;
        while (search.high < tokens && text->unit[search.high] == unit)
            search.high++;
        int asking = look(&search, matches, rules, unit);
        whole = asking >= 0 && (!asking || look_around(&search, contexts, unit));
        for (int64_t n = 0; n < search.found.used && whole; n++) {
            const Place *place = search.found.places + n;
            if (!respects(&search, rules, place))
                continue;
            if (total < room) {
                match[total] = place->row;
                first[total] = place->first;
                last[total] = place->last;
            }
            total++;
        }
    }
    free(search.bits);
    free(search.state);
    free(search.asked);
    free(search.found.places);
    free(search.around.places);
    free(search.contexts.places);
    return whole ? total : -1;
}
