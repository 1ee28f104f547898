"""A mark of a program stands in the text: “{{ name }}”, “#REF!”, “Error! Reference source not found.”.

## Why it matters
The program that should have put words there did not, and what belongs there is missing.

## Wrong
    Article 2 # Data
      1. The records under Error! Reference source not found. are sent to {{ party.name }}.

## Right
    Article 2 # Data
      1. The records under Article 1 are sent to Norland.

## Source
Reviews of Word documents, among whose commonest faults are fields that broke.
"""

import re
from collections.abc import Iterator
from typing import Final

from treatydraft.linting.finding import Mark, Part
from treatydraft.linting.rule import Rule
from treatydraft.linting.text import Text

_MARKER: Final = re.compile(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}|\{\{|\}\}|\{%|%\}|<%.{0,200}?%>|\$\{[^{}]{1,80}\}|\$\w+\$"
    r"|\{ ?(?:MERGEFIELD|REF|PAGEREF|DOCPROPERTY|DATE|IF|FILLIN|SEQ|NOTEREF|STYLEREF"
    r"|HYPERLINK) [^{}]{0,80}\}|\{[a-z]\w*(?:[._]\w+)*\}"
    r"|\bMERGEFIELD(?: \w+)?\b|\bDOCPROPERTY\b|\bPAGEREF\b|\b_Ref\d+|\b_Toc\d+"
    r"|« ?(?:MERGEFIELD ?)?(?=\w*_|[A-Za-z]*[a-z][A-Z])[A-Za-z]\w* ?»|<<[\w. ]{1,40}>>"
    r"|#(?:REF!|N/A\b|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)"
    r"|(?:Error|Fehler|Erreur|Errore|Błąd|Помилка|Ошибка) ?! ?[^.]{0,80}\.?"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|rsquo|lsquo|ldquo|rdquo|#x?[\da-fA-F]{1,6});"
    r"|</?(?:br|p|b|i|u|em|strong|span|div|a|li|ul|ol|td|tr|table|sup|sub|font)\b[^<>]{0,80}>"
    r"|\*\*(?=\w)[^*]{1,80}\*\*|(?<!\w)__(?=[^\W_])[^_]{1,80}__(?!\w)|\[[^\[\]]{1,80}\]\((?:https?:|#)[^()]{1,120}\)"
    r"|\\(?:textbf|emph|section|ref|cite|label)\{[^{}]{0,80}\}|\bundefined\b(?= (?:years|months"
    r"|days)\b)|\[object Object\]"
)
_SIGNS: Final = re.compile(
    r"[{}«<$#\\&]|MERGE|DOCPROP|PAGEREF|_Ref|_Toc| ?! ?|\*\*|__|\]\(|undefined|\[object"
)


def template_marker(text: Text) -> Iterator[Mark]:
    """What templates, fields and other programs leave behind."""
    for passage in text.passages:
        parts: tuple[tuple[Part, str], ...] = (
            ("label", passage.clause.label), ("heading", passage.clause.heading), ("text", passage.words)
        )  # fmt: skip
        for part, words in parts:
            if not words or not _SIGNS.search(words):
                continue
            for match in _MARKER.finditer(words):
                yield passage.mark(
                    f"“{match[0]}” is a mark of a program, and what belongs there is missing",
                    match.span(),
                    part=part,
                    suggestion="write the words that belong there, or repair the field",
                )


RULE: Final = Rule("TD902", "error", template_marker, languages=())
