"""`cleaner rules import | learn | new | pack | schema`: making rule sets and packs of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cleaner.cli.own import tell
from cleaner.cli.streams import USAGE, Output, named, read_input
from cleaner.errors import printable


@click.command("import")
@click.argument("form", metavar="ftr", type=click.Choice(["ftr"]), expose_value=False)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(path_type=Path), help="Where to write.")
def import_(folder: Path, output: Path) -> int:
    """Write rule sets from another program's files: ftr reads the *.txt of Full-Text RSS (ftr-site-config).

    Prints for each file what it could not take over and why, then how much was translated. An imported set serves only
    hosts of which no other set speaks.
    """
    from cleaner.authoring.ftr.importing import account, import_folder
    from cleaner.errors import RuleError

    try:
        imported = import_folder(folder)
        output.mkdir(parents=True, exist_ok=True)
        for name, content in imported.files.items():
            (output / name).write_text(content, "utf-8")
    except RuleError as error:
        tell(error.mistakes)
        return USAGE
    except OSError as error:
        tell([f"{output}: {error.strerror or error}"])
        return USAGE
    with Output() as out:
        out.write("".join(f"{printable(line)}\n" for line in account(imported)))
    return 0


@click.command()
@click.argument("paths", metavar="DIR|FILE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The pack.")
@click.option(
    "--version",
    metavar="VERSION",
    default="0",
    help="Of two packs the one with the greater version serves: 2024-03-05.",
)
def pack(paths: tuple[str, ...], output: Path, version: str) -> int:
    """Put rule sets into one file, for --rules or the folder of your own rule sets.

    All of them are checked. A pack goes before the sets that ship, and in place of them; a page reads the one set that
    it needs.
    """
    from cleaner.authoring.pack import pack_sets
    from cleaner.errors import RuleError

    try:
        packed = pack_sets(paths, version)
        output.write_text(packed.content, "utf-8")
    except RuleError as error:
        tell(error.mistakes)
        return USAGE
    except OSError as error:
        tell([f"{output}: {error.strerror or error}"])
        return USAGE
    with Output() as out:
        out.write(
            f"{printable(str(output))}: {packed.count} rule sets, version {printable(version)}, {packed.digest}\n"
        )
    return 0


@click.command()
def schema() -> int:
    """Print the JSON Schema of a rule file, with which editors complete and check it as you type.

    Save it beside your rule sets and begin each file with the line "#:schema ./rules.schema.json": Taplo and, in VS
    Code, Even Better TOML read it.
    """
    import json

    from cleaner.authoring.json_schema import rule_file_schema

    with Output() as out:
        out.write(json.dumps(rule_file_schema(), indent=2) + "\n")
    return 0


@click.command()
@click.argument("host", metavar="HOST")
@click.argument("pages", metavar="[PAGE]...", nargs=-1)
def new(host: str, pages: tuple[str, ...]) -> int:
    """Print the beginning of a rule set for HOST, from PAGEs of it (HTML): what the cleaner finds there without one,
    with the selectors that come to mind, to be looked at and mended.
    """
    from cleaner.authoring.scaffold import scaffold
    from cleaner.errors import InputError

    try:
        text = scaffold(host, [(named(page), _read(page)) for page in pages])
    except InputError as error:
        tell([str(error)])
        return USAGE
    with Output() as out:
        out.write(text)
    return 0


@click.command()
@click.argument("pages", metavar="PAGE...", nargs=-1, required=True)
@click.option("--gold", metavar="FILE", type=click.Path(path_type=Path), help="Texts that pages shall have, as JSON.")
@click.option("--host", metavar="HOST", help="The site, where its pages do not tell it.")
@click.option("-o", "--output", metavar="FILE", help="Write the rule set here; standard output by default.")
def learn(pages: tuple[str, ...], gold: Path | None, host: str | None, output: str | None) -> int:
    """Write a rule set from three or more PAGEs of one site, HTML or scraped text.

    Each line comes with what speaks for it. It names what holds the article, what recurs and is left out, and what
    prints the title, the authors and the day; for scraped text, lines. --gold FILE has the texts of some of the pages,
    as a JSON object (page name to text) or JSON lines with `page` and `text`: what is written then serves those best.
    What it was unsure of stands at the end, and on standard error.
    """
    from cleaner.authoring.learn import learn, read_gold
    from cleaner.cli.streams import complain
    from cleaner.errors import InputError, OutputError

    try:
        texts = read_gold(_read(str(gold)).decode("utf-8", "replace"), str(gold)) if gold is not None else {}
        given = [(named(page), _read(page)) for page in pages]
        learnt = learn(given, _by_page(texts, [name for name, _ in given]), host)
        with Output(output, pages) as out:
            out.write(learnt.content)
    except (InputError, OutputError) as error:
        tell([str(error)])
        return USAGE
    for doubt in learnt.doubts:
        complain(f"unsure: {doubt}")
    return 0


def _by_page(texts: dict[str, str], pages: Sequence[str]) -> dict[str, str]:
    """The gold texts by the pages as they were given: gold may name a page by its file's name alone."""
    by_file = {Path(page).name: page for page in pages}
    return {page if page in pages else by_file.get(page, page): text for page, text in texts.items()}


def _read(page: str) -> bytes:
    """The bytes of a page. Raises an `InputError` that names it."""
    from cleaner.errors import InputError
    from cleaner.options import Limits

    try:
        return read_input(page, Limits().size)
    except InputError as error:
        raise InputError(f"{named(page)}: {error}") from None


COMMANDS = (import_, learn, new, pack, schema)
