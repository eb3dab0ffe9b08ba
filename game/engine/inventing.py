"""Inventing an answer in the room: writing it, estimating it together, admitting it into the game.

The game is compiled anew with each answer admitted; the cities played until then are fitted to it. An answer belongs
to the states that know it: on another line of play, or once its admission is taken back, it is not there.
"""

from functools import lru_cache
from typing import Final

from attrs import evolve

from game.city.compiling import compiled
from game.city.exact import milli
from game.city.fitting import fitting
from game.content.cards import DataKind, Intervention
from game.content.inventing import (
    BUILD,
    COST,
    THOUSAND,
    TITLE_LONGEST,
    UPKEEP,
    WORDS_LONGEST,
    Idea,
    card_of,
    enlarged,
    source_of,
    told_of,
)
from game.content.rulebook import CityVariable, Indicator, Rulebook
from game.content.shapes import LANGUAGES, ChallengeId, IndicatorId
from game.engine.invention import Admitted, Estimated, Invented, Invention
from game.engine.moves import Admit, Estimate, Invent
from game.engine.phases import Phase
from game.engine.state import Game, State, changed
from game.errors import Refusal

VOICE_LONGEST: Final = 40
"""Letters of the name of a voice."""
REASON_LONGEST: Final = 160
VOICES_MOST: Final = 200
"""Voices of one answer: beyond, somebody is not estimating."""


def answers_to(game: Game, state: State, challenge: ChallengeId) -> tuple[Intervention, ...]:
    """Returns the answers to a challenge that this state knows: those written, then those of the room by age."""
    answers = game.challenge(challenge).answers
    if not game.invented:
        return answers
    written = tuple(each for each in answers if each.id not in game.invented)
    known = {each.id: each for each in answers}
    return (*written, *(known[each] for each in state.invented if each in known))


def touchable(rules: Rulebook) -> tuple[IndicatorId, ...]:
    """Returns what an answer may move by itself: indicators of the districts, then variables of the city."""
    return tuple(entry.id for entry in _entries(rules) if entry.first_order != "none")


def _entries(rules: Rulebook) -> tuple[Indicator | CityVariable, ...]:
    return (*rules.indicators, *rules.city_variables)


def bounds(rules: Rulebook, figure: str) -> tuple[int, int]:
    """Returns the least and the most that a voice may estimate of a figure, in thousandths."""
    held = rules.inventing
    match figure:
        case name if name == COST:
            return milli(held.cost_least.value), milli(held.cost_most.value)
        case name if name == UPKEEP:
            return 0, milli(held.upkeep_most.value)
        case name if name == BUILD:
            return 0, round(held.build_most.value) * THOUSAND
    most = milli(held.points.value)
    entry = next(each for each in _entries(rules) if each.id == figure)
    if entry.first_order != "gain":
        return -most, most
    return (0, most) if entry.good == "up" else (-most, 0)


def voices_needed(game: Game) -> int:
    """Returns how many estimates an answer needs before it can be admitted."""
    return round(game.model.rules.inventing.voices.value)


def room_left(game: Game, state: State) -> int:
    """Returns how many more answers may be invented; those refused leave their place."""
    held = sum(each.admitted is not False for each in state.inventions)
    return max(0, round(game.model.rules.inventing.most.value) - held)


def refused_idea(game: Game, state: State, move: Invent) -> Refusal | None:
    """Returns why an answer may not be written now, or None."""
    if state.phase is not Phase.PROPOSAL:
        return Refusal.WRONG_PHASE
    if move.idea.challenge != state.challenge:
        return Refusal.NOT_ON_TABLE
    if not room_left(game, state):
        return Refusal.ENOUGH_INVENTED
    if any(each.idea == move.idea and each.admitted is None for each in state.inventions):
        return Refusal.ALREADY_DONE
    return None if sound(game.model.rules, move.idea) else Refusal.NOT_AN_IDEA


def sound(rules: Rulebook, idea: Idea) -> bool:
    """Tells whether an idea says all that it must, in the length there is, and touches what may be touched."""
    texts = [(idea.title, TITLE_LONGEST), (idea.words, WORDS_LONGEST)]
    if idea.data is not DataKind.NONE:
        texts.append((idea.records, WORDS_LONGEST))
    elif idea.records:
        return False
    told = all(text == text.strip() and 0 < len(text) <= most and text.isprintable() for text, most in texts)
    most, touches = round(rules.inventing.touches.value), idea.touches
    able = {*touches} <= {*touchable(rules)} and len({*touches}) == len(touches) and 0 < len(touches) <= most
    return told and able and idea.language in LANGUAGES


