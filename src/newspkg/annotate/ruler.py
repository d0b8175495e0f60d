"""The model's attribute ruler with a memory: the same attributes, a third of the time.

Nearly all of its patterns look at one token (its word, tag and relation), so what they say of a token is remembered. The few that look at
two are tried anew in every text, after the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEY: list[int | str] = ["LOWER", "TAG", "DEP"]
TOLD: list[int | str] = ["POS", "MORPH", "LEMMA"]
REMEMBERED = 200_000  # keys; then it starts afresh


class QuickRuler:
    """Sets part of speech, morphology and exceptional lemmas of tagged and parsed Docs."""

    def __init__(self, nlp: Language) -> None:
        from spacy.pipeline import AttributeRuler

        self.nlp = nlp
        patterns = nlp.get_pipe("attribute_ruler").patterns  # type: ignore[attr-defined]
        self.alone, self.together = AttributeRuler(nlp.vocab, "alone"), AttributeRuler(nlp.vocab, "together")
        self.alone.add_patterns([each for each in patterns if _is_single(each)])
        self.together.add_patterns([each for each in patterns if not _is_single(each)])
        self._memory: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> None:
        keys: list[tuple[int, ...]] = list(map(tuple, doc.to_array(KEY).tolist()))
        if len(self._memory) > REMEMBERED:
            self._memory.clear()
        self._learn(doc, list(dict.fromkeys(key for key in keys if key not in self._memory)))
        import numpy

        told: Any = numpy.array([self._memory[key] for key in keys], dtype="uint64").reshape(-1, len(TOLD))
        doc.from_array(TOLD, told)
        for token in doc:
            if token.is_space:
                token.tag_, token.pos_, token.dep_ = "_SP", "SPACE", "dep"
        self.together(doc)

    def _learn(self, doc: Doc, keys: list[tuple[int, ...]]) -> None:
        """Has the ruler tell the attributes of words that stand side by side without a sentence."""
        from spacy.tokens import Doc

        if not keys:
            return
        strings = self.nlp.vocab.strings
        words, tags, deps = ([strings[key[column]] for key in keys] for column in range(3))
        bare = Doc(self.nlp.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(keys))))
        self._memory.update(zip(keys, map(tuple, self.alone(bare).to_array(TOLD).tolist()), strict=True))


def _is_single(pattern: dict[str, Any]) -> bool:
    return all(len(tokens) == 1 for tokens in pattern["patterns"])
