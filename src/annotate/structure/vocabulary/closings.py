"""What a paragraph says that closes a text: who asked, where the film is to be seen, who the author is."""

from __future__ import annotations

import re

from annotate.structure.phrases import Phrases

CLOSES = Phrases(
    {
        "en": r"""
        \b(?:opens?|opened|plays?|premieres?|screens?|runs?|airs?)\b.{0,40}\b(?:on|from|until) (?:\w+ )?(?:\d|\w+day\b)
        \b(?:opens?|plays?|premieres?|screens?|runs?|airs?|seen)\b.{0,60}\b(?:on|from|until) (?:jan|feb|mar|apr|may\b)
        \b(?:opens?|plays?|premieres?|screens?|runs?|seen)\b.{0,60}\b(?:on|from|until) (?:ju[nl]|aug|sep|oct|nov|dec)
        \bon (?:limited |general |wide )?release\b|\bcan be (?:seen|found|bought|streamed)\b.{0,60}\b(?:at|in|on)\b
        \bis published by\b
        \b(?:was|were|has been|have been) (?:first )?(?:screened|shown|premiered)\b.{0,60}\bfestival\b
        \b(?:is|are|will be|opens?|opened|plays?|premieres?|screens?)\b.{0,40}\b(?:out|now|available|streaming|today)\b
        \b(?:is|are|will be|opens?|opened|plays?|premieres?|screens?)\b.{0,40}\bthis (?:week|friday|month)\b
        \b(?:is|are|opens?|opened|plays?)\b.{0,40}\bin (?:theat(?:er|re)s|cinemas|select|limited)\b
        \b(?:is|are|out|available)\b.{0,40}\bon (?:dvd|blu-?ray|demand|netflix|vod|itunes|general release)\b
        \bis released?\b|\bfor more (?:information|on)\b|\bvisit\b.{0,60}\b(?:www|https?|\.com|\.org|website)
        \bthis interview (?:was|has been|first|originally|took|will)\b|\b(?:edited|condensed) for\b|\bteaches\b
        \bworks as\b
        \bis (?:a|an|the) (?:[\w\-]+ ){0,3}(?:writer|critic|editor|journalist|professor|historian|author|lecturer)\b
        """,
        "fr": r"""
        \bpropos (?:recueillis|traduits)\b
        \b(?:entretien|interview) (?:réalisée?|menée?|publiée?|conduite?|parue?)\b
        \b(?:en salles?|sortie?|au cinéma)\b.{0,40}\b(?:le|depuis|actuellement|mercredi|dès)\b
        \bséances?\b.{0,60}\b(?:aura|auront|lieu|heures|h)\b
        \best (?:une? )?(?:[\w\-’']+ ){0,3}(?:critique|journaliste|écrivaine?|historienn?e?)\b
        \best (?:une? )?(?:[\w\-’']+ ){0,3}(?:enseignante?|auteure?|autrice|professeure?)\b
        \benseigne\b|\btraduit d[eu’']|\bpremière publication\b|\bdisponible en (?:dvd|vod)\b
        """,
        "de": r"""
        \bdas (?:gespräch|interview) (?:führten?|wurde|fand|erschien)\b|\b(?:interview|gespräch|fragen)\s?:\s?\S
        \b(?:ab|seit|jetzt|derzeit)\b.{0,40}\bim kino\b|\bkinostart\b|\bläuft\b.{0,40}\b(?:kino|kinos|ab)\b
        \bist (?:freier? |eine? )?(?:[\w\-]+ ){0,2}(?:film)?(?:kritiker|journalist|autor|historiker)(?:in)?\b
        \bist (?:freier? |eine? )?(?:[\w\-]+ ){0,2}(?:redakteur|professor|dozent)(?:in)?\b
        \b(?:lehrt|unterrichtet)\b|\bübersetzung\s?:|\baus dem \w+en von\b|\berhältlich auf\b
        """,
        "es": r"""
        \b(?:esta|la) entrevista (?:fue|se|ha sido|apareci[oó])\b|\bse estren[aó]\b
        \best(?:á|ará) en (?:cines|cartelera|salas)\b|\ben cines\b
        \b(?:entrevista|texto|traducci[oó]n)(?: realizada por|\s?:)
        \bes (?:un[ao]? )?(?:[\w\-]+ ){0,3}(?:cr[ií]tic[oa]|periodista|escritora?|profesora?|historiadora?|autora?)\b
        \bla funci[oó]n\b.{0,30}\b(?:empieza|comienza|ser[aá])\b|\bdisponible en\b
        """,
        "pt": r"""
        \b(?:est[ae]|a|o) entrevista (?:foi|publicada|concedida|realizada)\b
        \bentrevista (?:publicada|concedida|realizada|feita)\b
        ^as informações são d|^com informações d|\bestreia\b.{0,40}\b(?:em|no|nos|na|dia)\b
        \bem cartaz\b|\bnos cinemas\b
        \bé (?:uma? )?(?:[\w\-]+ ){0,3}(?:cr[ií]tic[oa]|jornalista|escritora?|professora?)\b
        \bé (?:uma? )?(?:[\w\-]+ ){0,3}(?:historiadora?|autora?|pesquisadora?)\b
        \bdispon[ií]vel em\b|\btradu[çc][aã]o\s?:
        """,
        "zh": r"""
        (?:本文|文章|访谈|采访|根据录音).{0,20}(?:整理|审阅|刊于|原载|首发|发表|删节)
        (?:将于|已于|正在).{0,20}(?:上映|公映|放映|热映)|(?:影评人|记者|作家|学者|著有|现居)[^？?]{0,40}。?$
        """,
    }
)
FIRST_PERSON = Phrases(
    {
        "en": r"\b(?:I|I’m|I'm|me|my|we|our|you)\b",
        "fr": r"\b(?:je|moi|mon|ma|mes|nous|notre|vous)\b|\bj[’']",
        "de": r"\b(?:ich|mir|mich|mein\w*|wir|uns|unser\w*|Sie)\b",
        "es": r"\b(?:yo|mi|mis|me|nos|nuestr\w+|usted)\b",
        "pt": r"\b(?:eu|meus?|minhas?|me|nós|nosso?s?|você)\b",
        "zh": r"我|你|您",
    },
    flags=re.RegexFlag(0),
)
# How a note opens that the editors add.
NOTE = Phrases(
    {
        "en": r"(?:editor|author|interviewer|translator)[’']s note\b",
        "fr": r"(?:note|ndlr|nda)\b(?: de la rédaction| de l[’']auteur| du traducteur)?\s*[:.]",
        "de": r"(?:anmerkung|hinweis)(?: der redaktion| des autors)?\s*:|anm\. d\. red\.",
        "es": r"nota (?:del?|de la) (?:editora?|autora?|redacci[oó]n|traductora?)",
        "pt": r"nota (?:do|da) (?:editora?|autora?|reda[çc][aã]o|tradutora?)",
        "zh": r"""
        (?:编者|编辑|作者|译者|編者)(?:按|注|附记)|注\s*[:：]|[（(](?:本文|采访|整理|根据|编辑|责编|实习|完)
        """,
    }
)
