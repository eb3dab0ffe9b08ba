"""`whose-city recount FILE.pb`: a real election under each rule that shares out money, side by side."""

from argparse import Namespace
from collections.abc import Callable
from typing import Final

from game.content.pabulib import HUNDREDTHS, Election, read_pabulib
from game.content.shapes import InterventionId
from game.engine.decide import election as counting
from game.engine.decide.decision import Decision, TiePolicy
from game.engine.decide.election import Support, alike_together
from game.engine.decide.equalshares import Worth, by_equal_shares
from game.engine.decide.greedy import by_greedy
from game.engine.decide.phragmen import by_phragmen
from game.errors import GameError
from game.wording.words import Words

Count = Callable[[counting.Election], Decision]
TIE: Final = TiePolicy.FIRST_PROPOSED
RULES: Final[dict[str, Count]] = {
    "greedy": lambda of: by_greedy(of, TIE, backing=False),
    "greedy_value": lambda of: by_greedy(of, TIE, by_value=True, backing=False),
    "shares": lambda of: by_equal_shares(of, TIE, purses=False),
    "shares_completed": lambda of: by_equal_shares(of, TIE, completion=max(1, of.budget // 10_000), purses=False),
    "shares_count": lambda of: by_equal_shares(of, TIE, Worth.COUNT, purses=False),
    "phragmen": lambda of: by_phragmen(of, TIE),
}
"""Each rule by the name it has in the game's own recount; completion raises each purse by 1/10,000 of the budget."""


def recount(asked: Namespace, words: Words) -> None:
    """Prints what each rule funds, what it spends, and how many voters get nothing of what they wanted.

    Raises ContentError with every fault of the file.
    """
    election = read_pabulib(asked.file)
    print(words.say(
        "pb.head", what=election.meta.get("description", election.file), projects=len(election.projects),
        voters=words.whole(len(election.votes)), budget=words.whole(election.budget // HUNDREDTHS),
    ))  # fmt: skip
    counted = counted_as(election)
    if asked.explain is not None:
        _explain(election, counted, asked.explain, words)
        return
    for name, rule in RULES.items():
        _tell(election, words.say(f"recount.rule.{name}"), frozenset(rule(counted).chosen), words)
    if election.official is not None:
        _tell(election, words.say("pb.official"), election.official, words)


def _explain(election: Election, counted: counting.Election, name: str, words: Words) -> None:
    """Prints a count step by step. Raises GameError for a rule that there is not."""
    if name not in RULES:
        raise GameError("error.no_such_rule", found=name, known=", ".join(RULES))
    from game.wording.deciding import counted_line

    titles = {project.id: project.name or project.id for project in election.projects}
    print("\n" + words.say(f"recount.rule.{name}"))
    for number, step in enumerate(RULES[name](counted).steps, 1):
        line = counted_line(words, titles.__getitem__, lambda of: words.decimal(float(of) / HUNDREDTHS, 2), step)
        print(f"{number}. {line}")


def counted_as(election: Election) -> counting.Election:
    """Returns a real election as the rules count it, alike ballots together."""
    ids = tuple(InterventionId(project.id) for project in election.projects)
    costs = {InterventionId(project.id): project.cost for project in election.projects}
    ballots = (
        Support(str(number), {InterventionId(name): worth for name, worth in vote.items()})
        for number, vote in enumerate(election.votes)
    )
    return counting.Election(ids, costs, election.budget, alike_together(ballots))


def _tell(election: Election, rule: str, chosen: frozenset[str], words: Words) -> None:
    funded = [project for project in election.projects if project.id in chosen]
    spent = sum(project.cost for project in funded)
    empty = sum(1 for vote in election.votes if vote and not chosen & vote.keys())
    print(f"\n{rule}")
    print("  " + words.say(
        "pb.spent", n=len(funded), spent=words.whole(spent // HUNDREDTHS),
        left=words.whole((election.budget - spent) // HUNDREDTHS), empty=words.whole(empty),
    ))  # fmt: skip
    for project in funded:
        print(f"  + {project.id} {project.name} ({words.whole(project.cost // HUNDREDTHS)})")
