"""Label each block with what it is, or why it is left out. Nothing is deleted here.

There are two lists of passes, one for HTML and one for bare text. A pass may look at the whole document; it labels
blocks. `labels.MAY_OVERRULE` says whose label a pass may replace.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cleaner.label.captions import label_captions
from cleaner.label.classifier import make_changes, propose_changes
from cleaner.label.credited_lines import label_credited_lines
from cleaner.label.headings import drop_empty_headings, label_text_headings
from cleaner.label.html.body import choose_body
from cleaner.label.html.boilerplate import drop_boilerplate, drop_outside
from cleaner.label.html.cards import drop_cards
from cleaner.label.html.header import label_header as label_html_header
from cleaner.label.html.leading_lines import label_leading_lines
from cleaner.label.html.linked_articles import drop_linked_articles
from cleaner.label.html.other_articles import drop_other_articles
from cleaner.label.html.site_fit import body_drift, family_drift
from cleaner.label.html.threads import label_threads, name_comment_lines
from cleaner.label.html.unveiled import keep_folded, report_unveiled
from cleaner.label.labelling import Labelling
from cleaner.label.phrases import apply_phrases
from cleaner.label.site import apply_rule_sets
from cleaner.label.text.boxes import drop_boxes
from cleaner.label.text.header import drop_title_copies, drop_waiting, find_header
from cleaner.label.text.header import label_header as label_text_header
from cleaner.label.text.record import drop_record_head
from cleaner.label.text.sentences import spare_sentences
from cleaner.labels import Layer, Role
from cleaner.learned import confidence
from cleaner.model import Page, PageContext
from cleaner.options import Options
from cleaner.rules.registry import Registry

__all__ = ["Labelled", "Labelling", "body_drift", "family_drift", "label", "run_rest", "run_rules"]

Pass = Callable[[Labelling], None]


def keep_the_rest(labelling: Labelling) -> None:
    """Keep each block that is still undecided, with its form as its role. Changes no other block."""
    for block in labelling.page.blocks:
        if not block.decided:
            role = block.form if block.form is not Role.CAPTION else Role.PARAGRAPH
            block.keep(role, labelling.page.kept_by, Layer.DEFAULT)


# The rules, the strongest first. The learnt models look at the page as the rules leave it.
HTML_RULES: Sequence[Pass] = (
    apply_rule_sets,
    label_html_header,
    drop_other_articles,
    label_threads,
    choose_body,
    drop_boilerplate,
    apply_phrases,
    drop_outside,
    drop_cards,
    drop_linked_articles,
    label_credited_lines,
    label_captions,
)
HTML_REST: Sequence[Pass] = (
    make_changes,
    label_leading_lines,
    drop_empty_headings,
    keep_folded,
    keep_the_rest,
    name_comment_lines,
    report_unveiled,
)
HTML: Sequence[Pass] = (*HTML_RULES, propose_changes, *HTML_REST)

TEXT_RULES: Sequence[Pass] = (drop_record_head, apply_rule_sets, apply_phrases, spare_sentences, drop_boxes)
TEXT_REST: Sequence[Pass] = (
    find_header,
    drop_title_copies,
    label_credited_lines,
    label_captions,
    label_text_header,
    drop_waiting,
    label_text_headings,
    keep_the_rest,
)
TEXT: Sequence[Pass] = (*TEXT_RULES, propose_changes, *TEXT_REST)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What labelling tells beside the labels.

    confidence: the probability (0…1) that the text is an article's; fields: the values that rules of lines read, by
    field.
    """

    confidence: float
    fields: Mapping[str, list[str]]


def label(page: Page, context: PageContext, registry: Registry, options: Options) -> Labelled:
    """Label every block of the page."""
    labelling = Labelling(page, context, registry, options.favour)
    for run in HTML if page.html else TEXT:
        run(labelling)
    return Labelled(confidence.predict(page, context), labelling.fields)


def run_rules(labelling: Labelling) -> None:
    """Run the passes before `propose_changes`; training looks at the page as these passes leave it."""
    for run in HTML_RULES if labelling.page.html else TEXT_RULES:
        run(labelling)


def run_rest(labelling: Labelling) -> float:
    """Run the passes after `propose_changes`, with what `Labelling.proposed` holds. Returns the confidence."""
    for run in HTML_REST if labelling.page.html else TEXT_REST:
        run(labelling)
    return confidence.predict(labelling.page, labelling.context)
