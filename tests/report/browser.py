"""A headless browser for tests: what axe-core finds in a page, and which addresses the page asks for.

Tests that need it are skipped, with the reason, where there is no Chromium or no axe-core. `.ci/run` brings both.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE: Final = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
"""The one file of axe-core (MPL-2.0): `npm pack axe-core`, and AXE_CORE says where its `axe.min.js` is."""
POLICY: Final = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
QUIET: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
    "--disable-domain-reliability", "--metrics-recording-only", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
"""A browser that asks for nothing of its own, and could reach nobody."""
ANSWER: Final = "axe-answer"
BROWSER: Final = "not an origin"
"""Who asks, in the browser's log, when no page does."""
LONG: Final = 120
"""Seconds a page may take on a busy machine."""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt install chromium)")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason=f"no axe-core at {AXE}: npm pack axe-core, then set AXE_CORE")


def violations(page: str, folder: Path, width: int = 1280) -> list[str]:
    """Returns what axe-core calls violations in a page of HTML, each with its rule and its first element.

    The page's policy forbids scripts: the copy that is examined goes without it.
    """
    script = (
        f"<script>{AXE.read_text(encoding='utf-8')}</script>"
        "<script>axe.run({resultTypes:['violations']}).then(found=>{const pre=document.createElement('pre');"
        f"pre.id='{ANSWER}';pre.textContent=JSON.stringify(found.violations.map(each=>"
        "each.id+': '+each.nodes.length+' × '+each.nodes[0].html.slice(0,200)));document.body.append(pre)})</script>"
    )
    copy = folder / "examined.html"
    copy.write_text(POLICY.sub("", page).replace("</body>", script + "</body>"), encoding="utf-8")
    shown = _run("--virtual-time-budget=60000", f"--window-size={width},900", "--dump-dom", copy.as_uri())
    answer = re.search(rf'<pre id="{ANSWER}">(.*?)</pre>', shown, re.DOTALL)
    assert answer is not None, "axe-core has not answered"
    return list(json.loads(html.unescape(answer[1])))


def asked_for(page: str, folder: Path) -> list[str]:
    """Returns every address that the page asks for while it is shown as it is, not what the browser wants itself."""
    shown, log = folder / "shown.html", folder / "net.json"
    shown.write_text(page, encoding="utf-8")
    _run(f"--log-net-log={log}", "--virtual-time-budget=5000", "--dump-dom", shown.as_uri())
    told = (event.get("params", {}) for event in json.loads(log.read_text(encoding="utf-8"))["events"])
    asked = {each["url"] for each in told if "url" in each and each.get("initiator", BROWSER) != BROWSER}
    return sorted(asked)


def _run(*asked: str) -> str:
    assert CHROMIUM is not None
    ran = subprocess.run([CHROMIUM, *QUIET, *asked], capture_output=True, text=True, timeout=LONG, check=True)
    return ran.stdout
