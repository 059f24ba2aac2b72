"""What is known of an article besides its text: each field declared once. `Article` inherits them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from cleaner.model.views import Caption

# The fields that tell of the page and its site stand before the others in `Article.to_dict`.
_OF_PAGE = ("url", "amp_url", "site", "site_name", "publisher", "type")


@dataclass(frozen=True)
class Metadata:
    """The metadata of an article (`cleaner.article.Article` tells what each field holds)."""

    title: str | None
    subtitle: str | None
    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    published: str | None
    modified: str | None
    language: str | None
    direction: str | None
    site: str | None
    site_name: str | None
    publisher: str | None
    url: str | None
    amp_url: str | None
    type: str | None
    section: str | None
    tags: tuple[str, ...]
    dateline: str | None
    description: str | None
    image: Caption | None
    licence: str | None
    paywalled: bool | None
    speakable: tuple[str, ...]
    corrections: tuple[str, ...]


METADATA_FIELDS = tuple(field.name for field in fields(Metadata))
_PRINTED_ORDER = (*_OF_PAGE, *(name for name in METADATA_FIELDS if name not in _OF_PAGE))


def metadata_values(metadata: Metadata) -> dict[str, Any]:
    """The fields by name, in the order in which they are declared."""
    return {name: getattr(metadata, name) for name in METADATA_FIELDS}


def metadata_to_dict(metadata: Metadata) -> dict[str, Any]:
    """The fields as data that JSON can hold: those of page and site first, then the others as they are declared."""
    plain: dict[str, Any] = {}
    for name in _PRINTED_ORDER:
        value = getattr(metadata, name)
        if isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Caption):
            value = asdict(value)
        plain[name] = value
    return plain
