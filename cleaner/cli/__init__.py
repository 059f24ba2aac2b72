"""The command line: `cleaner [FILE…]` cleans, `cleaner rules …` shows and checks rule sets.

What costs time to import (the engine, rich) is imported where it is used, so that `--help` and `--version` answer at
once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from cleaner.cli import rules_make
from cleaner.cli.rules import rules
from cleaner.cli.streams import INTERRUPTED, PIPE_CLOSED, USAGE, abandon_stdout, complain
from cleaner.version import __version__

_HELP = """Clean scraped news pages: HTML or text in, the article's text and metadata out.

Reads each FILE, or standard input where none is given or FILE is "-". It fetches nothing: pipe pages in from curl or
another fetcher. Several files come out as one JSON line each.

\b
Examples:
  curl -s https://example.org/story | cleaner --url https://example.org/story
  cleaner page.html --format markdown -o article.md
  cleaner page.html --explain                  every block: kept or left out, and why
  cleaner page.html --keep captions --drop headings
  cleaner pages/*.html > articles.jsonl        one JSON line each
  cleaner --rules my-rules/ page.html          your own rule sets, before the shipped ones
  cleaner rules list                           the sites that are known
  cleaner ./rules                              clean a file that is called "rules"
"""

_EPILOG = """\b
Exit codes:
  0    every input was cleaned (a page without an article gives an empty text)
  1    some inputs failed, the others were done: one line each on standard error
  2    nothing was done: wrong usage, option, rule file or output, or every input failed
  3    --strict: nothing else failed, but an input holds no article
  130  interrupted; 141 the reader of a pipe went away
"""


class Filter(click.Group):
    """A group that is a command itself: unless the first word names a subcommand, all words are its own options and
    files.
    """

    allow_extra_args = False
    allow_interspersed_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave the words of a subcommand to it; else read the filter's own."""
        if args and args[0] in self.commands:
            ctx.args = list(args)
            return ctx.args
        return click.Command.parse_args(self, ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand named, else the filter; a closed pipe and an interrupt end it quietly."""
        try:
            if not ctx.args:
                return click.Command.invoke(self, ctx)
            name, command, words = self.resolve_command(ctx, ctx.args)
            assert command is not None
            with command.make_context(name, words, parent=ctx) as inner:
                return command.invoke(inner)
        except BrokenPipeError:
            abandon_stdout()
            return PIPE_CLOSED
        except KeyboardInterrupt:
            return INTERRUPTED

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """`[OPTIONS] [FILE]...`; the subcommands are listed below it."""
        return click.Command.collect_usage_pieces(self, ctx)

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> Any:
        """Run, say what is wrong in one line, and exit with the code that `--help` documents."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name or "cleaner", *rest, **extra)
        except click.UsageError as error:
            complain(f"{error.format_message()} (cleaner --help tells more)")
            code = USAGE
        except click.ClickException as error:
            complain(error.format_message())
            code = error.exit_code
        except click.Abort:
            code = INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)


def _commas(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    """The words of comma lists."""
    return frozenset(word.strip() for value in values for word in value.split(",") if word.strip())


class _Day(click.DateTime):
    """A day as `2024-03-05`."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day; what is none is told with how to give one."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no day: give it as 2024-03-05", param, ctx)


_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


@click.group(cls=Filter, help=_HELP, epilog=_EPILOG, invoke_without_command=True, context_settings=_SETTINGS)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--url", metavar="URL", help="Where the page came from: tells the site and completes links. For one input."
)
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "markdown", "json", "jsonl", "xml", "html"]),
    help="What to write: text is the default for one input; several always give one JSON line each. xml is TEI.",
)  # fmt: skip
@click.option(
    "--keep",
    metavar="LABELS",
    multiple=True,
    callback=_commas,
    help="Labels to put into the text as well: captions,comments,...",
)
@click.option(
    "--drop",
    metavar="LABELS",
    multiple=True,
    callback=_commas,
    help="Labels to leave out of the text as well: headings,lists,...",
)
@click.option("--links", is_flag=True, help="JSON: the links of the text, too, with their anchor text.")
@click.option(
    "--explain",
    is_flag=True,
    help="Write an account instead: every block with its label or reason, rule, score and place.",
)
@click.option(
    "--rules",
    "rules",
    metavar="DIR|FILE",
    multiple=True,
    help="Rule sets of your own, before the shipped ones. Repeatable.",
)
@click.option(
    "--no-site-rules", is_flag=True, help="No rule sets of sites; families, phrases and generic rules stay on."
)
@click.option(
    "--favour", type=click.Choice(["balance", "precision", "recall"]), default="balance",
    help="What is in doubt: precision leaves it out, recall keeps it.",
)  # fmt: skip
@click.option("--straight-quotes", is_flag=True, help="Turn curly quotes straight.")
@click.option("--narrow-width", is_flag=True, help="Turn full-width forms narrow.")
@click.option(
    "--fetched", type=_Day(), metavar="YYYY-MM-DD",
    help="The day on which the pages were fetched: none bears a later date. Today, where it is not given.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="A page without an article is an error.")
@click.option(
    "--from", "source", type=click.Choice(["html", "text"]), help="What the input is, where it would be guessed wrong."
)
@click.option(
    "--charset", metavar="NAME", help="What HTTP said of the input: it counts more than what the page declares."
)
@click.option(
    "--encoding", metavar="NAME", help="The input's encoding, whatever HTTP and the page say; by default it is found."
)
@click.option("-o", "--output", metavar="FILE", help="Write to FILE rather than standard output.")
@click.version_option(__version__, "-V", "--version", message="cleaner %(version)s")
def main(**given: Any) -> int:
    """The filter itself; its help is `_HELP`."""
    from cleaner.cli.run import Request, run

    return run(Request(**given))


for command in rules_make.COMMANDS:
    rules.add_command(command)
main.add_command(rules)
