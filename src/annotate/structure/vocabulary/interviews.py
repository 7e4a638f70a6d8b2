"""Words that announce an interview, address who is asked, and mark how something was said."""

from __future__ import annotations

import re

from annotate.structure.phrases import Phrases

CUE = Phrases(
    {
        "en": r"""
        \binterview(?:s|ed|er)?\b|\bq\s?(?:&|and|\+)\s?as?\b|\bs[ai]ts? down (?:with|to)\b|\bin conversation\b
        \bsp(?:oke|eaks) (?:to|with)\b|\btalk(?:ed|s) (?:to|with|about)\b|\b(?:caught|catches) up with\b
        \bchat(?:ted|s) (?:to|with)\b|\bwe asked\b|\b(?:told|tells?) us\b|\b(?:answers|takes) (?:our |some )?questions\b
        \bconversation\b|\bround\s?-?table\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty) questions\b
        \b(?:a few|some|our|short|quick|more) (?:\w+ )?questions\b|\btalking (?:to|with)\b
        \bwe met\b|\bmet (?:with|me|us)\b|\bdiscuss(?:es|ed)\b|\btranscript\b|\boral history\b
        """,
        "fr": r"""
        \bentre(?:tien|vue)s?\b|\binterviewée?s?\b|\bnous l[’']avons rencontrée?\b|\brencontre avec\b
        \bpropos recueillis\b
        \b(?:a |ont )?répond(?:u|ent)? (?:à|aux) (?:nos |notre |\w+ )?question\w*
        \bs[’']est entretenu\b|\bconversation avec\b
        """,
        "de": r"""
        \bgespräch\b|\bim interview\b|\binterviewt?\b|\bsprach(?:en)? (?:wir )?mit\b
        \bhaben .{0,60}\b(?:besucht|getroffen)\b|\bantwortet auf\b|\berzählt (?:sie|er)\b|\b(?:sie|er) erzählt\b
        """,
        "es": r"""
        \bentrevist(?:a|as|amos|ó|ado|ada)\b|\bconvers(?:amos|ó|ación) con\b|\bhabl(?:amos|ó) con\b
        \bcharl(?:amos|a|ó) con\b|\bresponde a\b|\bdialog(?:ó|amos) con\b|\bnos (?:recibe|recibió|cuenta|contó|habla)\b
        """,
        "pt": r"""
        \bentrevist(?:a|as|amos|ou|ado|ada)\b|\bconvers(?:a|amos|ou) com\b|\bfal(?:a|amos|ou) (?:com|ao|à)\b
        \bbate-papo\b
        \brecebeu-nos\b
        """,
        "zh": r"采访|採訪|专访|專訪|访谈|訪談|对话|對話|问答|問答|座談|座谈|聊了|接受.{0,12}访",
        "any": r"(?m:^)[^:\n“”„«»\"]{4,50}\s?:\s?[“„«»\"‘][^\n]{8,160}[”“»«\"’](?m:$)",
    }
)
# What an interview says of itself, before its first question or after its last answer.
ABOUT_ITSELF = Phrases(
    {
        "en": r"""
        \b(?:this|our|the following|the) (?:interview|conversation|transcript) (?:was|has been|took|appears|will)\b
        \bedited (?:and condensed |lightly )?for (?:length|clarity|brevity|space)\b|\bwhat follows is\b
        \b(?:conversation|discussion|exchanged?|interview|questions|talk) (?:appears? |is |are )?(?:as follows|below)\b
        """,
        "fr": r"\b(?:cet entretien|cette interview|cette conversation) (?:a|est|paraît)\b",
        "de": r"\b(?:das|dieses) (?:interview|gespräch) (?:wurde|ist|fand|erschien)\b",
        "es": r"\b(?:esta|la) (?:entrevista|conversación) (?:fue|se|ha sido)\b",
        "pt": r"\b(?:esta|a) (?:entrevista|conversa) (?:foi|decorreu)\b",
        "zh": r"(?:本文|以下|采访|访谈).{0,12}(?:整理|编辑|删节|翻译)",
    }
)
YOU = Phrases(
    {
        "en": r"\b(?i:you|your|yours|yourself)\b",
        "fr": r"\b(?i:vous|votre|vos|tu|ton|tes|toi)\b|\b[tT][’']",
        "de": r"\b(?:Sie|Ihr|Ihre|Ihren|Ihrem|Ihrer|Ihnen|du|dein|deine)\b",
        "es": r"""
        \b(?i:ustedes|usted|te|tu|tus|su|sus|tú|ti|contigo|vosotr[oa]s|habéis|has|eres|estás|tienes|crees|quieres)\b
        \b(?i:puedes|haces|piensas|sabes|dices|cuentas|sientes|ves|hiciste|quisiste|tuviste|fuiste|dijiste|elegiste)\b
        (?<=\w\wiste)\b(?<!existe)(?<!nsiste)(?<!esiste)(?<!asiste)(?<!rsiste)(?<!bsiste)(?<!triste)(?<!chiste)
        (?<=\w\waste)\b(?<!traste)(?<!gaste)(?<!baste)(?<!paste)(?<!easte)
        \b(?i:sos|tenés|podés|querés|sabés|creés|sentís|decís|hacés|escribís|vivís|pensás|trabajás|imaginás|contás)\b
        """,
        "pt": r"\b(?i:vocês|você|seu|sua|seus|suas|lhe|tu|te|teu|tua|teus|tuas|tens|fizeste|o senhor|a senhora)\b",
        "zh": r"你|您|妳",
    },
    flags=re.RegexFlag(0),
)
# Spanish and Portuguese leave "I" and "we" to the verb.
ME = Phrases(
    {
        "en": r"\b(?:I|(?i:me|my|myself|mine|we|our|ours))\b",
        "fr": r"\b(?i:je|mon|ma|mes|moi|nous)\b|\b[jJ][’']",
        "de": r"\b(?i:ich|meine?[mnrs]?|mir|mich|wir|uns|unsere?[mnrs]?)\b",
        "es": r"""
        \b(?i:yo|mi|mis|mí|me|nos|nuestr[oa]s?|nosotr[oa]s|tengo|creo|quería|soy|estoy|tuve|hice|quise|pude|puse|dije)\b
        \b(?i:fui|estuve|vine|supe|pienso|digo|hago|quiero|puedo|sé|vi|voy|he|hemos|hicimos|fuimos|tuvimos|quisimos)\b
        \b(?i:pudimos|estuvimos|decidimos|(?!tramos|extremos)\w{3,}[ae]mos|\w{2,}(?:ába|ía)mos)\b
        \b(?!(?i:caf|porqu|comit|clich|chal)é)\w{3,}é\b
        """,
        "pt": r"""
        \b(?i:eu|meu|minha|meus|minhas|me|mim|nós|nos|nossos?|nossas?|a gente|acho|espero|quero|tenho|fui|fiz|quis)\b
        \b(?i:sou|estou|gosto|vejo|penso|tive|pude|posso|faço|sei|vi|fomos|(?!tramos|extremos)\w{3,}[aei]mos)\b
        \b(?i:\w{2,}(?:áva|ía)mos)\b|\b\w{2,}ei\b
        """,
        "zh": r"我",
    },
    flags=re.RegexFlag(0),
)
# What stands after, and what before, the name of who is interviewed.
TELLS_AFTER_NAME = {
    "en": r"sat down|sits down|spoke|speaks|talked|talks|chatted|chats|told us|answers|answered|interviewed$",
    "fr": r"répond|nous reçoit|nous a reçus|raconte|revient sur|s[’']est confiée?|a accordé",
    "de": r"erzählt|spricht|antwortet|empfängt|im (?:gespräch|interview)",
    "es": r"responde|habla|nos (?:recibe|cuenta|habla)|conversa|concede",
    "pt": r"responde|fala|recebeu-nos|conta|conversa|concedeu",
}
TELLS_BEFORE_NAME = {
    "en": r"""
        q\s?(?:&|and)\s?as? with|(?:conversation|chat|dialogue) with|questions (?:for|with)
        interview(?:ed|s)?(?: with)?|sat down with|spoke (?:to|with)|talked (?:to|with)|caught up with
        in conversation with|as (?:seen|told) by
        director|film-?maker|actor|actress|writer|author|producer|cinematographer|composer
        editor|critic
        """,
    "fr": r"""
        (?:entretien|entrevue|interview|rencontre|conversation|dialogue) avec|questions à
        (?:rencontré|interrogé)|réalisat(?:eur|rice)
        cinéaste|act(?:eur|rice)|comédienn?e?|scénariste|compositeur|compositrice|product(?:eur|rice)|autrice
        auteure?|dit|raconte|confie|explique|affirme
        """,
    "de": r"""
        (?:gespräch|interview|unterhaltung) mit|fragen an|sprach mit|regisseur(?:in)?|filmemacher(?:in)?
        schauspieler(?:in)?
        drehbuchautor(?:in)?|autor(?:in)?|komponist(?:in)?|produzent(?:in)?|kameramann|kamerafrau
        sagt|erzählt|meint|erklärt
        """,
    "es": r"""
        (?:entrevista|conversación|charla) (?:a|con)|(?:hablamos|conversamos|charlamos|entrevistamos) (?:con|a)
        preguntas (?:a|para)|directora?|cineasta|actor|actriz|guionista|compositora?|productora?|montadora?
        escritora?|autora?
        afirma|dice|cuenta|asegura|confiesa|explica
        """,
    "pt": r"""
        (?:entrevista|conversa|bate-papo) (?:com|a|à|ao)|perguntas (?:a|à|ao|para)
        (?:falamos|conversamos|falámos|conversámos) com|diretora?
        realizadora?|cineasta|at(?:or|riz)|roteirista|argumentista|compositora?|produtora?|montadora?|escritora?
        autora?|afirma|diz|conta|revela|defende|explica
        """,
}
# What stands before it in a headline that announces an interview.
ANNOUNCES_NAME = {
    "en": r"(?:q\s?(?:&|and)\s?as?|interview|conversation|chat|dialogue) with|questions (?:for|with)",
    "fr": r"(?:entretien|entrevue|interview|rencontre|conversation) avec",
    "de": r"(?:gespräch|interview) mit|fragen an",
    "es": r"(?:entrevista|conversación|charla) (?:a|con)|preguntas (?:a|para)",
    "pt": r"(?:entrevista|conversa|bate-papo) (?:com|a|à|ao)|perguntas (?:a|à|ao|para)",
}
REMARK = Phrases(
    {
        "en": r"""
        (?:(?:they|both|all|everyone|she|he|the audience|general|loud|long|a) )*(?:laugh(?:s|ing|ter|ed)?|smiles?)\b
        (?:(?:long|brief|a|he|she) )*(?:pauses?|sigh(?:s|ing)?|nods?|shrugs?|chuckles?|silence)\b|applause\b|cheers\b
        crosstalk\b|inaudible\b|unintelligible\b|indistinct\b|tape\b|recording\b|(?:the )?phone rings\b|off the record\b
        points?(?:ing)? (?:at|to)\b|turn(?:s|ing) to\b|look(?:s|ing) (?:at|up|down)\b
        """,
        "fr": r"""
        (?:grands? )?(?:é?clats? de )?rires?\b|(?:il |elle )?rit\b|sourires?\b|(?:un |long )?silence\b
        applaudissements\b|soupirs?\b
        """,
        "de": r"""
        lacht\b|lachen\b|gelächter\b|schmunzelt\b|lächelt\b|(?:lange )?pause\b|überlegt\b|seufzt\b|applaus\b
        schweigt\b
        """,
        "es": r"(?:se )?ríen?\b|risas?\b|sonríe\b|pausa\b|silencio\b|suspira\b|aplausos\b|piensa\b",
        "pt": r"risos?\b|ri\b|gargalhadas?\b|sorri\b|pausa\b|silêncio\b|suspira\b|aplausos\b",
        "zh": r"大?笑|沉默|停顿|停頓|鼓掌|掌声|叹气",
    },
    r"[\[(（【]PHRASES[^\])）】]{0,40}[\])）】][.。]?$",
)
