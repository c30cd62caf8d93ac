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

/* Writes the forms of the terms of which `wanted` has the number of tokens of a place that counts,
   0 for those that are not asked about; `column` is what each term is called here. `of_type` has
   -1 for every type. Returns the number of forms, -1 without memory. */
int64_t forms_count(
    int64_t places, const int32_t *first, const uint8_t *size, const int32_t *term,
    const int32_t *column, const uint8_t *wanted, const int32_t *type, const int32_t *surface,
    int32_t *of_type, Form *forms)
{
    Table table = {NULL, FIRST_BITS - 1, 0, forms};
    int whole = widen(&table);
    for (int64_t place = 0; place < places && whole; place++) {
        if (size[place] != wanted[term[place]])
            continue;
        const int32_t *here = type + first[place];
        /* a type alone is always the same term */
        int32_t id = size[place] == 1 ? of_type[*here] : -1;
        if (id < 0) {
            Form form = {column[term[place]], {-1, -1, -1}, 0};
            for (int32_t part = 0; part < size[place]; part++)
                form.parts[part] = surface[here[part]];
            id = number_of(&table, &form);
            if (size[place] == 1)
                of_type[*here] = id;
            whole = id >= 0;
        }
        if (whole)
            forms[id].times++;
    }
    free(table.slot);
    return whole ? table.used : -1;
}
