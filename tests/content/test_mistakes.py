"""Every mistake of an author is told in whole sentences, with its place, in both languages.

`python -m tests.content.test_mistakes` writes the answers again; the difference is the review.
"""

import os
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest

from game.content.shapes import LANGUAGES
from tests.content.author import change, told
from tests.content.mistakes import MEANING, SHAPE, WRITING

HERE = Path(__file__).parent
MISTAKES = WRITING | SHAPE | MEANING


def answers(language: str) -> dict[str, list[str]]:
    """Returns the sentences committed for each mistake."""
    sections = (HERE / f"answers.{language}.txt").read_text(encoding="utf-8").split("## ")[1:]
    return {lines[0]: lines[1:] for lines in (section.strip().split("\n") for section in sections)}


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_where_it_stands(name: str) -> None:
    """Each fault gives file, line, column, what was expected, what was found, in English and in French."""
    change(*MISTAKES[name])

    assert [answers(language)[name] for language in LANGUAGES] == [told(language) for language in LANGUAGES]


def test_no_answer_is_left_over() -> None:
    """The committed answers are those of the mistakes, no more."""
    assert [list(answers(language)) for language in LANGUAGES] == [list(MISTAKES)] * len(LANGUAGES)


def write_answers() -> None:
    """Writes what the game answers today."""
    sections: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for name, mistake in MISTAKES.items():
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            copytree(HERE / "tiny", "tiny")
            change(*mistake)
            for language in LANGUAGES:
                sections[language].append("\n".join([f"## {name}", *told(language)]))
    for language in LANGUAGES:
        path = HERE / f"answers.{language}.txt"
        path.write_text("\n\n".join(sections[language]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_answers()
