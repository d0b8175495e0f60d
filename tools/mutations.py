"""Edits of a valid example at the level of its members: what the fuzzer makes of it still reaches what lies behind the parser."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

Edit = Callable[[str, random.Random], str]

TEXTS = (
    "", " ", "a", "t", "t.csv", "../t.csv", "/etc/passwd", "http://x.example/t.csv", "javascript:alert(1)", "string", "integer",
    "number", "date",
    "datetime", "boolean", "year", "default", "any", "2024-02-30", "2024-11-19", "9" * 400, "1e999", "NaN", "-0", "(a+)+$", "[a-z]+",
    "(", "\\", "(?i)a",
    "\u202e", "\u200b", "\x00", "\x1b[31m", "=cmd|'/c'!A1", "<script>", "p\u0430ris", "\ud800", "exact", "subset", "partial", "utf-8",
    "utf-16", ";",
)  # fmt: skip
VALUES = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**63,
    -(2**63) - 1,
    10**400,
    0.5,
    1e308,
    float("nan"),
    float("inf"),
    [],
    {},
    [[]],
    [{}],
    [None],
    {"a": {}},
)
KEYS = (
    "fields name type format title description constraints required unique enum categories value label minimum maximum exclusiveMinimum "
    "exclusiveMaximum pattern minLength maxLength primaryKey foreignKeys reference resource uniqueKeys missingValues fieldsMatch "
    "trueValues "
    "falseValues bareNumber decimalChar groupChar itemType $schema profile resources path schema dialect delimiter lineTerminator "
    "quoteChar "
    "doubleQuote header encoding bytes hash mediatype licenses sources contributors keywords example unit newspkg:source"
).split()


def edited_json(text: str, chance: random.Random) -> str:
    """One to four members taken out, put in, doubled, exchanged or given another value."""
    value = json.loads(text)
    for _ in range(chance.randint(1, 4)):
        value = _edited(value, chance)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5)


def _edited(value: Any, chance: random.Random) -> Any:
    homes = list(_containers(value))
    if not homes or chance.random() < 0.02:
        return _any(chance)
    home = chance.choice(homes)
    keys = list(home) if isinstance(home, dict) else list(range(len(home)))
    at = chance.choice(keys) if keys else None
    match chance.randrange(6):
        case 0 if at is not None:
            del home[at]
        case 1 if at is not None:
            home[at] = _any(chance)
        case 2 if at is not None:  # another member's value, perhaps of another kind
            home[at] = json.loads(json.dumps(_member(chance.choice(homes), chance)))
        case 3 if isinstance(home, dict) and at is not None:
            home[chance.choice(KEYS)] = home.pop(at)
        case 4 if isinstance(home, list) and at is not None:
            home.insert(at, json.loads(json.dumps(home[at])))
        case _ if isinstance(home, dict):
            home[chance.choice(KEYS)] = _any(chance)
        case _:
            home.append(_any(chance))
    return value


def _containers(value: Any) -> Any:
    if isinstance(value, dict | list):
        yield value
        for each in value.values() if isinstance(value, dict) else value:
            yield from _containers(each)


def _member(home: Any, chance: random.Random) -> Any:
    return chance.choice(list(home.values() if isinstance(home, dict) else home)) if home else home


def _any(chance: random.Random) -> Any:
    return deepcopy(chance.choice(VALUES if chance.random() < 0.4 else TEXTS))


PIECE = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+|<", re.S)
TAGS = (
    "article p div span table tr td ul li h1 h2 title meta link script style template noscript iframe svg math blockquote pre br a "
    "time main header footer "
    "form select option frameset object body html head base"
).split()
ATTRIBUTES = (
    'property="og:title" content="A"', 'name="author" content="=A()"', 'property="article:published_time" content="2024-02-30T25:00"',
    'rel="canonical" href="javascript:x"', 'rel="license" href="../x"', 'charset="utf-16"',
    'http-equiv="content-type" content="text/html; charset=x"',
    'datetime="9999-99-99"', 'class="comments related footer"', 'hidden', 'style="display:none"', 'lang="\u202e"',
    'property="og:site_name" content="&#8238;"',
    'itemprop="datePublished" content="-1"', 'href="//[::1"', 'href="https://x.example/2024/02/30/"', 'type="application/ld+json"',
)  # fmt: skip
BITS = (
    "&#0;", "&#x202e;", "&#x110000;", "&unknown;", "&amp", "<![CDATA[ x ]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&e;", "<?php x ?>",
    '{"@type": "NewsArticle", "datePublished": "2024-02-30", "headline": 7}', "]]>", "-->", "<", "\x00", "\ufeff", "\ud800",
    "2024-02-30", "30 February 2024",
    "Two rockets hit a depot near Southport on Monday, an official said. ", "Related:", "* " * 50, "\n\n\n", "\u0301" * 40,
)  # fmt: skip


def edited_html(text: str, chance: random.Random) -> str:
    """One to six tags or texts taken out, put in, doubled, exchanged, nested or given another attribute."""
    pieces = PIECE.findall(text)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(pieces) + 1)
        here, tag = slice(at, at + 1), chance.choice(TAGS)
        match chance.randrange(7):
            case 0:
                del pieces[here]
            case 1:
                pieces.insert(at, chance.choice(BITS))
            case 2:
                pieces[at:at] = [f"<{tag} {chance.choice(ATTRIBUTES)}>", *pieces[here], f"</{tag}>"][: chance.randint(1, 9)]
            case 3:
                pieces[at:at] = [f"<{tag}>"] * chance.choice((1, 2, 60, 400))
            case 4:
                pieces[here] = [re.sub(r"^<(\w+)", rf"<\1 {chance.choice(ATTRIBUTES)}", each) for each in pieces[here]]
            case 5:
                other = chance.randrange(len(pieces) + 1)
                pieces[at:at] = pieces[other : other + chance.randint(1, 8)]
            case _:
                pieces[here] = [_cut(each, chance) for each in pieces[here]]
    return "".join(pieces)


LINES = (
    "- a", "  - b: c", "title: &a x", "url: *a", "title: !!python/name:os.system", "? [a]", "<<: {a: b}", "title: 'a",
    'title: "\\e\\0\\u202e"', "key: |", "    x",
    "\ttab: x", "# comment", "...", "---", "%TAG ! x", "published_on: 2024-02-30", "language: ../x", "events:", "  expect: nothing",
    "- {triggers: [hit], remove: true}",
    "evidence: {start: -1, end: 9999999999999999999}", "- fatalities: [5, 3, 1]", "article: other", "url: https://[::1", "\u2028",
    "null: ~", "=: =", "y: 0o17", "a: b: c",
)  # fmt: skip


def edited_lines(text: str, chance: random.Random) -> str:
    """One to four lines taken out, put in, doubled, cut or moved right."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines) + 1)
        here = slice(at, at + 1)
        match chance.randrange(5):
            case 0:
                del lines[here]
            case 1:
                lines.insert(at, chance.choice(LINES))
            case 2:
                lines[at:at] = lines[here]
            case 3:
                lines[here] = [_cut(each, chance) for each in lines[here]]
            case _:
                lines[here] = [" " * chance.randint(1, 9) + each for each in lines[here]]
    return "\n".join(lines)


def _cut(text: str, chance: random.Random) -> str:
    """A text without a part, or with a bit put in."""
    at, until = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return text[:at] + (chance.choice((*BITS, *TEXTS)) if chance.random() < 0.6 else "") + text[until:]


def mutated(data: bytes, edit: Edit, example: bytes, seed: int) -> bytes:
    """The data edited; of data that can't be edited (it is no JSON), the example edited."""
    chance = random.Random(seed)  # noqa: S311 a seeded mutation is no secret
    for each in (data, example):
        try:
            return edit(each.decode("utf-8", "replace"), chance).encode("utf-8", "surrogatepass")
        except (ValueError, RecursionError):
            continue
    return example
