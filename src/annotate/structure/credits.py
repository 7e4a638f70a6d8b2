"""Recognises the credits of a film: the lines that name its makers, its players, its length, its release."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.draft import Draft, Kind
from annotate.structure.phrases import Phrases, any_of
from annotate.structure.ratings import is_rating
from annotate.structure.vocabulary import credits as words

if TYPE_CHECKING:
    from annotate.structure.draft import Sketch

_LONGEST_WORDS = 90
_BRACKETED_WORDS = 20
_CREDIT_AND_RATING_WORDS = 14
_PROSE = 30  # words
_PERSONS = any_of(
    r"""
    (?:co-?|executive |associate )?(?:director|producer|writer|author)s?(?: of photography)?
    (?:co-?|executive |associate )?(?:cinematographer|editor)s?(?: of photography)?
    (?:co-?|executive |associate )?(?:composer|screenwriter|scriptwriter)s?(?: of photography)?
    direct(?:ed|ion)(?: by)?|dirs?\b\.?|(?:main |principal |featured |full )?cast(?: members)?|starring|stars|actors?
    with(?: the voices of)?|featuring|voices(?: of)?
    (?:directed|written|produced|photographed|edited|shot|scored|composed|narrated)(?: (?:and|&) \w+)? by
    screenplay(?: by)?
    script(?: by)?|story(?: by)?|scenario(?: by)?
    cinematography(?: by)?|photography(?: by)?|camera|dp|music(?: by)?|score(?: by)?|editing|sound(?: design)?
    production design(?:er)?|art direct(?:or|ion)
    costumes?(?: design(?:er)?)?|make-?up|visual effects|narrat(?:or|ion)|based on|crew|players|intertitles
    titles
    mise en scène|réalisation|réalisateur|scénario|avec|regie|drehbuch|kamera|schnitt|musik|darsteller|mit
    dirección|guion|reparto|fotografía|direção|roteiro|elenco
    导演|编剧|主演
    """
)
_FACTS = any_of(
    r"""
    (?:running|run|screen) ?time|runtime|length|duration|durée|länge|duración|duração|片长|cert(?:ificate|\.)?
    classification|rated|mpaa(?: rating)?|bbfc
    countr(?:y|ies)(?: of origin)?|year|language|genre|format|print|aspect ratio|colou?r|studio
    production(?: company| companies)?|distribut(?:or|ion|ed by)
    (?:us|uk|theatrical|dvd|blu-?ray|original|world)? ?(?:release(?: date|d)?|premiere|opening)|released(?: by)?
    label|rrp|price|extras|special features|video|audio|subtitles|region(?: code)?|discs?|web ?site|imdb(?: rating)?
    available(?: on| from)?|in (?:cinemas|theat(?:er|re)s)|publisher|original title|also known as|a\.?k\.?a\.?
    pays|land|jahr|año|país|ano|国家|年份|venue|where|budget|reels
    """
)
_PARTING = r"(?:\(s\))?\s*(?:[:：]|\s[-–—]\s)"
_PARTED = lazy_pattern(r"[:：]|\s[-–—]\s")  # asked first: the patterns below are very long
_KEY = lazy_pattern(rf"(?:key |lead |main )?(?:{_PERSONS}|{_FACTS}){_PARTING}\s*\S", re.IGNORECASE)
_KEY_ALONE = lazy_pattern(rf"(?:{_PERSONS}|{_FACTS})\s*[:：]?", re.IGNORECASE)
_KEY_ABROAD = Phrases(words.LABEL, rf"PHRASES{_PARTING}\s*\S")  # in the language of the text
_KEY_ABROAD_ALONE = Phrases(words.LABEL, r"PHRASES\s*[:：]")
_UNPARTED_ABROAD = Phrases(words.PHRASE)
_MINUTES = lazy_pattern(words.MINUTES, re.IGNORECASE)
_ANYWHERE = lazy_pattern(rf"(?<!\w)(?:{_PERSONS}|{_FACTS}){_PARTING}", re.IGNORECASE)
_UNPARTED = lazy_pattern(
    r"(?i:direct(?:ed|ion)(?: and \w+| & \w+)? by|dirs?\.?|starring:?|with|featuring|starts|produced by|photographed by"
    r"|scored by|edited by|music by|screenplay by|cast:?)\s+(?P<value>[^\W\d_a-z].*)$"
)
_DIRECTED = lazy_pattern(r"(?<!\w)(?i:directed by|dir\b\.?:?|d:|director:|réal\.|regie:)\s*[^\W\d_a-z]")
_LENGTH = lazy_pattern(
    r"(?<![\w.])(?:\d{2,3}\s?(?:min(?:ute)?s?\b\.?|m\b|′|')|\d\s?h(?:rs?"
    r"|ours?)?\b\.?,?\s?(?:\d{1,2}\s?m(?:in(?:ute)?s?)?\b\.?)?)",
    re.IGNORECASE,
)
_IN_BRACKETS = lazy_pattern(r"\([^()]*(?<!\d)\d{2,3}\s?min(?:ute)?s?\b[^()]*\)\W*$", re.IGNORECASE)
_CERTIFICATE = lazy_pattern(
    r"\(?(?:rated\s+|certificate:?\s+|cert\.?:?\s+)?(?:U|PG|PG-13|12A?|15|18|R|NC-17|G|TV-\w+|NR|unrated"
    r"|not rated|Classified:? G|FSK:? ?(?:ab )?\d{1,2})\)?",
    re.IGNORECASE,
)
_CERTIFIED = lazy_pattern(r"(?:rated|certificate|cert|not rated|unrated|mpaa)\b.{0,60}$", re.IGNORECASE)
_STARS = lazy_pattern(r"[★☆⭐✭]")
_YEAR = lazy_pattern(r"(?<!\d)(?:18[89]|19\d|20\d)\d(?!\d)")
_COUNTRY_YEAR = lazy_pattern(
    r"\(?(?:(?:USA?|U\.S\.A?\.?|UK|GB|Great Britain|Britain|France|Germany|West Germany|Italy|Spain|Japan"
    r"|China|India|Sweden|Denmark|Norway|Finland"
    r"|USSR|Soviet Union|Russia|Poland|Hungary|Czechoslovakia|Austria|Belgium|Netherlands|Switzerland"
    r"|Canada|Mexico|Brazil|Argentina|Australia"
    r"|Portugal|Ireland|Iran|Turkey|Greece|South Korea|Hong Kong|Taiwan|[A-Z]{2,3}"
    rf"|{'|'.join(words.COUNTRIES.split('/'))})(?:\s*[/,–-]\s*"
    r"|\s+))+(?:18|19|20)\d\d\)?[.,]?",
)
_RELEASE = lazy_pattern(
    r"(?:(?:now )?(?:opens|opening|in (?:uk |us |select(?:ed)? )?(?:cinemas|theat(?:er|re)s)|out (?:now|on"
    r"|today)|now (?:playing|showing|streaming)|available (?:now|on|from|to)"
    r"|on (?:dvd|blu-ray|netflix|general release|release|demand|digital)|streaming (?:on|now)"
    r"|released? (?:on|by|in)|screening (?:at|on)|showing at)\b).{0,80}$",
    re.IGNORECASE,
)
_ROLE = lazy_pattern(r"(?P<role>[^.…\t]{2,40}?)\s*(?:\.{2,}|…+|\t|\s[–—]\s|\bas\b)\s*(?P<player>[^.…\t]{3,50})$")
_HEADING = lazy_pattern(
    r"(?:(?:the )?(?:film )?credits|cast(?: (?:and|&) (?:crew|credits))?|crew|film (?:info|details|facts"
    r"|information|data)|(?:the )?details|info|fact ?box"
    r"|production notes|technical (?:details|specs))\s*:?",
    re.IGNORECASE,
)
_GENRE = (
    r"(?:(?:romantic|black|dark|science|period|costume|historical|family|spy|psychological|crime|war|teen) )?"
    r"(?:action|adventure|animat(?:ed|ion)|biography|biopic|comedy|crime|documentary|drama|family|fantasy|fiction|history"
    r"|horror|music|musical|mystery|noir|romance|sci-fi|short|sport|thriller|war|western)"
)
_GENRES = lazy_pattern(rf"{_GENRE}(?:\s*(?:[,/|•·&-]|and)?\s*{_GENRE}){{0,4}}", re.IGNORECASE)
_GENRES_ABROAD = Phrases(words.GENRE, r"PHRASES(?:\s*(?:[,/|•·、&-]|und|et|[ye]\b)?\s*PHRASES){0,4}")
_SMALL = frozenset(
    """and by the of in on at to for from with a an as de la le les du der die das und von van el los y e il di da
    min mins
    minutes
    hours hour hr hrs m h uncredited cast also based colour color b w black white silent sound subtitles english
    reels print mm with approx additional voice voices directed written produced starring photographed music
    edited screenplay now out cinemas theaters theatres et al avec mit con com""".split()
)
_KEYED = lazy_pattern(r"[^\W\d_][^\W\d_]*(?:[ /&’'-]{1,3}[^\W\d_]+){0,3}(?:\(s\))?\s*[:：]\s*\S")
_KEYED_WORDS = 40
_UNPARTED_WORDS = 25  # of a line that names makers without a colon
_LENGTH_WORDS = 6
_GENRE_WORDS = 6
_SENTENCE_ENDS = ("。", "！", "？", "?", "!")  # a list of names in capitals alone tells no sentence in Chinese
_OF_SPEECH = frozenset({"I", "You", "We", "you", "my", "I'm", "I’m"})
_WORD = lazy_pattern(r"[^\W\d_][\w’'\-]*")


def recognise_credits(sketch: Sketch) -> None:
    """Claim lines of credits wherever they stand, then lines beside them that only their neighbours explain."""
    drafts = sketch.drafts
    for _, draft in sketch.open():
        if is_credits(draft) or _is_year(draft):
            draft.becomes(Kind.CREDITS, "names the makers, the players or the length of a film")
    _claim_roles(drafts)
    _claim_neighbours(drafts)
    _claim_genres_above(drafts)


def is_credits(draft: Draft) -> bool:
    """Whether a block names makers, players, length or release of a film, and says nothing else."""
    text = draft.text
    if draft.words > _LONGEST_WORDS or draft.label:
        return False
    parting = _PARTED.search(text) if any(sign in text for sign in ":：-–—") else None
    if parting is not None and _is_list_of_names(text[parting.end() :]) and _is_keyed(draft):
        return True
    if _IN_BRACKETS.search(text) and draft.words <= _BRACKETED_WORDS:
        return True
    if draft.words > 6 and not _is_list_of_names(text):
        return False
    if parting is not None and len(_ANYWHERE.findall(text)) >= 2:
        return True
    unparted = _UNPARTED.match(text)
    if unparted is not None and not draft.ends_sentence and _is_list_of_names(unparted["value"]):
        return text[:5].casefold() != "with " or "," in text
    dated = bool(_YEAR.search(text))
    if not draft.ends_sentence and draft.words <= _UNPARTED_WORDS and _is_credit_abroad(draft):
        return True
    if _LENGTH.search(text) and (draft.words <= 6 or dated or _DIRECTED.search(text)):
        return draft.words <= 6 or not text.endswith("?")
    if dated and draft.words <= _CREDIT_AND_RATING_WORDS and _STARS.search(text):
        return True
    return bool((_DIRECTED.search(text) and dated) or _COUNTRY_YEAR.fullmatch(text) or _CERTIFICATE.fullmatch(text))


def _is_keyed(draft: Draft) -> bool:
    """Whether a line begins with what somebody or something did for a film, in English or the text's own language."""
    if _KEY.match(draft.text):
        return True
    if draft.languages == ("en",) or draft.text.endswith(_SENTENCE_ENDS):
        return False
    return bool(_KEY_ABROAD.of(draft.languages).match(draft.text))


