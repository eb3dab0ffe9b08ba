"""The same ballots counted in other ways: what each rule would have chosen, and who would have got nothing.

Ballots are read as the rule asks for them. What a seat approves is all that is known of an approval, so the options it
approves share the best place or the best grade; where a seat cast no ballot, its last word at the table stands for one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import groupby

from attrs import evolve, frozen

from game.city.exact import milli
from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import BEST, approved
from game.engine.decide.consent import Position, by_consent
from game.engine.decide.decision import AS_IT_IS, Decision, Reason, TiePolicy
from game.engine.decide.duelling import by_borda, by_condorcet, by_schulze
from game.engine.decide.election import Election, Support
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.grades import by_grades
from game.engine.decide.greedy import by_greedy
from game.engine.decide.majority import by_majority
from game.engine.decide.phragmen import by_phragmen
from game.engine.decide.rankings import Ranking
from game.engine.decide.runoff import by_runoff
from game.engine.events import Counted
from game.engine.moves import Answer, Ballot, Grade, Pledge, Rank, Stand
from game.engine.state import BUDGET, Game


class Rule(Enum):
    """A way to count ballots."""

    MAJORITY = "majority"
    RUNOFF = "runoff"
    CONDORCET = "condorcet"
    SCHULZE = "schulze"
    BORDA = "borda"
    GRADES = "grades"
    CONSENT = "consent"
    GREEDY = "greedy"
    GREEDY_VALUE = "greedy_value"
    SHARES = "shares"
    SHARES_COMPLETED = "shares_completed"
    SHARES_COUNT = "shares_count"
    PHRAGMEN = "phragmen"


ONE_BY_ONE = (Rule.MAJORITY, Rule.RUNOFF, Rule.CONDORCET, Rule.SCHULZE, Rule.BORDA, Rule.GRADES, Rule.CONSENT)
"""Rules that decide a single challenge."""
TOGETHER = (
    Rule.GREEDY, Rule.GREEDY_VALUE, Rule.SHARES, Rule.SHARES_COMPLETED, Rule.SHARES_COUNT, Rule.PHRAGMEN,
)  # fmt: skip
"""Rules that share out money between projects."""


@frozen
class Opinion:
    """What one seat wants: what it approves, in order where it said so, and what it spoke against."""

    player: StakeholderId
    ranking: tuple[frozenset[InterventionId], ...]
    """What it prefers to leaving things as they are: the best first, equals together."""
    against: frozenset[InterventionId] = frozenset()

    @property
    def approved(self) -> frozenset[InterventionId]:
        """Returns everything it prefers to leaving things as they are."""
        return frozenset().union(*self.ranking)


@frozen
class Recount:
    """What a rule makes of the ballots; `empty` are the seats that wanted something and got nothing of it."""

    rule: Rule
    decision: Decision
    spent: int
    """Public money, in thousandths of M€."""
    empty: tuple[StakeholderId, ...]


def opinions(counted: Counted, least: int) -> tuple[Opinion, ...]:
    """Returns what each seat wanted in one decision; `least` is the grade that approves. Silent seats are left out."""
    cast = {ballot.player: ballot for ballot in counted.ballots}
    spoke = dict.fromkeys((*cast, *(stance.player for stance in counted.stances)))
    return tuple(_opinion(counted, player, cast.get(player), least) for player in spoke)


def _opinion(counted: Counted, player: StakeholderId, ballot: Ballot | None, least: int) -> Opinion:
    said = {s.intervention: s.stand for s in counted.stances if s.player == player and counted.has(s.intervention)}
    liked = {option for option, stand in said.items() if stand is Stand.FOR}
    against = {option for option, stand in said.items() if stand is Stand.AGAINST}
    match ballot:
        case None:
            ranking: tuple[frozenset[InterventionId], ...] = (frozenset(liked),)
        case Answer():
            liked = liked - {ballot.intervention} | approved(ballot, least)
            if ballot.position is Position.OBJECT:
                against.add(ballot.intervention)
            ranking = (frozenset(liked),)
        case _:
            wanted = approved(ballot, least)
            ranking = _in_order(ballot, wanted)
            if isinstance(ballot, Rank):
                against = {each.intervention for each in counted.proposals} - wanted
    return Opinion(player, tuple(place for place in ranking if place), frozenset(against))


def _in_order(ballot: Ballot, wanted: frozenset[InterventionId]) -> tuple[frozenset[InterventionId], ...]:
    """Returns what a ballot approves, from best to worst."""
    match ballot:
        case Rank():
            return tuple(frozenset((option,)) for option in ballot.order if option in wanted)
        case Grade():
            scores = dict(ballot.grades)
        case Pledge():
            scores = dict(ballot.tokens)
        case _:
            return (wanted,)
    ordered = sorted(wanted, key=lambda option: -scores[option])
    return tuple(frozenset(equals) for _, equals in groupby(ordered, key=lambda option: scores[option]))


def wished(every: Iterable[Counted]) -> list[Counted]:
    """Returns the decisions in which somebody said what they want: the others can't be counted in another way."""
    return [each for each in every if each.ballots or each.stances]


