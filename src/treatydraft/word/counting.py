"""Print the number of a list as Word does, in each of its number formats."""

from collections.abc import Callable
from functools import partial
from typing import Final

from num2words import num2words

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
_LEGAL_HAN: Final = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_JAPANESE: Final = "零壱弐参四伍六七八九"
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


def _han(signs: str, units: str, number: int, *, one: bool = False) -> str:
    """A number in Chinese counting: 二十三; with `one` a leading ten is written with its one."""
    if not 0 < number < 10 ** len(units):
        return _digits(signs, number)
    written: list[str] = []
    figures = str(number)
    for place, figure in enumerate(figures):
        unit = units[len(figures) - 1 - place].strip()
        if figure != "0":
            silent = figure == "1" and unit and not one
            written.append(("" if silent else signs[int(figure)]) + unit)
        elif one and written and not written[-1].endswith(signs[0]) and figures[place:].strip("0"):
            written.append(signs[0])
    return "".join(written)


def _cycle_of_sixty(number: int) -> str:
    return str(number) if number < 1 else _cycled(_STEMS, number) + _cycled(_BRANCHES, number)


def _in_words(number: int, form: str, language: str) -> str:
    for tongue in (language.replace("-", "_"), language.partition("-")[0], "en"):
        try:
            words = str(num2words(number, lang=tongue or "en", to=form))
        except (NotImplementedError, OverflowError, ValueError, TypeError):
            continue
        return words[:1].upper() + words[1:]
    return str(number)


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
    "japaneseCounting": partial(_han, _HAN, " 十百千"),
    "chineseCounting": partial(_han, _HAN, " 十百千"),
    "chineseCountingThousand": partial(_han, _HAN, " 十百千"),
    "taiwaneseCounting": partial(_han, _HAN, " 十百千"),
    "taiwaneseCountingThousand": partial(_han, _HAN, " 十百千"),
    "koreanCounting": partial(_han, "영일이삼사오육칠팔구", " 십백천"),
    "japaneseLegal": partial(_han, _LEGAL_JAPANESE, " 拾百阡", one=True),
    "chineseLegalSimplified": partial(_han, _LEGAL_HAN, " 拾佰仟", one=True),
    "ideographLegalTraditional": partial(_han, "零壹貳參肆伍陸柒捌玖", " 拾佰仟", one=True),
    "hindiNumbers": partial(_digits, "०१२३४५६७८९"),
    "thaiNumbers": partial(_digits, "๐๑๒๓๔๕๖๗๘๙"),
}  # fmt: skip
