"""The files of a pack are checked against their own schemas, which editors can have too."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from treatydraft.packs import PackError, load_pack
from treatydraft.packs.location import shipped_packs
from treatydraft.schemas import schema as schema_of

FILES = [
    *(("pack", path) for path in sorted(shipped_packs().glob("*/pack.yaml"))),
    *(("fields", path) for path in sorted(shipped_packs().glob("*/fields.yaml"))),
    *(("vocabulary", path) for path in sorted(shipped_packs().glob("*/vocabulary/*.yaml"))),
]


@pytest.mark.parametrize(("kind", "path"), FILES, ids=lambda one: str(one).rpartition("templates/")[2])
def test_the_shipped_packs_are_as_the_schemas_say(kind: str, path: Path) -> None:
    schema = schema_of(kind, pack="security-agreement")
    Draft202012Validator.check_schema(schema)
    data = YAML(typ="safe", pure=True).load(path)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []


def test_a_pack_that_is_at_fault_says_all_and_where(tmp_path: Path) -> None:
    source = (shipped_packs() / "scientific-cooperation" / "pack.yaml").read_text(encoding="utf-8")
    broken = source.replace("kind: article", "kind: articel").replace("starter:", "starters:")
    (tmp_path / "pack.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path)
    assert "did you mean starter?" in str(caught.value)
    assert str(caught.value).count("did you mean article?") == broken.count("articel")
