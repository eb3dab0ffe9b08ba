"""The way out of the window: a page that was written, opened in the reader's browser, or a folder."""

from pathlib import Path

from attrs import frozen


@frozen
class Opening:
    """Open a file or a folder outside the window."""

    path: Path


def opened(address: str) -> bool:
    """Opens an address in the reader's browser and says whether there was one."""
    import webbrowser

    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
