/* Words of plain chunks of ASCII and curly quotation marks; of ASCII their stops, and what a stop asks
   of them where they follow it. A chunk in which an address or an abbreviation may stand is left in doubt. */

#include "letters.h"
#include "stops.h"

enum { DOUBT = -1 };
/* Letters at most: of an abbreviation, one without vowels, a top-level domain. */
enum { SHORT = 8, VOWELLESS = 5, DOMAIN = 4 };
enum { WORD, NUMBER, SYMBOL }; /* as KINDS in plain.py */

typedef struct {
    const uint32_t *codes;
    int64_t size;
} Chunk;

/* As the rows in plain.py; places are counted from the head of the chunk. */
typedef struct {
    int32_t start, end;
    int32_t surface; /* not filled here */
    int32_t kind;
} Word;

static uint32_t code_at(Chunk chunk, int64_t at) {
    return at < chunk.size ? chunk.codes[at] : 0;
}

static int is_alnum(uint32_t code) { return is_letter(code) || is_digit(code); }
static int is_consonant(uint32_t code) { return is_small(code) && !is_one_of(code, "aeiou"); }

static int begins(Chunk chunk, int64_t at, const char *text) {
    for (; *text; at++, text++)
        if (code_at(chunk, at) != (unsigned char)*text) return 0;
    return 1;
}

static int is_ascii(Chunk chunk) {
    uint32_t every = 0;
    for (int64_t at = 0; at < chunk.size; at++) every |= chunk.codes[at];
    return every < 128;
}

/* Whether a link, address, tag or name of a host may stand in the chunk. */
static int may_be_address(Chunk chunk) {
    for (int64_t at = 0; at < chunk.size; at++) {
        uint32_t code = chunk.codes[at];
        if (code == '@' || code == '#' || begins(chunk, at, "://") || begins(chunk, at, "www."))
            return 1;
        int64_t end = at + 1;
        if (code != '.' || !at) continue;
        while (end <= at + DOMAIN && is_letter(code_at(chunk, end))) end++;
        if (end > at + 1 && !is_letter(code_at(chunk, end))) return 1; /* `kpu.go.id` */
    }
    return 0;
}

/* Whether letters and the full stop after them may be, or begin, an abbreviation. */
static int may_be_short(Chunk chunk, int64_t first, int64_t end, Words listed) {
    const uint32_t *letters = chunk.codes + first;
    int64_t size = end - first, small = 1;
    uint32_t after = code_at(chunk, end + 1);
    if (size > SHORT) return 0;
    if (size == 1 && (is_large(letters[0]) || is_letter(after))) return 1;
    if (size == 2 && is_large(after)) return 1; /* `Ph.D` */
    while (small < size && is_consonant(letters[small])) small++;
    return (size > 1 && size <= VOWELLESS && small == size) || among(listed, letters, size, 1);
}

/* Whether letters are a currency that stands apart from the number behind it: `Rp5.000`. */
static int is_currency(Chunk chunk, int64_t first, int64_t end) {
    if (end - first == 2)
        return is_one_of(chunk.codes[first], "Rr") && is_one_of(chunk.codes[first + 1], "Pp");
    return end - first == 3 && (begins(chunk, first, "IDR") || begins(chunk, first, "USD"));
}

/* The end of letters and digits, also behind hyphens, apostrophes and low lines between them. */
static int64_t joined_end(Chunk chunk, int64_t at) {
    while (is_alnum(code_at(chunk, at))) at++;
    while (is_one_of(code_at(chunk, at), "'`-_") && is_alnum(code_at(chunk, at + 1)))
        for (at++; is_alnum(code_at(chunk, at)); at++) continue;
    return at;
}

static int64_t number_end(Chunk chunk, int64_t at) {
    while (is_digit(code_at(chunk, at))) at++;
    while (is_one_of(code_at(chunk, at), ".,") && is_digit(code_at(chunk, at + 1)))
        for (at++; is_digit(code_at(chunk, at)); at++) continue;
    return at;
}

/* The end of the word that begins with a letter; DOUBT if it may be an abbreviation. */
static int64_t word_end(Chunk chunk, int64_t at, Words listed) {
    int64_t end = at;
    while (is_letter(code_at(chunk, end))) end++;
    if (is_digit(code_at(chunk, end)) && is_currency(chunk, at, end)) return end;
    if (code_at(chunk, end) == '.' && may_be_short(chunk, at, end, listed)) return DOUBT;
    int pair = code_at(chunk, at + 1) == '/' && is_letter(code_at(chunk, at + 2)) &&
               !is_alnum(code_at(chunk, at + 3)); /* `s/d` */
    return pair ? at + 3 : joined_end(chunk, at);
}

