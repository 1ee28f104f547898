"""Faults to plant into a shipped pack: what is changed in which file, and what the check must say of it where."""

from dataclasses import dataclass

PACK = "scientific-cooperation"
MAIN, HEADER, FOOTER, NOTES = (f"word/{part}.xml" for part in ("document", "header1", "footer1", "footnotes"))
_CELL = '<w:p><w:pPr><w:pStyle w:val="SignatureParty"/></w:pPr><w:r><w:t xml:space="preserve">{{r row.left }}'
_TITLE = '<w:r><w:t xml:space="preserve">{{r title }}</w:t></w:r>'


@dataclass(frozen=True, slots=True)
class Planted:
    """One fault: words of a file that are changed, and the finding that must come of it."""

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str  # the words of the changed line in a text file; of the place in a Word file
    says: str = ""
    reported: str = ""  # the file of the finding, where it is another one


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


TEXTS = (
    # The clauses: front matter.
    Planted("no-fences", "clauses/funding.md", "---\ntopic", "topic", "front-matter", "topic: funding"),
    Planted("unknown-key", "clauses/funding.md", "when: spec.costs", "if: spec.costs", "unknown-field", "if: spec.costs"),
    Planted("no-topic", "clauses/reservations.md", "topic: reservations\n", "", "missing-field", "heading: Reservations", "topic"),
    Planted("one-heading", "clauses/funding.md", "heading: Funding", "heading: {binding: Funding}", "missing-field", "heading: {binding", "political"),
    Planted("yaml-twice", "clauses/funding.md", "heading: Funding", "heading: Funding\nheading: Costs", "duplicate-key", "heading: Costs"),
    Planted("topic-twice", "clauses/reservations.md", "topic: reservations", "topic: review", "repeated-topic", "topic: review", "clauses/reservations.md", "clauses/review.md"),
    Planted("when-syntax", "clauses/funding.md", "when: spec.costs", "when: spec.costs and", "syntax", "when: spec.costs and"),
    Planted("when-field", "clauses/funding.md", "when: spec.costs", "when: spec.cots", "unknown-field", "when: spec.cots", "costs"),
    # The clauses: names, words, filters and fields.
    Planted("unknown-name", "clauses/definitions.md", "For the purposes of {{ w.this }}:", "For the purposes of {{ thus }}:", "unknown-name", "{{ thus }}"),
    Planted("unknown-word", "clauses/reservations.md", "{{ w.this }}", "{{ w.thiss }}", "unknown-word", "w.thiss", "this"),
    Planted("unknown-field", "clauses/term.md", "{{ t.until }}.\n{% elif t.text", "{{ t.untill }}.\n{% elif t.text", "unknown-field", "t.untill", "until"),
    Planted("field-in-a-loop", "clauses/definitions.md", "one.meaning | fitted(\"means\") }}{{ loop", "one.meening | fitted(\"means\") }}{{ loop", "unknown-field", "one.meening", "meaning"),
    Planted("unknown-filter", "clauses/committee.md", "c.meets | every }}", "c.meets | evry }}", "unknown-filter", "| evry", "every"),
    Planted("unknown-filter-in-heading", "clauses/disputes.md", "spec.disputes.word | capital }}s", "spec.disputes.word | capitel }}s", "unknown-filter", "capitel", "capital"),
    Planted("unknown-test", "clauses/purpose.md", "{% elif spec.principles %}", "{% elif spec.principles is givn %}", "unknown-test", "is givn"),
    Planted("unknown-phrase", "clauses/access.md", '"domestic-law" | phrased }}, {{ who', '"domestic-laws" | phrased }}, {{ who', "unknown-phrase", "domestic-laws"),
    Planted("unknown-citation", "clauses/registration.md", "The Depositary {{ w.shall }}", 'Under {{ "depositry" | cite }}, the Depositary {{ w.shall }}', "unknown-clause", "depositry"),
    Planted("open-block", "clauses/termination.md", "{{ loop.revindex | item_end }}\n{% endfor %}", "{{ loop.revindex | item_end }}", "syntax", "{% endif %}"),
    Planted("end-too-many", "clauses/funding.md", "how its costs are shared.\n{% endif %}", "how its costs are shared.\n{% endif %}\n{% endif %}", "syntax", ""),
    Planted("leftover-brace", "clauses/reservations.md", "{{ w.this }}.", "{ w.this }.", "leftover-braces", "{ w.this }."),
    Planted("markdown-heading", "clauses/reservations.md", "No reservation", "# No reservation", "markup", "# No"),
    Planted("empty-clause", "clauses/enacting.md", "{{ w.have_agreed }}:", "", "empty-clause", ""),
    # pack.yaml.
    Planted("missing-clause", "pack.yaml", "      - disputes\n", "      - dispute\n", "missing-clause", "- dispute", "disputes"),
    Planted("unused-clause", "pack.yaml", "      - participation\n", "", "unused-clause", "topic: participation", "", "clauses/participation.md"),
    Planted("clause-twice", "pack.yaml", "      - disputes\n", "      - disputes\n      - funding\n", "repeated-clause", ""),
    Planted("missing-recital", "pack.yaml", "recitals: [relations,", "recitals: [relation,", "missing-clause", "recitals: [relation,"),
    Planted("frame", "clauses/enacting.md", "topic: enacting", "topic: words", "missing-clause", "name: scientific", "enacting", "pack.yaml"),
    Planted("unknown-style", "pack.yaml", "house_style: articles}", "house_style: article}", "unknown-house-style", "house_style: article}", "articles"),
    Planted("misspelt-kind", "pack.yaml", "- {kind: part,", "- {kind: prat,", "not-allowed", "- {kind: prat,", "part"),
    Planted("unpaired-word", "pack.yaml", "    decide: decide\n", "", "unpaired-word", "decide: agree"),
    Planted("unknown-form", "pack.yaml", "  accord: {name: Accord}", "  acord: {name: Accord}", "not-allowed", "acord", "accord"),
    # fields.yaml, the vocabulary and the Markdown template.
    Planted("field-type", "fields.yaml", "  type: choice\n  of: [own,", "  type: chioce\n  of: [own,", "not-allowed", "chioce"),
    Planted("field-reserved", "fields.yaml", "costs:\n", "term:\n", "reserved-name", "term:"),
    Planted("area-twice", "vocabulary/areas.yaml", "  - id: climate", "  - id: oceanography", "repeated-id", "- id: oceanography"),
    Planted("area-field", "vocabulary/areas.yaml", "area_field: cooperation.areas", "area_field: cooperation.area", "unknown-field", "area_field"),
    Planted("reading-field", "vocabulary/readings.yaml", "      organisations:\n", "      organizations:\n", "unknown-field", "organizations:"),
    Planted("reading-kind", "vocabulary/readings.yaml", "{kind: deadline}", "{kind: dedline}", "not-allowed", "dedline"),
    Planted("markdown-name", "agreement.md", "{% if notes %}", "{% if footnotes %}", "unknown-name", "{% if footnotes %}"),
)  # fmt: skip

