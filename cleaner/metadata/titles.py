"""Titles: what the page prints, what its head and JSON-LD say, and which of them most witnesses agree on."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from cleaner.folding import alnum_key
from cleaner.labels import Ground, Role
from cleaner.metadata.sources import Candidate, from_jsonld, from_metas, from_microdata, from_rules
from cleaner.model import Block, Elements, Page, PageContext
from cleaner.rules import class_names

# How much a source's word counts, by how often it is right where others differ (`python -m training.sources --corpora
# FOLDER` counts it). A heading inside a breadcrumb is written for search engines; what is printed below it is the
# headline.
VOTES = {"printed": 5.0, "json-ld:headline": 3.5, "meta:og:title": 3.0, "title": 2.0, "copy": 1.0}
_OTHER = 0.5
# The page's address repeats the words of its title: a witness as weak as a copy, since it keeps the first wording of a
# title that was changed.
ADDRESS = 1.0
BREADCRUMB = "generic:breadcrumb"
HEADLINE = "generic:headline"
_NAMES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title")
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " < ", " ‹ ", " › ")
# Two titles of which one begins or ends the other are the same if the shorter has more characters than this.
_SHARED = 15
# A part of a host's name shorter than this tells no site: "Is it I? - Me" at middleeasteye.net.
_NAME = 3
# How many words a kicker has at most.
_KICKER = 6
# So few words of an address are no title: a section's name or a number.
_SLUG = 3
# How many parts of a title may name the site, how long one may be, and how many words may stand beside the name in it.
_STRIPPED, _LONGEST, _FURTHER = 8, 100, 2
# How many blocks after a breadcrumb's heading the headline may stand, and how many elements above a heading may make it
# one of a breadcrumb.
_BELOW, _ABOVE = 8, 6


def candidates(page: Page, head: Sequence[Block], context: PageContext, names: Sequence[str]) -> Iterator[Candidate]:
    """Titles: the rule set's, the headings that the page prints, JSON-LD, meta tags, microdata, the title element.

    names: what the site is called (see `strip_site`): it is taken off.
    """
    yield from from_rules(context, "title")
    said = [*_printed(page, head, context, names), *_declared(context, names)]
    shared = next((value for value, source in said if source == "meta:og:title"), "")
    headline = next(
        (rest for value, source in said if _kind(source) == "printed" and (rest := _behind_kickers(value, shared))), ""
    )
    yield from ((headline if headline and value.endswith(headline) else value, source) for value, source in said)


def _printed(page: Page, head: Sequence[Block], context: PageContext, names: Sequence[str]) -> Iterator[Candidate]:
    """The headings that the page prints."""
    printed = [block for block in head if block.role is Role.TITLE and not _names_site(_line(block), context, names)]
    own = next((block for block in printed if block.ground is not Ground.COPY), None)
    if own is not None and (below := _headline_below(page, own)) is not None:
        yield _line(below), HEADLINE
        yield _line(own), BREADCRUMB
        printed.remove(own)
    yield from (
        (_without_name(_line(block), names), block.rule)
        for block in printed
        if block.form is Role.HEADING or block is own or not page.html
    )


def _declared(context: PageContext, names: Sequence[str]) -> Iterator[Candidate]:
    """What JSON-LD, meta tags, microdata and the title element say; what only names the site where nothing else is
    there.
    """
    yield from from_jsonld(context, "headline", "name")
    said = [*from_metas(context, _NAMES), *from_microdata(context, "title")]
    stripped = [(strip_site(value, names), source) for value, source in said]
    telling = [(value, source) for value, source in stripped if alnum_key(value) not in names]
    yield from telling if telling or context.head.title else stripped
    if context.head.title:
        yield _without_lead(strip_site(context.head.title, names), names), "title"


def choose(every: Sequence[Candidate], live: bool = False, url: str | None = None) -> int:
    """The candidate on which the witnesses with the most weight agree; a rule set's own wins outright.

    live: whether the page is a live blog: what it prints above is the latest entry's headline, and the title for links
    is the piece's.
    url: the page's address, a witness, too. Where one of two differs only by a kicker before it ("Premiere: The hotel
    opens"), the page's own title for links (og:title) says whether it belongs.
    """
    kinds = [_kind(source) for _, source in every]
    if kinds[0] == "rules":
        return 0
    keys = [_fold(value) for value, _ in every]
    firsts = [i for i, kind in enumerate(kinds) if kinds.index(kind) == i]
    shared = next((i for i, kind in enumerate(kinds) if kind == "meta:og:title"), -1)

    if live and shared >= 0:
        return shared

    repeated = {i: share_of_address(every[i][0], url) if kinds[i] != "copy" else 0.0 for i in firsts}

    def votes(i: int, same: Callable[[int, int], bool]) -> float:
        return sum(VOTES.get(kinds[j], _OTHER) for j in firsts if same(i, j)) + ADDRESS * repeated[i]

    def agree(i: int, j: int) -> bool:
        return _agree(keys[i], keys[j]) or (shared in (i, j) and _differ_by_kicker(keys[i], keys[j]))

    def equal(i: int, j: int) -> bool:
        return keys[i] == keys[j]

    first = max(firsts, key=lambda i: (votes(i, agree), VOTES.get(kinds[i], _OTHER), -i))
    best = max((i for i in firsts if _agree(keys[i], keys[first])), key=lambda i: (votes(i, equal), -i))
    if shared >= 0 and _differ_by_kicker(keys[best], keys[shared]):
        return shared
    if kinds[best].startswith("meta:"):
        best = next((i for i, (value, _) in enumerate(every) if _is_cut(every[best][0], value)), best)
    if every[best][0].isupper():
        return next((i for i in firsts if equal(i, best) and not every[i][0].isupper()), best)
    return best


def _behind_kickers(line: str, shared: str) -> str:
    """The headline that a printed title and the one for links both end with, each behind a kicker of its own without a
    common word; else empty.
    """
    kicker, _, headline = shared.partition(": ")
    if len(headline) <= _SHARED or not line.endswith(headline):
        return ""
    printed, declared = _fold(line.removesuffix(headline)).split(), _fold(kicker).split()
    return headline if 0 < len(printed) <= _KICKER >= len(declared) and not {*printed} & {*declared} else ""


def _is_cut(short: str, long: str) -> bool:
    """Whether a title is the beginning of another: cut to a length ("The hotel opens its…"), or at a quotation mark
    that a page's template did not escape.
    """
    bare = short.rstrip(" .…")
    return long.startswith((f'{short} "', f'{short}"')) or (
        short.endswith(("…", "...")) and len(bare) > _SHARED and len(long) > len(short) and long.startswith(bare)
    )


def share_of_address(title: str, url: str | None) -> float:
    """How many of the words of a page's address a title has, 0…1; 0 where the address tells no title."""
    words = _words_of_address(url)
    return len(words & _bare_words(_fold(title))) / len(words) if words else 0.0


