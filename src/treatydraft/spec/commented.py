"""Fields with their notes → the lines of a spec in YAML, each note a comment at the side of its field."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never, cast

from treatydraft.spec.problems import shown
from treatydraft.spec.starter_fields import noted, yaml_value
from treatydraft.spec.text import FORBIDDEN

Scalar: TypeAlias = str | bool | int
Value: TypeAlias = Scalar | Sequence[Scalar] | Mapping[str, "Scalar | Sequence[Scalar]"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line that says nothing to a program."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A field: its value, or the lines below it."""

    name: str
    value: Value = ""
    note: str = ""
    below: "tuple[Line, ...]" = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its value, or the lines that it consists of, of which the first is an entry."""

    value: Value = ""
    note: str = ""
    below: "tuple[Line, ...]" = ()


Line: TypeAlias = Remark | Entry | Item


def commented(lines: Iterable[Line], margin: str = "") -> Iterator[str]:
    r"""The lines as YAML.

    >>> print(*commented([Entry("term", below=(Entry("length", "10 years", "Article 9"),))]), sep="\n")
    term:
      length: 10 years                  # Article 9
    """
    for line in lines:
        match line:
            case Remark(text=text):
                indent = text[: len(text) - len(text.lstrip(" "))]
                yield f"{margin}# {indent}{_comment(text)}".rstrip()
            case Entry(name=name, note=note, below=()):
                yield noted(f"{margin}{name}: {yaml_value(_clean(line.value))}", _comment(note))
            case Entry(name=name, note=note, below=below):
                yield noted(f"{margin}{name}:", _comment(note))
                yield from commented(below, f"{margin}  ")
            case Item(note=note, below=()):
                yield noted(f"{margin}- {yaml_value(_clean(line.value))}", _comment(note))
            case Item(below=below):
                inner = list(commented(below, f"{margin}  "))
                yield f"{margin}- {inner[0].removeprefix(f'{margin}  ')}"
                yield from inner[1:]
            case _:
                assert_never(line)


_LONGEST_COMMENT: Final = 2000  # a comment is made of parts that are shortened before


def _clean(value: Value) -> Value:
    match value:
        case str():
            return one_line(value)
        case Mapping():
            return {name: cast("Scalar", _clean(one)) for name, one in value.items()}
        case Sequence():
            return [cast("Scalar", _clean(one)) for one in value]
        case _:
            return value


def _comment(text: str) -> str:
    """The text in one line that no word of it can end."""
    return shown(one_line(text), _LONGEST_COMMENT)


def one_line(text: str) -> str:
    r"""Received words as a field of one line takes them: single spaces, and no character that does not print.

    >>> one_line("Treaty\non \x0bFish\u00ad")
    'Treaty on Fish'
    """
    printing = FORBIDDEN.sub(" ", text.replace("\n", " ").translate(_UNSEEN))
    return " ".join(printing.split())


_UNSEEN: Final = dict.fromkeys(
    (0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)  # soft hyphens, spaces of no width, changes of direction
