"""What a pack offers to those who write specs, as plain data."""

from collections.abc import Iterator

from treatydraft.packs.loading import FRAME
from treatydraft.packs.pack import OWN_CLAUSES, ClauseSource, Group, Pack

_RECITAL = "recital."


def offer_of(pack: Pack) -> dict[str, object]:
    """Its fields, clauses, recitals, house styles and vocabulary."""
    return {
        "name": pack.name,
        "version": pack.version,
        "description": pack.description,
        "fields": [
            {
                "name": name,
                "type": declared.type,
                "required": declared.required,
                "description": " ".join((declared.description or "").split()),
            }
            for name, declared in pack.field_set
        ],
        "clauses": [_clause(pack.clauses[topic]) for topic in _topics(pack)],
        "recitals": [topic.removeprefix(_RECITAL) for topic in pack.clauses if topic.startswith(_RECITAL)],
        "house_styles": [
            {"name": style.name, "locale": style.locale, "levels": [level.kind for level in style.levels]}
            for style in pack.house_styles.values()
        ],
        "vocabulary": {
            "areas": list(pack.areas),
            "topics": [str(topic["id"]) for topic in pack.vocabulary.get("topics", ())],
            "readings": [str(reading["field"]) for reading in pack.vocabulary.get("readings", ())],
        },
    }


def _clause(source: ClauseSource) -> dict[str, str]:
    return {
        "topic": source.topic,
        "heading": next(iter(source.heading.values()), ""),
        "when": "" if source.when == "true" else source.when,
        "file": source.file,
    }


def _topics(pack: Pack) -> Iterator[str]:
    """The topics of the body and of the annexes, in order, each once."""
    named = [
        topic for entry in pack.order for topic in (entry.topics if isinstance(entry, Group) else (entry,))
    ]
    yield from (one for one in dict.fromkeys((*named, *pack.annex_order)) if one not in {OWN_CLAUSES, *FRAME})
