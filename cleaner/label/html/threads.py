"""Threads of readers' comments that no name tells, below a story; and lines that speak of the comments."""

from __future__ import annotations

from collections import Counter

from cleaner.comments import Thread, controls_of, find_thread
from cleaner.label.labelling import Labelling
from cleaner.labels import BODY, MAY_OVERRULE, Ground, Layer, Reason, Role
from cleaner.lines.comment_lines import is_of_content, speaks_of_comments
from cleaner.lines.shapes import is_prose
from cleaner.model import Block, Elements, Page
from cleaner.rules import class_names

# Characters of prose above a thread, at least: with less the page is a forum's, and its posts are its content. By hand:
# two short paragraphs.
LEAST_STORY = 250
# Characters of prose above a thread from which on the title speaks of the story, and not of the thread. By hand.
_LONG_STORY = 1000
# Share of the page's prose up to which names tell a thread: a trusted name may take 0.9 (`hint_trust.MAX_SHARE_OF`),
# counted otherwise. By hand.
MOST_NAMED = 0.8
# Blocks above a thread among which its heading stands. By hand.
_HEADING_WITHIN = 3
# A named thread: controls, at least; the share of them that stand in it; steps up from one. By hand: a button beside an
# article reports an error, and threads are nested.
_MANY_CONTROLS, _NEARLY_ALL, _FAR = 5, 0.9, 40
_COMMENTS, _HEADING, _TITLE = Reason.COMMENTS, Role.HEADING, Role.TITLE
# What a line that speaks of comments was left out for, and by whom.
_LOOSE = frozenset((Reason.OTHER, Reason.LEGAL, Reason.NAVIGATION, Reason.HIDDEN, Reason.MASTHEAD))
# Lines of the article's header may count its comments beside its author and date.
_HEADER_RULES = frozenset(("generic:byline", "generic:published"))
_SIGNATURES = frozenset((Role.PUBLISHED, Role.MODIFIED, Role.BYLINE))
_OPEN_LAYERS = MAY_OVERRULE[Layer.LEARNT] | {Layer.LEARNT}


def label_threads(labelling: Labelling) -> None:
    """Label a thread of comments below a story as comments: by its shape, or by names where these say so of a list
    with nearly all controls that answer comments.

    Nothing is labelled on a forum's page, where no story stands above the thread, or where its heading says that what
    follows is the piece itself (letters, a guest book, reviews). Changes blocks of the thread where `MAY_OVERRULE`
    allows.
    """
    page = labelling.page
    if labelling.context.is_forum:
        return
    controls = controls_of(page)
    thread = find_thread(page, controls, labelling.context.language)
    if thread is not None:
        told = _is_below_a_story(page, thread) and not _is_content(page, thread) and not _is_named(page, thread)
        blocks = page.blocks[thread.start : thread.end] if told else []
    else:
        blocks = _named_thread(page, controls)
    for block in blocks:
        if block.layer in MAY_OVERRULE[Layer.GENERIC] and block.role is not _TITLE:
            block.drop(_COMMENTS, "generic:thread", Layer.GENERIC, ground=Ground.COMMENTS)


def _named_thread(page: Page, controls: list[int]) -> list[Block]:
    """The blocks of the list whose items are named after comments and hold nearly all controls that answer them, below
    a story: such a name is believed, however much of the page's prose stands there. Nothing where there is none.
    """
    if len(controls) < _MANY_CONTROLS:
        return []
    elements = page.elements
    lists: Counter[int] = Counter()
    for i in controls:
        around = elements.ancestors(page.blocks[i].element, _FAR)
        named = min((at for at in around if class_names.name_comments(elements.classes[at])), default=-1)
        lists[elements.parents[named] if named >= 0 else -1] += 1
    part, count = lists.most_common(1)[0]
    if part < 0 or count < _NEARLY_ALL * len(controls):
        return []
    end = elements.end(part)
    inside = [block for block in page.blocks if part <= block.element < end]
    story = sum(len(block.text) for block in page.blocks if block.element < part and is_prose(block.text))
    return inside if story >= LEAST_STORY else []


def name_comment_lines(labelling: Labelling) -> None:
    """Label lines that were left out for another reason as comments if they lead to these, close them, or stand among
    them; so are dates and bylines that stand there. Changes no block of the text, and none that a rule set or a phrase
    labelled.
    """
    page = labelling.page
    known = dict.fromkeys(_regions_of_kept(page), False)
    for block in page.blocks:
        is_signature = block.role in _SIGNATURES
        if not (block.reason in _LOOSE or is_signature) or block.layer not in _OPEN_LAYERS or not block.text:
            continue
        if _is_among_comments(page.elements, page.elements.regions[block.element], known) or (
            not is_signature and block.rule not in _HEADER_RULES and speaks_of_comments(block.text)
        ):
            block.drop(_COMMENTS, "generic:comments", block.layer, block.score, block.ground)


def _is_below_a_story(page: Page, thread: Thread) -> bool:
    """Whether a story stands above a thread: the title, and prose."""
    return thread.prose_above >= LEAST_STORY and page.title_index < thread.start


def _is_named(page: Page, thread: Thread) -> bool:
    """Whether the elements of a thread name it, and it holds no more prose than a trusted name may."""
    whole = sum(len(block.text) for block in page.blocks if is_prose(block.text))
    regions = {page.elements.regions[block.element] for block in page.blocks[thread.start : thread.end]}
    known: dict[int, bool] = {}
    return thread.prose <= MOST_NAMED * whole and all(
        _is_among_comments(page.elements, region, known) for region in regions
    )


def _is_content(page: Page, thread: Thread) -> bool:
    """Whether the heading right above a thread says that what follows is the piece itself; or the title, where no
    long story stands between: a "Review" of a book is one, and readers answer it.
    """
    above = page.blocks[max(0, thread.start - _HEADING_WITHIN) : thread.start + 1]
    headings = [block.text for block in above if block.form is _HEADING and block.role is not _TITLE]
    if page.title is not None and thread.prose_above < _LONG_STORY:
        headings.append(page.title.text)
    return any(map(is_of_content, headings))


def _regions_of_kept(page: Page) -> set[int]:
    """The regions at and around blocks of the text: none of them is a part for comments, whatever its name."""
    kept: set[int] = set()
    for block in page.blocks:
        region = page.elements.regions[block.element] if block.role in BODY else -1
        while region >= 0 and region not in kept:
            kept.add(region)
            region = page.elements.outer(region)
    return kept


def _is_among_comments(elements: Elements, region: int, known: dict[int, bool]) -> bool:
    """Whether one of the classes at or around a region names comments. `known`: what is known of regions, and what is
    found of those on the way.
    """
    path = []
    while region >= 0 and region not in known:
        path.append(region)
        if class_names.name_comments(elements.classes[region]):
            known[region] = True
            break
        region = elements.outer(region)
    found = known.get(region, False)
    for at in path:
        known[at] = found
    return found
