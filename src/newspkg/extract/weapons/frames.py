"""Whether a word of weapons is one in its sentence, and which: the company it keeps decides."""

from __future__ import annotations

from newspkg.extract.weapons.words import Reading, word_set

AIR_WAR = word_set(
    """bomb bombed bombing bombs dropped drop strike strikes struck airstrike airstrikes scrambled scramble sortie sorties squadron pilot
    pilots airfield airbase airspace airfields warplane warplanes missile missiles shot downed raid raids raided overflew overhead
    strafed strafing air military force enemy regime junta war navy carrier intercepted intercept hangars patrol released
    destroyed combat squadrons sukhoi mig"""
)
CIVIL_AIR = word_set(
    """passenger passengers airline airlines airliner airliners boeing 737 777 airbus commercial ticket runway crew-member tourist
    hijacked hijackers"""
)
FLYING = word_set(
    """scrambled flew fly flying screamed overhead sortie sorties squadron squadrons pilot pilots airfield airbase intercepted intercept
    jet jets sky skies took takeoff"""
)
SEA = word_set(
    """navy naval fleet sea ship ships sunk sank missile missiles strait gulf flotilla warship warships sailors crew port shipyard
    carrier helicopters frigate waters destroyers guided drill drills coast"""
)
BLAST = word_set(
    """explode exploded explodes exploding explosion detonated detonate detonates detonating blast blasts went off blew planted killed
    bomb bombs bomber hidden defused disposal"""
)
MINING = word_set(
    """laid lay laying explode exploded exploding explosion detonated defused defuse clear clearing clearance cleared demining deminers
    sappers stepped blast blew trap traps sea naval minesweeper hit struck planted soldiers troops unexploded ordnance anti tank
    personnel minefields mined"""
)
EXPLOSIVE = word_set(
    """packed laden planted detonated detonate detonating filled kg kilograms kilos tonnes tons pounds rigged loaded carrying carried
    hidden strapped exploded seized stash cache bomb vest car truck device devices blew dropped using"""
)
PLANTED = word_set(
    """planted hidden hid exploded explode detonated detonate detonator market bus mosque church roadside suicide defused disposal
    restaurant left crowd parked vest luggage bag backpack scooter motorcycle remote remotely rigged assassinated placed attached
    concealed"""
)
DROPPED = word_set(
    """dropped drop drops dropping aircraft jet jets plane planes warplane warplanes air helicopter helicopters drones drone quadcopter
    quadcopters ton tonne pound pounds aerial flattened crater rained tonnes bombers kilogram released quadcopters"""
)
DECOYS = word_set("drone drones uav uavs shahed missile missiles")
TORPEDO = word_set(
    """submarine navy ship sunk sank naval fired frigate military army troops soldiers forces front battlefield brigade robot robots
    weapon weapons drones"""
)
ROUND_AFTER = word_set("truck trucks driver top")
NOT_NOUN = word_set("""gun tank sub mine bomb shell mortar armour armor decoy jet fighter carrier rocket mines tanks bombs shells""")
FOLLOWERS = {
    "missile": word_set("crisis"),
    "nuclear weapon": word_set("treaty"),
    "tank": word_set("top tops farm"),
    "rocket": word_set("lab scientist science engine engines fuel stage league"),
    "gun": word_set("control lobby laws law owner owners violence rights shop show metal"),
    "bomb": word_set("threat threats scare shelter shelters disposal squad cyclone hoax"),
    "shell": word_set("company companies plc suit oil game out shock ltd"),
    "mortar": word_set("board"),
    "aircraft": word_set("carrier carriers maker manufacturer"),
    "jet": word_set("lag ski stream fuel set engine"),
    "plane": word_set("tickets ticket crash"),
    "fighter": word_set(""),
    "mine": word_set("shaft shafts worker workers owner operator site pit"),
    "drone": word_set("footage show photography delivery deliveries light operator operators pilot pilots"),
    "uav": word_set("operator operators pilot pilots"),
    "radar": word_set("screen screens"),
    "submarine": word_set("cable cables"),
    "sub": word_set("saharan"),
    "carrier": word_set("pigeon bag"),
    "armour": word_set("plating"),
    "helicopter": word_set("parenting money"),
    "destroyer": word_set("of"),
    "explosive": word_set("growth situation device devices expert experts"),
}
BEFORE = {
    "drone": word_set("anti counter ground"),
    "missile": word_set("anti"),
    "tank": word_set("anti think fuel"),
    "gun": word_set("top jumped jumping under young son"),
    "bomb": word_set("f photo"),
    "rifle": word_set(""),
    "shell": word_set("royal in its"),
    "mortar": word_set("and"),
    "jet": word_set("ski new york"),
    "bomber": word_set("suicide female unabomber"),
    "round": word_set(""),
    "uas": word_set(""),
    "decoy": word_set("a"),
    "rocket": word_set("sky"),
    "grenade": word_set(""),
}


