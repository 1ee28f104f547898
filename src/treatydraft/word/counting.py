"""Print the number of a list as Word does, in each of its number formats."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

_LARGEST_ROMAN: Final = 4_999  # beyond it, and below 1, Word prints no Roman numeral
_LARGEST_LETTER: Final = 780  # thirty times through the alphabet, as far as Word goes
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROUND_TEENS: Final = range(11, 14)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_UKRAINIAN: Final = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
_AIUEO: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA: Final = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_GANADA: Final = "가나다라마바사아자차카타파하"
_CHOSUNG: Final = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
_ARABIC_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HAN: Final = "〇一二三四五六七八九"
_CIRCLES: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHICAGO: Final = "*†‡§"


def counted(number: int, number_format: str, language: str = "") -> str:
    """A number of a list in a format by Word's name for it; one that is not known is printed in digits."""
    if number_format in _IN_WORDS:
        return _in_words(number, _IN_WORDS[number_format], language)
    form = _FORMATS.get(number_format)
    return str(number) if form is None else form(number)


def _nothing(_number: int) -> str:
    return ""


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    digits: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def _upper_roman(number: int) -> str:
    return _roman(number).upper()


def _repeated(alphabet: str, number: int) -> str:
    """Letters that are doubled when the alphabet is through: z, aa, bb."""
    if not 0 < number <= _LARGEST_LETTER:
        return str(number)
    rounds, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (rounds + 1)


def _cycled(alphabet: str, number: int) -> str:
    """Letters that begin again when the alphabet is through."""
    return str(number) if number < 1 else alphabet[(number - 1) % len(alphabet)]


def _enclosed(signs: str, number: int) -> str:
    return signs[number - 1] if 0 < number <= len(signs) else str(number)


def _padded(width: int, number: int) -> str:
    return str(number).zfill(width)


def _dashed(number: int) -> str:
    return f"- {number} -"


def _ordinal(number: int) -> str:
    """Word's own ordinals are English in files of most languages."""
    if number % 100 in _ROUND_TEENS:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"


def _hex(number: int) -> str:
    return f"{number:X}"


def _digits(signs: str, number: int) -> str:
    return str(number).translate({ord(digit): sign for digit, sign in zip("0123456789", signs, strict=True)})


def _full_width(number: int) -> str:
    return _digits("０１２３４５６７８９", number)


class _Han(NamedTuple):
    """How a language writes 1,205 in Chinese characters."""

    signs: str
    units: str  # of ten, hundred and thousand
    ones: str = ""  # the units before which a one is written
    gap: str = ""  # what stands for noughts in the middle
    leading: str = ""  # a one that is not written at the beginning, with its unit


def _han(form: _Han, number: int) -> str:
    if not 0 < number < 10 ** (len(form.units) + 1):
        return _digits(form.signs, number)
    figures = str(number)
    written: list[str] = []
    for figure, unit in zip(figures, ("", *form.units)[len(figures) - 1 :: -1], strict=True):
        if figure == "0":
            written.append(form.gap)
        else:
            silent = figure == "1" and unit and unit not in form.ones
            written.append(("" if silent else form.signs[int(figure)]) + unit)
    text = "".join(written)
    while form.gap and form.gap * 2 in text:
        text = text.replace(form.gap * 2, form.gap)
    text = text.removesuffix(form.gap) if form.gap else text
    return text[1:] if form.leading and text.startswith(form.leading) else text


def _cycle_of_sixty(number: int) -> str:
    return str(number) if number < 1 else _cycled(_STEMS, number) + _cycled(_BRANCHES, number)


def _in_words(number: int, form: str, language: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - slow to load, and seldom needed

    for tongue in (language.replace("-", "_"), language.partition("-")[0], "en"):
        try:
            words = str(num2words(number, lang=tongue or "en", to=form))
        except (NotImplementedError, OverflowError, ValueError, TypeError):
            continue
        return words[:1].upper() + words[1:]
    return str(number)


_CHINESE: Final = _Han(_HAN, "十百千", ones="十百千", gap="零", leading="一十")
_IN_WORDS: Final = {"cardinalText": "cardinal", "ordinalText": "ordinal"}
_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "none": _nothing,
    "bullet": _nothing,
    "upperRoman": _upper_roman,
    "lowerRoman": _roman,
    "upperLetter": partial(_repeated, _LATIN.upper()),
    "lowerLetter": partial(_repeated, _LATIN),
    "ordinal": _ordinal,
    "decimalZero": partial(_padded, 2),
    "hex": _hex,
    "numberInDash": _dashed,
    "chicago": partial(_repeated, _CHICAGO),
    "russianLower": partial(_repeated, _RUSSIAN),
    "russianUpper": partial(_repeated, _RUSSIAN.upper()),
    "ukrainianLower": partial(_repeated, _UKRAINIAN),
    "ukrainianUpper": partial(_repeated, _UKRAINIAN.upper()),
    "hebrew2": partial(_repeated, _HEBREW),
    "arabicAlpha": partial(_repeated, _ARABIC_ALPHA),
    "arabicAbjad": partial(_repeated, _ARABIC_ABJAD),
    "aiueo": partial(_cycled, _AIUEO),
    "aiueoFullWidth": partial(_cycled, _AIUEO),
    "iroha": partial(_cycled, _IROHA),
    "irohaFullWidth": partial(_cycled, _IROHA),
    "ganada": partial(_cycled, _GANADA),
    "chosung": partial(_cycled, _CHOSUNG),
    "ideographTraditional": partial(_cycled, _STEMS),
    "ideographZodiac": partial(_cycled, _BRANCHES),
    "ideographZodiacTraditional": _cycle_of_sixty,
    "ideographDigital": partial(_digits, _HAN),
    "japaneseDigitalTenThousand": partial(_digits, _HAN),
    "taiwaneseDigital": partial(_digits, "○一二三四五六七八九"),
    "koreanDigital": partial(_digits, "영일이삼사오육칠팔구"),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": partial(_enclosed, _CIRCLES),
    "decimalEnclosedCircleChinese": partial(_enclosed, _CIRCLES),
    "ideographEnclosedCircle": partial(_enclosed, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedFullstop": partial(_enclosed, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": partial(_enclosed, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "japaneseCounting": partial(_han, _Han(_HAN, "十百千")),
    "chineseCounting": partial(_han, _CHINESE),
    "chineseCountingThousand": partial(_han, _CHINESE),
    "taiwaneseCounting": partial(_han, _CHINESE),
    "taiwaneseCountingThousand": partial(_han, _CHINESE),
    "koreanCounting": partial(_han, _Han("영일이삼사오육칠팔구", "십백천")),
    "japaneseLegal": partial(_han, _Han("零壱弐参四伍六七八九", "拾百阡", ones="拾百阡")),
    "chineseLegalSimplified": partial(_han, _Han("零壹贰叁肆伍陆柒捌玖", "拾佰仟", ones="拾佰仟", gap="零")),
    "ideographLegalTraditional": partial(
        _han, _Han("零壹貳參肆伍陸柒捌玖", "拾佰仟", ones="拾佰仟", gap="零")
    ),
    "hindiNumbers": partial(_digits, "०१२३४५६७८९"),
    "thaiNumbers": partial(_digits, "๐๑๒๓๔๕๖๗๘๙"),
}  # fmt: skip
