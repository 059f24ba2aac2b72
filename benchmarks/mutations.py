"""Changes of a page that leave its article as it is: the element that holds the article is wrapped, renamed or split,
or something else is put beside, before or into it. All words that are put in are invented.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.metrics import squash

# Share of the gold body's words that the element holds, at least; with less no change of it is a fair one.
_LEAST = 0.6
# Paragraphs of the article that stand in the element itself, at least.
_PARAGRAPHS = 3
_START = re.compile(r"<[a-z0-9-]+(?:\s+[^\s=>]+(?:=\"[^\"]*\")?)*\s*>")
_CLASS = re.compile(r'\sclass="[^"]*"')

_PLACES = ("Brackwater", "Selmouth", "Ottery Quay", "Fennick", "Harrow Sands", "Marlby", "Kestle", "Dunmoor")
_NAMES = (
    "Ingrid Vane",
    "Tomas Reeve",
    "Lottie Marsh",
    "Arne Quill",
    "Beth Oxley",
    "Ravi Stone",
    "Cleo Hart",
    "Jon Pell",
)
_NEWS = (
    "The harbour office at {place} said on Tuesday that its new crane will lift a first boat this month.",
    "People in {place} have waited eleven years for the ferry, and the first tickets were gone within twenty minutes.",
    "A spokeswoman for the lighthouse trust at {place} said that the lamp will be lit again this year.",
    "The council of {place} voted by nine to four to close the market street to cars on Saturdays until the autumn.",
    "Nobody was hurt when the old net loft at {place} fell into the dock, but two vans and a kiosk were crushed.",
)
_SAID = (
    "I was there on the day and it was nothing like this, half of the stalls were shut before noon.",
    "Great piece. My grandmother worked at the mill and always said that the wheel would turn again.",
    "Why does nobody ask who pays for it? The rates went up twice last year and the road is still full of holes.",
    "Well said! Somebody should send this to the people who run the buses.",
    "They promised the same five years ago, and we all know how that ended.",
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A page as lexbor writes it, and the element in it that holds the article: its markup and that of its children."""

    page: str
    element: str
    children: tuple[str, ...]

    @property
    def start(self) -> str:
        """The element's start tag; empty where it can't be told."""
        match = _START.match(self.element)
        return match[0] if match is not None else ""

    @property
    def end(self) -> str:
        """The element's end tag."""
        return self.element[self.element.rindex("</") :]

    def with_element(self, markup: str) -> str:
        """The page with other markup in place of the element."""
        return self.page.replace(self.element, markup, 1)

    def with_inside(self, at: float, markup: str) -> str:
        """The page with something between two children of the element. at: where (0…1)."""
        k = max(1, round(at * len(self.children)))
        return self.with_element(
            self.start + "".join(self.children[:k]) + markup + "".join(self.children[k:]) + self.end
        )


def holder_of(page: str, gold: str) -> Holder | None:
    """The element whose own paragraphs hold most of the gold body; None where none holds enough, or holds it alone."""
    parser = LexborHTMLParser(page)
    words, found = Counter[int](), dict[int, LexborNode]()
    paragraphs = Counter[int]()
    whole = f" {squash(gold)} "
    for node in parser.css("p"):
        text, parent = squash(node.text(deep=True, separator=" ")), node.parent
        if parent is not None and text and f" {text} " in whole:
            found[parent.mem_id] = parent
            words[parent.mem_id] += len(text)
            paragraphs[parent.mem_id] += 1
    if not words or parser.html is None:
        return None
    at, count = words.most_common(1)[0]
    markup = found[at].html
    if (
        count < _LEAST * len(whole)
        or paragraphs[at] < _PARAGRAPHS
        or markup is None
        or found[at].tag in ("body", "html")
    ):
        return None
    children = tuple(child.html or "" for child in found[at].iter(include_text=True))
    holder = Holder(parser.html, markup, children)
    whole_markup = holder.start + "".join(children) + holder.end
    is_alone = parser.html.count(markup) == 1 and holder.start and whole_markup == markup
    return holder if is_alone else None


def _pieces(n: int) -> str:
    return "".join(f"<p>{line.format(place=_PLACES[n % len(_PLACES)])}</p>" for line in _NEWS)


def _article(n: int) -> str:
    place = _PLACES[n % len(_PLACES)]
    return f'<article><h2><a href="/news/{n}">Crane of {place} lifts its first boat</a></h2>{_pieces(n)}</article>'


def _wrapped(tag: str) -> Callable[[Holder], str]:
    return lambda holder: holder.with_element(f"<{tag}>{holder.element}</{tag}>")


def _renamed(name: str) -> Callable[[Holder], str]:
    def rename(holder: Holder) -> str:
        start = _CLASS.sub("", holder.start)[:-1] + f' class="{name}">'
        return holder.with_element(start + holder.element[len(holder.start) :])

    return rename


