"""The documentation says what the program does: generated pages are up to date, and nothing is left out."""

from __future__ import annotations

import re
import shlex
from dataclasses import fields
from pathlib import Path

import click
import pytest

from annotate.api.catalogue import catalogue
from annotate.cli.main import cli
from annotate.model import annotation
from annotate.model.conflict import Conflict
from tools import reference
from tools.commands_page import leaf_commands

CHECKOUT = Path(__file__).resolve().parent.parent
DOCS = CHECKOUT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", reference.PAGES)
def test_the_generated_pages_are_what_the_program_says(name):
    assert page(name) == reference.page(name), f"docs/{name} is out of date: run `make docs`"


def test_every_command_and_option_is_documented_and_shows_an_example():
    sections = dict(
        re.findall(r"^## (annotate [^\n]+)\n(.*?)(?=^## |\Z)", page("commands.md"), re.MULTILINE | re.DOTALL)
    )
    lacking = []
    for command, context in leaf_commands(cli, click.Context(cli, info_name="annotate")):
        path = context.command_path
        section = sections.get(path, "")
        options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
        names = [name for option in options for name in (*option.opts, *option.secondary_opts)]
        lacking += [f"{path} {name}" for name in names if f"`{name}`" not in section]
        lacking += [f"{path}: a help for {option.name}" for option in options if not option.help]
        if path not in section.partition("Example")[2]:
            lacking.append(f"{path}: an example")
    assert lacking == []


def test_every_example_can_be_copied_into_a_shell():
    sections = re.findall(
        r"^## annotate ([^\n]+)\n.*?^Examples?:\n\n((?:    [^\n]+\n)+)", page("commands.md"), re.MULTILINE | re.DOTALL
    )
    assert sections
    for path, example in sections:
        words = shlex.split(example.replace("\\\n", " ").partition(">>")[0])
        assert not re.search("[“”]", example), f"the shell takes no typographic quotes: {example}"
        command: click.Command = cli
        context = click.Context(cli, info_name="annotate")
        assert words[: len(path.split()) + 1] == ["annotate", *path.split()]
        for name in path.split():
            assert isinstance(command, click.Group)
            found = command.get_command(context, name)
            assert found
            command = found
        # Parses the rest as the command would, without running it; a mistake raises UsageError.
        command.make_context(path, words[len(path.split()) + 1 :])


def test_every_finding_has_a_code_of_its_own_in_a_documented_family():
    codes = [rule.code for rule in catalogue()]
    assert sorted(set(codes)) == sorted(codes)
    findings = page("findings.md")
    assert [code for code in codes if f"### {code} " not in findings] == []
    assert [code for code in codes if not re.fullmatch(r"[FTACSQNE]\d{3}", code)] == []


def test_every_record_and_field_of_the_annotation_file_is_explained():
    records = [*annotation.SECTIONS.values(), annotation.TextReference, annotation.Evidence, annotation.Target]
    records += [annotation.Locator, annotation.Copy, Conflict]
    spelled = {"start": {"start", "from"}, "end": {"end", "to"}}
    names = {field.name for record in records for field in fields(record)} - {"item"}
    wanted = set(annotation.SECTIONS).union(*(spelled.get(name, {name}) for name in names))
    formats = page("formats.md")
    assert [name for name in sorted(wanted) if f"`{name}`" not in formats] == []


def test_every_word_of_the_vocabularies_is_explained():
    vocabularies = (
        *annotation.KINDS,
        *annotation.ATTITUDES,
        *annotation.CERTAINTIES,
        *annotation.STATUSES,
        *annotation.EVIDENCE_RELATIONS,
        *annotation.STRENGTHS,
        *annotation.NOTE_KINDS,
        *annotation.ENTITY_TYPES,
        *annotation.LINK_RELATIONS,
    )
    formats = page("formats.md")
    assert [word for word in vocabularies if f"`{word}`" not in formats] == []


def _prose(path):
    """Return a page without its indented examples, whose links are nobody's to follow."""
    return "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("    "))


def test_links_between_the_pages_lead_somewhere():
    links = [
        (path, target)
        for path in [*CHECKOUT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", _prose(path))
        if "://" not in target and not target.startswith("mailto:")
    ]
    assert [f"{path.name}: {target}" for path, target in links if not (path.parent / target).exists()] == []
