"""How parties decide a thing together: `by mutual agreement …, which will be made in writing`.

The same words serve the amendment and the extension of an instrument. The longer wordings stand first.
"""

from collections.abc import Iterator
from typing import Final

from treatydraft.facts.fact import Fact
from treatydraft.facts.passages import Sentence
from treatydraft.facts.searching import first
from treatydraft.facts.wording import table

_BY: Final = "(?:by|through|upon|with|on|subject to|following|based on|under) (?:the |their |an )?"

# What stands between the decision and its form; a proposal in writing is no agreement in writing.
_GAP: Final = "(?:(?!propos|notif).){0,80}"

_CONSENT: Final = table(
    ("mutual written agreement", f"{_BY}(?:(?:mutual|common|joint) )?written (?:mutual )?agreement"),
    (
        "mutual written agreement",
        f"{_BY}(?:(?:mutual|common) )?agreement\\b{_GAP}\\b(?:in writing|written form)",
    ),
    ("mutual written agreement", "agree(?:d)? (?:upon )?in writing"),
    ("mutual written consent", f"{_BY}(?:mutual|common|joint) written consent"),
    ("mutual written consent", f"{_BY}written mutual consent"),
    (
        "mutual written consent",
        f"{_BY}(?:mutual|common|joint) consent\\b{_GAP}\\b(?:in writing|written form)",
    ),
    ("written consent", f"{_BY}(?:prior )?written consent"),
    ("mutual written consent", f"{_BY}consent\\b{_GAP}\\b(?:in writing|written form)"),
    ("mutual written decision", f"{_BY}(?:mutual |joint )?written decision"),
    (
        "mutual written decision",
        f"(?:mutually|jointly) (?:decided?|determined?|accepted)\\b{_GAP}\\bin writing",
    ),
    ("mutual written decision", f"{_BY}(?:mutual|joint) decision\\b{_GAP}\\bin writing"),
    ("mutual agreement", f"{_BY}(?:(?:mutual|common) )?agreement\\b"),
    ("mutual consent", f"{_BY}(?:mutual|common) consent\\b"),
    ("joint decision", "(?:jointly|mutually) (?:decided?|determined?)\\b|\\b(?:joint|mutual) decision\\b"),
    ("mutual written agreement", "за (?:взаємною )?(?:письмовою )?згодою.{0,80}(?:в|у) письмовій формі"),
    ("mutual written agreement", "за (?:взаємною )?письмовою згодою"),
    ("mutual agreement", "за взаємною згодою"),
    ("joint decision", "спільно (?:прийняти рішення|вирішити|ухвалити рішення)"),
)


def consent(field: str, sentence: Sentence) -> Iterator[Fact]:
    """How the parties of a sentence decide together, where it says so."""
    return first(field, sentence, _CONSENT)
