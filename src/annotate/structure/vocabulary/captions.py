"""How the credit of a picture is printed, and how a caption begins."""

from __future__ import annotations

# Before a colon, © or / and whoever took the picture.
CREDIT = {
    "en": r"(?:image|photo|photograph|picture|still|credit|courtesy)s?\s*(?:credits?\s*)?",
    "fr": r"crédits?(?: photos?)?|photos?|photographies?|images?|dessin|illustration|légende|©",
    "de": r"(?:bild|foto|szenenfoto|standfoto|bildnachweis|bildquelle)s?|fotos|abb(?:ildung)?\.?(?: \d+)?",
    "es": r"(?:foto(?:s|graf[ií]as?)?|imagen|cr[eé]ditos?|fotograma|cortes[ií]a)",
    "pt": r"(?:foto(?:s|grafia)?|imagem|cr[eé]ditos?|reprodu[çc][aã]o|divulga[çc][aã]o|legenda)",
    "zh": r"(?:图|圖|图片(?:来源|说明|提供)?|圖片(?:來源|提供)?|配图|摄影|攝影|摄|供图|图源|照片|剧照|海报)",
}
# A caption that ends so names no photographer.
ENDS = {
    "pt": r"\((?:foto|imagem|cr[eé]dito)[^)]*\)|\bdivulga[çc][aã]o\)?",
    "es": r"\((?:foto|imagen|cr[eé]dito)[^)]*\)",
    "fr": r"\((?:photo|crédit)[^)]*\)|\bDR",
    "de": r"\((?:foto|bild)[^)]*\)",
    "zh": r"(?:剧照|海报|劇照|图[/／]\S{1,20}|[(（](?:图|摄|资料图)[^)）]*[)）]|\S{1,8}[/／](?:图|摄|攝))",
}
