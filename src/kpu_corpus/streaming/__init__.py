"""Analyses of data that do not fit into memory: in batches, over several passes, resumable.

``files`` lists a source, ``plan`` cuts it into stretches, ``batches`` reads them, ``steps`` are
pure functions on a batch, ``remarks`` gathers the warnings, ``engine`` runs the steps in order,
and ``disk`` keeps the job, the output of the steps and the results. :mod:`kpu_corpus.cluster` runs
the same steps on many machines.
"""
