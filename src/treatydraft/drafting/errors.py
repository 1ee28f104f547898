"""What drafting reports when a spec and its pack do not fit."""

from collections.abc import Iterable

from treatydraft.spec import Fault, path_text


class DraftingError(ValueError):
    """A spec that is sound by itself but cannot be drafted: `faults` are the fields and what is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{path_text(fault.path)}: {fault.message}" for fault in self.faults))
