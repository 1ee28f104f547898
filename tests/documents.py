"""Documents for tests, made by hand: one for each family of house styles; `strategies` makes any others."""

from collections.abc import Callable
from functools import partial
from typing import Final

from treatydraft.document import tree
from treatydraft.document.house_style import DEFAULT_LEVELS, HouseStyle, Level
from treatydraft.document.numbering import numbered

HOSTILE_NAME: Final = "Côte d'Ivoire & <Sons> {{ x }} * _y_ #"

# --- House styles -----------------------------------------------------------------------------------------

AMERICAN: Final = HouseStyle(
    name="american",
    locale="en-US",
    date_pattern="MMMM d, y",
    serial_comma=True,
    levels=(
        Level("article", "upper-roman", "Article {}", ":", cite="Article {}"),
        Level("paragraph", mark=".", cite=", paragraph {}", cite_within="paragraph {}"),
        Level("subparagraph", "lower-letter", mark=".", cite="({})", cite_within="subparagraph {}"),
    ),
)
SECTIONS: Final = HouseStyle(
    name="sections",
    unit="Part",
    levels=(
        Level("section", "upper-roman", mark=".", cite="Part {}"),
        Level("paragraph", mark=".", cite=", paragraph {}", cite_within="paragraph {}"),
        Level("subparagraph", label="({})", cite="({})", cite_within="subparagraph ({})"),
        Level("item", "lower-letter", "({})", cite="({})", cite_within="item ({})"),
    ),
)
CENTRED: Final = HouseStyle(name="centred", heading="below", centred=True)
RUNNING_ON: Final = HouseStyle(
    name="running-on",
    number_lone_paragraph=True,
    unit="Part",
    levels=(
        Level("part", "upper-roman", "Part {}", cite="Part {}"),
        Level("paragraph", mark=".", cite=", paragraph {}", cite_within="paragraph {}", runs_on=True),
        *DEFAULT_LEVELS[2:],
    ),
)
CHAPTERS: Final = HouseStyle(
    name="chapters",
    levels=(
        Level("chapter", "upper-roman", "Chapter {}", cite="Chapter {}"),
        Level(
            "article",
            label="Article {}",
            mark=".",
            cite=", Article {}",
            cite_within="Article {}",
            runs_on=True,
        ),
        *DEFAULT_LEVELS[1:],
    ),
)
STYLES: Final = (AMERICAN, SECTIONS, CENTRED, RUNNING_ON, CHAPTERS)

# --- Short forms ------------------------------------------------------------------------------------------

Words = str | tree.Inline


