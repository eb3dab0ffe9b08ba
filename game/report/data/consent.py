"""The sheet that goes with an export: what is kept of a session, what is not, and a line to sign or to leave empty."""

from game.report.page import environment, font_faces
from game.wording.words import Words

KEPT = ("levels", "decisions", "seats", "answers", "promises")
LEFT_OUT = ("names", "ballots", "sheets")


def consent_sheet(words: Words) -> str:
    """Returns the sheet as one HTML file of one A4 page in the language of the words."""
    return (
        environment()
        .get_template("consent.html.j2")
        .render(
            say=words.say,
            language=words.language,
            faces=font_faces(),
            kept=[words.say(f"data.consent.kept.{name}") for name in KEPT],
            left_out=[words.say(f"data.consent.not.{name}") for name in LEFT_OUT],
        )
    )
