"""`cleaner rules import | new | pack | schema`: making rule sets and packs of them."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.cli.own import tell
from cleaner.cli.streams import USAGE, Output
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


COMMANDS = (import_,)
