"""How the city decides, in words: ballots, results and each step of a count, amendments, deals."""

from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from game.bots.balloting import FEAR
from game.content.cards import Challenge
from game.content.shapes import StakeholderId
from game.engine import events as happened
from game.engine.decide.consent import Position
from game.engine.decide.decision import Amount, Decision, Purse, Reason, Step, StepKind
from game.engine.moves import (
    Amendment,
    Answer,
    Ballot,
    Bargain,
    Change,
    Grade,
    Pledge,
    Promise,
    PromiseKind,
    Rank,
    Vote,
)
from game.wording.teller import Teller
from game.wording.words import Words

UNCOUNTED: Final = (
    Reason.MANDATE,
    Reason.NOBODY_CHOSE,
    Reason.NO_BALLOT,
    Reason.FORECAST,
    Reason.NOTHING_BETTER,
    Reason.VETOED,
)
"""Decisions without ballots to count."""
POSITIONS: Final = ("consents", "asides", "objections", "unreasoned", "silent")
"""What seats answer where a city decides by consent, in the order it is counted."""


def decision(teller: Teller, of: Decision) -> str:
    """Returns why a decision came out as it did, in one sentence."""
    chosen = teller.title(of.winner) if of.winner else ""
    if of.reason is Reason.FUNDED:
        chosen = ", ".join(quoted(teller, option) for option in of.chosen)
    if of.reason is Reason.TIE_BROKEN:
        return teller.words.say(f"decision.tie.{teller.game.model.rules.deciding.tie}", what=chosen)
    return teller.does(f"decision.{of.reason.value}", teller.game.model.scenario.decider, what=chosen)


def of_challenge(of: Decision, challenge: Challenge) -> Decision:
    """Returns what a decision of several challenges together says of one of them."""
    answers = {answer.id for answer in challenge.answers}
    chosen = tuple(option for option in of.chosen if option in answers)
    counts = tuple(each for each in of.tally if each.intervention in answers)
    unfunded = of.reason is Reason.FUNDED and not chosen
    return evolve(of, chosen=chosen, tally=counts, reason=Reason.NOTHING_FUNDED if unfunded else of.reason)


def tally(teller: Teller, of: Decision) -> str:
    """Returns the count of a vote, option by option; nothing where there was none."""
    if of.reason in UNCOUNTED or not of.tally:
        return ""
    words = teller.words
    counted = ", ".join(
        words.say("decision.count", what=teller.title(each.intervention), n=amount(teller, each.support))
        for each in of.tally
    )
    return words.count("decision.tally", of.ballots, counted=counted)


def quoted(teller: Teller, option: str) -> str:
    """Returns the title of an option in quotation marks."""
    return teller.words.say("ballot.approved", what=teller.title(option))


def amount(teller: Teller, of: Amount) -> str:
    """Returns a number of ballots, tokens, points or grades: whole where it is."""
    return written(teller.words, of)


def written(words: Words, of: Amount) -> str:
    """Returns a number that may be a fraction: whole where it is."""
    return words.whole(int(of)) if of == int(of) else words.decimal(float(of), 2)


def money(teller: Teller, of: Amount) -> str:
    """Returns an amount of thousandths of M€: in M€, to two places unless one says it all; in k€ where it is small."""
    thousands = float(of)
    if abs(thousands) >= 1000 and thousands == round(thousands, -2):
        return teller.words.money(round(thousands))
    if abs(thousands) >= 1000:
        return f"{teller.words.decimal(thousands / 1000, 2)}\u00a0M€"
    return f"{teller.words.decimal(thousands, 0)}\u00a0k€"


def numbered(teller: Teller, of: Decision) -> list[str]:
    """Returns each step of a count with its number, and under it whose money went where."""
    lines: list[str] = []
    for number, step in enumerate(of.steps, start=1):
        lines.append(f"{number}. {step_line(teller, step)}")
        if step.purses:
            lines.append(" · ".join(_purses(teller, step.purses)))
    return lines


def step_line(teller: Teller, step: Step) -> str:
    """Returns one step of a count as a sentence."""
    if step.kind is StepKind.FORECAST:
        told = {name: written(teller.words, figure) for name, figure in step.figures.items()}
        told["what"] = teller.title(step.option) if step.option else ""
        return teller.words.say("step.forecast", **told, gains=gains(teller, step))
    return counted_line(teller.words, teller.title, lambda of: money(teller, of), step)


def counted_line(words: Words, title: Callable[[str], str], priced: Callable[[Amount], str], step: Step) -> str:
    """Returns one step of a count of ballots as a sentence; `title` names an option, `priced` writes money."""
    say, figures = words.say, step.figures
    told: dict[str, str] = {name: written(words, figure) for name, figure in figures.items()}
    for name in ("cost", "left", "money", "each", "purse", "spent"):
        if name in figures:
            told[name] = priced(figures[name])
    told["what"] = title(step.option) if step.option else ""
    told["others"] = ", ".join(title(option) for option in step.among)
    match step.kind:
        case StepKind.FUNDED:
            return say("step.funded_shares" if "payers" in figures else "step.funded_votes", **told)
        case StepKind.CONSENT:
            counts = (words.count(f"step.{name}", int(figures[name])) for name in POSITIONS if figures[name])
            return say("step.consent", what=told["what"], counts=", ".join(counts))
        case StepKind.TIE:
            others = ", ".join(say("ballot.approved", what=title(option)) for option in step.among)
            return say("step.tie" if step.option else "step.tie_none", **{**told, "others": others})
    return say(f"step.{step.kind.value}", **told)


