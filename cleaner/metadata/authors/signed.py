"""The names that one source gives for who signs, with what it says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.metadata.authors import person
from cleaner.metadata.candidate import Origin


@dataclass(frozen=True, slots=True)
class Signed:
    """One source's names, in their order.

    source: what is printed for people. key: the JSON-LD key or the name of the meta tag. organisations, persons: those
    of the names that the source declares as such. printed: whether they stand in a line that begins with "By".
    """

    names: list[str]
    source: str
    origin: Origin = Origin.PRINTED
    key: str = ""
    organisations: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    printed: bool = False

    def people(self, sites: Sequence[str]) -> list[str]:
        """The names of people, as opposed to organisations. sites: the site's names (see `site_name.site_keys`)."""
        people = []
        for name in self.names:
            if name in self.organisations:
                continue
            if not person.is_organisation(name, sites, declared_person=name in self.persons):
                people.append(name)
        return people

    def is_person(self, name: str) -> bool:
        """Whether one of the names looks like a person's, or the source calls it so and it is written as one."""
        return person.is_person(name) or (name in self.persons and person.has_form(name))
