"""One article's records against its coding."""

from __future__ import annotations

from newspkg.coding import Coding
from newspkg.evaluate.bundle import Grounds
from newspkg.evaluate.claims import score_claims
from newspkg.evaluate.entities import score_actors, score_weapons
from newspkg.evaluate.events import score_events
from newspkg.evaluate.tally import Scores
from newspkg.model import Records


def score(coding: Coding, records: Records) -> Scores:
    """The scores of one article; `records` are those of this article alone."""
    scores, grounds = Scores(), Grounds(records)
    actors = score_actors(coding, records, grounds, scores)
    weapons = score_weapons(coding, records, grounds, scores)
    events = score_events(coding, records, grounds, actors, weapons, scores)
    score_claims(coding, records, grounds, actors, events, scores)
    return scores
