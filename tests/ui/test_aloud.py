"""The screen told aloud: titles, focus, what happened; the keys of the voice; captions; nothing while it is off."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content.shapes import StakeholderId
from game.engine.moves import Decide
from game.engine.phases import Phase
from game.ui import voice as voices
from game.ui.attending import Reader, key_of
from game.ui.caption import Caption
from game.ui.preferences import keep_settings, load_settings
from game.ui.room import Room
from game.ui.scene import Push, Settings, Submit
from game.ui.scenes import SCENES
from game.ui.stage import HOLD, Stage
from game.ui.theme import LIGHT
from game.ui.voice import NoVoice, Silence
from tests.ui.hands import Hands
from tests.ui.rooms import LANGUAGES, SIZES, play_until, room, stage
from tests.ui.screens import key

PEOPLE = ("cityhall", "residents")


class Listener:
    """A stage with somebody who listens."""

    def __init__(self, shown: Stage, held: Room) -> None:
        self.stage, self.room, self.voice = shown, held, Silence()
        self.reader = shown.attendant = Reader(held, self.voice, _Quiet())
        self.hands = Hands(shown)

    @property
    def last(self) -> str:
        """What was said last."""
        return self.voice.heard[-1]

    def strike(self, name: int, mod: int = 0) -> str:
        """Strikes a key and returns what is said of it, an empty text for nothing."""
        before = len(self.voice.heard)
        self.stage.handle(key(name, mod))
        self.stage.tick(0.01)
        return " ".join(self.voice.heard[before:])

    def tab_to(self, start: str) -> str:
        """Moves on by Tab until what is said begins so."""
        for _ in range(120):
            said = self.strike(pygame.K_TAB)
            if start in said:
                return said
        raise AssertionError(f"{start!r} is never said")


class _Quiet:
    def play(self, cue: str, loud: float) -> None:
        """Plays nothing."""

    def close(self) -> None:
        """Does nothing."""


Listening = Callable[..., Listener]


@pytest.fixture
def listening(tmp_path: Path) -> Listening:
    """Returns a maker of stages with a listener: a screen, a language, what the settings say."""

    def made(
        first: str = "title", language: str = "fr", size: tuple[int, int] = (1920, 1080), phase: Phase | None = None,
        **settings: object,
    ) -> Listener:  # fmt: skip
        held = room(tmp_path, PEOPLE)
        if phase is not None:
            play_until(held.session, phase)
        shown = stage(SCENES, held, size, language, **settings)
        listener = Listener(shown, held)
        shown.open(first)
        shown.tick(0.01)
        return listener

    return made


def test_off_by_default_nothing_is_said(listening: Listening) -> None:
    """Until somebody asks, no word is said and no caption shown."""
    listener = listening()

    listener.strike(pygame.K_TAB)

    assert [] == listener.voice.heard
    assert listener.stage.strip is None


@pytest.mark.parametrize(
    ("language", "welcome", "title"),
    [("fr", "L’écran se lit.", "À qui la ville\u202f?"), ("en", "The screen is read.", "Whose City?")],
)
def test_v_turns_the_voice_on_and_off(listening: Listening, language: str, welcome: str, title: str) -> None:
    """V says what the voice can do, then the screen's title and how much there is to press; V again stops it."""
    listener = listening(language=language)

    said = listener.strike(pygame.K_v)
    on = listener.stage.frame.settings.voice
    listener.strike(pygame.K_v)

    assert said.startswith(welcome)
    assert title in said
    assert "7 " in said
    assert ("voice", "off") == (on, listener.stage.frame.settings.voice)
    assert "" == listener.strike(pygame.K_TAB)


def test_what_has_the_focus_is_said(listening: Listening) -> None:
    """Moving on by Tab says what is reached."""
    listener = listening(voice="voice")

    plan = "Préparer un atelier, bouton, Le temps, le public, la ville, les feuilles\u00a0: tout est proposé. 1 sur 3."
    assert plan == listener.strike(pygame.K_TAB)
    assert listener.strike(pygame.K_TAB).startswith("Nouvelle partie, bouton, ")
    assert plan == listener.strike(pygame.K_TAB, pygame.KMOD_SHIFT)


