"""`whose-city pack` and `whose-city add`: a scenario in one file, sent and received."""

import sys
from argparse import Namespace

from game.content.bundle import add, bundle
from game.wording.words import Words


def pack(asked: Namespace, words: Words) -> None:
    """Writes a scenario into one file and says which files were left out."""
    path, left = bundle(asked.folder, asked.output)
    print(words.say("pack.made", file=path))
    for name in left:
        print(words.say("pack.left_out", name=name), file=sys.stderr)


def receive(asked: Namespace, words: Words) -> None:
    """Installs the scenario of a file and says where."""
    loaded = add(asked.file)
    print(words.say("pack.added", title=words.of(loaded.scenario.title), folder=loaded.folder))
