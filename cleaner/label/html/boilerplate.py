"""Generic rules for HTML: label undecided blocks by the hints of their region, their links and their form."""

from __future__ import annotations

from functools import cached_property

from cleaner.folding import fold
from cleaner.label.html.flow import flow_of, is_paragraph
from cleaner.label.labelling import Labelling
from cleaner.labels import Ground, Layer, Reason, Role
from cleaner.lines.credits import LONGEST
from cleaner.lines.shapes import ends_sentence
from cleaner.model import Block, Elements, PageContext, styled_runs
from cleaner.options import Favour
from cleaner.patterns import Pattern
from cleaner.rules import class_names

# The reason of categories that are not named as a reason.
_REASONS = {
    "button": Reason.NAVIGATION, "related_side": Reason.RELATED, "footer": Reason.LEGAL, "form": Reason.OTHER,
    "header": Reason.MASTHEAD,
    "byline": Reason.OTHER, "published": Reason.OTHER,
}  # fmt: skip
_CAPTION, _HEADING, _LIST_ITEM, _TABLE_ROW = Role.CAPTION, Role.HEADING, Role.LIST_ITEM, Role.TABLE_ROW
# Characters: a longer block that is a link and nothing else is a linked sentence rather than a teaser. By hand.
LONGEST_TEASER = 150
# Share of a block's characters that are linked: from this on it is a link and nothing else. By hand.
LINK_SHARE = 0.8
# Share of linked characters below which `favour="recall"` keeps a block of the body that weak hints speak against. By
# hand.
_FEW_LINKS = 0.5
# The mark between several links in one block.
_BAR = " | "
# The reason of every category, for the look-up at each block: to make a member of its value takes long.
_REASON_OF = {str(reason): reason for reason in Reason} | _REASONS
# The trusted categories of a heading that opens its section, and of one that stands beside the time of its entry.
_BUTTON = frozenset(("button",))
_PUBLISHED = frozenset(("published",))
# Those of a caption that nothing else speaks against: it stands in the article's header.
_OF_CAPTIONS = frozenset(("caption", "masthead", "byline"))
# What stands between the headline and the site's name in the title element.
_TITLE_SEPARATOR = Pattern(r"\s[-|–—·»:]+\s")
# What stands among the readers' comments belongs to them: names, dates, controls, forms, and what is shown on demand.
_OF_COMMENTS = frozenset((
    "byline", "published", "button", "share", "form", "hidden", "header", "footer", "author_note", "navigation",
))  # fmt: skip
# The ground of a category, where later passes ask for it.
_GROUNDS = {str(ground): ground for ground in Ground}
# What a block is left out for: the reason, the id of the rule, and the ground.
_Why = tuple[Reason, str, Ground | None]
# For each set of trusted categories and each region the nearest category that is not weak, and the nearest that is.
_Known = dict[frozenset[str], dict[int, tuple[str, str]]]


def drop_boilerplate(labelling: Labelling) -> None:
    """Drop blocks in regions of a trusted boilerplate category, and links in the body that are teasers; keep captions.

    Looks at regions, links and forms; changes undecided blocks alone. `favour="precision"` drops every block that is a
    link and nothing else; "recall" keeps these, and blocks of the body that only weak hints speak against. Blocks
    outside the body without a trusted category are left to `drop_outside`.
    """
    page, inside, trust, favour = labelling.page, labelling.inside, labelling.trust, labelling.favour
    elements = page.elements
    teasers = _Teasers(page.blocks, labelling.context)
    title = page.title_index
    reasons: dict[int, _Why] = {}
    known: _Known = {}
    for i, block in enumerate(page.blocks):
        if block.decided:
            continue
        in_body = inside[block.element]
        region = elements.regions[block.element]
        trusted = trust.trusted(region)
        captioned = block.form is _CAPTION or "caption" in trusted
        # Between the title and the last paragraph a caption is the article's, above its body, too.
        own = in_body or (captioned and trusted <= _OF_CAPTIONS and 0 <= title < i < teasers.flow.stop)
        if captioned and own and len(block.text) < LONGEST and "unseen" not in trusted:
            block.keep(Role.CAPTION, "generic:caption", Layer.GENERIC)
        elif trusted and not (in_body and _stays(block, trusted, favour)):
            if region not in reasons:
                reasons[region] = _why(elements, region, trusted, known)
            reason, rule, ground = reasons[region]
            block.drop(reason, rule, Layer.GENERIC, ground=ground)
        elif in_body and favour != "recall" and is_link(block) and (favour == "precision" or teasers.is_teaser(i)):
            block.drop(Reason.RELATED, "generic:link_only", Layer.GENERIC, ground=Ground.LINK_ONLY)


