"""Which blocks of a page stand in its gold: what the learning goes by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.metrics import squash
from cleaner.labels import BODY, Role
from cleaner.model import Block

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
# Words of the runs that are looked for in the gold. By hand, as the next two.
_RUN = 4
# Words: a shorter block is looked for as a whole, between its neighbours.
_LONG = 6
# Words: neighbours that stand further apart in the gold say nothing of what stands between them.
_NEAR = 400


def words(text: str) -> list[str]:
    """The lower-case words of a text, as the benchmark counts them; each CJK character is a word.

    >>> words("The ferry's back")
    ['the', 'ferry', 's', 'back']
    """
    return _TOKEN.findall(text.lower())


def versions(blocks: Sequence[Block]) -> list[str]:
    """The text of labelled blocks, and the same with the deck before it where there is one: either may agree with the
    gold.
    """
    text = "\n\n".join(block.text for block in blocks if block.role in BODY)
    deck = "\n".join(block.text for block in blocks if block.role is Role.SUBTITLE)
    return [text, f"{deck}\n{text}"] if deck else [text]


def shares_in_body(texts: Sequence[str], gold: str) -> list[float]:
    """For each of a page's blocks, in order, the share of its words (0…1) that stand in the gold body; each place there
    serves one block.
    """
    have, want = [words(text) for text in texts], words(gold)
    shares, spans = _long_blocks(have, want)
    lines = Counter(" ".join(words(line)) for line in gold.split("\n"))
    after = _starts_after(spans, len(want))
    end = 0
    for i, block in enumerate(have):
        span = spans[i]
        if span is not None:
            end = span[1]
        elif 0 < len(block) < _LONG:
            at = _find(want, block, max(0, end - 1), min(len(want), after[i] + 2)) if after[i] - end < _NEAR else -1
            line = " ".join(block)
            if at >= 0:
                shares[i], end = 1.0, at + len(block)
            elif len(block) > 1 and lines[line] > 0:
                shares[i] = 1.0
                lines[line] -= 1
    return shares


def _long_blocks(have: Sequence[list[str]], want: list[str]) -> tuple[list[float], list[tuple[int, int] | None]]:
    """The share of each long block, and where in the gold the blocks stand that are mostly there. The longest block is
    placed first.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(want) - _RUN + 1):
        places[tuple(want[at : at + _RUN])].append(at)
    taken: set[int] = set()
    shares = [0.0] * len(have)
    spans: list[tuple[int, int] | None] = [None] * len(have)
    for i in sorted(range(len(have)), key=lambda i: -len(have[i])):
        block = have[i]
        if len(block) < _LONG:
            break
        runs = {}  # where in the gold each run of the block's words stands, by where it begins in the block
        for j in range(len(block) - _RUN + 1):
            place = _free(places.get(tuple(block[j : j + _RUN]), ()), taken)
            if place is not None:
                runs[j] = place
        share = len({j + k for j in runs for k in range(_RUN)}) / len(block)
        if share >= 0.5:
            shares[i] = share
            taken.update(runs.values())
            spans[i] = (min(runs.values()), max(runs.values()) + _RUN) if share > 0.6 else None
    return shares, spans


def _free(places: Iterable[int], taken: set[int]) -> int | None:
    return next((at for at in places if at not in taken), None)


def _starts_after(spans: Sequence[tuple[int, int] | None], end: int) -> list[int]:
    """For each block where the next block with a known place begins in the gold; `end` where none follows."""
    starts = [0] * len(spans)
    for i in range(len(spans) - 1, -1, -1):
        starts[i] = end
        span = spans[i]
        end = end if span is None else span[0]
    return starts


def _find(want: list[str], block: list[str], start: int, end: int) -> int:
    return next((at for at in range(start, end - len(block) + 1) if want[at : at + len(block)] == block), -1)


def marks_by_snippets(texts: Sequence[str], wanted: Iterable[str], unwanted: Iterable[str]) -> list[float | None]:
    """For each block 1 where it holds (or is) a wanted snippet, 0 for an unwanted one, None where no snippet speaks of
    it.
    """
    marks: list[float | None] = [None] * len(texts)
    flat = [squash(text) for text in texts]
    for snippets, mark, least in ((wanted, 1.0, 15), (unwanted, 0.0, 10)):
        for snippet in filter(lambda s: len(s) >= 4, map(squash, snippets)):
            for i, text in enumerate(flat):
                if snippet in text or (len(text) > least and text in snippet):
                    marks[i] = mark
    return marks
