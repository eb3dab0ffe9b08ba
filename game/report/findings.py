"""What the figures say, in one sentence each: the headings of the page and the titles of its charts."""

from collections.abc import Sequence
from typing import Final, Protocol

from game.city.apart import apart
from game.report.causes import told
from game.report.charts.axes import arrowed
from game.report.elsewise import HARDLY, what_ifs
from game.report.figures import (
    Account,
    Announcement,
    Budget,
    Compass,
    Debrief,
    Decision,
    Gain,
    GivenWord,
    GroupFate,
    Opinions,
    Seat,
    Series,
    Shift,
    Ways,
)
from game.report.hindsight import Ruler
from game.report.mapfigures import MapStory
from game.wording.words import Words

TENTH: Final = 100
"""A tenth of a %, in thousandths: smaller shares need a second decimal to be told from nobody."""
NEAR: Final = 2_000
"""A gap of less than two points, in milli-points: "a touch", in the model's words."""
NAMED: Final = 3
"""Causes named for one thing that a role follows."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def shift(self) -> Shift: ...


def largest(moved: Sequence[_Named], words: Words) -> str:
    """Returns which of several levels moved most, and how far."""
    most = max(moved, key=lambda one: abs(one.shift.change))
    digits = int(words.points(most.shift.before) == words.points(most.shift.after))  # a move that shows
    return words.say(
        "report.find.largest",
        name=most.name,
        before=words.points(most.shift.before, digits),
        after=words.points(most.shift.after, digits),
        change=words.change(most.shift.change, 0),
    )


def blind_spot(series: Sequence[Series], words: Words) -> str:
    """Returns how far the measured quality of life is from the lived one at the end, or how unlike they moved."""
    ends = {one.id: one.values[-1] for one in series}
    moved = {one.id: one.shift.change for one in series}
    gap = ends["quality"] - ends["lived"]
    if abs(gap) < NEAR <= abs(moved["quality"] - moved["lived"]):
        told = {"measured": words.change(moved["quality"]), "lived": words.change(moved["lived"])}
        return words.say("report.find.moved_apart", **told)
    if abs(gap) < NEAR:
        return words.say("report.find.no_gap")
    key = "report.find.measured_above" if gap > 0 else "report.find.lived_above"
    levels = {"measured": words.points(ends["quality"], 1), "lived": words.points(ends["lived"], 1)}
    return words.say(key, gap=words.points(abs(apart(ends["lived"], ends["quality"])), 1), **levels)


def turn(account: Account, words: Words) -> str:
    """Returns what moved in an account and the cause that pushed it furthest that way."""
    lines = [line for line in told(account, words).lines if line.kind != "remainder"]
    change = arrowed(account.shift.change, words)
    if not lines or abs(account.shift.change) < HARDLY:
        return words.say("report.find.still", name=account.name, change=change)
    along = [line for line in lines if (line.amount > 0) == (account.shift.change > 0)]
    first = max(along or lines, key=lambda line: abs(line.amount))
    return words.say(
        "report.find.turn", name=account.name, change=change, cause=first.name, amount=words.change(first.amount)
    )


def sharpest(turning: Sequence[Account]) -> Account:
    """Returns the turning point at which a gauge moved furthest."""
    return max(turning, key=lambda account: abs(account.shift.change))


def turns(turning: Sequence[Account], words: Words) -> str:
    """Returns the round in which the city turned most, and what moved in it."""
    most = sharpest(turning)
    change = arrowed(most.shift.change, words)
    return words.say("report.find.turns", n=words.whole(most.until), name=most.name, change=change)


def resemblance(compass: Compass, words: Words) -> str:
    """Returns the vision the city is nearest to, and whether it is near enough to resemble it."""
    first = compass.visions[0]
    key = "report.find.patchwork" if compass.patchwork else "report.find.vision"
    return words.say(key, vision=first.name, share=words.percent(compass.percents[first.id]))


def people(groups: Sequence[GroupFate], words: Words) -> str:
    """Returns which group gained most and which lost most, or gained least, or lost least."""
    best = max(groups, key=lambda group: group.satisfaction.change)
    worst = min(groups, key=lambda group: group.satisfaction.change)
    gain, loss = best.satisfaction.change, worst.satisfaction.change
    key = "report.find.all_gain" if loss > 0 else "report.find.all_lose" if gain < 0 else "report.find.divided"
    return words.say(key, best=best.name, gain=words.change(gain), worst=worst.name, loss=words.change(loss))


def displaced(groups: Sequence[GroupFate], words: Words) -> str:
    """Returns the share of the city's people who had to leave, and the group most concerned."""
    whole = sum(group.people * group.displaced for group in groups) / 100_000
    if not whole:
        return words.say("report.find.nobody_left")
    most = max(groups, key=lambda group: group.displaced)
    counted = [group.leavers for group in groups if group.leavers is not None]
    people = words.count("report.find.leavers", sum(counted)) if counted else words.say("report.find.some")
    return words.say(
        "report.find.displaced",
        people=people,
        share=_share(whole, words),
        group=most.name,
        of_group=_share(most.displaced, words),
    )


