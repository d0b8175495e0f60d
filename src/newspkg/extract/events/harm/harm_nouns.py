"""The number that a noun of harm states ("12 deaths", "claimed 14 lives", "the toll rose to 42"), and the last count before a cue."""

from __future__ import annotations

from newspkg.extract.events.harm.harm_counts import Count
from newspkg.extract.events.harm.harm_cues import Cue
from newspkg.extract.events.harm.harm_lists import is_subset, joined
from newspkg.extract.events.scene import Scene

LIGHT = frozenset("be have get report confirm believe leave find know fear list pronounce declare presume say also receive".split())
LOSING = frozenset(["lose", "claim", "cost", "take"])
FINDING = frozenset("recover find pull retrieve dig discover extract drag remove unearth identify lie collect bring count arrive".split())
RISING = frozenset("rise climb increase grow jump revise update reach mount double triple swell soar".split())
NEAR, FAR = 12, 30  # tokens from a toll to its figure; as far only where it is said to rise
OVER = frozenset(["pass", "exceed", "top", "surpass"])


def last_count(cue: Cue, back: list[Count], scene: Scene) -> list[Count]:
    """The persons counted last before a cue, with those listed before them; no other verb may stand between."""
    if not back:
        return []
    between = scene.doc[back[-1].head + 1 : cue.first]
    if (
        any((token.pos_ in ("VERB", "AUX") and token.lemma_ not in LIGHT) or token.text in (";", ":") for token in between)
        or len(between) > 14
    ):
        return []
    for start in range(len(back)):
        chain = joined(back[start + 1 :], back[start], scene)
        if chain[-1] == back[-1]:
            return chain
    return back[-1:]


def of_noun(cue: Cue, after: list[Count], counts: list[Count], back: list[Count], scene: Scene) -> list[Count]:
    """ "12 deaths", "the death of a guard", "claimed 14 lives", "nine bodies were found"."""
    token = scene.doc[cue.first]
    around = {each.lemma_ for each in token.sent}
    if cue.form == "life":
        losing = next((each for each in reversed(token.doc[max(token.sent.start, token.i - 5) : token.i]) if each.lemma_ in LOSING), None)
        if losing is None:
            return []
        if own := [count for count in counts if losing.i < count.first and count.head < token.i]:
            return joined(own[1:], own[0], scene)  # "cost five rangers their lives"
        if any(child.dep_ == "poss" for child in token.children) and not (after and token.nbor().lower_ == "of"):
            return last_count(Cue(losing.i, losing.i, "intransitive", cue.kind), [count for count in back if count.head < losing.i], scene)
    if scene.lemma(token) in ("body", "corpse") and not around & FINDING:
        return []
    if scene.lemma(token) == "loss" and not (after and scene.is_person(scene.doc[after[0].head])):
        return []  # of tanks, or of ground
    own = [count for count in counts if count.head == token.i and not is_subset(count, scene)]
    if own:
        return own
    if after and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("of", "to", "among") and after[0].first - token.i <= 4:
        return joined(after[1:], after[0], scene)
    return []


def toll_figure(cue: Cue, after: list[Count], scene: Scene) -> list[Count]:
    """The figure of a toll: what it rose "to", stands "at", "passed", else the first that follows."""
    near = [count for count in after if count.first - cue.last <= FAR]
    if near and near[0].first - cue.last > NEAR and not any(token.lemma_ in RISING for token in scene.doc[cue.last + 1 : near[0].first]):
        return []
    told = [count for count in near if count.first and scene.doc[count.first - 1].lower_ in ("to", "at", "of")]
    rest = [count for count in near if scene.doc[count.first - 1].lower_ not in ("from", "by", "in")]
    best = (told or rest)[:1]
    if best and any(token.lemma_ in OVER for token in scene.doc[cue.last + 1 : best[0].first]):
        return [Count(best[0].first, best[0].head, best[0].best, best[0].best, None, best[0].span)]
    return best


def is_risen(cue: Cue, scene: Scene) -> bool:
    """ "The toll rose to 42": an update of what was told before."""
    return any(token.lemma_ in RISING | OVER or token.lower_ == "now" for token in scene.doc[cue.last + 1 : cue.last + 16])