def gains(teller: Teller, step: Step) -> str:
    """Returns what the optimiser expects on each gauge it watches."""
    watched = [headline.id for headline in teller.game.model.rules.headlines if headline.id in step.figures]
    change = teller.words.change
    return ", ".join(
        teller.words.say("step.gain", gauge=teller.measure(name), change=change(int(step.figures[name])))
        for name in watched
    )


def _purses(teller: Teller, purses: Iterable[Purse]) -> list[str]:
    return [
        teller.words.say(
            "step.purse",
            who=voter(teller, each.voter),
            before=money(teller, each.before),
            after=money(teller, each.after),
        )
        for each in purses
    ]


def voter(teller: Teller, of: str) -> str:
    """Returns what a voter is called: a seat's name, or what a ballot without a seat bears."""
    return teller.seat(of) if of in teller.game.players else of


def ballot(teller: Teller, of: Ballot) -> str:
    """Returns what a ballot says."""
    say = teller.words.say
    match of:
        case Vote():
            parts = [quoted(teller, option) for option in of.approved]
        case Rank():
            return say("ballot.before").join(quoted(teller, option) for option in of.order)
        case Grade():
            parts = [say("ballot.graded", what=teller.title(option), grade=grade) for option, grade in of.grades]
        case Pledge():
            parts = [say("ballot.given", what=teller.title(option), tokens=given) for option, given in of.tokens]
        case Answer():
            return answer(teller, of)
    return ", ".join(parts) or say("ballot.none")


def answer(teller: Teller, of: Answer) -> str:
    """Returns what a seat says of a proposal under consent."""
    what = teller.title(of.intervention)
    if of.position is Position.OBJECT and not of.reason.strip():
        return teller.does("event.answered.bare", of.player, what=what)
    return teller.does(f"event.answered.{of.position.value}", of.player, what=what, reason=reason(teller, of))


def reason(teller: Teller, of: Answer) -> str:
    """Returns the reason of an objection: a person's words, or what a computer player fears for."""
    if not of.reason.startswith(FEAR):
        return of.reason
    feared = of.reason.removeprefix(FEAR)
    say = teller.words.say
    return say("why.fear", watched=teller.measure(feared)) if feared else say("why.fear_any")


def amendment(teller: Teller, of: Amendment) -> str:
    """Returns what an amendment changes."""
    say = teller.words.say
    match of.change:
        case Change.CLAUSE:
            return say("amendment.clause")
        case Change.SITE:
            return say("amendment.site", where=teller.district(of.to))
        case Change.LEVEL:
            return say("amendment.level", what=teller.title(of.to))


def promise(teller: Teller, of: Promise) -> str:
    """Returns what is promised."""
    if of.kind is PromiseKind.WORD:
        return teller.words.say("promise.word", words=of.words.rstrip("."))
    assert of.intervention is not None
    return teller.words.say(f"promise.{of.kind.value}", what=teller.title(of.intervention))


def deal(teller: Teller, of: Bargain) -> str:
    """Returns a deal on offer as a sentence."""
    if of.takes is None:
        return given_word(teller, of.player, of.partner, of.gives)
    told = {"other": teller.seat(of.partner), "gives": promise(teller, of.gives)}
    takes = teller.words.say("promise.against", takes=promise(teller, of.takes))
    return teller.does("event.bargain", of.player, **told, takes=takes)


def given_word(teller: Teller, by: StakeholderId, to: StakeholderId, of: Promise) -> str:
    """Returns one promise as a sentence: whose, to whom, what."""
    gives = promise(teller, of)
    return teller.does("event.bargain_gift", by, other=teller.seat(to), gives=gives)


def judged(teller: Teller, event: happened.PromiseJudged) -> str:
    """Returns the room's judgement of a promise made in words."""
    who = event.bargain.player if event.offered else event.bargain.partner
    return teller.does("event.judged_kept" if event.kept else "event.judged_broken", who)


def way_changed(teller: Teller, event: happened.WayChanged) -> str:
    """Returns a change of the way of deciding, with what the new one makes of the city."""
    way = teller.game.model.procedures[event.after]
    effects = ", ".join(
        teller.words.say("step.gain", gauge=teller.measure(name), change=teller.words.signed(points, 0))
        for name, points in way.practice.items()
    )
    told = teller.words.say("event.way_practice", effects=effects) if effects else ""
    return teller.words.say(
        "event.way_changed", before=teller.way(event.before), after=teller.way(event.after), effects=told
    )
