"""Analyses of what does not fit into memory: in batches, over several passes, resumable.

``files`` looks through a source, ``plan`` cuts it into stretches, ``batches`` reads them, ``steps``
are pure functions on a batch, ``scans`` and ``spool`` keep what they leave, ``remarks`` are told of
it, ``tables`` makes the results, ``engine`` runs the steps in their order, ``job`` is what to do.
:mod:`kpu_corpus.cluster` runs the same steps on many machines.
"""