WORDS = (
    Planted("word-name", MAIN, "{{r title }}", "{{r tittle }}", "unknown-name", "the text, in “{{r tittle }}”", "title"),
    Planted("word-field", MAIN, "{{r row.right.office }}", "{{r row.right.offices }}", "unknown-name", "(table 1, row 5, cell 2)", "office"),
    Planted("word-cell-name", MAIN, _CELL, _CELL.replace("row.left", "row.lefft"), "unknown-name", "(table 1, row 3, cell 1)", "left"),
    Planted("header-name", HEADER, "{{ short_title }}", "{{ shorttitle }}", "unknown-name", "header 1, in “{{ shorttitle }}” (table 1, row 1, cell 1)"),
    Planted("footer-name", FOOTER, "</w:p></w:ftr>", run("{{ pages }}") + "</w:p></w:ftr>", "unknown-name", "footer 1"),
    Planted("word-filter", MAIN, "{{r title }}", "{{r title | shout }}", "tag", "in “{{r title | shout }}”", "shout"),
    Planted("unclosed-tag", MAIN, "{{r title }}", "{{r title ", "tag", "the text", "never closed"),
    Planted("unbalanced", HEADER, "{%p endfor %}", "{%p endif %}", "tag", "header 1", "ends no block"),
    Planted("cell-unbalanced", MAIN, "{%p if row.left.office %}", "{%p if row.left.office and %}", "tag", "(table 1, row 5, cell 1)"),
    Planted("leftover-braces", MAIN, _TITLE, _TITLE + run("{ title }"), "leftover-braces", "the text, in “{{r title }}{ title }”"),
    Planted("footer-leftover", FOOTER, " / ", " } ", "leftover-braces", "footer 1"),
    Planted("style-id", MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="BigTitle"/>', "missing-style", "the text, in “{{r title }}”", "BigTitle"),
    Planted("style-name", "word/styles.xml", '<w:name w:val="Recital"/>', '<w:name w:val="Whereas"/>', "missing-style", "the styles", "Recital"),
    Planted("list", MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Title"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>', "missing-list", "the text, in “{{r title }}”", "9"),
    Planted("style-list", "word/styles.xml", '<w:numPr><w:numId w:val="2"/></w:numPr>', '<w:numPr><w:numId w:val="7"/></w:numPr>', "missing-list", "the styles", "Annex Title"),
    Planted("font", HEADER, '<w:r><w:t xml:space="preserve">{{ short_title }}', '<w:r><w:rPr><w:rFonts w:ascii="Comic Sans MS"/></w:rPr><w:t xml:space="preserve">{{ short_title }}', "missing-font", "header 1", "Comic Sans MS"),
    Planted("style-font", "word/styles.xml", 'w:hAnsi="Cambria"', 'w:hAnsi="Wingdings 9"', "missing-font", "the styles", "Wingdings 9"),
    Planted("footnote-tag", NOTES, "</w:footnotes>", f'<w:footnote w:id="2"><w:p>{run("{{ nobody }}")}</w:p></w:footnote></w:footnotes>', "unknown-name", "the footnotes, in “{{ nobody }}”"),
    Planted("private-name", MAIN, "{{r title }}", "{{r _title }}", "tag", "the text", "no name may begin with _"),
)  # fmt: skip
