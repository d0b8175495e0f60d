"""How unnamed parties are counted, and the verbs by which they act, are acted on or speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newspkg.extract.actors.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

NUMBER = (
    r"(?:(?:at least|about|some|more than|over|nearly|almost|around|up to|several) )?(?:\d[\d,.]*|(?:tens of |several )?"
    r"(?:hundreds|thousands|dozens|scores) of|(?:several )?(?:hundred|thousand|dozen)|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|"
    r"a group of|groups of|a band of|bands of|crowds of|dozens of)"
)
QUALITY = (
    r"(?:(?:unidentified|unknown|armed|suspected|alleged|masked|heavily|islamist|jihadist|local|regional|provincial|municipal|city|district|"
    r"security|elected|displaced|captured|foreign|pro-\w+|anti-\w+|gang|cartel|tribal|ethnic|state|rival|criminal|allied|resistance|opposition|"
    r"rebel|communist|leftist|separatist|insurgent|far-right|ultranationalist|young|elderly|freed|released|\w+(?:-\w+)?-(?:backed|led|"
    r"aligned|linked|allied|affiliated|supported|trained|sponsored|armed)) )"
)

MOVES = frozenset(
    "flee leave escape evacuate shelter protest rally march demonstrate block burn return gather storm seek abandon accuse blame attack "
    "torch loot clash throw hurl complain board barricade surround set cross walk pour sleep camp pack swim head stream hide shelter "
    "queue chant occupy riot trek mourn rush huddle defy".split()
)  # fmt: skip
MOVED = frozenset(
    "exchange free release swap evacuate abduct kidnap detain displace return seize capture arrest rescue deploy send repatriate hold "
    "surround expel deport move drive bus take relocate ferry fly transport airlift sentence convict jail imprison resettle "
    "evict force sanction blacklist designate".split()
)  # fmt: skip
DONE = frozenset(
    "exchange free release swap evacuate abduct kidnap detain seize capture arrest rescue repatriate expel deport bus relocate ferry "
    "airlift sentence convict jail imprison resettle evict sanction blacklist designate pull drag haul execute indict charge extradite bar "
    "round ransom acquit pardon conscript fine".split()
)  # fmt: skip
DONE_TO = frozenset(
    "arrest release exchange abduction kidnapping detention evacuation deportation return repatriation transfer capture trial swap "
    "expulsion extradition execution conviction rescue freeing sentencing disappearance".split()
)
PUNISHED = frozenset("sanction freeze ban restriction tariff embargo".split())
SPEECH = frozenset(
    "say report tell announce confirm add state warn deny impose declare claim accuse blame order estimate describe complain".split()
)  # fmt: skip
FOUGHT = frozenset(
    "fight attack battle chase pursue repel repulse clash strike bomb hit target accuse blame confront ambush shell engage".split()
)


def is_done_to(scene: Scene, offset: int, verbs: frozenset[str]) -> bool:
    """Whether the noun at `offset` is what one of the verbs, or a noun of such a deed, takes."""
    token = scene.token_at(offset)
    if token is None:
        return False
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.pos_ in ("NUM", "NOUN")
        and token.head.head.lemma_ not in DONE_TO
    ):
        token = token.head.head  # "hundreds of men": the number has the noun's place in the clause
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_.lower() in verbs
    return token.dep_ == "pobj" and _of_deed(token)


def _of_deed(token: Token) -> bool:
    """ "Sanctions on |companies|", "the arrest of two |men|"."""
    over = token.head.head.lemma_.lower()
    if token.head.lower_ == "of":
        return over in DONE_TO
    return token.head.lower_ in ("on", "against") and (
        over in PUNISHED or "sanctions" in {child.lower_ for child in token.head.head.children}
    )