def _is_credit_abroad(draft: Draft) -> bool:
    """Whether a line without a colon names makers or a length as another language than English does."""
    if draft.languages == ("en",):
        return False
    if draft.words <= _LENGTH_WORDS and _MINUTES.match(draft.text):
        return True
    return bool(_UNPARTED_ABROAD.of(draft.languages).match(draft.text)) and _is_list_of_names(draft.text)


def _is_year(draft: Draft) -> bool:
    """Whether a line is nothing but the year of a film."""
    return len(draft.text) <= 6 and bool(_YEAR.fullmatch(draft.text.strip("()")))


def _is_list_of_names(text: str) -> bool:
    """Whether nearly all of its words are names, numbers or the small words between them: no sentence is."""
    if text.endswith(("?", "!")):
        return False
    words = _words_of(text)
    if not _OF_SPEECH.isdisjoint(words):
        return False
    plain = (word for word in words if word[0].islower() and word.casefold() not in _SMALL)
    allowed = max(len(words) // 5, 1 if len(words) <= 6 else 0)
    return next(islice(plain, allowed, None), None) is None  # of prose the first words tell


def _words_of(text: str) -> list[str]:
    """Return what `_WORD` finds; most words are seen to be one without it, in a third of the time."""
    words: list[str] = []
    for piece in text.split():
        if piece.isalpha():
            words.append(piece)
        elif piece[-1] in ".,;" and piece[:-1].isalpha():
            words.append(piece[:-1])
        else:
            words += _WORD.findall(piece)
    return words


def _is_key_alone(draft: Draft, after: Draft | None) -> bool:
    """Whether a line says what the names right below it did for the film: "Directed by" above "Paul Leni"."""
    if after is None or draft.words > 4 or not (after.kind is Kind.CREDITS or _is_right_below(draft, after)):
        return False
    return bool(_KEY_ALONE.fullmatch(draft.text) or _KEY_ABROAD_ALONE.of(draft.languages).fullmatch(draft.text))


def _is_right_below(draft: Draft, after: Draft) -> bool:
    """Whether the line right below another holds nothing but names."""
    if after.kind is not None or after.line != draft.line + 1 or after.words > 30 or after.ends_sentence:
        return False
    return after.text[:1].isupper() and _is_list_of_names(after.text)


def _claim_roles(drafts: list[Draft]) -> None:
    """Claim runs of at least two lines that give a role and its player."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        if draft is not None and draft.kind is None and draft.words <= 12 and _is_role(draft.text):
            run.append(draft)
            continue
        if len(run) >= 2:
            for member in run:
                member.becomes(Kind.CREDITS, "one of several lines that give a role and its player")
        run = []


def _is_role(text: str) -> bool:
    match = _ROLE.match(text)
    return match is not None and _is_list_of_names(match["player"]) and bool(re.match(r"[^\W\d_a-z]", match["player"]))


def _is_keyed_below(before: Draft, draft: Draft) -> bool:
    """Whether a line right below a line of credits says, as that does, of what it speaks before a colon."""
    if before.kind is not Kind.CREDITS or draft.line != before.line + 1 or draft.words > _KEYED_WORDS or draft.label:
        return False
    return bool(_KEYED.match(draft.text) and _KEYED.match(before.text)) and not draft.text.endswith((".", "?", "!"))


def _is_genre(draft: Draft) -> bool:
    return bool(_GENRES.fullmatch(draft.text) or _GENRES_ABROAD.of(draft.languages).fullmatch(draft.text))


def _claim_neighbours(drafts: list[Draft]) -> None:
    """Claim what heads a block of credits, and short lines right above, below or between its lines."""
    prose = False
    for index, draft in enumerate(drafts):
        if draft.kind is None and index and _is_keyed_below(drafts[index - 1], draft):
            draft.becomes(Kind.CREDITS, "a line of the same form as the credits above it", certainty=0.9)
        prose = prose or (draft.kind is None and draft.words >= _PROSE)
        if draft.kind is not None or draft.words > 14 or (draft.ends_sentence and not draft.text.endswith((":", "："))):
            continue
        before = drafts[index - 1] if index else None
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        below = before is not None and before.kind is Kind.CREDITS
        above = after is not None and after.kind is Kind.CREDITS
        tight_below = below and before is not None and draft.line == before.line + 1
        tight_above = above and after is not None and after.line == draft.line + 1
        names = _is_list_of_names(draft.text)
        if _is_key_alone(draft, after):
            draft.becomes(Kind.CREDITS, "announces whose name is on the next line")
            if after is not None and after.kind is None:
                after.becomes(Kind.CREDITS, "names whom the line above announces")
        elif above and _HEADING.fullmatch(draft.text):
            draft.becomes(Kind.CREDITS, "heads the credits")
        elif (below or above or not prose) and (_RELEASE.match(draft.text) or _CERTIFIED.match(draft.text)):
            draft.becomes(Kind.CREDITS, "tells where or for whom a film is shown, beside its credits")
        elif (below or above) and _is_genre(draft):
            draft.becomes(Kind.CREDITS, "names the kind of film, beside its credits")
        elif names and (tight_below or (tight_above and prose)) and not is_rating(draft.text):
            draft.becomes(Kind.CREDITS, "a short line in a block of credits", certainty=0.85)
        elif below and _RELEASE.match(draft.text):
            draft.becomes(Kind.CREDITS, "tells where a film is shown, below its credits")


def _claim_genres_above(drafts: list[Draft]) -> None:
    """Claim the kind of film on the line above its credits."""
    for before, draft in pairwise(drafts):
        if before.kind is None and draft.kind is Kind.CREDITS and before.words <= _GENRE_WORDS and _is_genre(before):
            before.becomes(Kind.CREDITS, "names the kind of film, above its credits")
