"""The facilitator's window told aloud: silent until asked, by a voice shared with the projected one, no secret out.

The words a person hears and the keys struck are all that these tests know of the second window.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.engine.phases import Phase
from game.errors import GameError
from game.ui.app import App
from game.ui.attending import Reader
from game.ui.facilitator.desk import Freeze, Write
from game.ui.mouthpiece import Lender
from game.ui.play import facilitators_window
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.voice import Silence
from game.wording.words import Words, words_in
from tests.ui.rooms import LANGUAGES, play_until, room, stage
from tests.ui.screens import key

PEOPLE = ("cityhall", "residents", "river")
NOTE = "Personne ne regarde la rivière"


class Spying(Silence):
    """A voice that also keeps whether its words waited, and whether it was ended."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[bool] = []
        self.hushed = self.closed = 0

    def say(self, words: str, language: str, after: bool = False) -> None:
        super().say(words, language, after)
        self.waited.append(after)

    def hush(self) -> None:
        self.hushed += 1

    def close(self) -> None:
        self.closed += 1


class Two:
    """Two windows and one pair of ears: a person who strikes keys in either and hears what the one voice says."""

    def __init__(self, app: App, held: Room, voice: Spying, words: Words) -> None:
        self.app, self.room, self.voice, self.words = app, held, voice, words

    def strike(self, name: int, mod: int = 0, text: str = "") -> str:
        """Strikes a key in the second window, or writes a text, and returns what is heard."""
        assert self.app.beside is not None
        window = self.app.beside.window
        event = pygame.event.Event(pygame.KEYDOWN, key=name, mod=mod, unicode="", window=window)
        if text:
            event = pygame.event.Event(pygame.TEXTINPUT, text=text, window=window)
        return self._heard(event)

    def strike_projected(self, name: int, mod: int = 0) -> str:
        """Strikes a key in the projected window and returns what is heard."""
        return self._heard(key(name, mod))

    def wait(self) -> str:
        """Lets a moment pass and returns what is heard."""
        return self._heard()

    def _heard(self, *events: pygame.event.Event) -> str:
        before = len(self.voice.heard)
        self.app.step([*events], 0.02)
        self.app.step([], 0.02)
        return " ".join(self.voice.heard[before:])

    def open(self) -> str:
        """Opens the second window by F8 and returns what is heard."""
        return self.strike_projected(pygame.K_F8)

    def reach(self, label: str) -> str:
        """Moves on by Tab until something is called so, and returns what is said of it."""
        first = said = self.strike(pygame.K_TAB)
        while said:
            if any(re.match(rf"{re.escape(label)}(\W|$)(?!\w)", sentence.strip()) for sentence in said.split(". ")):
                return said
            said = self.strike(pygame.K_TAB)
            assert said != first, f"{label!r} is never said"
        raise AssertionError("nothing is said")

    def press(self, label: str) -> str:
        """Moves to what is called so, presses it, and returns what is heard then."""
        self.reach(self.words.say(label) if self.words.has(label) else label)
        return self.strike(pygame.K_RETURN)

    def captions(self) -> tuple[str, str]:
        """Returns what stands written under the projected screen, and under the second."""
        assert self.app.beside is not None
        return tuple(each.strip.said if each.strip else "" for each in (self.app.stage, self.app.beside.stage))  # type: ignore[return-value]


Opened = Callable[..., Two]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Opened]:
    """Returns a maker of two windows on a debate, wired as the game wires them, with one voice."""
    apps: list[App] = []

    def made(language: str = "fr", voice: str = "voice", **settings: object) -> Two:
        held = room(tmp_path, PEOPLE)
        play_until(held.session, Phase.DELIBERATION)
        shown = stage(SCENES, held, (1280, 720), language, voice=voice, sounds=0.0, **settings)
        spying = Spying()
        lender = Lender(lambda: spying)
        shown.attendant = Reader(held, own=lender.lend)
        app = App(shown, "Whose City?", held.desk, lambda: facilitators_window(held, shown, lender.lend))
        apps.append(app)
        shown.open("table")
        app.step([], 0.02)
        return Two(app, held, spying, words_in(language))

    yield made
    for app in apps:
        if app.beside:
            app.beside.close()


def test_the_second_window_opens_silent_and_says_how_to_hear_it(two: Opened) -> None:
    """The projected window tells that it is open and what to press; nothing of what it holds is said."""
    person = two()

    said = person.open()
    walked = person.strike(pygame.K_TAB)

    assert "La fenêtre de l’animation est ouverte." in said and "V" in said
    assert "Que dit-on" not in said
    assert "" == walked


def test_v_in_the_second_window_has_it_read_from_its_title_on(two: Opened) -> None:
    """V is struck in that very window; the projected one goes on as it was."""
    person = two("en")
    person.open()

    said = person.strike(pygame.K_v)

    assert said.startswith("The screen is read.") and "Facilitation" in said
    assert person.strike(pygame.K_TAB)
    assert "voice" == person.app.stage.frame.settings.voice


