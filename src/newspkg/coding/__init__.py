"""What people say of an article: codings read, checked, drafted, and put in place of the machine's."""

from newspkg.coding.apply import coded
from newspkg.coding.coding import CodedRow, Coding
from newspkg.coding.folder import CodingFile, article_of, coding_files, read_coding, read_codings
from newspkg.coding.form import Form
from newspkg.coding.load import form_of, inspect_coding, load_coding
from newspkg.coding.write import coding_text

__all__ = [
    "CodedRow", "Coding", "CodingFile", "Form", "article_of", "coded", "coding_files", "coding_text", "form_of", "inspect_coding",
    "load_coding", "read_coding", "read_codings",
]  # fmt: skip
