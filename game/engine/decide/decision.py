"""What every way of deciding takes and returns: options in, what was chosen and each step that led to it out.

A rule is a function. It never sorts in secret: who wins among equals is a `TiePolicy` given to it, and each time the
policy was needed there is a step that says so. Amounts are whole numbers or exact fractions; money is in k€
(thousandths of M€).
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

from attrs import evolve, field, frozen

from game.content.shapes import InterventionId

AS_IT_IS: Final = InterventionId("as_it_is")
"""The option of leaving things as they are, where a ballot may rank it among the others."""

Amount = int | Fraction


class Reason(Enum):
    """Why a decision came out as it did."""

    MANDATE = "mandate"
    """The seat with the mandate chose."""
    NOBODY_CHOSE = "nobody_chose"
    """The seat with the mandate took none."""
    FORECAST = "forecast"
    """The optimiser expects most of it, for the gauges it was told to watch."""
    NOTHING_BETTER = "nothing_better"
    """The optimiser expects nothing good of any option."""
    VETOED = "vetoed"
    """The seat with the mandate has stopped what the optimiser picked."""
    BEST_GRADED = "best_graded"
    """Of the options whose median grade passes, none has a better one."""
    NONE_PASSES = "none_passes"
    """No option's median grade passes."""
    MOST_APPROVED = "most_approved"
    """More than half of the ballots approved it, and none was approved by more."""
    NO_MAJORITY = "no_majority"
    """No proposal was approved by more than half of the ballots."""
    MOST_RANKED = "most_ranked"
    """More than half of the ballots still counted prefer it, once the weakest were struck off one after another."""
    PREFER_NONE = "prefer_none"
    """The ranked ballots prefer leaving things as they are."""
    CONDORCET = "condorcet"
    """It beats every other option one against one."""
    STRONGEST_PATHS = "strongest_paths"
    """Nothing beats it by a stronger chain of duels than it has in return (Schulze)."""
    MOST_POINTS = "most_points"
    """It has the most points for its places in the rankings (Borda)."""
    NO_WINNER = "no_winner"
    """The rule names no single winner."""
    FUNDED = "funded"
    """The budget paid for them."""
    NOTHING_FUNDED = "nothing_funded"
    """The budget could pay for nothing that was supported."""
    CONSENTED = "consented"
    """No reasoned objection is left."""
    OBJECTED = "objected"
    """Reasoned objections have not been met."""
    TIE_BROKEN = "tie_broken"
    """Several were equal; the tie policy chose among them."""
    TIE_LEFT = "tie_left"
    """Several were equal, and the tie policy takes none of them."""
    NO_BALLOT = "no_ballot"
    """Nobody voted."""
    NO_QUORUM = "no_quorum"
    """Fewer seats voted than the rules ask for."""


class TiePolicy(Enum):
    """Who wins among equals."""

    FIRST_PROPOSED = "first_proposed"
    """The option that came to the table first."""
    CHEAPEST = "cheapest"
    """The one that costs least; among equally cheap ones, the first proposed."""
    STATUS_QUO = "status_quo"
    """None of them: without a winner nothing changes."""


class StepKind(Enum):
    """What a rule did at one step. The figures that go with each are named in brackets."""

    COUNTED = "counted"
    """An option's support was counted [support, ballots]."""
    FUNDED = "funded"
    """An option was paid for [cost, left; support or payers and each: what a payer gives at most]."""
    DISCARDED_DEAR = "discarded_dear"
    """It costs more than what is left [cost, left]."""
    DISCARDED_POOR = "discarded_poor"
    """Its supporters have too little money left for it [cost, money]."""
    DISCARDED_UNSUPPORTED = "discarded_unsupported"
    """Nobody supports it."""
    DISCARDED_RIVAL = "discarded_rival"
    """Another answer to the same challenge has been taken; it stands in `among`."""
    PURSE_RAISED = "purse_raised"
    """Each voter was given a larger purse and the count begun again [purse, spent]."""
    PURSE_KEPT = "purse_kept"
    """A larger purse would have overspent: the count before it stands [purse, spent]."""
    ELIMINATED = "eliminated"
    """It had the fewest first places among those left and was struck off [support, ballots]."""
    ELECTED = "elected"
    """It has more than half of the ballots still counted [support, ballots]."""
    BEATS = "beats"
    """It beats another option, in `among`, one against one [for_, against]."""
    TIES_WITH = "ties_with"
    """It is as strong as another option, in `among`, one against one [for_, against]."""
    PATH = "path"
    """Its strongest chain of duels to another option, in `among`, and the one in return [there, back]."""
    POINTS = "points"
    """Its points for the places it has in the rankings [points]."""
    GRADED = "graded"
    """Its median grade, and how many grades are better and worse than it [median, better, worse, grades]."""
    CONSENT = "consent"
    """How the seats answered it [consents, asides, objections, silent]."""
    FORECAST = "forecast"
    """What the optimiser expects of it: points a watched gauge, and points for each M€ [gauge names, score]."""
    TIE = "tie"
    """It is equal to the options in `among`; the tie policy decides."""


@frozen
class Purse:
    """A voter's money before and after a step, in k€."""

    voter: str
    before: Fraction
    after: Fraction


@frozen
class Backing:
    """What a voter gave an option that the common purse paid for: 1 for an approval, or tokens."""

    voter: str
    given: int


@frozen
class Step:
    """One thing a rule did, with what it did it to and the figures it rested on."""

    kind: StepKind
    option: InterventionId | None = None
    figures: Mapping[str, Amount] = field(factory=dict)
    among: tuple[InterventionId, ...] = ()
    purses: tuple[Purse, ...] = ()
    """For equal shares: the purses of those who paid."""
    backing: tuple[Backing, ...] = ()
    """For the greedy count: what those who supported it gave."""

    @property
    def parts(self) -> tuple[tuple[str, Amount], ...]:
        """Returns each voter's part of what was funded: money where voters have purses, else approvals or tokens."""
        paid = tuple((purse.voter, purse.before - purse.after) for purse in self.purses)
        return paid or tuple((each.voter, each.given) for each in self.backing)


@frozen
class Tally:
    """What an option gathered: ballots, tokens, points or a grade, as the rule counts."""

    intervention: InterventionId
    support: Amount


@frozen
class Decision:
    """What was chosen (nothing, one option or several), why, how it was counted, and step by step."""

    chosen: tuple[InterventionId, ...]
    reason: Reason
    tally: tuple[Tally, ...] = ()
    ballots: int = 0
    steps: tuple[Step, ...] = ()

    @property
    def winner(self) -> InterventionId | None:
        """Returns what was chosen by a rule that takes one option at most."""
        return self.chosen[0] if self.chosen else None

    def nameless(self) -> "Decision":
        """Returns the decision without who put what into which option: that would tell how each seat voted."""
        return evolve(self, steps=tuple(evolve(step, purses=(), backing=()) for step in self.steps))


def before_others(
    equals: tuple[InterventionId, ...], costs: Mapping[InterventionId, int], tie: TiePolicy
) -> InterventionId | None:
    """Returns which of several equals wins by a tie policy; they stand in the order they came to the table."""
    match tie:
        case TiePolicy.FIRST_PROPOSED:
            return equals[0]
        case TiePolicy.CHEAPEST:
            return min(equals, key=lambda option: costs.get(option, 0))
        case TiePolicy.STATUS_QUO:
            return None
