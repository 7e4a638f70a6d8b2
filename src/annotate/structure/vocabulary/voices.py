"""How questions and answers begin, and the words of somebody who tells of others."""

from __future__ import annotations

from annotate.structure.phrases import Phrases

_LINKS = r"(?:(?:so|and|but|or|then|now|well|okay|ok|first|finally|lastly|please|also),? )*"
# What may: "You ..." opens questions and answers alike.
MAY_PROMPT = Phrases(
    {
        "en": rf"""
        {_LINKS}you (?!know|see|can|could|had to|have|never|do\b|don|won|would|will|need|feel|get|want|just|think)\w+
        """
    },
    r"[“\"'—–\-> ]*PHRASES",
)
# What invites an answer without a question mark.
PROMPTS = Phrases(
    {
        "en": rf"""
        {_LINKS}(?:can|could|would|will) you\b
        {_LINKS}(?:tell|talk|walk|take|give|describe|explain|share)\b(?: to)?,?\s(?:us|me|about|a|how|what|why|your)\b
        {_LINKS}introduce yourself\b|{_LINKS}let(?:’|'|u)s (?:talk|start|begin|go|turn|move|speak|come)\b
        {_LINKS}i(?:’d|'d| would) (?:\w+ )?(?:like|love) to (?:ask|start|begin|talk|hear|know|go|return|come|turn)\b
        {_LINKS}i (?:also )?(?:want(?:ed)? to (?:ask|start|begin|talk|know)|was (?:wondering|curious)|wonder(?:ed)?)\b
        {_LINKS}i (?:understand|(?:have |was |also )?(?:read|heard|noticed|struck))\b
        (?:speaking of|going back to|coming back to|turning to|about your|on the subject of)\b
        (?:first of all,? )?(?:congratulations|congrats)\b
        thank you (?:for|so much for) (?:joining|taking|talking|speaking|being|your time)\b
        {_LINKS}your (?:\w+ ){{1,3}}(?:is|are|was|were|has|have|seems?)\b
        {_LINKS}you(?:’re|’ve|’d|'re|'ve|'d| (?:are|were|have(?! (?:no|to))|had(?! to)))\b
        {_LINKS}you (?:first|once|often|always|originally)\b
        {_LINKS}you (?:said|say|write|wrote|made|make|grew|began|begin|mention|talk|describe|work|play|use|shot)\b
        {_LINKS}you (?:came|come|went|seem|did|spent|won|met|left|took|take|keep|kept|call|put|tell|told|speak|spoke)\b
        {_LINKS}you (?:chose|choose|direct|show|\w{{2,}}ed)\b
        """,
        "fr": r"""
        (?:et |mais |alors |donc )?(?:parlez|parle|racontez|raconte|dites|expliquez|décrivez|pouvez|pourriez|voulez)[- ]
        (?:et |mais |alors |donc )?vous (?:avez|êtes|dites|\w+ez)\b|(?:parlons|revenons|venons-en)\b|v(?:otre|os) \w+
        (?:dans|avec|pour|après|depuis|à propos de|à l[’']instar de|au sujet de) (?:votre|vos)\b
        on (?:sent|perçoit|devine|retrouve|remarque|a l[’']impression)\b|tu (?:as|es|avais|étais|\w+es)\b
        """,
        "de": r"""
        (?:und |aber |dann )?(?:erzählen|beschreiben|erklären|verraten|sprechen) (?:sie|wir)\b
        (?:und |aber )?sie (?:haben|sind|sagen|waren|hatten|zeigen|sprechen|erzählen|arbeiten|drehen|machen)\b
        (?:und |aber )?sie (?:schreiben|verzichten|lassen|beginnen|nennen|wollten|selbst|kommen|verwenden|leben)\b
        (?:(?:in|mit|bei|für) )?ihre?[mnrs]? (?:\w+ )?(?:film|filme|buch|debüt|\w*film)\b
        (?:(?:in|mit|bei|für) )?ihre?[mnrs]? (?:\w+ )?(?:hauptfigur|figuren|protagonist\w*)\b
        du (?:hast|bist|sagst|warst|hattest|\w+st)\b|(?:erzähl|beschreib|erklär)e? (?:uns|mir|mal|doch)\b
        """,
        "es": r"""
        (?:y |pero )?(?:h[aá]ble|h[aá]bla|cu[eé]nte|cu[eé]nta)(?:nos|me)\b
        (?:y |pero )?(?:expl[ií]que|expl[ií]ca|descr[ií]ba|descr[ií]be)(?:nos|me)\b
        (?:dime|dígame|díganos|dinos|hablemos|volvamos)\b|usted(?:es)? (?!me\b)\w+|has \w+[ai]do\b|se (?:nota|percibe)\b
        (?:(?:en|con|de|para|sobre) )?(?:tus?|sus) \w+
        (?:(?:en|con|para|sobre) )?su (?:película|documental|filme?|cine|obra|ópera prima|debut|corto|personaje)\b
        """,
        "pt": r"""
        (?:e |mas )?(?:fale|fala|conte|conta|explique|explica|descreva)(?:-nos|-me)?\b
        (?:falemos|voltemos|vamos falar)\b
        (?:e |mas )?vocês? (?!me\b)\w+|(?:o senhor|a senhora) \w+
        (?:(?:em|com|de|no|na|para|sobre) )?(?:o |a )?(?:seus?|suas?|teu|tua) (?:filme|documentário)\b
        (?:(?:em|com|de|no|na|para|sobre) )?(?:o |a )?(?:seus?|suas?|teu|tua) (?:longa|curta|cinema)\b
        (?:(?:em|com|de|no|na|para|sobre) )?(?:o |a )?(?:seus?|suas?|teu|tua) (?:obra|estreia|personagem|trabalho)\b
        """,
        "zh": r"""
        (?:请|請|能不能|能否|可否|您|你|妳|那么|那麼|听说|聽說|据说|據說|谈谈|談談|说说|說說|聊聊|有人说|有人說|我注意到)
        """,
    },
    r"[“\"'—–\-> ]*PHRASES",
)
QUESTION_WORDS = Phrases(
    {
        "en": rf"""
        {_LINKS}(?:in what|to what|at what|what|who|whom|whose|where|when|why|how|which)(?:’s|'s|’d|'d)?\b
        {_LINKS}(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|may|might)\b
        {_LINKS}(?:isn|aren|don|didn|doesn|wasn)[’']t\b
        """,
        "fr": r"""
        (?:et |mais |alors |donc )?(?:comment|pourquoi|quand|où|qui|quel(?:le)?s?|que|est-ce|combien|y a-t-il)\b|qu[’']
        (?:à|de|dans|pour|par|avec|sur|en) (?:quoi|qui|quel(?:le)?s?)\b|[\w’']+[- ](?:vous|t-(?:il|elle|on)|ce)\b
        """,
        "de": r"""
        (?:und |aber |also )?(?:wie|warum|wieso|weshalb|wann)\b
        (?:und |aber |also )?(?:wo(?:her|hin|für|mit|rum|rin|ran|bei|von)?|wer|wen|wem|was)\b
        (?:und |aber |also )?(?:welche[rsmn]?|inwie\w+|haben|hat|hatten?|sind|ist|war|waren|gab|gibt|wird|wurden?)\b
        (?:und |aber |also )?(?:können|könnten|glauben|denken|würden|wollten|mussten|fühlen|stimmt es|muss|kann)\b
        """,
        "es": r"(?:\w+,? ){0,4}¿",
        "pt": r"""
        (?:e |mas |então,? )?(?:(?:de |por |para |em |com )?(?:quem|qual)|como|porqu[eê]|quando|quantos?)\b
        (?:e |mas |então,? )?(?:(?:de |por |para |em |com )?(?:quais|onde|que)|como|porqu[eê]|quando|quantos?)\b
        (?:e |mas |então,? )?(?:o (?:que|quê)|é|foi|era|há|havia|houve|teve|tem|pode|poderia|acha|pensa|existe)\b
        """,
        "zh": r".{0,30}(?:为什么|為什麼|怎么|怎麼|什么|什麼|如何|谁|誰|哪|是否|有没有|有沒有|会不会|會不會|吗|嗎)",
    },
    r"[“\"'—–\-> ]*PHRASES",
)
REPLIES = Phrases(
    {
        "en": r"""
        (?:yes|yeah|yep|no|nope|nah|oh|well|sure|absolutely|exactly|definitely|certainly|never|right)\b[,.!—–\s]
        not (?:really|at all|yet)\b|of course\b|thank(?:s| you)[.,!]|good question|because\b|hmm|ha[,!]
        i (?:think|guess|mean|don|didn|was|had|suppose|hope|just|wanted|always|never|remember|believe|have|did)\b
        i(?:’m|'m|’d|'d|’ve|'ve)\b
        that(?:’s|'s| is| was) (?:a (?:good|great|tough|hard|difficult|funny)|true|right|the|what|how|why)\b
        my \w+|we \w+|[\[(](?:laugh|smil|sigh|pause)
        you (?:know|see|can|could|had|have (?:no|to)|never|don|won|wouldn|’ll|'ll)\b
        there(?:’s|'s| is| was| were) also\b
        """,
        "fr": r"""
        (?:oui|non|bien sûr|absolument|exactement|jamais|je|c[’']était|c[’']est|nous|mon|ma|mes|moi|on a|voilà)\b|j[’']
        (?:tout à fait|merci|effectivement|évidemment|en fait|oh|ah)\b
        (?:eh bien|parce que|peut-être|ça|pas (?:du tout|vraiment))\b
        """,
        "de": r"""
        (?:ja|nein|natürlich|genau|nie|ich|das war|das ist|wir)\b
        (?:meine?[nmrs]?|es (?:war|gab|ist)|mir|mich|doch|nun|also)\b
        (?:eigentlich|vielleicht|stimmt|klar|gute frage|danke|absolut|überhaupt nicht|gar nicht|weil|ach|oh|am anfang)\b
        """,
        "es": r"""
        (?:sí|no|claro|nunca|yo|era|es|fue|mis?|creo|me|exacto)\b
        (?:exactamente|bueno|pues|por supuesto|desde luego|quizás?)\b
        (?:tal vez|porque|gracias|absolutamente|efectivamente)\b
        (?:totalmente|nosotr[oa]s|tenía|quería|empecé|fui|tuve|a mí)\b
        (?:la verdad|hemos|estuvimos|éramos|queríamos|en realidad|al principio|eso)\b
        """,
        "pt": r"""
        (?:sim|não|claro|nunca|eu|meus?|minhas?|acho|exatamente|exato|bom|bem|com certeza|talvez|porque|obrigad[oa])\b
        (?:totalmente|nós|a gente|tinha|queria|na verdade|no início|no começo|isso|olha|sempre|espero|ah)\b
        (?:era|é|foi) [^?]*$
        """,
        "zh": r"(?:我|是的|是啊|对|對|不|没有|沒有|没错|沒錯|其实|其實|当然|當然|因为|因為|嗯|哈哈|谢谢|謝謝|可能)",
    },
    r"[“\"'—–\-> ]*PHRASES",
)
THEY = Phrases(
    {
        "en": r"\b(?:he|she|him|his|her|hers|himself|herself)\b",
        "fr": r"\b(?:il|elle)\b",
        "de": r"\b(?:er|ihn|ihm|sein|seine|seinen|seiner)\b",
        "es": r"\b(?:él|ella)\b",
        "pt": r"\b(?:ele|ela)\b",
        "zh": r"他|她",
    }
)