@lru_cache(maxsize=64)
def _words_of_address(url: str | None) -> frozenset[str]:
    """The words of the part of an address that has the most of them; none where that has fewer than `_SLUG`."""
    try:
        parts = unquote(urlsplit(url or "").path).split("/")
    except ValueError:
        return frozenset()
    words = max((_bare_words(_fold(part)) for part in parts), key=len)
    return words if len(words) >= _SLUG else frozenset()


def _bare_words(folded: str) -> frozenset[str]:
    """The words of a folded text without accents, which addresses drop; numbers and words of one or two letters tell
    nothing.
    """
    plain = (
        folded
        if folded.isascii()
        else "".join(char for char in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(char))
    )
    return frozenset(word for word in plain.split() if len(word) > 2 and not word.isdigit())


def _names_site(line: str, context: PageContext, names: Sequence[str]) -> bool:
    """Whether a heading only names the site: it is a name of it, or what the title element has besides the title for
    links.
    """
    key = _fold(line)
    shared = context.head.metas.get("og:title")
    if not shared or not key or key == (title := _fold(shared[0])) or alnum_key(title) in names:
        return False
    return alnum_key(line) in names or _fold(context.head.title) in (f"{key} {title}", f"{title} {key}")


def _without_name(line: str, names: Sequence[str]) -> str:
    """A printed title without the site's very name after a separator."""
    shorter = _without_part(line, names)
    return shorter if shorter and alnum_key(line[len(shorter) :]) in names else line