def _share(part: float, words: Words) -> str:
    """Returns a share in thousandths of a %, told from nobody where it is less than a tenth of a %."""
    return words.say("number.percent", number=words.decimal(part / 1000, 1 if part >= TENTH else 2))


def where(debrief: Debrief, column: int, words: Words) -> str:
    """Returns the districts where the headline of that column changed most for better and for worse."""
    ranked = sorted(debrief.districts, key=lambda district: district.levels[column].change)
    return words.say(
        "report.find.where",
        name=debrief.series[column].name,
        high=ranked[-1].name,
        high_change=words.change(ranked[-1].levels[column].change),
        low=ranked[0].name,
        low_change=words.change(ranked[0].levels[column].change),
    )


def choices(debrief: Debrief, words: Words) -> str:
    """Returns how many questions were settled, by answers of which tech level, and how many were left open."""
    taken = [each.chosen.tech for each in debrief.decisions if each.chosen]
    sentence = words.count("report.find.decisions", len(taken)) if taken else words.say("report.find.none_settled")
    levels = [(taken.count(level), words.say(f"tech.{level}")) for level in ("high", "mid", "low")]
    if taken:
        told = ", ".join(words.count("report.find.level", n, level=level) for n, level in levels if n)
        sentence = words.say("report.find.levels", settled=sentence, levels=told)
    left = len(debrief.decisions) - len(taken)
    return ", ".join([sentence, words.count("report.find.left_open", left)] if left else [sentence])


def purse(budget: Budget, words: Words) -> str:
    """Returns how the city's money ends."""
    end = budget.balance[-1]
    return words.say("report.find.rich" if end >= 0 else "report.find.debt", amount=words.money(abs(end)))


def funds(decisions: Sequence[Decision], words: Words) -> str:
    """Returns how much of what was decided investors pay for."""
    public, private = (sum(getattr(each, purse) for each in decisions) for purse in ("public", "private"))
    if not private:
        return words.say("funds.city_alone", all=words.money(public))
    share = words.percent(100 * private / (public + private))
    return words.say("funds.shared", share=share, private=words.money(private), all=words.money(public + private))


def payoffs(debrief: Debrief, words: Words) -> str:
    """Returns how many stakeholders came closer to what they wanted, and which has gone furthest away, if any."""
    closer, whole = sum(payoff.score.change > 0 for payoff in debrief.payoffs), len(debrief.payoffs)
    if closer in (0, whole):
        told = words.say("report.find.payoffs_all" if closer else "report.find.payoffs_none")
    else:
        told = words.count("report.find.payoffs", closer, all=words.whole(whole))
    last = min(debrief.payoffs, key=lambda payoff: payoff.score.change)
    if last.score.change > -HARDLY:
        return told
    change = words.change(last.score.change)
    return words.say("report.find.farthest", closer=told, name=last.stakeholder, change=change)


def promises(announcements: Sequence[Announcement], words: Words) -> str:
    """Returns how many promises were kept in full."""
    return _kept_of(sum(is_kept(announcement) for announcement in announcements), len(announcements), words)


