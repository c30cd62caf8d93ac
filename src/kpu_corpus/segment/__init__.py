"""Source → essays and the spans between them; the rules are data, the loop is small.

``layouts`` holds the rules by name and reason, ``lines`` what a line looks like, ``page`` which
lines are furniture, ``titles`` which stand above text like a title, ``structure`` where essays
begin and end, ``bylines`` who wrote where and when; ``essays`` parts each of them, ``assembling``
puts them together; ``explaining`` says why a page was cut so, ``sidecar`` lets a person correct it.
"""

from kpu_corpus.segment.essays import segment

__all__ = ["segment"]
