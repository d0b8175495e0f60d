"""Reads `schemas/`: the one description of every table and codelist, from which everything else is derived."""

from newspkg.specs.codelists import Codelists, listed
from newspkg.specs.home import default_schemas

__all__ = ["Codelists", "default_schemas", "listed"]
