"""Events, and the reasons of computer players, as sentences in the language of the room."""

from game.bots.bot import Choice
from game.city.apart import apart
from game.city.model import Cause, CauseKind
from game.city.scoring import gauges
from game.content.shapes import InterventionId, StakeholderId
from game.engine import events as happened
from game.engine.decide.decision import Decision
from game.engine.events import Event
from game.engine.moves import Answer, Ballot, Reply, Stand
from game.engine.reveal import shown_by
from game.engine.seating import SeatingEvent
from game.wording import deciding, inventing, powers, roster, shocks
from game.wording.teller import Teller


def event_told(teller: Teller, event: Event) -> str | None:
    """Returns an event as one sentence, or None for one that needs none."""
    say, words = teller.words.say, teller.words
    match event:
        case happened.PhaseBegan() | happened.ChancesDrawn():
            return None
        case happened.ChallengeOpened():
            return say("event.challenge", challenge=teller.title(event.challenge))
        case happened.TimeRanOut():
            return say("event.no_time", challenge=teller.title(event.challenge))
        case happened.Proposed():
            return _proposed(teller, event)
        case happened.Passed():
            return teller.does("event.passed", event.player)
        case happened.StandTaken():
            key = "event.for" if event.stand is Stand.FOR else "event.against"
            return teller.does(key, event.player, what=teller.title(event.intervention))
        case happened.Joined():
            return teller.does("event.joined", event.player, what=teller.title(event.intervention))
        case happened.BallotCast():
            return _voted(teller, event)
        case happened.Decided():
            return _decided(teller, event)
        case happened.LeftAsItIs():
            return say("event.left", challenge=teller.title(event.challenge))
        case happened.ShockStruck():
            return shocks.begun(event, teller.game.model.shocks[event.shock], words, teller.measure)
        case happened.ShockEnded():
            return shocks.over(event, teller.game.model.shocks[event.shock], words, teller.measure)
        case happened.CityMoved():
            return _moved(teller, event)
        case happened.Adjusted():
            return _adjusted(teller, event)
        case happened.Revealed():
            return say("event.revealed", what=teller.measure(event.of))
        case happened.Covered():
            return say("event.covered", what=teller.measure(event.of))
        case happened.ScoresHidden():
            return say("event.scores_hidden")
        case happened.ScoresShown():
            return say("event.scores_shown")
        case happened.Polled():
            return teller.words.count("event.polled", event.people)
        case happened.MapDrawn():
            return _map_drawn(teller, event)
        case happened.Invented() | happened.Estimated() | happened.Admitted():
            return inventing.told(teller, event)
        case happened.GameEnded():
            return say("event.ended", round=words.whole(event.round))
    return roster.told(teller, event) if isinstance(event, SeatingEvent) else _of_deciding(teller, event)


def _of_deciding(teller: Teller, event: Event) -> str | None:
    """Returns an event of the way of deciding as one sentence, or None for one that needs none."""
    say = teller.words.say
    match event:
        case happened.AmendmentSuggested() | happened.Amended():
            key = "event.amended" if isinstance(event, happened.Amended) else "event.suggested"
            who = event.author if isinstance(event, happened.Amended) else event.player
            change = deciding.amendment(teller, event.amendment)
            return teller.does(key, who, what=teller.title(event.intervention), change=change)
        case happened.AmendmentDeclined():
            change = deciding.amendment(teller, event.amendment)
            what = teller.title(event.intervention)
            return teller.does("event.declined", event.player, what=what, change=change)
        case happened.Asked():
            return teller.does("event.asked", event.player, what=teller.title(event.question))
        case happened.Instructed():
            watches = ", ".join(f"{teller.measure(name)} {teller.words.signed(n, 0)}" for name, n in event.watches)
            return say("event.instructed", watches=watches)
        case happened.Picked():
            return say("event.picked", why=deciding.decision(teller, event.decision))
        case happened.ConsentAsked():
            key = "event.consent_again" if event.again else "event.consent_asked"
            return say(key, what=teller.title(event.intervention))
        case happened.Objected():
            key, what = "event.put_off" if event.put_off else "event.objected", teller.title(event.intervention)
            return teller.words.count(key, len(event.objections), what=what)
        case happened.QuestionDecided():
            key = "event.question_yes" if event.decision.chosen else "event.question_no"
            return say(key, why=" ".join(_counted(teller, event.decision)))
        case happened.WayChanged():
            return deciding.way_changed(teller, event).strip()
        case happened.ClauseAdded():
            cost = teller.words.money(event.cost)
            return say("event.clause_added", what=teller.title(event.intervention), cost=cost)
        case happened.BargainOffered():
            return deciding.deal(teller, event.bargain)
        case happened.BargainAnswered():
            key, made = "event.deal_taken" if event.agrees else "event.deal_refused", event.bargain
            return teller.does(key, made.partner, other=teller.seat(made.player))
        case happened.PromiseJudged():
            return deciding.judged(teller, event)
        case happened.PowerLost():
            return powers.lost(teller, event)
        case happened.PowerRegained():
            return powers.regained(teller, event)
    return None


