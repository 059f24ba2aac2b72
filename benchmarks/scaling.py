"""How the cost of a page grows with its length: `python -m benchmarks.scaling`. Pages are generated, so no corpus is
needed; a text of one's own may be named.

A page ten times as long may cost ten times the time and memory, not a hundred: every form is measured at growing sizes,
each in a process of its own, and printed with the factor over the size before. Nothing here is asserted: times depend
on the machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from itertools import count, takewhile
from pathlib import Path

import cleaner
from benchmarks.speed import peak

_SENTENCE = (
    "The ferry to Gull Island sailed again on Monday, nine years after the line was closed, the harbour "
    "office said in report {n}. "
)
_HEAD = (
    '<!DOCTYPE html><html lang="en"><head><title>The ferry returns</title></head><body><article><h1>The ferry '
    "returns</h1>"
)
# No page in a run is like another, so that nothing is remembered from the one before.
_RUNS, _APART = 3, 1_000_000
_ROOT = Path(__file__).resolve().parent.parent
Form = Callable[[int, int], str]


def _page(piece: str, before: str = "", after: str = "") -> Form:
    """A form of page: its head, an opening paragraph, and a piece as often as the size asks (`{n}` is its number)."""
    repeated = _text(piece)
    return lambda size, first: (
        f"{_HEAD}<p>{_SENTENCE * 3}</p>{before}{repeated(size, first)}{after}</article></body></html>"
    )


def _text(piece: str) -> Form:
    return lambda size, first: "".join(piece.replace("{n}", str(n)) for n in range(first, first + size // len(piece)))


# What a whole page leaves as text: its menus, the article with its furniture, more links and the imprint.
_DUMP = (
    "Home\nNews\nSport\nWeather\nSubscribe\n\nThe ferry returns, report {n}\n\nBy Anna Gull\nMonday 3 May "
    "2021\nShare\nTweet\n"
    + f"{_SENTENCE}{_SENTENCE}\n\n"
    * 6
    + "Photo: the ferry at pier {n} (AFP)\n\nRead more: the other ferry\n\nMost read\n1\nStory {n} of the "
    "day\n2\nAnother story, {n} times told\n\n" + "Sign up for our newsletter\nPrivacy policy\n© The Example\n\n"
)
_WRAPPED = textwrap.fill(_SENTENCE * 7, 72) + "\n\n"


FORMS: dict[str, Form] = {
    "paragraphs": _page(f"<p>{_SENTENCE}{_SENTENCE}</p>\n"),
    "linked paragraphs": _page(
        '<p>The ferry to <a href="/island/{n}">Gull Island</a> sailed again on <b>Monday</b>, the <i>harbour</i> '
        "office said.</p>\n"
    ),
    "links": _page('<a href="/story/{n}">Story {n} of the day</a>\n'),
    "list items": _page('<ul><li class="item">Item {n} of the list</li><li><a href="/{n}">Another {n}</a></li></ul>\n'),
    "one list": _page("<li>Item {n} of the list, with a few words</li>", "<ul>", "</ul>"),
    "tables": _page("<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Selwin {n}</td><td>{n}</td></tr></table>\n"),
    "images": _page(
        f'<figure><img src="/{{n}}.jpg" alt="The ferry at pier {{n}} in '
        f'spring"><figcaption>{_SENTENCE}</figcaption></figure>\n'
    ),
    "like captions": _page(
        '<figure><img src="/{n}.jpg" alt=""><figcaption>The ferry to Gull Island at the pier on Monday, view {n} '
        "(AFP)</figcaption></figure>\n"
    ),
    "headings": _page("<h2>Section {n}</h2><p>The ferry sailed again on Monday, the harbour office said.</p>\n"),
    "line breaks": _page("The ferry sailed again on Monday, and {n} boats with it.<br>\n"),
    "one text": _page(_SENTENCE, "<p>", "</p>"),
    "curly quotes": _page("<p>“The ferry’s back,” said Zoë — and Jürgen’s boat {n} – «à l’heure» – with it…</p>\n"),
    "classes": _page(
        '<div class="block-{n} c{n}" id="b{n}"><p class="p{n}">The ferry sailed again on Monday, the harbour office '
        "said.</p></div>\n"
    ),
    "comments": _page(
        '<div class="comment"><p>Reader {n}: I have waited for this ferry for nine years, and so has my '
        "dog.</p></div>\n"
    ),
    "text: dump": _text(_DUMP),
    "text: hard-wrapped": _text(_WRAPPED),
    "text: paragraphs": _text(f"{_SENTENCE}{_SENTENCE}\n\n"),
    "text: short lines": _text("Line {n} of a very long poem\n"),
    "text: one line": _text(_SENTENCE),
    "text: the same line": _text("Photo: the ferry at the pier in spring (AFP/file photo)\n"),
}


def _file(path: str) -> Form:
    """The text of a file, as often as the size asks for, from another place on in each run."""
    text = Path(path).read_text("utf8", "replace")

    def form(size: int, first: int) -> str:
        start = first % (len(text) or 1)
        return ((text[start:] + text[:start]) * (size // (len(text) or 1) + 1))[:size]

    return form


def measure(form: str, size: int) -> dict[str, float]:
    """Clean one page of a form in this process: CPU seconds (the best of three short runs) and MB over what the process
    held before.

    A `form` that is none of FORMS is the path of a text file.
    """
    limits = cleaner.Limits(size=1 << 40, blocks=1 << 40)
    make = FORMS.get(form) or _file(form)
    shared = cleaner.Cleaner(
        cleaner.Options(limits=limits, input="html" if form in FORMS and not form.startswith("text") else "text")
    )
    shared.clean(make(20_000, 0))
    pages = [make(size, (run + 1) * _APART).encode() for run in range(_RUNS if size < 5_000_000 else 1)]
    before = peak()
    seconds: list[float] = []
    for page in pages:
        start = time.process_time()
        shared.clean(page)
        seconds.append(time.process_time() - start)
    return {"seconds": min(seconds), "megabytes": peak() - before}


def apart(form: str, size: int) -> dict[str, float]:
    """`measure` in a process of its own. Raises `subprocess.CalledProcessError` where that fails."""
    command = [sys.executable, "-m", "benchmarks.scaling", "--one", form, str(size)]
    return dict(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=_ROOT).stdout))


def _existing(name: str) -> str:
    if not Path(name).is_file() or not Path(name).stat().st_size:
        raise argparse.ArgumentTypeError(f"{name}: no such file, or nothing in it")
    return str(Path(name).resolve())


def main(arguments: Sequence[str] | None = None) -> None:
    """Print time and memory by form and size, with the factor over a tenth of the size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__)
    parser.add_argument("--to", type=float, default=10, metavar="MB", help="the largest size (10)")
    parser.add_argument("--form", action="append", choices=FORMS, help="only this form; may be repeated")
    parser.add_argument(
        "--text",
        action="append",
        type=_existing,
        metavar="FILE",
        help="a text to repeat instead of a form; may be repeated",
    )
    parser.add_argument("--one", nargs=2, metavar=("FORM", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measure(options.one[0], int(options.one[1]))))
        return
    sizes = [*takewhile(lambda size: size < options.to * 1e6, (10**n for n in count(5))), int(options.to * 1e6)]
    print(f"{'form':20} {'MB':>6} {'seconds':>8} {'factor':>7} {'memory MB':>10} {'factor':>7}   (size times)")
    for form in [*(options.form or ()), *(options.text or ())] or FORMS:
        last: dict[str, float] = {}
        for size, smaller in zip(sizes, [0, *sizes], strict=False):
            now = apart(form, size)
            factors = [
                f"{now[key] / last[key]:7.1f}" if last and last[key] else " " * 7 for key in ("seconds", "megabytes")
            ]
            times = f"   ({size / smaller:.0f})" if smaller else ""
            print(
                f"{form:20} {size / 1e6:6.1f} {now['seconds']:8.3f} {factors[0]} {now['megabytes']:10.1f} "
                f"{factors[1]}{times}",
                flush=True,
            )
            last = now


if __name__ == "__main__":
    main()
