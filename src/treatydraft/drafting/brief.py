"""What drafting one original needs, gathered once: spec, pack, house style, order of the parties."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from treatydraft.document.house_style import HouseStyle
from treatydraft.document.tree import Register
from treatydraft.drafting.clauses import Part, part
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.fitting import misfits
from treatydraft.drafting.views import Record, view
from treatydraft.drafting.wording import Wording
from treatydraft.language import grammar
from treatydraft.language.names import official_languages
from treatydraft.packs import Pack
from treatydraft.spec import Fault, Spec


@dataclass(frozen=True)
class Brief:
    """What is drafted, in which style, for which original."""

    spec: Spec
    pack: Pack
    style: HouseStyle
    record: Record  # the spec as templates see it
    parties: tuple[Record, ...]  # in the order of this original
    languages: tuple[object, ...]  # codes of the languages in which it is done, in the order of this original

    def part(self, register: Register, extra: Mapping[str, object], *, own_terms: bool = True) -> Part:
        """The words and names of one part; an annex in another register speaks in that register's terms."""
        spec = self.spec
        wording = Wording(
            pack=self.pack,
            style=self.style,
            register=register,
            form=self.pack.forms[spec.instrument.form],
            collective=_collective(spec) if own_terms else "",
            parties=self.parties,
            actors=self.actors,
        )
        names = {"languages": self.languages, "annexes": self.annexes(), **extra}
        return part(wording, self.record, names)

    def body_part(self, **extra: object) -> Part:
        """The words and names of the preamble, the body and the closing."""
        return self.part(
            self.spec.instrument.register_, {"here": "body", "annex": None, "annex_id": "body", **extra}
        )

    def annex_part(self, index: int) -> Part:
        """The words and names of one annex: those of the body where it has the same register."""
        annex = self.spec.annexes[index]
        same = annex.register_ == self.spec.instrument.register_
        names = {
            "here": "annex" if index == 0 else self.annex_ids[index],
            "annex": Record(annex, f"annexes[{index}]", self.style),
            "annex_id": self.annex_ids[index],
            "same_register": same,
            "instrument_words": self.body_part().wording.words,
        }
        return self.part(annex.register_, names, own_terms=same)

    @cached_property
    def actors(self) -> tuple[Record, ...]:
        """Who is named in the text and is no party."""
        actors = enumerate(self.spec.actors)
        return tuple(Record(actor, f"actors[{index}]", self.style) for index, actor in actors)

    @cached_property
    def references(self) -> tuple[Record, ...]:
        """The earlier instruments that the text may name."""
        references = enumerate(self.spec.references)
        return tuple(Record(one, f"references[{index}]", self.style) for index, one in references)

    @property
    def annex_ids(self) -> tuple[str, ...]:
        """What each annex is called in citations and in the ids of its clauses."""
        annexes = self.spec.annexes
        numbered = len(annexes) > 1
        return tuple(
            annex.id or (f"annex-{i}" if numbered else "annex") for i, annex in enumerate(annexes, start=1)
        )

    def annexes(self) -> tuple[Mapping[str, object], ...]:
        """The annexes as the body speaks of them: by id and status."""
        return tuple(
            {"id": identity, "status": annex.status}
            for identity, annex in zip(self.annex_ids, self.spec.annexes, strict=True)
        )


def brief(spec: Spec, pack: Pack, alternat: str | None) -> Brief:
    """Gather what drafting needs; raises `DraftingError` with all that the pack has not."""
    if faults := tuple(misfits(spec, pack)):
        raise DraftingError(faults)
    style = pack.house_styles[spec.instrument.house_style]
    indices = _order(spec, alternat)
    return Brief(
        spec=spec,
        pack=pack,
        style=style,
        record=Record(spec, "", style),
        parties=tuple(Record(spec.parties[index], f"parties[{index}]", style) for index in indices),
        languages=_languages(spec, style, indices[0], alternat),
    )


def _collective(spec: Spec) -> str:
    """What the parties are called together, without the article that clauses set before it."""
    words = (spec.instrument.collective or "").removeprefix("the ").removeprefix("The ")
    return grammar.capital(grammar.fitted(words))


def _order(spec: Spec, alternat: str | None) -> list[int]:
    """The parties' places in the spec, in the order of this original: each party's names that party first."""
    indices = list(range(len(spec.parties)))
    if alternat is None:
        return indices
    first = [index for index in indices if spec.parties[index].id == alternat]
    if not first:
        known = ", ".join(party.id for party in spec.parties)
        message = f"there is no party {alternat} to make an original for; there are {known}"
        raise DraftingError([Fault(("parties",), "unknown-party", message, alternat)])
    return first + [index for index in indices if index != first[0]]


def _languages(spec: Spec, style: HouseStyle, first: int, alternat: str | None) -> tuple[object, ...]:
    """The languages in which the instrument is done; a party's original names its own language first."""
    if spec.languages is None:
        return ()
    codes = view(spec.languages.done_in, "languages.done_in", style)
    assert isinstance(codes, tuple)  # noqa: S101 - a list field becomes a tuple
    if alternat is None:
        return codes
    party = spec.parties[first]
    own = party.languages or official_languages(party.id)
    return tuple(sorted(codes, key=lambda code: code not in own))
