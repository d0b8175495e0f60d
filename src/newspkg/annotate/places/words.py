"""Words beside a name that tell whether it is a place, and words that alone are none."""

from __future__ import annotations

import re

from newspkg.dates import MONTH_NAMES, WEEKDAY_NAMES

ADMIN_TYPES = (
    r"oblast|krai|kray|republic|region|province|governorate|state|prefecture|county|territory|department|emirate|autonomous okrug|division"
)
TYPED = re.compile(rf"(?i)\s+(?:{ADMIN_TYPES}|district|municipality|voivodeship|canton)$")
VAGUE = frozenset(
    """
    blue borders capital center central centre city coast delta east eastern est federal grand highlands island islands lake
    lakes lower middle new nord north northeast northern northwest ouest plateau river rivers south southeast southern southwest
    sud town union upper west western white
    """.split()
) | frozenset(
    "nord est|nord ouest|sud est|sud ouest|centre est|centre nord|centre ouest|centre sud|north east|"
    "north west|south east|south west|red sea|blue nile|white nile|river nile|cross river".split("|")
)  # names of divisions that say too little alone
BEFORE = re.compile(
    r"(?i)\b(in|near|around|outside|inside|towards?|across|from|at|to|between|into|over|through|via|against|on|off|of|for|leaving|reached|entered|left|hit|struck|"
    r"shelled|bombed|captured|seized|retook|attacked|targeted|liberated|besieged|visited|north|south|east|west)\s+(?:the\s+|nearby\s+|"
    r"(?:north|south|east|west|central|downtown|occupied|[a-z]+ern)(?:\s+|-))*$"
)
STRONG = frozenset(
    "in near around outside inside towards toward across into captured seized retook shelled bombed liberated besieged".split()
)
NOUNS = r"villages?|towns?|cit(?:y|ies)|settlements?|hamlets?|suburbs?|communes?|localit(?:y|ies)|capital|port|neighbou?rhoods?|townships?"
NOUN_BEFORE = re.compile(rf"(?i)\b(?:{NOUNS})(?:\s+cit(?:y|ies))?\s+(?:of\s+)?$")
NOUN_AFTER = re.compile(rf"(?i)^\s+(?:{NOUNS}|area)\b")
DIRECTIONS = frozenset(["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Northeast", "Northwest", "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern", "Southwestern", "Upper", "Lower", "Greater", "Downtown", "Occupied", "Old", "New", "The", "In", "Near", "From", "At", "Outside"])  # fmt: skip  # noqa: E501
SHIPS = frozenset(["USS", "USNS", "USCGC", "HMS", "HMAS", "HMCS", "HMNZS", "INS", "BRP", "JS", "ROKS", "ROCS", "KRI", "PNS", "RFS", "FS", "ITS", "TCG", "HDMS", "HNoMS", "MV", "MT"])  # fmt: skip  # noqa: E501
TITLES = frozenset(["Mr", "Mrs", "Ms", "Dr", "Gen", "General", "Col", "Colonel", "Maj", "Major", "Capt", "Captain", "Lt", "Lieutenant", "Sgt", "President", "Prime", "Minister", "Senator", "Rep", "Sir", "Lord", "Lady", "Judge", "Sheikh", "Ayatollah", "Rabbi", "Pope", "Prince", "King", "Queen", "Commander", "Sergeant", "Private", "Corporal", "Admiral", "Governor", "Mayor", "Professor", "Coach", "St"])  # fmt: skip  # noqa: E501
CALENDAR = frozenset((*MONTH_NAMES, *WEEKDAY_NAMES, "Christmas", "Easter", "Ramadan"))  # days and months that are also towns somewhere
