"""From tables to a bundle: the files of a version, written beside, checked there, renamed into place."""

from newspkg.publish.publication import Publication, publish
from newspkg.publish.retraction import retract

__all__ = ["Publication", "publish", "retract"]
