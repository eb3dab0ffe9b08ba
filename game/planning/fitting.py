"""How many rounds and which challenges fit into the minutes there are, without squeezing or stretching their phases."""

from typing import Final

from attrs import evolve, frozen

from game.content.cards import Scenario
from game.content.lengths import FEWEST, MOST, lengths_of
from game.content.numbers import Coefficient
from game.content.played import Length
from game.content.rulebook import Rulebook
from game.content.shapes import ChallengeId
from game.content.workshop import Devices
from game.engine.pacing import minutes_by_rules, outline
from game.engine.setup import first_state, new_game
from game.engine.state import Game
from game.planning.wishes import Wishes

FEWEST_CHALLENGES: Final = 2
SEED: Final = 1
"""The luck of a game that is only measured: its length does not hang on it."""


@frozen
class Fit:
    """Rounds and challenges, and how wide their phases are: 1 where each takes what the rules say."""

    rounds: int
    agenda: tuple[ChallengeId, ...]
    width: float
    unopposed: float
    """The same where nobody objects, and what an objection would have taken is shared out."""
    asked: int
    """Challenges that the city has the time to answer."""


def fitted(scenario: Scenario, rules: Rulebook, wishes: Wishes) -> Fit:
    """Returns the rounds and challenges for the minutes there are, from the lengths the scenario gives."""
    least = least_width(rules, wishes)
    asked = _between_lengths(scenario, rules, wishes.minutes)
    fit = measured(scenario, rules, wishes, asked.rounds, asked.agenda)
    while fit.width < least and len(fit.agenda) > FEWEST_CHALLENGES:
        agenda = with_challenges(scenario, rules, len(fit.agenda) - 1)
        fit = measured(scenario, rules, wishes, max(FEWEST, min(fit.rounds, len(agenda))), agenda)
    longest = max(each.rounds for each in lengths_of(scenario, rules))
    while (excess := _excess(fit, rules, wishes)) > 1 and fit.rounds < MOST:
        longer = _longer(scenario, rules, wishes, fit)
        # Beyond the city's own lengths a round with nothing to decide fills only what unmade objections leave.
        idle = fit.rounds >= longest and longer.asked == fit.asked and fit.unopposed <= fit.width
        if idle or least / longer.width > excess:
            break
        fit = longer
    return fit


def _excess(fit: Fit, rules: Rulebook, wishes: Wishes) -> float:
    """Returns how much wider phases would be than the rules bear, with or without the objections some may make."""
    workshop = rules.workshop
    unopposed = fit.unopposed if fit.unopposed > fit.width else 0
    return max(
        fit.width / _part(workshop.widest, rules, wishes),
        unopposed / _part(workshop.widest_unopposed, rules, wishes),
    )


def least_width(rules: Rulebook, wishes: Wishes) -> float:
    """Returns how tight phases may become before a challenge is left out."""
    workshop = rules.workshop
    return _part(workshop.tightest_first if wishes.first_time else workshop.tightest, rules, wishes)


def _part(percent: Coefficient, rules: Rulebook, wishes: Wishes) -> float:
    """Returns a share of what phases take by the rules; on paper all of it takes longer."""
    return percent.value / 100 * (rules.workshop.paper.value / 100 if wishes.devices is Devices.PAPER else 1)


def measured(
    scenario: Scenario, rules: Rulebook, wishes: Wishes, rounds: int, agenda: tuple[ChallengeId, ...]
) -> Fit:
    """Returns how wide the phases of so many rounds and these challenges are."""
    game = new_game(scenario, rules, SEED, rounds, explained=False, agenda=agenda)
    play = wishes.play(rules)
    asked = {each.challenge for each in outline(game, first_state(game)) if each.challenge is not None}
    return Fit(rounds, agenda, width_of(game, play), play / minutes_by_rules(game, opposed=False), len(asked))


def width_of(game: Game, play: float) -> float:
    """Returns how wide the phases of a game are in so many minutes."""
    return play / minutes_by_rules(game)


def with_challenges(scenario: Scenario, rules: Rulebook, count: int) -> tuple[ChallengeId, ...]:
    """Returns so many challenges, those that even the shortest session plays before the others, in playing order."""
    lengths = lengths_of(scenario, rules)
    for length in lengths:
        if len(length.agenda) == count:
            return length.agenda
    ranked = dict.fromkeys((*(each for length in lengths for each in length.agenda), *scenario.agenda))
    kept = set(list(ranked)[:count])
    order = (*scenario.agenda, *(each for each in ranked if each not in scenario.agenda))
    return tuple(each for each in order if each in kept)


def _between_lengths(scenario: Scenario, rules: Rulebook, minutes: int) -> Length:
    """Returns the length for so many minutes: the scenario's own, or in between two of them."""
    lengths = [evolve(each, agenda=each.agenda or scenario.agenda) for each in lengths_of(scenario, rules)]
    before = next((each for each in reversed(lengths) if each.minutes <= minutes), lengths[0])
    after = next((each for each in lengths if each.minutes >= minutes), lengths[-1])
    if before.minutes >= after.minutes:
        return before
    part = (minutes - before.minutes) / (after.minutes - before.minutes)
    count = round(len(before.agenda) + part * (len(after.agenda) - len(before.agenda)))
    rounds = round(before.rounds + part * (after.rounds - before.rounds))
    return Length(minutes, rounds, with_challenges(scenario, rules, count))


def _longer(scenario: Scenario, rules: Rulebook, wishes: Wishes, fit: Fit) -> Fit:
    """Returns one challenge more where there is time to decide it, else one round more."""
    more = with_challenges(scenario, rules, len(fit.agenda) + 1)
    if len(more) > len(fit.agenda):
        asked = measured(scenario, rules, wishes, fit.rounds, more)
        if asked.width < fit.width:
            return asked
    return measured(scenario, rules, wishes, fit.rounds + 1, fit.agenda)
