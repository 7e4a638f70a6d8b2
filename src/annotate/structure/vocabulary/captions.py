"""How the credit of a picture is printed, and how a caption begins."""

from __future__ import annotations

import re

from annotate.structure.phrases import Phrases

# A caption begins so; what a film's own credits call the camera work ("Fotografía:", "摄影：") does not count here.
BEGINS = Phrases(
    {
        "en": r"image|photo|photograph|picture|still|figure|fig\.|caption",
        "fr": r"crédits? photos?|crédits?|photos?|illustration|légende|visuel",
        "de": r"bild|fotos?|szenenfoto|standfoto|bildnachweis|bildquelle|abb\.|abbildung",
        "es": r"fotos?|imagen|fotograma|pie de foto|cr[eé]ditos? de (?:la )?(?:foto|imagen)",
        "pt": r"fotos?|imagem|legenda|cr[eé]ditos?(?: da (?:foto|imagem))?",
        "zh": r"图|圖|图片(?:来源|说明|提供)?|圖片(?:來源|提供)?|配图|供图|图源|照片|剧照|劇照|海报",
    },
    r"PHRASES\s*\d*\s*(?:[:：.©]|/(?=\S))",
)
CREDIT_SIGNS = ":：©/／"
# Behind the words of a caption, before whoever took the picture.
CREDIT = Phrases(
    {
        "en": r"(?:image|photo|photograph|picture|still|credit)s?\s*(?:credit\s*)?",
        "fr": r"(?:crédits? )?photos?|crédits?|photographie|images?|dessin|illustration",
        "de": r"(?:szenen|stand)?fotos?|bild(?:nachweis|quelle)?|copyright",
        "es": r"foto(?:s|graf[ií]as?)?|imagen|cr[eé]ditos?|cortes[ií]a",
        "pt": r"foto(?:s|grafia)?|imagem|cr[eé]ditos?|reprodu[çc][aã]o|divulga[çc][aã]o",
        "zh": r"摄影|攝影|图片来源|图片|图|圖|供图|摄",
    },
    rf"(?<![^\W\u4e00-\u9fff])PHRASES\s*[{CREDIT_SIGNS}]\s*\S",
)
# A caption that ends so names the photographer in other ways, or none.
ENDS = Phrases(
    {
        "en": r"""
            \b(?:photo(?:graph)?|image|still|courtesy)(?:ed)? (?:by|courtesy|of|from)\b.{0,80}
            \bon (?:the set of|set with|location for)\b.{0,80}|\(?(?:left|right|above|below)\)
            \bin a (?:scene|still) from\b.{0,80}
            \bis licensed under\b.*|\((?:official .{0,40}photo|photo|image|credit|courtesy)\b[^)]*\)|\bPublic Domain
            """,
        "fr": r"\((?:photo|crédit|image)[^)]*\)|\s©?\s?DR|\bphoto(?:graphie)? (?:de|d[’']) ?\S.{0,60}",
        "de": r"\((?:foto|bild|szenenfoto)[^)]*\)",
        "es": r"\((?:foto|imagen|cr[eé]dito)[^)]*\)",
        "pt": r"\((?:foto|imagem|cr[eé]dito|divulga[çc][aã]o)[^)]*\)|[/—–-]\s*divulga[çc][aã]o",
        "any": r"(?<=\S)\s©\s?[^\W\d_][^©.!?]{1,50}",
        "zh": r"(?:剧|劇|工作)照|海报|合影|\S{1,8}[/／]?(?:供图|摄|攝)|[(（](?:图|摄|资料图|剧照)[^)）]*[)）]",
    },
    r"PHRASES[.。）)]?$",
    re.IGNORECASE,
)
