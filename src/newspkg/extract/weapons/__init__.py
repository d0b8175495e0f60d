"""AnnotatedDocument -> mentions of weapon systems and classes."""

from newspkg.extract.weapons.extractor import WeaponExtractor

__all__ = ["WeaponExtractor"]
