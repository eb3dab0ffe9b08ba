"""A hundred and more files that pretend to be a scenario, each made here with what it should be refused for.

The seed is fixed, so that a bad one can be made again: `python -m tests.content.hostile FOLDER` writes them all.
"""

import io
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

from game.founding import template

SEED = 2026
FLIPS, CUTS = 20, 12
Members = Mapping[str, bytes]


def sound() -> dict[str, bytes]:
    """Returns the members of a sound bundle."""
    return {f"my-city/{name}": text.encode() for name, text in template("my-city").items()}


def packed(members: Members, more: Callable[[zipfile.ZipFile], None] = lambda _: None) -> bytes:
    """Returns a .zip of some members, and of what `more` adds to it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        more(archive)
    return raw.getvalue()


def with_name(name: str, content: bytes = b"shocks: []\n", mode: int = 0, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Returns a sound bundle with one more member, its name written as it is."""

    def more(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo("placeholder")
        info.filename = info.orig_filename = name
        info.external_attr, info.compress_type = mode << 16, method
        archive.writestr(info, content)

    return packed(sound(), more)


CLIMBING = [
    "../out.yaml", "my-city/../../out.yaml", "..\\out.yaml", "my-city\\..\\..\\out.yaml",
    "my-city/../../../etc/cron.yaml",
    "../../.ssh/authorized_keys.txt", "my-city/challenges/../../../out.yaml", "..", "../", "my-city\\out.yaml",
]  # fmt: skip
ABSOLUTE = [
    "/etc/out.yaml", "//server/share/out.yaml", "C:\\out.yaml", "C:/out.yaml", "c:out.yaml", "\\\\server\\out.yaml",
    "Z:../out.yaml", "\\out.yaml",
]  # fmt: skip
KINDS = [
    "run.py", "run.exe", "run.sh", "save.pkl", "page.html", "logo.svg", "photo.png", "lib.so", "lib.dll", "run.bat",
    "run.js", "open.lnk", "open.desktop", "noending", "LOUD.YAML", "notes.yaml.py",
]  # fmt: skip
DEVICES = ["con.yaml", "PRN.yaml", "aux", "NUL.md", "com1.yaml", "LPT9.yaml", "nul.x.yaml", "com¹.yaml", "Con .yaml"]
ODD = [
    "dot.yaml.", "space.yaml ", "my-city/.hidden.yaml", "name:b.yaml", "star*.yaml", "what?.yaml", "new\nline.yaml",
    "turn\u202eround.yaml", " first.yaml", "my-city//two.yaml", "tab\t.yaml", "bell\x07.yaml", "quote\".yaml",
    "./here.yaml",
]  # fmt: skip
DEEP = ["a/b/c/d/e.yaml", "x" * 65 + ".yaml", "/".join("abcdefghij") + ".yaml"]
LINKS = [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK]
NESTED = ["more.zip", "more.tar.gz", "more.7z", "more.jar", "more.zip.yaml"]
TWINS = [
    ("my-city/City.yaml",), ("my-city/\u00e9t\u00e9.md", "my-city/e\u0301te\u0301.md"),
    ("my-city/stra\u00dfe.md", "my-city/STRASSE.md"),
    ("my-city/\uff43ity.yaml",), ("my-city/city.yaml/inside.md",),
]  # fmt: skip


def hostile() -> Iterator[tuple[str, bytes, str]]:
    """Yields the name of each hostile file, its bytes, and the reason it is refused for ("" where any will do)."""
    for reason, names in (
        ("climbs", CLIMBING), ("absolute", ABSOLUTE), ("device", DEVICES), ("odd_name", ODD), ("deep", DEEP),
    ):  # fmt: skip
        yield from ((f"{reason} {at}", with_name(name), reason) for at, name in enumerate(names))
    yield "odd_name nul", with_name("nuX.yaml").replace(b"nuX.yaml", b"nu\0.yaml"), "odd_name"
    yield from ((f"kind {at}", with_name(f"my-city/{name}"), "kind") for at, name in enumerate(KINDS))
    yield from ((f"nested {at}", with_name(f"my-city/{name}"), "nested") for at, name in enumerate(NESTED))
    yield "nested in disguise", with_name("my-city/more.md", packed({"inner.yaml": b"x"})), "nested"
    for kind in LINKS:
        yield f"link {kind:o}", with_name("my-city/link.yaml", b"/etc/passwd", kind | 0o777), "link"
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield f"method {method}", with_name("my-city/more.md", b"words " * 9, method=method), "method"
    for at, names in enumerate(TWINS):
        yield f"twins {at}", packed({**sound(), **dict.fromkeys(names, b"x: 1\n")}), "twins"
    yield from doctored()
    yield from swelling()
    yield from faulty()
    yield from broken()


def doctored() -> Iterator[tuple[str, bytes, str]]:
    """Yields bundles whose headers were changed after they were made."""
    raw = packed(sound())
    locked = bytearray(raw)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        locked[at + place] |= 1
    yield "encrypted", bytes(locked), "encrypted"
    double = with_name("my-city/citz.yaml").replace(b"my-city/citz.yaml", b"my-city/city.yaml")
    yield "twice", double, "twice"
    first, second = (raw.find(b"PK\x01\x02"), raw.rfind(b"PK\x01\x02"))
    shared = bytearray(raw)
    shared[second + 42 : second + 46] = raw[first + 42 : first + 46]
    yield "overlapping", bytes(shared), "damaged"
    crc = bytearray(raw)
    crc[first + 16] ^= 0xFF
    yield "wrong sum", bytes(crc), "damaged"
    lying = bytearray(with_name("my-city/more.md", b"\0" * 3_000_000))
    at = lying.rfind(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (100).to_bytes(4, "little")
    yield "lies about its size", bytes(lying), ""


def swelling() -> Iterator[tuple[str, bytes, str]]:
    """Yields bundles that are, or become, too large."""
    yield "bomb", with_name("my-city/more.md", b"\0" * 900_000), "bomb"
    yield "bomb of blanks", with_name("my-city/more.yaml", b" " * 999_999), "bomb"
    yield "large member", with_name("my-city/more.md", b"\0" * 30_000_000), "member_large"
    yield "many members", packed({**sound(), **{f"my-city/n{at}.md": b"x" for at in range(600)}}), "many"
    noise = Random(SEED).randbytes(999_000)
    yield "large file", packed({**sound(), **{f"my-city/n{at}.md": noise for at in range(22)}}), "large"


def faulty() -> Iterator[tuple[str, bytes, str]]:
    """Yields well made bundles of what is no sound scenario."""
    city = sound()
    scenario = city["my-city/scenario.yaml"]
    bomb = "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))])
    yield "alias bomb", packed({**city, "my-city/bomb.yaml": bomb.encode()}), "content"
    yield "deep nesting", packed({**city, "my-city/deep.yaml": b"shocks: " + b"[" * 3000 + b"1"}), "content"
    yield "not utf-8", packed({**city, "my-city/shocks.yaml": "shocks: []\n# \u00e9".encode("latin-1")}), "content"
    runs = b"x: !!python/object/apply:os.system [id]\n"
    yield "a tag that would run", packed({**city, "my-city/x.yaml": runs}), "content"
    yield "a fault", packed({**city, "my-city/scenario.yaml": scenario.replace(b"rounds: 3", b"roundz: 3")}), "content"
    device = scenario.replace(b"id: my-city", b"id: con")
    yield "id of a device", packed({**city, "my-city/scenario.yaml": device}), "device"
    taken = scenario.replace(b"id: my-city", b"id: port-clair")
    yield "id taken", packed({**city, "my-city/scenario.yaml": taken}), "taken"
    yield "no scenario", packed({"my-city/city.yaml": city["my-city/city.yaml"]}), "no_scenario"
    yield "two folders", packed({**city, "other/scenario.yaml": scenario}), "no_scenario"
    yield "nothing inside", packed({}), "not_zip"


def broken() -> Iterator[tuple[str, bytes, str]]:
    """Yields what is no archive, or one that was cut or changed on its way."""
    raw, random = packed(sound()), Random(SEED)
    yield "empty", b"", "not_zip"
    yield "text", b"id: my-city\n" * 50, "not_zip"
    yield "a program with an archive behind it", b"MZ" + b"\0" * 60 + raw, "not_zip"
    yield "a head without a body", b"PK\x03\x04" + b"\xff" * 200, "damaged"
    for cut in range(1, CUTS + 1):
        yield f"cut {cut}", raw[: len(raw) * cut // (CUTS + 1)], ""
    for flip in range(FLIPS):
        at = random.randrange(len(raw))
        yield f"flip {flip}", raw[:at] + bytes([raw[at] ^ (1 << random.randrange(8))]) + raw[at + 1 :], ""


if __name__ == "__main__":
    for number, (_, content, reason) in enumerate(hostile()):
        Path(sys.argv[1], f"{number:03}-{reason or 'any'}.zip").write_bytes(content)