def inline(*pieces: Words) -> tuple[tree.Inline, ...]:
    """Inline pieces, with a bare string for a `Text`."""
    return tuple(tree.Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def clause(kind: tree.Kind, id: str, *pieces: Words, under: tuple[tree.Clause, ...] = ()) -> tree.Clause:  # noqa: A002
    return tree.Clause(kind, id, topic=id.partition("/")[0], text=inline(*pieces), children=under)


def headed(kind: tree.Kind, id: str, heading: str, *under: tree.Clause) -> tree.Clause:  # noqa: A002
    return tree.Clause(kind, id, topic=id.partition("/")[0], heading=heading, children=under)


par = partial(clause, "paragraph")
sub = partial(clause, "subparagraph")
item = partial(clause, "item")


def preamble(opening: tuple[Words, ...], recitals: list[tuple[Words, ...]], enacting: str) -> tree.Preamble:
    return tree.Preamble(
        clause("preamble", "preamble", *opening),
        tuple(clause("recital", f"recitals/{number}", *words) for number, words in enumerate(recitals, 1)),
        clause("paragraph", "enacting", enacting),
    )


def signed(party: str, name: str, *signatories: tuple[str, str]) -> tree.SignatureBlock:
    """`For Name:`, with the name and the office of each who signs."""
    return tree.SignatureBlock(
        id=f"signature/{party}",
        party_id=party,
        text=inline("For ", tree.Value(f"parties.{party}.name", name), ":"),
        signatories=tuple(tree.Signatory(inline(who), inline(office)) for who, office in signatories),
    )


def closing(testimonium: str, *signatures: tree.SignatureBlock) -> tree.Closing:
    paragraph = clause("testimonium", "testimonium/1", testimonium)
    return tree.Closing(clause("testimonium", "testimonium", under=(paragraph,)), signatures)


def italic(words: str) -> tree.Emphasis:
    return tree.Emphasis(inline(words))


# --- Documents made by hand -------------------------------------------------------------------------------


def american() -> tree.Document:
    """Binding, two parties, `Article I:` with `1.` and `a.`, a title that breaks, one political annex."""
    name = "the Republic of Arcadia"
    term = tree.Term("Parties", "Parties", defines=True)
    purpose = par("purpose/text", "The Parties cooperate in the defense of their territories.")
    trigger = par(
        "consultation/trigger",
        "In the event of an armed attack on Borduria, or the threat of one, the Parties shall meet:",
        under=(
            sub("consultation/within", "within ", tree.Value("consultation.within", "24 hours"), "; and"),
            sub("consultation/level", "at the most senior levels."),
        ),
    )
    outcome = par(
        "consultation/outcome",
        "At a meeting under ",
        tree.Reference("consultation/trigger"),
        " the Parties decide on appropriate next steps.",
    )
    entry = par(
        "final/entry",
        "This Agreement shall enter into force upon signature. ",
        tree.Reference("consultation/within"),
        " applies from that day.",
    )
    years = par(
        "final/term",
        "It shall remain in force for ",
        tree.Value("term.length", "10 years"),
        ", together with the ",
        tree.Reference("annex/support"),
        ".",
    )
    status = par("annex/status", "This Annex expresses intentions and creates no legal obligations.")
    defense = par("annex/air-defense", "Arcadia intends to support air defense.")
    document = tree.Document(
        id="arcadia-borduria",
        form="agreement",
        register="binding",
        title=inline("Agreement on Security Cooperation between Borduria and ", name),
        short_title="Agreement on Security Cooperation",
        parties=(tree.Party("BO", "Borduria", "Borduria"), tree.Party("AR", name, "Arcadia")),
        preamble=preamble(
            (f"Borduria and {name} (hereinafter “the ", term, "”),"),
            [
                (italic("Recalling"), " the Charter of the United Nations;"),
                (
                    italic("Determined"),
                    " to deter aggression against them, whoever the aggressor may be; and",
                ),
                (italic("Wishing"), " to put their cooperation on a lasting footing,"),
            ],
            "Have agreed as follows:",
        ),
        body=(
            headed("article", "purpose", "Purpose", purpose),
            headed("article", "consultation", "Consultation", trigger, outcome),
            headed("article", "final", "Entry into Force and Term", entry, years),
        ),
        closing=closing(
            "DONE at Puglia, this 13th day of June, 2024, in duplicate, in the English language.",
            signed("BO", "Borduria", ("Mila Petrova", "President of Borduria")),
            signed("AR", name, ("John Q. Public Jr.", "President of the Republic of Arcadia")),
        ),
        annexes=(headed("annex", "annex/support", "Areas of Support", status, defense),),
        house_style=AMERICAN,
        marking=tree.Marking(status="Draft, version 2, June 13, 2024", date="2024-06-13"),
    )
    return numbered(document)


def sections() -> tree.Document:
    """Political, `I.` with `1.`, `(1)` and `(a)`, a footnote, a notice, one party with two signatories."""
    note = tree.Note(inline("Signed at Vilnius on 12 July 2023; see ", tree.Reference("purpose"), "."))
    defence = sub(
        "support/defence",
        "the defence of Eastland, namely:",
        under=(item("support/air-defence", "air defence; and"), item("support/demining", "demining;")),
    )
    energy = sub(
        "support/energy", "the supply of energy, as ", tree.Reference("support/demining"), " requires."
    )
    amount = tree.Value("support[0].amount", "EUR 1.1 billion")
    document = tree.Document(
        id="eastland-westland",
        form="accord",
        register="political",
        title=inline("Accord on Support between Eastland and the Westland Union"),
        short_title="Accord on Support",
        parties=(
            tree.Party("EA", "the Government of Eastland", "Eastland"),
            tree.Party("WU", "the Westland Union", "the Union"),
        ),
        preamble=preamble(
            ("The Government of Eastland and the Westland Union (the “Participants”),",),
            [(italic("Reaffirming"), " the Joint Declaration of 2023", note, ",")],
            "have reached the following understandings:",
        ),
        body=(
            headed(
                "section", "purpose", "Purpose", par("purpose/text", "The Participants will work together.")
            ),
            headed(
                "section",
                "support",
                "Support",
                par("support/money", "The Union will provide ", amount, " in 2025."),
                par("support/areas", "The Union intends to support:", under=(defence, energy)),
            ),
        ),
        closing=closing(
            "Signed in Brussels on 3 March 2025, in English and Eastlandic.",
            signed("EA", "the Government of Eastland", ("Iryna Koval", "Prime Minister")),
            signed(
                "WU",
                "the Westland Union",
                ("Jean Dupont", "President of the Council"),
                ("Ursula Schmidt", "President of the Commission"),
            ),
        ),
        house_style=SECTIONS,
        marking=tree.Marking(
            notice="Drafted from published facts; not the authentic text", date="2025-03-03"
        ),
    )
    return numbered(document)


def centred() -> tree.Document:
    """Three parties, headings in the middle below their labels, two annexes, nobody named to sign."""
    third = tree.Value("parties[2].name", HOSTILE_NAME)
    lapse = sub(
        "assistance/lapse",
        "on lapse of:",
        under=(
            item("assistance/mandate", "the mandate; or"),
            item("assistance/term", "the term under ", tree.Reference("term"), "."),
        ),
    )
    means = tree.Reference("annex/means")
    duty = par("assistance/duty", "Each Party shall assist ", third, " as ", means, " provides.")
    limits = par(
        "assistance/limits", "Assistance ends:", under=(sub("assistance/request", "on request;"), lapse)
    )
    radar = par("annex/radar", "Radar, as ", tree.Reference("annex/aircraft"), " says.")
    ships = par("annex/ships", "Ships under ", tree.Reference("assistance/term"), ".")
    document = tree.Document(
        id="northern-agreement",
        form="agreement",
        register="binding",
        title=inline("Agreement between Norrland, Sudland and ", third),
        short_title="Northern Agreement",
        parties=(
            tree.Party("NO", "Norrland", "Norrland"),
            tree.Party("SU", "Sudland", "Sudland"),
            tree.Party("CI", HOSTILE_NAME, HOSTILE_NAME),
        ),
        preamble=preamble(
            ("Norrland, Sudland and ", third, ","),
            [(italic("Desiring"), " to help each other,")],
            "Have agreed as follows:",
        ),
        body=(
            headed("article", "assistance", "Assistance", duty, limits),
            headed(
                "article", "term", "Term", par("term/text", "This Agreement is concluded for five years.")
            ),
        ),
        closing=closing(
            "In witness whereof the undersigned, being duly authorised, have signed this Agreement.",
            signed("NO", "Norrland"),
            signed("SU", "Sudland"),
            signed("CI", HOSTILE_NAME),
        ),
        annexes=(
            headed(
                "annex",
                "annex/means",
                "Means",
                headed("section", "annex/air", "Air", par("annex/aircraft", "Aircraft."), radar),
                headed("section", "annex/sea", "Sea", ships),
            ),
            headed(
                "annex",
                "annex/contacts",
                "Points of Contact",
                par("annex/offices", "The ministries of defence."),
            ),
        ),
        house_style=CENTRED,
    )
    return numbered(document)


def running_on() -> tree.Document:
    """`Part I` with paragraphs that run on through the whole text."""
    cost = tree.Reference("defence/cost")
    document = tree.Document(
        id="joint-commitments",
        form="joint commitments",
        register="political",
        title=inline("Joint Commitments of Ruritania and Syldavia"),
        short_title="Joint Commitments",
        parties=(tree.Party("RU", "Ruritania", "Ruritania"), tree.Party("SY", "Syldavia", "Syldavia")),
        preamble=preamble(("Ruritania and Syldavia,",), [], "have decided:"),
        body=(
            headed(
                "part",
                "defence",
                "Defence",
                par("defence/aim", "Both will train together."),
                par("defence/cost", "Each bears its own costs."),
            ),
            headed(
                "part",
                "recovery",
                "Recovery",
                par("recovery/aim", "Both will rebuild what war destroyed, subject to ", cost, "."),
            ),
        ),
        closing=closing(
            "Signed at Szohôd on 1 May 2024.",
            signed("RU", "Ruritania", ("Rudolf Rassendyll", "")),
            signed("SY", "Syldavia", ("Muskar XII", "King of Syldavia")),
        ),
        house_style=RUNNING_ON,
        marking=tree.Marking(status="Draft, version 1, 1 May 2024", date="2024-05-01"),
    )
    return numbered(document)


def chapters() -> tree.Document:
    """Chapters that hold articles, whose numbers run on."""
    aim = headed("article", "aim", "Aim", par("aim/text", "The aim is peace."))
    day = par("force/day", "On signature, as ", tree.Reference("aim"), " requires.")
    notice = par("force/note", "Notice follows ", tree.Reference("force/day"), ".")
    force = headed("article", "force", "Entry into Force", day, notice)
    document = tree.Document(
        id="chaptered",
        form="agreement",
        register="binding",
        title=inline("Agreement on Everything"),
        short_title="Agreement on Everything",
        parties=(tree.Party("AA", "Aland", "Aland"), tree.Party("BB", "Beland", "Beland")),
        preamble=preamble(("Aland and Beland,",), [], "Have agreed as follows:"),
        body=(
            headed("chapter", "general", "General Provisions", aim),
            headed("chapter", "last", "Final Provisions", force),
        ),
        closing=closing("Done on 1 May 2024.", signed("AA", "Aland"), signed("BB", "Beland")),
        house_style=CHAPTERS,
    )
    return numbered(document)


EXAMPLES: Final[dict[str, Callable[[], tree.Document]]] = {
    "american": american,
    "sections": sections,
    "centred": centred,
    "running-on": running_on,
    "chapters": chapters,
}