def given_words(given: Sequence[GivenWord], words: Words) -> str:
    """Returns how many of the promises between seats were kept."""
    return _kept_of(sum(each.fate == "kept" for each in given), len(given), words)


def _kept_of(kept: int, whole: int, words: Words) -> str:
    if kept in (0, whole):
        return words.count("report.find.promises_all" if kept else "report.find.promises_none", whole)
    return words.count("report.find.promises", kept, all=words.whole(whole))


def held_by_people(seats: Sequence[Seat], words: Words) -> str:
    """Returns how many seats people held, and that nothing of it was sent anywhere."""
    people = sum(not seat.computer for seat in seats)
    return words.count("recorded.find", people) if people else words.say("recorded.find_none")


def ways(played: Ways, words: Words) -> str:
    """Returns how far apart the ways of deciding end in lived quality, the first thing measured."""
    best, worst = (of(played.played, key=lambda each: each.levels[0]) for of in (max, min))
    return words.say(
        "report.find.ways", low=words.points(worst.levels[0]), worst=worst.name,
        high=words.points(best.levels[0]), best=best.name,
    )  # fmt: skip


def rulers(found: Sequence[Ruler], words: Words) -> str:
    """Returns how far apart the same city stands by the ruler that is kindest to it and by the hardest one."""
    best, worst = (of(found, key=lambda each: each.after) for of in (max, min))
    return words.say(
        "rulers.find", best=best.name, high=words.points(best.after), worst=worst.name, low=words.points(worst.after)
    )


def opinions(found: Opinions, words: Words) -> str:
    """Returns the argument that most of the room agrees with."""
    best = max(found.statements, key=lambda each: each.agree)
    return words.say("report.find.opinions", seat=best.seat, agree=best.agree, people=found.people)


def groups_of_opinion(found: Opinions, words: Words) -> list[str]:
    """Returns the guess at groups in words, or why there is none; what they share and what divides them."""
    grouping = found.grouping
    if grouping is None:
        return [words.say("opinions.no_groups")]
    count = len({person.group for person in grouping.people})
    names = [each.seat for each in found.statements]
    told = [words.count("opinions.groups", count)]
    for key, places in (("opinions.shared", grouping.agreed), ("opinions.divide", grouping.dividing)):
        if places:
            told.append(words.say(key, seats=", ".join(names[place] for place in places)))
    return told


def maps(story: MapStory, words: Words) -> str:
    """Returns how many maps of causes hang on the wall, and how many arrows they have together."""
    arrows = words.count("map.arrows", sum(len(drawn.arrows) for drawn in story.maps))
    return words.count("map.find", len(story.maps), arrows=arrows)


def because(gain: Gain, words: Words) -> list[str]:
    """Returns the causes that moved most what a role follows, the others summed; or that people make it up."""
    if gain.account is None:
        return [words.say("takehome.by_people")]
    lines = told(gain.account, words, NAMED).lines
    return [f"{line.name}\u00a0{words.change(line.amount)}" for line in lines] or [words.say("takehome.still")]


def is_kept(announcement: Announcement) -> bool:
    """Tells whether at least what was announced came, in the direction announced."""
    ahead = announcement.delivered if announcement.announced >= 0 else -announcement.delivered
    return ahead >= abs(announcement.announced)


def in_short(debrief: Debrief, words: Words) -> list[str]:
    """Returns the sentences to remember: what moved and why, for whom, what else could have been; the mixture last."""
    blind = [words.whole(each) for each in debrief.blind_rounds]
    most = [sharpest(debrief.turning_points)] if debrief.turning_points else []
    return [
        largest(debrief.series, words),
        *(words.say("report.short.turn", n=words.whole(each.until), told=turn(each, words)) for each in most),
        blind_spot(debrief.series, words),
        people(debrief.groups, words),
        displaced(debrief.groups, words),
        payoffs(debrief, words),
        *([what_ifs(debrief.what_ifs, words)] if debrief.what_ifs else []),
        *([words.count("report.short.blind", len(blind), rounds=", ".join(blind))] if blind else []),
        resemblance(debrief.compass, words),
    ]
