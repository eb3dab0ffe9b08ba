"""The few SVG elements that the pictures of the city seen from the sea are made of, as text."""


def gradient(name: str, colours: tuple[str, ...], top: float, bottom: float) -> str:
    """Returns a gradient in sheet units: SDL_image reads a gradient's own 0…1 box as pixels."""
    last = len(colours) - 1
    stops = "".join(f'<stop offset="{at / last:.2f}" stop-color="{colour}"/>' for at, colour in enumerate(colours))
    ends = f'gradientUnits="userSpaceOnUse" x1="0" y1="{top}" x2="0" y2="{bottom}"'
    return f'<linearGradient id="{name}" {ends}>{stops}</linearGradient>'


def rect(x: float, y: float, wide: float, high: float, paint: str) -> str:
    """Returns a rectangle; `paint` is its fill and stroke."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" {paint}/>'


def disc(x: float, y: float, radius: float, paint: str) -> str:
    """Returns a disc round a point."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {paint}/>'


def path(steps: str, paint: str) -> str:
    """Returns a path."""
    return f'<path d="{steps}" {paint}/>'
