"""Why a level moved: its causes, or what each district or group made of it; and what every part rests on."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from game.city.account import difference
from game.city.apart import TENTH
from game.city.exact import divided, settled
from game.city.explain import Parts, by_indicator, contributions
from game.city.felt import felt_standing
from game.city.model import Cause, CauseKind
from game.city.scoring import district_gauge, level_of
from game.city.shares import Shares, Stretch, causes_of, divisible, shares_of
from game.city.state import CityState
from game.content.cards import Effect
from game.content.rulebook import Coupling
from game.content.shapes import DistrictId, GroupId, HeadlineId, InterventionId, ShockId
from game.engine.events import CityMoved
from game.engine.reveal import shown_on_table, withheld
from game.engine.state import Game
from game.report.causes import KINDS, LARGEST
from game.report.figures import Account, Shift
from game.report.figures import Cause as Told
from game.report.standing import better
from game.session import Session
from game.ui.inquiry.question import By, Question, Scope
from game.wording.teller import Teller
from game.wording.words import Words

NAMED: Final = 3
"""Districts named one by one; more of them are counted."""
EVERY_PART: Final = 12
"""Districts and groups drawn one by one: all that a scenario may have."""

Row = tuple[str, int]
"""What is told, and by how many milli-points it moved."""


@frozen(slots=False)
class Inquiry:
    """One level over a part of a session, in one language."""

    game: Game
    words: Words
    of: str
    by: By
    stretch: Stretch
    open: bool
    """Whether the session goes on, so that links can be contested."""
    adjusted: Mapping[str, int]
    """Links as the room holds them now, by id."""
    shown: frozenset[str]
    """What may be seen: what starts from anything else is told as one cause without a name."""

    @cached_property
    def teller(self) -> Teller:
        """Who tells it."""
        return Teller(self.game, self.words)

    @property
    def before(self) -> CityState:
        """The city at the beginning."""
        return self.stretch.before

    @property
    def headline(self) -> HeadlineId | None:
        """The gauge that is asked about, None for any other level."""
        return HeadlineId(self.of) if self.of in self.game.model.gauge_weights else None

    @property
    def divisions(self) -> tuple[By, ...]:
        """What the level can be divided by."""
        return ("cause", *divisible(self.game.model, self.of))

    @property
    def largest(self) -> int:
        """Bars drawn one by one."""
        return LARGEST if self.by == "cause" else EVERY_PART

    @cached_property
    def whole(self) -> Parts:
        """What each cause made of the change, largest first, those that can't be named yet included."""
        return causes_of(self.game.model, self.stretch, self.of)

    @property
    def parts(self) -> Parts:
        """What each cause that can be named made of the change, largest first."""
        return {cause: amount for cause, amount in self.whole.items() if not withheld(self.shown, cause)}

    @cached_property
    def shares(self) -> Shares:
        """What each district or group made of the change, by cause; not those whose own level is still covered."""
        if self.by == "cause":
            return {}
        return {key: parts for key, parts in self._every_share.items() if not self._covers(key)}

    @cached_property
    def _every_share(self) -> Shares:
        assert self.by != "cause"
        return shares_of(self.game.model, self.stretch, self.of, self.by)

    def _covers(self, key: str) -> bool:
        """Tells whether a group's part of how people live would tell how that group lives."""
        return self.of == "lived" and self.by == "group" and key not in self.shown

    @property
    def covered(self) -> tuple[Told, ...]:
        """What comes from something not shown yet, as one part; none when everything can be named."""
        if self.by == "cause":
            amounts = [amount for cause, amount in self.whole.items() if withheld(self.shown, cause)]
        else:
            amounts = [sum(parts.values()) for key, parts in self._every_share.items() if self._covers(key)]
        return (Told(self.words.say("why.covered"), "remainder", sum(amounts)),) if amounts else ()

    @cached_property
    def account(self) -> Account:
        """The change and its parts, as the report's charts draw it."""
        cities = (self.before, self.stretch.after)
        levels = (level_of(self.game.model, city, self.of) for city in cities)
        told = self._causes() if self.by == "cause" else self._places()
        name, good = self.teller.measure(self.of), better(self.game, self.of)
        since, until, causes = self.stretch.since, self.stretch.until, (*told, *self.covered)
        return Account(self.of, name, good, since, until, Shift(*levels), causes)  # type: ignore[arg-type]

    def _causes(self) -> list[Told]:
        teller, headline = self.teller, self.headline
        return [
            Told(teller.cause(cause, self.before), KINDS[cause.kind], amount, teller.source(cause, headline))
            for cause, amount in self.parts.items()
        ]

    def _places(self) -> list[Told]:
        kind = "place" if self.by == "district" else "people"
        return [Told(self.part_named(key), kind, sum(parts.values())) for key, parts in self.shares.items()]  # type: ignore[arg-type]

    def part_named(self, key: str) -> str:
        """Returns what a district or a group is called."""
        return self.teller.district(key) if self.by == "district" else self.teller.measure(key)

    def named(self, name: str) -> Cause | None:
        """Returns the cause of that name, None when it sums several."""
        return next((cause for cause in self.parts if self.teller.cause(cause, self.before) == name), None)

    @property
    def causes(self) -> tuple[str, ...]:
        """The names of all causes that can be followed, those too small for a bar of their own included."""
        return tuple(self.teller.cause(cause, self.before) for cause in self.parts) if self.by == "cause" else ()

    def part(self, name: str) -> str | None:
        """Returns the district or group of that name, None when there is none."""
        return next((key for key in self.shares if self.part_named(key) == name), None)

    def within(self, key: str, amount: int) -> tuple[list[tuple[Cause, int]], int]:
        """Returns the causes of a district's or group's part, rounded to sum to the amount shown, and what is covered.

        Both are in milli-points, whole tenths.
        """
        made = self.shares[key]
        tenths = settled(divided(amount, TENTH), list(made.items()), TENTH)
        named = [(cause, n * TENTH) for cause, n in tenths.items() if n and not withheld(self.shown, cause)]
        return named, amount - sum(n for _, n in named)

    def there(self, key: str) -> tuple[int, int] | None:
        """Returns where a gauge stood and stands in a district; None for anything else."""
        if self.headline is None or self.by != "district":
            return None
        place = self.game.model.districts.index(DistrictId(key))
        before, after = (
            district_gauge(self.game.model, city.values, self.headline, place)
            for city in (self.before, self.stretch.after)
        )
        return before, after

    def people(self, key: str) -> int:
        """Returns how many live in a district or belong to a group, in thousandths of a % of the city's people."""
        model = self.game.model
        if self.by == "district":
            return int(model.weights[model.districts.index(DistrictId(key))])
        return int(model.people[:, model.groups.ids.index(GroupId(key))].sum())

    def where(self, cause: Cause) -> list[Row]:
        """Returns where a cause was felt, largest first: in points of each indicator for a gauge, else of the level.

        Districts where an indicator moved by the same tenth of a point are told together.
        """
        if self.headline is None:
            return self._where_of_level(cause)
        alike: dict[tuple[str, int], list[DistrictId]] = {}
        found = by_indicator(self.game.model, self.stretch.changes, self.headline, cause)
        for (place, of), amount in found.items():
            tenths = divided(amount, TENTH)
            if tenths:
                alike.setdefault((of, tenths), []).append(place)
        return [
            (self.words.say("why.at", places=self._some(places), measure=self.teller.measure(of)), tenths * TENTH)
            for (of, tenths), places in alike.items()
        ]

    def _where_of_level(self, cause: Cause) -> list[Row]:
        if "district" not in self.divisions:
            return []
        shares = shares_of(self.game.model, self.stretch, self.of, "district")
        rows = [(self.teller.district(key), parts.get(cause, 0)) for key, parts in shares.items()]
        return sorted((row for row in rows if divided(row[1], TENTH)), key=lambda row: -abs(row[1]))

    def _some(self, places: Sequence[DistrictId]) -> str:
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
        model, cities = self.game.model, (self.before, self.stretch.after)
        return {
            group.id: difference(*(felt_standing(model, city, group.id)[1] for city in cities))
            for group in model.rules.groups
            if group.id in self.shown
        }

    def link(self, cause: Cause) -> Coupling | None:
        """Returns the link of the rules that a cause is, if it is one."""
        if cause.kind is not CauseKind.LINK:
            return None
        return next(each for each in self.game.model.rules.couplings if each.id == cause.id)

    def vouched(self, cause: Cause) -> list[str]:
        """Returns how well a cause is grounded, one sentence a kind of ground, and the claims behind it."""
        link = self.link(cause)
        if link is not None:
            return [self.words.say(f"why.kind.{link.kind.value}"), *self._claims(link.claims)]
        grounds = dict.fromkeys(effect.confidence.value for effect in self._effects(cause))
        claims = self.game.model.shocks[ShockId(cause.id)].claims if cause.kind is CauseKind.SHOCK else ()
        return [*(self.words.say(f"why.confidence.{ground}") for ground in grounds), *self._claims(claims)]

    def _claims(self, claims: Sequence[str]) -> list[str]:
        return [self.words.say("why.claims", claims=", ".join(claims))] if claims else []

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


