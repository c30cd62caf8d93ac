/* The chunks with stops of some lines, and what is not known yet of them and of the chunks that may
   follow their stops. */

#include "block.h"
#include "stops.h"

enum { NUMBERED = 8192 }; /* as in flags.py */
enum { ASCII = 128 };

typedef struct {
    const Block *block;
    const Lines *lines;
    int64_t noted, stops, readings, forms;
    const int64_t *row, *held;           /* chunks, and their flags */
    const uint8_t *kept;                 /* by line */
    int64_t *chunk, *line, *reading;     /* those with stops */
    int64_t *unread, *unseen;   /* the first also for rows of those in doubt */
    int64_t (*table)[2], *after;         /* by reading and by form: negative if not known yet */
} Plan;

/* Whether a blank and a digit follow a chunk; -1 where Unicode alone tells. */
static int before_number(const Block *block, int64_t chunk) {
    int64_t end = block->end[chunk];
    uint32_t second = at(block, end + 1);
    if (at(block, end) != ' ' && at(block, end) != NO_BREAK) return 0;
    return second >= ASCII ? -1 : second >= '0' && second <= '9';
}

/* Fills the chunks with stops of the kept lines, with their lines and readings: twice the form, and
   one more before a number. Returns how many may have one more. */
int64_t ahead_read(Plan *plan) {
    const Block *block = plan->block;
    const Lines *lines = plan->lines;
    int64_t odd = 0;
    plan->stops = 0;
    for (int64_t row = 0, line = 0; row < plan->noted; row++) {
        int64_t chunk = plan->row[row];
        if (!(plan->held[row] & STOP)) continue;
        while (line + 1 < lines->count && lines->first[line + 1] <= chunk) line++;
        if (!plan->kept[line]) continue;
        int numbered = 0;
        if (plan->held[row] & NUMBERED && chunk < lines->last[line])
            numbered = before_number(block, chunk);
        if (numbered < 0) plan->unread[odd++] = plan->stops;
        plan->chunk[plan->stops] = chunk;
        plan->line[plan->stops] = line;
        plan->reading[plan->stops++] = 2 * block->form[chunk] + (numbered > 0);
    }
    return odd;
}

/* Lists the readings, and the forms behind stops as far as these are looked through, of which nothing
   is known: each once, marked as if it were. Returns how many. */
int64_t ahead_unknown(Plan *plan) {
    const Block *block = plan->block;
    plan->readings = plan->forms = 0;
    for (int64_t row = 0; row < plan->stops; row++) {
        int64_t reading = plan->reading[row], chunk = plan->chunk[row];
        int64_t last = plan->lines->last[plan->line[row]], first = chunk < last ? chunk + 1 : last;
        if (plan->table[reading][0] < 0) {
            plan->table[reading][0] = 0;
            plan->unread[plan->readings++] = reading;
        }
        for (int64_t ahead = first; ahead <= last; ahead++) {
            int64_t form = block->form[ahead];
            if (plan->after[form] < 0) {
                plan->after[form] = 0;
                plan->unseen[plan->forms++] = form;
            }
            if (!(plan->after[form] & UNCLEAR)) break;
            if (block->start[ahead] - block->start[first] > OPENING) break;
        }
    }
    return plan->readings + plan->forms;
}
