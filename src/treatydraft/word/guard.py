"""Refuse a Word template that would run, fetch or embed something when a person opens what it renders."""

from treatydraft.word.package import Package, PackageError, open_package
from treatydraft.word.reaching import fields_in

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACRO = "application/vnd.ms-word."
_MACROS = ("vbaProject", "wordVbaData", "attachedToolbars", "keyMapCustomizations")
_MACRO_FILES = {f"{_MACRO}document.macroEnabled.main+xml", f"{_MACRO}template.macroEnabledTemplate.main+xml"}
_REFUSED_RELATIONS = {
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "aFChunk": "a part in another format",
    "subDocument": "a subdocument",
    "frame": "a frame",
}


def open_template(data: bytes) -> tuple[Package, tuple[str, ...]]:
    """The parts of a template, and what is worth saying of it; raises `PackageError` where it is refused.

    A `.dotx` comes back as the document that Word would make of it, a `.docm` without its macros.
    """
    package = open_package(data)
    main = package.main()
    _refuse_broken_parts(package)
    notes = _without_macros(package)
    _refuse_active_parts(package)
    _refuse_links(package)
    _refuse_fields(package)
    if package.content_type(main) in {f"{_WORD}template.main+xml", *_MACRO_FILES}:
        package.set_content_type(main, f"{_WORD}document.main+xml")
    if package.content_type(main) != f"{_WORD}document.main+xml":
        raise PackageError("the file is no Word document; save it as .docx")
    return package, notes


def _refuse_broken_parts(package: Package) -> None:
    """A template is read in all its parts, so all of them must be XML."""
    for part in package.names():
        if part.endswith((".xml", ".rels")):
            package.glance(part)


def _without_macros(package: Package) -> tuple[str, ...]:
    macros = {link.target for link in package.relationships() if link.type in _MACROS and not link.external}
    for part in macros:
        package.remove(part)
    return ("the macros of the template were left out",) if macros else ()


def _refuse_active_parts(package: Package) -> None:
    for part in package.names():
        if part.lower().endswith((".bin", ".exe", ".js", ".vbs")):
            raise PackageError(f"the template holds {part}, which is no text; remove it")


def _refuse_links(package: Package) -> None:
    for link in package.relationships():
        if link.type in _REFUSED_RELATIONS:
            raise PackageError(f"the template holds {_REFUSED_RELATIONS[link.type]}; remove it")
        if link.external and link.type != "hyperlink":
            raise PackageError(
                f"the template loads {link.target!r} ({link.type}) from outside; remove the link"
            )


def _refuse_fields(package: Package) -> None:
    for kind in fields_in(package):
        raise PackageError(f"the template holds a field {kind}, which reads other files; remove it")
