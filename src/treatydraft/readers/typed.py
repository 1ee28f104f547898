"""Numbers that people type before a paragraph, as readers must know them to tell words from layout."""

import re
from typing import Final

_NUMBER: Final = r"\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}"
# `(a)`, `(12)`, `3.`, `1.2.`, `iv)`; the pattern must be used with `re.IGNORECASE`.
TYPED: Final = rf"(?:\((?:{_NUMBER})\)|(?:{_NUMBER}|\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})[.)])"
TYPED_LABEL: Final = re.compile(rf"{TYPED}(?=\s)", re.IGNORECASE)
