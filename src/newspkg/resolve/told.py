"""What is held of the articles in scope between the two passes over them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from newspkg.resolve.noted import NotedArticle


class ToldArticles:
    """Articles by number, in the order of their ids."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.number: dict[str, int] = {}
        self.claims: list[Sequence[str]] = []  # the ids of the claims of each
        self.events = array("I")  # how many events each tells
        self._known: dict[str, int] = {}
        self._names: list[str] = []
        self._actors, self._ends = array("I"), array("Q")

    def add(self, article: NotedArticle, claims: Sequence[str]) -> None:
        """One more article, with the ids of its claims."""
        self.number[article.article_id] = len(self.keys)
        self.keys.append(article.article_id)
        self.claims.append(tuple(claims))
        self.events.append(len(article.tellings))
        self._actors.extend(map(self._number, article.actors))
        self._ends.append(len(self._actors))

    def _number(self, actor: str) -> int:
        if actor not in self._known:
            self._known[actor] = len(self._names)
            self._names.append(actor)
        return self._known[actor]

    def actors(self, number: int) -> list[str]:
        """The actors that the rows of an article's events and claims may name."""
        start = self._ends[number - 1] if number else 0
        return [self._names[each] for each in self._actors[start : self._ends[number]]]
