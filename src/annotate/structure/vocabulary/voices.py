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
        {_LINKS}let(?:’|'|u)s (?:talk|start|begin|go|turn|move|speak|come)\b
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
        "fr": r"(?:parlez|racontez|dites|expliquez)[- ]|vous (?:avez|êtes|dites|parlez|citez)\b|votre \w+",
        "de": r"(?:erzählen|beschreiben|erklären) sie\b|sie (?:haben|sind|sagen|waren|hatten)\b|ihr (?:film|buch)\b",
        "es": r"(?:háblenos|cuéntenos|cuéntame|explíquenos|hábleme)\b|usted (?:ha|es|dice)\b",
        "pt": r"(?:fale|conte|explique)(?:-nos)?\b|você (?:já|disse|é|fez)\b",
        "zh": r"(?:请|請|能不能|您|你|那么)",
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
        "fr": r"(?:et |mais |alors )?(?:comment|pourquoi|quand|où|qui|quel(?:le)?s?|que|est-ce)\b|qu[’']",
        "de": r"(?:und |aber )?(?:wie|warum|wieso|wann|wo|wer|was|welche[rsmn]?|haben|sind|ist|war|gab|können)\b",
        "es": r"¿",
        "pt": r"(?:e |mas )?(?:como|por que|porque|quando|onde|quem|qual|quais|o que|de que)\b",
        "zh": r"(?:为什么|怎么|什么|如何|谁|哪)",
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
        """,
        "fr": r"(?:oui|non|bien sûr|absolument|exactement|jamais|je|j[’']|c[’']était|c[’']est|nous|mon|ma)\b",
        "de": r"(?:ja|nein|natürlich|genau|nie|ich|das war|das ist|wir|mein|meine|es war)\b",
        "es": r"(?:sí|no|claro|nunca|yo|era|es|fue|mi|creo|me)\b",
        "pt": r"(?:sim|não|claro|nunca|eu|era|é|foi|meu|minha|acho)\b",
        "zh": r"(?:我|是的|对|不|没有|其实)",
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