def recounted(game: Game, counted: Counted) -> tuple[Recount, ...]:
    """Returns one decision under every rule that fits it: rules that share money where several are decided together."""
    rules = TOGETHER if counted.procedure == BUDGET else (*ONE_BY_ONE, Rule.GREEDY, Rule.SHARES_COMPLETED)
    return _under(game, rules, counted, opinions(counted, _least(game)))


def whole_session(game: Game, every: Sequence[Counted]) -> tuple[Recount, ...]:
    """Returns what would have been funded had all the session's challenges shared the money that was spent on them.

    An answer that came to the table several times counts as it last stood.
    """
    last = {p.intervention: each for each in every if each.question is None for p in each.proposals}
    if not last:
        return ()
    prices = {option: each.prices.get(option, 0) for option, each in last.items()}
    spent = sum(each.prices.get(option, 0) for each in every for option in each.decision.chosen if option in last)
    pooled: dict[StakeholderId, list[frozenset[InterventionId]]] = {}
    for each in dict.fromkeys(id(e) for e in last.values()):
        counted = next(e for e in last.values() if id(e) == each)
        for opinion in opinions(counted, _least(game)):
            own = frozenset(option for option in opinion.approved if last.get(option) is counted)
            pooled.setdefault(opinion.player, []).append(own)
    merged = tuple(Opinion(player, (frozenset().union(*places),)) for player, places in pooled.items())
    first = next(iter(last.values()))
    together = evolve(first, prices=prices, envelope=spent, shown=all(each.shown for each in last.values()))
    return _under(game, TOGETHER, together, merged, tuple(last))


def real_voters(game: Game, every: Sequence[Counted]) -> Iterator[Recount]:
    """Yields what the scenario's real voters would have funded with the money that the session's decisions spent.

    `empty` stays empty: voters hold no seat. Nothing where the scenario brings no real ballots. Thousands of ballots
    take a second or more under some rules, hence one rule at a time.
    """
    scenario = game.model.scenario
    if not scenario.preferences:
        return
    rivals = {answer.id: c.id for c in scenario.challenges for answer in c.answers}
    costs = {answer.id: milli(answer.cost) for c in scenario.challenges for answer in c.answers}
    spent = sum(each.prices.get(option, 0) for each in every for option in each.decision.chosen)
    ballots = (
        Support(str(number), dict.fromkeys(each.wants, 1), each.voters)
        for number, each in enumerate(scenario.preferences)
    )
    election = Election(tuple(costs), costs, spent, tuple(ballots), rivals)
    tie = TiePolicy(game.model.rules.deciding.tie)
    for rule in TOGETHER:
        decision = _shared(game, rule, election, tie, purses=False)
        yield Recount(rule, decision, sum(costs[option] for option in decision.chosen), ())


def _under(
    game: Game,
    rules: Iterable[Rule],
    counted: Counted,
    wanted: Sequence[Opinion],
    options: tuple[InterventionId, ...] = (),
) -> tuple[Recount, ...]:
    options = options or tuple(each.intervention for each in counted.proposals if not each.missing)
    decided = [(rule, _counted(game, rule, counted, wanted, options)) for rule in rules]
    return tuple(_told(rule, decision, counted, wanted) for rule, decision in decided)


