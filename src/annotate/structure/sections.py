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
    notes (?:de fin|de bas de page)|résumé|bibliographie|filmographie|références(?: bibliographiques)?|remerciements
    ouvrages cités|sources citées|fiche technique|l[’']histoire|à propos de l[’']aut(?:eur|rice|eure)
    anmerkungen|(?:fuß|end)noten|literatur(?:verzeichnis|hinweise)?|quellen(?:verzeichnis)?|zusammenfassung|einleitung
    schluss|danksagung|inhalt|handlung|fazit|über (?:den|die) autor(?:in)?
    notas(?: (?:al pie|finales))?|bibliografía(?: citada)?|filmografía|referencias(?: bibliográficas)?|obras citadas
    resumen|introducción|conclusi(?:ón|ones)|agradecimientos
    sinopsis|ficha (?:técnica|artística)|sobre (?:el|la) autora?
    notas (?:de rodapé|finais)|bibliografia|filmografia|referências(?: bibliográficas)?|obras citadas
    resumo|introdução|conclus(?:ão|ões)|considerações finais|agradecimentos|sinopse|sobre [oa] autora?
    [注註](?:释|釋)|脚注|尾注|参考(?:文献|书目|资料)|參考(?:文獻|書目)|摘要|引言|前言|结语|結語|结论|結論|附录|附錄|后记|後記
    剧情(?:简介)?|劇情(?:簡介)?|影片简介|作者简介|作者簡介
    """
)
_NAMED_SECTION = lazy_pattern(rf"(?:\d{{1,2}}\.?\s+|[IVX]+\.\s+)?{_NAMED}\s*[:：]?", re.IGNORECASE)
_LONGEST = 48  # code points


def is_named_section(text: str) -> bool:
    """Whether a line heads a part that nearly every essay calls by the same name: "Notes", "Works Cited"."""
    return len(text) <= _LONGEST and bool(_NAMED_SECTION.fullmatch(text))