def test_what_is_pointed_at_is_said(listening: Listening) -> None:
    """The pointer is followed, too, and nothing is said twice while it rests."""
    listener = listening(voice="voice")
    at = listener.hands.node("watch").rect.center

    for _ in range(2):
        listener.stage.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))

    watch = "L’ordinateur tient toutes les places\u00a0: regardez la ville changer."
    assert f"Regarder une partie, bouton, {watch} 3 sur 3." == listener.last
    assert 2 == len(listener.voice.heard)


def test_a_dialog_is_said_when_it_opens(listening: Listening) -> None:
    """A dialog tells its title and how many things it holds; its first stop follows."""
    listener = listening(voice="voice")
    listener.tab_to("Réglages")

    said = listener.strike(pygame.K_RETURN)

    assert said.startswith("Réglages. ")
    assert "éléments à parcourir avec Tab. Langue. Français, option, choisi, 1 sur 2." in said


def test_coming_into_a_group_says_its_name_once(listening: Listening) -> None:
    """The name of a choice is said on coming in and not at each of its answers."""
    listener = listening(voice="voice")
    listener.tab_to("Réglages")
    listener.strike(pygame.K_RETURN)

    assert "English, option, 2 sur 2." == listener.strike(pygame.K_TAB)
    assert "Couleurs. Clair, option, choisi, 1 sur 3." == listener.strike(pygame.K_TAB)


def test_a_setting_says_what_it_became(listening: Listening) -> None:
    """Pressing a switch says its new state and nothing else."""
    listener = listening(voice="voice")
    listener.tab_to("Réglages")
    listener.strike(pygame.K_RETURN)
    listener.tab_to("Réduire les mouvements")

    assert "Réduire les mouvements, interrupteur, activé." == listener.strike(pygame.K_SPACE)


def test_what_a_press_changes_elsewhere_is_said(listening: Listening) -> None:
    """A press that changes something else on screen is heard: the number it moved, the sentence it changed."""
    listener = listening("seats", voice="voice")
    listener.tab_to("Un tour de moins")

    said = listener.strike(pygame.K_RETURN)

    assert "2. Durée, nombre, 5 tours. Environ 60\u00a0minutes de jeu" in said


def test_writing_says_what_stands_in_the_field(listening: Listening) -> None:
    """Whoever writes hears what is written, and the keys of the voice are letters there."""
    listener = listening("seats", voice="voice")
    listener.tab_to("Prénoms pour")

    listener.strike(pygame.K_v)
    listener.stage.handle(pygame.event.Event(pygame.TEXTINPUT, text="v"))

    assert "voice" == listener.stage.frame.settings.voice
    assert "v." == listener.last


def test_what_happened_is_said_then_where_things_stand(listening: Listening) -> None:
    """After a move the log's line is said, then whose turn it is and what the phase asks."""
    listener = listening("table", phase=Phase.BRIEFING, voice="voice")
    listener.tab_to("Ouvrir le défi")

    said = listener.strike(pygame.K_RETURN)

    assert said.startswith("Question à l’ordre du jour\u00a0: «\u00a0Sortir des embouteillages\u00a0». ")
    assert "Mairie, proposez une réponse ou passez." in said


def test_a_refusal_is_said_with_its_reason(listening: Listening) -> None:
    """What the table refuses is heard: the sentence that stands on the screen."""
    listener = listening("table", phase=Phase.PROPOSAL, voice="voice")

    listener.stage.perform(Submit(Decide(StakeholderId("cityhall"), None)))
    listener.stage.tick(0.01)

    alert = next(node for node in listener.hands.root.walk() if node.role == "alert")
    assert alert.label in listener.last


