"""The dependents of each token of a document, collected once: spaCy makes them anew at every question."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    Tree = list[list[tuple[str, Token]]]

KEY = "newspkg.tree"  # in the document's user data


def children(token: Token, *deps: str) -> list[Token]:
    """The dependents of a token in these relations, in text order."""
    return [child for dep, child in _tree(token.doc)[token.i] if dep in deps]


def child_of(token: Token, *deps: str) -> Token | None:
    """The first of them."""
    for dep, child in _tree(token.doc)[token.i]:
        if dep in deps:
            return child
    return None


def _tree(doc: Doc) -> Tree:
    found = doc.user_data.get(KEY)
    if found is None:
        found = doc.user_data[KEY] = _collected(doc)
    return cast("Tree", found)


def _collected(doc: Doc) -> Tree:
    tree: Tree = [[] for _ in range(len(doc))]
    for token in doc:
        if token.dep_ != "ROOT":
            tree[token.head.i].append((token.dep_, token))
    return tree
