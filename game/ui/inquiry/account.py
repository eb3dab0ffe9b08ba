"""Why a gauge moved: the causes, and for each where it was felt, by whom, and what it rests on."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final, Literal

from attrs import frozen

from game.city.account import difference
from game.city.exact import divided
from game.city.explain import Contribution, Parts, by_indicator, contributions, gauge_change
from game.city.felt import felt_standing
from game.city.model import Cause, CauseKind
from game.city.scoring import level_of
from game.city.state import CityState
from game.content.cards import Effect
from game.content.rulebook import Coupling
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ShockId
from game.engine.reveal import shown_on_table, withheld
from game.engine.state import Game
from game.report.causes import TENTH
from game.report.figures import Account, Shift
from game.report.figures import Cause as Told
from game.report.summary import KINDS
from game.session import Session
from game.wording.sentences import Teller
from game.wording.words import Words

NAMED: Final = 3
"""Districts named one by one; more of them are counted."""

Scope = Literal["round", "session"]
Row = tuple[str, int]
"""What is told, and by how many milli-points it moved."""


@frozen(slots=False)
class Inquiry:
    """One gauge between two moments of a session, in one language."""

    game: Game
    words: Words
    headline: HeadlineId
    before: CityState
    after: CityState
    since: int
    until: int
    open: bool
    """Whether the session goes on, so that links can be contested."""
    adjusted: Mapping[str, int]
    """Links as the room holds them now, by id."""
    shown: frozenset[str]
    """What everyone may see: what starts from anything else is told as one cause without a name."""

    @cached_property
    def teller(self) -> Teller:
        """Who tells it."""
        return Teller(self.game, self.words)

    @cached_property
    def changes(self) -> tuple[Contribution, ...]:
        """What moved each cell of the city."""
        return contributions(self.game.model, self.before, self.after)

    @cached_property
    def whole(self) -> Parts:
        """What each cause made of the gauge's change, largest first, those that can't be named yet included."""
        return gauge_change(self.game.model, self.changes, self.before, self.after, self.headline)

    @property
    def parts(self) -> Parts:
        """What each cause that can be named made of the gauge's change, largest first."""
        return {cause: amount for cause, amount in self.whole.items() if not withheld(self.shown, cause)}

    @property
    def covered(self) -> tuple[Told, ...]:
        """What comes from something not shown yet, as one cause; none when everything can be named."""
        amounts = [amount for cause, amount in self.whole.items() if withheld(self.shown, cause)]
        return (Told(self.words.say("why.covered"), "remainder", sum(amounts)),) if amounts else ()

    @cached_property
    def account(self) -> Account:
        """The change and its causes, as the report's charts draw them."""
        levels = (level_of(self.game.model, city, self.headline) for city in (self.before, self.after))
        rule = next(each for each in self.game.model.rules.headlines if each.id == self.headline)
        teller = self.teller
        causes = tuple(
            Told(teller.cause(cause, self.before), KINDS[cause.kind], amount, teller.source(cause, self.headline))
            for cause, amount in self.parts.items()
        )
        name = self.words.of(rule.name)
        headline, good = str(self.headline), rule.good
        causes += self.covered
        return Account(headline, name, good, self.since, self.until, Shift(*levels), causes)  # type: ignore[arg-type]

    def named(self, name: str) -> Cause | None:
        """Returns the cause of that name, None when it sums several."""
        return next((cause for cause in self.parts if self.teller.cause(cause, self.before) == name), None)

    def where(self, cause: Cause) -> list[Row]:
        """Returns where a cause was felt, in points of each indicator, largest first.

        Districts where an indicator moved by the same tenth of a point are told together.
        """
        alike: dict[tuple[str, int], list[DistrictId]] = {}
        for (place, of), amount in by_indicator(self.game.model, self.changes, self.headline, cause).items():
            tenths = divided(amount, TENTH)
            if tenths:
                alike.setdefault((of, tenths), []).append(place)
        return [
            (self.words.say("why.at", places=self._places(places), measure=self.teller.measure(of)), tenths * TENTH)
            for (of, tenths), places in alike.items()
        ]

    def _places(self, places: list[DistrictId]) -> str:
        if len(places) == len(self.game.model.districts):
            return self.words.say("why.everywhere")
        if len(places) > NAMED:
            return self.words.count("why.districts", len(places))
        return ", ".join(self.teller.place(place) for place in places)

    def felt(self, cause: Cause) -> list[Row]:
        """Returns what a cause did to the satisfaction of each group shown, largest first, unless it did nothing."""
        rows = [(self.teller.measure(group), parts.get(cause, 0)) for group, parts in self._by_group.items()]
        return sorted((row for row in rows if row[1]), key=lambda row: -abs(row[1]))

    @cached_property
    def _by_group(self) -> dict[str, Parts]:
        model = self.game.model
        return {
            group.id: difference(*(felt_standing(model, city, group.id)[1] for city in (self.before, self.after)))
            for group in model.rules.groups
            if group.id in self.shown
        }

    def link(self, cause: Cause) -> Coupling | None:
        """Returns the link of the rules that a cause is, if it is one."""
        if cause.kind is not CauseKind.LINK:
            return None
        return next(each for each in self.game.model.rules.couplings if each.id == cause.id)

    def vouched(self, cause: Cause) -> list[str]:
        """Returns how well a cause is grounded, one sentence a kind of ground."""
        link = self.link(cause)
        if link is not None:
            return [self.words.say(f"why.kind.{link.kind.value}")]
        grounds = dict.fromkeys(effect.confidence.value for effect in self._effects(cause))
        return [self.words.say(f"why.confidence.{ground}") for ground in grounds]

    def _effects(self, cause: Cause) -> tuple[Effect, ...]:
        """Returns the effects of a card on this gauge, all of them when none is on it."""
        model = self.game.model
        match cause.kind:
            case CauseKind.INTERVENTION | CauseKind.RESTRICTION:
                effects = model.interventions[InterventionId(cause.id)].effects
            case CauseKind.SHOCK:
                effects = model.shocks[ShockId(cause.id)].effects
            case _:
                return ()
        of_gauge = {each.id for each in model.rules.indicators if each.headline == self.headline}
        return tuple(effect for effect in effects if effect.indicator in of_gauge) or effects


def inquired(session: Session, words: Words, headline: HeadlineId, scope: Scope) -> Inquiry | None:
    """Returns why a gauge moved in the last round or since the start; None before the first round is resolved."""
    cities = session.cities
    last = len(cities) - 1
    if last < 1:
        return None
    since = last - 1 if scope == "round" else 0
    adjusted = session.state.city.adjusted
    shown = shown_on_table(session.game, session.state)
    return Inquiry(
        session.game, words, headline, cities[since], cities[last], since, last, not session.over, adjusted, shown
    )
