"""What stands before a critic's marks for a film, and in what they are given."""

from __future__ import annotations

LABEL = {
    "en": r"(?:our |my )?(?:rating|grade|score|verdict)",
    "fr": r"(?:notre |ma )?(?:note|appréciation)",
    "de": r"(?:unsere |meine )?(?:bewertung|wertung|note)",
    "es": r"(?:nuestra |mi )?(?:calificaci[oó]n|puntuaci[oó]n|nota|valoraci[oó]n)",
    "pt": r"(?:nossa |minha )?(?:nota|avalia[çc][aã]o|cota[çc][aã]o|classifica[çc][aã]o)",
    "zh": r"(?:本站|豆瓣|我的|影片|综合)?(?:评分|評分|推荐指数|推薦指數|星级|打分)",
}
STARS = {
    "en": r"stars?",
    "fr": r"étoiles?",
    "de": r"sternen?",
    "es": r"estrellas?",
    "pt": r"estrelas?",
    "zh": r"颗?星|顆?星|分",
}
OUT_OF = {"en": r"out of", "fr": r"sur", "de": r"von", "es": r"de|sobre", "pt": r"de|em"}
