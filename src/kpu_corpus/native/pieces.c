/* Pieces of lines: cut at the stops that end a unit; those without letter or digit, and references,
   are joined to their neighbour. */

#include "block.h"
#include "headings.h"
#include "rising.h"

enum { REFERENCE = 80 }; /* as in sentences.py */

typedef struct {
    int64_t *start, *end, *line;
    uint8_t *marked, *heading;
} Pieces;

/* Where units end inside lines, where the next begins, and whether with a list marker. */
typedef struct {
    int64_t count;
    const int64_t *line, *close, *following;
    const uint8_t *marked;
} Ends;

/* Whether a piece may open with a heading. */
static int is_doubtful(const Block *block, const Pieces *pieces, int64_t piece, const Tables *tables,
                       int64_t *chunk) {
    int64_t start = pieces->start[piece], end = pieces->end[piece];
    if (!pieces->marked[piece]) return 0;
    *chunk = rising(block->start, block->chunks, start, 1, *chunk) - 1;
    int64_t marker = marker_end(block, *chunk, start, end);
    return !marker || heading_possible(block->codes, start, marker, end, tables);
}

/* Fills the pieces of the plain lines, and which may open with a heading; returns how many. */
int64_t pieces_cut(const Block *block, const Lines *lines, const uint8_t *plain, const Ends *ends,
                   const Tables *tables, const Pieces *pieces, uint8_t *doubtful) {
    int64_t found = 0, row = 0, chunk = 0;
    for (int64_t line = 0; line < lines->count; line++) {
        if (!plain[line]) continue;
        int64_t start = block->start[lines->first[line]], first = found;
        uint8_t marked = lines->marked[line];
        while (row < ends->count && ends->line[row] < line) row++;
        for (; row < ends->count && ends->line[row] == line; row++) {
            pieces->start[found] = start;
            pieces->end[found] = ends->close[row];
            pieces->marked[found++] = marked;
            start = ends->following[row];
            marked = ends->marked[row];
        }
        pieces->start[found] = start;
        pieces->end[found] = block->end[lines->last[line]];
        pieces->marked[found++] = marked;
        for (int64_t piece = first; piece < found; piece++) {
            pieces->line[piece] = line;
            pieces->heading[piece] = 0;
            doubtful[piece] = (uint8_t)is_doubtful(block, pieces, piece, tables, &chunk);
        }
    }
    return found;
}

/* Whether a piece has a letter or digit; most begin with one. The search goes on from a chunk before
   it. */
static int is_visible(const Block *block, int64_t start, int64_t end, int64_t *from_chunk) {
    int doubt = 0;
    if (is_letter(block->codes[start]) || is_digit(block->codes[start])) return 1;
    int64_t chunk = *from_chunk = rising(block->start, block->chunks, start, 1, *from_chunk) - 1;
    for (; chunk < block->chunks && block->start[chunk] < end; chunk++) {
        int64_t from = block->start[chunk], to = block->end[chunk];
        if (!(flags_of(block, chunk) & ALNUM)) continue;
        if (from >= start && to <= end) return 1;
        for (int64_t place = from > start ? from : start; place < to && place < end; place++) {
            if (is_letter(block->codes[place]) || is_digit(block->codes[place])) return 1;
            doubt |= block->codes[place] > 127;
        }
    }
    return doubt ? DOUBT : 0;
}

/* Whether a piece may only name the source of the one before it in its line. */
static int may_refer(const Block *block, const Pieces *pieces, int64_t piece) {
    int64_t start = pieces->start[piece], end = pieces->end[piece];
    if (!piece || pieces->line[piece] != pieces->line[piece - 1]) return 0;
    uint32_t first = at(block, start + 1);
    return block->codes[start] == '(' && end - start <= REFERENCE && !is_digit(first) &&
           !is_small(first);
}

/* Fills whether each piece has a letter or digit (DOUBT where its characters do not tell), and
   whether it may be a reference. */
void pieces_look(const Block *block, int64_t count, const Pieces *pieces, int8_t *visible,
                 uint8_t *refers) {
    for (int64_t piece = 0, chunk = 0; piece < count; piece++) {
        fetch_code(block, pieces->start, piece + AHEAD, count);
        int64_t start = pieces->start[piece], end = pieces->end[piece];
        visible[piece] = (int8_t)is_visible(block, start, end, &chunk);
        refers[piece] = (uint8_t)may_refer(block, pieces, piece);
    }
}

static void put(const Pieces *pieces, int64_t to, int64_t from, int64_t start, int64_t end) {
    pieces->start[to] = start;
    pieces->end[to] = end;
    pieces->line[to] = pieces->line[from];
    pieces->marked[to] = pieces->marked[from];
    pieces->heading[to] = pieces->heading[from];
}

/* Joins the pieces that are not kept to the one before them in their text, or the first that is; of
   a text without such pieces all become one. Returns how many are left. */
int64_t pieces_join(const Lines *lines, int64_t count, const Pieces *pieces, const uint8_t *kept) {
    int64_t found = 0;
    for (int64_t head = 0, tail; head < count; head = tail) {
        int64_t stretch = lines->stretch[pieces->line[head]], before = found;
        int64_t start = pieces->start[head];
        for (tail = head; tail < count && lines->stretch[pieces->line[tail]] == stretch; tail++) {
            if (kept[tail]) {
                int64_t own = found == before ? start : pieces->start[tail];
                put(pieces, found++, tail, own, pieces->end[tail]);
            } else if (found > before) {
                pieces->end[found - 1] = pieces->end[tail];
            }
        }
        if (found == before) put(pieces, found++, head, start, pieces->end[tail - 1]);
    }
    return found;
}
