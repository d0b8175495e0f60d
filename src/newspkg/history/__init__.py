"""Versions: reading, comparing, numbering, proving and explaining them."""

from newspkg.history.bundle import Bundle, latest, read_bundle, versions
from newspkg.history.changes import earlier_changes, versioned
from newspkg.history.compare import diff
from newspkg.history.difference import Diff, SchemaChange, TableDiff
from newspkg.history.explain import Disagreement, Explanation, Quote, Value, explain
from newspkg.history.preview import LINES, preview_markdown
from newspkg.history.prior import prior_ids
from newspkg.history.release import plan_release
from newspkg.history.render import changelog_lines
from newspkg.history.report import row_lines, to_json, to_markdown
from newspkg.history.retraction import index_entry, retraction
from newspkg.history.side import Side, open_side
from newspkg.history.telling import explanation_json, explanation_text
from newspkg.history.verify import verify
from newspkg.history.version import next_version

__all__ = [
    "LINES", "Bundle", "Diff", "Disagreement", "Explanation", "Quote", "SchemaChange", "Side", "TableDiff", "Value",
    "changelog_lines", "diff", "earlier_changes", "explain", "explanation_json", "explanation_text", "index_entry", "latest",
    "next_version", "open_side", "plan_release", "preview_markdown", "prior_ids", "read_bundle", "retraction", "row_lines",
    "to_json", "to_markdown", "verify", "versioned", "versions",
]  # fmt: skip
