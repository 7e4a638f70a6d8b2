"""`annotate claim`: what a text claims, and who claims it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from annotate.api.claims import edit_claim, remove_claim, set_status
from annotate.api.listing import list_claims, quoted, show
from annotate.cli import types
from annotate.cli.claim_add import add
from annotate.cli.options import (
    cascade_option,
    clear_option,
    json_option,
    new_values,
    print_changed,
    reading_options,
    refuse_idle,
    say_removed,
    text_argument,
    writing_options,
)
from annotate.cli.output import print_json, print_table
from annotate.cli.passage_options import on_options
from annotate.cli.project_word import CLAIM_KIND, CLAIM_STATUS
from annotate.cli.show_record import evidence_lines, link_lines, print_fields, signed
from annotate.match.excerpt import shortened
from annotate.model.annotation import ATTITUDES, CERTAINTIES

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from annotate.api.editing import How
    from annotate.attach.passage import Passage


@click.group()
def claim() -> None:
    """Add, list, show, change and remove claims."""


claim.add_command(add)


@claim.command("list", epilog="Example: annotate claim list review.xml --status unreviewed --json")
@text_argument
@click.option("--status", type=CLAIM_STATUS, help="Only claims of this status.")
@click.option("--kind", type=CLAIM_KIND, help="Only claims of this kind.")
@click.option("--by", help="Only claims of this person, by name or id.")
@click.option("--tag", help="Only claims with this tag.")
@json_option
@reading_options
def list_(
    *,
    text: Path,
    status: str | None,
    kind: str | None,
    by: str | None,
    tag: str | None,
    annotations: Path | None,
    as_json: bool,
) -> None:
    """List the claims in the order of their passages, in a transcript with the time at which each was said."""
    found = list_claims(text, status=status, kind=kind, by=by, tag=tag, annotations=annotations)
    if as_json:
        print_json([{**record.to_json(), **_time(found.times.get(record.id))} for record in found.records])
        return
    rows = [
        (
            record.id,
            *([found.times.get(record.id, "")] if found.times else []),
            record.kind,
            record.status,
            found.name(record.claimant),
            str(len(record.evidence)),
            shortened(quoted(record.target)),
        )
        for record in found.records
    ]
    columns = ("id", *(["time"] if found.times else []), "kind", "status", "by", "evidence", "quote")
    print_table(columns, rows)


@claim.command("show", epilog="Example: annotate claim show review.xml c-7k2m9x")
@text_argument
@click.argument("claim_id", metavar="ID")
@json_option
@reading_options
def show_(text: Path, claim_id: str, annotations: Path | None, *, as_json: bool) -> None:
    """Show a claim with its evidence."""
    found = show(text, "claims", claim_id, annotations=annotations)
    (record,) = found.records
    if as_json:
        print_json({**record.to_json(), **_time(found.times.get(record.id))})
        return
    print_fields(
        [
            ("id", record.id),
            ("quote", f"“{quoted(record.target)}”"),
            ("time", found.times.get(record.id)),
            ("statement", record.statement),
            ("kind", record.kind),
            ("status", record.status),
            ("by", found.name(record.claimant)),
            ("attitude", record.attitude),
            ("certainty", record.certainty),
            ("tags", ", ".join(record.tags)),
            ("note", record.note),
            ("evidence", evidence_lines(record, found.copies)),
            ("links", link_lines(found.links, record.id)),
            *signed(record),
        ]
    )


@claim.command(
    "edit", epilog="Example: annotate claim edit review.xml c-7k2m9x --certainty probable --tag budget --clear note"
)
@text_argument
@click.argument("claim_id", metavar="ID")
@click.option("--kind", type=CLAIM_KIND, help="Kind of claim.")
@click.option("--statement", help="The claim in a sentence of your own that can be checked.")
@click.option("--by", help="Who claims it: a name or an entity's id.")
@click.option("--attitude", type=click.Choice(ATTITUDES), help="How it is said.")
@click.option("--certainty", type=click.Choice(CERTAINTIES), help="How sure they sound.")
@click.option("--status", type=CLAIM_STATUS, help="What checking has shown.")
@click.option("--tag", "tagged", type=types.tag, multiple=True, help="A tag to add; may be repeated.")
@click.option("--untag", "untagged", type=types.tag, multiple=True, help="A tag to take away; may be repeated.")
@click.option("--note", help="A remark of yours.")
@clear_option("statement", "claimant", "attitude", "certainty", "note", "tags")
@on_options
@writing_options
def edit(
    *,
    text: Path,
    claim_id: str,
    by: str | None,
    tagged: tuple[str, ...],
    untagged: tuple[str, ...],
    cleared: tuple[str, ...],
    passage: Passage | None,
    annotations: Path | None,
    who: str | None,
    dry_run: bool,
    **fields: str | None,
) -> None:
    """Change a claim and print what changed, before and after."""
    new = new_values(fields, [name for name in cleared if name != "tags"])
    refuse_idle(new, by, tagged, untagged, cleared, passage)
    done = edit_claim(
        text,
        claim_id,
        new,
        by=by,
        tagged=tagged,
        untagged=untagged,
        untag_all="tags" in cleared,
        on=passage,
        annotations=annotations,
        who=who,
        dry_run=dry_run,
    )
    print_changed(done)


@claim.command("set-status", epilog="Example: annotate claim set-status review.xml c-7k2m9x c-2b9x4d supported")
@text_argument
@click.argument("claim_ids", metavar="ID", nargs=-1, required=True)
@click.argument("status", type=CLAIM_STATUS)
@writing_options
def set_status_(*, text: Path, claim_ids: tuple[str, ...], status: str, **how: Unpack[How]) -> None:
    """Say what checking claims has shown, of one or of several."""
    print_changed(set_status(text, claim_ids, status, **how))


@claim.command("remove", epilog="Example: annotate claim remove review.xml c-7k2m9x")
@text_argument
@click.argument("claim_id", metavar="ID")
@cascade_option
@writing_options
def remove(*, text: Path, claim_id: str, cascade: bool, **how: Unpack[How]) -> None:
    """Remove a claim and its evidence."""
    say_removed(remove_claim(text, claim_id, cascade=cascade, **how))


def _time(time: str | None) -> dict[str, str]:
    return {"time": time} if time else {}