def refused_estimate(game: Game, state: State, move: Estimate) -> Refusal | None:
    """Returns why an estimate may not be given, or None."""
    held = _waiting(state, move.number)
    if held is None:
        return Refusal.NOT_INVENTED
    voice, named = move.voice, [name for name, _ in move.figures]
    heard = voice == voice.strip() and 0 < len(voice) <= VOICE_LONGEST and voice.isprintable()
    room = len(held.estimates) < VOICES_MOST
    if not heard or not room or named != [*held.idea.figures] or not _within(game.model.rules, move):
        return Refusal.NOT_AN_ESTIMATE
    return None


def _within(rules: Rulebook, move: Estimate) -> bool:
    """Tells whether every figure keeps its bounds, and rounds are whole."""
    for name, figure in move.figures:
        low, high = bounds(rules, name)
        if not low <= figure <= high or (name == BUILD and figure % THOUSAND):
            return False
    return True


def refused_admission(game: Game, state: State, move: Admit) -> Refusal | None:
    """Returns why an answer may not be admitted or refused now, or None."""
    held = _waiting(state, move.number)
    if held is None:
        return Refusal.NOT_INVENTED
    if not move.accepts:
        return None if move.reason.strip() and len(move.reason) <= REASON_LONGEST else Refusal.REASON_MISSING
    return Refusal.TOO_FEW_VOICES if len(held.estimates) < voices_needed(game) else None


def _waiting(state: State, number: int) -> Invention | None:
    """Returns the invention of a number while it is neither admitted nor refused."""
    held = state.inventions[number] if 0 <= number < len(state.inventions) else None
    return held if held and held.admitted is None else None


def invented(state: State, move: Invent) -> tuple[State, Invented]:
    """Returns the state in which an answer waits to be estimated."""
    held = Invention(move.player, state.round, move.idea)
    after = changed(state, inventions=(*state.inventions, held))
    return after, Invented(move.player, len(state.inventions), held)


def estimated(state: State, move: Estimate) -> tuple[State, Estimated]:
    """Returns the state that knows what a voice expects; a voice that speaks again keeps its place."""
    held = state.inventions[move.number]
    given = dict(held.estimates) | {move.voice: move.figures}
    after = evolve(held, estimates=tuple(given.items()))
    return _with(state, move.number, after), Estimated(state.round, move.number, after)


def admitted(game: Game, state: State, move: Admit) -> tuple[Game, State, Admitted]:
    """Returns the game and the state that have the answer of the room, or the state in which it is refused."""
    held = evolve(state.inventions[move.number], admitted=move.accepts, reason=move.reason.strip())
    if move.accepts:
        figures = [figures for _, figures in held.estimates]
        held = evolve(held, card=card_of(held.idea, figures, game.model.rules.inventing))
    after = _with(state, move.number, held)
    grown = playing(game, after)
    city = state.city if grown is game else fitting(game.model, grown.model).of(state.city)
    return grown, changed(after, city=city), Admitted(state.round, move.number, held)


def _with(state: State, number: int, held: Invention) -> State:
    others = state.inventions
    return changed(state, inventions=(*others[:number], held, *others[number + 1 :]))


def playing(game: Game, *states: State) -> Game:
    """Returns the game with the answers that the room has invented in some states; the same game where it has them.

    It is made once for the same game and the same answers.
    """
    cards = {each.card.id: each for state in states for each in state.inventions if each.card}
    new = tuple([each for card, each in cards.items() if card not in game.invented])
    return _grown(_More((game, new))) if new else game


def as_written(game: Game) -> Game:
    """Returns the game without the answers of the room: those of its scenario alone."""
    if not game.invented:
        return game
    scenario = game.model.scenario
    challenges = tuple(
        evolve(each, answers=tuple(answer for answer in each.answers if answer.id not in game.invented))
        for each in scenario.challenges
    )
    added = {source_of(card) for card in game.invented}
    sources = {key: told for key, told in scenario.sources.items() if key not in added}
    model = compiled(evolve(scenario, challenges=challenges, sources=sources), game.model.rules)
    return evolve(game, model=model, start=fitting(game.model, model).of(game.start), invented=())


class _More(tuple[Game, tuple[Invention, ...]]):
    """A game, told from others by being itself, and what is added to it; an answer's id tells all of it."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash((id(self[0]), self._ids))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _More) and self[0] is other[0] and self._ids == other._ids

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple([each.card.id for each in self[1] if each.card])


@lru_cache(maxsize=16)
def _grown(more: _More) -> Game:
    game, inventions = more
    rules, cards, told = game.model.rules, {}, {}
    for each in inventions:
        assert each.card is not None
        cards[each.card.id] = each.idea.challenge, each.card
        told[source_of(each.card.id)] = told_of(rules.inventing.told, people=len(each.estimates))
    model = compiled(enlarged(game.model.scenario, cards, told), rules)
    start = fitting(game.model, model).of(game.start)
    return evolve(game, model=model, start=start, invented=(*game.invented, *cards))
