"""What the facilitator's screen shows at one moment, and what is in the facilitator's hands."""

from typing import Any

from attrs import field, frozen

from game.content.shapes import ShockId, StakeholderId
from game.ui.tabletop.table import Hand, Table


@frozen
class Held:
    """What a facilitator is writing or looking at; none of it is kept."""

    page: str = ""
    note: str = ""
    freeze: str = ""
    branch: str = ""
    shock: ShockId | None = None
    swap: StakeholderId | None = None
    """The seat that looks for another to change places with."""
    length: int = 1
    """For how many rounds, 0 to the end."""
    naming: StakeholderId | None = None
    """The seat whose people give their first names."""
    names: str = ""


@frozen
class Take:
    """Pressing this changes what is in the facilitator's hands, by field of `Held`."""

    values: dict[str, Any] = field(factory=dict)


@frozen
class Typed:
    """Something was written in a field of `Held`."""

    name: str
    text: str


@frozen(slots=False)
class View(Table):
    """The table as its facilitator sees it. Only in a `private` window may secrets show."""

    hand: Hand = field(factory=Hand)
    held: Held = field(factory=Held)
    private: bool = True

    @property
    def scores(self) -> bool:
        """Whether figures may show here: always in private, else unless they are hidden from everyone."""
        return self.private or not self.room.scoreless

    def tell(self, key: str, **values: object) -> str:
        """Returns a sentence of the facilitator's own catalogue."""
        return self.words.say(f"facilitator.{key}", **values)
