"""`--explain`: an account of every block, of the metadata and of the rules."""

from __future__ import annotations

from pathlib import Path

import cleaner
from tests.program import HTML, PAGE, STORY, TEXT, call, fails, on_terminal, run


def test_explain_accounts_for_every_block_without_colours_in_a_pipe() -> None:
    done = run(TEXT, "--explain")
    account = done.stdout.decode()
    assert done.returncode == 0
    assert "\x1b" not in account
    article = cleaner.clean(TEXT.read_bytes())
    for block in article.blocks:
        sign = "+" if block.span else "-" if block.reason else "="
        head = f"{sign} {block.role or block.reason:<14} {block.layer:<8} {block.rule}  {block.source}\n    "
        assert head + block.text.replace("\n", "\n    ") + "\n" in account


def test_explain_tells_metadata_with_sources_and_the_rules_used() -> None:
    account = call(HTML, "--explain").stdout
    article = cleaner.clean(HTML.read_bytes())
    assert article.rules is not None
    assert (
        f"title       {article.title}\n              from {article.sources['title']['source']}; so says meta:og:title"
        in account
    )
    assert f"rules       naharnet, digest {article.rules.digest}, layout desc-2014, fit 1.00" in account
    assert f"confidence  {article.confidence:.2f}" in account
    assert "no site's rule set" in call("--explain", stdin=STORY).stdout


def test_explain_reports_several_files_in_turn() -> None:
    account = call(TEXT, HTML, "--explain").stdout
    assert account.index(f"file        {TEXT}") < account.index(f"file        {HTML}")


def test_explain_is_coloured_on_a_terminal_and_strikes_what_is_left_out() -> None:
    environment = {"TERM": "xterm-256color", "COLUMNS": "200"}
    painted = on_terminal("--explain", str(TEXT), **environment)
    assert "\x1b[32m+ paragraph" in painted
    assert "\x1b[31m- comments" in painted
    assert "\x1b[2;9mThumb ex-fpm 6 months" in painted
    assert "\x1b[2;9m" in painted
    assert "\x1b[3" not in on_terminal("--explain", str(TEXT), NO_COLOR="1", **environment)


def test_explain_leaves_a_terminal_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        PAGE.replace("<body>", '<head><link rel="canonical" href="https://example.org/&#27;[2J"></head><body>')
    )
    assert "\x1b" not in call(page, "--explain").stdout


def test_explain_is_a_format_of_its_own() -> None:
    fails(call(TEXT, "--explain", "-f", "xml"), 2, "--explain", "--format")
