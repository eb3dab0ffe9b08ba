"""What a facilitator is asked: how long, how many, who, with what, and whether for the first time."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from game.content.lengths import USUAL
from game.content.workshop import Audience, Devices
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.planner.draft import Draft
from game.ui.planner.keeping import plan_name
from game.wording.words import Words

STEP: Final = 5
"""Minutes by which a length is changed."""
SHOWN: Final = 3
"""Plans that were kept, the newest first, that can be taken up again."""
ICONS: Final = {Devices.SCREEN: "monitor", Devices.PAPER: "file-text"}


@frozen
class Wished:
    """Propose anew, with other wishes."""

    values: Mapping[str, Any]


@frozen
class TakeUp:
    """Take up a plan that was kept."""

    path: Path


def wishes_form(words: Words, draft: Draft, kept: Sequence[Path], taken: Path | None = None) -> list[Node]:
    """Returns what is asked, one thing under the other, and the plans that were kept."""
    say, wishes = words.say, draft.wishes
    workshop = draft.rules.workshop
    return [
        _asked(say("plan.ask.minutes"), *_minutes(words, draft)),
        _asked(
            say("plan.ask.people"),
            w.stepper(
                say("plan.ask.people"), wishes.people, min(wishes.people, round(workshop.fewest.value)),
                max(wishes.people, round(workshop.most.value)), lambda people: Wished({"people": people}),
                say("plan.fewer_people"), say("plan.more_people"), "people",
                words.count("plan.heads", wishes.people),
            ),
        ),
        _asked(say("plan.ask.audience"), _choice(words, "audience", Audience, wishes.audience)),
        _asked(say("plan.ask.devices"), _choice(words, "devices", Devices, wishes.devices)),
        w.Toggle(
            say("plan.ask.first_time"), wishes.first_time, on_press=Wished({"first_time": not wishes.first_time}),
            key="first time",
        ),
        w.Toggle(
            say("plan.ask.questionnaire"), wishes.questionnaire,
            on_press=Wished({"questionnaire": not wishes.questionnaire}), key="questionnaire",
        ),
        *_kept(words, draft, kept, taken),
    ]  # fmt: skip


def _asked(title: str, *inside: Node) -> Node:
    return w.column(w.heading(title, t.BODY), *inside, gap=t.S)


def _minutes(words: Words, draft: Draft) -> tuple[Node, ...]:
    say, now, workshop = words.say, draft.wishes.minutes, draft.rules.workshop
    options = [w.Option(say("plan.minutes", n=words.whole(each)), Wished({"minutes": each})) for each in USUAL]
    stepper = w.stepper(
        say("plan.ask.minutes"), now, round(workshop.shortest.value), round(workshop.longest.value),
        lambda wanted: Wished({"minutes": now + STEP * (wanted - now)}), say("plan.less_time"), say("plan.more_time"),
        "minutes", words.count("plan.count_minutes", now),
    )  # fmt: skip
    chosen = USUAL.index(now) if now in USUAL else -1
    return w.choices(say("plan.ask.minutes"), options, chosen, key="length"), w.row(stepper)


def _choice(words: Words, name: str, kinds: type[Audience] | type[Devices], chosen: Audience | Devices) -> Node:
    each = list(kinds)
    options = [w.Option(words.say(f"plan.{name}.{kind.value}"), Wished({name: kind})) for kind in each]
    return w.choices(words.say(f"plan.ask.{name}"), options, each.index(chosen), key=name)


def _kept(words: Words, draft: Draft, kept: Sequence[Path], taken: Path | None) -> list[Node]:
    if not kept:
        return []
    titles = {Path(key).name: words.of(each.scenario.city.name) for key, each in draft.cities.items()}
    files = [
        w.Button(
            plan_name(path, titles, words), "folder-open", on_press=TakeUp(path), tall=48, size=t.SMALL, breaks=True,
            key=f"kept {path.name}", on=path == taken, hint=str(path),
        )
        for path in kept[:SHOWN]
    ]  # fmt: skip
    return [_asked(words.say("plan.kept"), *files)]
