"""For whom a noun phrase stands: the actor that it names, whose people or arms it names, the state of a country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.events.scene import Scene
from newspkg.extract.events.syntax import conjuncts, subject
from newspkg.extract.tree import children
from newspkg.model import ActorMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

Party = tuple[str, Span]
ACTING = ("state", "government", "military", "armed_group", "igo", "person", "company", "party", "ngo", "civilians", "other", "media")
PRONOUNS = frozenset(["it", "they", "its", "their", "we", "our"])
BELONGING = frozenset(["of", "from", "for", "with", "to", "in"])
LOYAL = frozenset(["loyal", "belong", "ally", "allied", "link", "linked", "affiliate", "affiliated", "tie", "answer", "swear"])
SPOKESMEN = frozenset(["ministry", "staff", "department"])  # words in the names of bodies that speak for a country's forces
PARTS = frozenset(
    "unit group cell column detachment crew team wing arm faction branch member number dozen score hundred thousand source contingent"
    " squad patrol convoy alliance coalition remnant band two three four five six one".split()
)
UNITS = frozenset("unit group cell column detachment crew team wing squad patrol contingent militia commando faction".split())
OWN_MEN = frozenset("fighter combatant unit force member mujahid mujahideen commando volunteer militiaman".split())
FORCES = frozenset(
    "force infantry armour armor aviation cavalry submarine missile drone troop army jet plane warplane aircraft helicopter gunboat navy"
    " ship warship artillery tank gun battery fire gunfire shellfire".split()
)


def parties(noun: Token, scene: Scene) -> list[Party]:
    """The actors that a noun phrase names: itself, or those whose members it speaks of ("fighters of", "men loyal to")."""
    actor = scene.actor_at(noun)
    if actor is None and noun.lower_ in PRONOUNS:
        return _speaker(noun, scene)
    inner = _belonging(noun, scene) if actor is None or is_unnamed(actor, noun) else []
    if inner:
        return inner
    if actor is None or actor.kind not in ACTING:
        return []
    return [*_twins(noun, actor, scene), (actor.actor_id, actor.span)]


def _twins(noun: Token, actor: ActorMention, scene: Scene) -> list[Party]:
    """Those who share a noun with another: "|Thai| and Cambodian troops"."""
    before = [each for child in children(noun, "amod", "compound", "nmod") for each in conjuncts(child) if each.i < noun.i]
    others = [other for each in before if (other := scene.actor_at(each)) is not None and other.span.end < actor.span.start]
    return [(other.actor_id, other.span) for other in others if other.kind == actor.kind]


def acting(noun: Token, scene: Scene) -> list[Party]:
    """The actors that a noun phrase stands for where it acts: also those whose arms or people it names ("Houthi drones")."""
    found = parties(noun, scene)
    actor = scene.actor_at(noun)
    if (not found or (actor is not None and is_unnamed(actor, noun))) and _is_of_somebody(noun, scene):
        owner = scene.owner_of(noun)
        own = [child for child in children(noun, "poss") if child.lower_ in PRONOUNS]
        return (
            [owner]
            if owner is not None
            else [each for child in own for each in _speaker(child, scene)] or _own_men(noun, scene) or found or launchers(noun, scene)
        )
    return found


def _own(noun: Token, scene: Scene) -> list[Party]:
    return [party for child in children(noun, "poss") if child.lower_ in PRONOUNS for party in _speaker(child, scene)]


def _speaker(pronoun: Token, scene: Scene) -> list[Party]:
    """ "Israel said it had struck", "the army said its drones hit": the pronoun in what is said is the one who says it."""
    clause = next((up for up in pronoun.ancestors if up.dep_ == "ccomp"), None)
    said = clause.head if clause is not None else None
    found = subject(said) if said is not None and said.pos_ == "VERB" else _subject_before(pronoun, scene)
    return behind(found, scene) if found is not None and found.i < pronoun.i else []


def _own_men(noun: Token, scene: Scene) -> list[Party]:
    """ "Hamas said fighters had fired": an armed group speaks of its own."""
    if scene.lemma(noun) not in OWN_MEN or children(noun, "amod", "compound", "poss", "nmod", "prep"):
        return []
    return [party for party in _speaker(noun, scene) if scene.kind_of.get(party[0]) == "armed_group"] if noun.dep_ == "nsubj" else []


def behind(noun: Token, scene: Scene) -> list[Party]:
    """The side for which a noun phrase speaks: the forces of a ministry, the party itself."""
    named = parties(noun, scene) if noun.pos_ != "PRON" else []
    return [(_forces_behind(actor, scene), span) for actor, span in named]


def _subject_before(pronoun: Token, scene: Scene) -> Token | None:
    """ "The RSF denied it. They later shelled the camp": the subject of the sentence before in the same paragraph."""
    sentence = pronoun.sent
    if pronoun.lower_ not in ("it", "they") or pronoun.dep_ != "nsubj" or pronoun.head != sentence.root or not sentence.start:
        return None
    before = scene.doc[sentence.start - 1].sent
    return subject(before.root) if scene.paragraph[before.start] == scene.paragraph[sentence.start] else None


def _forces_behind(actor: str, scene: Scene) -> str:
    """Whose forces a ministry or a staff speaks for when it says "we struck"."""
    country = scene.country_of.get(actor)
    return (scene.side_of(country) if country and not SPOKESMEN.isdisjoint(actor.split("-")) else None) or actor


def acted_on(noun: Token, scene: Scene) -> list[Party]:
    """The actors that a noun phrase stands for where it is acted on: also those whose thing it is ("Houthi positions")."""
    found = parties(noun, scene)
    if not found and (scene.weapon_of(noun) is None or noun.dep_ != "nsubj") and (owner := scene.owner_of(noun)) is not None:
        return [owner]
    return found


def state_at(noun: Token, scene: Scene) -> list[Party]:
    """The state of a country named as a place ("sent to Romania")."""
    place = scene.place_at(noun)
    state = scene.state_of(place.country_code) if place is not None and place.precision == "country" else None
    return [(state, place.span)] if state is not None and place is not None else []


def launchers(noun: Token, scene: Scene) -> list[Party]:
    """Who fired a munition: "drones launched by Russia", "missiles that Iran fired"."""
    found: list[Party] = []
    for clause in children(noun, "acl", "relcl"):
        by = [inner for prep in children(clause, "agent", "prep") if prep.lower_ == "by" for inner in children(prep, "pobj")]
        for each in [*by, *children(clause, "nsubj")]:
            found += parties(each, scene) if each.tag_ not in ("WDT", "WP") else []
    return found


def is_unnamed(actor: ActorMention, noun: Token) -> bool:
    """ "Gunmen", "fighters": a group without a name."""
    return noun.tag_ in ("NN", "NNS") and actor.span.end == noun.idx + len(noun) and actor.name[:1].islower()


def _is_of_somebody(noun: Token, scene: Scene) -> bool:
    lemma = scene.lemma(noun)
    return scene.weapon_of(noun) is not None or lemma in FORCES or lemma in UNITS or scene.is_person(noun)


def _belonging(noun: Token, scene: Scene) -> list[Party]:
    if not (scene.is_person(noun) or scene.lemma(noun) in PARTS or noun.pos_ == "NUM"):
        return []
    below = children(noun, "amod", "acl", "relcl")
    below += [
        inner for clause in below for prep in children(clause, "prep") for inner in children(prep, "pcomp")
    ]  # "suspected of belonging to"
    heads = [noun, *(child for child in below if child.lemma_ in LOYAL)]
    found: list[Party] = []
    for head in heads:
        for prep in children(head, "prep"):
            if prep.lower_ in BELONGING and (prep.lower_ not in ("to", "in") or head != noun):
                for inner in children(prep, "pobj"):
                    named = [party for each in conjuncts(inner) for party in parties(each, scene)]
                    found += named or (_belonging(inner, scene) if scene.lemma(inner) in PARTS else [])  # "from a faction of"
    return found
