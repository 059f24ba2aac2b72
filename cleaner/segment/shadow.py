"""Shadow trees that a page declares in its markup (`<template shadowrootmode>`): what browsers show of their hosts."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

_SLOT = re.compile(r"<slot\b([^>]*)>(.*?)</slot>", re.DOTALL | re.IGNORECASE)
_NAME = re.compile(r"""\sname="([^"]*)\"""")


def shadow_tree(template: LexborNode) -> LexborNode | None:
    """The root of the shadow tree that a template declares for the element around it; None where it declares none."""
    attributes = template.attributes
    if "shadowrootmode" not in attributes and "shadowroot" not in attributes:
        return None
    fragments = template.template_fragments()
    return fragments[0] if fragments else None


def fill_slots(tree: LexborNode, template: LexborNode) -> str | None:
    """The markup of a shadow tree with the children of its host in its slots; None where it has no slots.

    Each slot takes the children that name it in `slot`; the one without a name takes the others. The first slot of a
    name is filled, a slot that nothing goes to shows its own content.
    """
    host = template.parent
    if host is None or tree.css_first("slot") is None:
        return None
    given: dict[str, str] = {}
    for child in host.iter(include_text=True):
        if child.mem_id != template.mem_id:
            name = (child.attributes.get("slot") or "") if child.is_element_node else ""
            given[name] = given.get(name, "") + (child.html or "")

    def fill(slot: re.Match[str]) -> str:
        name = _NAME.search(slot[1])
        light = given.pop(name[1] if name else "", "")
        return light if light.strip() else slot[2]

    return _SLOT.sub(fill, tree.html or "")