/* The end of what begins with a digit, and which kind it is. */
static int64_t figure_end(Chunk chunk, int64_t at, int32_t *kind) {
    int64_t end = at;
    while (is_digit(code_at(chunk, end))) end++;
    if (is_letter(code_at(chunk, end + (code_at(chunk, end) == '-')))) return joined_end(chunk, at);
    *kind = NUMBER;
    return number_end(chunk, at);
}

/* Writes the words of a chunk; returns their number, or DOUBT. */
static int64_t words_of(Chunk chunk, Words listed, Word *words) {
    int64_t count = 0;
    for (int64_t at = 0; at < chunk.size; at++)
        if (chunk.codes[at] > 127 && !is_curly(chunk.codes[at])) return DOUBT;
    if (may_be_address(chunk)) return DOUBT;
    for (int64_t at = 0, end; at < chunk.size; at = end) {
        uint32_t code = chunk.codes[at];
        int32_t kind = WORD;
        end = at;
        if (is_letter(code)) {
            end = word_end(chunk, at, listed);
            if (end == DOUBT) return DOUBT;
        } else if (is_digit(code)) {
            end = figure_end(chunk, at, &kind);
        } else if (code == '%') {
            end = at + 1;
            kind = SYMBOL;
        }
        if (end == at) end++;
        else words[count++] = (Word){(int32_t)at, (int32_t)end, 0, kind};
    }
    return count;
}

/* Fills the words of every chunk, one after the other, and how many each has; -1 for a chunk in
   doubt, which has none. There is room for as many words as characters. Returns their number. */
int64_t plain_words(const uint32_t *codes, int64_t chunks, const int64_t *start, const int64_t *end,
                    const Words *listed, int64_t *count, Word *words) {
    int64_t found = 0;
    for (int64_t row = 0; row < chunks; row++) {
        Chunk chunk = {codes + start[row], end[row] - start[row]};
        count[row] = words_of(chunk, *listed, words + found);
        if (count[row] > 0) found += count[row];
    }
    return found;
}

enum { LONG = 4 }; /* letters of a word too long for an abbreviation */

static int is_stop(uint32_t code) { return is_one_of(code, ".!?"); }

/* The first place that holds nothing which opens a sentence, if it is near. */
static int64_t after_opening(Chunk chunk, int64_t at) {
    int64_t last = chunk.size - at > OPENING ? at + OPENING : chunk.size;
    while (at < last && is_one_of(chunk.codes[at], "\"'`([{*_-#")) at++;
    return at;
}

/* Which capitals after a stop without a blank begin a sentence: `bangsa.Kami`. */
static int64_t glued(Chunk chunk, int64_t stop, Word token) {
    if ((token.end == stop && token.end - token.start < 2) || !stop) return 0;
    uint32_t before = chunk.codes[stop - 1];
    if (is_small(before)) return ANY_CAPITAL | CAPITALISED;
    return is_alnum(before) || is_one_of(before, ")%\"'") ? CAPITALISED : 0;
}

/* Whether the mark of a footnote may stand behind a stop: `siap.[1]`, `siap.1`. */
static int may_be_noted(Chunk chunk, const Stop *stop, const Word *token) {
    uint32_t mark = code_at(chunk, stop->close);
    int noted = token && token->end == stop->start && is_small(chunk.codes[stop->start - 1]);
    return mark == '[' || (noted && stop->close == stop->start + 1 && is_digit(mark));
}

/* The rule of a stop, given the word that begins at or before it; DOUBT for an abbreviation and what
   may open a sentence. */
static int64_t rule_of(Chunk chunk, const Stop *stop, const Word *token) {
    int shortened = token && stop->start < token->end;
    if (shortened && token->end != stop->start + 1) return NEVER;
    shortened = shortened && stop->end == token->end;
    if (stop->close == chunk.size) return shortened ? DOUBT : PLAIN;
    int64_t head = after_opening(chunk, stop->close);
    int named = is_large(code_at(chunk, head)) && is_small(code_at(chunk, head + 1));
    int64_t capitals = token ? glued(chunk, stop->start, *token) : 0;
    if (head == chunk.size) return shortened || (token && !capitals) ? NEVER : OPEN;
    if (!stop->start) return is_large(code_at(chunk, head)) ? DOUBT : NEVER; /* `bangsa .Kami` */
    if (shortened || !is_large(chunk.codes[head])) return NEVER;
    if (!token) return UNSURE; /* the word before it stands in another chunk */
    return capitals & (named ? CAPITALISED : ANY_CAPITAL) ? HERE : NEVER;
}

