"""Score `newspkg annotate` on a corpus that others annotated: `python tools/corpora.py muc|plover|re3d FILE [--cases]`.

FILE is JSON lines of {"doc_id", "text", "date", "gold"}; it stays where it is. `--cases` prints what was missed and what was wrong.

muc: five roles (perpetrators as individuals and as organisations, targets, victims, weapons) by CEAF-REE (Du et al. 2021). The fillers
of a document's templates are one set of entities a role; found and gold entities are paired one to one so that most match. strict: the
string found is one of its; overlap: the one holds the other's words.
plover: an event's type, source and target, by overlap.
re3d: entities of six types by overlapping spans.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Entity = frozenset[str]
Row = dict[str, Any]
IDLE = {"a", "an", "the"}
BANDS = set(
    "guerrillas terrorists rebels fighters assailants militias insurgents attackers gunmen armed mercenaries soldiers troops".split()
)
GROUPS = {"military", "armed_group", "government", "state", "igo", "company", "party", "media", "ngo"}


@dataclass
class Tally:
    """Counts of one figure, with the cases that were missed or wrong."""

    hits: int = 0
    found: int = 0
    gold: int = 0
    cases: list[str] = field(default_factory=list)

    @property
    def scores(self) -> tuple[float, float, float]:
        precision, recall = self.hits / max(self.found, 1), self.hits / max(self.gold, 1)
        return precision, recall, 2 * self.hits / max(self.found + self.gold, 1)

    def add(self, other: Tally) -> None:
        self.hits, self.found, self.gold = self.hits + other.hits, self.found + other.found, self.gold + other.gold


def plain(text: str) -> str:
    """Lower case, without punctuation, articles and doubled blanks."""
    return " ".join(word for word in re.sub(r"[^\w\s]", " ", text.lower()).split() if word not in IDLE)


def holds(found: str, known: Entity) -> bool:
    """Strict: the found string is one of the entity's."""
    return found in known


def overlaps(found: str, known: Entity) -> bool:
    """The found string's words hold all of one of the entity's strings, or lie in it."""
    return any(f" {one} " in f" {found} " or f" {found} " in f" {one} " for one in known)


def paired(found: Sequence[str], gold: Sequence[Entity], same: Callable[[str, Entity], bool]) -> dict[int, int]:
    """The largest one-to-one pairing of gold entities (keys) with found strings that are the same: augmenting paths."""
    partner: dict[int, int] = {}

    def settle(i: int, tried: set[int]) -> bool:
        for j, known in enumerate(gold):
            if j in tried or not same(found[i], known):
                continue
            tried.add(j)
            if j not in partner or settle(partner[j], tried):
                partner[j] = i
                return True
        return False

    for i in range(len(found)):
        settle(i, set())
    return partner


def ceaf_ree(found: Sequence[str], gold: Sequence[Entity], optional: Sequence[Entity], same: Callable[[str, Entity], bool]) -> Tally:
    """One role of one document. What matches nothing but an optional entity is not counted."""
    pairs = paired(found, gold, same)
    spare = [i for i in range(len(found)) if i not in pairs.values()]
    excused = len(paired([found[i] for i in spare], optional, same))
    missed = ["missed " + " | ".join(sorted(known)) for j, known in enumerate(gold) if j not in pairs]
    wrong = ["wrong " + found[i] for i in spare]
    return Tally(len(pairs), len(found) - excused, len(gold), missed + wrong)


