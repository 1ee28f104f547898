"""What is locked can be listed and looked up, and neither says more than it knows."""

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "tools"
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, flags=re.MULTILINE))

if not TOOLS.is_dir():
    pytest.skip("the tools are not in what was installed", allow_module_level=True)


@pytest.fixture
def audit(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(TOOLS)
    import audit  # noqa: PLC0415 - found only now

    return audit


def _bill() -> bytes:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *filter(None, sys.path)])}
    command = [sys.executable, str(TOOLS / "sbom.py")]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    written = _bill()
    assert written == _bill()
    read: dict[str, Any] = json.loads(written)
    return read


class TestBill:
    """The bill has the shape of CycloneDX 1.6 and lists what is locked."""

    def test_head(self, bill: dict[str, Any]) -> None:
        assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
        application = bill["metadata"]["component"]
        assert (application["type"], application["name"]) == ("application", "treatydraft")
        assert application["licenses"] == [{"expression": "Apache-2.0"}]

    def test_each_locked_package_once(self, bill: dict[str, Any]) -> None:
        assert {one["name"]: one["version"] for one in bill["components"]} == PINNED
        assert len(bill["components"]) == len(PINNED)

    def test_each_component(self, bill: dict[str, Any]) -> None:
        for one in bill["components"]:
            assert one["type"] == "library"
            assert one["scope"] in ("required", "excluded")
            assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
            assert one["hashes"]
            for digest in one["hashes"]:
                assert digest["alg"] == "SHA-256"
                assert re.fullmatch("[0-9a-f]{64}", digest["content"])
                assert digest["content"] in LOCK

    def test_licences_of_all_that_is_installed(self, bill: dict[str, Any]) -> None:
        without = [one for one in bill["components"] if not one.get("licenses")]
        assert all("properties" in one for one in without)  # those with a marker are for other systems
        for one in bill["components"]:
            for licence in one.get("licenses", ()):
                assert "expression" in licence or licence["license"]["name"]

    def test_what_users_have_is_told_from_tools(self, bill: dict[str, Any]) -> None:
        scopes = {one["name"]: one["scope"] for one in bill["components"]}
        assert {scopes[name] for name in ("jinja2", "lxml", "markupsafe", "typst")} == {"required"}
        assert {scopes[name] for name in ("pytest", "mypy", "hatchling")} == {"excluded"}

    def test_dependencies_point_to_components(self, bill: dict[str, Any]) -> None:
        references = [one["bom-ref"] for one in bill["components"]]
        assert len(set(references)) == len(references)
        needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
        assert set(needs) == {"treatydraft", *references}
        assert {needed for one in needs.values() for needed in one} <= set(references)
        assert "pkg:pypi/markupsafe" in needs["pkg:pypi/jinja2"]


class TestAudit:
    """An audit says what was found, and never that all is well where it could not look."""

    @pytest.mark.parametrize(
        ("packages", "said", "status"),
        [
            ([{"name": "a", "version": "1", "vulns": []}], "audit: 1 packages checked, 0 advisories", 0),
            (
                [
                    {
                        "name": "a",
                        "version": "1",
                        "vulns": [{"id": "X-1", "aliases": ["CVE-1"], "fix_versions": ["2"]}],
                    }
                ],
                "a 1: X-1, CVE-1; mended in 2",
                1,
            ),
            (
                [{"name": "a", "version": "1", "vulns": [{"id": "X-1"}]}],
                "a 1: X-1; mended in no version yet",
                1,
            ),
            (
                [{"name": "b", "skip_reason": "unknown"}],
                "audit: not checked, since no advisories could be had: b",
                2,
            ),
            ([], "audit: 0 packages checked, 0 advisories", 2),
        ],
    )
    def test_what_a_report_comes_to(
        self, packages: list[dict[str, Any]], said: str, status: int, audit: ModuleType
    ) -> None:
        lines, found = audit.judged({"dependencies": packages})
        assert said in lines
        assert found == status

    def test_without_the_network(
        self, audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(venv, "create", lambda *_, **__: None)
        monkeypatch.setattr(audit, "_run", lambda *_: "")
        assert audit.main() == 2
        assert capsys.readouterr().err == (
            "audit: not done: it needs the network, to install pip-audit and to ask for advisories\n"
        )
