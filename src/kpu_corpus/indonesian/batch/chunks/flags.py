"""Properties of a distinct chunk independent of its context, as bits of one number."""

ALNUM = 1
"""Has a letter or digit."""
LOWER = 2
"""Begins in lower case."""
WORD = 4
"""One token of ASCII letters and hyphens, with or without a mark after it."""
STOP = 8
"""Has a stop."""
APART = 16
"""Has a character that is not seen, or is too long to be looked at once for each stop in it."""
STAR = 32
"""Has a star or bullet."""
STARS = 64
"""Is one bullet or star, or several of one sort."""
BODY = 128
"""Is what a list marker inside a line looks like."""
BEFORE_BODY = 256
"""Such a marker may stand after it."""
CAPITAL = 512
"""Such a marker may stand before it."""
NEEDS_BLANK = 1024
"""Is a list marker only before a blank."""
LABEL = 2048
"""A noun that takes a letter as its label."""
COMMA = 4096
"""Ends in a comma."""
NUMBERED = 8192
"""Reads otherwise before a number: `No.`"""
HYPHENED = 16384
"""Ends in a hyphen that does not stand alone."""
COUNTING = 32768
"""A word before the last of several parts: `dan`"""
NAMING = 65536
"""A noun that takes a number."""
RANK = 131072
"""Times the rank of a list marker with a stop: the number of its number or letter."""

NOTED = STOP | APART | STAR | BODY | NUMBERED | HYPHENED
"""Rare and of consequence: chunks with one of these are found once for a block."""
