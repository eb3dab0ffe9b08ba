"""What each role takes home: its part in every decision, what it gained and lost and why, its word and its votes.

A secret ballot is never told: only that it was cast.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from attrs import evolve

from game.city.account import account, difference
from game.content.cards import Stakeholder, Watch
from game.content.shapes import HeadlineId, InterventionId, StakeholderId
from game.engine import events as happened
from game.engine.bargaining import Entry, ledger
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS, Reason
from game.engine.events import Counted, Event
from game.engine.moves import Answer, Ballot, Grade, Pledge, Rank, Stand, Vote
from game.engine.state import MANDATE
from game.report import figures
from game.report.causes import KINDS
from game.report.figures import Account, Cause, Gain, GivenWord, Part, Payoff, RolePage, Watched
from game.report.governing import told_word
from game.report.standing import better
from game.session import Session
from game.wording import deciding
from game.wording.accounts import MADE_OF
from game.wording.roster import sitters
from game.wording.teller import Teller

Options = frozenset[InterventionId]
"""What belongs to one decision: the answers to a challenge, or a question."""
Settled = happened.Decided | happened.QuestionDecided


def roles_of(session: Session, teller: Teller, payoffs: Sequence[Payoff]) -> tuple[RolePage, ...]:
    """Returns a page for each role, in the order of the payoffs."""
    words = ledger(session.game, session.state, session.events)
    return tuple(_role(session, teller, payoff, words) for payoff in payoffs)


def _role(session: Session, teller: Teller, payoff: Payoff, words: Sequence[Entry]) -> RolePage:
    card, held = session.game.stakeholder(StakeholderId(payoff.id)), session.holders[StakeholderId(payoff.id)]
    return RolePage(
        icon=card.icon,
        people=() if held.bot else sitters(teller.words, held.people),
        argument=teller.words.of(card.argument),
        payoff=payoff,
        gains=tuple(_gains(session, teller, card, payoff)),
        parts=tuple(_parts(session, teller, card.id)),
        given=_told(teller, [entry for entry in words if entry.by == card.id]),
        received=_told(teller, [entry for entry in words if entry.to == card.id]),
        commitment=session.commitments.get(card.id, ""),
    )


def _told(teller: Teller, entries: Sequence[Entry]) -> tuple[GivenWord, ...]:
    return tuple(told_word(teller, entry) for entry in entries)


def _gains(session: Session, teller: Teller, card: Stakeholder, payoff: Payoff) -> Iterator[Gain]:
    """Yields what the role follows, with its causes, the secret one last."""
    for watch, watched in zip(card.watches, payoff.watches, strict=True):
        yield Gain(watched, False, _account(session, teller, watch, watched))
    yield Gain(payoff.secret_watch, True, _account(session, teller, card.secret_watch, payoff.secret_watch))


def _account(session: Session, teller: Teller, watch: Watch, watched: Watched) -> Account | None:
    """Returns why a level moved since the start; None for what is told by people and not by causes."""
    if watch.of in MADE_OF:
        return None
    model, cities = session.game.model, session.cities
    (_, was), (_, now) = (account(model, seen, watch.of) for seen in (cities[:1], cities))
    headline = HeadlineId(watch.of) if watch.of in model.gauge_weights else None
    causes = tuple(
        Cause(teller.cause(cause, cities[0]), KINDS[cause.kind], amount, teller.source(cause, headline))
        for cause, amount in difference(was, now).items()
    )
    good, last = better(session.game, watch.of), len(cities) - 1
    level = cast(figures.HeadlineId, watch.of)  # any level has an account like a headline's
    return Account(level, watched.name, good, 0, last, watched.shift, causes)


def _parts(session: Session, teller: Teller, player: StakeholderId) -> Iterator[Part]:
    """Yields the role's part in each challenge and question settled, in order."""
    counted: Counted | None = None
    since: list[Event] = []
    for event in session.events:
        if isinstance(event, Counted):
            counted = event
        if not isinstance(event, Settled):
            since.append(event)
            continue
        own = _options(session, event)
        chosen = _chosen(teller, event)
        deeds = tuple(dict.fromkeys(_deeds(teller, player, since, own)))  # once, though a challenge comes back
        vote = _vote(teller, player, event, counted, own)
        yield Part(event.round, _about(teller, event), chosen, deeds, vote)
        since = [each for each in since if not _concerns(each, own)]


