"""Names that are ordinary words too (Patriot, Javelin, Leopard): which of them are weapons where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from newspkg.extract.weapons.found import Found
from newspkg.extract.weapons.reading import Reading
from newspkg.extract.weapons.words import word_set

TAIL = word_set(
    """missile missiles rocket rockets launcher launchers battery batteries system systems interceptor interceptors tank tanks drone
    drones uav uavs jet jets fighter fighters warplane warplanes aircraft helicopter helicopters gunship howitzer howitzers gun
    guns cannon shell shells mine mines bomb bombs air anti surface loitering munition munitions multiple mlrs class submarine
    submarines warship frigate corvette destroyer cruiser rifle rifles pistol armoured armored apc apcs ifv ifvs infantry vehicle
    vehicles mrap unit units radar torpedo torpedoes self cruise ballistic short long medium tactical mobile kamikaze attack
    reconnaissance strike surveillance naval unmanned transport bomber bombers pickup"""
)
HEAD = word_set(
    """missile missiles drone drones tank tanks helicopter rocket rockets system systems howitzer howitzers launcher aircraft jet cruiser
    destroyer frigate fighter uav uavs called dubbed named submarine flagship made vehicle complex warship"""
)
TITLES = word_set(
    """mr mrs ms dr sir lady gen general col colonel maj major capt captain lt lieutenant senator president prime minister sgt sergeant
    adm admiral governor mayor st saint judge king prince"""
)


class Company:
    """Keeps the names that stand on their own, and the others where the words around speak of weapons."""

    def __call__(self, reading: Reading, names: Sequence[tuple[Found, bool]], nouns: Sequence[Found], is_conflict: bool) -> list[Found]:
        strong = [found for found, weak in names if not weak or self._is_vouched(reading, found)]
        known = {found.weapon.weapon_id for found in strong}
        near = {reading.sentence_number(found.first) for found in (*strong, *(noun for noun in nouns if not noun.is_coref))}
        kept = [found for found, weak in names if found in strong or self._joins(reading, found, known, near, is_conflict)]
        return [found for found in kept if not self._is_part_of_name(reading, found)]

    def _is_vouched(self, reading: Reading, found: Found) -> bool:
        """A word of weapons stands right after the name, or right before it."""
        after = reading.after(found.last, 2) if reading.joined(found.last - 1) else ()
        if after and (after[0] in TAIL or (len(after) > 1 and after[1] in TAIL and after[0] in TAIL | {"and", "parts", "defence", "type"})):
            return reading.gap(found.last - 1) in (" ", "-", "\u00a0") and not self._is_animal(reading, found, after[0])
        return (
            bool(found.first)
            and reading.gap(found.first - 1) in (" ", " “", ' "', " ‘", "\u00a0")
            and reading.word(found.first - 1) in HEAD
        )

    def _is_animal(self, reading: Reading, found: Found, after: str) -> bool:
        return after in ("attack", "unit", "units", "air", "class", "strike", "long", "short") and not reading.words[found.first].is_capital

    def _joins(self, reading: Reading, found: Found, known: set[str], near: set[int], is_conflict: bool) -> bool:
        """The article has named the same weapon plainly, or the sentence speaks of weapons and this is no one's name."""
        if self._is_person(reading, found):
            return False
        if found.weapon.weapon_id in known:
            return True
        starts = found.first == reading.sentence(found.first)[0]
        plural = reading.words[found.last - 1].text.endswith("s") and found.weapon.name[-1:] != "s"
        counted = plural and bool(set(reading.before(found.first, 1)) & QUANTIFIERS or reading.word(found.first - 1).isdigit())
        return is_conflict and (
            counted or (reading.sentence_number(found.first) in near and not starts and not self._in_capitals(reading, found))
        )

    def _is_person(self, reading: Reading, found: Found) -> bool:
        token = reading.token(found.first)
        return reading.word(found.first - 1) in TITLES or (
            token is not None and token.ent_type_ == "PERSON" and self._in_capitals(reading, found)
        )

    def _in_capitals(self, reading: Reading, found: Found) -> bool:
        before = found.first and reading.gap(found.first - 1) == " " and reading.words[found.first - 1].is_capital
        starts = found.first - 1 == reading.sentence(found.first)[0]
        after = found.last < len(reading.words) and reading.gap(found.last - 1) == " " and reading.words[found.last].is_capital
        return bool((before and not starts and reading.words[found.first - 1].key not in MAKERS) or after)

    def _is_part_of_name(self, reading: Reading, found: Found) -> bool:
        """ "New England Patriots", "Arrow Electronics": a company, a club, a street."""
        return found.last < len(reading.words) and reading.gap(found.last - 1) == " " and reading.word(found.last) in BRANDS


QUANTIFIERS = word_set(
    """two three four five six seven eight nine ten eleven twelve dozen dozens more many several american german russian british israeli
    soviet our their for"""
)
MAKERS = word_set(
    """us american russian german british french israeli turkish iranian chinese ukrainian soviet indian pakistani swedish polish
    lockheed raytheon boeing"""
)
BRANDS = word_set(
    """brigades brigade
    inc ltd plc corp corporation llc street road avenue stadium university college electronics energy bank hotel airlines records fc
    united"""
)
