"""Quality: records against articles coded by hand."""

from newspkg.coding import CodedRow, Coding, load_coding
from newspkg.evaluate.folder import coding_paths, evaluate_folder
from newspkg.evaluate.report import Report, report_json, report_text
from newspkg.evaluate.score import score
from newspkg.evaluate.tally import Fault, Scores, Tally

__all__ = [
    "CodedRow", "Coding", "Fault", "Report", "Scores", "Tally", "coding_paths", "evaluate_folder", "load_coding", "report_json",
    "report_text", "score",
]  # fmt: skip
