"""The documentation says what the program does: generated pages are up to date, and nothing is left out."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
DOCS = CHECKOUT / "docs"


def reference():
    """The script behind `make docs`."""
    spec = importlib.util.spec_from_file_location("reference", CHECKOUT / "tools" / "reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["commands.md", "findings.md"])
def test_the_generated_pages_are_what_the_program_says(name):
    assert page(name) == reference().PAGES[name](), f"docs/{name} is out of date: run `make docs`"


def test_every_command_and_option_is_documented_and_shows_an_example():
    import click

    from annotate.cli.main import cli

    commands = page("commands.md")
    sections = dict(re.findall(r"^## (annotate [^\n]+)\n(.*?)(?=^## |\Z)", commands, re.MULTILINE | re.DOTALL))
    lacking = []
    for command, context in reference().leaf_commands(cli, click.Context(cli, info_name="annotate")):
        section = sections.get(context.command_path, "")
        names = [name for parameter in command.params for name in parameter.opts if name.startswith("-")]
        lacking += [f"{context.command_path} {name}" for name in names if f"`{name}`" not in section]
        if f"    {context.command_path} " not in section.partition("Example")[2]:
            lacking.append(f"{context.command_path}: an example")
        lacking += [
            f"{context.command_path}: a help for {parameter.name}"
            for parameter in command.params
            if isinstance(parameter, click.Option) and not parameter.help
        ]
    assert lacking == []


def test_every_finding_has_a_code_of_its_own_in_a_documented_family():
    from annotate.api.catalogue import catalogue

    codes = [rule.code for rule in catalogue()]
    assert sorted(set(codes)) == sorted(codes)
    findings = page("findings.md")
    assert [code for code in codes if f"### {code} " not in findings] == []
    assert [code for code in codes if not re.fullmatch(r"[FTACSQNE]\d{3}", code)] == []


def property_names(schema) -> set[str]:
    """Every field that a JSON Schema names, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(property_names, schema))
    if not isinstance(schema, dict):
        return set()
    named = schema.get("properties", {})
    return set(named if isinstance(named, dict) else ()).union(*map(property_names, schema.values()))


def test_every_field_of_the_annotation_file_is_documented():
    schema = json.loads((CHECKOUT / "schemas" / "annotations.schema.json").read_text(encoding="utf-8"))
    formats = page("formats.md")
    assert [name for name in sorted(property_names(schema)) if f"`{name}`" not in formats] == []


def test_every_value_of_the_vocabularies_is_documented():
    from annotate.model import annotation

    vocabularies = (
        annotation.KINDS
        + annotation.ATTITUDES
        + annotation.CERTAINTIES
        + annotation.STATUSES
        + annotation.EVIDENCE_RELATIONS
        + annotation.STRENGTHS
        + annotation.NOTE_KINDS
        + annotation.ENTITY_TYPES
        + annotation.LINK_RELATIONS
    )
    formats = page("formats.md")
    assert [word for word in vocabularies if f"`{word}`" not in formats] == []


def test_links_between_the_pages_lead_somewhere():
    links = [
        (path, target)
        for path in [*CHECKOUT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:")
    ]
    assert [f"{path.name}: {target}" for path, target in links if not (path.parent / target).exists()] == []
