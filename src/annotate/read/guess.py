"""Which encoding a text without a mark is in: each is tried, and the one wins whose characters stand as in prose.

A library that tells encodings by the mess they make takes Mac Roman for windows-1252 and Shift-JIS for Korean in short
texts; what it has no eye for is where a character stands: a capital inside a word, a fraction between letters, an
opening quotation mark before a space.
"""

from __future__ import annotations

import unicodedata

from annotate.lazy_pattern import lazy_pattern

# The names are those of the IANA registry; of encodings that differ in nothing a text holds the larger one stands here.
_ONE_BYTE = (
    *("windows-1252", "iso-8859-15", "macintosh", "windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "iso-8859-5"),
    *(
        "ibm866",
        "mac-cyrillic",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "ibm850",
    ),
)
_MANY_BYTES = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
_PYTHON = {
    "macintosh": "mac-roman",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ibm866": "cp866",
    "ibm850": "cp850",
}
_BOTH_WAYS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SHIFTS_OF_JAPANESE = (b"\x1b$B", b"\x1b$@", b"\x1b(J")  # ISO-2022-JP (RFC 1468)

_SAMPLE_BYTES = 100_000
_SAMPLE = 1000  # characters beyond ASCII that are weighed
_LIKELY = 0.45  # the least mean weight of what is taken for prose
# How much better another encoding must fit than windows-1252, in which most Western texts without a mark are.
_PREJUDICE = 0.06

# How well letters beyond ASCII speak for an encoding: those of the languages that are written in it, the rarer less.
_LETTERS: dict[str, float] = {
    **dict.fromkeys((chr(code) for code in (*range(0x370, 0x400), *range(0x5D0, 0x700))), 1.0),
    **dict.fromkeys("éèêëàâçîïôûüöäßñóíáúãœæåÉÈÀÂÇÊÎÔÖÄÜÑÓÍÁÚÅØÕÃŒÆ", 1.0),
    "ø": 0.75,
    "ù": 0.75,
    "ò": 0.75,
    "ÿ": 0.7,
    "õ": 0.6,
    "ì": 0.5,
    **dict.fromkeys("ćęłńśźżýťďőűŠŽŘŚŁŻĄĆĘŹŮÝŤĎŇŐŰşţăŞŢĂğıİēūā", 0.9),
    **dict.fromkeys("ěřůčšž", 1.0),
    **dict.fromkeys("ąľĺŕňīģķļņ", 0.7),
    **dict.fromkeys("оеаинтсрвлкмдпуяыьгзбчйхжшюОЕАИНТСРВЛКМДПУЯГЗБЧЙХЖШЮіїєґІЇЄ", 1.0),
    **dict.fromkeys("щэфъцЩЭФЦЪЫЬёЁ", 0.5),
    **dict.fromkeys("ϊϋΐΰ", 0.2),
}
_COMMON = frozenset(
    # The most common characters of Chinese (both scripts), Japanese and Korean prose.
    "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年"
    "过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣"
    "理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩"
    "电電影片视視问問间間很最重并物手应應战戰向头頭文体體美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化"
    "老给給世位次度门門任常先海通教儿兒东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别"
    "打女变變四神总總何电演导導演员戏戲观觀众眾看觀"
    "のにはをたがでてとしれさあいなるらもこかりんくよすせまけうそつどだじえきちみめ"
    "アイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンーッャュョァィェォガギグゴザジズゼゾダデドバビブベボパピプペポ"
    "이다는을를의에가은하고지도한로그어서나아기사리자라시인해과만와대들니였있었일수정것않을면부전말보람제게영화상원여주"
)
_OPENING = frozenset("“‘«‹„‚¿¡「『《〈（【")
_CLOSING = frozenset("”’»›“‘」』》〉）】")
_WIDE_STOPS = frozenset("。，、？！：；…—「」『』《》〈〉（）【】・ー　")
_BEYOND_ASCII = lazy_pattern(r"[^\x00-\x7f]")


def guess(data: bytes, first: int) -> tuple[str, str] | None:
    """Return the text of `data` by the encoding that fits best, and the encoding's IANA name; None if none fits.

    The data is neither UTF-8 nor has a byte order mark; `first` is the offset of the first byte beyond ASCII.
    """
    start = data.rfind(b"\n", 0, first) + 1
    sample = data[start : data.find(b"\n", start + _SAMPLE_BYTES) + 1 or len(data)]
    weighed: list[tuple[float, int, str]] = []
    for rank, name in enumerate((*_ONE_BYTE, *_MANY_BYTES)):
        text = _decoded(sample, name)
        if text is not None:
            weighed.append((_weight(text) + (_PREJUDICE if rank == 0 else 0.0), -rank, name))
    for weight, _, name in sorted(weighed, reverse=True):
        whole = _decoded(data, name) if weight >= _LIKELY else None
        if whole is not None:
            return whole, name
    return None


def guess_wide(data: bytes) -> tuple[str, str] | None:
    """Return the text of `data` if it is UTF-16 or UTF-32 without a mark, and which; else None.

    Any such text has NUL bytes: its spaces or line ends hold some.
    """
    best: tuple[int, str, str] | None = None
    for name in _BOTH_WAYS if b"\0" in data[:4096] else ():
        text = _decoded(data, name)
        if text is None or "\0" in text:
            continue
        usual = sum(character in " \n。，、" or "a" <= character <= "z" for character in text[:_SAMPLE])
        strange = sum(
            unicodedata.category(character) in {"Cn", "Co", "Cc"} and character not in "\t\n\r\f"
            for character in text[:_SAMPLE]
        )
        if not strange and usual and (best is None or usual > best[0]):
            best = (usual, name, text)
    return (best[2], best[1]) if best else None


def shifted_japanese(data: bytes) -> str | None:
    """Return the text of `data` if it is ISO-2022-JP, whose bytes are all ASCII; else None."""
    return _decoded(data, "iso-2022-jp") if any(shift in data for shift in _SHIFTS_OF_JAPANESE) else None


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(_PYTHON.get(name, name))
    except UnicodeDecodeError:
        return None


def _weight(text: str) -> float:
    """Return how much the characters beyond ASCII stand as in prose: their mean weight, by the bytes they take."""
    total = count = 0.0
    for number, found in enumerate(_BEYOND_ASCII.finditer(text)):
        if number >= _SAMPLE:
            break
        at = found.start()
        size = 2 if found.group() >= "\u1100" and _is_wide(found.group()) else 1
        total += size * _weight_of(found.group(), text[at - 1 : at] or " ", text[at + 1 : at + 2] or " ")
        count += size
    return total / count if count else 0.0


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _weight_of(character: str, before: str, after: str) -> float:
    """Return how well a character fits between its neighbours, from -2 to 1."""
    if "\u0e01" <= character <= "\u0e5b":  # Thai
        return 0.9
    if character.isalpha():
        return _weight_of_letter(character, before, after)
    if character in "£€¥°" and (before.isdigit() or after.isdigit()):
        return 0.9
    if character in _WIDE_STOPS and (_is_wide(before) or _is_wide(after)):
        return 1.0
    if character in _OPENING or character in _CLOSING:
        opens = not before.isalnum() and before not in ".,!?;:…" and (after.isalnum() or after in "\u00a0 «“‘¿¡…—")
        closes = not before.isspace() and not after.isalnum()
        inside = character == "’" and before.isalpha() and after.isalpha()
        spaced = character == "»" and before in " \u00a0"
        fits = (character in _OPENING and opens) or (character in _CLOSING and (closes or inside or spaced))
        return 1.0 if fits else -1.0
    if character in "–—":
        return 1.0 if before.isspace() and after.isspace() else 0.3 if before.isalnum() == after.isalnum() else -0.5
    if character == "…":
        return 0.8
    if character in "\u00a0\u202f":
        return 0.3
    if unicodedata.category(character) in {"Cc", "Cn", "Co"} or "\u2500" <= character <= "\u25ff":
        return -2.0
    return -1.5 if before.isalpha() and after.isalpha() else -0.2


def _weight_of_letter(character: str, before: str, after: str) -> float:
    if character in _COMMON:
        return 1.0
    if character >= "\u3040":
        return -0.5 if "\uff61" <= character <= "\uff9f" or "\ue000" <= character <= "\uf8ff" else 0.15
    weight = 1.0 if character + after == "õe" else _LETTERS.get(character, 0.1)
    if before.isdigit() or after.isdigit() or (character == "ς" and after.isalpha()):
        weight -= 1.0
    if character.isupper() and before.isalpha() and (before.islower() or after.islower()):
        weight -= 2.0 if before.islower() else 1.0
    if character < "\u0250" and before.isalpha() and after.isalpha() and not (before + after).isascii():
        weight -= 0.8 if before.isascii() or after.isascii() else 1.5  # accents seldom stand side by side
    if before.isalpha() and (before < "\u0250") != (character < "\u0250"):
        weight -= 1.5
    return weight
