"""What a pack knows that a spec of its family needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from treatydraft.document.house_style import HouseStyle
from treatydraft.facts.vocabulary import Vocabulary
from treatydraft.spec import FieldSet


@dataclass(frozen=True)
class Family:
    """A pack as this part of the program sees it: its name, fields, vocabulary and house styles."""

    name: str
    fields: FieldSet = field(default_factory=FieldSet)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    styles: Mapping[str, HouseStyle] = field(default_factory=dict)
