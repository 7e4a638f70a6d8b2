"""How lines begin that tell who wrote a text or led a conversation, and lines about the author."""

from __future__ import annotations

from annotate.structure.phrases import Phrases

# Before the author's name, with white space between.
BY = Phrases(
    {
        "en": r"""
        (?:reviewed|review|written|words|text|story|interview|interviewed|an? (?:essay|review|interview))\s+by|by
        """,
        "fr": r"""
        (?:texte|critique|article|rédigé|écrit|publié|proposé|posté)\s+par
        une? (?:article|texte|essai|critique) (?:de|par)
        (?:entretien|interview)\s+(?:(?:réalisée?|menée?)\s+)?par
        propos recueillis par|par
        """,
        "de": r"(?:text|kritik|rezension|interview|artikel|eine? \w+|geschrieben|besprochen)\s+von|von",
        "es": r"""
        (?:una? )?(?:texto|art[ií]culo|ensayo|cr[ií]tica|rese[ñn]a|entrevista|escrito|publicado)\s+(?:de|por)|por
        """,
        "pt": r"(?:uma? )?(?:texto|artigo|ensaio|cr[ií]tica|resenha|entrevista|escrito|publicado)\s+(?:de|por)|por",
        "it": r"di",
    },
    r"PHRASES\s+(?P<name>\S.{1,110})$",
)
# Before the author's name, with a colon or a stroke between.
LABEL = Phrases(
    {
        "en": r"words|text|author|writer|written by|by|reporter|interview(?:er)?|review",
        "fr": r"textes?|auteure?|autrice|par|critique|rédaction|propos recueillis par",
        "de": r"text|autor(?:in)?|von|interview|kritik|redaktion",
        "es": r"textos?|autora?|por|redacci[oó]n|entrevista|periodista",
        "pt": r"textos?|autora?|por|reda[çc][aã]o|entrevista|rep[oó]rter",
        "zh": r"""
        (?:本[报刊台]|特约|实习)?(?:文|作者|撰文|记者|採訪|采访|采写|撰稿人?)
        (?:编译|文字|采访整理|整理|译者|紀錄|记录)
        """,
    },
    # A Chinese page prints the date and the source before it.
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?(?:(?:来源|來源)\s*[:：]\s*\S+\s+)?"
    r"PHRASES\s*[:：／/|]\s*(?P<name>\S.{1,110})$",
)
ABOUT_AUTHOR = Phrases(
    {
        "en": r"about (?:the )?(?:author|writer|reviewer|critic|interviewer|contributor)s?",
        "fr": r"(?:à propos de|sur) l[’'](?:auteur|auteure|autrice)|l[’'](?:auteur|autrice)|biographie",
        "de": r"(?:über (?:den|die) |zur |zum )?autor(?:in|en)?|zur person",
        "es": r"(?:sobre|acerca de) (?:el|la) (?:autora?|periodista|cr[ií]tic[oa])",
        "pt": r"(?:sobre|acerca d)\s?(?:o|a) (?:autora?|jornalista|cr[ií]tic[oa])",
        "zh": r"(?:关于|關於)作者|作者(?:简介|簡介|介绍)",
    },
    r"PHRASES\s*[:：]?$",
)
