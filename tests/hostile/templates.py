"""Templates from a colleague: escapes of past Jinja releases, and renders without end."""

from typing import Final

from tests.hostile.rows import Row
from tests.hostile.template_makers import endless, escape, word
from tests.word.known_faults.ooxml import p
from tests.word.known_faults.package import docx

TEMPLATES: Final[dict[str, Row]] = {
    "good template, so that the others differ in one thing": word("", lambda: docx(p("{{ notice }}")), 0),
    # The escapes of past releases, in the text.
    "format": escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2016-10745 format",
    ),
    "format with a keyword": escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2016-10745 keyword",
    ),
    "format_map": escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2019-10906 format_map",
    ),
    "urlize": escape(
        "t.docx, the text: No filter named 'urlize', in “{{ ('http://' ~ 'a.' * 9) | urlize }}”",
        "CVE-2020-28493 urlize",
    ),
    "xmlattr with blanks": escape(
        "t.docx, the text: No filter named 'xmlattr', in “{{ {'a b': 1} | xmlattr }}”",
        "CVE-2024-22195 xmlattr with blanks",
    ),
    "xmlattr with signs": escape(
        "t.docx, the text: No filter named 'xmlattr', in “{{ {'a/>=b': 1} | xmlattr }}”",
        "CVE-2024-34064 xmlattr with signs",
    ),
    "stored format": escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2024-56326 stored format",
    ),
    "stored format in a list": escape(
        "t.docx, the text: not allowed in a template: nothing may be called here but macros and range…",
        "CVE-2024-56326 stored in a list",
    ),
    "stored format through map": escape(
        "t.docx, the text: No filter named 'format'…",
        "CVE-2024-56326 through map",
    ),
    "stored format through map of a method": escape(
        "t.docx, the text: No filter named 'call'…",
        "CVE-2024-56326 through map of a method",
    ),
    "include of a file that the template names": escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 include",
    ),
    "extends": escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 extends",
    ),
    "import of a module": escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 import",
    ),
    "from import": escape(
        "t.docx, the text: a template of your own stands alone: include, import and extends are not…",
        "CVE-2024-56201 from",
    ),
    "attr filter": escape(
        "t.docx, the text: No filter named 'attr', in “{{ ('{0.__class__}' | attr('format'))(spec) }}”",
        "CVE-2025-27516 attr",
    ),
    "subclasses": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__class__' of 'str' obje…",
        "dt#632 subclasses",
    ),
    "globals of a function": escape(
        "t.docx, the text: 'lipsum' is not known here…",
        "globals of lipsum",
    ),
    "code of a macro": escape(
        "t.docx, the text: '__globals__' is not known here…",
        "globals of a macro",
    ),
    "escape cut letter by letter": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "cut letter by letter",
    ),
    # One of them in every other part of the file.
    "escape in the header": escape(
        "t.docx, header 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "header",
    ),
    "escape in the first header": escape(
        "t.docx, header 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "first header",
    ),
    "escape in the footer": escape(
        "t.docx, footer 1: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "footer",
    ),
    "escape in a footnote": escape(
        "t.docx, the footnotes: not allowed in a template: access to attribute '__init__' of 'Colle…",
        "globals of cycler",
        "footnote",
    ),
    "escape in an endnote": escape(
        "t.docx, the endnotes: not allowed in a template: access to attribute '__init__' of 'Collec…",
        "globals of cycler",
        "endnote",
    ),
    "escape in a comment": escape(
        "t.docx, the comments: not allowed in a template: access to attribute '__init__' of 'Collec…",
        "globals of cycler",
        "comment",
    ),
    "escape in a text box": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "text box",
    ),
    "escape in a nested table": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "cell of a nested table",
    ),
    "escape in the title": escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "title",
    ),
    "escape in the keywords": escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "keywords",
    ),
    "escape in a custom property": escape(
        "t.docx, the properties: not allowed in a template: access to attribute '__init__' of 'Coll…",
        "globals of cycler",
        "custom property",
    ),
    "escape in a link": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "link target",
    ),
    "escape in a field code": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "field code",
    ),
    "escape in a bookmark": escape(
        "t.docx, the text: not allowed in a template: access to attribute '__init__' of 'Collecting…",
        "globals of cycler",
        "bookmark name",
    ),
    # Renders without end.
    "a huge range": endless(
        "t.docx, the text: not allowed in a template: range of 1000000000 numbers; at most 10000 ar…",
        "a huge range",
    ),
    "a million passes": endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "a million passes",
    ),
    "passes without words": endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "passes without words",
    ),
    "loops in a macro": endless(
        "t.docx, the text: not allowed in a template: the loops go on for more than 200,000 passes…",
        "loops in a macro",
    ),
    "a text of 10⁹ letters": endless(
        "t.docx, the text: not allowed in a template: a product of more than 1,000,000 characters o…",
        "long text",
    ),
    "a text that doubles": endless(
        "t.docx, the text: not allowed in a template: a text of more than 1,000,000 characters…",
        "long text by doubling",
    ),
    "a list that doubles": endless(
        "t.docx, the text: not allowed in a template: a sum of more than 1,000,000 characters or me…",
        "long list by adding",
    ),
    "a text that is replaced": endless(
        "t.docx, the text: not allowed in a template: a text of more than 1,000,000 characters…",
        "long text by replacing",
    ),
    "a power of powers": endless(
        "t.docx, the text: not allowed in a template: a power of that size, in “{{ 10**(10**10) }}”",
        "a power of powers",
    ),
    "endless macros": endless(
        "t.docx, the text: macros or loops of the template call themselves without end…",
        "endless macros",
    ),
    "an endless recursive loop": endless(
        "t.docx, the text: macros or loops of the template call themselves without end…",
        "an endless recursive loop",
    ),
    "much output": endless(
        "t.docx, the text: not allowed in a template: the document grows beyond 64,000,000 characters…",
        "much output",
    ),
    "slow work in one pass": word(
        "t.docx, the text: not allowed in a template: rendering takes more than 3 seconds of work…",
        lambda: docx(p("{% set t = 'a b ' * 200000 %}", *["{% set u = t | title | wordcount %}"] * 400)),
        is_long=True,
    ),
    "slow comparisons": word(
        "t.docx, the text: not allowed in a template: rendering takes more than 3 seconds of work…",
        lambda: docx(p("{% set t = [0] * 999999 %}", *["{% set u = 1 in t %}"] * 500)),
        is_long=True,
    ),
    "40,000 open brackets in a tag": word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ " + "(" * 40_000 + " }}")),
    ),
    "20,000 nots in a tag": word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ " + "not " * 20_000 + "1 }}")),
    ),
    "300 ifs in ifs": word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too long",
        lambda: docx(p("{% if 1 %}" * 300 + "x" + "{% endif %}" * 300)),
    ),
    "5,000 sums in a row": word(
        "t.docx, the text: the tags of this template are nested too deeply, or one of them is too l…",
        lambda: docx(p("{{ 1" + " + 1" * 5_000 + " }}")),
    ),
}