def _split(holder: Holder) -> str:
    k = len(holder.children) // 2
    first, second = "".join(holder.children[:k]), "".join(holder.children[k:])
    return holder.with_element(f"{holder.start}{first}{holder.end}{holder.start}{second}{holder.end}")


def _split_by_advertisement(holder: Holder) -> str:
    k = len(holder.children) // 2
    first, second = "".join(holder.children[:k]), "".join(holder.children[k:])
    return holder.with_element(f"{holder.start}{first}{holder.end}{_ADVERTISEMENT}{holder.start}{second}{holder.end}")


_ADVERTISEMENT = (
    '<div class="mid-box"><p>Advertisement</p><p><a href="https://shop.example/boots">Boots for every tide, now with a '
    "third off at Pell and Daughters</a></p></div>"
)
_NEWSLETTER = (
    '<div class="box"><h3>Never miss a tide</h3><p>Sign up to our free newsletter and get the best stories of the week '
    'in your inbox.</p><form action="/subscribe"><input type="email"><button>Sign up</button></form></div>'
)


def _another_article(holder: Holder) -> str:
    return holder.with_element(holder.element + _article(3))


def _cards(holder: Holder) -> str:
    items = "".join(
        f'<li><a href="/news/{n}"><h3>Market street of {place} closed to cars</h3></a>'
        f"<p>{_NEWS[n % 5].format(place=place)}</p></li>"
        for n, place in enumerate(_PLACES)
    )
    return holder.with_element(f'{holder.element}<div class="g7"><h2>More from the coast</h2><ul>{items}</ul></div>')


def _cards_without_heading(holder: Holder) -> str:
    items = "".join(
        f'<div class="c1"><a href="/news/{n}"><img src="/{n}.jpg"></a>'
        f'<h4><a href="/news/{n}">Net loft of {place} falls into the dock</a></h4>'
        f"<p>{_NEWS[(n + 1) % 5].format(place=place)}</p></div>"
        for n, place in enumerate(_PLACES)
    )
    return holder.with_element(f'{holder.element}<div class="g8">{items}</div>')


def _thread(holder: Holder) -> str:
    posts = "".join(
        f'<li><div class="u">{name}</div><span>{n + 2} hours ago</span><p>{_SAID[n % 5]}</p><a href="#">Reply</a> '
        '<a href="#">Report</a></li>'
        for n, name in enumerate(_NAMES)
    )
    return holder.with_element(f'{holder.element}<div class="x9"><ol>{posts}</ol></div>')


def _hidden_copy(holder: Holder) -> str:
    return holder.with_element(f'<div style="display:none">{holder.element}</div>{holder.element}')


def _second_printing(holder: Holder) -> str:
    return holder.with_element(f"{holder.element}<div>{holder.element}</div>")


def _gone_to_line_breaks(holder: Holder) -> str:
    """Each paragraph becomes text between two line breaks."""
    children = (re.sub(r"^<p(?:\s[^>]*)?>(.*)</p>$", r"\1<br><br>", child, flags=re.S) for child in holder.children)
    return holder.with_element(holder.start + "".join(children) + holder.end)


def _paragraphs_become(tag: str) -> Callable[[Holder], str]:
    def change(holder: Holder) -> str:
        children = (
            re.sub(r"^<p((?:\s[^>]*)?)>(.*)</p>$", rf"<{tag}\1>\2</{tag}>", child, flags=re.S)
            for child in holder.children
        )
        return holder.with_element(holder.start + "".join(children) + holder.end)

    return change


# Each kind of change. Nobody may read the article otherwise for any of them.
MUTATIONS: Mapping[str, Callable[[Holder], str]] = {
    "as it is": lambda holder: holder.page,
    "in a form": _wrapped("form"),
    "in an aside": _wrapped("aside"),
    "in a footer": _wrapped("footer"),
    "in a table": lambda holder: holder.with_element(f"<table><tr><td>{holder.element}</td></tr></table>"),
    "class postList": _renamed("postList"),
    "class time-line": _renamed("time-line"),
    "class meta-analysis": _renamed("meta-analysis"),
    "class topics": _renamed("topics"),
    "class teaser-content": _renamed("teaser-content"),
    "split": _split,
    "split by an advertisement": _split_by_advertisement,
    "paragraphs as div": _paragraphs_become("div"),
    "paragraphs as section": _paragraphs_become("section"),
    "line breaks": _gone_to_line_breaks,
    "advertisement at a third": lambda holder: holder.with_inside(1 / 3, _ADVERTISEMENT),
    "newsletter at a half": lambda holder: holder.with_inside(1 / 2, _NEWSLETTER),
    "another article below": _another_article,
    "cards below": _cards,
    "cards without a heading": _cards_without_heading,
    "thread below": _thread,
    "hidden copy above": _hidden_copy,
    "second printing": _second_printing,
}
