"""Finds the words that say that somebody was killed or hurt."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from newspkg.extract.events.scene import Scene
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

Kind = Literal["fatalities", "injured"]
GAP = 4  # words that may stand between two words of a cue
HARMED = (
    frozenset(["killed", "dead", "kill", "killing", "kills"]),
    frozenset(["wounded", "injured", "hurt", "wounding", "injuring", "wound"]),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at tokens `first` to `last` (inclusive); `form` as in the codelist `harm_cues`."""

    first: int
    last: int
    form: str
    kind: Kind


class CueFinder:
    """Finds the cues of a sentence, in text order, the longest where several begin at a word."""

    def __init__(self, codelists: Codelists) -> None:
        self.cues: dict[str, list[tuple[tuple[str, ...], str, Kind]]] = defaultdict(list)
        for row in codelists.rows("harm_cues"):
            words = tuple(row["cue"].split())
            self.cues[words[0]].append((words, row["form"], cast(Kind, row["kind"])))
        for found in self.cues.values():
            found.sort(key=lambda cue: (-len(cue[0]), cue[1] == "adjective"))  # "hurt eleven" before "eleven were hurt"

    def __call__(self, sentence: Sentence, scene: Scene) -> list[Cue]:
        found: list[Cue] = []
        for token in sentence:
            if (not found or token.i > found[-1].last or found[-1].form == "phrase") and not scene.is_closed(token):
                cue = self._at(token, sentence, scene)
                found += [cue] if cue is not None else []
        return found

    def _at(self, token: Token, sentence: Sentence, scene: Scene) -> Cue | None:
        stems = (token.lower_[:-3], f"{token.lower_[:-3]}e") if token.lower_.endswith("ing") else ()
        forms = dict.fromkeys((scene.lemma(token), token.lower_, *stems))
        for words, form, kind in (entry for key in forms for entry in self.cues.get(key, ())):
            last = _follow(token, words[1:], sentence, scene, GAP if form == "phrase" else 1)
            if last is not None and _fits(token, form, len(words)):
                return Cue(token.i, last, form, kind)
        return None


def _fits(token: Token, form: str, length: int) -> bool:
    """The part of speech that a form asks for; taggers are not to be trusted further in headlines."""
    if length > 1 or form in ("adjective",):
        return True
    if form in ("verb", "intransitive", "loss"):
        after = token.doc[token.i + 1].text if token.i + 1 < len(token.doc) else ""
        broken = token.lower_.endswith("ing") and after in (",", "\u2013", "\u2014")  # "killing, doctors said, eleven people"
        return broken or token.pos_ in ("VERB", "AUX", "ADJ") or token.tag_ in ("VBZ", "VBD", "VBN") or token.lower_.endswith("s")
    return token.pos_ in ("NOUN", "PROPN")


def _follow(token: Token, words: tuple[str, ...], sentence: Sentence, scene: Scene, gap: int) -> int | None:
    """The index of the last of the words that must follow, each within `gap` words of the one before; None where they do not."""
    at = token.i
    for word in words:
        near = sentence.doc[at + 1 : min(at + 1 + gap, sentence.end)]
        found = next((each for each in near if word in (each.lower_, scene.lemma(each))), None)
        if found is None:
            return None
        at = found.i
    return at


def is_mixed(cue: Cue, scene: Scene) -> bool:
    """ "killed or wounded" together fills neither."""
    words = [token.lower_ for token in scene.doc[max(0, cue.first - 2) : cue.last + 3]]
    for left, joint, right in zip(words, words[1:], words[2:], strict=False):
        pair = any(left in one and right in two for one, two in (HARMED, HARMED[::-1]))
        if pair and joint in ("or", "/"):
            return True
    return False


FIRST = frozenset("report confirm put say give announce count state list claim".split())
FORMERLY = frozenset(["initially", "originally", "previously", "earlier"])


def is_superseded(cue: Cue, scene: Scene) -> bool:
    """ "Eight dead at first", "had initially reported 14 deaths": a figure that the same side has replaced."""
    near = scene.doc[max(scene.doc[cue.first].sent.start, cue.first - 8) : min(scene.doc[cue.first].sent.end, cue.last + 4)]
    for token in near:
        before = token.nbor(-1).lower_ if token.i else ""
        if token.lower_ in FORMERLY or (token.lower_ == "first" and before == "at"):
            return True
        if token.lower_ == "first" and token.i + 1 < len(scene.doc) and token.nbor().lemma_ in FIRST:
            return True
    return False


def is_collective(cue: Cue, scene: Scene) -> bool:
    """ "Whose sister was among the dead": the dead as a body, not a count of them."""
    before = [token.lower_ for token in scene.doc[max(0, cue.first - 2) : cue.first]]
    return cue.form in ("adjective", "verb") and before in (["among", "the"], ["of", "the"], ["with", "the"])
