"""Finds the words that name events: verbs, nouns and phrases of the codelist whose arguments fit their frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newspkg.extract.events.naming.asker import Asker
from newspkg.extract.events.naming.clauses import absorbed, inner_verbs
from newspkg.extract.events.naming.entries import Entry, Trigger, read_entries
from newspkg.extract.events.naming.misread import is_misread_present, misread_fall, misread_verb
from newspkg.extract.events.naming.nouns import of_noun
from newspkg.extract.events.naming.settled import settle
from newspkg.extract.events.naming.words import matched_words, others_of, span_of
from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import Arguments, is_passive, of_verb
from newspkg.extract.tree import children
from newspkg.specs import Codelists

if TYPE_CHECKING:
    from spacy.tokens import Token


class TriggerFinder:
    """Looks up every verb and noun of a scene; the first entry whose needs are met wins."""

    def __init__(self, codelists: Codelists) -> None:
        self.entries = read_entries(codelists)
        self.words = {word for _, word in self.entries}
        sets: dict[str, set[str]] = defaultdict(set)
        for row in codelists.rows("event_objects"):
            sets[row["set"]].add(row["word"])
        self.asker = Asker({name: frozenset(words) for name, words in sets.items()})

    def __call__(self, scene: Scene) -> Iterator[Trigger]:
        found = {token.i: trigger for token in scene.doc if not scene.is_closed(token) and (trigger := self._at(token, scene))}
        settle(found)
        yield from (found[at] for at in sorted(found))

    def _at(self, token: Token, scene: Scene) -> Trigger | None:
        if not self._may_name(token, scene) or (token.ent_type_ == "DATE" and token.text == "March"):
            return None
        if token.pos_ in ("VERB", "AUX") or (token.pos_ == "ADJ" and token.lower_.endswith(("ed", "en"))) or is_misread_present(token):
            as_noun = token.tag_ == "VBG" and (token.dep_ in NOUN_PLACES or _is_bare(token))
            seen = self._as("verb", token, scene) or (self._as("noun", token, scene) if as_noun else None)
            if seen is not None or token.dep_ != "amod":
                return seen
        if (misread := misread_verb(token, scene) or misread_fall(token, scene)) is not None and (
            trigger := self._as("verb", token, scene, misread)
        ) is not None:
            return trigger
        if token.pos_ in ("NOUN", "PROPN") and not _is_part_of_name(token, scene):
            return self._as("noun", token, scene)
        return None

    def _may_name(self, token: Token, scene: Scene) -> bool:
        """Whether some entry begins by the token, whatever part of speech it is taken for."""
        lower = token.lower_
        if token.pos_ in SILENT and not lower.endswith(("s", "ed")):
            return False
        if token.pos_ == "VERB" or self.words.intersection((lower, lower[:-1], scene.lemma(token))):
            return True
        return token.i > 1 and scene.doc[token.i - 1].text == "-"

    def _as(self, pos: str, token: Token, scene: Scene, arguments: Arguments | None = None) -> Trigger | None:
        if pos == "verb" and token.lower_ == "shells" and token.i and (token.nbor(-1).like_num or scene.weapon_at(token.nbor(-1))):
            return None  # "155-mm shells"
        for entry in self._entries(pos, token, scene):
            words = matched_words(entry.words, pos, token, scene)
            if words is None:
                continue
            arguments = arguments or (of_verb(token) if pos == "verb" else of_noun(token))
            inner = inner_verbs(token, arguments) if _absorbs(entry) else []
            full = absorbed(arguments, inner)
            if self._met(entry, token, full, scene):
                if entry.frame == "none":
                    return None
                return Trigger(entry, token, span_of(words, token), full, others_of(words, token), words, tuple(inner))
        return None

    def _entries(self, pos: str, token: Token, scene: Scene) -> list[Entry]:
        """The entries of a word by its base form, by the word itself ("talks"), and with what a hyphen joins to it ("test-fired")."""
        lemma, lower = scene.lemma(token), token.lower_
        keys = [lemma, lower, lower[:-1] if lower.endswith("s") else lower]
        if token.i > 1 and scene.doc[token.i - 1].text == "-" and not scene.doc[token.i - 1].whitespace_:
            keys.insert(0, f"{scene.doc[token.i - 2].lower_}-{lemma}")
        found = [entry for key in dict.fromkeys(keys) for entry in self.entries.get((pos, key), [])]
        known = not _is_told(token) or any(len(entry.words) == 1 for entry in found)
        return found if known else [*found, *self.entries.get((pos, ANY_WORD), [])]

    def _met(self, entry: Entry, token: Token, arguments: Arguments, scene: Scene) -> bool:
        if (
            entry.frame == "protest"
            and entry.pos == "verb"
            and arguments.patients
            and not any({"object", "agent"} & set(t.slots) for t in entry.needs)
        ):
            return False  # "this demonstrates the risk"
        if not entry.needs:
            return entry.pos == "noun" or _plausible(entry, arguments, scene)
        return self.asker.met(entry.needs, entry.frame, token, arguments, scene)


SILENT = ("DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "PRON", "PART", "NUM", "SPACE", "SYM", "INTJ", "ADV", "X")
ANY_WORD = "*"  # lines for every verb that has none of its own: whatever a missile does to a house
NOUN_PLACES = ("nsubj", "nsubjpass", "pobj", "dobj", "ROOT", "conj", "attr")
VERBAL = ("nsubj", "nsubjpass", "aux", "auxpass", "dobj", "mark")


UNTOLD = frozenset("deny reject refuse want demand seek claim show display possess need have".split())  # what one does with arms otherwise


def _is_bare(token: Token) -> bool:
    """ "Governor: shelling, roofs damaged": a form in -ing with nothing of a verb about it."""
    return token.dep_ not in ("xcomp", "pcomp", "advcl", "amod", "acl") and not any(child.dep_ in VERBAL for child in token.children)


def _is_told(token: Token) -> bool:
    """A finite verb in the active, or a participle of one that has begun: not "suspected", "allied", "based"."""
    is_finite = token.pos_ == "VERB" and token.tag_ != "VB" and not is_passive(token) and token.dep_ != "amod"
    return is_finite and token.lemma_ not in UNTOLD


ABSORBING = frozenset("authorize restrict transfer buy sell propose agree evacuate expel decide vote".split())


def _absorbs(entry: Entry) -> bool:
    return entry.frame in ABSORBING or (entry.frame == "ceasefire" and entry.pos == "verb")


def _is_part_of_name(token: Token, scene: Scene) -> bool:
    """ "Attack drones", "a strike group": the first half of a compound that names a thing."""
    head = token.head
    if token.dep_ not in ("compound", "amod", "nmod") or head.i < token.i:
        return False
    return scene.weapon_at(head) is not None or scene.lemma(head) in THINGS


THINGS = frozenset(
    "group force capability range aircraft plane unit wing team zone helicopter submarine craft boat law bill suit police "
    "squad shield gear".split()
)


def _plausible(entry: Entry, arguments: Arguments, scene: Scene) -> bool:
    """A bare "hit", "attack" or "meet" needs something of war or politics around it."""
    nouns = [*arguments.agents, *arguments.patients, *(noun for _, noun in arguments.obliques)]
    if entry.event_type in ("attack", "battle"):
        if entry.words[0] in WARLIKE and any(_is_ground(noun, scene) for noun in nouns):
            return True
        if entry.words[0] in GUNNERY and nouns:
            return True
        if entry.words[0] in WARLIKE and any(noun.pos_ == "PROPN" and noun.ent_type_ not in PERSONAL for noun in arguments.patients):
            return True  # "Ulang was bombed": a place that no gazetteer has
        return any(scene.weapon_of(n) or scene.place_at(n) or scene.facility_of(n) or scene.is_party(n) for n in nouns)
    return bool(nouns)


WARLIKE = frozenset("shell bomb bombard attack strafe carpet-bomb firebomb ambush seize gain take retake regain assume".split())
GUNNERY = frozenset("shell strafe carpet-bomb".split())  # done with guns alone, whatever it is done to
PERSONAL = ("PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW")
GROUND = frozenset("city town capital settlement hamlet outskirt suburb coast border quarter neighbourhood neighborhood".split())


def _is_ground(noun: Token, scene: Scene) -> bool:
    """ "The city of Kherson", "Sudan's capital", "the town": ground that no name stands for."""
    below = [inner for prep in children(noun, "prep") if prep.lower_ == "of" for inner in children(prep, "pobj")]
    return scene.lemma(noun) in GROUND or any(scene.place_at(inner) for inner in [*below, *children(noun, "poss")])
