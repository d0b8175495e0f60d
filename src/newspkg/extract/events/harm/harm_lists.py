"""Persons counted one after another, and persons already counted."""

from __future__ import annotations

from newspkg.extract.events.harm.harm_counts import Count
from newspkg.extract.events.scene import Scene

SUBSETS = (("of", "them"), ("of", "whom"), ("of", "those"), ("among", "them"), ("among", "those"))
JOINTS = frozenset(["and", "plus", "as", "well", ",", "&", "with", "also"])


def is_subset(count: Count, scene: Scene) -> bool:
    """ "12 of them", "including two children": persons already counted."""
    doc = scene.doc
    after = tuple(token.lower_ for token in doc[count.head + 1 : count.head + 3])
    inner = tuple(token.lower_ for token in doc[count.first + 1 : count.first + 3])
    before = tuple(token.lower_ for token in doc[max(0, count.first - 3) : count.first])
    return (
        after in SUBSETS
        or inner in SUBSETS
        or bool({"including", "includes", "included", "include"} & set(before))
        or before[-2:] in SUBSETS
    )


def joined(counts: list[Count], first: Count, scene: Scene) -> list[Count]:
    """A count and those that go on with it: "12 soldiers, a nurse and nine others"."""
    chain = [first]
    for count in counts:
        if count.first <= chain[-1].head:
            continue
        between = [token.lower_ for token in scene.doc[chain[-1].head + 1 : count.first]]
        verbs = any(token.pos_ in ("VERB", "AUX") for token in scene.doc[chain[-1].head + 1 : count.first])
        if len(between) > 7 or verbs or not JOINTS & set(between) or is_subset(count, scene):
            break
        chain.append(count)
    has_and = any(token.lower_ in ("and", "plus", "&", "well") for token in scene.doc[first.head + 1 : chain[-1].first])
    return chain if has_and else [first]


ASIDE = 14  # tokens of an aside
SOURCES = frozenset(
    ["according", "by", "say", "report", "believe", "estimate", "claim", "think", "tell", "admit", "add", "reckon", "write"]
)


def past_aside(at: int, scene: Scene) -> int:
    """Where a sentence goes on after an aside that gives a source: "killing, doctors said, eleven", "killed, by one count, eleven"."""
    if at >= len(scene.doc) or scene.doc[at].text not in (",", "–", "—"):
        return at
    near = scene.doc[at + 1 : at + ASIDE]
    end = next((token.i for token in near if token.text == scene.doc[at].text), None)
    is_source = end is not None and any(token.lemma_ in SOURCES for token in scene.doc[at + 1 : end])
    return end + 1 if end is not None and is_source else at
