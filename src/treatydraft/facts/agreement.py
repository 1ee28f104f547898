"""A document → what it says: all its facts, field by field."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Final

from treatydraft.document import tree
from treatydraft.facts.amendment import amendment
from treatydraft.facts.areas import areas
from treatydraft.facts.citations import citations
from treatydraft.facts.disputes import disputes
from treatydraft.facts.entry_into_force import entry_into_force
from treatydraft.facts.extension import extension
from treatydraft.facts.fact import Fact, first_of_each
from treatydraft.facts.funding import funding
from treatydraft.facts.languages import languages
from treatydraft.facts.pack_fields import pack_fields
from treatydraft.facts.passages import Reading, reading
from treatydraft.facts.register import register
from treatydraft.facts.registration import registration
from treatydraft.facts.review import review
from treatydraft.facts.signatories import signatories
from treatydraft.facts.signing import signing
from treatydraft.facts.term import term
from treatydraft.facts.termination import termination
from treatydraft.facts.vocabulary import Vocabulary

_NO_WORDS: Final = Vocabulary()

# What every instrument may say, in the order of a spec.
FINDERS: Final[tuple[Callable[[Reading], Iterator[Fact]], ...]] = (
    register,
    signing,
    signatories,
    citations,
    term,
    extension,
    entry_into_force,
    termination,
    amendment,
    disputes,
    registration,
    review,
    languages,
    funding,
)


def facts_of(document: tree.Document, vocabulary: Vocabulary = _NO_WORDS) -> Mapping[str, tuple[Fact, ...]]:
    """The facts of a document by field; a field of which the text says nothing is not there.

    Without the vocabulary of a pack, these are the facts of what every instrument has.
    """
    read = reading(document)
    general = chain.from_iterable(find(read) for find in FINDERS)
    own = chain(pack_fields(read, vocabulary), areas(read, vocabulary))
    found: dict[str, list[Fact]] = {}
    for fact in first_of_each(chain(general, own)):
        found.setdefault(fact.field, []).append(fact)
    return {field: tuple(facts) for field, facts in found.items()}
