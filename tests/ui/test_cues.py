"""What has happened chooses the cue; cues are small, soft and ours; without a sound card all is quiet."""

import wave
from array import array
from pathlib import Path

import pygame
import pytest

from game.content.shapes import ChallengeId, InterventionId, StakeholderId
from game.engine.events import BallotCast, Event, PhaseBegan, PowerLost, Proposed, ShockStruck, TimeRanOut
from game.engine.moves import Decide
from game.engine.phases import Phase
from game.paths import data
from game.ui import sound
from game.ui.attending import Reader
from game.ui.chimes import LOUDEST, RATE, SCORE, samples, write
from game.ui.cues import ALONE, CUES, RANKS, cue_of
from game.ui.scene import Submit
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from tests.ui.hands import Hands
from tests.ui.rooms import play_until, room, stage
from tests.ui.screens import key

SOUNDS = data("assets") / "sounds"
CITY_HALL = StakeholderId("cityhall")


class Played:
    """A player that keeps what it was asked to play."""

    def __init__(self) -> None:
        self.cues: list[tuple[str, float]] = []

    def play(self, cue: str, loud: float) -> None:
        """Keeps the cue."""
        self.cues.append((cue, loud))

    def close(self) -> None:
        """Does nothing."""


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((PhaseBegan(1, Phase.PROPOSAL),), "phase"),
        ((Proposed(CITY_HALL, InterventionId("mobility.low"), None),), "proposal"),
        ((BallotCast(CITY_HALL),), "ballot"),
        ((ShockStruck(2, "flood", 100), PhaseBegan(2, Phase.BRIEFING)), "shock"),
        ((PowerLost(2, "open_ballots", 60_000), ShockStruck(2, "flood", 100)), "power_lost"),
        ((TimeRanOut(1, ChallengeId("energy")),), ""),
    ],
)
def test_what_happened_chooses_the_cue(events: tuple[Event, ...], expected: str) -> None:
    """Each event has its cue; of several the gravest is heard, and some pass in silence."""
    assert expected == cue_of(events)


def test_an_opening_is_heard_over_the_phase_and_the_floor_under_it() -> None:
    """What opens matters more than that a round begins, and a round more than whose turn it is."""
    began = (PhaseBegan(3, Phase.BRIEFING),)

    assert ["opening", "phase", "floor"] == [
        cue_of(began, opened=True, floor=True), cue_of(began, floor=True), cue_of((), floor=True)
    ]  # fmt: skip


def test_every_cue_has_its_sound_and_every_sound_its_cue() -> None:
    """The names that events give, the score and the files are the same."""
    named = {*CUES.values(), *RANKS, *ALONE}

    assert named == set(SCORE) == {file.stem for file in SOUNDS.glob("*.wav")}
    assert "CC0" in (SOUNDS / "LICENSE.txt").read_text(encoding="utf-8")


def test_the_committed_sounds_are_what_the_score_says(tmp_path: Path) -> None:
    """The files are made by the script, to the last sample or nearly: sines differ by a hair between machines."""
    write(tmp_path)

    for file in sorted(SOUNDS.glob("*.wav")):
        with wave.open(str(file)) as kept, wave.open(str(tmp_path / file.name)) as made:
            pairs = zip(*(array("h", each.readframes(each.getnframes())) for each in (kept, made)), strict=True)
            assert all(abs(one - other) <= 1 for one, other in pairs), file.name


def test_cues_are_short_soft_and_small() -> None:
    """A cue ends within a second, never reaches full scale, starts and ends in silence; all weigh under 300 kB."""
    for notes, seconds in SCORE.values():
        made = samples(notes, seconds)
        assert seconds <= 1
        assert max(map(abs, made)) <= LOUDEST * 32_768
        assert abs(made[0]) < 500
        assert max(map(abs, made[-round(0.002 * RATE) :])) < 500
    assert sum(file.stat().st_size for file in SOUNDS.glob("*.wav")) < 300_000


@pytest.fixture
def heard(tmp_path: Path) -> tuple[Stage, Played]:
    """Returns a table in its first proposals, with people at city hall, and what is played there."""
    held = room(tmp_path, ("cityhall",))
    play_until(held.session, Phase.BRIEFING)
    shown = stage(SCENES, held)
    played = Played()
    shown.attendant = Reader(held, player=played)
    shown.open("table")
    shown.tick(0.01)
    return shown, played


def test_moves_are_heard(heard: tuple[Stage, Played]) -> None:
    """Opening the challenge plays the phase's cue, a proposal the proposal's, at the loudness set."""
    shown, played = heard
    hands = Hands(shown)

    hands.press("main step")
    shown.tick(0.01)
    hands.press("propose mobility.low")
    shown.tick(0.01)

    assert ["phase", "proposal"] == [cue for cue, _ in played.cues]
    assert {shown.frame.settings.sounds} == {loud for _, loud in played.cues}


def test_a_refusal_is_heard(heard: tuple[Stage, Played]) -> None:
    """What the table refuses has a cue of its own."""
    shown, played = heard

    shown.perform(Submit(Decide(CITY_HALL, None)))

    assert "refusal" in [cue for cue, _ in played.cues]


def test_muted_nothing_is_played(heard: tuple[Stage, Played]) -> None:
    """M mutes the cues and brings them back."""
    shown, played = heard

    shown.handle(key(pygame.K_m))
    Hands(shown).press("main step")
    shown.tick(0.01)
    quiet = list(played.cues)
    shown.handle(key(pygame.K_m))

    assert [] == quiet
    assert ["proposal"] == [cue for cue, _ in played.cues]


def test_the_end_of_a_phase_is_heard_coming(tmp_path: Path) -> None:
    """A clock is heard half a minute before its end and at its end, once each."""
    held = room(tmp_path, ("cityhall",))
    left = iter((32, 31, 30, 29, 1, 0, -1, -2))
    shown, played = stage(SCENES, held), Played()
    shown.attendant = Reader(held, player=played, clock=lambda: next(left))
    shown.open("table")

    for _ in range(8):
        shown.tick(0.01)

    assert ["timer_near", "timer_over"] == [cue for cue, _ in played.cues]


def test_taking_back_is_quiet(heard: tuple[Stage, Played]) -> None:
    """An undo plays nothing."""
    shown, played = heard
    Hands(shown).press("main step")
    shown.tick(0.01)
    played.cues.clear()

    Hands(shown).press("undo")
    shown.tick(0.01)

    assert [] == played.cues


def test_without_a_sound_card_all_is_quiet(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A card that can't be opened is asked for once, in silence, and never again."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "alsa")
    monkeypatch.setenv("ALSA_CONFIG_PATH", "/nonexistent")
    mixer = sound.Mixer()

    mixer.play("phase", 1.0)
    mixer.close()
    mixer.play("phase", 1.0)

    assert mixer.broken
    assert "" == capfd.readouterr().err


def test_a_cue_is_played_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking for a cue returns at once; the card is opened by the first one."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    mixer = sound.Mixer()

    mixer.play("decision", 0.4)
    assert mixer._thread is not None
    mixer._thread.join()
    mixer.play("phase", 0.4)

    assert not mixer.broken
    assert pygame.mixer.get_init()
    mixer.close()
    assert pygame.mixer.get_init() is None
