"""From tables to a bundle: the files of a version, written beside, checked there, renamed into place."""

from newspkg.publish.publication import Publication, publish

__all__ = ["Publication", "publish"]
