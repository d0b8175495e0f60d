"""Who catches what: every constraint of the schemas is broken once before each checker, and the answers are kept as a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newspkg.check.catchers import CATCHERS
from newspkg.check.mutants import Mutant, Row, mutants, sample_of
from newspkg.check.narrow import cut, narrowed
from newspkg.specs import PackageSpec, TableSpec


@dataclass(frozen=True)
class Coverage:
    """For each mutant the names of the checkers that caught it."""

    caught: Mapping[Mutant, tuple[str, ...]]

    def missed(self) -> list[Mutant]:
        return [mutant for mutant, by in self.caught.items() if not by]


def coverage(package: PackageSpec) -> Coverage:
    """Break every constraint of the package's tables once and see who catches it. Takes some seconds."""
    caught: dict[Mutant, tuple[str, ...]] = {}
    for table in package.tables.values():
        row = sample_of(table)
        if row is not None:
            caught |= coverage_of(table, row)
    return Coverage(caught)


def coverage_of(table: TableSpec, row: Row) -> dict[Mutant, tuple[str, ...]]:
    """The same for one table, beginning with a sound row."""
    at_rest = {name: catch(table, [row], row) for name, catch in CATCHERS.items()}
    return {mutant: tuple(_catchers(table, mutant, row, at_rest)) for mutant in mutants(table, row)}


def _catchers(table: TableSpec, mutant: Mutant, row: Row, at_rest: Mapping[str, set[tuple[str, str]]]) -> Iterator[str]:
    """The checkers that find the mutant's fault and found no such fault in the sound row."""
    small = narrowed(table, mutant)
    rows, (sound,) = cut(mutant.rows, small), cut((row,), small)
    for name, catch in CATCHERS.items():
        if _caught(mutant, catch(small, rows, sound) - at_rest[name]):
            yield name


def _caught(mutant: Mutant, found: Iterable[tuple[str, str]]) -> bool:
    names = mutant.column.split(", ")
    return any(check == mutant.check and (column in names or not column) for check, column in found)


def markdown(found: Coverage) -> str:
    """The matrix as a Markdown table, a line a constraint."""
    head = f"| table | column | constraint | {' | '.join(CATCHERS)} |\n|{' --- |' * (3 + len(CATCHERS))}\n"
    lines = []
    for mutant, by in found.caught.items():
        marks = " | ".join("✓" if name in by else "–" for name in CATCHERS)
        told = f"{mutant.check} ({mutant.what})" if mutant.what else mutant.check
        lines.append(f"| {mutant.table} | {mutant.column} | {told} | {marks} |\n")
    return head + "".join(lines)
