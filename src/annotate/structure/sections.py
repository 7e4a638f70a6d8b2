"""The headings that name what stands below them: notes, works cited, abstract, filmography."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.phrases import any_of

_NAMED = any_of(
    r"""
    (?:foot|end|author[’']s |editor[’']s )?notes?
    (?:list of )?(?:works|sources|literature) (?:cited|consulted|used)|references
    (?:selected |select |short )?(?:bibliography|filmography|discography)
    works cited(?: and consulted)?|(?:further|suggested) (?:reading|viewing)|sources|acknowledge?ments?|abstract
    summary|introduction|conclusions?
    epilogue|prologue|postscript|coda|afterword|foreword|preface|appendix(?: [A-Z\d]+)?
    films? (?:cited|discussed|mentioned)|errata|corrections?
    credits|synopsis|the verdict|verdict
    about the (?:author|writer|reviewer|critic|interviewer|contributor|director|film)s?
    author (?:bio|biography|information)|biography|contributors?
    anmerkungen|literatur(?:verzeichnis)?|fußnoten|bibliographie|filmographie|remerciements|bibliografía|notas
    referencias|filmografía|bibliografia|referências|filmografia
    注释|参考文献|脚注
    """
)
_NAMED_SECTION = lazy_pattern(rf"(?:\d{{1,2}}\.?\s+|[IVX]+\.\s+)?{_NAMED}\s*[:：]?", re.IGNORECASE)
_LONGEST = 48  # code points


def is_named_section(text: str) -> bool:
    """Whether a line heads a part that nearly every essay calls by the same name: "Notes", "Works Cited"."""
    return len(text) <= _LONGEST and bool(_NAMED_SECTION.fullmatch(text))
