"""The programs through which each system speaks: say, PowerShell, spd-say, espeak. Which one is asked at first use."""

import base64
import math
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from typing import IO, Final

from game.errors import GameError
from game.ui.voice import PARTING, Mouth, NoVoice, Spoken, Voice

PACE: Final = 14.0
"""Letters said in a second, where a voice can't tell when it has finished."""
WORDS_A_MINUTE: Final = 175
"""The pace of its own of espeak and of the Mac's voices."""
REGIONS: Final = {"fr": "fr-FR", "en": "en-GB"}
"""The region of each language, for systems that ask for one."""


class PowerShell:
    """Speaks through Windows' own voices (SAPI): one PowerShell from the first words on, told a line a saying."""

    SCRIPT: Final = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $how, $rate, $language, $coded = $line -split ' ', 4
  if ($how -ne 'after') { $voice.SpeakAsyncCancelAll() }
  if (-not $coded) { continue }
  $words = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($coded))
  $culture = [Globalization.CultureInfo]::GetCultureInfo($language)
  $voice.Rate = [int]$rate
  try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture) } catch {}
  $null = $voice.SpeakAsync($words)
}
"""

    def __init__(self, program: str) -> None:
        self.program = program
        self.trouble: GameError | None = None
        self.speed = 1.0
        self._process: subprocess.Popen[str] | None = None
        self._until = 0.0

    @property
    def busy(self) -> bool:
        """Whether what was said last should still be under way."""
        return time.monotonic() < self._until

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Hands the words over and returns at once."""
        now = time.monotonic()
        self._until = (max(now, self._until) if after else now) + len(words) / (PACE * self.speed)
        coded = base64.b64encode(words.encode()).decode()
        rate = round(10 * math.log(self.speed, 3))
        self._write(f"{'after' if after else 'now'} {rate} {REGIONS.get(language, language)} {coded}")

    def hush(self) -> None:
        """Stops what is being said."""
        self._until = 0.0
        if self._process is not None:
            self._write("now")

    def close(self) -> None:
        """Lets PowerShell end, and ends it when it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            process.communicate(timeout=PARTING)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()

    def _write(self, line: str) -> None:
        try:
            if self._process is None:
                self._process = self._start()
            pipe: IO[str] | None = self._process.stdin
            if pipe is not None:
                pipe.write(line + "\n")
                pipe.flush()
        except OSError:
            self.trouble = NoVoice(sys.platform)

    def _start(self) -> "subprocess.Popen[str]":
        coded = base64.b64encode(self.SCRIPT.encode("utf-16-le")).decode()
        return subprocess.Popen(
            [self.program, "-NoProfile", "-NonInteractive", "-EncodedCommand", coded],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, encoding="ascii",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip


def _say(language: str) -> list[str]:
    """Returns macOS's command, with the first voice it has for the language."""
    listed = subprocess.run(["say", "-v", "?"], capture_output=True, encoding="utf-8", check=False).stdout
    voice = mac_voice(listed, language)
    return ["say", "-v", voice] if voice else ["say"]


def mac_voice(listed: str, language: str) -> str:
    """Returns the first voice for a language in what `say -v ?` lists, or an empty text.

    >>> mac_voice("Amélie (Premium)    fr_CA    # Bonjour.", "fr")
    'Amélie (Premium)'
    """
    for line in listed.splitlines():
        name, _, region = line.partition("#")[0].rstrip().rpartition(" ")
        if region.startswith(language):
            return name.strip()
    return ""


def _words_a_minute(option: str) -> Callable[[float], list[str]]:
    """Returns what makes a program speak so many words a minute."""
    return lambda speed: [option, str(round(WORDS_A_MINUTE * speed))]


def _share(speed: float) -> list[str]:
    """Returns a pace as speech-dispatcher takes it: -100 for its slowest, 0 for its own, 100 for its fastest."""
    return ["--rate", str(round(100 * min(1.0, max(-1.0, speed - 1))))]


SAY: Final = Mouth("say", _say, paced=_words_a_minute("-r"))
MOUTHS: Final = (
    Mouth(
        "spd-say", lambda language: ["spd-say", "--wait", "--language", language], True, ("spd-say", "--cancel"), _share
    ),
    Mouth("espeak-ng", lambda language: ["espeak-ng", "-v", language, "--stdin"], paced=_words_a_minute("-s")),
    Mouth("espeak", lambda language: ["espeak", "-v", language, "--stdin"], paced=_words_a_minute("-s")),
)
"""The voices that may be found on Linux and its kin, the person's own choice first."""


def system_voice(platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which) -> Voice:
    """Returns the voice of this computer; nothing is started yet.

    Raises NoVoice where there is none.
    """
    if platform == "win32":
        program = which("powershell") or which("pwsh")
        if program:
            return PowerShell(program)
    mouths = tuple(mouth for mouth in ((SAY,) if platform == "darwin" else MOUTHS) if which(mouth.program))
    if platform == "win32" or not mouths:
        raise NoVoice(platform)
    return Spoken(mouths)
