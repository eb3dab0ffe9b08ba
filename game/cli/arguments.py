"""What is asked on the command line, read; help and slips are told in the person's language, a slip in one sentence."""

import argparse
import re
from functools import partial
from typing import Any, Final, NoReturn

from game.cli.codes import USAGE
from game.content.faults import closest
from game.wording.words import Words

SLIPS: Final = {
    "lacks": r"the following arguments are required: (?P<what>.+)",
    "unknown": r"unrecognized arguments: (?P<found>\S+)",
    "language": r"argument --language: invalid choice: (?P<found>.+?) \(choose from .*\)",
    "choice": r"argument (?P<what>.*): invalid choice: (?P<found>.+?) \(choose from (?P<known>.+?)\)",
    "number": r"argument (?P<what>.+): invalid (?:int|float) value: (?P<found>.+)",
    "range": r"argument (?P<what>.+): expected (?P<low>\S+) to (?P<high>\S+), found (?P<found>.+)",
    "empty": r"argument (?P<what>.+): expected (?:one|at least one) argument",
    "together": r"argument (?P<what>.+): not allowed with argument (?P<found>.+)",
}
"""How argparse words each kind of slip; any other is told in its own words."""
NAMED: Final = re.compile(r"[A-Z]+")
"""The words by which help names what is to be given: FILE.csv, LINK=N."""


def speaking(words: Words) -> "type[Arguments]":
    """Returns the kind of parser that speaks a language."""
    return type("Arguments", (Arguments,), {"words": words})


class Help(argparse.HelpFormatter):
    """Help as it is read: in one language, names whole at the ends of lines, examples as they were written."""

    def __init__(self, *args: Any, usage: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._usage = usage

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begins with how a command is written."""
        super().add_usage(usage, actions, groups, f"{self._usage} " if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        whole = text.replace("-", "\N{NON-BREAKING HYPHEN}")
        return [line.replace("\N{NON-BREAKING HYPHEN}", "-") for line in super()._split_lines(whole, width)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = text.splitlines()
        filled = super()._fill_text
        return "\n".join(line if len(line) <= width else filled(line, width, indent) for line in lines)

    def _format_action(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):  # the verbs one under the other, without a line of its own
            return "".join(map(self._format_action, self._iter_indented_subactions(action)))
        return super()._format_action(action)


class Arguments(argparse.ArgumentParser):
    """A parser that speaks the language of the person; those of the verbs are made of its kind."""

    words: Words

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Takes options by their whole names alone: one cut short would be a slip that nobody sees."""
        say = self.words.say
        kwargs |= {"allow_abbrev": False, "formatter_class": partial(Help, usage=say("cli.usage"))}
        super().__init__(*args, **kwargs)
        self._positionals.title, self._optionals.title = say("cli.given"), say("cli.options")
        self._option_string_actions["--help"].help = say("cli.help")

    def _add_action(self, action: Any) -> Any:
        """Adds an argument, what it takes being named in the person's language."""
        if action.choices is None and action.nargs != 0:
            named = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
            action.metavar = NAMED.sub(lambda found: self._name(found[0]), named)
        return super()._add_action(action)

    def _name(self, word: str) -> str:
        return self.words.say(f"cli.name.{word.lower()}")

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
        if name == "choice" and not told["what"].startswith("-"):
            name = "verb"
        found = told.get("found", "").partition("=")[0]
        meant = next((each for each in known if found and each.startswith(found)), None) or closest(found, known)
        said = self.words.say(f"cli.slip.{name}", **{"what": "", **told, "known": ", ".join(known)})
        return f"{said} {self.words.say('cli.slip.meant', word=meant)}" if meant else said
