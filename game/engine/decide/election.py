"""An election of a participatory budget: projects with their costs, money to spend, and what voters support.

Edge rules of every count here: a project that nobody supports is never funded; of projects that are rivals (answers to
the same challenge) at most one is funded, and the others drop out as soon as it is.
"""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from game.content.shapes import InterventionId
from game.engine.decide.decision import Backing, Decision, Reason, Step, StepKind, Tally


@frozen
class Support:
    """A ballot: what each project it supports is worth to the voter (1 for an approval, or tokens); no zeros.

    `weight` is how many voters cast this very ballot: alike ballots are counted at once.
    """

    voter: str
    worth: Mapping[InterventionId, int]
    weight: int = 1


@frozen
class Election:
    """Projects in the order they came to the table, their costs and the budget in whole units of money, and ballots."""

    options: tuple[InterventionId, ...]
    costs: Mapping[InterventionId, int]
    budget: int
    ballots: tuple[Support, ...]
    rivals: Mapping[InterventionId, str] = field(factory=dict)
    """What each project is an answer to; only one answer to the same thing is funded. Without an entry: no rival."""

    @property
    def voters(self) -> int:
        """Returns how many people voted."""
        return sum(ballot.weight for ballot in self.ballots)

    def support(self, option: InterventionId) -> int:
        """Returns what a project gathered: approvals, or tokens."""
        return sum(ballot.worth.get(option, 0) * ballot.weight for ballot in self.ballots)

    def backing(self, option: InterventionId) -> tuple[Backing, ...]:
        """Returns who supports a project, and with how much, in the order of the ballots."""
        given = ((ballot.voter, ballot.worth.get(option, 0)) for ballot in self.ballots)
        return tuple(Backing(voter, worth) for voter, worth in given if worth)

    def rivals_of(self, option: InterventionId, among: Iterable[InterventionId]) -> tuple[InterventionId, ...]:
        """Returns the projects among some that drop out when this one is funded."""
        group = self.rivals.get(option)
        return tuple(o for o in among if o != option and group is not None and self.rivals.get(o) == group)

    def tallied(self) -> tuple[Tally, ...]:
        """Returns what each project gathered, in the order they came to the table."""
        return tuple(Tally(option, self.support(option)) for option in self.options)

    def unsupported(self) -> tuple[Step, ...]:
        """Returns a step for each project that nobody supports."""
        return tuple(Step(StepKind.DISCARDED_UNSUPPORTED, o) for o in self.options if not self.support(o))

    def outcome(self, funded: Iterable[InterventionId], steps: Iterable[Step]) -> Decision:
        """Returns the decision that funds some projects."""
        chosen = tuple(funded)
        reason = Reason.FUNDED if chosen else Reason.NOTHING_FUNDED if self.ballots else Reason.NO_BALLOT
        return Decision(chosen, reason, self.tallied(), self.voters, tuple(steps))


def alike_together(ballots: Iterable[Support]) -> tuple[Support, ...]:
    """Returns the same ballots with those alike cast once, by as many voters together."""
    merged: dict[tuple[tuple[InterventionId, int], ...], list[Support]] = {}
    for ballot in ballots:
        merged.setdefault(tuple(sorted(ballot.worth.items())), []).append(ballot)
    return tuple(Support(same[0].voter, same[0].worth, sum(b.weight for b in same)) for same in merged.values())
