"""Lines of a manuscript as XML."""

import pytest

from treatydraft.word import markup
from treatydraft.word.manuscript import Footnote, Line, NumberOf, Run
from treatydraft.word.runs import RunWriter

STYLES = {"emphasis": "E1", "footnote reference": "FR", "footnote text": "FT"}


def _xml(line: Line) -> str:
    return RunWriter(STYLES, lambda _note: "1", 1).line(line)


def test_words_carry_a_character_style_and_no_other_look() -> None:
    assert _xml(Line((Run("a & b", "Emphasis"),))) == (
        '<w:r><w:rPr><w:rStyle w:val="E1"/></w:rPr><w:t xml:space="preserve">a &amp; b</w:t></w:r>'
    )


def test_tabs_and_line_breaks_are_those_of_word() -> None:
    root = markup.fragment(f"<w:p>{_xml(Line((Run(chr(9) + 'a' + chr(10) + 'b'),)))}</w:p>")
    assert [child.tag.rpartition("}")[2] for child in root[0]] == ["tab", "t", "br", "t"]


def test_a_field_shows_its_text_until_it_is_updated() -> None:
    xml = _xml(Line((NumberOf("_Ref1", "Article I"),)))
    assert " REF _Ref1 \\n \\h " in xml
    assert xml.index("separate") < xml.index("Article I") < xml.index('"end"')


def test_bookmarks_and_notes_get_numbers_of_their_own() -> None:
    notes: list[str] = []

    def kept(note: str) -> str:
        notes.append(note)
        return str(len(notes) + 4)

    writer = RunWriter(STYLES, kept, 7)
    noted = Line((Run("a"), Footnote((Run("note"),))), "_Ref1")
    xml = [writer.line(noted) for _ in range(2)]
    assert 'w:id="7" w:name="_Ref1"' in xml[0]
    assert 'w:id="8"' in xml[1]
    assert '<w:footnoteReference w:id="5"/>' in xml[0]
    assert '<w:footnoteReference w:id="6"/>' in xml[1]
    assert len(notes) == 2


def test_a_missing_style_is_an_error_in_words() -> None:
    with pytest.raises(ValueError, match="the template has no style named 'Nope'; add it in Word"):
        _xml(Line((Run("a", "Nope"),)))


def test_an_empty_line_is_false_and_a_bookmark_alone_is_not() -> None:
    assert not Line()
    assert Line(bookmark="_Ref1")
