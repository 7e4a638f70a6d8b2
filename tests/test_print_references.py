"""References to pages in print, read back from the PDF: every index entry, claim, source and line of the contents."""

import page as page_validation

from annotate.render.pdf import make_pdf


def test_emphasis_within_emphasis_within_a_link_is_one_link():
    link = '<a href="#x"><i>a <b>film</b></i></a>'
    html = f'<html lang="en"><head><title>T</title></head><body><p id="x">{link}</p></body></html>'
    report = page_validation.validate_pdf_bytes(make_pdf(html).data, profile="ua1")
    assert [failure.message for failure in report.failures] == []
