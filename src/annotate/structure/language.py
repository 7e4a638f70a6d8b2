"""The language a text is in, by its commonest words or its script."""

from __future__ import annotations

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.han import holds_han

# The commonest words of each language, those that it shares with another too: what only one of them has decides.
_COMMON = {
    "en": """the and of to a in that is was it for with as his he on be at by i this had not are but from or have
        an they which one you were her she there been we their has would what will if when who so no""",
    "fr": """le la les de des du un une et est dans pour que qui pas avec sur au aux il elle ce cette par plus ne
        se son sa ses en je nous vous on mais ou comme à était c d l n qu s été sont leur même tout fait non
        dit""",
    "de": """der die das und ist nicht ein eine einen einem einer mit den dem des auf auch es er sie ich wir in
        im zu von für an als wie bei aus nach aber oder sich so dass war hat haben sind noch nur man wenn um""",
    "es": """el la los las de del un una y en que por con para se su sus no es lo al como más pero está este esta
        ha son fue ser muy sin sobre entre cuando yo me mi si o le también todo qué hay había""",
    "pt": """o a os as de do da dos das um uma e em no na nos nas que por com para se seu sua não é ao à como
        mais mas está este esta foi são pelo pela muito também eu me ele ela isso já ou quando sem tem era
        há você""",
    "it": """il lo la i gli le di del della dei un una e in nel che non per con si sono è al come più ma anche
        questo questa suo sua da dal ha era mi io se o quando tutto""",
    "nl": """de het een van en in is dat niet op te zijn voor met ook maar naar er aan als bij die hij ze ik we
        om was heeft nog door over dan wel uit of""",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = lazy_pattern(r"[^\W\d_]+")
_KANA = lazy_pattern(r"[\u3040-\u30ff]")
_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_SAMPLE = 20_000  # code points that are looked at
_LEAST_SHARE = 0.12  # of the words; below it nothing is claimed


def language_of(text: str) -> str | None:
    """Return the BCP 47 tag of the language a text is mostly in, None where that is not plain."""
    sample = text[:_SAMPLE]
    if holds_han(sample) and len(_HAN.findall(sample)) > 0.2 * len(sample):
        return "ja" if len(_KANA.findall(sample)) > 0.05 * len(sample) else "zh"
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = {language: sum(word in common for word in words) for language, common in _WORDS.items()}
    second, best = sorted(counts, key=lambda language: counts[language])[-2:]
    plain = words and counts[best] > counts[second] and counts[best] >= _LEAST_SHARE * len(words)
    return best if plain else None
