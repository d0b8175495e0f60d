"""The lexicon of cues: which words attribute a statement, what type of claim they make and which frame their content takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from newspkg.model.mention import Polarity
from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIST = "claim_cues"
SLOT = "*"  # the source's place in a framing phrase, a gap in a verbal one
SPEECH = "speech"  # the frame of verbs that only those who speak do
LONGEST_GAP = 8  # tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the codelist; `words` are lemmas."""

    words: tuple[str, ...]
    claim_type: str
    frames: frozenset[str]
    polarity: Polarity
    condition: str


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue met in the text: its verb (or noun) and the tokens `start` to `end` (exclusive) that it covers."""

    cue: Cue
    head: Token
    start: int
    end: int

    @property
    def is_passive(self) -> bool:
        """ "was quoted as saying": the speaker is the subject of a passive."""
        return self.cue.words[0] == "be"

    @property
    def is_participle(self) -> bool:
        """ "..., adding that": the cue shares the subject of another verb."""
        return self.head.tag_ == "VBG" and not self.is_passive


class Lexicon:
    """The codelist `claim_cues`, by kind of entry."""

    def __init__(self, codelists: Codelists) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._cues: dict[str, dict[str, list[Cue]]] = defaultdict(lambda: defaultdict(list))
        for row in codelists.rows(LIST):
            words = tuple(row["cue"].split())
            cue = Cue(words, row["claim_type"], frozenset(listed(row["frames"])), cast(Polarity, row["polarity"]), row["condition"])
            self._words[row["kind"]].add(row["cue"])
            self._cues[row["kind"]][words[0]].append(cue)
        self._single = {
            kind: {word: cue for word, cues in by_word.items() for cue in cues if len(cue.words) == 1}
            for kind, by_word in self._cues.items()
        }
        for by_word in self._cues.values():
            for cues in by_word.values():
                cues.sort(key=lambda cue: (-len(cue.words), cue.words))

    def words(self, kind: str) -> set[str]:
        return self._words[kind]

    def starting(self, kind: str, word: str) -> list[Cue]:
        """The cues of a kind whose first word is `word`, the longest first."""
        return self._cues[kind].get(word, [])

    def verb_at(self, doc: Doc, i: int) -> CueHit | None:
        """The longest verbal cue that begins at token `i`; an adverb may stand inside a phrase."""
        cues = self.starting("verb", doc[i].lemma_.lower())
        near = near_words(doc, i) if cues else frozenset()
        for cue in cues:
            is_near = len(cue.words) == 1 or cue.words[1] in near or cue.words[1] == SLOT
            end = (matched(doc, i, cue.words) if is_near else None) or _parted(doc, i, cue.words)
            if end is not None:
                return CueHit(cue, doc[end - 1] if cue.words[0] == "be" else doc[i], i, end)
        return None

    def noun_at(self, kind: str, token: Token) -> Cue | None:
        return self._single.get(kind, {}).get(token.lemma_.lower())


def near_words(doc: Doc, i: int) -> frozenset[str]:
    """The words that a phrase can go on with behind token `i`, over one adverb."""
    return frozenset(word for token in doc[i + 1 : i + 3] for word in (token.lower_, token.lemma_.lower()))


def _parted(doc: Doc, i: int, words: tuple[str, ...]) -> int | None:
    """The end of a verb and its preposition with a time or a manner between them ("spoke last week of")."""
    if len(words) != 2:
        return None
    found = next((child for child in doc[i].children if child.dep_ == "prep" and child.lower_ == words[1] and 1 < child.i - i < 6), None)
    if found is None or any(doc[j].dep_ in {"dobj", "pobj"} or doc[j].is_punct for j in range(i + 1, found.i)):
        return None
    return found.i + 1


def _gap_end(doc: Doc, i: int) -> int:
    """Where a gap that begins at token `i` must have ended: it holds no verb and no punctuation."""
    end = min(i + LONGEST_GAP, len(doc))
    return next((j for j in range(i, end) if _closes_gap(doc[j])), end)


def _closes_gap(token: Token) -> bool:
    return token.pos_ == "VERB" or token.is_space or (token.is_punct and token.text != "-")


def is_word(token: Token, word: str) -> bool:
    return word in (token.lower_, token.lemma_.lower())


def matched(doc: Doc, i: int, words: tuple[str, ...]) -> int | None:
    """The end (exclusive) of `words` matched from token `i` on, one adverb allowed before each further word; SLOT is a gap, or nothing."""
    for n, word in enumerate(words):
        if word == SLOT:
            tails = (matched(doc, j, words[n + 1 :]) for j in range(i, _gap_end(doc, i)))
            return next((end for end in tails if end is not None), None)
        if n and i < len(doc) and doc[i].pos_ == "ADV" and not is_word(doc[i], word):
            i += 1
        if i >= len(doc) or not is_word(doc[i], word):
            return None
        i += 1
    return i
