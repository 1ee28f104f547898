"""A page in Chromium, driven through the DevTools protocol over a pair of pipes: no port, no network."""

import base64
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)

# The browser reads orders on 3 and answers on 4; pipes that have these numbers make way first.
_START: Final = """
import fcntl, os, sys
orders, answers = (fcntl.fcntl(int(fd), fcntl.F_DUPFD, 10) for fd in sys.argv[1:3])
os.dup2(orders, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Page:
    """One tab; what it asked of the network and what it complained of is kept."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = os.fdopen(to, "wb", buffering=0), os.fdopen(back, "rb", buffering=0)
        self._count, self._rest = 0, b""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = ""
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """Let go of the pipes, upon which the browser ends."""
        self._to.close()
        self._back.close()

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file, and wait until its scripts have run."""
        self.requests.clear()
        self.complaints.clear()
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=path.as_uri() + (f"#{fragment}" if fragment else ""))
        while not self.run("document.readyState === 'complete' && location.href !== 'about:blank'"):
            time.sleep(0.01)

    def size(self, width: int, height: int) -> None:
        """Make the window so many pixels wide and high."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=False)  # fmt: skip

    def look(self, **features: str) -> None:
        """Ask for a medium or a colour scheme: `media="print"`, `scheme="dark"`."""
        scheme = [{"name": "prefers-color-scheme", "value": features.get("scheme", "light")}]
        self.call("Emulation.setEmulatedMedia", media=features.get("media", ""), features=scheme)

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """What an expression gives, awaited."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def press(self, *keys: str) -> None:
        """Press and let go of keys, one after another."""
        for key in keys:
            text = {"text": key} if len(key) == 1 else {}
            self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def screenshot(self, path: Path, *, whole: bool = False) -> None:
        """The page as a picture."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def pdf(self, path: Path) -> None:
        """The page as it prints."""
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        path.write_bytes(base64.b64decode(data))

    def scripts(self, *, run: bool) -> None:
        """Whether the scripts of pages that are opened from now on run."""
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send one order and give what comes back; events on the way are noted."""
        self._count += 1
        order: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if getattr(self, "_session", ""):
            order["sessionId"] = self._session
        self._to.write(json.dumps(order).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, (method, answer["error"])
                return dict(answer["result"])
            self._note(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = self._back.read(1 << 16)
            assert data, "the browser has ended"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        method, about = event.get("method"), event.get("params", {})
        if method == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif method in {"Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled"}:
            self.complaints.append(json.dumps(about))


@contextmanager
def browser(command: str, profile: Path) -> Iterator[Page]:
    """A browser with one tab, which ends with the block."""
    theirs, to = os.pipe()
    back, theirs_back = os.pipe()
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _START,
            str(theirs),
            str(theirs_back),
            command,
            *_FLAGS,
            f"--user-data-dir={profile}",
        ],
        pass_fds=(theirs, theirs_back),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    os.close(theirs_back)
    try:
        page = Page(to, back)
        yield page
        page.call("Browser.close")
        page.close()
        process.wait(timeout=20)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
