"""Who was harmed, what was attacked and who did it, as the words of an attack's sentences say it: also where no actor is coded.

The tables hold actors, classes of targets and tolls; `annotate` shows the phrases besides: "priests", "post office", "masked men".
"""

from __future__ import annotations

from newspkg.extract.fillers.scene import Filled, Scene
from newspkg.extract.fillers.words import Words
from newspkg.model import ArticleReading
from newspkg.specs import Codelists

__all__ = ["Fillers"]


class Fillers:
    """Built once with the codelists, called per article."""

    def __init__(self, codelists: Codelists) -> None:
        self.words = Words(codelists)

    def __call__(self, reading: ArticleReading) -> tuple[Filled, ...]:
        """For each event of the article its `initiator`, `target` and `victim` phrases in text order."""
        return Scene(reading, self.words).filled()