def test_a_clock_is_told_once_to_whoever_stays_on_it(listening: Listening) -> None:
    """Its figures change every second: neither the focus resting on it nor a screen built again tells them anew."""
    listener = listening("table", phase=Phase.DELIBERATION, voice="voice")
    said = listener.tab_to("Temps restant")
    heard = len(listener.voice.heard)
    for _ in range(3):
        listener.room.desk.pass_time(1.0)
        listener.stage.tick(1.0)
        listener.stage.refresh()
        listener.stage.tick(0.01)

    assert said.startswith("Temps restant, ")
    assert not any("Temps restant" in words for words in listener.voice.heard[heard:])


def test_taking_back_is_said(listening: Listening) -> None:
    """Undoing says so."""
    listener = listening("table", phase=Phase.PROPOSAL, voice="voice")

    said = listener.strike(pygame.K_u)

    assert said.startswith("Le dernier coup est annulé.")


def test_the_computers_wait_for_the_voice(listening: Listening) -> None:
    """While something is being said, no computer player moves."""
    listener = listening("table", phase=Phase.BRIEFING, voice="voice")
    listener.hands.press("main step")
    listener.hands.press("propose mobility.low")
    moves = len(listener.room.session.turns)

    listener.voice.busy = True
    for _ in range(20):
        listener.stage.tick(HOLD)
    waited = len(listener.room.session.turns) - moves
    listener.voice.busy = False
    for _ in range(20):
        listener.stage.tick(HOLD)

    assert 0 == waited
    assert len(listener.room.session.turns) > moves


def test_f2_repeats(listening: Listening) -> None:
    """F2 says again what was said last."""
    listener = listening(voice="voice")
    said = listener.strike(pygame.K_TAB)

    assert said == listener.strike(pygame.K_F2)


def test_f3_reads_the_whole_screen(listening: Listening) -> None:
    """F3 reads everything in order; F2 afterwards still repeats the last news."""
    listener = listening(voice="voice")
    said = listener.strike(pygame.K_TAB)

    read = listener.strike(pygame.K_F3)

    assert read.index("À qui la ville") < read.index("Nouvelle partie") < read.index("Quitter")
    assert said == listener.strike(pygame.K_F2)


def test_ctrl_and_arrows_read_line_by_line(listening: Listening) -> None:
    """Ctrl with the arrows walks the lines of the screen and stays on the last and the first."""
    listener = listening(voice="voice")

    lines = [listener.strike(pygame.K_DOWN, pygame.KMOD_CTRL) for _ in range(2)]
    back = [listener.strike(pygame.K_UP, pygame.KMOD_CTRL) for _ in range(2)]

    assert lines[0] != lines[1]
    assert [lines[0], lines[0]] == back


