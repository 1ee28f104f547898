"""Accept or reject all changes of Word files with LibreOffice, as a second opinion."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml.ns import qn

MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">
Sub ResolveAll(jobs As String)
  Dim number As Integer, one As String, parts
  number = FreeFile
  Open jobs For Input As #number
  Do While Not EOF(number)
    Line Input #number, one
    parts = Split(one, "|")
    Resolve(parts(0), parts(1), parts(2))
  Loop
  Close #number
End Sub
Sub Resolve(source As String, target As String, command As String)
  Dim document, dispatcher, nothing()
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, nothing())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, nothing())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Changes"/></library:library>
"""
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>
"""
Job = tuple[Path, Path, str]


def office() -> str | None:
    """The command, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def resolve(jobs: Sequence[Job], folder: Path) -> None:
    """Resolve files: from where, to where, `AcceptAllTrackedChanges` or `RejectAllTrackedChanges`."""
    program = office()
    assert program is not None
    start = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    # The first start makes the profile, and would write over a macro that is there already.
    subprocess.run([*start, "--terminate_after_init"], timeout=120, capture_output=True)
    standard = folder / "profile/user/basic/Standard"
    standard.mkdir(parents=True, exist_ok=True)
    (standard / "Changes.xba").write_text(MACRO)
    (standard / "script.xlb").write_text(LIBRARY)
    (standard.parent / "script.xlc").write_text(LIBRARIES)
    listed = folder / "jobs.txt"
    listed.write_text("".join(f"{source}|{target}|{command}\n" for source, target, command in jobs))
    macro = f'macro:///Standard.Changes.ResolveAll("{listed}")'
    subprocess.run([*start, macro], timeout=300, capture_output=True)


def paragraphs(file: Path) -> list[str]:
    """The words of the paragraphs of a file, those without words left out."""
    body = docx.Document(str(file)).element.body
    found = ("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return [text for text in found if text.strip()]
