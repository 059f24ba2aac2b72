"""Titles: those that the page prints and those that its head and JSON-LD state; the choice by vote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cleaner.folding import alnum_key
from cleaner.labels import Ground, Role
from cleaner.metadata.breadcrumb import headline_below
from cleaner.metadata.candidate import Origin, Text, origin_of
from cleaner.metadata.site_in_title import strip_site, without_exact_name, without_prefix
from cleaner.metadata.sources import from_jsonld, from_metas, from_microdata, from_rules
from cleaner.model import Block, Page, PageContext
from cleaner.model.fields import FIELDS
from cleaner.remembered import remembered
from cleaner.slug import share_of_address

# One source of titles: its origin, and the JSON-LD key or the meta tag; all printed headings are one source.
_Witness = tuple[Origin, str]
_RULES = (Origin.RULES, "")
_COPY = (Origin.COPY, "")
_OG_TITLE = (Origin.META, "og:title")
# Votes of each source, by how often it is right where others differ (`python -m training.sources --corpora FOLDER`
# counts it).
VOTES: dict[_Witness, float] = {
    (Origin.PRINTED, ""): 5.0,
    (Origin.JSON_LD, "headline"): 3.5,
    _OG_TITLE: 3.0,
    (Origin.HEAD, "title"): 2.0,
    _COPY: 1.0,
}
_OTHER_VOTES = 0.5
# Votes of the page's address, which repeats the words of its title: no more than a copy's, since it keeps the first
# wording of a title that was changed.
ADDRESS_VOTES = 1.0
BREADCRUMB = "generic:breadcrumb"
HEADLINE = "generic:headline"
# Two titles of which one begins or ends the other are the same if the shorter has more characters than this. By hand,
# as the next ones.
_SHARED = 15
# Words of the longest kicker.
_KICKER = 6


def candidates(page: Page, blocks: Sequence[Block], context: PageContext, names: Sequence[str]) -> Iterator[Text]:
    """Titles: the rule set's, the headings that the page prints, JSON-LD, meta tags, microdata, the title element.

    blocks: those that are labelled as metadata. names: the site's names (see `site_name.site_keys`), which are taken
    off.
    """
    yield from from_rules(context, "title")
    titles = [*_printed(page, blocks, context, names), *_declared(context, names)]
    og_title = next((title.value for title in titles if _witness(title) == _OG_TITLE), "")
    headline = ""
    for title in titles:
        if not headline and title.origin is Origin.PRINTED:
            headline = _behind_kickers(title.value, og_title)
    for title in titles:
        yield title._replace(value=headline) if headline and title.value.endswith(headline) else title


def _printed(page: Page, blocks: Sequence[Block], context: PageContext, names: Sequence[str]) -> Iterator[Text]:
    """The headings that the page prints."""
    printed = [block for block in blocks if block.role is Role.TITLE and not _names_site(_line(block), context, names)]
    own = next((block for block in printed if block.ground is not Ground.COPY), None)
    if own is not None and (below := headline_below(page, own)) is not None:
        yield Text(_line(below), HEADLINE, Origin.PRINTED)
        yield Text(_line(own), BREADCRUMB, Origin.COPY)
        printed.remove(own)
    for block in printed:
        if block.form is Role.HEADING or block is own or not page.html:
            yield Text(without_exact_name(_line(block), names), block.rule, origin_of(block))


def _declared(context: PageContext, names: Sequence[str]) -> Iterator[Text]:
    """Titles of JSON-LD, meta tags, microdata and the title element; the site's name alone only where none is left."""
    field = FIELDS["title"]
    yield from from_jsonld(context, *field.json_ld)
    said = [*from_metas(context, field.metas), *from_microdata(context, "title")]
    stripped = [title._replace(value=strip_site(title.value, names)) for title in said]
    titles = [title for title in stripped if alnum_key(title.value) not in names]
    yield from titles if titles or context.head.title else stripped
    if context.head.title:
        bare = without_prefix(strip_site(context.head.title, names), names)
        yield Text(bare, "title", Origin.HEAD, "title")


