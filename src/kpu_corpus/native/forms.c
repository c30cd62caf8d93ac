/* The forms that terms have in a corpus: the surfaces at their places, each with its count. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS = 3, FIRST_BITS = 12 };

typedef struct {
    int32_t column;
    int32_t parts[PARTS]; /* the surfaces, -1 for none */
    int32_t times;
} Form;

typedef struct {
    int32_t *slot; /* number of a form + 1, 0 for none */
    int bits;
    int32_t used;
    Form *forms;
} Table;

static uint64_t place_of(const Form *form, int bits)
{
    uint64_t hash = (uint32_t)form->column;
    for (int part = 0; part < PARTS; part++)
        hash = (hash ^ (uint32_t)form->parts[part]) * 0x9E3779B97F4A7C15u + (hash >> 29);
    return hash * 0xD6E8FEB86659FD93u >> (64 - bits);
}

static int widen(Table *table)
{
    int bits = table->bits + 1;
    int32_t *slot = calloc((size_t)1 << bits, sizeof(int32_t));
    if (!slot)
        return 0;
    uint64_t mask = ((uint64_t)1 << bits) - 1;
    for (int32_t id = 0; id < table->used; id++) {
        uint64_t at = place_of(&table->forms[id], bits);
        while (slot[at])
            at = (at + 1) & mask;
        slot[at] = id + 1;
    }
    free(table->slot);
    table->slot = slot;
    table->bits = bits;
    return 1;
}

/* The number of a form, a new one where the form is; -1 without memory. */
static int32_t number_of(Table *table, const Form *form)
{
    uint64_t mask = ((uint64_t)1 << table->bits) - 1, at = place_of(form, table->bits);
    for (; table->slot[at]; at = (at + 1) & mask) {
        const Form *other = &table->forms[table->slot[at] - 1];
        if (other->column == form->column && !memcmp(other->parts, form->parts, sizeof form->parts))
            return table->slot[at] - 1;
    }
    int32_t id = table->used++;
    table->slot[at] = id + 1;
    table->forms[id] = *form;
    return (uint64_t)table->used * 2 <= mask || widen(table) ? id : -1;
}

/* A type as a term by itself, which is always the same: how often, and the term. */
typedef struct {
    int32_t times, term;
} Alone;

/* Writes the forms of the terms of which `wanted` has the number of tokens of a place that counts,
   0 for those that are not asked about; `column` is what each term is called here. `alone` has
   zeros for every type, `latest` for every term. Returns the number of forms, -1 without memory. */
int64_t forms_count(
    int64_t places, const int32_t *first, const uint8_t *size, const int32_t *term,
    const int32_t *column, const uint8_t *wanted, const int32_t *type, const int32_t *surface,
    int64_t types, Alone *alone, int32_t *latest, Form *forms)
{
    Table table = {NULL, FIRST_BITS - 1, 0, forms};
    int whole = widen(&table);
    for (int64_t place = 0; place < places && whole; place++) {
        int32_t here = term[place];
        if (size[place] != wanted[here])
            continue;
        const int32_t *kinds = type + first[place];
        if (size[place] == 1) {
            alone[*kinds].times++;
            alone[*kinds].term = here;
            continue;
        }
        Form form = {column[here], {-1, -1, -1}, 0};
        for (int32_t part = 0; part < size[place]; part++)
            form.parts[part] = surface[kinds[part]];
        int32_t id = latest[here] - 1; /* most often it is the same again */
        if (id < 0 || memcmp(forms[id].parts, form.parts, sizeof form.parts))
            id = number_of(&table, &form);
        whole = id >= 0;
        latest[here] = id + 1;
        if (whole)
            forms[id].times++;
    }
    for (int64_t kind = 0; kind < types && whole; kind++) {
        if (!alone[kind].times)
            continue;
        Form form = {column[alone[kind].term], {surface[kind], -1, -1}, 0};
        int32_t id = number_of(&table, &form);
        whole = id >= 0;
        if (whole)
            forms[id].times += alone[kind].times;
    }
    free(table.slot);
    return whole ? table.used : -1;
}

/* Takes in the forms of other places, which may stand behind those that are there. Returns how many
   there are then, -1 without memory. */
int64_t forms_join(Form *forms, int64_t there, const Form *others, int64_t count)
{
    Table table = {NULL, FIRST_BITS - 1, (int32_t)there, forms};
    while ((int64_t)1 << table.bits < 2 * there)
        table.bits++;
    int whole = widen(&table);
    for (int64_t row = 0; row < count && whole; row++) {
        Form form = others[row];
        int32_t times = form.times;
        form.times = 0;
        int32_t id = number_of(&table, &form);
        whole = id >= 0;
        if (whole)
            forms[id].times += times;
    }
    free(table.slot);
    return whole ? table.used : -1;
}
