"""What must hold between the final clauses of a spec: effect, term, languages, standing in law."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, TypeAlias

from treatydraft.spec.final_clauses import Term
from treatydraft.spec.model import Spec
from treatydraft.spec.problems import Fault
from treatydraft.spec.wording import did_you_mean

Rule: TypeAlias = Callable[[Spec], Iterator[Fault]]

NEEDED_WHEN_BINDING: Final = {  # what every binding instrument settles, and how a message says so
    "entry_into_force": "when it enters into force",
    "amendment": "how it is amended",
    "disputes": "how disputes are settled",
    "languages": "in what languages it is done",
}
_BILATERAL: Final = 2  # parties
CHARTER_NAMES: Final = frozenset({"charter of the united nations", "united nations charter", "un charter"})


def binding_is_complete(spec: Spec) -> Iterator[Fault]:
    """A binding instrument has its final clauses, or leaves them out on purpose."""
    if spec.instrument.register != "binding":
        return
    for name, what in NEEDED_WHEN_BINDING.items():
        if getattr(spec, name) is None and name not in spec.omit:
            yield _incomplete(name, what)
    if not (spec.term or spec.termination or {"term", "termination"} & set(spec.omit)):
        yield _incomplete("term", "how long it lasts, or how it is terminated", "termination")
    if not (spec.signing or spec.describes or "signature" in spec.omit):
        yield _incomplete(
            "signing", "where it is signed; {} leaves the place and the day blank", omit="signature"
        )


def omitted_is_not_given(spec: Spec) -> Iterator[Fault]:
    """What is left out on purpose is not given as well."""
    for place, name in enumerate(spec.omit):
        given = spec.signing if name == "signature" else getattr(spec, name)
        if given:
            message = f"“{name}” is to be left out here, and is given as well"
            yield Fault(("omit", place), "contradiction", message, name, hint="delete one of the two")


def term_is_one(spec: Spec) -> Iterator[Fault]:
    """A term has a length and a start, or a last day, or no end."""
    term = spec.term
    if term is None:
        return
    if not (term.length or term.until or term.indefinite or term.text):
        yield Fault(("term",), "incomplete", "this does not say how long", None, _TERM_FIELDS, at="key")
    if term.length and not term.from_:
        allowed = ("signature", "entry-into-force")
        yield Fault(
            ("term", "from"), "missing-field", "from when is its length counted?", None, allowed, at="parent"
        )
    if term.from_ and not term.length:
        yield Fault(
            ("term", "from"),
            "contradiction",
            "this is counted from, but there is no length to count",
            at="key",
        )
    yield from _without_limit(term)
    if term.length and term.text:
        message = "a term has a length or words of its own, not both"
        yield Fault(("term", "text"), "contradiction", message, hint="delete one of the two", at="key")


def _without_limit(term: Term) -> Iterator[Fault]:
    if term.indefinite and (term.length or term.until):
        message = "a term without a limit has neither a length nor a last day"
        yield Fault(("term", "indefinite"), "contradiction", message, "true", hint="delete one of the two")
    if term.indefinite and term.extension:
        message = "a term without a limit cannot be extended"
        yield Fault(("term", "extension"), "contradiction", message, hint="delete one of the two", at="key")


def extension_has_a_length(spec: Spec) -> Iterator[Fault]:
    """A term that goes on by itself goes on for some time."""
    term = spec.term
    extension = term.extension if term else None
    if term and extension and extension.by == "tacit" and not (extension.period or term.length):
        message = "by how much is it extended each time?"
        hint = "give period, as in {by: tacit, period: 5 years, notice: 6 months}"
        yield Fault(("term", "extension", "period"), "missing-field", message, hint=hint, at="parent")


def term_start_is_known(spec: Spec) -> Iterator[Fault]:
    """A term from entry into force needs a spec that says when that is."""
    counted = spec.term is not None and spec.term.from_ == "entry-into-force"
    if not counted or spec.entry_into_force is not None:
        return
    omitted = "entry_into_force" in spec.omit
    if omitted or spec.instrument.register != "binding":  # where the other rule says it already
        what = "leaves out" if omitted else "does not give"
        message = f"this is counted from entry into force, which the spec {what}"
        hint = "give entry_into_force, or count from signature"
        yield Fault(("term", "from"), "contradiction", message, "entry-into-force", ("signature",), hint)


def last_day_agrees(spec: Spec) -> Iterator[Fault]:
    """A fixed last day is that on which the length ends, and not before the start."""
    term, start = spec.term, _term_start(spec)
    if term is None or term.until is None or start is None:
        return
    if term.until < start:
        message = f"the last day is before the first, {start}"
        yield Fault(("term", "until"), "last-day", message, str(term.until), (f"after {start}",))
    elif term.length and term.until not in (allowed := _last_days(start, term.length.after(start))):
        message = f"{term.length} from {start} do not end on {term.until}"
        yield Fault(("term", "until"), "last-day", message, str(term.until), tuple(map(str, allowed)))


def dates_go_with_date(spec: Spec) -> Iterator[Fault]:
    """A day of entry into force is given where it is on a date, and only there."""
    effect = spec.entry_into_force
    if effect is None:
        return
    yield from _date_fits(effect.on == "date", effect.date, "entry_into_force", word="on: date")
    if effect.provisional:
        chosen = effect.provisional.from_ == "date"
        yield from _date_fits(
            chosen, effect.provisional.date, "entry_into_force", "provisional", word="from: date"
        )
    if effect.on == "date" and effect.after:
        message = "the day is fixed, and nothing comes after it"
        hint = "give the day itself, or delete after"
        yield Fault(("entry_into_force", "after"), "contradiction", message, str(effect.after), hint=hint)


def provisional_comes_before(spec: Spec) -> Iterator[Fault]:
    """Provisional application has a time before entry into force in which it applies."""
    effect = spec.entry_into_force
    if effect and effect.provisional and effect.on == "signature" and not effect.after:
        message = "the instrument is in force from signature, which leaves nothing to apply provisionally"
        hint = "delete provisional, or let something later bring it into force"
        yield Fault(("entry_into_force", "provisional"), "contradiction", message, hint=hint, at="key")


def approvals_can_be_had(spec: Spec) -> Iterator[Fault]:
    """Approvals are counted where parties ratify, and where it makes a difference how many do."""
    effect = spec.entry_into_force
    if effect is None or not effect.approvals:
        return
    path, count = ("entry_into_force", "approvals"), len(spec.parties)
    if effect.on != "ratification":
        message = "approvals are counted where ratification brings it into force"
        yield Fault(path, "contradiction", message, hint="on: ratification", at="key")
    elif effect.approvals > count:
        message = f"{effect.approvals} approvals are more than there are parties"
        yield Fault(path, "contradiction", message, str(effect.approvals), (f"2 to {count}",))
    elif count == _BILATERAL:
        message = "between two parties both must ratify"
        yield Fault(path, "contradiction", message, str(effect.approvals), hint="delete approvals")


def notice_is_given(spec: Spec) -> Iterator[Fault]:
    """What is counted from a notice has a length."""
    ending = spec.termination
    if ending and ending.from_ and not ending.notice:
        message = "this is counted from, but no length of notice is given"
        yield Fault(
            ("termination", "from"), "contradiction", message, hint="give notice, as in 6 months", at="key"
        )


def languages_agree(spec: Spec) -> Iterator[Fault]:
    """The prevailing text is authentic; what is authentic exists; what comes later is not there already."""
    languages = spec.languages
    if languages is None:
        return
    done, later = languages.done_in, tuple(languages.later)
    for place, code in enumerate(languages.authentic):
        if code not in (*done, *later):
            yield _language(
                ("languages", "authentic", place), code, "is neither done in nor made later", (*done, *later)
            )
    for code in later:
        if code in done:
            message = f"{code} is done in already"
            yield Fault(
                ("languages", "later", code),
                "contradiction",
                message,
                code,
                hint="delete one of the two",
                at="key",
            )
    authentic = (*languages.authentic, *later) if languages.authentic else (*done, *later)
    if languages.prevailing and languages.prevailing not in authentic:
        yield _language(("languages", "prevailing"), languages.prevailing, "is not authentic", authentic)


def third_party_agrees(spec: Spec) -> Iterator[Fault]:
    """Where third parties are excluded, none decides."""
    deciding = {"arbitration", "judicial-settlement", "mediation", "conciliation", "good-offices"}
    if spec.disputes and spec.disputes.third_party == "excluded":
        for place, means in enumerate(spec.disputes.by):
            if means in deciding:
                message = f"{means} needs a third party, and third parties are excluded"
                yield Fault(
                    ("disputes", "by", place),
                    "contradiction",
                    message,
                    means,
                    ("consultation", "negotiation"),
                )


def depositary_is_one(spec: Spec) -> Iterator[Fault]:
    """The depositary is a party or another."""
    depositary = spec.depositary
    if depositary and bool(depositary.party) == bool(depositary.name):
        message = "a depositary is a party, or another by name"
        yield Fault(("depositary",), "incomplete", message, None, ("party", "name"), at="key")


def charter_prevails(spec: Spec) -> Iterator[Fault]:
    """No agreement sets the Charter of the United Nations aside (its Article 103)."""
    charters = {
        one.id for one in spec.references if {_bare(one.title), _bare(one.short or "")} & CHARTER_NAMES
    }
    for place, relation in enumerate(spec.relation_to_other_agreements):
        for item, reference in enumerate(relation.references):
            if relation.effect in ("prevails", "supersedes") and reference in charters:
                message = "obligations under the Charter of the United Nations prevail (Article 103)"
                path = ("relation_to_other_agreements", place, "references", item)
                hint = "name it with effect: without-prejudice or reinforces"
                yield Fault(path, "contradiction", message, str(reference), hint=hint)


def _bare(title: str) -> str:
    return title.casefold().removeprefix("the ")


FINAL_RULES: Final[tuple[Rule, ...]] = (
    binding_is_complete,
    omitted_is_not_given,
    term_is_one,
    term_start_is_known,
    last_day_agrees,
    extension_has_a_length,
    dates_go_with_date,
    provisional_comes_before,
    approvals_can_be_had,
    notice_is_given,
    languages_agree,
    third_party_agrees,
    depositary_is_one,
    charter_prevails,
)

_TERM_FIELDS: Final = ("length with from", "until", "indefinite", "text")


def _incomplete(name: str, what: str, *others: str, omit: str | None = None) -> Fault:
    fields = " or ".join((name, *others))
    message = f"a binding instrument says {what}"
    hint = f"give {fields}, or leave it out on purpose: omit: [{omit or name}]"
    return Fault(("instrument", "register"), "missing-final-clause", message, "binding", (), hint)


def _term_start(spec: Spec) -> date | None:
    """The day from which the term runs, where the spec fixes it."""
    if spec.term is None:
        return None
    if spec.term.from_ == "signature":
        return spec.signed_on
    effect = spec.entry_into_force
    if effect is None or effect.after:
        return None
    return {"signature": spec.signed_on, "date": effect.date}.get(effect.on)


def _last_days(start: date, end: date) -> tuple[date, ...]:
    """The last day as some count it, the eve of the anniversary, and as others do."""
    return (end - timedelta(days=1), end) if end > start else (end,)


def _date_fits(chosen: bool, day: date | None, *path: str, word: str) -> Iterator[Fault]:  # noqa: FBT001
    if chosen and day is None:
        message = f"with {word} the day must be given"
        yield Fault((*path, "date"), "missing-field", message, None, ("2024-07-01",), at="parent")
    if day is not None and not chosen:
        message = f"a day is given, which goes with {word} only"
        yield Fault(
            (*path, "date"),
            "contradiction",
            message,
            str(day),
            hint=f"write {word}, or delete the day",
            at="key",
        )


def _language(path: tuple[str | int, ...], code: str, what: str, allowed: tuple[str, ...]) -> Fault:
    allowed = tuple(dict.fromkeys(allowed))
    return Fault(path, "language-not-authentic", f"{code} {what}", code, allowed, did_you_mean(code, allowed))
