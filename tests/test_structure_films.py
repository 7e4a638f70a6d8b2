"""What the header says of the film reviewed, from credits in each of the languages."""

import pytest

from annotate.api.parse import parse_bytes

GERMAN = """Der Nebelkönig

Von Hedwig Zoller

Deutschland, Österreich 2019
Regie: Karl Anton Bruckner und Jutta Selm
Mit Hanna Rohr, Till Prager
Länge: 102 Minuten
Kinostart: 3. Oktober 2019

Mit dem Nebelkönig kehrt das Kino der Berge in die Städte zurück, und das ist eine gute Nachricht für alle, die an der
Höhe leiden. Der Nebelkönig ist ein Film über das Gehen.
"""
SPANISH = """Crítica: La casa del molino

Dirección: Rosa Amparo Vidal
Intérpretes: Luz Marín, Andrés Pardo
Año: 2017
Duración: 1 h 40 min

La casa del molino empieza donde otras acaban: con un entierro al que nadie llega a tiempo, y con una mujer que cierra
la puerta para que no entre el viento.
"""
FRENCH = """Critique : La Dune noire

Un film de Marcel Aubry
Avec Jeanne Tissot, Paul Rémy
Durée : 1 h 35
Date de sortie : 5 mars 2014

La Dune noire commence comme un documentaire sur le sable et finit comme un drame sans paroles ; entre les deux, on
aura appris à regarder le vent. C'est beaucoup pour un premier film.
"""
PORTUGUESE = """O Barco de Vidro

Direção: Nuno Faria
Elenco: Ana Prates, Rui Melo
Ano: 2011
Duração: 88 minutos

O Barco de Vidro é o primeiro longa de um realizador que vem da fotografia, e isso nota-se em cada plano: nada se mexe
sem que a luz o autorize.
"""
CHINESE = """影评：河边的灯

导演：陈若水
主演：王一鸣、李青
片长：98分钟
上映日期：2015年3月4日

《河边的灯》讲述一个老放映员回到故乡的故事。他带着一台旧放映机，沿着河走了三天三夜，最后把银幕挂在了两棵树之间。影片的节奏很慢，但是没有一个镜头是多余的。
"""


@pytest.mark.parametrize(
    ("source", "film"),
    [
        pytest.param(GERMAN, ("Der Nebelkönig", ("Karl Anton Bruckner", "Jutta Selm"), "2019", 102 * 60), id="german"),
        pytest.param(SPANISH, ("La casa del molino", ("Rosa Amparo Vidal",), "2017", 100 * 60), id="spanish"),
        pytest.param(FRENCH, ("La Dune noire", ("Marcel Aubry",), "2014", 95 * 60), id="french"),
        pytest.param(PORTUGUESE, ("O Barco de Vidro", ("Nuno Faria",), "2011", 88 * 60), id="portuguese"),
        pytest.param(CHINESE, ("河边的灯", ("陈若水",), "2015", 98 * 60), id="chinese"),
    ],
)
def test_credits_in_any_language_tell_title_director_year_and_length(source, film):
    metadata = parse_bytes(source.encode(), "review.txt").document.metadata
    assert metadata.genre == "review"
    assert [(found.title, found.directors, found.date, found.runtime) for found in metadata.films] == [film]


def test_each_film_of_a_round_up_has_its_own_credits():
    source = """Neu im Kino: Ein Schmied und eine Seilbahn

Zwei Filme aus den Bergen laufen in dieser Woche an, und beide lohnen den Weg in das Kino am Marktplatz.

"Der Schmied von Alpach"
Komödie
Deutschland, Österreich 2019
Regie: Karl Anton Bruckner
96 Minuten

Ein Schmied erbt ein Hotel und weiß nicht, was ein Kurgast ist. Das Drehbuch weiß es auch nicht.

"Die letzte Gondel"
Dokumentarfilm
Schweiz 2018
Regie: Ursina Caduff
82 Minuten

Eine Seilbahn wird abgebaut, und ein ganzes Tal schaut zu, wie aus ihr ein Denkmal wird.
"""
    films = parse_bytes(source.encode(), "review.txt").document.metadata.films
    assert [(film.title, film.directors, film.date, film.runtime) for film in films] == [
        ("Der Schmied von Alpach", ("Karl Anton Bruckner",), "2019", 96 * 60),
        ("Die letzte Gondel", ("Ursina Caduff",), "2018", 82 * 60),
    ]
