"""Generic rules for HTML: what regions, links and form tell of the blocks that no rule set spoke on."""

from __future__ import annotations

from functools import cached_property

from cleaner.folding import fold
from cleaner.label.html.hint_trust import HintTrust
from cleaner.label.labelling import Labelling
from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.lines.credits import LONGEST
from cleaner.lines.shapes import ends_sentence
from cleaner.model import Block, Elements
from cleaner.options import Favour
from cleaner.patterns import Pattern
from cleaner.rules import class_names

_REASONS = {
    "button": Reason.NAVIGATION, "related_side": Reason.RELATED, "footer": Reason.LEGAL, "form": Reason.OTHER,
    "header": Reason.MASTHEAD,
    "byline": Reason.OTHER, "published": Reason.OTHER,
}  # fmt: skip
_CAPTION, _HEADING, _LIST_ITEM, _TABLE_ROW, _TITLE = (
    Role.CAPTION,
    Role.HEADING,
    Role.LIST_ITEM,
    Role.TABLE_ROW,
    Role.TITLE,
)
# A block that is a link and nothing else, up to this length, is a teaser; longer ones are linked sentences.
TEASER = 150
LINK = 0.8


def drop_boilerplate(labelling: Labelling) -> None:
    """Label what stands in parts that the page itself names as boilerplate, captions, and links that are teasers.

    `favour="precision"` leaves out every block that is a link and nothing else; "recall" keeps them, and keeps what
    only its form speaks against. Blocks outside the body that nothing names wait for `drop_outside`.
    """
    page, inside, trust, favour = labelling.page, labelling.inside, labelling.trust, labelling.favour
    elements = page.elements
    teasers = _Teasers(page.blocks, labelling.context.site or "")
    reasons: dict[int, tuple[Reason, str, Ground | None]] = {}
    for i, block in enumerate(page.blocks):
        if block.decided:
            continue
        within = inside[block.element]
        region = elements.regions[block.element]
        trusted = trust.trusted(region)
        if within and len(block.text) < LONGEST and (block.form is _CAPTION or "caption" in trusted):
            block.keep(Role.CAPTION, "generic:caption", Layer.GENERIC)
        elif trusted and not (within and _stays(block, trusted, favour)):
            if region not in reasons:
                reasons[region] = _why(elements, region, trust)
            reason, rule, ground = reasons[region]
            block.drop(reason, rule, Layer.GENERIC, ground=ground)
        elif within and favour != "recall" and is_link(block) and (favour == "precision" or teasers.is_teaser(i)):
            block.drop(Reason.RELATED, "generic:link_only", Layer.GENERIC, ground=Ground.LINK_ONLY)


def _stays(block: Block, names: frozenset[str], favour: Favour) -> bool:
    """Whether a block of the body stays in spite of what is trusted of its region.

    So does a heading that opens its section (a button) or stands with the time of its entry, and under
    `favour="recall"` plain text that nothing but weak hints speak against.
    """
    if block.form is _HEADING and (names == _OPENS or (names == _TIMED and len(block.text) > class_names.LABEL)):
        return True
    return (
        favour == "recall"
        and block.links < 0.5 * len(block.text)
        and all(class_names.is_weak_name(name) for name in names)
    )


_OPENS, _TIMED = frozenset(("button",)), frozenset(("published",))


def is_link(block: Block) -> bool:
    """Whether a block is a link (or several between bars) and little else, and no longer than a teaser."""
    text = block.text
    return 0 < block.links >= LINK * (len(text) - len(_BAR) * text.count(_BAR)) and len(text) <= TEASER


_BAR = " | "


