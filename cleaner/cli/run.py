"""`cleaner [FILE…]`: read, clean and write each input; a failure is told in one line, and the other inputs are done."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

import click

from cleaner.article import Article
from cleaner.cli.drift import drift_note
from cleaner.cli.own import tell, user_folder
from cleaner.cli.streams import NO_ARTICLE, SOME_FAILED, USAGE, Output, complain, named, read_input, shown
from cleaner.errors import BinaryInputError, CleanerError, NoArticleError, OptionsError, RuleError
from cleaner.options import Favour, Kind, Options
from cleaner.pipeline import Cleaner

# From this many inputs on a progress bar is shown, where standard error is a terminal and standard output is not.
MANY = 10


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asked for."""

    files: tuple[str, ...]
    url: str | None
    form: str | None
    keep: frozenset[str]
    drop: frozenset[str]
    links: bool
    explain: bool
    rules: tuple[str, ...]
    no_site_rules: bool
    favour: str
    straight_quotes: bool
    narrow_width: bool
    fetched: datetime | None
    strict: bool
    source: str | None
    charset: str | None
    encoding: str | None
    output: str | None

    def check(self) -> None:
        """Raise `click.UsageError` for options that contradict each other."""
        if len(self.files) > 1 and self.url:
            raise click.UsageError("--url is the address of one page: give one file")
        if self.url is not None and not _is_address(self.url):
            raise click.UsageError(f"--url {self.url!r} is no web address: give it as https://example.org/story")
        if len(self.files) > 1 and self.form not in (None, "json", "jsonl"):
            raise click.UsageError(
                f"several files come out as one JSON line each: clean them one by one for --format {self.form}"
            )
        if self.explain and self.form:
            raise click.UsageError("--explain writes an account of its own: leave --format out")
        if self.links and len(self.files) < 2 and self.form not in ("json", "jsonl"):
            raise click.UsageError("--links go into JSON: add --format json")

    def options(self) -> Options:
        """The options of the library call. Raises `click.UsageError`."""
        try:
            return Options(
                input=cast(Kind, self.source or "auto"),
                encoding=self.encoding,
                site_rules=not self.no_site_rules,
                keep=self.keep,
                drop=self.drop,
                favour=cast(Favour, self.favour),
                straight_quotes=self.straight_quotes,
                narrow_width=self.narrow_width,
                strict=self.strict,
            )
        except OptionsError as error:
            raise click.UsageError(str(error)) from None


def run(request: Request) -> int:
    """Do what was asked; returns the exit code."""
    request.check()
    options = request.options()
    names = request.files or ("-",)
    try:
        cleaner = Cleaner(options, request.rules, None if request.no_site_rules else user_folder())
        tell(cleaner.refused, left_out=True)
        with Output(request.output, names) as output:
            return _clean_all(request, names, cleaner, output)
    except RuleError as error:
        tell(error.mistakes)
        return USAGE
    except CleanerError as error:  # an output that can't be written
        complain(str(error))
        return USAGE


def _clean_all(request: Request, names: tuple[str, ...], cleaner: Cleaner, output: Output) -> int:
    failed = without = 0
    for name in _with_progress(names, output):
        try:
            data = read_input(name, cleaner.options.limits.size)
            article = cleaner.clean(data, url=request.url, charset=request.charset, fetched=request.fetched)
            result = _result(article, name, request, output)
        except NoArticleError as error:
            without += 1
            complain(f"{named(name)}: {error}")
        except CleanerError as error:
            failed += 1
            complain(f"{named(name)}: {error}{_advice(error)}")
        except Exception as error:  # a fault of ours must not cost the other inputs
            failed += 1
            complain(
                f"{named(name)}: the cleaner itself failed ({type(error).__name__}: {error}): please report it with "
                f"this input"
            )
        else:
            output.write(result, safe=request.explain)
            if article.rules is not None and article.rules.drift is not None:
                complain(f"{named(name)}: {drift_note(article.rules)}")
    if failed:
        return USAGE if failed + without == len(names) else SOME_FAILED
    return NO_ARTICLE if without else 0


def _result(article: Article, name: str, request: Request, output: Output) -> str:
    several = len(request.files) > 1
    if request.explain:
        from cleaner.cli.explain import explain

        return explain(article, shown(name) if several else None, output.terminal)
    form = "jsonl" if several else request.form or "text"
    if form in ("json", "jsonl"):
        record: dict[str, Any] = {"file": shown(name), **article.to_dict(links=request.links)}
        return json.dumps(record, ensure_ascii=False, indent=2 if form == "json" else None) + "\n"
    if form == "text":
        return f"{article.text}\n" if article.text else ""
    return {"markdown": article.to_markdown, "xml": article.to_xml, "html": article.to_html}[form]()


def _is_address(url: str) -> bool:
    """Whether the part that names the host does so: "example.org/story" is taken, too."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return False
    return ("." in host.strip(".") or ":" in host or host == "localhost") and not any(char.isspace() for char in url)


def _advice(error: CleanerError) -> str:
    """What to do next, where the error itself does not say."""
    return ": give the page's HTML or its text" if isinstance(error, BinaryInputError) else ""


def _with_progress(names: tuple[str, ...], output: Output) -> Iterable[str]:
    if len(names) < MANY or output.terminal or sys.stderr is None or not sys.stderr.isatty():
        return names
    from rich.console import Console
    from rich.progress import track

    return track(names, "cleaning", console=Console(stderr=True), transient=True)