def _stays(block: Block, names: frozenset[str], favour: Favour) -> bool:
    """Whether a block of the body stays although its region has trusted categories, which are `names`.

    Headings stay that open their section (buttons) or stand beside the time of their entry; under `favour="recall"` so
    does text with few links that only weak hints speak against.
    """
    if block.form is _HEADING and (names == _BUTTON or (names == _PUBLISHED and len(block.text) > class_names.LABEL)):
        return True
    return (
        favour == "recall"
        and block.links < _FEW_LINKS * len(block.text)
        and "unseen" not in names
        and all(class_names.is_weak_name(name) for name in names)
    )


def is_link(block: Block) -> bool:
    """Whether a block is a link (or several between bars) and little else, and no longer than a teaser."""
    text = block.text
    return 0 < block.links >= LINK_SHARE * (len(text) - len(_BAR) * text.count(_BAR)) and len(text) <= LONGEST_TEASER


class _Teasers:
    """Tell blocks that are nothing but a link and lead to other articles from those that are the article's own.

    On pages with gold the article's own are nearly all headings that link to another host or stand above prose, and
    most list items that follow a colon, link to a place in the page, or to another host below a line of their own. So
    are linked sentences in the flow of the text. Teasers are most items of other lists that hold nothing but links, and
    most paragraphs. `python -m training.thresholds` counts them.
    """

    def __init__(self, blocks: list[Block], context: PageContext) -> None:
        self.blocks, self.host, self.url = blocks, context.site or "", context.url

    @cached_property
    def flow(self) -> range:
        """The flow of the text as it is when first asked for. Most pages need it not."""
        return flow_of(self.blocks)

    @cached_property
    def lists(self) -> tuple[dict[int, int], set[int]]:
        """The first block of each list, by group, and the lists that hold more than links. Most pages need neither."""
        first: dict[int, int] = {}
        mixed: set[int] = set()
        for i, block in enumerate(self.blocks):
            if block.group >= 0:
                first.setdefault(block.group, i)
                if not is_link(block):
                    mixed.add(block.group)
        return first, mixed

    def is_teaser(self, i: int) -> bool:
        """Whether the block with index `i`, which is nothing but a link, leads to another article."""
        block = self.blocks[i]
        if block.form is _TABLE_ROW:
            return False
        if block.form is _LIST_ITEM:
            first, mixed = self.lists
            before = self._text_before(first.get(block.group, i))
            own = block.group in mixed or self._leads_outward(block)
            return not ((own and before) or before.endswith(":") or self._leads_within(block))
        if block.form is _HEADING:
            return not (self._leads_outward(block) or self._text_before(i) or self._heads_prose(i))
        return not (
            ends_sentence(block.text) and (self._leads_outward(block) or (i in self.flow and self._text_before(i)))
        )

    def _heads_prose(self, i: int) -> bool:
        """Whether a paragraph follows the block with index `i`."""
        following = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
        return following is not None and is_paragraph(following)

    def _leads_within(self, block: Block) -> bool:
        """Whether the first link of a block leads to a place in the page itself."""
        page, mark, _ = self._href(block).partition("#")
        return bool(mark) and page in ("", self.url)

    def _leads_outward(self, block: Block) -> bool:
        """Whether the first link of a block leads to another host."""
        href = self._href(block)
        return href.startswith("http") and bool(self.host) and self.host not in href

    def _text_before(self, i: int) -> str:
        """The text of the block before, if that is a kept paragraph or heading; else nothing."""
        before = self.blocks[i - 1] if i > 0 else None
        return (
            before.text
            if before is not None and before.reason is None and before.form in (Role.PARAGRAPH, Role.HEADING)
            else ""
        )

    def _href(self, block: Block) -> str:
        """The address of a block's first link."""
        return next((run.href for run in styled_runs(block) if run.href), "")


