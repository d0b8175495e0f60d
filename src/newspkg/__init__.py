"""newspkg: validated, versioned data packages from raw news articles about armed conflict."""

from importlib.metadata import version

__version__ = version("newspkg")
__all__ = ["__version__"]