def test_ctrl_alone_hushes(listening: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl by itself stops what is being said, as in any screen reader."""
    listener = listening(voice="voice")
    hushed: list[bool] = []
    monkeypatch.setattr(listener.voice, "hush", lambda: hushed.append(True))

    listener.strike(pygame.K_LCTRL, pygame.KMOD_CTRL)

    assert [True] == hushed


def test_captions_show_what_is_said_and_keep_clear_of_the_screen(listening: Listening) -> None:
    """Captions stand under the screen, which is laid out above them, its text no smaller."""
    listener = listening()

    listener.strike(pygame.K_v, pygame.KMOD_SHIFT)
    said = listener.strike(pygame.K_TAB)

    strip = listener.stage.strip
    assert strip is not None
    assert said.startswith("Préparer un atelier, bouton, ")
    assert strip.said == said
    assert listener.hands.root.rect.bottom == strip.rect.top
    assert 1080 == strip.rect.bottom
    assert 1.0 == listener.stage.frame.scale


def test_captions_give_their_place_back(listening: Listening) -> None:
    """Turned off, captions leave the whole window to the screen."""
    listener = listening(captions=True)

    listener.strike(pygame.K_v, pygame.KMOD_SHIFT)

    assert listener.stage.strip is None
    assert 1080 == listener.hands.root.rect.bottom


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize(
    ("first", "phase"),
    [("title", None), ("seats", None), *(("table", phase) for phase in Phase if phase is not Phase.ENDED)],
)
def test_captions_cut_nothing(
    listening: Listening, first: str, phase: Phase | None, size: tuple[int, int], text: float
) -> None:
    """With captions on, everything still fits."""
    listener = listening(first, size=size, phase=phase, captions=True, text=text)

    listener.strike(pygame.K_TAB)

    assert [] == listener.hands.cut()


def test_long_captions_go_on_by_themselves() -> None:
    """What is longer than two lines is shown two lines at a time, each for as long as it takes to read."""
    strip = Caption(" ".join(["encore"] * 90))
    strip.arranged((1280, 720), 1.5)
    first = strip.page

    moving = strip.animate(20.0, LIGHT)

    assert all(len(page) <= 2 for page in strip.pages())
    assert (0, 1, True) == (first, strip.page, moving)


def test_a_missing_voice_is_told_on_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a voice one sentence says what to do; it goes with the next key, and the game goes on."""
    held = room(tmp_path)
    shown = stage(SCENES, held)
    shown.attendant = Reader(held, player=_Quiet())
    shown.open("title")
    monkeypatch.setattr("game.ui.aloud.system_voice", _no_voice)

    shown.handle(key(pygame.K_v))
    shown.tick(0.01)
    told = shown.strip.said if shown.strip else ""
    shown.handle(key(pygame.K_TAB))
    shown.tick(0.01)

    assert told.startswith("Aucune voix n’a été trouvée")
    assert "off" == shown.frame.settings.voice
    assert shown.strip is None


def test_a_voice_that_fails_later_is_told_on_screen(listening: Listening) -> None:
    """A voice that stops working says so in the same place."""
    listener = listening(voice="voice")

    listener.voice.trouble = NoVoice("linux")
    listener.strike(pygame.K_TAB)

    assert listener.stage.strip is not None
    assert "espeak-ng" in listener.stage.strip.said


def test_each_setting_has_its_voice(listening: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shift+C turns to the clipboard; captions alone are heard by nobody."""
    listener = listening()

    listener.strike(pygame.K_c, pygame.KMOD_SHIFT)

    assert "clipboard" == listener.stage.frame.settings.voice


def test_settings_of_the_voice_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Voice, captions and loudness come back the next day."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))

    keep_settings(Settings(voice="clipboard", captions=True, sounds=0.0), "fr")

    assert Settings(voice="clipboard", captions=True, sounds=0.0) == load_settings("fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_sets_voice_captions_and_sounds(listening: Listening, language: str) -> None:
    """Everything the keys do can be set in the menu as well."""
    listener = listening("table", language)
    listener.stage.perform(Push("menu"))

    for name in ("voice.setting:2", "captions", "voice.sounds:0"):
        listener.hands.press(name)

    settings = listener.stage.frame.settings
    assert ("clipboard", True, 0.0) == (settings.voice, settings.captions, settings.sounds)


def test_keys_have_names_of_their_own() -> None:
    """Shift makes a capital; Ctrl and Alt are told apart; Caps Lock changes nothing."""
    held = (0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_CAPS)

    assert ["v", "V", "ctrl v", "alt v", "v"] == [key_of(key(pygame.K_v, mod)) for mod in held]


def test_starting_the_window_loads_no_voice_and_no_sound() -> None:
    """Neither voices nor sounds, nor what starts processes, is read before it is wanted."""
    code = "import sys, game.ui.play, game.ui.scenes.title; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    wanted = ("aloud", "voice", "mouths", "spoken", "caption", "sound", "cues", "chimes")

    assert set() == {f"game.ui.{name}" for name in wanted} & set(done.stdout.split())


def _no_voice() -> voices.Voice:
    raise NoVoice("linux")
