"""What is asked on the command line, read; a slip is told in one sentence of the person's language, with what to do."""

import argparse
import re
from typing import Any, Final, NoReturn

from game.cli.codes import USAGE
from game.content.faults import closest
from game.wording.words import Words

SLIPS: Final = {
    "lacks": r"the following arguments are required: (?P<what>.+)",
    "unknown": r"unrecognized arguments: (?P<found>\S+)",
    "choice": r"argument (?P<what>.*): invalid choice: (?P<found>.+?) \(choose from (?P<known>.+?)\)",
    "number": r"argument (?P<what>.+): invalid (?:int|float) value: (?P<found>.+)",
    "empty": r"argument (?P<what>.+): expected (?:one|at least one) argument",
}
"""How argparse words each kind of slip; any other is told in its own words."""


def speaking(words: Words) -> "type[Arguments]":
    """Returns the kind of parser that speaks a language."""
    return type("Arguments", (Arguments,), {"words": words})


class Arguments(argparse.ArgumentParser):
    """A parser that speaks the language of the person; those of the verbs are made of its kind."""

    words: Words

    def parse_known_args(self, *args: Any, **kwargs: Any) -> Any:
        """Reads arguments; what a verb does not know is its own to tell, since it knows what is near."""
        read, left = super().parse_known_args(*args, **kwargs)
        if left and self._subparsers is None:
            self.error(f"unrecognized arguments: {left[0]}")
        return read, left

    def error(self, message: str) -> NoReturn:
        """Ends with the sentence that tells a slip, and where all that may be said is listed."""
        self.exit(USAGE, f"{self.told(message)} {self.words.say('cli.slip.help', verb=self.prog)}\n")

    def told(self, message: str) -> str:
        """Returns a slip in one sentence."""
        for name, pattern in SLIPS.items():
            found = re.match(pattern, message)
            if found:
                return self._sentence(name, {key: told.strip("'\"") for key, told in found.groupdict().items()})
        return self.words.say("cli.slip.other", message=message)

    def _sentence(self, name: str, told: dict[str, str]) -> str:
        known = re.sub(r"['\"]", "", told.get("known", "")).split(", ")
        if name == "unknown":
            known = [option for option in self._option_string_actions if option.startswith("--")]
            name = "unknown" if told["found"].startswith("-") else "too_many"
        if name == "choice" and not told["what"]:
            name = "verb"
        meant = closest(told.get("found", "").partition("=")[0], known)
        said = self.words.say(f"cli.slip.{name}", **{"what": "", **told, "known": ", ".join(known)})
        return f"{said} {self.words.say('cli.slip.meant', word=meant)}" if meant else said
