"""The compiled part switched off for a while, to hold it against numpy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest

from kpu_corpus import native

compiled = pytest.mark.skipif(native.library() is None, reason="nothing compiled here")


@contextmanager
def numpy_alone() -> Iterator[None]:
    """Leave the compiled part out."""
    with patch.dict(os.environ, {"KPU_CORPUS_NATIVE": "0"}):
        native.library.cache_clear()
        try:
            yield
        finally:
            native.library.cache_clear()
