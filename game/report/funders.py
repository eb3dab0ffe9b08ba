"""Who funded what, in words: the same sentences in the window, on the page and on paper."""

from typing import Final

from game.report.figures.funding import Funded, Funding
from game.wording.words import Words

NAMED: Final = 3
"""Seats that a title names; more are counted."""


def finding(found: Funding, words: Words) -> str:
    """Returns who paid for nothing of what was funded, or who paid most and who least."""
    if not found.shown:
        return _nameless(found, words)
    nothing = [seat for seat in found.seats if not found.given(seat)]
    if not nothing:
        first, last = (end(found.seats, key=found.given) for end in (max, min))
        most, few = (_written(found, found.given(seat), words) for seat in (first, last))
        return words.say(f"funders.find.all.{_kind(found)}", first=first, most=most, last=last, few=few)
    if len(nothing) > NAMED:
        count = {"n": words.whole(len(nothing)), "seats": words.whole(len(found.seats))}
        return words.say(f"funders.find.many.{_kind(found)}", **count)
    return words.say(f"funders.find.nothing.{_kind(found)}", who=", ".join(nothing))


def _nameless(found: Funding, words: Words) -> str:
    counts = [len(project.shares) for project in found.projects]
    told = {"least": words.whole(min(counts)), "most": words.whole(max(counts)), "seats": words.whole(len(found.seats))}
    key = "funders.find.secret" if min(counts) < max(counts) else "funders.find.secret_alike"
    return words.count(key, len(found.projects), **told)


def _kind(found: Funding) -> str:
    return "money" if found.unit == "money" else "support"


def note(found: Funding, words: Words) -> str:
    """Returns how to read it, and why the seats are named or not."""
    secret = any(not project.shown for project in found.projects)
    keys = [f"funders.note.{found.unit}", *(["funders.note.shown"] if found.shown else [])]
    return " ".join(words.say(key) for key in [*keys, *(["funders.note.secret"] if secret else [])])


def amount(found: Funding, of: int, words: Words) -> str:
    """Returns what was put in, as a cell holds it: M€ to two places, or a number of tokens or votes."""
    return words.decimal(of / 1000, 2) if found.unit == "money" else words.whole(of)


def _written(found: Funding, of: int, words: Words) -> str:
    return words.money(of) if found.unit == "money" else words.count(f"funders.{found.unit}", of)


def shares(found: Funding, project: Funded, words: Words) -> str:
    """Returns who put how much into a project in one line: by name, or the amounts alone."""
    if not project.shares:
        return words.say("funders.free")
    written = [amount(found, share.amount, words) for share in project.shares]
    if not project.shown:
        return words.count("funders.seats", len(written), amounts=" · ".join(written))
    named = zip(project.shares, written, strict=True)
    return " · ".join(f"{share.seat}\u00a0{each}" for share, each in named)


def told(found: Funding, words: Words) -> str:
    """Returns what stands in for the picture: each project, what it cost, and its shares."""
    lines = ((each.name, words.money(each.cost), shares(found, each, words)) for each in found.projects)
    return "; ".join(words.say("funders.told", project=name, cost=cost, shares=of) for name, cost, of in lines)
