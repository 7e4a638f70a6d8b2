"""The last line of a colophon never stands on a page of its own."""

import pypdfium2

from annotate.render.pdf.make import make_pdf
from annotate.resources import resource_text

STYLE = (
    '@page { size: 110mm 140mm; margin: 15mm } section { break-before: page } html { font: 10pt/5mm "Source Serif 4" }'
)


def test_the_typefaces_share_a_page_with_a_row_however_many_rows_there_are():
    rows = ['<p class="row"><span class="term">Row</span> said</p>' * count for count in range(22, 29)]
    last = '<p class="typefaces">Set in Source Serif 4.</p>'
    sections = "".join(f'<section class="apparatus colophon"><h1>About</h1>{said}{last}</section>' for said in rows)
    html = f'<html lang="en"><head><title>Colophons</title></head><body>{sections}</body></html>'
    document = pypdfium2.PdfDocument(make_pdf(html, [STYLE, resource_text("templates/print/apparatus.css")]).data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    ends = [page for page in pages if "Set in" in page]
    assert len(ends) == len(rows)
    assert len(pages) > len(rows)
    assert all("said" in page for page in ends)
