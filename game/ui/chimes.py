"""Makes the sound cues of `assets/sounds` from nothing but sums of sines: a wooden bar, struck softly.

Run with: python -m game.ui.chimes [FOLDER]
"""

import math
import sys
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from game.paths import data

RATE: Final = 22_050
LOUDEST: Final = 0.6
"""Peak of each cue, of full scale: cues sit under a conversation."""
PARTIALS: Final = ((1.0, 1.0, 1.0), (3.93, 0.22, 3.2), (9.24, 0.05, 7.5))
"""A marimba bar: its partials are tuned near 1 : 4 : 10 (Fletcher & Rossing 1998, The Physics of Musical Instruments,
on mallet percussion). Pitch, strength and speed of decay of each, relative to the first."""
ATTACK: Final = 0.004
FADE: Final = 0.03
"""Seconds in which a note comes in, and in which a cue goes out at its end, so that nothing clicks."""


@frozen
class Note:
    """A bar struck `at` so many seconds; `pitch` in semitones from A4 (440 Hz), `rings` is its time constant."""

    at: float
    pitch: float
    force: float = 1.0
    rings: float = 0.16


def _run(*pitches: float, apart: float = 0.09, rings: float = 0.16) -> tuple[Note, ...]:
    return tuple(Note(number * apart, pitch, rings=rings) for number, pitch in enumerate(pitches))


SCORE: Final[dict[str, tuple[tuple[Note, ...], float]]] = {
    "phase": (_run(-9, -2, 3, apart=0.11), 0.7),
    "floor": (_run(3, 7, apart=0.12), 0.6),
    "proposal": (_run(-2), 0.4),
    "ballot": (_run(-14, rings=0.07), 0.22),
    "decision": ((*_run(-9, -5, -2, apart=0.07), Note(0.24, 3, 1.1, 0.22)), 0.85),
    "opening": (_run(3, 7, 10, 15, apart=0.075), 0.8),
    "shock": ((Note(0, -21, 1.2, 0.3), Note(0, -20, 0.7, 0.2), Note(0.17, -22, 1.0, 0.3)), 0.75),
    "power_lost": (_run(-2, -5, -10, -14, apart=0.13, rings=0.2), 0.85),
    "timer_near": (_run(0, 0, apart=0.16, rings=0.1), 0.45),
    "timer_over": (_run(0, -5, -9, apart=0.16, rings=0.18), 0.7),
    "refusal": (_run(-10, -11, apart=0.1, rings=0.08), 0.35),
}
"""Each cue: its notes, on a pentatonic scale except where something is wrong, and its length in seconds."""


def samples(notes: Sequence[Note], seconds: float) -> "array[int]":
    """Returns a cue as 16-bit samples."""
    count = round(seconds * RATE)
    mixed = [0.0] * count
    for note in notes:
        _strike(mixed, note)
    peak = max(map(abs, mixed))
    fade = round(FADE * RATE)
    level = LOUDEST * 32_767 / peak
    return array("h", (round(level * value * min(1.0, (count - at) / fade)) for at, value in enumerate(mixed)))


def _strike(mixed: list[float], note: Note) -> None:
    """Adds one note to a cue; low bars ring longer."""
    pitch = 440 * 2 ** (note.pitch / 12)
    start = round(note.at * RATE)
    for at in range(start, len(mixed)):
        seconds = (at - start) / RATE
        swell = min(1.0, seconds / ATTACK) * note.force
        mixed[at] += swell * sum(
            strength * math.exp(-seconds * decay / note.rings) * math.sin(2 * math.pi * pitch * ratio * seconds)
            for ratio, strength, decay in PARTIALS
            if pitch * ratio < RATE / 2
        )


def write(folder: Path) -> None:
    """Writes every cue as a WAV file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (notes, seconds) in SCORE.items():
        made = samples(notes, seconds)
        if sys.byteorder == "big":
            made.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(made.tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else data("assets") / "sounds")