def _options(session: Session, event: Settled) -> Options:
    if isinstance(event, happened.QuestionDecided):
        return frozenset({event.question})
    return frozenset(answer.id for answer in session.game.challenge(event.challenge).answers)


def _about(teller: Teller, event: Settled) -> str:
    return teller.title(event.question if isinstance(event, happened.QuestionDecided) else event.challenge)


def _chosen(teller: Teller, event: Settled) -> str:
    if isinstance(event, happened.QuestionDecided):
        return teller.words.say("report.yes" if event.decision.chosen else "report.no")
    return teller.title(event.taken) if event.taken else ""


def _concerns(event: Event, own: Options) -> bool:
    return getattr(event, "intervention", getattr(event, "question", None)) in own


def _deeds(teller: Teller, player: StakeholderId, events: Sequence[Event], own: Options) -> Iterator[str]:
    """Yields what the role did in public about the options, in words and in order."""
    say, title = teller.words.say, teller.title
    for event in events:
        if not _concerns(event, own):
            continue
        match event:
            case happened.Proposed(player=who) if who == player:
                yield say("takehome.proposed", what=title(event.intervention))
            case happened.Joined(player=who) if who == player:
                yield say("takehome.joined", what=title(event.intervention))
            case happened.Amended(author=who) if who == player:
                yield say("takehome.amended", what=title(event.intervention))
            case happened.Asked(player=who) if who == player:
                yield say("takehome.asked")
            case happened.StandTaken(player=who) if who == player:
                key = "takehome.for" if event.stand is Stand.FOR else "takehome.against"
                yield say(key, what=title(event.intervention))


def _vote(teller: Teller, player: StakeholderId, event: Settled, counted: Counted | None, own: Options) -> str:
    """Returns the role's ballot in words, as far as everyone may see it."""
    say = teller.words.say
    if event.procedure == MANDATE:
        alone = player == teller.game.model.scenario.decider
        return say("takehome.decided_alone" if alone else "takehome.no_vote")
    if event.decision.reason is Reason.VETOED and player == teller.game.model.scenario.decider:
        return say("takehome.vetoed")
    ballots = [ballot for ballot in counted.ballots if ballot.player == player] if counted else []
    if not ballots:
        return ""
    if counted and not counted.shown:
        return say("takehome.secret_ballot")
    return " ".join(told for ballot in ballots if (told := _ballot(teller, ballot, own)))


def _ballot(teller: Teller, ballot: Ballot, own: Options) -> str:
    """Returns what a ballot says of the options, without the name of who cast it."""
    if isinstance(ballot, Answer):
        if ballot.intervention not in own:
            return ""
        bare = ballot.position is Position.OBJECT and not ballot.reason.strip()
        key = "bare" if bare else ballot.position.value
        told = {"what": teller.title(ballot.intervention), "reason": deciding.reason(teller, ballot)}
        return teller.words.say(f"takehome.answered.{key}", **told)
    return deciding.ballot(teller, _of(ballot, own))


def _of(ballot: Ballot, own: Options) -> Ballot:
    """Returns the part of a ballot that is about the options: a budget's ballot may be about several challenges."""
    match ballot:
        case Vote():
            return evolve(ballot, approved=tuple(each for each in ballot.approved if each in own))
        case Rank():
            return evolve(ballot, order=tuple(each for each in ballot.order if each in own or each == AS_IT_IS))
        case Grade():
            return evolve(ballot, grades=tuple(each for each in ballot.grades if each[0] in own))
        case Pledge():
            return evolve(ballot, tokens=tuple(each for each in ballot.tokens if each[0] in own))
    return ballot
