"""`README.md` of a bundle: what it is, how to load and cite it, what each column means, what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from newspkg.publish.citation import sentence
from newspkg.publish.dictionary import TITLE, dictionary
from newspkg.publish.examples import examples
from newspkg.publish.loading import LOADING
from newspkg.publish.markdown import escaped
from newspkg.specs import PackageSpec
from newspkg.specs.coverage import kept

GEONAMES = (
    "Names and coordinates of places come from [GeoNames](https://www.geonames.org/), "
    "licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)."
)


def readme(tables: Mapping[str, pa.Table], package: PackageSpec, head: Mapping[str, Any]) -> str:
    """The README of one version; `head` is the descriptor without its resources."""
    counts = {name: table.num_rows for name, table in tables.items()}
    sections = (_opening(package, head), _loading(package), _citing(package, head), _questions(tables), _evidence(), *_checking(package))
    return "\n".join((*sections, f"{TITLE}\n\n{dictionary(package, counts)}"))


def _opening(package: PackageSpec, head: Mapping[str, Any]) -> str:
    covered = head.get("temporal")
    span = f" Events from {covered['start']} to {covered['end']}." if covered else ""
    files = (
        "Every table is in `data/` twice, as CSV and as Parquet, row by row the same. `datapackage.json` describes them to programs;\n"
        "`croissant.json` does so for tools of machine learning, `dataset.jsonld` (schema.org) for catalogues and search engines."
    )
    return f"# {escaped(package.title)}, version {head['version']}\n\n{escaped(head.get('description', ''))}{span}\n\n{files}\n"


def _loading(package: PackageSpec) -> str:
    table = "events" if "events" in package.tables else next(iter(package.tables))
    blocks = (f"### {tool}\n\n```{language}\n{code.format(table=table)}\n```\n" for tool, language, code in LOADING)
    return "## Loading\n\nFrom the folder of this file. Take the Parquet where you can: it knows the types.\n\n" + "\n".join(blocks)


def _citing(package: PackageSpec, head: Mapping[str, Any]) -> str:
    licences = ", ".join(escaped(each.get("title") or each.get("name")) for each in head.get("licenses", ()))
    return (
        f"## Citing\n\n> {escaped(sentence(package, head))}\n\n"
        "A version never changes once it is published; cite the one that you used (`CITATION.cff` holds the reference for programs). "
        "Whether it was retracted since, and why, `index.json` in the folder above says, by `retracted` beside this version.\n\n"
        f"Licence: {licences or 'see the articles'}.\n\n{GEONAMES}\n"
    )


def _questions(tables: Mapping[str, pa.Table]) -> str:
    asked = (f"### {example.question}\n\n```sql\n{example.sql};\n```\n\n{answer}" for example, answer in examples(tables))
    return "## Questions and answers\n\n" + "\n".join(asked)


def _evidence() -> str:
    return (
        "## Which sentence says so?\n\n"
        "`evidence` ties every row and value to a span of an article: `start` and `end` count characters (Unicode code points)\n"
        "of the article's body, the end excluded. `column` is null where the span names the row itself.\n"
    )


def _checking(package: PackageSpec) -> tuple[str, ...]:
    """Who enforces which constraint, where that was measured for these schemas."""
    matrix = kept(package)
    if matrix is None:
        return ()
    told = (
        "Each constraint of the schemas was broken once; ✓ marks the checkers that saw it: reading as Arrow, newspkg's own checks of "
        "the CSV, pandera on the typed tables, frictionless. The two in the middle ran on every row of this version."
    )
    return (f"## Which checker enforces which constraint\n\n{told}\n\n{matrix}",)
