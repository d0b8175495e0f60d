"""Issues to what people and programs read: one file per format."""

from collections.abc import Callable, Mapping

from newspkg.reports import github, jsonform, junit, markdown, sarif, text
from newspkg.reports.escape import visible
from newspkg.reports.report import Report, counts, summary

# Every format, by its name on the command line: a report to the text that is printed.
FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": jsonform.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "markdown": markdown.render,
}

__all__ = ["FORMATS", "Report", "counts", "summary", "visible"]