def drop_outside(labelling: Labelling) -> None:
    """Drop blocks outside the body, each for the reason of its region, and the site's name above the title.

    Looks at the site's names in the head and at regions; changes undecided blocks, and those that a phrase kept.
    """
    page, context = labelling.page, labelling.context
    names = {
        fold(name)
        for name in (*context.head.metas.get("og:site_name", []), _TITLE_SEPARATOR.split(context.head.title)[-1])
    }
    for block in page.blocks[: max(0, page.title_index)]:
        if not block.decided and fold(block.text) in names:
            block.drop(Reason.MASTHEAD, "generic:site_name", Layer.GENERIC)
    reasons: dict[int, _Why] = {}
    known: _Known = {}
    for block in page.blocks:
        if labelling.inside[block.element] or not _is_open(block):
            continue
        region = page.elements.regions[block.element]
        if region not in reasons:
            reasons[region] = _why(page.elements, region, labelling.trust.trusted(region), known)
        reason, rule, ground = reasons[region]
        if reason is Reason.OTHER and fold(block.text) in names:
            reason, rule, ground = Reason.MASTHEAD, "generic:site_name", None
        elif reason is Reason.OTHER and block.links >= LINK_SHARE * len(block.text):
            reason = Reason.NAVIGATION
        block.drop(reason, rule, Layer.GENERIC, ground=ground)


def _is_open(block: Block) -> bool:
    """Whether a block is undecided, or kept by a phrase rule alone."""
    return not block.decided or (block.layer is Layer.PHRASE and block.role is not None)


def _why(elements: Elements, region: int, trusted: frozenset[str], known: _Known) -> _Why:
    """Why the blocks of a region are left out.

    The nearest region at or around it with a trusted hint that is not weak says so, else the nearest that is hidden or
    has a weak hint, else that it is outside the body. Among comments these go before the names of their parts.
    """
    name, form = _nearest(elements, region, trusted, known.setdefault(trusted, {-1: ("", "")}))
    name = name or form
    if not name:
        return Reason.OTHER, "generic:outside", Ground.OUTSIDE
    ground = Ground.HIDDEN if "unseen" in trusted else _GROUNDS.get(name)
    if "comments" in trusted and name in _OF_COMMENTS:
        name = "comments"
    return _REASON_OF[name], f"generic:{name}", ground


def _nearest(
    elements: Elements, region: int, trusted: frozenset[str], known: dict[int, tuple[str, str]]
) -> tuple[str, str]:
    """The nearest trusted category at or around a region that is not weak, and the nearest that is, or is hidden.

    known: what was found for regions before; it is filled, so that all questions together take one walk.
    """
    path = []
    while region not in known:
        path.append(region)
        region = elements.outer(region)
    strong, form = known[region]
    tables = class_names.tables()
    for at in reversed(path):
        hint = elements.hints[at]
        name = tables.categories[hint]
        if name in trusted and hint not in tables.weak:
            strong = name
        elif (at in elements.hidden and "unseen" in trusted) or (at in elements.unheard and "hidden" in trusted):
            form = "hidden"
        elif name in trusted or name in _REASONS:
            form = name
        known[at] = strong, form
    return strong, form
