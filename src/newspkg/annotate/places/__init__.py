"""Names of places in articles, found and resolved.

`PlaceAnnotator` does it for a document; `PlaceIndex.lookup` gives the places of a name; `contains` says whether one place lies in another.
"""

from newspkg.annotate.places.annotator import PlaceAnnotator
from newspkg.annotate.places.index import PlaceIndex
from newspkg.annotate.places.place import Place, contains

__all__ = ["Place", "PlaceAnnotator", "PlaceIndex", "contains"]