static int64_t bits_of(Chunk chunk, const Stop *stop, int64_t free, const Word *token) {
    int64_t bits = BARE;
    uint32_t before = stop->start ? chunk.codes[stop->start - 1] : 0;
    int single = chunk.codes[stop->start] == '.';
    for (int64_t at = free; at < stop->start; at++)
        if (is_alnum(chunk.codes[at])) bits = 0;
    if (chunk.codes[stop->close - 1] == ')') bits |= PARENTHESIS;
    if (single && is_digit(before)) bits |= DIGIT;
    int ends_word = token && token->end == stop->start && stop->close == stop->start + 1;
    if (ends_word && single && token->end - token->start >= LONG && is_small(before))
        bits |= LONG_WORD;
    return bits;
}

/* Writes the runs of stops in a chunk, given its words; returns their number, or DOUBT. */
static int64_t stops_of(Chunk chunk, const Word *words, int64_t count, Stop *stops) {
    int64_t found = 0, free = 0, before = 0;
    if (!is_ascii(chunk)) return DOUBT;
    for (int64_t at = 0; at < chunk.size;) {
        if (!is_stop(chunk.codes[at])) {
            at++;
            continue;
        }
        Stop *stop = stops + found++;
        stop->start = at;
        while (is_stop(code_at(chunk, at))) at++;
        stop->end = stop->close = at;
        while (is_one_of(code_at(chunk, stop->close), "\"')]}")) stop->close++;
        while (before < count && words[before].start <= stop->start) before++;
        const Word *token = before ? words + before - 1 : NULL;
        if (may_be_noted(chunk, stop, token)) return DOUBT;
        stop->bits = bits_of(chunk, stop, free, token);
        stop->rule = rule_of(chunk, stop, token);
        if (stop->rule == DOUBT) return DOUBT;
        if (stop->rule == OPEN && token) stop->bits |= glued(chunk, stop->start, *token);
        if (free && stop->rule != NEVER) {
            if (!(stop->bits & BARE)) return DOUBT; /* it may be a list marker so far: `kita.H.` */
            stop->rule = UNSURE;
        }
        if (stop->rule == HERE) free = stop->close;
    }
    return found;
}

/* Fills the runs of stops in every chunk, one after the other, and how many each has, -1 for one in
   doubt. The words of a chunk are `size` ones from `first`; there is room for as many runs as
   characters. Returns the number of runs. */
int64_t plain_stops(const uint32_t *codes, int64_t chunks, const int64_t *start, const int64_t *end,
                    const Word *words, const int64_t *first, const int64_t *size, int64_t *count,
                    Stop *stops) {
    int64_t found = 0;
    for (int64_t row = 0; row < chunks; row++) {
        Chunk chunk = {codes + start[row], end[row] - start[row]};
        count[row] = stops_of(chunk, words + first[row], size[row], stops + found);
        if (count[row] > 0) found += count[row];
    }
    return found;
}

enum { THREE = 3, FOUR = 4 };

static int64_t run_end(Chunk chunk, int64_t at, int line) {
    while (is_alnum(code_at(chunk, at)) || (line && code_at(chunk, at) == '_')) at++;
    return at;
}

static int64_t after_of(Chunk chunk, Words openers, Words companies) {
    if (!is_ascii(chunk)) return DOUBT;
    int64_t head = after_opening(chunk, 0), digits = head;
    if (head == chunk.size) return UNCLEAR;
    const uint32_t *word = chunk.codes + head;
    int64_t size = run_end(chunk, head, 0) - head, whole = run_end(chunk, head, 1) - head;
    while (is_digit(code_at(chunk, digits))) digits++;
    int64_t bits = is_small(word[0]) ? LOWER : is_digit(word[0]) ? FIGURE : 0;
    if (digits - head == THREE) bits |= THOUSAND;
    if (head) bits |= MARKS | head * HEAD;
    if (is_small(code_at(chunk, head + 1))) bits |= SMALL_SECOND;
    if (among(companies, word, size, 0)) bits |= COMPANY_NAME;
    if (!is_large(word[0])) return bits;
    if (among(openers, word, size, 1)) bits |= OPENING_WORD;
    int shortened = whole <= FOUR && code_at(chunk, head + whole) == '.';
    return bits | UPPER | (shortened ? 0 : CAPITAL);
}

/* Fills what a stop asks of every chunk where it follows one; -1 where that is in doubt. */
void plain_after(const uint32_t *codes, int64_t chunks, const int64_t *start, const int64_t *end,
                 const Words *openers, const Words *companies, int64_t *after) {
    for (int64_t row = 0; row < chunks; row++) {
        Chunk chunk = {codes + start[row], end[row] - start[row]};
        after[row] = after_of(chunk, *openers, *companies);
    }
}
