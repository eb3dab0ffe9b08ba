"""What can go wrong, as values: errors carry data, and the edge (command line, window) makes the sentence."""

from collections.abc import Sequence
from enum import Enum

from attrs import field, frozen


@frozen
class Problem:
    """One fault of one file: where it is, which rule it breaks, and the values that the sentence needs.

    `rule` is a key of the catalogues (`problem.<rule>`); `values` are its placeholders; `hint` a second key or "".
    Lines and columns count from 1; `line` 0 means the file as a whole.
    """

    file: str
    line: int
    column: int
    rule: str
    values: dict[str, object] = field(factory=dict)
    hint: str = ""


class GameError(Exception):
    """Anything the game refuses to do, told to the user in one sentence.

    `key` names the sentence in the catalogues, `values` fill its placeholders.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.key} ({told})" if told else self.key


class ContentError(GameError):
    """A scenario or rulebook with faults: all of them, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("error.content", count=len(problems))
        self.problems = tuple(problems)


class JournalError(GameError):
    """A journal that can't be written, read or replayed."""


class Refusal(Enum):
    """Why a move is refused; the old state stands."""

    WRONG_PHASE = "wrong_phase"
    """The move belongs to another phase of the round."""
    NOT_A_PLAYER = "not_a_player"
    """The seat named does not exist in this game."""
    NOT_YOUR_CALL = "not_your_call"
    """Under the present way of deciding, this seat does not take this decision."""
    ALREADY_DONE = "already_done"
    """The seat has already done this in this phase."""
    NOT_ON_TABLE = "not_on_table"
    """The intervention is not an answer to the present challenge, or nobody proposed it."""
    NOT_A_DISTRICT = "not_a_district"
    """The district named does not exist in this city."""
    TOO_DEAR = "too_dear"
    """The city's debt would pass its limit."""
    NOT_YET_POSSIBLE = "not_yet_possible"
    """The city lacks what the intervention requires (for example enough sensors)."""
    PARTNER_MISSING = "partner_missing"
    """A stakeholder who must be a partner has not joined."""
    NOT_AN_AMENDMENT = "not_an_amendment"
    """The proposal can't be changed that way, or nobody suggested it."""
    NOT_A_PROPOSER = "not_a_proposer"
    """Only a seat that proposed it may accept an amendment."""
    NO_TIME = "no_time"
    """The time left would not do for this and for the decision."""
    NOT_A_QUESTION = "not_a_question"
    """There is no such way of deciding, or no such project to put a data clause on."""
    TOO_SOON = "too_soon"
    """The way of deciding was changed too few rounds ago, or a question was asked this round already."""
    NOT_A_BALLOT = "not_a_ballot"
    """The ballot is not of the kind that the present way of deciding asks for, or is filled in wrongly."""
    NOT_A_WATCH = "not_a_watch"
    """The optimiser can't be told to watch that."""
    NOT_A_PROMISE = "not_a_promise"
    """A promise names an answer of this city, or says something in words; only promises in words are judged."""
    NOT_A_DEAL = "not_a_deal"
    """There is no such deal, or it does not wait for this seat."""
    POWER_LOST = "power_lost"
    """Surveillance has taken this power from the table."""
    NOT_A_LINK = "not_a_link"
    """The rules have no link of that name."""
    OUT_OF_RANGE = "out_of_range"
    """The strength asked for lies outside the range the rules give the link."""
    NOT_A_LEVEL = "not_a_level"
    """The city has nothing of that name to show."""
    SHOWN_ALREADY = "shown_already"
    """Everyone sees it already."""
    NOT_LIFTED = "not_lifted"
    """The facilitator has not shown it, so that there is nothing to cover again."""
    SCORES_HIDDEN = "scores_hidden"
    """The scores are hidden already."""
    SCORES_SHOWN = "scores_shown"
    """The scores are not hidden."""
    NOT_A_SHOCK = "not_a_shock"
    """Neither the scenario nor the rules have a shock of that name."""
    UNDER_WAY = "under_way"
    """The shock is under way already."""
    TOO_LATE = "too_late"
    """No round is left in which it could be felt."""
    SAME_HOLDER = "same_holder"
    """The seat is held so already."""
    TOO_MANY_PEOPLE = "too_many_people"
    """More people than can be counted at one seat."""
    NOT_A_COMPUTER = "not_a_computer"
    """There is no such kind of computer player."""
    SEAT_HELD = "seat_held"
    """Somebody holds the seat, so that it can't be left empty."""
    SEAT_LENT = "seat_lent"
    """The people of this seat have changed places with another's for some rounds."""
    NOBODY_TO_SWAP = "nobody_to_swap"
    """There is nobody at these two seats who could change places."""
    NOT_A_MAP = "not_a_map"
    """A map of causes has no author, or an arrow of it joins what can't be joined."""
    NOT_A_POLL = "not_a_poll"
    """A poll has a sheet without an answer for each seat, or too many sheets."""
    NOT_AN_IDEA = "not_an_idea"
    """An invented answer lacks its words, or says it touches what no answer may touch."""
    ENOUGH_INVENTED = "enough_invented"
    """The session has as many invented answers as the rules allow."""
    NOT_INVENTED = "not_invented"
    """There is no invented answer of that number, or it was admitted or refused already."""
    NOT_AN_ESTIMATE = "not_an_estimate"
    """An estimate has no voice, leaves out a figure or passes the bounds of the rules."""
    TOO_FEW_VOICES = "too_few_voices"
    """Fewer voices than the rules ask for have estimated the answer."""
    REASON_MISSING = "reason_missing"
    """An invented answer is refused with a reason."""
    GAME_OVER = "game_over"
    """The session has ended."""
    STALE = "stale"
    """The table has moved on since this move was prepared."""


class IllegalMove(GameError, ValueError):
    """A move the rules refuse, with a reason from the closed list."""

    def __init__(self, reason: Refusal, **values: object) -> None:
        super().__init__(f"refusal.{reason.value}", **values)
        self.reason = reason