def _told(rule: Rule, decision: Decision, counted: Counted, wanted: Sequence[Opinion]) -> Recount:
    chosen = frozenset(decision.chosen)
    empty = tuple(each.player for each in wanted if each.approved and not each.approved & chosen)
    spent = sum(counted.prices.get(option, 0) for option in decision.chosen)
    if counted.shown:
        return Recount(rule, decision, spent, empty)
    return Recount(rule, decision.nameless(), spent, empty)


def _counted(
    game: Game, rule: Rule, counted: Counted, wanted: Sequence[Opinion], options: tuple[InterventionId, ...]
) -> Decision:
    tie = TiePolicy(game.model.rules.deciding.tie)
    if rule in TOGETHER:
        return _shared(game, rule, _election(game, counted, wanted, options), tie)
    orders: list[Ranking] = [(*each.ranking, AS_IT_IS) for each in wanted]
    ranked: tuple[InterventionId, ...] = (*options, AS_IT_IS)
    single: dict[Rule, Callable[[], Decision]] = {
        Rule.MAJORITY: lambda: by_majority(options, [tuple(each.approved) for each in wanted], tie, counted.prices),
        Rule.RUNOFF: lambda: by_runoff(options, orders, tie, counted.prices),
        Rule.CONDORCET: lambda: by_condorcet(ranked, orders),
        Rule.SCHULZE: lambda: by_schulze(ranked, orders, tie, counted.prices),
        Rule.BORDA: lambda: by_borda(ranked, orders, tie, counted.prices),
        Rule.GRADES: lambda: by_grades(
            options, [_grades(each, options) for each in wanted], _least(game), tie, counted.prices
        ),
        Rule.CONSENT: lambda: _consented(game, wanted, options),
    }
    return single[rule]()


def _shared(game: Game, rule: Rule, election: Election, tie: TiePolicy, purses: bool = True) -> Decision:
    step = round(game.model.rules.deciding.completion.value)
    match rule:
        case Rule.GREEDY | Rule.GREEDY_VALUE:
            return by_greedy(election, tie, by_value=rule is Rule.GREEDY_VALUE, backing=purses)
        case Rule.SHARES | Rule.SHARES_COMPLETED:
            completion = step if rule is Rule.SHARES_COMPLETED else None
            return by_equal_shares(election, tie, completion=completion, purses=purses)
        case Rule.SHARES_COUNT:
            return by_equal_shares(election, tie, Worth.COUNT, purses=purses)
        case _:
            return by_phragmen(election, tie)


def _election(
    game: Game, counted: Counted, wanted: Sequence[Opinion], options: tuple[InterventionId, ...]
) -> Election:
    rivals = {answer.id: each.id for each in game.model.scenario.challenges for answer in each.answers}
    ballots = tuple(Support(each.player, {o: 1 for o in options if o in each.approved}) for each in wanted)
    return Election(options, counted.prices, counted.envelope, ballots, {option: rivals[option] for option in options})


def _grades(opinion: Opinion, options: Iterable[InterventionId]) -> dict[InterventionId, int]:
    """Returns grades for an opinion: the best place has the best grade, each lower place one less; the rest has 0."""
    found = dict.fromkeys(options, 0)
    for place, equals in enumerate(opinion.ranking):
        found.update({option: max(1, BEST - place) for option in equals if option in found})
    return found


def _consented(game: Game, wanted: Sequence[Opinion], options: tuple[InterventionId, ...]) -> Decision:
    """Considers what most approve; whoever spoke against it objects, the others that don't approve stand aside."""
    if not options:
        return Decision((), Reason.NO_BALLOT)
    best = max(options, key=lambda option: sum(option in each.approved for each in wanted))
    answers = {str(each.player): (_position(each, best), "said") for each in wanted}
    return by_consent(best, answers, len(game.players))


def _position(opinion: Opinion, option: InterventionId) -> Position:
    if option in opinion.approved:
        return Position.CONSENT
    return Position.OBJECT if option in opinion.against else Position.ASIDE


def _least(game: Game) -> int:
    return round(game.model.rules.deciding.pass_grade.value)
