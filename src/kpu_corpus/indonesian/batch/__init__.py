"""Sentences and words of many texts at once, as columns; same results as one text at a time.

``chunks/`` holds the texts of a block as runs between white space, each distinct run looked at
once; in ``sentences/``, ``lines`` joins them to lines, ``stops`` decides the full stops, ``pieces``
cuts, ``naming`` says what each unit is; ``words`` lays out the words. Whatever a run and its
neighbour do not settle goes to the functions for one line in ``indonesian/sentences/``.
"""