class Frames:
    """The rules of context for class nouns."""

    def is_other_word(self, reading: Reading, noun: str, first: int, last: int) -> bool:
        """Whether the words are no weapon whatever the text: a verb, a part of a name, of another compound."""
        if last - first == 1 and reading.word(first - 1) in BEFORE.get(noun, ()) and reading.gap(first - 1) in (" ", "-"):
            return True
        if reading.word(last) in FOLLOWERS.get(noun, ()) and reading.joined(last - 1):
            return True
        token = reading.token(last - 1)
        plain = last - first == 1 and token is not None and token.text.lower() == reading.words[last - 1].text.lower()
        if (
            plain
            and token is not None
            and noun in ("mine", "shell", "tank", "rocket", "bomb", "drone", "device", "fighter", "gun", "radar", "sub")
        ):
            return (
                token.pos_ in ("VERB", "PRON", "ADV", "AUX")
                and token.tag_ in ("VB", "VBP", "VBZ", "VBD", "PRP", "PRP$")
                and not _plural(reading, last)
            )
        return _is_name(reading, noun, first, last)

    def framed(self, reading: Reading, noun: str, first: int) -> bool:
        """Whether the sentence speaks of force around the noun."""
        keys = reading.sentence_keys[reading.sentence_number(first)]
        match noun:
            case "bomber":
                return not keys & {"suicide", "himself", "herself", "vest", "blew", "wearing", "bomber's"} and bool(
                    keys & AIR_WAR or keys & {"strategic", "nuclear", "stealth"}
                )
            case "fighter":
                return bool(keys & FLYING) and not keys & {
                    "rebel",
                    "killed",
                    "militant",
                    "militia",
                    "ground",
                    "insurgent",
                    "captured",
                    "enemy",
                    "firing",
                    "wing",
                }
            case "jet" | "plane" | "aircraft" | "aeroplane" | "airplane" | "transports":
                return bool(keys & AIR_WAR) and not keys & CIVIL_AIR
            case "aviation":
                return bool(keys & AIR_WAR) and bool(
                    set(reading.before(first, 1)) & {"russian", "enemy", "ukrainian", "military", "tactical", "israeli", "army"}
                )
            case "destroyer" | "cruiser" | "carrier" | "flagship":
                return bool(keys & SEA)
            case "mine":
                return bool(keys & MINING)
            case "explosive":
                return reading.words[first].key == "explosives" and bool(keys & EXPLOSIVE)
            case "device":
                return bool(keys & BLAST)
            case "decoy":
                return bool(keys & DECOYS)
        return bool(keys & (TORPEDO | EXPLOSIVE))

    def refined(self, reading: Reading, weapon_class: str, first: int, last: int, noun: str) -> str:
        """A plain "bomb" is an explosive device where it was planted, a crude one a bomb where it was dropped; other classes stay."""
        is_crude = weapon_class == "explosive_device" and reading.word(first - 1) in (
            "made",
            "homemade",
            "makeshift",
            "crude",
            "improvised",
        )
        if noun != "bomb" or not (weapon_class == "bomb" or is_crude):
            return weapon_class
        keys = reading.sentence_keys[reading.sentence_number(first)]
        if keys & DROPPED:
            return "bomb"
        if weapon_class == "explosive_device":
            return weapon_class
        near = {*reading.before(first, 12), *reading.after(last, 12)}
        is_off = "went" in near and "off" in near
        return "explosive_device" if is_off or near & PLANTED else "bomb"


def _plural(reading: Reading, last: int) -> bool:
    word = reading.words[last - 1]
    return word.key != word.lemma and reading.word(last - 2) in ("the", "of", "russian", "and", "with", "by", "land")


def _is_name(reading: Reading, noun: str, first: int, last: int) -> bool:
    """Capitals inside a sentence make a name of something else ("Houston Rockets", "Missile and Artillery Directorate")."""
    word, begin = reading.words[first], reading.sentence(first)[0]
    if not word.is_capital or reading.is_shouted(first) or word.text.isupper() or first == begin or reading.capital_share(first) > 0.6:
        return False
    goes_on = any(
        reading.words[i].is_capital and not reading.words[i].text.isupper()
        for i in range(last, min(last + 1 + (reading.word(last) == "and"), len(reading.words)))
    )
    follows = reading.words[first - 1].is_capital and first - 1 > begin and reading.gap(first - 1) == " "
    return (goes_on and reading.gap(last - 1) == " ") or follows or (last - first == 1 and noun in PROPER)


PROPER = word_set("rocket shell jet tank bomber mine gun fighter radar armour mortar pistol grenade rifle")
