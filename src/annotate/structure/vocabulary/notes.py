"""Headings of the notes at the end of a text or a section."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.phrases import any_of

_LINE = r"[-–—*#\s]*{}\s*[:：.]?[-–—*\s]*$"
_NOTES = r"""
    (?:end|foot)?notes?|notes and (?:references|sources)|author[’']s notes
    notes?(?: de bas de page| de fin)|notes et références
    anmerkung(?:en)?|fu(?:ß|ss)noten?|endnoten?|noten
    notas?(?: al pie| finales| a pie de página| de rodapé| finais| de fim)?
    注释|註釋|注|註|脚注|腳註|尾注|尾註|附注
"""
_WORKS = r"""
    references|works cited|bibliography|sources|références|bibliographie
    literatur(?:verzeichnis)?|quellen|(?:einzel)?nachweise|bibliogra(?:ph|f)ie
    referencias|bibliograf[ií]a|fuentes|refer[êe]ncias|fontes
    参考文献|參考文獻|引用文献|引用文獻
"""
HEADING = lazy_pattern(_LINE.format(any_of(_NOTES)), re.IGNORECASE)
# Lists of works: their entries are notes only where the text calls them.
HEADING_OF_WORKS = lazy_pattern(_LINE.format(any_of(_WORKS)), re.IGNORECASE)
