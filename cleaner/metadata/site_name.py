"""The names of the site, which are taken off titles and told from authors."""

from __future__ import annotations

from cleaner.folding import alnum_key
from cleaner.metadata.sources import first_string, resolved
from cleaner.model import PageContext
from cleaner.model.context import types_of


def site_keys(context: PageContext) -> tuple[str, ...]:
    """The names of the site as letters and digits in lower case: its own, its publisher's, its host and the first label
    of that.
    """
    said = [*context.head.metas.get("og:site_name", []), *context.head.metas.get("application-name", [])]
    said += [
        first_string(resolved(entity.get("publisher"), context))
        for entity in context.entities_of("Article", "WebSite", "WebPage")
    ]
    said += [
        name
        for entity in context.entities_of("WebSite", "NewsMediaOrganization", "Organization")
        if isinstance(name := entity.get("name"), str)
    ]
    host, title = context.site or "", alnum_key(context.head.title)
    return tuple(
        dict.fromkeys(
            name for text in (*said, host, host.split(".")[0]) if len(name := alnum_key(text)) > 1 and name != title
        )
    )


def owner_keys(context: PageContext) -> frozenset[str]:
    """The names of the people who own the site, as letters and digits in lower case.

    JSON-LD declares the publisher a person, or a person and an organisation in one.
    """
    people = [entity for entity in context.entities_of("Person") if "Organization" in types_of(entity)]
    for entity in context.entities_of("Article", "WebSite", "WebPage"):
        publisher = resolved(entity.get("publisher"), context)
        if isinstance(publisher, dict) and "Person" in types_of(publisher):
            people.append(publisher)
    return frozenset(alnum_key(first_string(entity)) for entity in people)
