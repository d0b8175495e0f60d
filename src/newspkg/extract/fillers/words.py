"""The words by which phrases are told apart: persons, things, harm, deeds, titles, peoples; from the codelists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.specs import Codelists, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

ANYONE = frozenset(["person", "people", "individual", "man", "woman", "child", "other", "member", "group", "commando", "squad", "column"])
DEEDS = frozenset(
    ["murder", "assassination", "killing", "death", "kidnapping", "abduction", "execution", "massacre", "slaying", "wounding"]
)
SEIZE = frozenset(["kidnap", "abduct", "murder", "assassinate", "attack", "ambush", "shoot", "gun", "hit", "strike", "target", "threaten"])


class Words:
    """Built once."""

    def __init__(self, codelists: Codelists) -> None:
        self.people = ANYONE | {row["noun"].rpartition(" ")[2] for row in codelists.rows("people_nouns")}
        self.things = {row["noun"] for row in codelists.rows("target_kinds")}
        cues = [row for row in codelists.rows("harm_cues") if " " not in row["cue"]]
        self.harm = {row["cue"] for row in cues if row["form"] == "verb"}
        self.dying = {row["cue"] for row in cues if row["form"] == "intransitive"}
        self.deeds = {row["trigger"].rpartition(" ")[2] for row in codelists.rows("event_triggers") if row["pos"] == "noun"}
        self.titles = {word.lower() for row in codelists.rows("titles") for word in row["title"].split()}
        self.nationals = {
            word.lower() for row in codelists.rows("countries") for word in (*listed(row["adjectives"]), *listed(row["people"]))
        }

    def is_harm(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if token.pos_ == "NOUN":
            return lemma in DEEDS
        return token.pos_ == "VERB" and (lemma in self.harm or lemma in self.dying or lemma in SEIZE)

    def is_person(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        named = noun.ent_type_ == "PERSON" and noun.pos_ == "PROPN"
        return named or lemma in self.people or lemma.removesuffix("s") in self.people or noun.lower_ in self.nationals

    def is_thing(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        before = noun.nbor(-1).lower_ if noun.i else ""
        return lemma in self.things or f"{before} {lemma}" in self.things
