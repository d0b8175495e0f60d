"""Actors: who acts, is acted on or speaks."""

from newspkg.extract.actors.extractor import ActorExtractor
from newspkg.extract.actors.identity import Identity
from newspkg.extract.actors.world import World

__all__ = ["ActorExtractor", "Identity", "World"]
