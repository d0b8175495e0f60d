"""Learn the weights of schemas/codelists/learned_weights.csv from coded articles: `python tools/learn.py [--check] [FOLDER ...]`.

Articles are those of tests/articles unless folders are named. With `--check` nothing is written: weights are learned from seven eighths
of the articles at a time and the extractor is measured on the eighth, so that no article is measured by weights that it gave.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click
import logistic
from examples import Coded, coded_articles, event_examples

from newspkg.evaluate import Report, report_text, score
from newspkg.extract import Extractor
from newspkg.extract.learned import Decision
from newspkg.model import PriorIds
from newspkg.resolve import resolve
from newspkg.specs import Codelists

ROOT = Path(__file__).resolve().parent.parent
FOLDS = 8
PENALTY = 1.5
Weights = Mapping[str, dict[str, float]]


def learned(articles: list[Coded]) -> dict[str, dict[str, float]]:
    """Weights by decision."""
    return {"is_event": logistic.fit(list(event_examples(articles)), penalty=PENALTY)}


def checked(extractor: Extractor, articles: list[Coded]) -> Report:
    """Each article measured by weights learned from others."""
    names = sorted(article.name for article in articles)
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    scored = []
    for number in range(FOLDS):
        weights = learned([each for each in articles if fold[each.name] != number])
        extractor.events.is_event = Decision(weights["is_event"])
        for each in articles:
            if fold[each.name] == number:
                scored.append(
                    (each.name, score(each.coding, resolve([each.article], {each.name: extractor(each.scene.annotated)}, PriorIds())))
                )
    return Report(tuple(sorted(scored)))


def rows(weights: Weights) -> Iterator[tuple[str, str, str]]:
    """The lines of the codelist, sorted."""
    for name, by_feature in sorted(weights.items()):
        for feature, weight in sorted(by_feature.items()):
            yield name, feature, f"{weight:.3f}"


def write(path: Path, lines: Iterable[tuple[str, str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("decision", "feature", "weight"))
        out.writerows(lines)


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--check", is_flag=True, help="Measure what is learned, and write nothing.")
def main(folders: tuple[Path, ...], check: bool) -> None:
    """Learn the decisions of the extractor from coded articles."""
    extractor = Extractor(Codelists())
    articles = list(coded_articles(extractor, folders or (ROOT / "tests" / "articles",)))
    if check:
        click.echo(report_text(checked(extractor, articles), details=False))
    else:
        write(ROOT / "schemas" / "codelists" / "learned_weights.csv", rows(learned(articles)))


if __name__ == "__main__":
    main()
