"""Write a document as a JSON file."""

import json

from treatydraft.document import tree
from treatydraft.document.json_form import to_json


def write_json(document: tree.Document) -> str:
    """The document as JSON that a person can read too."""
    return json.dumps(to_json(document), ensure_ascii=False, indent=2) + "\n"
