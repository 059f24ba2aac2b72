"""The head for machines above a text is none of it: its metadata are read, its lines left out."""

from __future__ import annotations

from cleaner.label.labelling import Labelling
from cleaner.labels import Layer, Reason


def drop_record_head(labelling: Labelling) -> None:
    """Leave out the lines of front matter, `key: value` lines and a WET record's header at the top of bare text."""
    for block in labelling.page.blocks[: labelling.context.record_lines]:
        block.drop(Reason.OTHER, "generic:record_head", Layer.GENERIC)
