/* Whether pieces are titles, or may open with a heading. */

#ifndef HEADINGS_H
#define HEADINGS_H

#include "letters.h"

enum { DOUBT = -2 };

/* Words that titles leave small, those that open a sentence after a title, and the first two letters
   of those that close a text. */
typedef struct {
    Words small, starts, formulas;
} Tables;

/* Whether a heading may stand behind the list marker that opens a piece and ends at `marker`; blanks
   may follow it. */
int heading_possible(const uint32_t *codes, int64_t start, int64_t marker, int64_t end,
                     const Tables *tables);

/* Whether a piece is a title: 1, 0 or DOUBT. Without a list marker `marker` is its start. */
int heading_title(const uint32_t *codes, int64_t start, int64_t marker, int64_t end,
                  const Tables *tables);

#endif
