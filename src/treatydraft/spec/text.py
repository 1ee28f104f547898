"""Text of a spec: lines, ids, topics and codes, none with characters that would vanish in print."""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from babel import Locale
from pydantic import BeforeValidator, WithJsonSchema

from treatydraft.look_alikes import Deceit, deceits, turning
from treatydraft.spec.phrase import RefusedError, such_as

# Tabs, control characters, line separators, lone surrogates and the two noncharacters: XML cannot carry most
# of them and word processors drop the rest without a word.
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
TODO = "TODO"
"""What stands in a draft spec where a person must give a value; no field takes it."""
STILL_TO_DO = "this is still to be filled in"
_NAMELESS = {"Cc": "a control character", "Cs": "half of a surrogate pair", "Cn": "no character"}
_DECEIT_HINTS = {
    "bidi-control": "delete the character; each script has its own order without it",
    "unseen-character": "delete the character",
    "look-alike": "type the letter again, on the keyboard of the other letters of the word",
}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOPIC = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")  # `support.air-defence`, `entry_into_force`
_PARTY_CODE = re.compile(r"[A-Z][A-Z0-9-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST_ID = 100


def code_point(character: str) -> str:
    """How to name a character that cannot be shown: `U+000B (line tabulation)`."""
    return f"U+{ord(character):04X}"


def refuse_forbidden(text: str) -> None:
    """Raise `RefusedError` for the first character that no document can carry."""
    if found := FORBIDDEN.search(text):
        name = unicodedata.name(found[0], _NAMELESS.get(unicodedata.category(found[0]), ""))
        raise RefusedError(
            "control-character",
            f"{code_point(found[0])} ({name}) stands in this text, which no document can carry",
            hint="delete the character; new lines stand in multi-line text only",
        )


def _line(value: object) -> str:
    text = _prose(value)
    if "\n" in text:
        raise RefusedError("not-one-line", "this must be one line", hint="join the lines")
    _refuse(next(deceits(text), None))
    return text


def _prose(value: object) -> str:
    if not isinstance(value, str):
        raise RefusedError("wrong-type", "this must be a text", hint=_quoting_hint(value))
    refuse_forbidden(value)
    _refuse(next(turning(value), None))
    text = value.strip()
    if not text:
        raise RefusedError("empty-text", "this text is empty", hint="leave the field out, or say something")
    if text == TODO:
        raise RefusedError("to-do", STILL_TO_DO)
    return text


def _refuse(deceit: Deceit | None) -> None:
    if deceit is not None:
        raise RefusedError(deceit.code, deceit.message, hint=_DECEIT_HINTS[deceit.code])


def _quoting_hint(value: object) -> str | None:
    scalar = isinstance(value, bool | int | float) or type(value).__name__ == "Decimal"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f'put it in quotes to make it a text: "{shown[:40]}"' if scalar else None


def _shaped(pattern: re.Pattern[str], code: str, kind: str, *examples: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        text = _line(value)
        if pattern.fullmatch(text) and len(text) <= _LONGEST_ID:
            return text
        raise RefusedError(
            code, f"“{text}” is not {kind}", expected=such_as(kind, examples), hint=_nearest(pattern, text)
        )

    return check


def _nearest(pattern: re.Pattern[str], text: str) -> str | None:
    """What the writer may have meant, where a change of case or of the spaces is all that it takes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    hyphened = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-")[:_LONGEST_ID]
    for candidate in (hyphened.lower(), hyphened.upper()):
        if candidate != text and pattern.fullmatch(candidate):
            return f"did you mean {candidate}?"
    return None


def _language(value: object) -> str:
    code = _shaped(_LANGUAGE, "unknown-language", "a language code", "en", "uk", "fr")(value)
    if code.split("-")[0] in Locale("en").languages:
        return code
    raise RefusedError(
        "unknown-language",
        f"“{code}” is not a language code of ISO 639",
        expected=such_as("a language code", ["en", "uk", "fr"]),
    )


def _schema(description: str, pattern: str | None, *examples: str) -> WithJsonSchema:
    schema: dict[str, Any] = {"type": "string", "description": description, "minLength": 1}
    if pattern:
        schema["pattern"] = f"^{pattern}$"
    if examples:
        schema["examples"] = list(examples)
    return WithJsonSchema(schema)


Line = Annotated[str, BeforeValidator(_line), _schema("A text of one line.", None)]
"""Text of one line, in which every character counts as itself."""

Prose = Annotated[str, BeforeValidator(_prose), _schema("A text of one or more lines.", None)]
"""Text that may have several lines."""

check_slug = _shaped(_SLUG, "bad-id", "an id of small letters, digits and hyphens", "us-ukraine-2024")
check_party_code = _shaped(
    _PARTY_CODE, "bad-id", "an id of capital letters, digits and hyphens", "UA", "EU", "G7-EU"
)

Slug = Annotated[
    str,
    BeforeValidator(
        _shaped(_SLUG, "bad-id", "an id of small letters, digits and hyphens", "us-ukraine-2024")
    ),
    _schema("An id of small letters, digits and hyphens.", _SLUG.pattern, "us-ukraine-2024"),
]
"""An id of small letters, digits and hyphens; safe as a file name."""

Topic = Annotated[
    str,
    BeforeValidator(_shaped(_TOPIC, "bad-id", "a topic", "consultation", "support.air-defence")),
    _schema("A dotted topic of the pack.", _TOPIC.pattern, "consultation", "support.air-defence"),
]
"""What a clause is about: a dotted name of the pack's vocabulary."""

PartyCode = Annotated[
    str,
    BeforeValidator(check_party_code),
    _schema("An ISO country code or an id of one's own, in capitals.", _PARTY_CODE.pattern, "UA", "US", "EU"),
]
"""The id that a party or another actor is given: an ISO country code or an id of one's own."""

Language = Annotated[
    str,
    BeforeValidator(_language),
    _schema("A language code (ISO 639).", _LANGUAGE.pattern, "en", "uk", "fr"),
]
"""The code of a language (ISO 639)."""
