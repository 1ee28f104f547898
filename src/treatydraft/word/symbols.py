"""Turn the characters of symbol fonts into the Unicode characters that look like them."""

from typing import Final

_PRIVATE: Final = range(0xF020, 0xF100)  # where Word keeps the characters of a symbol font
_BASE: Final = 0xF000
_LAST_BYTE: Final = 0xFF

# Adobe's encoding of the Symbol font, row by row from 0x20; a blank where it has none.
_SYMBOL: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ "
    "                                "
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ "
)
_WINGDINGS: Final = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"}
_FONTS: Final = {
    "symbol": {0x20 + place: sign for place, sign in enumerate(_SYMBOL) if place == 0 or sign != " "},
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}
_BULLETS: Final = {"−": "–", "·": "•"}


def readable(text: str, font: str) -> str:
    """Text set in a font; characters of a symbol font that are not known stay as they are."""
    signs = _FONTS.get(font.lower())
    if signs is None or not any(ord(sign) in _PRIVATE for sign in text):
        return text
    return "".join(signs.get(ord(s) - _BASE, s) if ord(s) in _PRIVATE else s for s in text)


def symbol(code: str, font: str) -> str:
    """The character of a symbol, given by its number in hex digits."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if font.lower() in _FONTS:
        return readable(sign if ord(sign) in _PRIVATE else chr(_BASE + ord(sign) % 0x100), font)
    # Other fonts hold there the character that the low byte names.
    return chr(ord(sign) - _BASE) if ord(sign) in _PRIVATE else sign


def bullet(text: str, font: str) -> str:
    """The bullet of a list; one that is not known is a plain one, since its look says nothing."""
    if font.lower() in _FONTS:
        text = "".join(chr(_BASE + ord(sign)) if ord(sign) <= _LAST_BYTE else sign for sign in text)
    known = readable(text, font)
    return "".join("•" if ord(sign) in _PRIVATE else _BULLETS.get(sign, sign) for sign in known)
