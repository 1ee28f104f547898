"""Look the versions in requirements.lock up among known advisories, with pip-audit.

pip-audit gets an environment of its own and is not in the lock: it is wanted only here, and brings thirty
packages. Exit status: 0 nothing is known against any version; 1 something is; 2 it could not be found out,
for all packages or for some.
"""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from lock import LOCK

_FOUND, _FAILED = 1, 2
_OFFLINE = "audit: not done: it needs the network, to install pip-audit and to ask for advisories"


def main() -> int:
    """Audit the lock, print what was found, and give the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report = _report(folder)
        if report is None:
            print(_OFFLINE, file=sys.stderr)
            return _FAILED
    lines, status = judged(report)
    print("\n".join(lines))
    return status


def judged(report: dict[str, Any]) -> tuple[list[str], int]:
    """What a report of pip-audit comes to; a package that it passed over is not one without faults."""
    dependencies = report["dependencies"]
    faults = [_fault(one, fault) for one in dependencies for fault in one.get("vulns", ())]
    passed_over = sorted(one["name"] for one in dependencies if "skip_reason" in one)
    checked = len(dependencies) - len(passed_over)
    lines = [*sorted(faults), f"audit: {checked} packages checked, {len(faults)} advisories"]
    if passed_over:
        lines.append(f"audit: not checked, since no advisories could be had: {', '.join(passed_over)}")
    return lines, _FOUND if faults else _FAILED if passed_over or not checked else 0


def _fault(package: dict[str, Any], fault: dict[str, Any]) -> str:
    names = ", ".join([fault["id"], *fault.get("aliases", ())])
    mended = ", ".join(fault.get("fix_versions", ())) or "no version yet"
    return f"{package['name']} {package['version']}: {names}; mended in {mended}"


def _report(folder: Path) -> dict[str, Any] | None:
    """What pip-audit says of the lock; nothing where it cannot be installed or reaches nobody."""
    venv.create(folder / "environment", with_pip=True)
    python = folder / "environment" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    report = folder / "report.json"
    said = _run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pip-audit")
    asked = ["--requirement", str(LOCK), "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    said += _run(python, "-m", "pip_audit", *asked, "--format", "json", "--output", report)
    try:
        found: dict[str, Any] = json.loads(report.read_bytes())
    except (OSError, ValueError):
        print(said, file=sys.stderr, end="")
        return None
    return found


def _run(*command: str | Path) -> str:
    """Run a step and give what it complained of; whether it went well shows in what it leaves."""
    return subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", errors="replace"
    ).stderr


if __name__ == "__main__":
    sys.exit(main())
