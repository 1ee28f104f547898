"""Two documents compared as versions of one, before anybody grades what changed."""

from treatydraft.comparison.pairing import linked
from treatydraft.comparison.result import Comparison, Source
from treatydraft.comparison.revision import revision_links
from treatydraft.comparison.units import units
from treatydraft.document import tree


def compared(old: tree.Document, new: tree.Document) -> Comparison:
    olds, news = units(old), units(new)
    pairs = tuple(one.pair for one in linked(revision_links(olds, news), olds, news))
    return Comparison("revision", "as asked", Source("old", ""), Source("new", ""), pairs)