def strip_site(title: str, names: Sequence[str]) -> str:
    """A title without the site's name that its page adds to it: the last part after a separator, where it is one of
    `names` or short; or the first.

    names: what the site is called, folded: its own name, its publisher's, its host's. At most `_STRIPPED` parts go.
    """
    for _ in range(_STRIPPED):
        shorter = _without_part(title, names)
        if shorter is None:
            break
        title = shorter
    return title


def _without_lead(title: str, names: Sequence[str]) -> str:
    """The page's `<title>` without the site's very name before a colon, "The" before it or not: "The Hill Post: The
    well runs dry".
    """
    first, _, rest = title.partition(": ")
    return (
        rest.strip()
        if len(rest.split()) > 2 and {alnum_key(first), alnum_key(first).removeprefix("the")} & {*names}
        else title
    )


def _without_part(title: str, names: Sequence[str]) -> str | None:
    """A title without one part that names the site; None where none does."""
    for separator in _SEPARATORS:
        head, middle, tail = title.rpartition(separator)
        if (
            middle
            and head
            and _may_go(tail, names)
            and (_is_name(tail, names) or (separator == " | " and len(tail.split()) <= 4 <= len(head.split())))
        ):
            return head.strip()
        first, middle, rest = title.partition(separator)
        if middle and len(rest.split()) > 1 and alnum_key(first) in names:
            return rest.strip()
    return None


def _may_go(tail: str, names: Sequence[str]) -> bool:
    """Whether a last part may be no more than a name: what asks, calls out or counts belongs to the headline."""
    return len(tail) <= _LONGEST and (
        alnum_key(tail) in names or not (tail.rstrip().endswith(("?", "!")) or tail.strip().isdigit())
    )


def _is_name(part: str, names: Sequence[str]) -> bool:
    """Whether a part is a name of the site, a piece of one, or begins or ends with one beside at most `_FURTHER`
    capitalized words ("Eye News Online").
    """
    squeezed = alnum_key(part)
    if len(squeezed) >= _NAME and any(squeezed in name for name in names):
        return True
    words = part.split()
    for cut in range(1, min(_FURTHER, len(words) - 1) + 1):
        for kept, further in ((words[:-cut], words[-cut:]), (words[cut:], words[:cut])):
            if (
                len(name := alnum_key("".join(kept))) > _NAME
                and name in names
                and not any(word[0].islower() for word in further)
            ):
                return True
    return False


def _kind(source: str) -> str:
    if source == BREADCRUMB or source.endswith("copy"):
        return "copy"
    if source.startswith(("generic:", "learnt:")):
        return "printed"
    if source.startswith(("json-ld:", "meta:", "property:")) or source == "title":
        return source
    return "rules"


def _line(block: Block) -> str:
    return block.text.replace("\n", " ")


@lru_cache(maxsize=1024)
def _fold(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in text.casefold()).split())


def _agree(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) > _SHARED and (one.startswith(two) or two.startswith(one)))


def _differ_by_kicker(one: str, two: str) -> bool:
    return one != two and min(len(one), len(two)) > _SHARED and (one.endswith(two) or two.endswith(one))


def _headline_below(page: Page, title: Block) -> Block | None:
    """The heading that is printed below one that ends a breadcrumb; None where the title stands in none, or nothing
    follows it.
    """
    elements = page.elements
    if title.form is not Role.HEADING or not _in_breadcrumb(elements, title.element):
        return None
    at = next(i for i, block in enumerate(page.blocks) if block is title)
    following = page.blocks[at + 1 : at + 1 + _BELOW]
    return next(
        (
            b
            for b in following
            if b.form is Role.HEADING
            and b.level <= 2
            and len(b.text) > _SHARED
            and not _in_breadcrumb(elements, b.element)
        ),
        None,
    )


def _in_breadcrumb(elements: Elements, at: int) -> bool:
    for _ in range(_ABOVE):
        if at < 0:
            return False
        if (
            elements.tags[at] in ("nav", "li")
            or class_names.name_of(elements.hints[at]) == "navigation"
            or "breadcrumb" in (elements.classes[at] or "").lower()
        ):
            return True
        at = elements.parents[at]
    return False
