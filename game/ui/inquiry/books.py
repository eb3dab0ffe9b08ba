"""The books as accounts: a bar for each kind of entry, its lines by name, and the private money beside."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final, Literal

from attrs import frozen

from game.city.apart import TENTH
from game.city.exact import divided, settled
from game.report.causes import Line
from game.report.charts import arrowed
from game.report.figures import Account, Cause, Shift
from game.report.ledger import Book, Entry, Post, hours, purse
from game.session import Session
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.lines import row, title
from game.ui.inquiry.question import Scope
from game.ui.node import Node
from game.wording.teller import Teller
from game.wording.words import Words

Kept = Literal["money", "time"]
"""What there is a book of."""
ICONS: Final = {
    Post.INCOME: "coins", Post.GROWTH: "trending-up", Post.BUILT: "hammer", Post.FEE: "gavel", Post.CLAUSE: "lock",
    Post.UPKEEP: "wrench", Post.GIVEN: "hourglass", Post.DECISION: "gavel", Post.QUESTION: "circle-help",
    Post.AMENDMENT: "pencil", Post.OPPOSING: "ban",
}  # fmt: skip


@frozen(slots=False)
class Opened:
    """A book opened over a part of the session, in one language."""

    of: Kept
    book: Book
    words: Words
    since: int
    until: int

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What came in and went out."""
        return self.book.during(self.since)

    @cached_property
    def account(self) -> Account:
        """The bars: one a kind of entry, from what there was to what is left."""
        before = self.book.at(self.since)
        sums: dict[Post, int] = {}
        for entry in self.entries:
            sums[entry.post] = sums.get(entry.post, 0) + entry.amount
        causes = tuple(
            Cause(self.named(post), "income" if sums[post] > 0 else "cost", sums[post]) for post in Post if post in sums
        )
        name, shift = self.words.say(f"ledger.{self.of}"), Shift(before, before + sum(sums.values()))
        return Account(self.of, name, "up", self.since, self.until, shift, causes, self.of)  # type: ignore[arg-type]

    def named(self, post: Post) -> str:
        """Returns what a kind of entry is called."""
        return self.words.say(f"ledger.post.{post.value}")


def opened(session: Session, words: Words, of: Kept, scope: Scope) -> Opened:
    """Returns a book over the present round, or over the whole session."""
    teller, rounds = Teller(session.game, words), session.state.round
    book = purse(session, teller) if of == "money" else hours(session, teller)
    return Opened(of, book, words, rounds - 1 if scope == "round" else 0, rounds)


def post_panel(opened: Opened, name: str, lines: Sequence[Line]) -> list[Node]:
    """Returns the lines of a kind of entry; rounded, they sum to its bar. Then the private money, where it is money."""
    words = opened.words
    post = next(post for post in Post if opened.named(post) == name)
    amount = next(line.amount for line in lines if line.name == name)
    found = _gathered([entry for entry in opened.entries if entry.post is post])
    tenths = settled(divided(amount, TENTH), list(found.items()), TENTH)
    told = [_line(opened, told, n * TENTH) for told, n in tenths.items()]
    total = row(words.say("ledger.sum"), _moved(opened, amount), amount)
    return [
        w.row(w.Tile(ICONS[post], "accent", "accent_tint", 48), w.heading(name, t.STRONG, grow=1), gap=12,
              align="center"),
        w.Paragraph(words.say(f"ledger.about.{post.value}"), t.SMALL, colour="soft"), *told, w.Divider(), total,
        *(_private(opened) if opened.of == "money" else ()),
    ]  # fmt: skip


def _gathered(entries: Sequence[Entry]) -> dict[tuple[str, int], int]:
    """Returns the amounts by name and round, in the order of the book; what comes every round is added up."""
    every_round = {Post.INCOME, Post.GROWTH, Post.UPKEEP, Post.GIVEN}
    sums: dict[tuple[str, int], int] = {}
    for entry in entries:
        key = entry.name, 0 if entry.post in every_round else entry.round
        sums[key] = sums.get(key, 0) + entry.amount
    return sums


def _line(opened: Opened, told: tuple[str, int], amount: int) -> Node:
    name, round_ = told
    when = opened.words.say("ledger.in_round", round=opened.words.whole(round_)) if round_ else ""
    return row(name, _moved(opened, amount), amount, when)


def _moved(opened: Opened, amount: int) -> str:
    return arrowed(amount, opened.words, unit=opened.of)


def _private(opened: Opened) -> list[Node]:
    """Returns what investors paid, which is in no bar."""
    words = opened.words
    found = [entry for entry in opened.book.private if entry.round > opened.since]
    if not found:
        return [title(words.say("ledger.private")), w.Paragraph(words.say("ledger.no_private"), t.SMALL)]
    amounts = settled(
        divided(sum(entry.amount for entry in found), TENTH),
        [((entry.name, entry.round), entry.amount) for entry in found], TENTH,
    )  # fmt: skip
    told = [
        w.row(w.Paragraph(name, t.SMALL, grow=1), w.Label(words.money(n * TENTH), t.SMALL, t.SEMIBOLD), gap=t.M)
        for (name, _), n in amounts.items()
    ]
    about = w.Paragraph(words.say("ledger.private_about"), t.SMALL, colour="soft")
    return [title(words.say("ledger.private")), about, *told]
