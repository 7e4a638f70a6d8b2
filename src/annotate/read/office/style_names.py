"""What the names of word processors' styles say: headings, titles, quotations, captions, verse, emphasis, code."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.model.source import Form

# Names of built-in styles, as Word writes them into every file, and in the languages of programs that translate them.
_HEADING = lazy_pattern(
    r"(?:heading|überschrift|titre|título|encabezado|titolo|kop|rubrik|overskrift|otsikko|nagłówek|заголовок|标题|標題|見出し|제목)"
    r"([1-9])"
)
_FORMS = {
    **dict.fromkeys("title titel titre título titolo documenttitle 表題 제목".split(), (Form.TITLE, 1)),
    **dict.fromkeys("subtitle untertitel soustitre subtítulo sottotitolo ondertitel".split(), (Form.TITLE, 2)),
    **dict.fromkeys(
        """quote intensequote blocktext quotations quotation blockquote blockquotation zitat intensiveszitat citation
        citationintense cita citadestacada citação citazione citazioneintensa citaat citat epigraph extract""".split(),
        (Form.QUOTATION, 1),
    ),
    **dict.fromkeys(
        """caption imagecaption tablecaption figurecaption beschriftung légende leyenda epígrafe legenda didascalia
        bijschrift""".split(),
        (Form.CAPTION, 0),
    ),
    # Styles that are often based on one of the above, to look like it.
    **dict.fromkeys("normal author date byline bodytext firstparagraph".split(), (Form.PARAGRAPH, 0)),
    **dict.fromkeys("verse poem poetry vers gedicht poème poema poesia tei:lg tei:l".split(), (Form.VERSE, 0)),
}
CONTENTS = lazy_pattern(r"toc(?:[1-9]|heading)|contents(?:[1-9]|heading)")
EMPHASIS = {"emphasis", "intenseemphasis", "subtleemphasis", "hervorhebung", "accentuation", "énfasis", "enfasi"}
CODE = {"verbatimchar", "sourcetext", "htmlcode", "code", "inlinecode", "htmltypewriter"}


def form_of(title: str) -> tuple[Form, int] | None:
    """Return the form and level of paragraphs in a style by its squeezed name; None where the name says nothing."""
    heading = _HEADING.fullmatch(title)
    return (Form.HEADING, min(int(heading[1]), 6)) if heading else _FORMS.get(title)


def squeezed(title: str) -> str:
    """Return a style's name in small letters without spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", title).lower()
