"""Imports go downward only: each offending import is named."""

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "newspkg"
STAGES = {"ingest", "coding", "annotate", "extract", "resolve", "tables", "check", "publish", "history"}
# evaluate reads articles by ingest and codings by coding, and nothing else of the stages; the command hands it the pipeline as a function.
HEIGHT = {
    "__main__": 9,
    "cli": 8,
    "pipeline": 7,
    "validation": 6,
    "bundles": 3,
    "proof": 5,
    "rebuild": 6,
    "evaluate": 5,
    "readings": 5,
    "memo": 5,
    "single": 6,
    "assembly": 6,
    "cache": 4,
    "engines": 4,
    **dict.fromkeys(STAGES, 4),
    "specs": 3,
    "shown": 3,
    "reports": 3,
    "model": 2,
}
HEIGHT |= dict.fromkeys(("errors", "text", "disguise", "malformed", "dates", "ids", "files", "mapped", "spool", "__init__"), 1)
LOWER_ONLY = {"evaluate": {"ingest", "coding"}}


def imports():
    for path in sorted(SOURCE.rglob("*.py")):
        layer = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # What is imported for type checkers alone makes no cycle.
        typing = {
            id(each)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            for each in ast.walk(node)
        }
        for node in ast.walk(tree):
            if id(node) in typing:
                continue
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else []
            )
            for name in names:
                parts = name.split(".")
                if parts[0] == "newspkg" and len(parts) > 1:
                    yield f"{path.relative_to(SOURCE)}:{node.lineno} imports {name}", layer, parts[1]


def is_allowed(layer: str, other: str) -> bool:
    if layer == other:
        return True
    if layer in LOWER_ONLY and other in STAGES:
        return other in LOWER_ONLY[layer]
    return HEIGHT[other] < HEIGHT[layer] or HEIGHT[layer] == HEIGHT[other] == 1


def test_every_module_has_a_layer():
    unknown = {layer for _, layer, _ in imports()} - set(HEIGHT)
    assert not unknown


def test_imports_go_downward_only():
    assert [where for where, layer, other in imports() if not is_allowed(layer, other)] == []


def modules() -> dict[str, set[str]]:
    """Modules and the modules that they import when they are loaded; packages stand for their __init__."""
    paths = {".".join(("newspkg", *p.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__"): p for p in SOURCE.rglob("*.py")}
    graph = {}
    for name, path in paths.items():
        body = ast.parse(path.read_text(encoding="utf-8")).body
        froms = [node for node in body if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newspkg")]
        graph[name] = {full if (full := f"{n.module}.{a.name}") in paths else str(n.module) for n in froms for a in n.names} - {name}
    return graph


def test_no_import_cycle():
    graph = modules()
    while free := [name for name, needs in graph.items() if not needs & graph.keys()]:
        graph = {name: needs for name, needs in graph.items() if name not in free}
    assert graph == {}