def stretch_of(session: Session, scope: Scope) -> Stretch:
    """Returns the last round of a session, or all of it, with the contributions that its events tell."""
    cities, moved = session.cities, [event for event in session.events if isinstance(event, CityMoved)]
    since = max(0, len(moved) - 1) if scope == "round" else 0
    return Stretch(cities, since, tuple(each for event in moved[since:] for each in event.contributions))


def inquired(
    session: Session, words: Words, of: str, question: Question, shown: frozenset[str] | None = None,
    other: CityState | None = None,
) -> Inquiry | None:  # fmt: skip
    """Returns why a level moved in the last round or since the start; None before the first round is resolved.

    `shown` is what may be seen of it, by default what everyone may. `other` is a city that another session of the same
    game came to: it is told since the start, and none of its links can be contested.
    """
    if other is None and len(session.cities) < 2:
        return None
    game, adjusted = session.game, session.state.city.adjusted
    by = question.by if question.by in ("cause", *divisible(game.model, of)) else "cause"
    seen = shown_on_table(game, session.state) if shown is None else shown
    stretch = stretch_of(session, question.scope) if other is None else _whole_of(game, other)
    return Inquiry(game, words, of, by, stretch, not session.over and other is None, adjusted, seen)


def _whole_of(game: Game, city: CityState) -> Stretch:
    """Returns the whole course of a session of which only the end is known."""
    return Stretch((game.start, city), 0, contributions(game.model, game.start, city))
