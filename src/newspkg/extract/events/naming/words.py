"""Where the words of an entry of the codelist of triggers stand in a text: together, or apart as a phrasal verb's may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.tree import children
from newspkg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 12  # tokens between a verb and the first of its other words
GAP = 3  # tokens between two of those


def matched_words(words: tuple[str, ...], pos: str, token: Token, scene: Scene) -> tuple[Token, ...] | None:
    """The words with `token` as their head, or None: a noun after its modifiers, a verb before its particles."""
    if len(words) == 1:
        return (token,)
    if not scene.words_in(scene.sentence[token.i]).issuperset(words):
        return None
    return _noun(words, token, scene) if pos == "noun" else _verb(words, token, scene)


def span_of(words: tuple[Token, ...], head: Token) -> Span:
    """The whole where the words stand together; the head alone where others stand between them."""
    if words[-1].i - words[0].i == len(words) - 1:
        return Span(words[0].idx, words[-1].idx + len(words[-1]))
    return Span(head.idx, head.idx + len(head))


def others_of(words: tuple[Token, ...], head: Token) -> tuple[Span, ...]:
    """The words that stand apart from their head, each run of them one span: "leaving" ... "without"."""
    if words[-1].i - words[0].i == len(words) - 1:
        return ()
    rest = [word for word in words if word.i != head.i]
    runs = [[rest[0]]]
    for word in rest[1:]:
        runs[-1].append(word) if word.i == runs[-1][-1].i + 1 else runs.append([word])
    return tuple(Span(run[0].idx, run[-1].idx + len(run[-1])) for run in runs)


def _noun(words: tuple[str, ...], token: Token, scene: Scene) -> tuple[Token, ...] | None:
    first = token.i - len(words) + 1
    if first < 0 or not all(is_word(scene.doc[first + n], word, scene) for n, word in enumerate(words[:-1])):
        return None
    return tuple(scene.doc[first : token.i + 1])


def _verb(words: tuple[str, ...], token: Token, scene: Scene) -> tuple[Token, ...] | None:
    places, at, reach = [token], token.i + 1, REACH
    for word in words[1:]:
        found = _next(word, at, reach, token, scene)
        if found is not None and word == words[-1] and found.dep_ == "prep" and word != "without" and not _close(token, found, scene):
            found = None  # "advanced ... on Monday" is no "advance on"
        if found is None:
            return _fronted(words, token, scene)
        places.append(found)
        at, reach = found.i + 1, GAP
    return tuple(places)


def _close(verb: Token, preposition: Token, scene: Scene) -> bool:
    """Nothing but adverbs stand between: "is still without"."""
    return all(between.pos_ in ("ADV", "PART") for between in scene.doc[verb.i + 1 : preposition.i])


def _next(word: str, at: int, reach: int, verb: Token, scene: Scene) -> Token | None:
    for token in scene.doc[at : at + reach + 1]:
        if scene.sentence[token.i] != scene.sentence[verb.i]:
            return None
        if is_word(token, word, scene) and (token.i == at == verb.i + 1 or _belongs(token, verb)):
            return token
    return None


def _belongs(token: Token, verb: Token) -> bool:
    """The token hangs on the verb, at most three steps below, with no other verb's clause between."""
    for _ in range(3):
        if token.head == verb:
            return True
        if token.head.pos_ in ("VERB", "AUX") or token.dep_ in ("relcl", "acl", "advcl"):
            return False
        token = token.head
    return False


def _fronted(words: tuple[str, ...], token: Token, scene: Scene) -> tuple[Token, ...] | None:
    """ "Talks held in Doha", "control was lost": the noun of the phrase is the verb's passive subject or what it modifies."""
    nouns = [*children(token, "nsubjpass"), *([token.head] if token.dep_ == "acl" and token.tag_ == "VBN" else [])]
    found = next((noun for noun in nouns if len(words) == 2 and is_word(noun, words[1], scene)), None)
    return (token, found) if found is not None else None


def is_word(token: Token, word: str, scene: Scene) -> bool:
    return token.lower_ == word or scene.lemma(token) == word
