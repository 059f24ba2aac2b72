"""Does a rule set notice that a page has another design? Where a corpus has pages of an old and of a new design of one
host, a set whose body was chosen on a page of the one is run over the page of the other.

python -m benchmarks.designs --corpora FOLDER

The set has one layout with one selector: of those of the page's classes and ids that hit one element, that whose text
has the best word F1 with the gold. Of the pairs, each way round, it is told how many sets

- `drift`: say that they do not fit, so that the generic rules serve;
- `fit rightly`: still find the article: word F1 at least the generic rules', less `EQUAL`;
- `fit wrongly`: say that they fit, and do not find it. Those of the open half are named.

A page is of an old design where its id says so (`…-old-…`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
from selectolax.lexbor import LexborHTMLParser

from benchmarks.corpora import CorpusError, Page, read_corpora
from benchmarks.metrics import best_overlap, overlap, tokens
from benchmarks.peers import Output, quiet
from cleaner import Cleaner, Options
from cleaner.errors import RuleError
from cleaner.rules.reader import parse
from cleaner.rules.registry import Registry, shipped
from cleaner.rules.schema import RuleSet
from cleaner.urls import host_of
from training.folds import half_of, site_of

# A set's text is as good as the generic rules' where its word F1 is lower by no more. By hand: a few words.
EQUAL = 0.005
DRIFT, RIGHTLY, WRONGLY, NO_SET = "drift", "fit rightly", "fit wrongly", "no set"
_OLD = "-old-"
# Classes of one element that are tried. By hand.
_MOST_CLASSES = 4


class _WithRegistry(Cleaner):
    def __init__(self, registry: Registry, options: Options) -> None:
        super().__init__(options)
        self._registry = registry


def pairs_of(pages: list[Page]) -> Iterator[tuple[Page, Page]]:
    """Each page of an old design with each page of a newer one of its host, both ways round: the page that the set is
    made of first. Pages without a gold body are left out.
    """
    told = [page for page in pages if page.body and host_of(page.url)]
    for old in (page for page in told if _OLD in page.id):
        for new in (page for page in told if _OLD not in page.id and host_of(page.url) == host_of(old.url)):
            yield old, new
            yield new, old


def set_of(page: Page) -> RuleSet | None:
    """A rule set whose body is that element of the page that fits the gold best; None where none has a name."""
    parser = LexborHTMLParser(page.load().text)
    wanted = tokens(page.body)
    best, chosen = 0.0, None
    for selector, text in _named(parser):
        score = overlap(tokens(text), wanted).f1
        if score > best:
            best, chosen = score, selector
    if chosen is None:
        return None
    host = (host_of(page.url) or "").removeprefix("www.")
    try:
        return parse(f'name = "x"\nhosts = ["{host}"]\n[[layout]]\nbody = ["{chosen}"]\n', "chosen.toml", "site")
    except RuleError:
        return None


def _named(parser: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Selectors of a page that hit one element, with the element's text: of elements that hold paragraphs."""
    seen: set[int] = set()
    for paragraph in parser.css("p, br"):
        node = paragraph.parent
        while node is not None and node.tag not in ("body", "html") and node.mem_id not in seen:
            seen.add(node.mem_id)
            names = [f"#{node.attributes['id']}"] if node.attributes.get("id") else []
            names += [f".{name}" for name in (node.attributes.get("class") or "").split()[:_MOST_CLASSES]]
            plain = (name for name in names if name[1:].replace("-", "a").replace("_", "a").isalnum())
            text = node.text(deep=True, separator=" ")
            for name in (name for name in plain if name[1:].isascii() and not name[1].isdigit() and name[1] != "-"):
                if len(parser.css(name)) == 1:
                    yield name, text
                    break
            node = node.parent


def outcome(made_of: Page, page: Page, generic: Cleaner) -> tuple[str, str]:
    """What the set of one page makes of another, and where it serves the word F1 of the generic rules and its own."""
    rules = set_of(made_of)
    if rules is None:
        return NO_SET, ""
    own = _WithRegistry(Registry([rules], shipped().families, shipped().phrases), Options())
    with quiet():
        article = own.clean(page.load().raw, url=page.url)
        plain = generic.clean(page.load().raw, url=page.url)
    if article.rules is not None and article.rules.drift is not None:
        return DRIFT, ""
    scores = [best_overlap(Output(found.text, found.subtitle).texts, page.golds).f1 for found in (article, plain)]
    return RIGHTLY if scores[0] >= scores[1] - EQUAL else WRONGLY, f"{scores[1]:.3f} → {scores[0]:.3f}"


@click.command(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "CLEANER"})
@click.option("--corpora", type=click.Path(path_type=Path), envvar="CLEANER_CORPORA", required=True)
def main(corpora: Path) -> None:
    """Count the sets of one design that notice a page of another."""
    try:
        pages = [page for corpus in read_corpora(corpora) for page in corpus.pages]
    except CorpusError as error:
        raise click.ClickException(str(error)) from error
    generic = Cleaner(Options(site_rules=False))
    counts: dict[str, Counter[str]] = {"open": Counter(), "blind": Counter()}
    for made_of, page in pairs_of(pages):
        half = half_of(site_of(page.url, page.id))
        told, scores = outcome(made_of, page, generic)
        counts[half][told] += 1
        if told == WRONGLY and half == "open":
            click.echo(f"fits wrongly: the set of {made_of.id} on {page.id}: {scores}")
    for half, counted in counts.items():
        kinds = ", ".join(f"{kind} {counted[kind]}" for kind in (DRIFT, RIGHTLY, WRONGLY, NO_SET))
        click.echo(f"{half} half: {counted.total()} pairs: {kinds}")


if __name__ == "__main__":
    main()
