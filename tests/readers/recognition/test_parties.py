"""Parties are told from signature blocks and titles, with the ids that specs use."""

import pytest
from tests.readers.recognition.notation import reading

from treatydraft.readers.recognition import recognise

BODY = "Have agreed as follows:\n[b] Article 1: Fish\nFish are shared.\nDone in Oslo on 1 May 2024."


def parties(title: str, opening: str, *signatures: str) -> list[tuple[str, str, str]]:
    text = "\n".join((f"[b] {title}", opening, BODY, *signatures))
    return [(party.id, party.name, party.short) for party in recognise(reading(text), "any").parties]


@pytest.mark.parametrize(
    ("title", "opening", "signatures", "expected"),
    [
        (
            "Agreement on fish between Norway and Iceland",
            "Norway and Iceland,",
            ("For Norway:", "For Iceland:"),
            [("NO", "Norway", "Norway"), ("IS", "Iceland", "Iceland")],
        ),
        (
            "Agreement on fish between Iceland and Norway",
            "Iceland and Norway,",
            ("For Norway:", "For Iceland:"),
            [("IS", "Iceland", "Iceland"), ("NO", "Norway", "Norway")],
        ),
        (
            "Agreement between the Government of Japan and the Swiss Confederation",
            "The Government of Japan and the Swiss Confederation (“Switzerland”),",
            ("For the Government of Japan", "For the Swiss Confederation"),
            [("JP", "the Government of Japan", "Japan"), ("CH", "the Swiss Confederation", "Switzerland")],
        ),
        (
            "Agreement on fish",
            "The United Kingdom (hereinafter “the UK”) and Norway (hereafter “the Participants”),",
            ("FOR THE UNITED KINGDOM:", "FOR NORWAY:"),
            [
                ("GB", "the United Kingdom of Great Britain and Northern Ireland", "the United Kingdom"),
                ("NO", "the Kingdom of Norway", "Norway"),
            ],
        ),
        (
            "Agreement on fish",
            "Denmark and the European Union (hereinafter “the Parties”),",
            ("For Denmark: Prime Minister", "For the European Union:"),
            [("DK", "Denmark", "Denmark"), ("EU", "the European Union", "European Union")],
        ),
        (
            "Protocol between Norway, Iceland and Denmark",
            "Norway, Iceland and Denmark,",
            (),
            [("NO", "Norway", "Norway"), ("IS", "Iceland", "Iceland"), ("DK", "Denmark", "Denmark")],
        ),
        (
            "Agreement on fish",
            "Borduria and Syldavia,",
            ("For Borduria:", "For the Kingdom of Syldavia:"),
            [
                ("borduria", "Borduria", "Borduria"),
                ("kingdom-of-syldavia", "the Kingdom of Syldavia", "Kingdom of Syldavia"),
            ],
        ),
        (
            "Accord sur la pêche",
            "La France et la Norvège,",
            ("Pour la France :",),
            [("la-france", "la France", "la France")],
        ),
        ("Joint statement", "Fish were spoken of.", (), []),
    ],
)
def test_parties(
    title: str, opening: str, signatures: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert parties(title, opening, *signatures) == expected


def test_blocks_that_stand_side_by_side_are_told_apart() -> None:
    text = (
        f"[b] Agreement on fish\nNorway and Iceland,\n{BODY}\n"
        "FOR NORWAY:          FOR ICELAND:\nPrime Minister          Minister of Fisheries"
    )
    document = recognise(reading(text), "any")
    blocks = document.closing.signatures
    assert [(block.party_id, len(block.signatories)) for block in blocks] == [("NO", 1), ("IS", 1)]
