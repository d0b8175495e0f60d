"""How to cite a version: as a sentence, and as `CITATION.cff` (Citation File Format 1.2.0)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from newspkg.specs import PackageSpec

SPDX = re.compile(r"CC0-1\.0|CC-BY(-NC)?(-SA|-ND)?-[1-4]\.[05]|ODbL-1\.0|ODC-By-1\.0|PDDL-1\.0|MIT|Apache-2\.0")
MESSAGE = "If you use this data set, please cite the version that you used as below."


def sentence(package: PackageSpec, head: Mapping[str, Any]) -> str:
    """The reference as plain text."""
    authors = ", ".join(_named(each) for each in head.get("contributors", ())) or package.name
    year = f" ({head['created'][:4]})" if head.get("created") else ""
    return f"{authors}{year}. {package.title}, version {head['version']}. Data package {package.name}."


def citation(package: PackageSpec, head: Mapping[str, Any]) -> str:
    """The whole file. Texts are written as JSON strings, which YAML reads: nothing in them can be taken for more than a text."""
    made = head.get("created")
    told = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "type": "dataset",
        "title": f"{package.title}, version {head['version']}",
        "version": head["version"],
        "abstract": head.get("description"),
        "authors": [_author(each) for each in head.get("contributors", ())] or [{"name": package.name}],
        "date-released": made[:10] if made else None,
        "keywords": list(head.get("keywords", ())) or None,
        "url": head.get("homepage"),
        **_licence(head),
    }
    return "".join(f"{key}: {_yaml(value)}\n" for key, value in told.items() if value is not None)


def _yaml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _named(each: Mapping[str, Any]) -> str:
    return str(each.get("title") or " ".join(part for part in (each.get("givenName"), each.get("familyName")) if part))


def _author(each: Mapping[str, Any]) -> dict[str, str]:
    if not each.get("familyName"):
        told = {"name": _named(each), "website": each.get("path"), "email": each.get("email")}
    else:
        names = {"given-names": each.get("givenName"), "family-names": each["familyName"]}
        told = {**names, "affiliation": each.get("organization"), "website": each.get("path"), "email": each.get("email")}
    return {key: str(value) for key, value in told.items() if value}


def _licence(head: Mapping[str, Any]) -> dict[str, Any]:
    """Licences by the names that the format knows; the address of the first where it knows none."""
    licences = head.get("licenses", ())
    known = [each["name"] for each in licences if SPDX.fullmatch(str(each.get("name", "")))]
    if known:
        return {"license": known[0] if len(known) == 1 else known}
    path = next((each["path"] for each in licences if "://" in str(each.get("path", ""))), None)
    return {"license-url": path} if path else {}
