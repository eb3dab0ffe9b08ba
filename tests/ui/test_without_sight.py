"""A whole session, from title to debrief, without sight, and another by keyboard alone: keys in, words out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.ui.attending import Reader
from game.ui.node import focus_order
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from game.ui.voice import Silence
from game.wording.words import Words, words_in
from tests.ui.rooms import LANGUAGES, stage
from tests.ui.screens import key

ROUNDS = 2
PATIENCE = 400
"""Things done, after which a session that has not ended never will."""


class Blind:
    """Knows the keys of the keyboard and the language, and only what the voice has said."""

    def __init__(self, shown: Stage, words: Words, voice: Silence) -> None:
        self._stage, self.words, self.voice = shown, words, voice

    def strike(self, name: int, mod: int = 0) -> str:
        """Strikes a key, lets what it asked for come about, and returns what is said of it."""
        before = len(self.voice.heard)
        self._stage.handle(key(name, mod))
        self._stage.tick(0.05)
        return " ".join(self.voice.heard[before:])

    def wait(self) -> str:
        """Waits a moment and returns what is said meanwhile."""
        before = len(self.voice.heard)
        self._stage.tick(0.6)
        return " ".join(self.voice.heard[before:])

    def stops(self) -> Iterator[str]:
        """Goes once round the stops of the screen by Tab, telling what each says."""
        first = said = self.strike(pygame.K_TAB)
        while said:
            yield said
            said = self.strike(pygame.K_TAB)
            if said == first:
                return

    def reach(self, *labels: str) -> str:
        """Moves to the first stop whose name begins with one of the labels; says nothing where none does."""
        wanted = tuple(label.split("{")[0] for label in labels)
        for said in self.stops():
            named = [sentence.strip() for sentence in said.split(". ")]
            unavailable = self.words.say("voice.disabled") in said
            if not unavailable and any(sentence.startswith(wanted) for sentence in named):
                return said
        return ""

    def press(self, *keys: str) -> str:
        """Presses what is called as the catalogue says, and returns what is said then."""
        labels = [self.words.say(each) if self.words.has(each) else each for each in keys]
        assert self.reach(*labels), f"{labels} is never said"
        return self.strike(pygame.K_RETURN)

    def screen(self) -> str:
        """Has the whole screen read."""
        return self.strike(pygame.K_F3)


@pytest.fixture
def blind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Blind]]:
    """Returns a maker of blind people before the title screen, in a language; the luck is always the same."""
    monkeypatch.setattr("game.ui.scenes.seats.secrets.randbelow", lambda most: 7)

    rooms: list[Room] = []

    def made(language: str) -> Blind:
        held = Room(tmp_path, pace=0.5)
        rooms.append(held)
        shown = stage(SCENES, held, language=language, sounds=0.0)
        voice = Silence()
        shown.attendant = Reader(held, voice)
        shown.open("title")
        shown.tick(0.05)
        return Blind(shown, words_in(language), voice)

    yield made
    for held in rooms:
        held.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_session_is_played_through_the_voice_alone(blind: Callable[[str], Blind], language: str) -> None:
    """A person who only hears begins a session, proposes, speaks, votes, and comes to the debrief."""
    person = blind(language)
    say = person.words.say

    assert say("app.title") in person.strike(pygame.K_v)
    assert say("seats.title") in person.press("title.new")
    while say("voice.role.spin") + f", {ROUNDS}" not in person.press("seats.fewer_rounds"):
        pass
    person.press("seats.all_computer")
    person.press("seats.by_people")  # the first seat that asks who holds it: city hall
    assert say("table.turn.opening") in person.press("seats.begin")

    told = _play(person)

    for happened in ("proposes", "votes", "speaks"):
        assert happened in told
    person.press("table.go.ending")
    assert say("ending.mixture") in person.screen()
    assert say("debrief.title") in person.press("ending.debrief")
    assert say("debrief.page.short") in person.screen()
    assert len(person.screen()) > 600


def _play(person: Blind) -> set[str]:
    """Plays until the voice says that the session has ended, and returns what the person did on the way."""
    words, done = person.words, set[str]()
    news = person.screen()
    for _ in range(PATIENCE):
        if words.say("table.turn.ended") in news:
            return done
        news = _act(person, news, done) or person.wait() or person.screen()
    raise AssertionError(news)


def _act(person: Blind, news: str, done: set[str]) -> str:
    """Answers what was heard: proposes, speaks, votes where it is asked to, and goes on otherwise."""
    say = person.words.say
    if _asks(person, news, "table.turn.proposal"):
        done.add("proposes")
        return person.press("table.act.propose", "table.act.support", "table.go.pass")
    if _asks(person, news, "table.turn.deliberation") and person.reach(say("table.stand.for") + ","):
        done.add("speaks")
        person.strike(pygame.K_RETURN)
        return person.press("table.go.decision")
    if _asks(person, news, "table.turn.vote"):
        done.add("votes")
        assert say("voice.role.switch") in person.press("table.go.ballot")  # the first answer has the focus
        assert say("voice.on") in person.strike(pygame.K_SPACE)
        return person.press("table.ballot.cast")
    steps = ("challenge", "effects", "deliberation", "decision", "close_vote", "no_vote", "reflection", "round", "end")
    labels = [say(f"table.go.{step}", **_blank(step)) if step != "close_vote" else _stem(say) for step in steps]
    return person.strike(pygame.K_RETURN) if person.reach(*labels) else ""


def _asks(person: Blind, news: str, key: str) -> bool:
    """Tells whether the voice said that it is this person's turn to do something."""
    told = person.words.texts[key].format(who="\n").split("\n")
    return all(part in news for part in told)


