"""The actors of an article: finders propose, the surest and longest stand, descriptions and pronouns follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newspkg.extract.actors.collectives import Collectives
from newspkg.extract.actors.descriptions import resolve_descriptions, resolve_pronouns, resolve_short_names
from newspkg.extract.actors.labelled import find_labelled
from newspkg.extract.actors.organisations import find_organisations
from newspkg.extract.actors.organs import find_organs
from newspkg.extract.actors.people import People
from newspkg.extract.actors.scene import Candidate, Scene, choose
from newspkg.extract.actors.states import find_states
from newspkg.extract.actors.world import World
from newspkg.model import ActorMention, AnnotatedDocument, WeaponMention
from newspkg.specs import Codelists

MEMBERS = re.compile(
    r" (?:fighters|militants|rebels|gunmen|insurgents|members|troops|forces|leaders|officials|terrorists|guerrillas|peacekeepers|experts|"
    r"investigators|inspectors|diplomats|ambassadors|ministers|commanders|operatives|jihadists|soldiers|officers|sources)\b"
)
OFFICE_AFTER = re.compile(
    r"'s (?:[\w-]+ ){0,3}(?:adviser|advisor|chief|head|spokes\w+|director|president|minister|envoy|diplomat|secretary|leader)\b"
)
MEDIA_VERBS = frozenset(
    [
        "report",
        "say",
        "publish",
        "quote",
        "cite",
        "write",
        "announce",
        "claim",
        "show",
        "tell",
        "declare",
        "air",
        "broadcast",
        "add",
        "make",
        "carry",
        "deny",
    ]
)


class ActorExtractor:
    """Finds who acts, is acted on or speaks. Built once, called per document."""

    def __init__(self, codelists: Codelists) -> None:
        self.world = World(codelists)
        self._people = People(codelists)
        self._collectives = Collectives(codelists)

    def __call__(self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...] = ()) -> tuple[ActorMention, ...]:
        """The mentions in text order; no two named ones overlap."""
        scene = Scene(annotated, self.world, tuple(weapon.span for weapon in weapons))
        named = choose(each for each in self._named(scene) if not scene.is_blocked(each.start, each.end))
        later = [*resolve_descriptions(scene, named), *resolve_short_names(scene, named)]
        described = choose([*named, *(each for each in later if not scene.is_blocked(each.start, each.end))])
        every = choose([*described, *resolve_pronouns(scene, described)])
        return tuple(each.identity.mention(each.span, each.is_named) for each in every)

    def _named(self, scene: Scene) -> Iterator[Candidate]:
        yield from _bodies(scene)
        yield from find_organs(scene)
        yield from find_states(scene)
        yield from find_organisations(scene)
        yield from find_labelled(scene)
        yield from self._collectives.find(scene)
        yield from self._people.find(scene)


def _bodies(scene: Scene) -> Iterator[Candidate]:
    hits = list(scene.world.body_index.find(scene.text))
    sure = {identity.actor_id for _, _, (identity, needs_context) in hits if not needs_context}
    for start, end, (identity, needs_context) in hits:
        if needs_context and identity.actor_id not in sure:
            continue
        if identity.kind == "media" and not _media_acts(scene, start, end):
            continue
        if _stands_for_place(scene, start, identity.name):
            continue
        if _is_half(scene, start, end):
            continue
        qualifier = scene.qualifier_before(start)
        members = MEMBERS.match(scene.text, end)
        yield Candidate(qualifier[0] if qualifier else start, members.end() if members else end, identity, 62)


def _is_half(scene: Scene, start: int, end: int) -> bool:
    """Half of a compound ("Hamas-run"), or inside an apposition that only describes a person ("Ada Roe, the EU's envoy")."""
    if scene.text[end : end + 1] == "-" and scene.text[end + 1 : end + 2].isalpha():
        return True
    return bool(OFFICE_AFTER.match(scene.text, end)) and bool(re.search(r"[A-Z][\w-]+, (?:the )?$", scene.text[max(0, start - 30) : start]))


def _media_acts(scene: Scene, start: int, end: int) -> bool:
    token = scene.token_at.get(end - 1)
    return (
        token is not None
        and token.dep_ == "nsubj"
        and token.head.lemma_.lower() in MEDIA_VERBS
        and not scene.text[:start].endswith("told ")
    )


def _stands_for_place(scene: Scene, start: int, name: str) -> bool:
    """A building where something happens ("at the White House")."""
    return name in ("White House", "Kremlin", "Downing Street") and scene.text[max(0, start - 14) : start].endswith(
        ("in the ", "at the ", "into the ", "inside the ", "outside the ", "near the ", "to the ")
    )
