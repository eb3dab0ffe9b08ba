"""A voice says what it is given, is cut short by what comes next, and leaves no process behind."""

import base64
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.ui.mouths import MOUTHS, SAY, PowerShell, mac_voice, system_voice
from game.ui.voice import Clipboard, Mouth, NoVoice, Silence, Spoken, Voice

HEARD = "import sys; open({file!r}, 'a').write({language!r} + ' ' + sys.stdin.read() + '\\n')"
LONG = "import sys, time; sys.stdin.read(); open({file!r}, 'a').write('began\\n'); time.sleep(60)"

Made = Callable[..., Voice]


def until(true: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Waits for something to become true and says whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not true():
        time.sleep(0.01)
    return true()


def children() -> list[str]:
    """Returns the processes that this one has started and not waited for."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def mouth(script: str, file: Path) -> Mouth:
    """Returns a program that speaks by writing into a file."""
    return Mouth(
        "python", lambda language: [sys.executable, "-c", script.format(file=str(file), language=language)]
    )


@pytest.fixture
def speaking() -> Iterator[Callable[..., Spoken]]:
    """Returns a maker of voices that speak through programs; all are closed at the end."""
    made: list[Spoken] = []

    def maker(*mouths: Mouth) -> Spoken:
        made.append(Spoken(mouths))
        return made[-1]

    yield maker
    for voice in made:
        voice.close()


def test_words_reach_the_program_in_their_language(speaking: Made, tmp_path: Path) -> None:
    """What is said comes to the program whole, accents included, with its language."""
    voice = speaking(mouth(HEARD, tmp_path / "heard"))

    voice.say("À qui la ville ?", "fr")

    assert until(lambda: not voice.busy)
    assert "fr À qui la ville ?\n" == (tmp_path / "heard").read_text(encoding="utf-8")


def test_saying_never_waits(speaking: Made, tmp_path: Path) -> None:
    """A call returns at once, however long the voice speaks."""
    voice = speaking(mouth(LONG, tmp_path / "heard"))
    began = time.perf_counter()

    voice.say("long", "en")

    assert time.perf_counter() - began < 0.1
    assert voice.busy


def test_new_words_cut_the_old_short(speaking: Made, tmp_path: Path) -> None:
    """A new saying ends the process of the one before it."""
    voice = speaking(mouth(LONG, tmp_path / "heard"))
    voice.say("one", "en")
    assert until((tmp_path / "heard").exists)

    voice.say("two", "en")

    assert until(lambda: (tmp_path / "heard").read_text().count("began") == 2)
    assert voice.trouble is None


def test_news_waits_its_turn(speaking: Made, tmp_path: Path) -> None:
    """What is said after is heard after, and cuts nothing."""
    voice = speaking(mouth(HEARD, tmp_path / "heard"))

    voice.say("first", "en")
    voice.say("second", "en", after=True)

    assert until(lambda: not voice.busy)
    assert ["en first", "en second"] == (tmp_path / "heard").read_text().splitlines()


@pytest.mark.skipif(not Path("/proc").exists(), reason="counts processes in /proc")
def test_no_process_is_left_behind(speaking: Made, tmp_path: Path) -> None:
    """A voice closed in the middle of a word ends its process and waits for it: no zombie stays."""
    before = children()
    voice = speaking(mouth(LONG, tmp_path / "heard"))
    voice.say("one", "en")
    assert until((tmp_path / "heard").exists)

    voice.close()

    assert until(lambda: children() == before)


def test_the_next_program_speaks_where_one_fails(speaking: Made, tmp_path: Path) -> None:
    """A program that is there and can't speak is passed over, and the words are said by the next."""
    voice = speaking(mouth("raise SystemExit(1)", tmp_path), mouth(HEARD, tmp_path / "heard"))

    voice.say("still", "en")

    assert until((tmp_path / "heard").exists)
    assert voice.trouble is None


def test_a_voice_that_can_not_speak_says_so(speaking: Made, tmp_path: Path) -> None:
    """When no program can speak there is a trouble to be told, and the window goes on."""
    voice = speaking(Mouth("nothing", lambda _: [str(tmp_path / "nothing")]))

    voice.say("hello", "en")

    assert until(lambda: voice.trouble is not None)
    assert isinstance(voice.trouble, NoVoice)


@pytest.mark.parametrize(
    ("platform", "found", "expected"),
    [
        ("darwin", {"say"}, ["say"]),
        ("linux", {"espeak", "espeak-ng"}, ["espeak-ng", "espeak"]),
        ("linux", {"spd-say", "espeak-ng"}, ["spd-say", "espeak-ng"]),
    ],
)
def test_each_system_speaks_with_its_own_voice(platform: str, found: set[str], expected: list[str]) -> None:
    """The Mac speaks through say; Linux through the person's own choice first, then espeak."""
    voice = system_voice(platform, lambda name: name if name in found else None)

    assert isinstance(voice, Spoken)
    assert expected == [mouth.program for mouth in voice._mouths]


@pytest.mark.parametrize("platform", ["darwin", "linux", "win32"])
def test_a_computer_without_a_voice_is_told(platform: str) -> None:
    """Where nothing speaks the reason has a sentence of its own."""
    with pytest.raises(NoVoice) as refused:
        system_voice(platform, lambda name: None)

    assert refused.value.key == ("error.no_voice_linux" if platform == "linux" else "error.no_voice")


def test_windows_hears_a_line_a_saying(tmp_path: Path) -> None:
    """PowerShell is started once; each saying is a line with how, the language and the words, whatever they hold."""
    stand_in = tmp_path / "powershell"
    stand_in.write_text(f"#!/bin/sh\nexec cat > {tmp_path / 'lines'}\n")
    stand_in.chmod(0o755)
    voice = PowerShell(str(stand_in))

    voice.say("« Été » ; \"oui\"\n", "fr")
    voice.speed = 1.75
    voice.say("then", "en", after=True)
    voice.hush()
    voice.close()

    coded = [base64.b64encode(words.encode()).decode() for words in ("« Été » ; \"oui\"\n", "then")]
    lines = (tmp_path / "lines").read_text().splitlines()
    assert [f"now 0 fr-FR {coded[0]}", f"after 5 en-GB {coded[1]}", "now"] == lines


@pytest.mark.parametrize(
    ("program", "expected"),
    [("spd-say", ["--rate", "75"]), ("espeak-ng", ["-s", "306"]), ("say", ["-r", "306"])],
)
def test_each_program_takes_the_pace_in_its_own_way(program: str, expected: list[str]) -> None:
    """Three quarters faster than its own pace: a share, or words a minute."""
    spoken = next(each for each in (SAY, *MOUTHS) if each.program == program)

    assert expected == spoken.paced(1.75)


def test_what_is_said_keeps_the_pace_set(speaking: Made, tmp_path: Path) -> None:
    """A faster pace is handed to the program; its own pace is left to it."""
    heard = mouth(HEARD, tmp_path / "heard")
    paces: list[float] = []
    voice = speaking(evolve(heard, paced=lambda speed: paces.append(speed) or []))

    voice.say("one", "en")
    assert until(lambda: not voice.busy)
    voice.speed = 1.35
    voice.say("two", "en")

    assert until(lambda: bool(paces)) and [1.35] == paces


def test_windows_without_powershell_is_a_trouble(tmp_path: Path) -> None:
    """A PowerShell that does not start is told, not raised."""
    voice = PowerShell(str(tmp_path / "missing"))

    voice.say("hello", "en")

    assert isinstance(voice.trouble, NoVoice)


def test_the_mac_voice_follows_the_language() -> None:
    """Of the voices that the Mac lists, the first of the language speaks; none leaves the Mac's own."""
    listed = "Daniel              en_GB    # Hello\nThomas              fr_FR    # Bonjour\n"

    assert ["Thomas", "Daniel", ""] == [mac_voice(listed, language) for language in ("fr", "en", "ar")]


def test_the_clipboard_takes_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """In clipboard mode the text goes where a screen reader finds it; news is added, not lost."""
    taken: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", taken.append)
    voice = Clipboard()

    voice.say("Le point.", "fr")
    voice.say("Débat.", "fr", after=True)
    voice.say("Fin.", "fr")

    assert ["Le point.", "Le point. Débat.", "Fin."] == taken


def test_silence_keeps_what_it_was_given() -> None:
    """The voice of the tests is heard by nobody and remembers everything."""
    voice = Silence()

    voice.say("one", "en")
    voice.say("two", "en", after=True)

    assert ["one", "two"] == voice.heard


def test_a_voice_with_a_service_behind_it_is_stopped_there(speaking: Made, tmp_path: Path) -> None:
    """Where ending the program is not enough, its own way of stopping is used before anything else is said."""
    stop = [sys.executable, "-c", f"open({str(tmp_path / 'heard')!r}, 'a').write('stopped\\n')"]
    long = mouth(LONG, tmp_path / "heard")
    voice = speaking(Mouth("service", long.command, hush=tuple(stop)))
    voice.say("one", "en")
    assert until((tmp_path / "heard").exists)

    voice.say("two", "en")

    assert until(lambda: ["began", "stopped", "began"] == (tmp_path / "heard").read_text().split())
