"""Codings from strangers: every fault a message with its line, nothing obeyed, nothing hangs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspkg.coding import Form, inspect_coding, read_codings
from newspkg.coding.spans import find_spans, written_span
from newspkg.coding.tree import Row, read_tree
from newspkg.errors import DataError
from newspkg.ingest import coded_text, read_articles
from newspkg.model import Span
from newspkg.specs import default_schemas, load_package

BODY = "The militia shelled Fort Azul on 2 May, killing 3."
BOMB = "article: a\nx: &a [1]\ny: [*a, *a]\n"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (BOMB, 2, "an anchor or alias"),
        ("article: !!python/object/apply:os.system [ls]\n", 1, "a YAML tag"),
        ("article: a\narticle: b\n", 2, "`article` a second time (first on line 1)"),
        ("article: a\nevents: " + "[" * 20 + "]" * 20, 2, "lists or mappings more than 8 deep"),
        ("article: [a\nb: c\n", 2, "no YAML"),
        ("- a\n- b\n", 1, "no mapping"),
    ],
)
def test_yaml_that_is_not_obeyed(text, line, message):
    with pytest.raises(DataError) as caught:
        read_tree(text, "x.coding.yaml")
    assert (caught.value.issues[0].line, caught.value.issues[0].message.startswith(message)) == (line, True)


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("date_start: 2024-02-30, date_end: 2024-02-30, date_precision: day", "date_start '2024-02-30'", "YYYY-MM-DD"),
        ("subtype: shellling", "subtype 'shellling'", "did you mean `shelling`?"),
        ("subtype: talks", "subtype 'talks'; a subtype of attack is expected", ""),
        ("country: UK", "country 'UK'", "UKR, SDN"),
        ("fatalities: [3, 2, 1]", "fatalities [3, 2, 1]", "[low, best, high]"),
        ("fatalities: 3", "fatalities 3; three whole numbers", "[low, best, high]"),
        ("initiator: nobody", "initiator 'nobody'; an id of actors in this file", "code it among actors"),
        ("triggers: [bombarded]", "triggers: the span 'bombarded', which the body holds 0 time(s)", "copy the words"),
        ("tragets: [x]", "unknown column `tragets`", "did you mean `target`?"),
        ("factuality: \"\\u202eactual\"", "factuality '\\u202eactual'", "did you mean `actual`?"),
    ],
)  # fmt: skip
def test_faults_of_an_event(tmp_path, row, message, hint):
    path = tmp_path / "a.coding.yaml"
    base = {"id": "x", "type": "attack", "subtype": "shelling", "factuality": "actual", "triggers": "[shelled]"}
    given_keys = {part.split(":")[0].strip() for part in row.split(", ")}
    kept = ", ".join(f"{key}: {value}" for key, value in base.items() if key not in given_keys)
    path.write_text(f"article: a\nevents:\n- {{{kept}, {row}}}\n", encoding="utf-8")
    issues = inspect_coding(path, BODY)[1]
    assert any(message in issue.message and hint in (issue.hint or "") and issue.line == 3 for issue in issues), issues


def test_bytes_that_are_not_utf8(tmp_path):
    path = tmp_path / "a.coding.yaml"
    path.write_bytes(b"article: a\nactors: \xff\n")
    with pytest.raises(DataError) as caught:
        inspect_coding(path, BODY)
    assert (caught.value.issues[0].line, caught.value.issues[0].message[:13]) == (2, "the byte 0xff")


@pytest.mark.parametrize("target", ["nowhere.yaml", "a.coding.yaml", "/etc/passwd"])
def test_links_are_refused(tmp_path, target):
    (tmp_path / "a.md").write_text(BODY)
    (tmp_path / "a.coding.yaml").symlink_to(target)
    found, issues = read_codings(tmp_path, read_articles(tmp_path)[0], coded_text, Form(load_package(default_schemas())))
    assert (found, [issue.check for issue in issues]) == ({}, ["file-name"])


@given(st.text(max_size=60))
def test_any_text_is_a_tree_or_a_fault(text):
    try:
        assert isinstance(read_tree(text, "x"), Row)
    except DataError as fault:
        assert all(issue.line and issue.hint for issue in fault.issues)


@given(st.text("ab #*\n", min_size=1, max_size=30), st.data())
def test_a_written_span_reads_back(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    before, after = text[start - 1 : start], text[span.end : span.end + 1]
    if (before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[span.end - 1].isalnum()):
        return  # a part of a word, which a coding can't tell from whole occurrences
    assert find_spans(written_span(span, text), text) == [span]