class _Teasers:
    """Which of the blocks that are but a link lead to other articles, and which are the article's own.

    On pages with gold nearly all headings that link to another host are the article's, most items of lists after a
    colon and most that lead to a place in the page; few items of other lists of nothing but links are, and few
    paragraphs: `python -m training.thresholds` counts them.
    """

    def __init__(self, blocks: list[Block], host: str) -> None:
        self.blocks, self.host = blocks, host

    @cached_property
    def lists(self) -> tuple[dict[int, int], set[int]]:
        """The first block of each list, and the lists that hold more than links; most pages are not asked for them."""
        first: dict[int, int] = {}
        mixed: set[int] = set()
        for i, block in enumerate(self.blocks):
            if block.group >= 0:
                first.setdefault(block.group, i)
                if not is_link(block):
                    mixed.add(block.group)
        return first, mixed

    def is_teaser(self, i: int) -> bool:
        block = self.blocks[i]
        if block.form is _TABLE_ROW:
            return False
        if block.form is _LIST_ITEM:
            first, mixed = self.lists
            before = self._text_before(first.get(block.group, i))
            return not ((block.group in mixed and before) or before.endswith(":") or self._href(block).startswith("#"))
        outward = self._href(block).startswith("http") and bool(self.host) and self.host not in self._href(block)
        if block.form is _HEADING:
            return not (outward or self._text_before(i))
        return not (outward and ends_sentence(block.text))

    def _text_before(self, i: int) -> str:
        """The text before a block, if that is the article's and no list."""
        before = self.blocks[i - 1] if i > 0 else None
        return (
            before.text
            if before is not None and before.reason is None and before.form in (Role.PARAGRAPH, Role.HEADING)
            else ""
        )

    def _href(self, block: Block) -> str:
        return next((href for _, _, href in (block.styled[1] if block.styled else ()) if href), "")


def drop_outside(labelling: Labelling) -> None:
    """Leave out what lies outside the body: the site's name, links, and the rest for the form of its region."""
    page, context = labelling.page, labelling.context
    names = {
        fold(name) for name in (*context.head.metas.get("og:site_name", []), _TITLE_PARTS.split(context.head.title)[-1])
    }
    title = next((i for i, block in enumerate(page.blocks) if block.role is _TITLE), 0)
    for block in page.blocks[:title]:
        if not block.decided and fold(block.text) in names:
            block.drop(Reason.MASTHEAD, "generic:site_name", Layer.GENERIC)
    reasons: dict[int, tuple[Reason, str, Ground | None]] = {}
    for block in page.blocks:
        if labelling.inside[block.element] or not _is_open(block):
            continue
        region = page.elements.regions[block.element]
        if region not in reasons:
            reasons[region] = _why(page.elements, region, labelling.trust)
        reason, rule, ground = reasons[region]
        if reason is Reason.OTHER and fold(block.text) in names:
            reason, rule, ground = Reason.MASTHEAD, "generic:site_name", None
        elif reason is Reason.OTHER and block.links >= 0.8 * len(block.text):
            reason = Reason.NAVIGATION
        block.drop(reason, rule, Layer.GENERIC, ground=ground)


def _is_open(block: Block) -> bool:
    """Whether nothing has spoken on a block, or wording alone took it for a part of the article."""
    return not block.decided or (block.layer is Layer.PHRASE and block.role is not None)


_TITLE_PARTS = Pattern(r"\s[-|–—·»:]+\s")


_GROUNDS = {str(ground): ground for ground in Ground}


def _why(elements: Elements, region: int, trust: HintTrust) -> tuple[Reason, str, Ground | None]:
    """The reason of the nearest region around that says what it is for, else of the nearest that is left out for its
    form.
    """
    trusted = trust.trusted(region)
    form = ""
    at = region
    while at >= 0:
        hint = elements.hints[at]
        name = class_names.name_of(hint)
        if name in trusted and not class_names.is_weak(hint):
            return _REASONS.get(name) or Reason(name), f"generic:{name}", _GROUNDS.get(name)
        if not form:
            form = (
                "hidden"
                if at in elements.hidden and "hidden" in trusted
                else name
                if name in trusted or name in _REASONS
                else ""
            )
        at = elements.outer(at)
    return (
        (_REASONS.get(form) or Reason(form) if form else Reason.OTHER),
        f"generic:{form or 'outside'}",
        _GROUNDS.get(form or Ground.OUTSIDE),
    )