def choose(candidates: Sequence[Text], live: bool = False, url: str | None = None) -> int:
    """The place of the candidate on which the sources with the most votes agree; a rule set's own wins outright.

    live: whether the page is a live blog: what it prints above is the latest entry's headline, and og:title is the
    title of the whole.
    url: the page's address, which votes, too. Where one of two titles only has a kicker before it ("Premiere: The hotel
    opens"), og:title decides whether the kicker belongs.
    """
    witnesses = [_witness(title) for title in candidates]
    if witnesses[0] == _RULES:
        return 0
    values = [title.value for title in candidates]
    keys = [_fold(value) for value in values]
    firsts = [i for i, witness in enumerate(witnesses) if witnesses.index(witness) == i]
    og_title = next((i for i, witness in enumerate(witnesses) if witness == _OG_TITLE), -1)

    if live and og_title >= 0:
        return og_title

    in_address = {i: share_of_address(values[i], url) if witnesses[i] != _COPY else 0.0 for i in firsts}

    def votes(i: int, same: Callable[[int, int], bool]) -> float:
        return sum(VOTES.get(witnesses[j], _OTHER_VOTES) for j in firsts if same(i, j)) + ADDRESS_VOTES * in_address[i]

    def agree(i: int, j: int) -> bool:
        return _agree(keys[i], keys[j]) or (og_title in (i, j) and _differ_by_kicker(keys[i], keys[j]))

    def equal(i: int, j: int) -> bool:
        return keys[i] == keys[j]

    first = max(firsts, key=lambda i: (votes(i, agree), VOTES.get(witnesses[i], _OTHER_VOTES), -i))
    best = max((i for i in firsts if _agree(keys[i], keys[first])), key=lambda i: (votes(i, equal), -i))
    if og_title >= 0 and _differ_by_kicker(keys[best], keys[og_title]):
        return og_title
    if witnesses[best][0] is Origin.META:
        best = next((i for i, value in enumerate(values) if _is_cut(values[best], value)), best)
    if values[best].isupper():
        return next((i for i in firsts if equal(i, best) and not values[i].isupper()), best)
    return best


def _witness(title: Text) -> _Witness:
    """The source of a title, as far as votes are counted by it."""
    if title.origin in (Origin.PRINTED, Origin.COPY, Origin.RULES):
        return title.origin, ""
    return title.origin, title.key


def _behind_kickers(line: str, og_title: str) -> str:
    """The headline that a printed title and og:title both end with, each behind a kicker of its own; else empty.

    The kickers have no word in common.

    >>> _behind_kickers("Film Premiere The hotel opens its doors", "Review: The hotel opens its doors")
    'The hotel opens its doors'
    """
    kicker, _, headline = og_title.partition(": ")
    if len(headline) <= _SHARED or not line.endswith(headline):
        return ""
    printed, declared = _fold(line.removesuffix(headline)).split(), _fold(kicker).split()
    return headline if 0 < len(printed) <= _KICKER >= len(declared) and not {*printed} & {*declared} else ""


def _is_cut(short: str, long: str) -> bool:
    """Whether a title is the beginning of another: cut to a length, or at a quotation mark that a template did not
    escape.

    >>> _is_cut("The hotel opens its…", "The hotel opens its doors")
    True
    """
    bare = short.rstrip(" .…")
    return long.startswith((f'{short} "', f'{short}"')) or (
        short.endswith(("…", "...")) and len(bare) > _SHARED and len(long) > len(short) and long.startswith(bare)
    )


def _names_site(line: str, context: PageContext, names: Sequence[str]) -> bool:
    """Whether a heading only names the site: it is one of its names, or what the title element has besides og:title."""
    key = _fold(line)
    og_titles = context.head.metas.get("og:title")
    if not og_titles or not key or key == (title := _fold(og_titles[0])) or alnum_key(title) in names:
        return False
    return alnum_key(line) in names or _fold(context.head.title) in (f"{key} {title}", f"{title} {key}")


def _line(block: Block) -> str:
    """A block's text on one line."""
    return block.text.replace("\n", " ")


def _words(text: str) -> str:
    """The words of a text in lower case, without punctuation."""
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


_fold = remembered(_words, 1024)


def _agree(one: str, two: str) -> bool:
    """Whether two folded titles are the same, or one begins with the other."""
    return one == two or (min(len(one), len(two)) > _SHARED and (one.startswith(two) or two.startswith(one)))


def _differ_by_kicker(one: str, two: str) -> bool:
    """Whether one of two folded titles ends with the other."""
    return one != two and min(len(one), len(two)) > _SHARED and (one.endswith(two) or two.endswith(one))
