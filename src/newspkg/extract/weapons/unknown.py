"""Systems that no codelist knows, where the sentence leaves no doubt: "Foo-21 missiles", "the Bar, a one-way attack drone"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newspkg.extract.weapons.found import Found, Weapon
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import folded, word_set

SHIP_CLASS = re.compile(r"\b(?:(?!(?:The|Its|Their) )[A-Z][a-zà-ÿ]{2,}(?: [A-Z][a-zà-ÿ]{2,})?-class|Project \d{3,5}(?:\.\d)?[A-Z]?)$")
DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,14}[- ‑–]?\d{1,4}[A-Z]{0,2}")
NAMELIKE = re.compile(r"^[A-Z][a-zà-ÿ]{2,}$")
NATIONAL = re.compile(r"(?:an|ian|ese|ish|i|ic|ist|ists|ite|ch|ern|ine|ed|ing|er|ist)$")
NAMED_NOUNS = word_set(
    """missile missiles drone drones rocket rockets torpedo tank tanks howitzer howitzers interceptor interceptors uav uavs"""
)
NO_NAMES = word_set(
    """covid g7 g8 g20 b52s monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december two three four five six seven eight nine ten overnight several some more most many new
    first second third last next late early north south east west northern southern eastern western central nato wagner hamas
    hezbollah isis taliban army navy kremlin allied coalition enemy rebel soviet long short western military air land sea ground
    cruise ballistic hypersonic attack nuclear naval anti surface combat suicide kamikaze massive deadly fresh other such these
    those their our your his her its the and but with for from after before when while both all any each another tactical medium
    heavy light armed spy stray unmanned royal space euro champion champions league super red blue black white no one fpv owa uav
    artillery mortar guided precision main battle"""
)
NOT_AFTER = word_set(
    """strike strikes attack attacks raid raids war warfare threat threats program programme programmes base bases barrage barrages
    assault maker test tests launch launches"""
)


class UnknownFinder:
    """Finds designations and names right before a noun of weapons, or explained by one."""

    def __call__(self, reading: Reading, nouns: Sequence[Found], taken: Sequence[Found]) -> Iterator[Found]:
        places = [mention.span for mention in reading.annotated.places]
        for noun in nouns:
            ships = self._ship_class(reading, noun)
            if ships and not any(ships[0] < each.last and each.first < noun.last for each in taken):
                slug = re.sub(r"[^a-z0-9]+", "-", " ".join(folded(part) for part in re.split(r"[\s-]+", ships[1])))
                yield Found(ships[0], noun.last, Weapon(f"system-{slug}", ships[1], noun.weapon.weapon_class, "system"), noun.noun)
                continue
            first = self._designation(reading, noun)
            first = self._name(reading, noun) if first is None else first
            if first is None or any(first < each.last and each.first < noun.last for each in taken):
                continue
            start = reading.words[first].start
            if not any(span.start <= start < span.end for span in places):
                yield self._found(reading, first, noun)
                yield from self._coordinated(reading, first, noun)

    def _coordinated(self, reading: Reading, first: int, noun: Found) -> Iterator[Found]:
        """The Foo of "Foo and Bar drones"."""
        if (
            first > 1
            and reading.word(first - 1) == "and"
            and NAMELIKE.match(reading.words[first - 2].text)
            and reading.gap(first - 2) == " "
        ):
            other = reading.words[first - 2]
            token = reading.token(first - 2)
            if token is not None and token.pos_ == "PROPN" and other.key not in NO_NAMES and not NATIONAL.search(other.key):
                yield Found(first - 2, first - 1, Weapon(f"system-{other.key}", other.text, noun.weapon.weapon_class, "system"))

    def _found(self, reading: Reading, first: int, noun: Found) -> Found:
        last = self._name_last(reading, first, noun)
        name = reading.text[reading.words[first].start : reading.words[last - 1].end].removesuffix(
            "s" if reading.words[last - 1].text[-2:-1].isdigit() else ""
        )
        slug = re.sub(r"[^a-z0-9]+", "-", " ".join(folded(part) for part in re.split(r"[\s\-‑–]+", name))).strip("-")
        adjacent = last >= noun.first
        return Found(
            first,
            noun.last if adjacent else last,
            Weapon(f"system-{slug}", name, noun.weapon.weapon_class, "system"),
            noun.noun if adjacent else "",
        )

    def _name_last(self, reading: Reading, first: int, noun: Found) -> int:
        match = DESIGNATION.match(reading.text, reading.words[first].start)
        if match is None:
            return first + 1
        return next((i + 1 for i in range(first, min(first + 4, len(reading.words))) if reading.words[i].end >= match.end()), first + 1)

    def _ship_class(self, reading: Reading, noun: Found) -> tuple[int, str] | None:
        """Where a class of ships begins right before the noun ("Foo-class frigate", "Project 123 submarine"), and its name."""
        if noun.weapon.weapon_class not in ("warship", "submarine"):
            return None
        for last in range(noun.last - 2, max(-1, noun.first - 2), -1):
            end = reading.words[last].end
            match = SHIP_CLASS.search(reading.text, max(0, end - 45), end)
            starts = (i for i in range(last, max(-1, last - 6), -1) if match and reading.words[i].start == match.start())
            first = next(starts, None)
            if match and first is not None:
                return first, match[0]
        return None

    def _designation(self, reading: Reading, noun: Found) -> int | None:
        """Where a designation begins that stands right before the noun, or before a comma and the noun."""
        ties = (" ", "\u00a0")
        first = noun.first
        for back in (1, 2, 3):
            index = first - back
            if index < 0:
                return None
            match = DESIGNATION.match(reading.text, reading.words[index].start)
            rest = reading.text[match.end() : reading.words[first].start] if match else None
            if (
                match
                and folded(match[0]) not in NO_NAMES
                and match[0].split("-")[0].lower() not in NO_NAMES
                and (rest in ties or rest in (", a ", ", an ", ", the ", " — a "))
            ):
                return index if any(char.isdigit() for char in match[0]) and self._is_tied(match[0]) else None
        return None

    def _is_tied(self, designation: str) -> bool:
        """A space between letters and figures is a date or a count as often as not."""
        return " " not in designation or (designation.split(" ")[0].isupper() and len(designation.split(" ")[0]) > 1)

    def _name(self, reading: Reading, noun: Found) -> int | None:
        index = noun.first - 1
        if (
            index <= reading.sentence(noun.first)[0]
            or reading.gap(index) not in (" ", "\u00a0")
            or reading.word(noun.last - 1) not in NAMED_NOUNS
        ):
            return None
        word, token = reading.words[index], reading.token(index)
        if not NAMELIKE.match(word.text) or word.key in NO_NAMES or NATIONAL.search(word.key) or reading.word(noun.last) in NOT_AFTER:
            return None
        if (
            token is None
            or token.ent_type_ not in ("", "PRODUCT")
            or token.pos_ != "PROPN"
            or reading.gap(index - 1) != " "
            or reading.words[index - 1].is_capital
        ):
            return None
        return index if reading.capital_share(index) <= 0.5 else None
