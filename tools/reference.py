"""Write the generated pages of `docs/`: `python -m tools.reference`, or `make docs`."""

from __future__ import annotations

from pathlib import Path

from tools.commands_page import commands_page
from tools.fields_page import fields_page
from tools.findings_page import findings_page

DOCS = Path(__file__).resolve().parent.parent / "docs"
WARNING = "<!-- Written by `make docs`; change the code, not this page. -->"
_PAGES = {"commands.md": commands_page, "fields.md": fields_page, "findings.md": findings_page}
PAGES = tuple(_PAGES)


def page(name: str) -> str:
    """Return what a generated page has to say, by its name in `docs/`."""
    return f"{WARNING}\n\n{_PAGES[name]()}"


def main() -> None:
    """Write the pages."""
    for name in PAGES:
        (DOCS / name).write_text(page(name), encoding="utf-8")
        print(f"docs/{name} written")


if __name__ == "__main__":
    main()
