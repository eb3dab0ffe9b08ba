"""The sessions kept on disk, each opened far enough to say where it stands; those that can't be resumed say why."""

import datetime

from attrs import frozen

from game.content.load import Loaded, LoadedRules
from game.engine.phases import Phase
from game.errors import GameError
from game.journal.entries import Told
from game.ui.room import Room
from game.ui.setup.saved import Saved, saved_in
from game.wording.words import Words


@frozen
class Kept:
    """A session that can be resumed, or looked back on when it is over."""

    saved: Saved
    title: str
    began: str
    round: int
    rounds: int
    over: bool


@frozen
class Damaged:
    """A session that can't be resumed."""

    saved: Saved
    fault: GameError


def shelf(room: Room, words: Words) -> tuple[Kept | Damaged, ...]:
    """Returns the newest sessions, replayed to the round they reached."""
    scenarios: dict[str, Loaded] = {}
    rules: dict[tuple[str, str], LoadedRules] = {}
    return tuple(_opened(saved, scenarios, rules, words) for saved in saved_in(room.folder))


def _opened(
    saved: Saved, scenarios: dict[str, Loaded], rules: dict[tuple[str, str], LoadedRules], words: Words
) -> Kept | Damaged:
    if saved.told is None:
        assert saved.fault is not None
        return Damaged(saved, saved.fault)
    from game.replaying import rules_of, scenario_of

    name, pack = saved.told.header.scenario, (saved.told.header.pack, saved.told.header.pack_file)
    try:
        if name not in scenarios:
            scenarios[name] = scenario_of(saved.told)
        if pack not in rules:
            rules[pack] = rules_of(saved.told)
        return _replayed(saved, saved.told, scenarios[name], rules[pack], words)
    except GameError as fault:
        return Damaged(saved, fault)


def _replayed(saved: Saved, told: Told, loaded: Loaded, rules: LoadedRules, words: Words) -> Kept:
    from game.replaying import replayed

    state = replayed(saved.journal, told, loaded, rules).state
    over = state.phase is Phase.ENDED
    title = words.of(loaded.scenario.title)
    return Kept(saved, title, _when(told.header.began, words), state.round, told.header.rounds, over)


def _when(began: str, words: Words) -> str:
    """Returns the day and hour a session began, as the language writes them."""
    from babel.dates import format_datetime

    moment = datetime.datetime.fromisoformat(began)
    return format_datetime(moment, words.say("title.date"), locale=words.language)
