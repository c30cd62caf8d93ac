"""pandas, loaded when something in it is first asked for: ``pandas_later.DataFrame``.

Public functions name its types in their signatures. So typing.get_type_hints finds them, and
``kpu_corpus.load`` and ``kpu_corpus.preprocess``, which make no table, start without pandas.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import *  # noqa: F403
else:

    def __getattr__(name: str) -> Any:
        if name.startswith("__"):  # what tools ask of every module: this one is no package
            raise AttributeError(name)
        import pandas

        return getattr(pandas, name)
