"""Where the words of an entry of the codelist of triggers stand in a text: together, or apart as a phrasal verb's may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import children
from newspkg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 12  # tokens between a verb and the first of its other words
GAP = 3  # tokens between two of those
PARTICLE = ("prt", "advmod", "prep", "acomp", "oprd", "dobj", "attr", "agent", "npadvmod", "ccomp", "xcomp", "pobj")


def matched_words(words: tuple[str, ...], pos: str, token: Token, scene: Scene) -> Span | None:
    """The span of the words with `token` as their head, or None: a noun after its modifiers, a verb before its particles."""
    if len(words) == 1:
        return Span(token.idx, token.idx + len(token))
    return _noun(words, token, scene) if pos == "noun" else _verb(words, token, scene)


def _noun(words: tuple[str, ...], token: Token, scene: Scene) -> Span | None:
    first = token.i - len(words) + 1
    if first < 0 or not all(is_word(scene.doc[first + n], word, scene) for n, word in enumerate(words[:-1])):
        return None
    return Span(scene.doc[first].idx, token.idx + len(token))


def _verb(words: tuple[str, ...], token: Token, scene: Scene) -> Span | None:
    """The whole where the words stand together; the verb alone where its object stands between them."""
    places, at, reach = [], token.i + 1, REACH
    for word in words[1:]:
        found = _next(word, at, reach, token, scene)
        if found is None:
            return _fronted(words, token, scene)
        places.append(found)
        at, reach = found.i + 1, GAP
    if places[-1].i == token.i + len(places):
        return Span(token.idx, places[-1].idx + len(places[-1]))
    return Span(token.idx, token.idx + len(token))


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


def _fronted(words: tuple[str, ...], token: Token, scene: Scene) -> Span | None:
    """ "The restrictions put in place", "control was lost": the noun of the phrase is the verb's passive subject or what it modifies."""
    if len(words) != 2:
        return None
    nouns = [*children(token, "nsubjpass"), *([token.head] if token.dep_ == "acl" and token.tag_ == "VBN" else [])]
    return Span(token.idx, token.idx + len(token)) if any(is_word(noun, words[1], scene) for noun in nouns) else None


def is_word(token: Token, word: str, scene: Scene) -> bool:
    return token.lower_ == word or scene.lemma(token) == word
