"""Specs that came by mail: what YAML lets a file do, and what a text can hide."""

import json
from typing import Final

from tests.hostile.rows import GOOD as BASE
from tests.hostile.rows import Row, just

_TITLE: Final = "Bilateral Security Agreement"


def _with(old: str, new: str) -> str:
    assert old in BASE
    return BASE.replace(old, new, 1)


def _name(text: str) -> str:
    """The spec with this name of a party, written as YAML writes what cannot stand raw."""
    return _with("name: Ukraine", f"name: {json.dumps(text)}")


def _raw(text: str) -> str:
    """The spec with these characters in its title as they are."""
    return _with(_TITLE, text)


def _bomb(levels: int) -> str:
    names = [f"a{level}" for level in range(levels)]
    lines = [
        f"{name}: &{name} [{', '.join([f'*{names[at - 1]}'] * 9)}]" for at, name in enumerate(names) if at
    ]
    return "\n".join(["a0: &a0 [x, x]", *lines]) + "\n"


def _row(says: str, source: str | bytes, status: int = 2, command: str = "validate spec.yaml") -> Row:
    return Row(command, {"spec.yaml": just(source)}, status, says)


SPECS: Final[dict[str, Row]] = {
    "good spec, so that the others differ in one thing": _row("1 spec valid", BASE, 0),
    # What YAML can do besides holding data.
    "alias bomb of 12 levels": _row("spec.yaml:2:10: a1[0]: the alias *a0 is not allowed here", _bomb(12)),
    "alias bomb of two lines": _row("spec.yaml:2:10: a1[0]: the alias *a0 is not allowed here", _bomb(2)),
    "alias bomb in flow style": _row(
        "spec.yaml:1:20: b[0]: the alias *a is not allowed here", "{a: &a [x], b: &b [*a, *a], c: [*b, *b]}"
    ),
    "anchors without aliases": _row(
        "spec.yaml:7:10: the anchor &a is not allowed here", _with("title: ", "title: &a ")
    ),
    "alias to itself": _row("spec.yaml:1:8: a[0]: the recursive alias *a is not allowed here", "a: &a [*a]"),
    "alias to itself in a mapping": _row(
        "spec.yaml:1:11: a.b: the recursive alias *a is not allowed here", "a: &a {b: *a}"
    ),
    "merge key": _row(
        "spec.yaml:3:7: c.<<: the alias *a is not allowed here", "a: &a {b: 1}\nc:\n  <<: *a\n"
    ),
    "merge key without an alias": _row(
        "spec.yaml:23:1: <<: there is no field “<<” here", BASE + "<<: {id: other}\n", 1
    ),
    "20,000 open brackets": _row(
        "spec.yaml:1:1: more than 40 lists or groups of fields stand inside one another", "[" * 20_000
    ),
    "100,000 open braces on lines of their own": _row(
        "spec.yaml:1:1: more than 40 lists or groups of fields stand inside one another", "{\n" * 100_000
    ),
    "5,000 levels by indentation": _row(
        "spec.yaml:41:41: more than 40 lists or groups of fields stand inside one another",
        "".join(" " * level + "a:\n" for level in range(500)) + " " * 500 + "b",
    ),
    "5,000 lists in lists": _row(
        "spec.yaml:1:81: more than 40 lists or groups of fields stand inside one another", "- " * 5_000 + "x"
    ),
    "5,000 brackets with words between": _row(
        "spec.yaml:1:160: more than 40 lists or groups of fields stand inside one another",
        "a: " + "[x, " * 5_000,
    ),
    "tag that calls": _row(
        "spec.yaml:1:4: the tag !!python/object/apply:os.system is not allowed here",
        "a: !!python/object/apply:os.system ['touch canary']",
    ),
    "tag that makes": _row(
        "spec.yaml:1:4: the tag !!python/object/new:os.system is not allowed here",
        "a: !!python/object/new:os.system ['touch canary']",
    ),
    "tag that names": _row(
        "spec.yaml:1:4: the tag !!python/name:os.system is not allowed here", "a: !!python/name:os.system"
    ),
    "tag written out": _row(
        "spec.yaml:1:4: the tag !!python/object/apply:os.system is not allowed here",
        "a: !<tag:yaml.org,2002:python/object/apply:os.system> ['touch canary']",
    ),
    "tag by a directive": _row(
        "spec.yaml:3:4: the tag !!python/object/apply:os.system is not allowed here",
        "%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!object/apply:os.system []",
    ),
    "tag of a key": _row(
        "spec.yaml:1:1: the tag !!python/name:os.system is not allowed here", "!!python/name:os.system : 1"
    ),
    "tag on the whole file": _row("spec.yaml:1:1: the tag !!map is not allowed here", "!!map\n" + BASE),
    "harmless tag": _row(
        "spec.yaml:20:30: the tag !!str is not allowed here",
        _with("date: 2024-06-13", "date: !!str 2024-06-13"),
    ),
    "YAML 1.1, which changes nothing here": _row("1 spec valid", "%YAML 1.1\n---\n" + BASE, 0),
    "YAML of a version to come": _row(
        "spec.yaml:1:1: this is not YAML: found incompatible YAML document (version 1.* is required)",
        "%YAML 3.0\n---\n" + BASE,
    ),
    "unknown directive, which does nothing": _row("1 spec valid", "%RUN touch canary\n---\n" + BASE, 0),
    "two documents": _row(
        "spec.yaml:23:1: a second document begins here, and a file holds one", BASE + "---\n" + BASE
    ),
    "a field twice": _row(
        "spec.yaml:8:3: instrument.title: the field “title” stands here…",
        _with("  title:", "  title: Other\n  title:"),
        1,
    ),
    "a field twice, once in quotes": _row(
        "spec.yaml:23:1: id: the field “id” stands here…",
        BASE + '"id": other\n',
        1,
    ),
    "a field twice by an escape": _row(
        "spec.yaml:23:1: id: the field “id” stands here…",
        BASE + '"\\u0069d": other\n',
        1,
    ),
    "a list for a key": _row(
        "spec.yaml:1:3: the name of a field must be a word, and a list or a group of fields stands here",
        "? [a, b]\n: c",
    ),
    "a mapping for a key": _row(
        "spec.yaml:1:1: the name of a field must be a word, and a list or a group of fields stands here",
        "{a: b}: c",
    ),
    "list in place of fields": _row(
        "spec.yaml:1:1: the file must hold fields, each with a name, a colon and its value, and holds a list",
        "- a\n- b",
        1,
    ),
    "nothing but blanks": _row("spec.yaml:1:1: the file is empty", " \n" * 100, 1),
    "quotes that never close": _row(
        "spec.yaml:1:4: a quotation mark that is never closed", "a: '" + "x" * 100_000
    ),
    # How large.
    "300 KB": _row(
        "spec.yaml: the file has more than 256 KB, and a spec has a few", BASE + "# " + "x" * 300_000
    ),
    "a text of 200 KB": _row("1 spec valid", _raw("x" * 200_000), 0),
    "a number of 200,000 digits": _row(
        "spec.yaml:14:16: term.length: “999…",
        _with("length: 10 years", "length: " + "9" * 200_000),
        1,
    ),
    "a number of 400 digits": _row(
        "spec.yaml:1:14: treatydraft: this must be 1, and the number 999… stands here",
        _with("treatydraft: 1", "treatydraft: " + "9" * 400),
        1,
    ),
    "years without end": _row(
        "spec.yaml:14:16: term.length: “999…",
        _with("10 years", "9" * 300 + " years"),
        1,
    ),
    "infinity": _row(
        "spec.yaml:1:14: treatydraft: “.inf” is not one of the allowed words",
        _with("treatydraft: 1", "treatydraft: .inf"),
        1,
    ),
    "4,500 parties": _row(
        "spec.yaml:1435:41: the file has more than 10,000 fields and values",
        _with(
            "references:",
            "".join(f"  - {{id: A{n}, name: State {n}, kind: state}}\n" for n in range(4_500))
            + "references:",
        ),
    ),
    "20,000 unknown fields": _row(
        "spec.yaml:4974:1: the file has more than 10,000 fields and values",
        BASE + "".join(f"f{n}: 1\n" for n in range(20_000)),
    ),
    "12,000 wrong items": _row(
        "spec.yaml:3323:12: the file has more than 10,000 fields and values",
        BASE + "".join("  - {area: x}\n" for n in range(12_000)),
    ),
    # How it is encoded.
    "UTF-8 with its mark": _row("1 spec valid", b"\xef\xbb\xbf" + BASE.encode(), 0),
    "UTF-16": _row("spec.yaml:1:1: the file is not UTF-8 at byte 0: it is UTF-16", BASE.encode("utf-16")),
    "UTF-16 without its mark": _row(
        "spec.yaml:1:1: the file is not UTF-8 at byte 1: it is UTF-16", BASE.encode("utf-16-le")
    ),
    "UTF-32": _row("spec.yaml:1:1: the file is not UTF-8 at byte 0: it is UTF-32", BASE.encode("utf-32")),
    "Latin-1": _row(
        "spec.yaml:20:21: the file is not UTF-8 at byte 723", _with("Kyiv", "Orléans").encode("latin-1")
    ),
    "UTF-8 that is cut": _row(
        "spec.yaml:22:12: the file is not UTF-8 at byte 768", _with("Kyiv", "Київ").encode()[:-40] + b"\xd0"
    ),
    "overlong UTF-8": _row(
        "spec.yaml:20:19: the file is not UTF-8 at byte 721", BASE.encode().replace(b"Kyiv", b"K\xc0\xafiv")
    ),
    "surrogate in bytes": _row(
        "spec.yaml:20:19: the file is not UTF-8 at byte 721",
        BASE.encode().replace(b"Kyiv", b"K\xed\xa0\x80iv"),
    ),
    "not a text": _row("spec.yaml:3:115: the file is not UTF-8 at byte 128", bytes(range(256)) * 10),
    # What it hides.
    "NUL": _row(
        "spec.yaml:7:10: instrument.title: U+0000 (a control character) stands in this text, …",
        _raw("Agreement\0 on Security"),
        1,
    ),
    "NUL written": _row(
        "spec.yaml:10:20: parties[0].name: U+0000 (a control character) stands in this text, …",
        _name("Ukr\0aine"),
        1,
    ),
    "NUL in a comment": _row("spec.yaml:23:4: U+0000 stands here", BASE + "# a\0b\n", 1),
    "NUL in a key": _row("spec.yaml:23:1: a�b: there is no field “a�b” here", BASE + '"a\\0b": 1\n', 1),
    "vertical tab": _row(
        "spec.yaml:7:10: instrument.title: U+000B (a control character) stands in this text, …",
        _raw("Agreement\x0b on Security"),
        1,
    ),
    "form feed": _row(
        "spec.yaml:10:20: parties[0].name: U+000C (a control character) stands in this text, …",
        _name("Ukr\x0caine"),
        1,
    ),
    "escape sequence of a terminal": _row(
        "spec.yaml:10:20: parties[0].name: U+001B (a control character) stands in this text, …",
        _name("\x1b]0;owned\x07\x1b[2J"),
        1,
    ),
    "C1 control": _row(
        "spec.yaml:7:10: instrument.title: U+009B (a control character) stands in this text, …",
        _raw("Agreement\x9b2J"),
        1,
    ),
    "next line": _row(
        "spec.yaml:10:20: parties[0].name: U+0085 (a control character) stands in this text, …",
        _name("Ukr\x85aine"),
        1,
    ),
    "line separator": _row(
        "spec.yaml:7:10: instrument.title: U+2028 (LINE SEPARATOR) stands in this text, …",
        _raw("Agreement\u2028on Security"),
        1,
    ),
    "lone surrogate": _row(
        "spec.yaml:10:20: parties[0].name: U+D800 (half of a surrogate pair) stands in this text, …",
        _name("Ukr\ud800aine"),
        1,
    ),
    "surrogates the wrong way round": _row(
        "spec.yaml:10:20: parties[0].name: U+DC00 (half of a surrogate pair) stands in this text, …",
        _name("Ukr\udc00\ud800aine"),
        1,
    ),
    "noncharacter": _row(
        "spec.yaml:10:20: parties[0].name: U+FFFE (no character) stands in this text, …",
        _name("Ukr\ufffeaine"),
        1,
    ),
    "terminal escape in the name of a field": _row(
        "spec.yaml:23:1: �[2J: there is no field “�[2J” here", BASE + '"\\e[2J": 1\n', 1
    ),
    "control that turns a name round": _row(
        "spec.yaml:10:20: parties[0].name: U+202E (RIGHT-TO-LEFT OVERRIDE) stands here…",
        _name("Ukraine\u202e"),
        1,
    ),
    "control that turns a title round, raw": _row(
        "spec.yaml:7:10: instrument.title: U+2066 (LEFT-TO-RIGHT ISOLATE) stands here…",
        _raw("Agreement \u2066on\u2069 Security"),
        1,
    ),
    "control that turns a comment of the spec round": _row("1 spec valid", BASE + "# \u202e\n", 0),
    "Cyrillic letter in a name": _row(
        "spec.yaml:10:20: parties[0].name: U+0430 (CYRILLIC SMALL LETTER A) stands among…",
        _name("Ukr\u0430ine"),
        1,
    ),
    "Greek letter in a title": _row(
        "spec.yaml:7:10: instrument.title: U+03BF (GREEK SMALL LETTER OMICRON) stands among…",
        _raw("Agreement \u03bfn Security"),
        1,
    ),
    "word of look-alikes in a name": _row(
        "spec.yaml:10:20: parties[0].name: U+041C (CYRILLIC CAPITAL LETTER EM) begins a word…",
        _name("Ukraine and \u041cехісо"),
        1,
    ),
    "letters of full width": _row(
        "spec.yaml:10:20: parties[0].name: U+FF35 (FULLWIDTH LATIN CAPITAL LETTER U) stands here…",
        _name("\uff35kraine"),
        1,
    ),
    "unseen character in a name": _row(
        "spec.yaml:10:20: parties[0].name: U+200B (ZERO WIDTH SPACE) stands here, which nobody sees",
        _name("Ukr\u200baine"),
        1,
    ),
    "name in Cyrillic": _row("1 spec valid", _name("Україна"), 0),
    "tab": _row(
        "spec.yaml:5:1: this line is indented with a tab, and YAML is indented with spaces",
        _with("  form:", "\tform:"),
    ),
    "markup in a name": _row("1 spec valid", _name('R&D <Annex 1> {{ 7*7 }} {% raw %} "]]>'), 0),
    # What is no date, no path and no id.
    "30 February": _row(
        "spec.yaml:20:30: signing.date: “2024-02-30”: there is no 30 February 2024",
        _with("2024-06-13", "2024-02-30"),
        1,
    ),
    "13th month": _row(
        "spec.yaml:20:30: signing.date: “2025-13-01”: there is no month 13",
        _with("2024-06-13", "2025-13-01"),
        1,
    ),
    "a time for a date": _row(
        "spec.yaml:20:30: signing.date: “12:30” is not a date", _with("2024-06-13", "12:30"), 1
    ),
    "a date of the year 0": _row(
        "spec.yaml:20:30: signing.date: “0000-01-01”: there is no year 0",
        _with("2024-06-13", "0000-01-01"),
        1,
    ),
    "a date of the year 10000": _row(
        "spec.yaml:20:30: signing.date: “10000-01-01” is not a date", _with("2024-06-13", "10000-01-01"), 1
    ),
    "digits of another script": _row(
        "spec.yaml:20:30: signing.date: “２０２４-06-13” is not a date",
        _with("2024-06-13", "２０２４-06-13"),
        1,
    ),
    "id that climbs": _row(
        "spec.yaml:2:5: id: “../../etc/cron” is not an id of small letters, …",
        _with("id: us-ukraine", "id: ../../etc/cron"),
        1,
        "render spec.yaml",
    ),
    "id with a slash": _row(
        "spec.yaml:2:5: id: “/etc/cron” is not an id of small letters, …",
        _with("id: us-ukraine", "id: /etc/cron"),
        1,
        "render spec.yaml",
    ),
    "pack under a name that is misspelt": _row(
        "spec.yaml:3:1: pa&ck: there is no field “pa&ck” here", _with("pack:", "pa&ck:"), 1
    ),
    "no pack": _row(
        "spec.yaml:1:1: pack: the field “pack” is missing", _with("pack: security-agreement\n", ""), 1
    ),
    "pack that climbs": _row(
        "spec.yaml:3:7: pack: there is no pack “../security-agreement”",
        _with("pack: security-agreement", "pack: ../security-agreement"),
        1,
    ),
    "pack by an absolute path": _row(
        "spec.yaml:3:7: pack: there is no pack “/etc”", _with("pack: security-agreement", "pack: /etc"), 1
    ),
    "pack with a NUL": _row(
        "spec.yaml:3:7: pack: there is no pack “a�b”", _with("pack: security-agreement", 'pack: "a\\0b"'), 1
    ),
    "house style of an object": _row(
        "spec.yaml:8:16: instrument.house_style: “__class__” is not an id of small letters, …",
        _with("house_style: us", "house_style: __class__"),
        1,
    ),
    "clause that includes a file": _row(
        "spec.yaml:23:1: include: there is no field “include” here", BASE + "include: ../../etc/passwd\n", 1
    ),
    "country that YAML 1.1 takes for no": _row(
        "1 spec valid", _with("{id: UA, name: Ukraine", "{id: NO, name: Norway"), 0
    ),
}
