"""What the header of each page says of a draft: its status, date and version, or that it is not authentic."""

from treatydraft.document.house_style import HouseStyle
from treatydraft.document.tree import Marking
from treatydraft.language import dates
from treatydraft.spec import Spec

NOT_AUTHENTIC = "Drafted from published facts; not the authentic text"
_STATUS = {"draft": "Draft", "ad-referendum": "Agreed ad referendum", "initialled": "Initialled text"}


def marking(spec: Spec, style: HouseStyle) -> Marking:
    """The marking of a spec's outputs."""
    instrument = spec.instrument
    if spec.describes is not None:
        return Marking(notice=NOT_AUTHENTIC, date=spec.describes.signed.date.isoformat())
    date = instrument.date or (spec.signing.date if spec.signing else None)
    iso = date.isoformat() if date else ""
    status = _STATUS.get(instrument.status, "")
    if not status:
        return Marking(date=iso)
    version = f"version {instrument.version}" if instrument.version else ""
    day = dates.day(date, style.date_pattern, style.locale) if date else ""
    return Marking(status=", ".join(filter(None, (status, version, day))), date=iso)
