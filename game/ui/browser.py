"""The way out of the window: a page that was written, opened in the reader's browser."""


def opened(address: str) -> bool:
    """Opens an address in the reader's browser and says whether there was one."""
    import webbrowser

    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
