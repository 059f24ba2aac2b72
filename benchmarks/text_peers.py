"""The tools that are compared on bare text, and the tools that make such text of a page. All of them get characters and
give characters back, line by line.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from html import escape

from benchmarks.corpora import Loaded, Page
from benchmarks.justext_runner import justext_runner
from benchmarks.peers import OURS, Output, Ready, Run, Tool
from benchmarks.run import Prepare


def _cleaner() -> Run:
    cleaner = importlib.import_module("cleaner")
    made = cleaner.Cleaner(options=cleaner.Options(input="text", site_rules=False))

    def run(page: Loaded) -> Output:
        article = made.clean(page.text)
        return Output(article.text, article.subtitle, article.confidence)

    return run


def _c4() -> Run:
    rules = importlib.import_module("datatrove.pipeline.filters.c4_filters").C4QualityFilter(
        min_num_sentences=-1, filter_curly_bracket=False, filter_lorem_ipsum=False
    )
    document = importlib.import_module("datatrove.data").Document

    def run(page: Loaded) -> Output:
        given = document(text=page.text, id="")
        rules.filter(given)  # it puts the lines that it keeps in the place of the text
        return Output(given.text)

    return run


def _justext_lines() -> Run:
    good = justext_runner()

    def run(page: Loaded) -> Output:
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in page.text.splitlines() if line.strip())
        return Output("\n".join(good(f"<html><body>{paragraphs}</body></html>", page.language)))

    return run


def _untouched() -> Run:
    return lambda page: Output(page.text)


def _dump() -> Run:
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: Output(extract(page.text, main_content=False, preserve_formatting=True))


TEXT_TOOLS: Sequence[Tool] = (
    Tool(OURS, "article-cleaner", _cleaner, 'on bare text: Options(input="text", site_rules=False)', ours=True),
    Tool(
        "C4 line rules",
        "datatrove",
        _c4,
        "C4QualityFilter(min_num_sentences=-1, filter_curly_bracket=False, filter_lorem_ipsum=False): its rules for "
        "lines, without those that drop whole pages",
    ),
    Tool(
        "jusText on lines",
        "jusText",
        _justext_lines,
        "each line that is not blank as a paragraph of an HTML page; stop words as for jusText",
    ),
)
UNTOUCHED = Tool("untouched", "article-cleaner", _untouched, "the text as it was given", yardstick=True)
DUMP = Tool(
    "dump",
    "Resiliparse",
    _dump,
    "extract_plain_text(main_content=False, preserve_formatting=True): all that a page prints",
    yardstick=True,
)


def text_of(tool: Ready) -> Prepare:
    """A function that replaces a page by the text that another tool makes of it, none where that raises. The page's
    declared language stays, its URL does not.
    """

    def prepare(page: Page) -> Loaded:
        loaded = page.load()
        try:
            text = tool.run(loaded).text
        except Exception:  # whatever an extractor raises, it has left nothing to clean
            text = ""
        return Loaded(b"", text, None, loaded.language)

    return prepare


def body_of(page: Page) -> Loaded:
    """Gives the tools the gold body of a page."""
    return Loaded(b"", page.body or "", None, page.load().language)
