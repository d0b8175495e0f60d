"""A document as the claim extractors read it: tokens with their sentences, quotations and actors."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newspkg.extract.claims.quotes import Quote, find_quotes
from newspkg.extract.claims.sentences import bracketed, sentence_starts
from newspkg.model import ActorMention, AnnotatedDocument, EventMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from newspkg.extract.claims.cues import CueHit, Lexicon

QUOTE_MARKS = frozenset("“”\"«»‹›„‘’'")
REACH = 300  # tokens to either side of a cue that its sentence may span: giant lines stay affordable
LONGEST_FRAGMENT = 30  # characters
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass
class Reading:
    """One annotated document, indexed. Token ranges are half-open pairs of token indices."""

    annotated: AnnotatedDocument
    actors: tuple[ActorMention, ...]
    events: tuple[EventMention, ...]
    lexicon: Lexicon
    doc: Doc = field(init=False)
    quotes: tuple[Quote, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.doc = self.annotated.doc
        self.text = self.annotated.text
        self.quotes = find_quotes(self.text)
        self._offsets = [token.idx for token in self.doc]
        self._quote_of = self._index_quotes()
        self._inner_starts = sentence_starts(self.doc, self.quotes)
        self._outer_starts = self._merged_starts()
        self._actor_of = self._index_actors()
        self.kinds = {mention.actor_id: mention.kind for mention in self.actors}
        self._skipped = self._index_boilerplate()
        self._cued = {token.i for token in self.doc if self.lexicon.starting("verb", token.lemma_.lower())}
        self._verbs: dict[int, CueHit | None] = {}
        self.breaks: tuple[int, ...] = ()  # commas before a relative clause in which another source speaks
        self.cuts: tuple[int, ...] = ()  # tokens at which an attribution's left-hand content begins inside a sentence
        self.sources: dict[int, Token] = {}  # the verbs of attributions, by the token at which each begins

    def _index_quotes(self) -> dict[int, Quote]:
        """The quotation of each token: outer quotations come first, inner ones overwrite them."""
        return {i: quote for quote in self.quotes for i in range(*self.tokens(Span(quote.inner, quote.inner_end)))}

    def _merged_starts(self) -> list[int]:
        """Sentence starts that lie in no quotation, or open one."""
        return [i for i in self._inner_starts if i not in self._quote_of or "\n" in self.doc[i - 1].text or i == 0]

    def _index_actors(self) -> dict[int, ActorMention]:
        mentions = sorted(self.actors, key=lambda each: (each.is_named, each.span.end - each.span.start, each.span.start))
        return {i: mention for mention in mentions for i in range(*self.tokens(mention.span))}

    def _index_boilerplate(self) -> set[int]:
        blocks = (block for block in self.annotated.document.blocks if block.kind == "boilerplate" and block.end > block.start)
        return {i for block in blocks for i in range(*self.tokens(Span(block.start, block.end)))}

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens that a span of characters touches."""
        start = max(bisect_right(self._offsets, span.start) - 1, 0)
        if self.doc and self.doc[start].idx + len(self.doc[start].text) <= span.start:
            start += 1
        return start, bisect_right(self._offsets, span.end - 1)

    def tokens_between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the characters `start` to `end` touch; none where there are no characters."""
        return self.tokens(Span(start, end)) if end > start else (0, 0)

    def tokens_of(self, quote: Quote) -> tuple[int, int]:
        """The first token of a quotation's words and the token right after the last (its closing mark)."""
        return self.tokens(Span(quote.inner, quote.inner_end))

    def span(self, start: int, end: int) -> Span:
        """The characters of the tokens `start` to `end` (exclusive)."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last.text))

    def actor_at(self, i: int) -> ActorMention | None:
        return self._actor_of.get(i)

    def quote_at(self, i: int) -> Quote | None:
        """The innermost quotation whose words hold token `i`."""
        return self._quote_of.get(i)

    def verb_at(self, i: int) -> CueHit | None:
        """The longest verbal cue that begins at token `i`; looked for once."""
        if i not in self._verbs:
            self._verbs[i] = self.lexicon.verb_at(self.doc, i) if i in self._cued else None
        return self._verbs[i]

    def is_skipped(self, i: int) -> bool:
        return i in self._skipped

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token `i`: one inside a quotation stays inside it, one outside spans the quotations it holds."""
        quote = self._speech_at(i)
        starts = self._outer_starts if quote is None else self._inner_starts
        at = bisect_right(starts, i) - 1
        start, end = starts[at], starts[at + 1] if at + 1 < len(starts) else len(self.doc)
        if quote is not None:
            low, high = self.tokens(Span(quote.inner, quote.inner_end))
            start, end = max(start, low), min(end, high)
        start, end = bracketed(self.doc, i, max(start, i - REACH), min(end, i + REACH))
        while end > start + 1 and self.doc[end - 1].is_space:
            end -= 1
        while start < end - 1 and self.doc[start].is_space:
            start += 1
        return start, end

    def _speech_at(self, i: int) -> Quote | None:
        """The quotation that holds token `i`, unless it is only a few words quoted inside a sentence."""
        quote = self.quote_at(i)
        if quote is None or quote.inner_end - quote.inner > LONGEST_FRAGMENT or self.text[quote.inner].isupper():
            return quote
        return None if quote.start and self.text[quote.start - 1] == " " and self.text[quote.inner_end - 1].isalpha() else quote

    def quote_opening(self, i: int) -> Quote | None:
        """The quotation whose opening mark is token `i`."""
        if i >= len(self.doc) or self.doc[i].text[:1] not in QUOTE_MARKS:
            return None
        at = self.doc[i].idx
        return next((quote for quote in self._near(at) if quote.start == at), None)

    def quote_closing(self, i: int) -> Quote | None:
        """The quotation whose closing mark is token `i`."""
        if i < 0 or self.doc[i].text[-1:] not in QUOTE_MARKS:
            return None
        end = self.doc[i].idx + len(self.doc[i].text)
        owner = self.quote_at(i - 1)
        return owner if owner is not None and owner.is_closed and owner.end == end else None

    def _near(self, at: int) -> tuple[Quote, ...]:
        i = bisect_right(self.quotes, at, key=lambda quote: quote.start)
        return self.quotes[max(i - 2, 0) : i + 1]

    def is_finite(self, token: Token) -> bool:
        return token.tag_ in FINITE