def _blank(step: str) -> dict[str, str]:
    return {"round": "{"} if step == "round" else {}


def _stem(say: Callable[..., str]) -> str:
    return say("table.go.close_vote", cast="{", seats="{")


@pytest.mark.parametrize("way", ["mayor", "ranked", "consent"])
def test_a_whole_session_by_keyboard_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Somebody who sees and has only a keyboard plays two seats, from title to debrief, under other ways."""
    monkeypatch.setattr("game.ui.scenes.seats.secrets.randbelow", lambda most: 7)
    held = Room(tmp_path, pace=0.5)
    shown = stage(SCENES, held, sounds=0.0)
    shown.open("title")

    _sit_down(shown, way)
    for _ in range(PATIENCE):
        if type(shown.top.scene).__name__ == "DebriefScene":
            break
        _go_on(shown)

    assert "DebriefScene" == type(shown.top.scene).__name__
    assert (way, ROUNDS) == (held.session.state.procedure, held.session.state.round)
    assert any(held.session.seats[turn.move.player].bot is None for turn in held.session.turns if _by_seat(turn.move))
    held.close()


def _by_seat(move: object) -> bool:
    return hasattr(move, "player")


def _sit_down(shown: Stage, way: str) -> None:
    """Sets up two rounds with two seats of people, and begins them."""
    for goal in ("new", "all computer", "who cityhall:0", "who residents:0", f"way {way}"):
        assert _strike(shown, goal), goal
    while _strike(shown, "rounds-"):
        pass
    assert _strike(shown, "begin")


def _strike(shown: Stage, *starts: str) -> bool:
    """Goes by Tab to the first thing that can be pressed whose key begins so, and presses it, if there is one."""
    root = shown.top.root
    assert root is not None
    keys = [node.key for node in focus_order(root)]
    goal = next((each for start in starts for each in keys if each.startswith(start)), "")
    for _ in range(len(keys) + 1 if goal else 0):
        focus = shown.top.input.focus
        if focus is not None and focus.key == goal:
            break
        shown.handle(key(pygame.K_TAB))
    if goal:
        shown.handle(key(pygame.K_RETURN))
        shown.tick(0.05)
    return bool(goal)


def _go_on(shown: Stage) -> None:
    """Presses the first thing that takes the table further: an answer, a ballot, the main step."""
    if not shown.attendant.busy:
        _strike(shown, "cast", "propose ", "join ", "decide ", "main step", "step x", "put away", "debrief")
    shown.tick(0.6)
