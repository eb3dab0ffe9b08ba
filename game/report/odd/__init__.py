"""The generated parts of rules/README.md: tables read from the rules, paragraphs of the links, figures, results.

`python -m game.report.odd` writes them again; `--measure` plays the long trials first.
"""
