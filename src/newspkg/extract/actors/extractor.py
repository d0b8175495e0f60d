"""The actors of an article: finders propose, the surest and longest stand, descriptions and pronouns follow."""

from __future__ import annotations

from collections.abc import Iterator

from newspkg.extract.actors.appositions import without_appositions
from newspkg.extract.actors.bodies import find_bodies
from newspkg.extract.actors.candidate import Candidate, choose
from newspkg.extract.actors.collectives import Collectives
from newspkg.extract.actors.counterparts import find_counterparts
from newspkg.extract.actors.descriptions import resolve_descriptions, resolve_pronouns, resolve_short_names
from newspkg.extract.actors.enemies import find_enemies
from newspkg.extract.actors.firms import find_firms, find_repeated
from newspkg.extract.actors.labelled import find_labelled
from newspkg.extract.actors.offices import find_offices
from newspkg.extract.actors.organisations import Organisations
from newspkg.extract.actors.organs import find_organs
from newspkg.extract.actors.parties import Parties
from newspkg.extract.actors.people import People
from newspkg.extract.actors.scene import Organisation, Scene
from newspkg.extract.actors.states import find_states
from newspkg.extract.actors.units import find_units
from newspkg.extract.actors.world import World
from newspkg.model import ActorMention, AnnotatedDocument, WeaponMention
from newspkg.specs import Codelists


class ActorExtractor:
    """Finds who acts, is acted on or speaks. Built once, called per document."""

    def __init__(self, codelists: Codelists) -> None:
        self.world = World(codelists)
        self._people = People(codelists)
        self._collectives = Collectives(codelists)
        self._parties = Parties(codelists)
        self._organisations = Organisations(codelists)

    def __call__(self, annotated: AnnotatedDocument, weapons: tuple[WeaponMention, ...] = ()) -> tuple[ActorMention, ...]:
        """The mentions in text order; no two named ones overlap."""
        scene = Scene(annotated, self.world, tuple(weapon.span for weapon in weapons))
        named = without_appositions(scene, choose(each for each in self._named(scene) if not scene.is_blocked(each.start, each.end)))
        later = [*resolve_descriptions(scene, named), *resolve_short_names(scene, named), *find_enemies(scene, named)]
        described = choose([*named, *(each for each in later if not scene.is_blocked(each.start, each.end))])
        every = choose([*described, *resolve_pronouns(scene, described)])
        return tuple(each.identity.mention(each.span, each.is_named) for each in every)

    def _named(self, scene: Scene) -> Iterator[Candidate]:
        yield from find_bodies(scene)
        yield from find_organs(scene)
        yield from find_units(scene)
        yield from find_offices(scene)
        yield from find_counterparts(scene)
        yield from find_states(scene)
        bodies = [*self._organisations.find(scene), *find_labelled(scene), *find_firms(scene)]
        scene.organisations = sorted(Organisation(each.start, each.identity.country_code) for each in bodies)
        yield from bodies
        yield from find_repeated(scene, bodies)
        yield from self._collectives.find(scene)
        yield from self._parties.find(scene)
        yield from self._people.find(scene)
