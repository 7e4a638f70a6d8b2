"""Which encoding a text is in: found for short and long texts in many languages, said where guessed, overruled."""

import pytest

from annotate.api.parse import parse_bytes
from annotate.errors import InputRefused
from annotate.model.parsing import Parsing
from annotate.read.decode import decode
from annotate.read.sniff import format_of

ENGLISH = "“The train came in,” she wrote, “and nobody ran.” It’s a tale — no more — told in a café. "
FRENCH = "Le train est arrivé à la gare. « Où étaient les spectateurs ? » demanda-t-elle. L’œuvre fut projetée à Noël. "
GERMAN = "Der Zug fuhr ein. „Wo waren die Zuschauer?“, fragte sie. Schöne Geschichten über große Säle hört man. "
SPANISH = "El tren llegó y nadie corrió. «¿Dónde estaban los espectadores?», preguntó la señora Ibáñez. "
PORTUGUESE = "O trem chegou à estação e ninguém fugiu. A sessão não começou até às três, e as canções eram tristes. "
POLISH = (
    "Pociąg wjechał na stację i nikt nie uciekł. Gdzie byli widzowie? Świat był źródłem opowieści, żółty i ciężki. "
)
CZECH = "Vlak vjel do stanice a nikdo neutekl. Příběh říká, že všichni křičeli úzkostí, ptala se paní Nováková. "
DANISH = "Toget kørte ind på stationen, og ingen løb sin vej. Hvor var tilskuerne, spurgte hun så ærligt. "
TURKISH = "Tren istasyona girdi ve kimse kaçmadı. Hikâye herkesin çığlık attığını söylüyor, şöyle güzel. "
RUSSIAN = "Поезд прибыл на станцию, и никто не убежал. Где были зрители? Все кричали, говорит история. "
GREEK = "Το τρένο έφτασε στον σταθμό και κανείς δεν έτρεξε. Πού ήταν οι θεατές; ρώτησε εκείνη. "
CHINESE = "火车进站了，没有人逃跑。“观众在哪里？”她问道。可是没有任何证据。"
TAIWANESE = "火車進站了，沒有人逃跑。「觀眾在哪裡？」她問道。可是沒有任何證據。"
JAPANESE = "列車が駅に到着したが、誰も逃げなかった。「観客はどこにいたのか」と彼女は尋ねた。"
KOREAN = "기차가 역에 들어왔지만 아무도 도망치지 않았다. 관객은 어디에 있었는가? 그녀가 물었다. "

WRITTEN = [
    (ENGLISH, "windows-1252 macintosh utf-16-le utf-16-be utf-32-le utf-32-be"),
    (FRENCH, "windows-1252 iso-8859-15 macintosh utf-16-le"),
    (GERMAN, "windows-1252 macintosh ibm850"),
    (SPANISH, "windows-1252 macintosh"),
    (PORTUGUESE, "windows-1252 macintosh"),
    (POLISH, "windows-1250 iso-8859-2"),
    (CZECH, "windows-1250 iso-8859-2"),
    (DANISH, "windows-1252"),
    (TURKISH, "windows-1254"),
    (RUSSIAN, "windows-1251 koi8-r iso-8859-5 ibm866 utf-16-be"),
    (GREEK, "windows-1253 iso-8859-7"),
    (CHINESE, "gb18030 gbk utf-16-le"),
    (TAIWANESE, "big5 utf-16-be"),
    (JAPANESE, "shift_jis euc-jp iso-2022-jp utf-16-le"),
    (KOREAN, "euc-kr utf-16-le"),
]
CASES = [(words, encoding) for words, encodings in WRITTEN for encoding in encodings.split()]


@pytest.mark.parametrize("times", [1, 40], ids=["short", "long"])
@pytest.mark.parametrize(("words", "encoding"), CASES, ids=lambda value: value.split()[0] if " " in value else value)
def test_the_encoding_is_found_and_said(words, encoding, times):
    data = ("A Title\n\n" + words.strip() * times + "\n").encode(encoding, "ignore")
    text, findings = decode(data, "a.txt")
    assert text == data.decode(encoding)
    assert [finding.code for finding in findings] == ["F111"]
    assert format_of(data, "a.txt") == "plain"


@pytest.mark.parametrize("words", ["The café was “closed” and cost £5.", "A naïve film.", "It was 20° in the shade."])
def test_a_western_text_with_hardly_an_accent_is_windows_1252(words):
    assert decode(words.encode("windows-1252"), "a.txt")[0] == words


def test_a_person_says_which_encoding_it_is():
    words = "Příběh říká, že všichni křičeli."
    parsed = parse_bytes(f"A Title\n\n{words}\n".encode("iso-8859-2"), "a.txt", Parsing(encoding="iso-8859-2"))
    assert words in parsed.tei.decode()
    assert not [finding for finding in parsed.findings if finding.code.startswith("F")]


def test_the_source_is_known_by_its_own_bytes_whatever_its_encoding():
    data = "A Title\n\nA naïve film.\n".encode("windows-1252")
    guessed = parse_bytes(data, "a.txt")
    assert parse_bytes(data, "a.txt", Parsing(encoding="windows-1252")).tei == guessed.tei


def test_bytes_that_the_encoding_has_not_are_named_with_their_place():
    with pytest.raises(InputRefused) as refused:
        parse_bytes(b"A Title\n\nA na\xefve film.\n", "a.txt", Parsing(encoding="utf-8"))
    (finding,) = refused.value.findings
    assert str(finding).startswith("a.txt:3:5: error F138 the bytes from here on are no utf-8")


def test_the_encoding_that_was_said_is_kept_for_the_next_time(tmp_path, annotate, misuse):
    source = tmp_path / "vlak.txt"
    source.write_bytes("Vlak\n\nPříběh říká, že všichni křičeli úzkostí.\n".encode("iso-8859-2"))
    annotate("parse", source, "--encoding", "iso-8859-2", code=0)
    assert 'encoding = "iso-8859-2"' in (tmp_path / "vlak.parse.toml").read_text("utf-8")
    assert "“no-such” is no encoding" in misuse("parse", source, "--encoding", "no-such")
