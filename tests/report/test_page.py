"""The debrief page holds everything, fetches nothing and is readable in both languages."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from attrs import evolve, fields, has

from game.report import figures
from game.report.figures import Ballot, Debrief, Incident
from game.report.hindsight import Recorded
from game.report.page import render
from game.wording.words import words_in
from tests.report.sample import debrief

LANGUAGES = ("fr", "en")
VOID = {"meta", "link", "br", "img", "hr", "input"}


class _Reader(HTMLParser):
    """Collects texts, tags and ids, and checks that tags close in order."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.misnested: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.misnested.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split(" "))


def page(of: Debrief) -> str:
    """Returns the page in the debrief's language."""
    return render(of, words_in(of.language))


def read(html: str) -> _Reader:
    """Returns the page as a reader meets it."""
    reader = _Reader()
    reader.feed(html)
    return reader


def names(of: Debrief) -> set[str]:
    """Returns every text of the figures that a reader must find on the page."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, tuple):
            for one in value:
                gather(one)
        elif has(kind := type(value)):
            for field in fields(kind):
                if field.name not in CODED and (kind, field.name) not in SHORTENED:
                    gather(getattr(value, field.name))
        elif isinstance(value, str) and value:
            found.add(value)

    gather(of)
    return found


CODED = {"id", "icon", "tech", "good", "kind", "headline", "want", "language", "city", "fate", "of", "unit"}
"""Fields that hold a code, which the page tells in words or in colour."""
SHORTENED = {(Recorded, "ballots")}
"""Fields that the window tells at length, and the page in a word or two."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_name_and_text_of_the_figures(language: str) -> None:
    """Nothing the summary found is lost: each name, aim, reason, source and question is on the page."""
    sample = debrief(language)
    text = read(page(sample)).text
    small = {cause.name for account in (*sample.accounts, *sample.turning_points) for cause in account.causes}

    assert set() == {name for name in names(sample) - small if name not in text}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_every_number_of_the_main_tables(language: str) -> None:
    """Levels round by round, groups, dimensions, money and votes can be read as numbers."""
    sample, words = debrief(language), words_in(language)
    text = read(page(sample)).text

    levels = [words.points(value, 1) for one in sample.series for value in one.values]
    levels += [words.points(level, 1) for one in sample.dimensions for level in (one.shift.before, one.shift.after)]
    levels += [words.money(amount) for amount in (*sample.budget.balance, sample.budget.public, sample.budget.private)]
    levels += [words.change(one.delivered) for one in sample.announcements]
    assert [] == [level for level in levels if level not in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_well_formed_and_its_ids_are_unique(language: str) -> None:
    """Tags close in order, and no two elements share an id."""
    reader = read(page(debrief(language)))
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]

    assert ([], []) == (reader.misnested, reader.open)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_fetches_nothing_and_runs_nothing(language: str) -> None:
    """No script, no address but the page's own anchors and its fonts, and a policy that forbids the rest."""
    html = page(debrief(language))
    reader = read(html)

    addresses = [
        attrs[name] for _, attrs in reader.tags for name in ("href", "src", "srcset", "action", "data") if name in attrs
    ]
    assert [] == [address for address in addresses if not address or not address.startswith("#")]
    assert not {"script", "iframe", "object", "link", "img"} & {tag for tag, _ in reader.tags}
    assert re.findall(r"url\((?!data:font/woff2;base64,)", html) == []
    assert "default-src 'none'" in html
    assert [] == [attrs for _, attrs in reader.tags if "style" in attrs]


def test_the_style_sheet_is_the_one_its_policy_allows() -> None:
    """The policy names the digest of the very style sheet inside the page, so that it is applied."""
    from base64 import b64encode
    from hashlib import sha256

    html = page(debrief("fr"))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)

    assert style is not None
    assert f"sha256-{b64encode(sha256(style[1].encode()).digest()).decode()}" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_and_has_one_first_heading(language: str) -> None:
    """A screen reader knows how to speak, and finds headings, captions and scopes."""
    reader = read(page(debrief(language)))
    tags = [tag for tag, _ in reader.tags]

    assert ("html", {"lang": language}) in reader.tags
    assert 1 == tags.count("h1")
    assert tags.count("table") == tags.count("caption")
    assert [] == [attrs for tag, attrs in reader.tags if tag == "th" and "scope" not in attrs]
    assert [] == [attrs for tag, attrs in reader.tags if tag == "svg" and attrs.get("role") != "img"]