def annotated(rows: Sequence[Row]) -> dict[str, Row]:
    """What `newspkg annotate` prints of the rows' texts, by document; the command is run as its users run it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        path.write_text("".join(json.dumps({key: row.get(key) for key in ("doc_id", "text", "date")}) + "\n" for row in rows), "utf-8")
        command = [sys.executable, "-m", "newspkg", "annotate", str(path)]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 -- our own command
    return {line["doc_id"]: line for line in map(json.loads, told.stdout.splitlines())}


# MUC-4: templates of incidents

MUC_FIELDS = {
    "perpetrator individual": ("perp_ind",),
    "perpetrator organisation": ("perp_org",),
    "target": ("phys_id",),
    "victim": ("hum_name", "hum_desc"),
    "weapon": ("instr_id",),
}


def muc_gold(gold: Row, role: str) -> tuple[list[Entity], list[Entity]]:
    """The entities of a role over all templates of a document, needed and optional; fillers that share a string are one entity."""
    needed: list[Entity] = []
    optional: list[Entity] = []
    for template in gold["templates"]:
        fillers = [filler for name in MUC_FIELDS[role] for filler in template[name]]
        for filler in fillers:
            names = {plain(mention["text"]) for mention in filler["mentions"]} | {plain(name) for name in filler.get("of", ())}
            _join(optional if template["optional"] or filler["optional"] else needed, frozenset(names - {""}))
    return needed, [known for known in optional if not any(known & other for other in needed)]


def _join(entities: list[Entity], new: Entity) -> None:
    same = [known for known in entities if known & new]
    entities[:] = [known for known in entities if not known & new] + ([new.union(*same)] if new else [])


def muc_found(told: Row, role: str) -> list[str]:
    """One string an entity: the first by which an attack names it."""
    named = {actor["actor_id"]: actor for actor in reversed(told["actors"])}
    spans = {(actor["start"], actor["end"]): actor for actor in told["actors"]}
    strings: dict[str, str] = {}
    for event in told["events"]:
        if event["event_type"] != "attack" or event["factuality"] != "actual":
            continue
        for item in event["roles"].get(role.split()[0].replace("perpetrator", "initiator"), ()):
            actor = spans.get((item["start"], item["end"])) or named.get(item.get("actor_id", ""))
            if role.startswith("perpetrator") and is_group(actor) != role.endswith("organisation"):
                continue
            if role == "target" and item.get("actor_id"):
                continue  # whom an attack is on; the corpus asks for buildings and vehicles
            key = actor["actor_id"] if actor else item.get("weapon_id") or plain(item["text"])
            strings.setdefault(key, plain(item["text"]))
    return list(dict.fromkeys(filter(None, strings.values())))


def is_group(actor: Row | None) -> bool:
    """An organisation with a name of its own, not "guerrillas" or a person."""
    return actor is not None and actor["kind"] in GROUPS and actor["name"].split()[0].lower() not in BANDS


def muc(row: Row, told: Row) -> Iterator[tuple[str, Tally]]:
    for role in MUC_FIELDS:
        needed, optional = muc_gold(row["gold"], role)
        for name, same in (("strict", holds), ("overlap", overlaps)):
            tally = ceaf_ree(muc_found(told, role), needed, optional, same)
            yield f"{role} {name}", tally
            yield f"all five roles {name}", Tally(tally.hits, tally.found, tally.gold)


# PLOVER: one political event a sentence

PLOVER_TYPES = {
    "AGREE": {"agreement", "ceasefire", "pledge", "prisoner_exchange", "talks", "commitment"},
    "CONSULT": {"talks"},
    "SUPPORT": {"support", "agreement", "vote"},
    "COOPERATE": {"agreement", "exercise", "delivery", "talks"},
    "AID": {"delivery", "pledge", "evacuation"},
    "CONCEDE": {"withdrawal", "authorization", "other_policy", "prisoner_exchange", "ceasefire", "confirmation"},
    "RETREAT": {"withdrawal", "evacuation"},
    "INVESTIGATE": {"detention", "other_policy"},
    "DEMAND": {"demand", "proposal"},
    "DISAPPROVE": {"condemnation", "accusation"},
    "REJECT": {"rejection", "denial"},
    "THREATEN": {"warning"},
    "PROTEST": {"protest"},
    "SANCTION": {"sanction", "restriction", "expulsion"},
    "MOBILIZE": {"deployment", "mobilization", "exercise", "weapons_test"},
    "COERCE": {"detention", "restriction", "sabotage", "outage", "killing_of_civilians"},
}
VIOLENT = {"FIGHT", "ASSAULT"}


def plover(row: Row, told: Row) -> Iterator[tuple[str, Tally]]:
    gold = row["gold"]
    seen = {event["event_subtype"] for event in told["events"]} | {claim["claim_type"] for claim in told["claims"]}
    violent = any(event["event_type"] in ("attack", "battle") for event in told["events"])
    right = violent if gold["event"] in VIOLENT else bool(seen & PLOVER_TYPES.get(gold["event"], set()))
    yield (
        "type",
        Tally(int(right), int(bool(told["events"] or told["claims"])), 1, [] if right else [f"missed {gold['event']} {sorted(seen)}"]),
    )
    for name, tags, found in (("source", ("SRC", "SRC/TAR"), _sources(told)), ("target", ("TAR", "SRC/TAR"), _targets(told))):
        entities: list[Entity] = []
        for span in gold["spans"]:
            if span["tag"] in tags:
                _join(entities, frozenset({plain(span["text"])}))
        yield name, ceaf_ree(found, entities, (), overlaps)


def _sources(told: Row) -> list[str]:
    items = [item for event in told["events"] for role in ("initiator", "participant", "supplier") for item in event["roles"].get(role, ())]
    return _strings([*items, *(speaker for claim in told["claims"] for speaker in claim["speaker"])])


def _targets(told: Row) -> list[str]:
    return _strings(
        item for event in told["events"] for role in ("target", "participant", "recipient") for item in event["roles"].get(role, ())
    )


def _strings(items: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(plain(item["text"]) for item in items))


# re3d: entities

RE3D_ACTORS = {"person": "Person", "civilians": "Person", "state": "Location"}


def re3d(row: Row, told: Row) -> Iterator[tuple[str, Tally]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for actor in told["actors"]:
        found[RE3D_ACTORS.get(actor["kind"], "Organisation")].append((actor["start"], actor["end"]))
    for key, name in (("places", "Location"), ("weapons", "Weapon"), ("quantities", "Quantity"), ("dates", "Temporal")):
        found[name] += [(item["start"], item["end"]) for item in told[key]]
    gold: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for entity in row["gold"]["entities"]:
        kind = "Weapon" if entity["type"] in ("MilitaryPlatform", "Vehicle") else entity["type"]
        if entity["confidence"] > 0.5:
            gold[kind].append((entity["begin"], entity["end"]))
    for name in ("Organisation", "Person", "Location", "Weapon", "Quantity", "Temporal"):
        tally = spans_paired(sorted(set(found[name])), sorted(set(gold[name])), row["text"])
        yield name, tally
        yield "all types", Tally(tally.hits, tally.found, tally.gold)


def spans_paired(found: list[tuple[int, int]], gold: list[tuple[int, int]], text: str) -> Tally:
    """Spans that overlap, one to one, in text order."""
    free = list(found)
    cases = []
    for start, end in gold:
        hit = next((span for span in free if span[0] < end and start < span[1]), None)
        if hit is None:
            cases.append("missed " + text[start:end])
        else:
            free.remove(hit)
    hits = len(found) - len(free)
    return Tally(hits, len(found), len(gold), cases + ["wrong " + text[start:end] for start, end in free])


CORPORA: dict[str, Callable[[Row, Row], Iterator[tuple[str, Tally]]]] = {"muc": muc, "plover": plover, "re3d": re3d}


def scored(corpus: str, rows: Sequence[Row], told: dict[str, Row]) -> dict[str, Tally]:
    """The figures of a corpus, summed over its documents."""
    total: dict[str, Tally] = defaultdict(Tally)
    for row in rows:
        for name, tally in CORPORA[corpus](row, told[row["doc_id"]]):
            total[name].add(tally)
            total[name].cases += [f"{row['doc_id']}: {case}" for case in tally.cases]
    return total


def main(arguments: Sequence[str]) -> int:
    names = [argument for argument in arguments if not argument.startswith("--")]
    if len(names) != 2 or names[0] not in CORPORA:
        print(f"usage: corpora.py {'|'.join(CORPORA)} FILE [--cases]", file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(names[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    for name, tally in sorted(scored(names[0], rows, annotated(rows)).items()):
        precision, recall, f1 = tally.scores
        print(f"{name:36}{precision:8.3f}{recall:8.3f}{f1:8.3f}  coded {tally.gold}")
        if "--cases" in arguments:
            print(*(f"  {case}" for case in tally.cases), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