def _voted(teller: Teller, event: happened.BallotCast) -> str:
    if event.ballot is None:
        return teller.does("event.voted", event.player)
    if isinstance(event.ballot, Answer):
        return deciding.answer(teller, event.ballot)
    return teller.does("event.voted_open", event.player, ballot=deciding.ballot(teller, event.ballot))


def reason_told(teller: Teller, player: StakeholderId, choice: Choice) -> str | None:
    """Returns a computer player's reason as one sentence, or None for a ballot, whose reason would tell it."""
    why = choice.why
    if isinstance(choice.move, Ballot) and not isinstance(choice.move, Answer):
        return None
    if isinstance(choice.move, Reply):
        return teller.does(f"why.{why.motive.value}", player)
    if why.intervention is None:
        return teller.does("why.nothing_fits", player)
    key = why.motive.value
    if why.watched is not None:
        watches = teller.game.stakeholder(player).watches
        key += "_" + next(watch.want for watch in watches if watch.of == why.watched)
    return teller.does(
        f"why.{key}",
        player,
        what=teller.title(why.intervention),
        watched=teller.measure(why.watched) if why.watched else "",
        tech=_tech(teller, why.intervention),
    )


def _tech(teller: Teller, option: InterventionId) -> str:
    card = teller.game.model.interventions.get(option)
    return teller.words.say(f"tech.{card.tech.value}") if card else ""


def _proposed(teller: Teller, event: happened.Proposed) -> str:
    return teller.does(
        "event.proposed" if event.district is None else "event.proposed_in",
        event.player,
        what=teller.title(event.intervention),
        where=teller.place(event.district),
    )


def _decided(teller: Teller, event: happened.Decided) -> str:
    own = deciding.of_challenge(event.decision, teller.game.challenge(event.challenge))
    told = _counted(teller, own)
    if event.opens is not None:
        cost = teller.words.money(event.public)
        told.append(teller.words.say("event.opens", round=teller.words.whole(event.opens), cost=cost))
    if event.contested:
        told.append(teller.words.say("event.contested"))
    return " ".join(told)


def _counted(teller: Teller, decision: Decision) -> list[str]:
    """Returns why a decision came out as it did and its count, where there is one."""
    told = (deciding.decision(teller, decision), deciding.tally(teller, decision))
    return [part for part in told if part]


def _adjusted(teller: Teller, event: happened.Adjusted) -> str:
    return teller.words.say(
        "event.adjusted" if event.after else "event.erased",
        link=teller.cause(Cause(CauseKind.LINK, event.link)),
        before=teller.words.signed(event.before / 1000),
        after=teller.words.signed(event.after / 1000),
    )


def _map_drawn(teller: Teller, event: happened.MapDrawn) -> str:
    told = {"author": event.author, "moment": teller.words.say(f"map.moment.{event.moment.value}")}
    if not event.arrows:
        return teller.words.say("event.map_erased", **told)
    return teller.words.count("event.map_drawn", event.arrows, **told)


def _moved(teller: Teller, event: happened.CityMoved) -> str | None:
    before = gauges(teller.game.model, event.before.values)
    after = gauges(teller.game.model, event.after.values)
    changes = ", ".join(
        teller.words.say("event.gauge", gauge=teller.measure(k), change=teller.words.change(apart(before[k], after[k])))
        for k in after
        if k in shown_by(teller.game, event.before.round + 1)
    )
    return teller.words.say("event.moved", changes=changes) if changes else None
