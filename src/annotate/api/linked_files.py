"""Links that cross files: what other annotation files hold, and which of their links lead here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from annotate.api.files import ANNOTATIONS_SUFFIX
from annotate.api.load import load_annotations
from annotate.attach.find import LINKABLE
from annotate.errors import InputRefused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from annotate.attach.where import Where
    from annotate.model.annotation import Target


def links_to(record_id: str, where: Where) -> list[str]:
    """Return the links of other annotation files in the folder that lead to a record of this file: `essay...#l-1a2b3c`.

    A file is only read as JSON if it names the record at all. One that cannot be read has no links.
    """
    here = Path(where.path)
    end = f"{here.name}#{record_id}"
    found = []
    for path in sorted(here.parent.glob(f"*{ANNOTATIONS_SUFFIX}")):
        if path.name == here.name:
            continue
        try:
            data = path.read_bytes()
            links = json.loads(data)["links"] if end.encode() in data else []
            found += [f"{path.name}#{link['id']}" for link in links if end in {link["from"], link["to"]}]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return found


def ends_elsewhere(ends: Iterable[str], where: Where) -> dict[str, Mapping[str, Target] | None]:
    """Return what links can lead to in each file that `ends` name, by id; None for a file that cannot be read."""
    folder = Path(where.path).parent
    files = {end.rpartition("#")[0] for end in ends if "#" in end}
    return {file: _linkable(folder / file) for file in sorted(files)}


def end_from_here(end: str, where: Where) -> str:
    """Return an end of a link as the file has it: without the file's own name, which nobody needs to write."""
    file, _, record_id = end.rpartition("#")
    return record_id if file == Path(where.path).name else end


def _linkable(path: Path) -> dict[str, Target] | None:
    try:
        held = load_annotations(path).annotations
    except InputRefused:
        return None
    return {record.id: record.target for section in LINKABLE for record in getattr(held, section)}
