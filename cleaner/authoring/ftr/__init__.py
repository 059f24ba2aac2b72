"""Rule files of Full-Text RSS (ftr-site-config) as rule sets of this program."""

from cleaner.authoring.ftr.importing import Imported, import_folder

__all__ = ["Imported", "import_folder"]
