"""A whole workshop by its papers alone: what is printed is enough to play any city, and can be typed in afterwards."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from game.city.building import price
from game.city.state import CityState
from game.content.cards import Challenge, Intervention
from game.content.load import load_scenario
from game.content.workshop import Devices, WorkshopPlan
from game.engine.ballots import voters
from game.engine.decide.decision import TiePolicy
from game.engine.decide.election import Election, Support
from game.engine.decide.equalshares import by_equal_shares
from game.engine.decide.grades import by_grades
from game.engine.deciding import quorum
from game.engine.moves import Join, Move, Proceed, Propose, Vote
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import ALGORITHM, BUDGET, EXPERTS, MAJORITY, MANDATE, PLAYABLE, Game
from game.engine.step import step
from game.planning.foreseeing import optimiser_picks
from game.planning.papers import papers
from game.planning.proposing import game_of, planned
from game.planning.wishes import Wishes
from game.report.prints.ballots import votes, voting
from game.report.prints.kinds import made
from game.report.prints.seats import NAMED, role_sheet
from game.report.prints.sheets import Sheets, begun
from game.report.prints.typesetting import overflowing, pictures, typeset
from game.wording.words import words_in
from tests.planning.cities import rules
from tests.report.test_prints import SCENARIOS
from tests.ui.rooms import LANGUAGES

ONE_PAGE = ("map", "rules")
PLANNED = ("map", "rules", "ballots", "record", "guide")
"""What a plan makes its own; the others are tested for each city without one."""
SCREEN = re.compile(r"\b(F8|F9|T\)|écran|screen|appuyez|press)\b", re.IGNORECASE)


def plan_of(folder: Path, people: int = 9, **changes: Any) -> WorkshopPlan:
    """Returns the plan of a workshop on paper in a city."""
    wishes = Wishes(90, people, devices=Devices.PAPER)
    return evolve(planned(load_scenario(folder).scenario, rules(), wishes), **changes)


def sheets_of(folder: Path, language: str, **changes: Any) -> Sheets:
    """Returns what a workshop on paper prints in a city."""
    plan = plan_of(folder, **changes)
    return Sheets(load_scenario(folder).scenario, rules(), words_in(language), plan)


def printed(sheets: Sheets) -> dict[str, dict[str, Any]]:
    """Returns everything that a plan prints, by kind."""
    assert sheets.plan is not None
    makers = made(sheets, sheets.plan.minutes, sheets.plan.rounds)
    return {kind: makers[kind]() for kind in papers(sheets.plan)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_all_that_a_paper_workshop_prints_fits_its_pages(folder: Path, language: str) -> None:
    """In every city, in its own way of deciding, seats shared: nothing spills, and what hangs on a wall is one page."""
    found = printed(sheets_of(folder, language, people=32))

    assert {kind: overflowing(kind, found[kind]) for kind in PLANNED if kind in found} == {
        kind: () for kind in PLANNED if kind in found
    }
    assert {kind: len(pictures(kind, found[kind], 8)) for kind in ONE_PAGE} == dict.fromkeys(ONE_PAGE, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", PLAYABLE)
def test_the_guide_tells_how_each_way_is_counted_by_hand(way: str, language: str) -> None:
    """Whichever way a plan takes, its guide and its ballots are made, and no ballot spills."""
    sheets = sheets_of(SCENARIOS[-2], language, procedure=way)

    found = printed(sheets)

    assert found["guide"]["count"]["how"]
    assert (way in (MANDATE, ALGORITHM)) == ("ballots" not in found)
    for kind in {"guide", "ballots"} & found.keys():
        assert () == overflowing(kind, found[kind])
        assert b"pdfuaid" in typeset(kind, found[kind])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_guide_sends_nobody_to_a_screen(language: str) -> None:
    """Neither a key nor a button is named, but where it is told how the session is typed in afterwards."""
    told = printed(sheets_of(SCENARIOS[0], language))["guide"]
    names = ("sheet", "round", "count", "paper", "say", "short", "long")

    assert [] == SCREEN.findall(str([told["labels"]["lead"], *(told[name] for name in names)]))


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_each_seat_that_votes_has_a_ballot_for_each_vote(folder: Path) -> None:
    """Its page names the seat and the answers; seats that nobody holds, or that have no vote, get none."""
    sheets = sheets_of(folder, "en", people=5)
    found = printed(sheets)
    plan = sheets.plan
    assert plan is not None
    if "ballots" not in found:
        return

    pages = found["ballots"]["pages"]

    voting = [seat for seat in voters(sheets.game, plan.procedure) if plan.seats[seat]]
    assert [sheets.names[seat] for seat in voting] == [page[0]["seat"] for page in pages]
    assert all(len([each for each in page if each["about"]]) == len(votes(sheets)) for page in pages)
    titles = {answer.id: sheets.words.of(answer.title) for asked in votes(sheets)[0] for answer in asked.answers}
    assert list(titles.values()) == [line["title"] for line in pages[0][0]["lines"]]


def test_a_participatory_budget_is_voted_on_the_ballot_of_the_city() -> None:
    """Where the city ticks what it wants, nobody is given tokens to write; the challenges of a vote stand together."""
    folder = next(each for each in SCENARIOS if each.name == "las-laderas")
    sheets = sheets_of(folder, "en")
    ballot = printed(sheets)["ballots"]["pages"][0][0]

    assert (sheets.game.procedure, ballot["kind"], len(ballot["lines"])) == (BUDGET, "fund", 6)


def test_what_befalls_the_city_is_printed_for_a_paper_workshop_alone() -> None:
    """With a screen the game tells it; on paper its cards are needed, each with its marks."""
    plan = plan_of(SCENARIOS[0])
    kinds = Counter(papers(plan))

    assert kinds["shocks"] == 1
    assert "shocks" not in papers(evolve(plan, devices=Devices.SCREEN))
    shocks = printed(sheets_of(SCENARIOS[0], "en"))["shocks"]["shocks"]
    assert all(len(each["effects"]) == 4 and each["waits"] for each in shocks)
    assert any(mark["sign"] != "=" for each in shocks for mark in each["effects"])


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_the_optimiser_says_something_of_each_challenge_it_meets(folder: Path) -> None:
    """Where no screen can tell its picks they are printed beforehand, in the order of the agenda."""
    plan = plan_of(folder, procedure=ALGORITHM)
    game = game_of(plan, load_scenario(folder).scenario, rules())

    found = [each.challenge for each in optimiser_picks(game)]

    assert found == list(plan.agenda)[: len(found)]
    assert len(found) >= min(plan.rounds, len(plan.agenda))


def test_an_answer_that_asks_for_a_level_says_so_on_its_card() -> None:
    """The card tells the level and where the city begins; the guide, which answers lead there."""
    folder = next(each for each in SCENARIOS if each.name == "port-clair")
    sheets = sheets_of(folder, "en", agenda=("mobility", "safety", "governance"))
    found = printed(sheets)

    card = next(each for each in found["cards"]["cards"] if each["id"] == "governance.high")
    assert any("Needs" in fact["say"] and "40" in fact["say"] for fact in card["facts"])
    assert any("Traffic lights" in line or "(+" in line for line in found["guide"]["paper"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_a_phase_has_the_same_minutes_wherever_they_are_told(folder: Path, language: str) -> None:
    """On the run sheet, in the steps of the guide and on the poster of the rules."""
    found = printed(sheets_of(folder, language))
    rows = "".join(row["steps"] for row in found["guide"]["sheet"]).replace("\u00a0", " ")

    steps = [(each["name"], each["minutes"]) for each in found["guide"]["round"]]
    assert steps == [(each["name"], each["minutes"]) for each in found["rules"]["phases"]]
    assert [each for each in steps if " ".join(each).replace("\u00a0", " ") not in rows] == []


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_the_purse_that_is_kept_by_hand_is_the_one_of_the_game(folder: Path) -> None:
    """After a round: what there was, less price, fee and upkeep, plus an income that growth moves a little."""
    sheets = sheets_of(folder, "en", procedure=MAJORITY)
    asked, finance = sheets.agenda[0], rules().finance
    answer = next(each for each in asked.answers if not each.requires)

    city = decided(sheets.game, asked, answer)

    paid = price(sheets.game.model, sheets.game.start, answer.id, MAJORITY)[0] / 1000
    fee = sheets.game.model.procedures[MAJORITY].money.value
    upkeep = 0 if answer.build else answer.upkeep
    income, left = (int(amount) / 1000 for amount in (city.treasury.income, city.treasury.budget))
    assert finance.start.value - paid - fee - upkeep + income == pytest.approx(left, abs=0.001)
    assert finance.income.value == pytest.approx(income, abs=0.5)


def decided(game: Game, asked: Challenge, answer: Intervention) -> CityState:
    """Returns the city after a round in which every seat approves of one answer to its first challenge."""
    district = asked.district if answer.placed else None
    moves: list[Move] = [Proceed(), Propose(game.players[0], answer.id, district), Proceed()]
    moves += [Join(partner, answer.id) for partner in answer.partners if partner != game.players[0]]
    moves += [Proceed(), *(Vote(seat, (answer.id,)) for seat in game.players)]
    state = first_state(game)
    for move in moves:
        state, _ = step(game, state, move)
    while state.phase not in (Phase.RESOLUTION, Phase.REFLECTION):
        state, _ = step(game, state, Proceed())
    return state.city


def test_grades_that_are_equal_are_told_apart_as_the_game_does() -> None:
    """The guide names the grades above and below the middle one, which come before the order of proposals."""
    sheets = sheets_of(next(each for each in SCENARIOS if each.name == "oasis"), "en")
    told = " ".join(printed(sheets)["guide"]["count"]["how"])
    grades = {"first": (1, 3, 5), "second": (3, 3, 5)}
    ballots = [{option: found[seat] for option, found in grades.items()} for seat in range(3)]

    chosen = by_grades(list(grades), ballots, 3, TiePolicy.FIRST_PROPOSED).winner

    assert chosen == "second"
    assert "more above than below" in told


def test_money_that_is_left_over_funds_what_the_guide_says() -> None:
    """Under equal shares the purses grow until it is spent: by hand, the next in order that the city can still pay."""
    sheets = sheets_of(next(each for each in SCENARIOS if each.name == "las-laderas"), "en")
    told = " ".join(printed(sheets)["guide"]["count"]["how"])
    wishes = [{"a": 1}, {"a": 1}, {"a": 1}, {"b": 1}]
    election = Election(
        ("a", "b"), {"a": 6000, "b": 5000}, 12_000, tuple(Support(str(n), worth) for n, worth in enumerate(wishes)), {}
    )

    assert by_equal_shares(election, TiePolicy.FIRST_PROPOSED).chosen == ("a",)
    assert by_equal_shares(election, TiePolicy.FIRST_PROPOSED, completion=10).chosen == ("a", "b")
    assert "if money is left" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_in_names_what_stands_on_the_screen(language: str) -> None:
    """Each press that the record sheet asks for has the words of its button."""
    say = words_in(language).texts
    steps = " ".join(printed(sheets_of(SCENARIOS[0], language, procedure=MAJORITY))["record"]["steps"])
    pressed = ("plan.title", "plan.kept", "plan.start", "table.go.papers", "table.go.leave", "facilitator.page.shocks")
    openings = ("table.act.propose", "table.act.support")

    assert [key for key in pressed if say[key] not in steps] == []
    assert [key for key in openings if say[key].split("\u00a0·")[0].split(" ·")[0] not in steps] == []


def test_a_seat_that_nobody_holds_is_told_apart() -> None:
    """Four people leave some seats: the guide lists those that are held, and names the others in one line."""
    sheets = sheets_of(SCENARIOS[0], "en", people=4)
    plan = printed(sheets)["guide"]["plan"]

    assert len(plan["seats"]) == 4
    (unheld,) = plan["unheld"]
    assert plan["seats"][0]["name"] not in unheld
    assert "read aloud" in unheld
    assert printed(sheets_of(SCENARIOS[0], "en", people=9))["guide"]["plan"]["unheld"] == []


@pytest.mark.parametrize("people", [5, 13, 40])
def test_each_person_has_a_role_sheet(people: int) -> None:
    """As many as sit on each seat; one of a seat that nobody holds, for whoever comes unforeseen; one a witness."""
    sheets = sheets_of(SCENARIOS[0], "en", people=people)
    plan = sheets.plan
    assert plan is not None

    roles = printed(sheets)["roles"]
    found = Counter(each["id"] for each in roles["roles"])

    assert {seat: max(1, held) for seat, held in plan.seats.items()} == found
    assert plan.witnesses == len(roles["witnesses"])
    assert (people > 32) == (plan.witnesses > 0)
    assert len(pictures("roles", roles, 8)) == sum(found.values()) + plan.witnesses


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", PLAYABLE)
def test_a_role_sheet_tells_what_its_seat_can_do(way: str, language: str) -> None:
    """In each way of deciding; whoever decides alone or grades is told something else than the others."""
    sheets = sheets_of(SCENARIOS[-2], language, procedure=way)

    told = {each["id"]: each["can"][0] for each in printed(sheets)["roles"]["roles"]}

    special = {sheets.scenario.decider} if way in (MANDATE, ALGORITHM) else set()
    special |= set(sheets.game.committee) if way == EXPERTS else set()
    others = {say for seat, say in told.items() if seat not in special}
    assert len(others) == 1
    assert others.isdisjoint(told[seat] for seat in special)


def test_a_role_sheet_names_the_answers_that_wait_for_its_seat() -> None:
    """Of those on the agenda; where nobody proposes, nobody is asked to join."""
    folder = next(each for each in SCENARIOS if each.name == "port-clair")
    sheets = sheets_of(folder, "en", agenda=("mobility", "safety", "energy"))
    roles = {each["id"]: each["can"] for each in printed(sheets)["roles"]["roles"]}

    answers = [answer for asked in sheets.agenda for answer in asked.answers]
    waiting = {seat: [answer.title["en"] for answer in answers if seat in answer.partners] for seat in roles}
    assert any(waiting.values())
    for seat, titles in waiting.items():
        assert len(roles[seat]) == (2 if titles else 1)
        assert all(title in roles[seat][1] for title in titles) or len(titles) > NAMED
    alone = printed(sheets_of(folder, "en", procedure=ALGORITHM))["roles"]["roles"]
    assert all(len(each["can"]) == 1 for each in alone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_quotes_what_the_answers_say_of_partners(language: str) -> None:
    """The table on its screen and the printed card have words of their own for it."""
    words = words_in(language)
    told = {"guide.do.proposal": "table.answer.needs", "guide.do.proposal.paper": "print.partner"}

    for guide, answer in told.items():
        assert f"{words.say('table.quote.open')}{begun(words.say(answer, who='…'))}" in words.say(guide)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_sheet_quotes_the_cards_where_many_answers_wait(language: str) -> None:
    """The words after which it says that cards name the seat begin a line of theirs, one a waiting answer."""
    scenario = load_scenario(next(each for each in SCENARIOS if each.name == "grand-plan")).scenario
    sheets = Sheets(scenario, rules(), words_in(language))
    answers = [answer for asked in sheets.agenda for answer in asked.answers]
    told = [can for role in role_sheet(sheets)["roles"] for can in role["can"] if f" {len(answers)} " in can]
    facts = [fact["say"] for card in sheets.cards()["cards"] for fact in card["facts"]]

    (quoted,) = {re.findall("[«“]\u00a0?(.+?)\u00a0?[»”]", can)[-1] for can in told}
    assert sum(fact.startswith(quoted) for fact in facts) == sum(bool(answer.partners) for answer in answers)


def test_who_shares_a_seat_is_told_of_one_ballot() -> None:
    """Thirteen people on eight seats: where two sit the ballot says so, where one sits it does not."""
    sheets = sheets_of(next(each for each in SCENARIOS if each.name == "port-clair"), "en", people=13)
    plan = sheets.plan
    assert plan is not None

    pages = printed(sheets)["ballots"]["pages"]

    shared = {sheets.names[seat]: held > 1 for seat, held in plan.seats.items()}
    assert shared == {page[0]["seat"]: all(each["shared"] for each in page) for page in pages}


def test_under_consent_an_answer_that_is_put_off_leaves_blank_ballots() -> None:
    """The next best is then asked about; as many times as the rules let a table ask have boxes of their own."""
    sheets = sheets_of(next(each for each in SCENARIOS if each.name == "nordhamn"), "fr")
    ballots = printed(sheets)["ballots"]

    assert all(2 <= sum(not each["about"] for each in page) for page in ballots["pages"])
    assert round(sheets.rules.deciding.ask_again.value) == len(ballots["times"])


def test_blank_ballots_are_those_that_a_place_fills_in() -> None:
    """Without a plan, too, a participatory budget is voted with ticks where the city votes so."""
    for name, kind in (("las-laderas", "fund"), ("port-clair", "tokens")):
        folder = next(each for each in SCENARIOS if each.name == name)
        sheets = Sheets(load_scenario(folder).scenario, rules(), words_in("en"))

        assert kind in {page[0]["kind"] for page in made(sheets, 90, 6)["ballots"]()["pages"]}


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_the_fewest_people_can_decide(folder: Path) -> None:
    """Nobody casts the ballot of an empty seat: in the way of the city those who come are enough for its quorum."""
    sheets = sheets_of(folder, "en", people=4)

    assert quorum(sheets.game, first_state(sheets.game)) <= len(voting(sheets)) or sheets.game.procedure in (
        MANDATE, ALGORITHM,
    )  # fmt: skip
