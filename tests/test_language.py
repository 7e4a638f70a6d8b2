"""In which language a text is: told by its commonest words, and not told where that is not plain."""

import pytest

from annotate.structure.language import language_of

SENTENCES = {
    "en": "The lamp stood in the corner of the cinema, and nobody had touched it for years.",
    "fr": "La lampe était dans un coin du cinéma, et personne ne l’avait touchée depuis des années.",
    "de": "Die Lampe stand in einer Ecke des Kinos, und niemand hatte sie seit Jahren berührt.",
    "es": "La lámpara estaba en un rincón del cine, y nadie la había tocado en muchos años.",
    "pt": "A lâmpada estava num canto do cinema, e ninguém lhe tinha tocado durante muitos anos.",
    "zh": "那盏灯立在电影院的角落里，很多年没有人碰过它。",
}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_tells_its_language(language, sentence):
    assert language_of(sentence) == language


def test_words_that_portuguese_shares_with_french_and_spanish_do_not_mislead():
    text = "Por que eu teria desejo de revanche? Penso que quem viu o filme disse que gostou, e que é o que importa."
    assert language_of(text) == "pt"


def test_a_few_words_that_may_be_of_two_languages_tell_none():
    assert language_of("Um filme") is None
