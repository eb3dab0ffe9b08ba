"""A sentence about a seat agrees with the seat's name: City Hall votes, Residents vote."""

import re
from typing import Final

import pytest

from game.content.shapes import LANGUAGES
from game.engine.events import Passed
from game.wording.sentences import event_told
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.engine.table import game

ACTS: Final = re.compile(r"\{(who|seat|one|other|home)\}[\s\u00a0]\w|\b(que|that|and|et) \{who\}")
"""A name with a word straight after it, which may be a verb, or with what brings one."""
UNCHANGED: Final = {
    "blindspot.look_away": "a mention",
    "blindspot.seen_by": "a mention",
    "event.swapped": "two subjects",
    "event.swapped_back": "two subjects",
    "problem.districts_overlap": "no seat",
    "problem.reveal_twice": "no verb",
    "report.roster.walked": "a mention, and a past tense after it",
    "report.roster.walked_once": "a mention, and a past tense after it",
    "roster.from": "a mention",
    "showing.at_debrief": "no verb",
    "showing.from_round": "no verb",
    "takehome.gains_table": "a past tense in English, a mention in French",
    "takehome.parts_table": "a mention",
}
"""Sentences of one form that no plural name changes, and why."""


def agreeing(language: str) -> set[str]:
    """Returns the sentences that have a plural for their subject rather than for a number."""
    plurals = words_in(language).plurals
    return {key for key, forms in plurals.items() if not any("{n}" in form for form in forms.values())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_whose_subject_is_a_seat_has_a_plural(language: str) -> None:
    """A seat's name with a verb after it stands in a sentence of two forms; what has one form is known by name."""
    alone = {key for key, told in words_in(language).texts.items() if ACTS.search(told)}

    assert alone - UNCHANGED.keys() == set()


def test_sentences_known_to_have_one_form_are_those_that_would_be_taken_for_others() -> None:
    """The list of them names nothing that has gone, or has become plain."""
    alone = {key for each in LANGUAGES for key, told in words_in(each).texts.items() if ACTS.search(told)}

    assert UNCHANGED.keys() - alone == set()


@pytest.mark.parametrize("key", sorted(key for key in agreeing("en") if "{who}" in words_in("en").plurals[key][0]))
def test_both_forms_are_told_of_the_same_seat(key: str) -> None:
    """The plural says what the singular says, with other words in at least one of the languages."""
    told = [words_in(each).plurals[key] for each in LANGUAGES]

    assert any(forms[0] != forms[1] for forms in told)
    assert all(len({tuple(sorted(re.findall(r"\{\w+\}", form))) for form in forms.values()}) == 1 for forms in told)


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "City Hall proposes nothing.", "Residents propose nothing."),
        ("fr", "Mairie ne propose rien.", "Habitants ne proposent rien."),
    ],
)
def test_the_verb_agrees_with_the_name_of_the_seat(language: str, one: str, many: str) -> None:
    """The scenario says which names are plural, and sentences follow."""
    teller = Teller(game(), words_in(language))

    assert [event_told(teller, Passed(seat)) for seat in ("cityhall", "residents")] == [one, many]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Only City Hall and Environmental group have yet to vote: close the vote?"),
        ("fr", "Il ne manque que Mairie et Association écologiste\u00a0: clore le vote\u202f?"),
    ],
)
def test_two_seats_take_the_plural(language: str, told: str) -> None:
    """Two names joined are plural, though neither is."""
    teller = Teller(game(), words_in(language))

    assert teller.does("coach.ballots_missing", "cityhall", "greens") == told
