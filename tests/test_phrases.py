"""Phrase files: each loads, its anchors are lower case and in what its rules match; lines of
tests/phrases/<language>.toml get their label or stay.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from cleaner.model import Block
from cleaner.rules import line_rules
from cleaner.rules.reader import parse
from cleaner.rules.schema import RuleSet

SHIPPED = sorted(
    f.name.removesuffix(".toml")
    for f in (resources.files("cleaner.rules") / "phrases").iterdir()
    if f.name.endswith(".toml")
)
EXAMPLES = Path(__file__).parent / "phrases"
# What stands before each example: after it comes the tail of a page.
PROSE = "A sentence of an article stands here, long enough to be taken for prose by any rule that looks at it."


def rules_of(language: str) -> RuleSet:
    """A shipped phrase file, all of its patterns compiled."""
    content = (resources.files("cleaner.rules") / "phrases" / f"{language}.toml").read_text("utf-8")
    return parse(content, f"{language}.toml", "phrases", check=True)


def examples() -> list[tuple[str, str, str]]:
    """Language, line and label of every example; the label is empty for a line that stays."""
    rows = []
    for path in sorted(EXAMPLES.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        rows += [(path.stem, line["text"], line["label"]) for line in table["line"]]
    return rows


@pytest.mark.parametrize("language", SHIPPED)
def test_each_file_loads_and_names_its_language(language: str) -> None:
    rules = rules_of(language)
    assert rules.language == language
    assert rules.text
    assert not rules.hosts
    assert not rules.layouts


@pytest.mark.parametrize("language", SHIPPED)
def test_anchors_are_lower_case_and_every_rule_is_bounded(language: str) -> None:
    table = tomllib.loads((resources.files("cleaner.rules") / "phrases" / f"{language}.toml").read_text("utf-8"))
    for rule in table["text"]:
        assert rule["anchors"], rule
        assert [anchor for anchor in rule["anchors"] if anchor != anchor.lower()] == []
        assert "max" in rule or rule.get("lines") == ["<headline>"], rule


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_there_are_examples_of_both_kinds(path: Path) -> None:
    labels = [line["label"] for line in tomllib.loads(path.read_text("utf-8"))["line"]]
    assert sum(label != "" for label in labels) >= 12
    assert labels.count("") >= 12


@pytest.mark.parametrize(("language", "text", "label"), examples())
def test_a_line_gets_its_label_or_stays(language: str, text: str, label: str) -> None:
    blocks = [Block(PROSE), Block(text)]
    line_rules.label_lines(rules_of_cached(language).text, blocks)
    assert (str(blocks[1].role or blocks[1].reason or ""), blocks[1].rule if not label else "") == (label, "")
    assert not blocks[0].decided


@pytest.mark.parametrize(("language", "text", "label"), [example for example in examples() if example[2]])
def test_the_anchors_find_what_the_patterns_match(language: str, text: str, label: str) -> None:
    """A pattern that matches an example is of no use where the rule's anchors never lead to it."""
    block = Block(text)
    for rule in rules_of_cached(language).text:
        if rule.before or rule.after or (rule.max or line_rules.SHORT) < len(text):
            continue
        if any(matcher.matches(block) for matcher in (*rule.lines, *rule.start)):
            assert line_rules.Index([rule]).find(line_rules.Lines([block], len(text))), rule.id


_RULES: dict[str, RuleSet] = {}


def rules_of_cached(language: str) -> RuleSet:
    """`rules_of`, read once a language."""
    if language not in _RULES:
        _RULES[language] = rules_of(language)
    return _RULES[language]
