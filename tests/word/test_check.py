"""What the structural pass finds in a file that every XML parser takes."""

import pytest
from tests.word import files

from treatydraft.word.check import faults


def _bookmark(number: int, name: str) -> str:
    return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/></w:p>'


def _field(code: str) -> str:
    """A field whose code is cut over two runs."""
    half = len(code) // 2
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


FAULTS = {
    "missing target": (_field(" REF _Ref1 \\n \\h "), "field REF _Ref1 \\n \\h points to a bookmark"),
    "missing target, simple": ('<w:p><w:fldSimple w:instr="REF _Ref1"/></w:p>', "points to a bookmark"),
    "name twice": (_bookmark(1, "a") + _bookmark(2, "A"), "bookmark a stands 2 times"),
    "id twice": (_bookmark(1, "a") + _bookmark(1, "b"), "bookmark id 1 stands 2 times"),
    "no end": ('<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>', "does not end exactly once"),
    "long name": (_bookmark(1, "a" * 41), "more than 40 characters"),
    "note missing": ('<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p>', "footnote 7 is not there"),
    "no rows": ("<w:tbl/>", "a table has no rows"),
    "empty cell": ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "does not end with a paragraph"),
    "style missing": ('<w:p><w:pPr><w:pStyle w:val="Nope"/></w:pPr></w:p>', "style Nope is not there"),
    "list missing": (
        '<w:p><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:p>',
        "list 9 is not there",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_found(case: str) -> None:
    body, message = FAULTS[case]
    assert any(message in fault for fault in faults(files.template(body)))


def test_a_sound_file_has_none() -> None:
    assert faults(files.template(_bookmark(1, "_Ref1"), _field(" REF _Ref1 \\n \\h "))) == ()


def test_the_template_of_the_pack_has_none() -> None:
    assert faults(files.AGREEMENT.read_bytes()) == ()
