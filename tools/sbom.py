"""Print the software bill of materials of the locked environment, as CycloneDX 1.6 in JSON.

What is in the lock comes from the lock; licences and who needs whom come from the metadata of what is
installed. A package that is for another system is listed without them. The same lock gives the same bytes.
"""

import json
import sys
import uuid
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from lock import LOCK, Pinned, pinned
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "treatydraft"
_SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
_OSI = "License :: OSI Approved :: "


def bill(lock: str) -> dict[str, Any]:
    """The bill of a lock: components with versions, hashes and licences, and what each depends on."""
    packages = pinned(lock)
    names = {package.name for package in packages}
    project = distribution(PROJECT)
    ours = _reached(project, names)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, lock)}",
        "version": 1,
        "metadata": {"component": _application(project)},
        "components": [_component(package, is_ours=package.name in ours) for package in packages],
        "dependencies": [
            {"ref": reference, "dependsOn": sorted(map(_reference, needed))}
            for reference, needed in _dependencies(project, packages, names)
        ],
    }


def _application(project: Distribution) -> dict[str, Any]:
    return {
        "type": "application",
        "bom-ref": PROJECT,
        "name": PROJECT,
        "version": project.version,
        "licenses": _licences(project),
    }


def _component(package: Pinned, *, is_ours: bool) -> dict[str, Any]:
    """One package; what only developers need is no part of what users install."""
    found = _installed(package.name)
    component = {
        "type": "library",
        "bom-ref": _reference(package.name),
        "name": package.name,
        "version": package.version,
        "scope": "required" if is_ours else "excluded",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
        "purl": f"pkg:pypi/{package.name}@{package.version}",
    }
    licences = _licences(found) if found else []
    marker = [{"name": "marker", "value": package.marker}] if package.marker else []
    return (
        component | ({"licenses": licences} if licences else {}) | ({"properties": marker} if marker else {})
    )


def _licences(found: Distribution) -> list[dict[str, Any]]:
    """The licence as an expression where the package gives one, else by the names that it gives."""
    metadata = found.metadata
    if expressions := metadata.get_all("License-Expression"):
        return [{"expression": expressions[0]}]
    names = [
        name.removeprefix(_OSI) for name in metadata.get_all("Classifier") or () if name.startswith(_OSI)
    ]
    text = (metadata.get_all("License") or [""])[0].strip()
    if not names and text and "\n" not in text:
        names = [text]
    return [{"license": {"name": name}} for name in names]


def _dependencies(
    project: Distribution, packages: Iterable[Pinned], names: set[str]
) -> Iterable[tuple[str, set[str]]]:
    yield PROJECT, _needed(project, names)
    for package in packages:
        found = _installed(package.name)
        yield _reference(package.name), _needed(found, names) if found else set()


def _reached(project: Distribution, names: set[str]) -> set[str]:
    """What a user has who installs the project with all its extras."""
    reached: set[str] = set()
    waiting = _needed(project, names)
    while waiting:
        name = waiting.pop()
        reached.add(name)
        if found := _installed(name):
            waiting |= _needed(found, names) - reached
    return reached


def _needed(found: Distribution, names: set[str]) -> set[str]:
    """The locked packages that this one names; its extras are looked at for the project only."""
    extras = found.metadata.get_all("Provides-Extra") or [] if found.name == PROJECT else []
    needed = map(Requirement, found.requires or ())
    named: set[str] = {canonicalize_name(one.name) for one in needed if _applies(one, ["", *extras])}
    return named & names


def _applies(requirement: Requirement, extras: list[str]) -> bool:
    """Whether it is needed on any system, since the bill is one for all."""
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({"extra": extra, "sys_platform": system, "platform_system": name, "os_name": kind})
        for extra in extras
        for system, name, kind in _SYSTEMS
    )


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _reference(name: str) -> str:
    return f"pkg:pypi/{name}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(bill(LOCK.read_text(encoding="utf-8")), indent=2, ensure_ascii=False) + "\n")
