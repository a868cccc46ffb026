"""An index as a folder on disk: immutable arrays, and one manifest that says which of them count.

A writer adds files beside those that are there and then renames a new manifest into place; a
reader opens what one manifest names and keeps it, whatever a writer does meanwhile. Arrays are
plain `.npy` files: whoever has numpy can read them.
"""

from groundsmith.index.files.manifest import Manifest, Part, Stored
from groundsmith.index.files.reading import Snapshot, verify
from groundsmith.index.files.writing import FolderWriter

__all__ = ["FolderWriter", "Manifest", "Part", "Snapshot", "Stored", "verify"]