def test_a_new_second_window_is_silent_again(two: Opened) -> None:
    """Who opens it next may have no headphones on; closing it is told."""
    person = two()
    person.open()
    person.strike(pygame.K_v)

    closed = person.open()
    person.open()

    assert "fermée" in closed
    assert "" == person.strike(pygame.K_TAB)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facilitators_window_is_run_through_the_voice_alone(two: Opened, language: str) -> None:
    """By keyboard and ear: what to say, secrets, the light, a note, the room, a shock, the time line, a freeze."""
    person = two(language)
    held, say = person.room, person.words.say
    scenario = held.session.game.model.scenario
    person.open()
    person.strike(pygame.K_v)
    assert say("facilitator.say.deliberation.1").rstrip(".") in person.strike(pygame.K_F3)

    seats = person.press("facilitator.page.seats")
    all_seats = person.strike(pygame.K_F3)
    assert seats and all(person.words.of(card.secret) in all_seats for card in scenario.stakeholders)
    lit = person.press("facilitator.light")
    assert held.desk.spotlight == scenario.stakeholders[0].id and lit
    person.press("facilitator.light.off")
    assert held.desk.spotlight is None

    person.press("facilitator.page.notes")
    person.reach(say("facilitator.notes.write"))
    assert NOTE in person.strike(0, text=NOTE)
    person.strike(pygame.K_RETURN)
    assert NOTE in held.desk.notes[-1] and NOTE in person.strike(pygame.K_F3)

    person.press("facilitator.page.room")
    here = sum(each.heads for each in held.session.holders.values())
    assert person.words.count("roster.total", here) in person.strike(pygame.K_F3)
    person.press("facilitator.page.shocks")
    shock = scenario.shocks[0]
    told = person.press(person.words.of(shock.title))
    assert say("facilitator.shocks.strike") in person.strike(pygame.K_F3) and told
    person.press("facilitator.page.time")
    assert say("facilitator.branch.leave") in person.strike(pygame.K_F3)

    person.press("facilitator.freeze")
    assert held.desk.frozen == say("facilitator.freeze.text")
    thawed = person.press("facilitator.freeze.go_on")
    assert held.desk.frozen is None and thawed


def test_a_freeze_is_heard_from_the_projected_window(two: Opened) -> None:
    """What the room reads is said once, after what the facilitator's window is saying."""
    person = two()
    person.open()
    person.strike(pygame.K_v)
    before = len(person.voice.heard)

    person.press("facilitator.freeze")

    told = [at for at, words in enumerate(person.voice.heard[before:], before) if "regardez la salle" in words.lower()]
    assert told and person.voice.waited[told[-1]]


def test_what_happens_is_said_once(two: Opened) -> None:
    """A move taken back in the second window is told by the projected one; the second tells it where that is silent."""
    both, alone = two(), two(voice="off")
    heard = []
    for person in (both, alone):
        person.open()
        person.strike(pygame.K_v)
        before = len(person.voice.heard)
        person.press("facilitator.undo")
        told = " ".join(person.voice.heard[before:])
        heard.append(told.count(person.words.say("voice.taken_back")))

    assert [1, 1] == heard


def test_captions_of_the_second_window_stand_in_it_alone(two: Opened) -> None:
    """No secret, no note comes under the projected screen; what the room is told does not go away either."""
    person = two(voice="off", captions=True)
    person.room.handle(Write(NOTE))
    person.open()
    projected = person.captions()[0]
    secrets = [person.words.of(card.secret) for card in person.room.session.game.model.scenario.stakeholders]
    for figure in (pygame.K_2, pygame.K_5):
        person.strike(figure)
        person.strike(pygame.K_F3)
        here, there = person.captions()

        assert projected == here
        assert NOTE in there or any(secret in there for secret in secrets)
    assert [] == person.voice.heard


def test_the_clipboard_of_one_window_does_not_take_up_the_other(
    two: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the projected window adds to the clipboard is joined to its own words, never to a secret."""
    put: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", put.append)
    person = two(voice="clipboard")
    person.open()
    person.strike(pygame.K_c, pygame.KMOD_SHIFT)
    person.strike(pygame.K_2)
    person.strike(pygame.K_F3)
    secret = person.words.of(person.room.session.game.model.scenario.stakeholders[0].secret)
    held = secret in put[-1]
    person.room.handle(Freeze("Regardez-vous"))
    person.app.stage.refresh()
    person.wait()

    assert held
    assert "Regardez-vous" in put[-1] and secret not in put[-1]


def test_the_window_at_hand_is_not_cut_short(two: Opened) -> None:
    """A screen that opens by itself in the other window waits until this one has finished."""
    person = two()
    person.open()
    person.strike(pygame.K_v)
    person.room.handle(Freeze("Regardez-vous"))
    person.app.stage.refresh()
    before = len(person.voice.heard)
    person.wait()

    assert [True] == person.voice.waited[before:]


def test_the_computers_wait_for_the_second_window_too(two: Opened) -> None:
    """What is being said in either window holds the table back."""
    person = two(voice="off")
    person.open()
    person.strike(pygame.K_v)
    person.voice.busy = True

    assert person.app.beside is not None and person.app.beside.stage.attendant.busy
    assert person.app.stage.peers[0].attendant.busy


def test_a_computer_without_a_voice_says_so_in_the_window_that_asked(
    two: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The warning stands under the second window only, until a key is struck there."""
    person = two(voice="off")
    person.open()
    person.voice.trouble = GameError("error.no_voice")

    person.strike(pygame.K_v)

    assert ("", person.words.say("error.no_voice")) == person.captions()


# The one voice.


def test_the_voice_ends_with_the_last_window_that_has_it() -> None:
    """One giving it back falls silent and leaves it to the other; the last one ends it."""
    found = Spying()
    lender = Lender(lambda: found)
    one, other = lender.lend(), lender.lend()
    one.say("a", "fr")
    one.close()
    kept = found.closed, found.hushed
    other.close()
    other.close()

    assert ((0, 1), 1) == (kept, found.closed)


def test_each_window_speaks_at_its_own_pace() -> None:
    """A pace set in one window does not hurry the other."""
    found = Spying()
    lender = Lender(lambda: found)
    slow, fast = lender.lend(), lender.lend()
    fast.speed = 1.75
    slow.say("a", "fr")
    at_first = found.speed
    fast.say("b", "fr")

    assert (1.0, 1.75) == (at_first, found.speed)
