"""LibreOffice's own comparison as a command: a profile with a macro that compares two files."""

import subprocess
from pathlib import Path
from typing import Final

_MACRO: Final = """\
Sub WriteComparison(older As String, newer As String, out As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    Dim newest As Object
    newest = StarDesktop.loadComponentFromURL(newer, "_blank", 0, hidden())
    Dim given(1) As New com.sun.star.beans.PropertyValue
    given(0).Name = "URL"
    given(0).Value = older
    given(1).Name = "NoAcceptDialog"
    given(1).Value = True
    Dim dispatcher As Object
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(newest.CurrentController.Frame, ".uno:CompareDocuments", "", 0, given())
    Dim saving(0) As New com.sun.star.beans.PropertyValue
    saving(0).Name = "FilterName"
    saving(0).Value = "MS Word 2007 XML"
    newest.storeToURL(out, saving())
    newest.close(True)
    StarDesktop.terminate()
End Sub
"""
_MODULE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
{}</script:module>
"""
_LIBRARY: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
_LIBRARIES: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
  library:link="false"/>
</library:libraries>
"""


def make_profile(program: str, folder: Path) -> None:
    """Have LibreOffice make a profile, then write the macro: what was there before would be replaced."""
    subprocess.run(  # noqa: S603 - our own arguments
        [
            program,
            f"-env:UserInstallation={folder.absolute().as_uri()}",
            "--headless",
            "--terminate_after_init",
        ],
        capture_output=True,
        check=True,
    )
    basic = folder / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(_LIBRARIES, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY, "utf-8")
    escaped = _MACRO.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    (basic / "Standard" / "Module1.xba").write_text(_MODULE.format(escaped), "utf-8")


def command(program: str, profile: Path, old: Path, new: Path, out: Path) -> list[str]:
    """What compares two files once."""
    arguments = ",".join(f'"{path.absolute().as_uri()}"' for path in (old, new, out))
    return [
        program, f"-env:UserInstallation={profile.absolute().as_uri()}", "--headless", "--norestore",
        f"macro:///Standard.Module1.WriteComparison({arguments})",
    ]  # fmt: skip