def test_author_texts_with_markup_come_out_as_text() -> None:
    """A scenario, a name or a vote that contains HTML is shown as it was typed, in the page and in its charts."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    sample = debrief("fr")
    spoilt = evolve(
        sample,
        title=bad,
        questions=(bad,),
        incidents=(Incident(1, bad, bad, bad, bad),),
        close=(figures.Close(bad, bad),),
        series=tuple(evolve(one, name=bad) for one in sample.series),
        groups=tuple(evolve(one, name=bad) for one in sample.groups),
        districts=tuple(evolve(one, name=bad) for one in sample.districts),
        decisions=tuple(evolve(one, challenge=bad, ballots=(Ballot(bad),)) for one in sample.decisions),
        seats=tuple(evolve(one, players=(bad,), computer=False) for one in sample.seats),
    )
    html = page(spoilt)

    assert not re.search(r"<(script|img)\b", html)
    assert bad in read(html).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_session_stopped_at_once_still_has_its_page(language: str) -> None:
    """A session with no round, no decision and no vote is told without a fault."""
    sample = debrief(language)
    empty = evolve(
        sample,
        rounds=0,
        series=tuple(evolve(one, values=one.values[:1]) for one in sample.series),
        turning_points=(),
        accounts=tuple(
            evolve(one, causes=(), shift=figures.Shift(one.shift.before, one.shift.before)) for one in sample.accounts
        ),
        decisions=(),
        incidents=(),
        close=(),
        announcements=(),
        budget=figures.Budget((12_000,), -12_000, 0, 0, 0),
        compass=evolve(sample.compass, path=sample.compass.path[:1], patchwork=True),
        plan=figures.Plan((1100, 740)),
    )

    assert "</html>" in page(empty)


def test_french_signs_stand_after_no_break_spaces() -> None:
    """On the French page no : ; ! ? » follows an ordinary space, and no « precedes one."""
    text = read(page(debrief("fr"))).text

    assert [] == re.findall(r".{12} [:;!?»]|« .{12}", text)


def test_the_two_catalogues_say_the_same_things() -> None:
    """Each key has a French and an English half with the same placeholders, and neither is empty."""
    french, english = (words_in(language) for language in ("fr", "en"))

    def holes(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    keys = {key for key in french.texts if key.startswith("report.")}
    assert keys == {key for key in english.texts if key.startswith("report.")}
    assert [] == [key for key in keys if holes(french.texts[key]) != holes(english.texts[key])]
    assert [] == [key for key in keys if not french.texts[key] or not english.texts[key]]


def test_every_key_of_the_catalogues_is_used() -> None:
    """No sentence is kept that no page says."""
    from pathlib import Path

    room = Path("game/report") if Path("game/report").is_dir() else Path(figures.__file__).parent
    used = "".join(file.read_text(encoding="utf-8") for file in (*room.rglob("*.py"), *room.rglob("*.j2")))
    words = words_in("fr")
    keys = {key for key in (*words.texts, *words.plurals) if key.startswith("report.")}
    families = ("report.kind.", "report.section.", "report.lead.", "report.want.")

    assert set() == {key for key in keys if f'"{key}"' not in used and not key.startswith(families)}


def test_importing_the_page_loads_no_template_engine() -> None:
    """The window's start does not pay for Jinja2 or Babel: they come with the first page."""
    told = subprocess.run(
        [sys.executable, "-c", "import sys, game.report.page; print({'jinja2', 'babel'} & set(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "set()" == told.stdout.strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_pack_is_named_with_its_departures(language: str) -> None:
    """Rules other than the paper's: the thesis, each change with reason and source, each claim departed from."""
    change = figures.Differing(("Capteurs → Profilage <1>", "Seconde"), "Parce que.", "Nous (2026).")
    pack = figures.RulePack("Le nôtre", "Notre thèse.", "Nous.", (change,), (("C27", "Une idée."),))

    reader = read(page(evolve(debrief(language), rules=pack)))
    told = ("Le nôtre", "Notre thèse.", "Nous.", "Capteurs → Profilage <1>", "Seconde", "Parce que.", "Nous (2026).",
            "C27", "Une idée.")  # fmt: skip

    assert reader.misnested == []
    told = [
        "Le nôtre", "Notre thèse.", "Nous.", "Capteurs → Profilage <1>", "Seconde",
        "Parce que.", "Nous (2026).", "C27", "Une idée.",
    ]  # fmt: skip
    assert [each for each in told if each not in reader.text] == []


def test_the_papers_own_rules_need_no_section() -> None:
    """Without a pack the page says nothing of packs."""
    assert "rules-title" not in page(debrief("en"))
