"""The fonts of a book depend on what its parts show, not on the order in which they came to show it."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.render.book.glyphs import joined_fonts
from annotate.render.book.part import PartFont

LETTERS = {1: "a", 2: "b", 3: "c", 4: "fi"}


def shown(name, glyphs):
    return PartFont(name, "A Face", 0, 400, "", 10.0, dict.fromkeys(glyphs, 500), {g: LETTERS[g] for g in glyphs}, {})


FONTS = st.lists(st.builds(shown, st.sampled_from(["one", "two"]), st.lists(st.sampled_from(sorted(LETTERS)))))


@given(FONTS.flatmap(lambda fonts: st.tuples(st.just(fonts), st.permutations(fonts))))
def test_the_same_glyphs_give_the_same_fonts_in_any_order(fonts_and_shuffled):
    fonts, shuffled = fonts_and_shuffled
    assert repr(joined_fonts(fonts)) == repr(joined_fonts(shuffled))


@given(FONTS)
def test_each_font_is_there_once_with_every_glyph(fonts):
    joined = {font.hash: font for font in joined_fonts(fonts)}
    assert len(joined) == len(joined_fonts(fonts)) == len({font.hash for font in fonts})
    assert all(font.to_unicode.items() <= joined[font.hash].to_unicode.items() for font in fonts)
