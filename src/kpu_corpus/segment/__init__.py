"""Source → essays and the spans between them; the rules are data, the loop is small.

``layouts`` holds the rules by name and reason, ``lines`` what a line looks like, ``bylines`` what
it tells of who wrote, for whom and when; ``pages`` says which lines are furniture, ``starts``
where essays begin, ``parts`` what each line of one is; ``assembling`` puts them together, and
``essays`` calls these in turn. ``explaining`` says why a page was cut so, ``sidecar`` lets a
person correct it.
"""

from kpu_corpus.segment.essays import segment

__all__ = ["segment"]
