/* Lines of a block; those wrapped in mid-sentence are joined to the next. */

#include "block.h"
#include "rising.h"

enum { SHORTEST = 40, FULL = 60, LONGEST = 132, RAGGED = 14 }; /* as in sentences.py */
enum { ELLIPSIS = 0x2026 };

/* Fills the first chunks of lines, their stretches, and how many line feeds stand before each;
   returns how many. */
static int64_t heads(const Block *block, Lines *lines, int64_t *feeds) {
    int64_t chunk = 0, stretch = 0, count = 0, fed = 0;
    for (int64_t row = 0; row < block->mark_count; row++) {
        int64_t place = block->marks[row];
        fetch_code(block, block->marks, row + AHEAD, block->mark_count);
        int kind = kind_at(block, place);
        fed += (kind & FEED) != 0;
        if (!(kind & BREAK)) continue;
        chunk = rising(block->start, block->chunks, place, 0, chunk);
        if (chunk == block->chunks) break;
        if (count && lines->first[count - 1] == chunk) {
            feeds[count - 1] = fed;
            continue;
        }
        stretch = rising(block->base, block->stretches, block->start[chunk], 1, stretch);
        lines->first[count] = chunk;
        lines->stretch[count] = stretch - 1;
        feeds[count++] = fed;
    }
    return count;
}

static int64_t size_of(const Block *block, const Lines *lines, int64_t line) {
    return block->end[lines->last[line]] - block->start[lines->first[line]];
}

static int opens_with_marker(const Block *block, const Lines *lines, int64_t line) {
    int64_t chunk = lines->first[line], form = block->form[chunk];
    if (!block->marker[form]) return 0;
    if (!(block->flags[form] & NEEDS_BLANK)) return 1;
    return chunk < lines->last[line] && is_blank(block, block->end[chunk]);
}

static int are_alike(int64_t size, int64_t other) {
    return size - other <= RAGGED && other - size <= RAGGED;
}

/* Whether no more than one line feed parts a line from the next of its stretch. */
static int is_adjacent(const Lines *lines, const int64_t *feeds, int64_t line) {
    return line >= 0 && line + 1 < lines->count && feeds[line + 1] - feeds[line] < 2 &&
           lines->stretch[line] == lines->stretch[line + 1];
}

/* Whether the break after a line falls inside a sentence. */
static int is_wrapped(const Block *block, const Lines *lines, const int64_t *feeds, int64_t line) {
    if (!is_adjacent(lines, feeds, line) || lines->marked[line + 1]) return 0;
    uint32_t closing = last_of(block, lines->last[line]);
    if (closing == '.' || closing == '!' || closing == '?' || closing == ':' || closing == ELLIPSIS)
        return 0;
    int64_t here = size_of(block, lines, line), next = lines->first[line + 1];
    if (flags_of(block, next) & SMALL)
        return closing != ';' && (here >= SHORTEST || closing == ',' || closing == '-');
    if (here < FULL || here > LONGEST) return 0;
    int64_t after = size_of(block, lines, line + 1), longest = after;
    int alike = are_alike(here, after);
    if (is_adjacent(lines, feeds, line - 1)) {
        int64_t above = size_of(block, lines, line - 1);
        alike |= are_alike(here, above);
        if (above > longest) longest = above;
    }
    return alike && here + 1 + block->end[next] - block->start[next] > longest;
}

/* Fills the lines; there is room for one behind each mark, and for their feeds. */
void lines_find(const Block *block, Lines *lines, int64_t *feeds, uint8_t *wrapped) {
    int64_t count = lines->count = heads(block, lines, feeds), joined = 0;
    for (int64_t line = 0; line < count; line++) {
        lines->last[line] = (line + 1 < count ? lines->first[line + 1] : block->chunks) - 1;
        lines->marked[line] = (uint8_t)opens_with_marker(block, lines, line);
    }
    for (int64_t line = 0; line < count; line++)
        wrapped[line] = (uint8_t)is_wrapped(block, lines, feeds, line);
    for (int64_t line = 0; line < count; line++) {
        if (line && wrapped[line - 1]) {
            lines->last[joined - 1] = lines->last[line];
            continue;
        }
        lines->first[joined] = lines->first[line];
        lines->last[joined] = lines->last[line];
        lines->stretch[joined++] = lines->stretch[line];
    }
    lines->count = joined;
    for (int64_t line = 0; line < joined; line++)
        lines->marked[line] = (uint8_t)opens_with_marker(block, lines, line);
}
