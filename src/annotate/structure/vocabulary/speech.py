"""The words of each language by which a text says that somebody speaks, writes or thinks, and who."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words of one language, each a string of alternatives parted by "|" (regular expressions, lower case).

    Attributes:
        speech: verbs of speech in the forms a report uses.
        telling: verbs of speech whose first object is the person spoken to.
        writing: verbs of writing, and of what is written on a thing.
        thinking: verbs of silent speech.
        naming: verbs by which a speaker puts a name or a judgement on a thing.
        according: what stands before the speaker's name instead of a verb.
        tagging: what stands between a quotation and its speaker's name instead of a verb.
        wording: nouns for words, after a speaker's name in the genitive.
        between: what may stand between a subject and its verb.
        being: forms that make the verb passive.
        never: words that deny the verb.
        he, she, it, first, other: pronouns as subjects; `other` are those that name nobody.
        him, her: pronouns after `according`.
        director: nouns for the director of a film.
        people: nouns for persons without a name, whom a pronoun may mean.
        offices: nouns that stand before a person's name.
        mister, miss: what stands before a man's and a woman's name.
        documents: nouns for what bears writing.
        prepositions: words after which a name is not the subject.
        determiners: words that open a noun phrase.
        termed: what stands before a technical term in quotation marks.
        worded: what stands before a word that is mentioned, not used.
        work, part: nouns for a work, and for what is part of a larger one.
    """

    speech: str
    telling: str = ""
    writing: str = ""
    thinking: str = ""
    naming: str = ""
    according: str = ""
    tagging: str = ""
    wording: str = ""
    between: str = ""
    being: str = ""
    never: str = ""
    he: str = ""
    she: str = ""
    it: str = ""
    first: str = ""
    him: str = ""
    her: str = ""
    other: str = ""
    director: str = ""
    people: str = ""
    offices: str = ""
    mister: str = ""
    miss: str = ""
    documents: str = ""
    prepositions: str = ""
    determiners: str = ""
    termed: str = ""
    worded: str = ""
    work: str = ""
    part: str = ""


_ENGLISH = SpeechWords(
    speech="said|says|say|saying|replied|replies|reply|replying|recalled|recalls|recalling|explained|explains|explaining"
    "|remarked|remarks|remarking|countered|counters|continues|continued|declared|declares|declaring|insisted|insists"
    "|insisting|observed|observes|observing|noted|notes|noting|answered|answers|remembered|remembers|claimed|claims"
    "|claiming|argued|argues|arguing|adds|added|adding|admitted|admits|admitting|agreed|agrees|conceded|concedes"
    "|concluded|concludes|shouted|shouts|cried|cries|whispered|whispers|quipped|quips|joked|jokes|joking|laughed"
    "|muttered|murmured|announced|announces|announcing|complained|complains|confessed|confesses|suggested|suggests"
    "|stated|states|stating|responded|responds|retorted|retorts|repeated|repeats|promised|promises|warned|warns"
    "|protested|objected|exclaimed|exclaims|commented|comments|commenting|puts it|put it|maintained|maintains"
    "|reflected|reflects|reflecting|opined|opines|quoted as saying|(?:was|were|am|is|are)(?: all)? like",
    telling="told|tells|tell|telling|asked|asks|ask|asking|assured|assures|reminded|reminds|informed",
    writing="wrote|writes|write|writing|written|read|reads|scribbled|scrawled|noted down|wired|cabled|tweeted|tweets"
    "|posted|bore the words?|bears the words?|bear the words?",
    thinking="thought|thinks|thinking|wondered|wonders|wondering|mused|muses",
    naming="call|calls|called|calling|describes?|described|describing|dubbed|dubs|dismissed|dismisses|praised|praises"
    "|hailed|hails|labelled|labeled|termed|deemed|characteri[sz]ed|characteri[sz]es|likened|compares|compared",
    according="according to|in the words of|to quote",
    tagging="according to|in the words of|quoth",
    wording="words|phrase|remark|reply|answer|verdict|explanation|motto|advice|complaint|formula|formulation",
    between="has|have|had|would|will|could|can|might|must|did|does|once|also|later|then|now|still|again|often|always"
    "|simply|merely|only|even|famously|himself|herself|themselves|rightly|wrongly|first|just|recently|already"
    "|previously|earlier|sometimes|soon|quickly|finally|eventually|instead|in turn|has since|went on to|goes on to"
    "|likes? to|liked to|used to|loved to|loves to|tends to|tended to|continues to|continued to|kept|keeps"
    r"|is|was|were|am|are|[a-z]+ly",
    being="was|were|is|are|been|be|being",
    never="not|never|n['’]t|(?:did|do|does|would|could|has|had)n['’]t|nor|neither|without|hardly|scarcely",
    he="he",
    she="she",
    it="it",
    first="i",
    him="him",
    her="her",
    other="we|they|you|who|one|somebody|someone|everybody|everyone|nobody|no one|many|some|others|people|all|both",
    director="director|film-?maker|auteur",
    people="man|woman|boy|girl|lady|gentleman|wife|husband|widow|widower|mother|father|brother|sister|son|daughter"
    "|uncle|aunt|niece|nephew|cousin|friend|colleague|partner|assistant|producer|writer|screenwriter|actor|actress"
    "|star|critic|reviewer|editor|manager|owner|neighbou?r|teacher|student|director|film-?maker|curator|archivist"
    "|projectionist|cameraman|cinematographer|composer|historian|professor|doctor|lawyer|judge|officer|policeman"
    "|official|spokesman|spokeswoman|spokesperson|reporter|journalist|interviewer|narrator|hero|heroine|protagonist"
    "|visitor|stranger|kid|child|king|queen|president|boss|agent|publisher|author|novelist|poet|painter|photographer"
    "|executive|character|figure|guest|guy|soldier|priest|nurse|chief|head|founder|grandmother|grandfather|mentor",
    offices="director|co-director|film-?maker|actor|actress|writer|screenwriter|producer|critic|author|editor|curator"
    "|archivist|historian|composer|cinematographer|novelist|poet|professor|artist|star|co-star|comedian|painter"
    "|photographer|journalist|scholar|spokesman|spokeswoman|designer|president|biographer",
    mister="Mr|Sir|Lord",
    miss="Mrs|Ms|Miss|Dame|Lady",
    documents="card|sign|poster|intertitle|title|subtitle|letter|diary|note|notebook|caption|headline|plaque|placard|book"
    "|review|article|essay|novel|telegram|inscription|memo|email|script|screenplay|contract|label|banner|advert"
    "|advertisement|text|statement|report|notice|leaflet|brochure|programme|program|tombstone|epitaph|postcard|tweet",
    prepositions="of|to|with|by|for|from|about|at|on|in|against|like|than|and|or|between|under|after|before|without"
    "|into|over|as|via|despite|since|through|near",
    determiners="the|a|an|his|her|its|their|our|my|your|this|that|these|those|some|any|no|every|each|such|another",
    termed=r"so-called|known as|referred to as|the terms?|the notion of|the concept of|the idea of|(?:talk|speak|spoke"
    r"|talked) of|what (?:[\w’']+ ){1,4}calls?|what (?:[\w’']+ ){1,4}called|called an?|called|dubbed|termed|label of"
    "|labelled|so called",
    worded="the words?|the phrases?|the expression|the verb|the adjective|the noun|the name|the letters?",
    work="film|movie|documentary|short|feature|book|novel|play|album|series|show|exhibition|piece|painting|sculpture"
    "|magazine|called|titled|entitled|in his|in her|in their|of his|of her|collection|opera|trilogy|picture|comedy"
    "|thriller|western|musical|memoir",
    part="song|songs|episode|episodes|article|essay|poem|story|stories|chapter|track|aria|ballad|hymn|lullaby|single"
    "|tune|sketch|lecture|column",
)
_FRENCH = SpeechWords(
    speech="dit|disait|dira|dis|déclare|déclarait|déclaré|explique|expliquait|expliqué|répond|répondait|répondit|répondu"
    "|ajoute|ajoutait|ajouta|ajouté|raconte|racontait|raconté|affirme|affirmait|affirmé|confie|confiait|confié"
    "|précise|précisait|précisé|souligne|soulignait|souligné|insiste|remarque|remarquait|lance|lançait|lança|s['’]exclame"
    "|conclut|reconnaît|résume|assure|assurait|estime|estimait|demande|demandait|demanda|demandé|répète|poursuit"
    "|se souvient|s['’]écrie|murmure|plaisante|avoue|rétorque|prévient|note",
    writing="écrit|écrivait|écrivit|écrivent|peut-on lire|lit-on|proclame",
    thinking="pense|pensait|pensa|songe|se demande|se demandait",
    naming="appelle|appelait|qualifie(?: [^.!?“«]{1,30})? de|décrit(?: [^.!?“«]{1,30})? comme",
    according="selon|d['’]après|pour citer",
    tagging="selon|d['’]après",
    between="a|ai|avait|ont|aussi|alors|ensuite|toujours|encore|souvent|bien|déjà|lui|leur|nous|me|m['’]|t",
    being="est|était|fut|été",
    never="ne|n['’]|jamais|pas",
    he="il",
    she="elle",
    first="je|j['’]",
    him="lui",
    other="on|nous|ils|elles|vous|qui|certains|beaucoup|personne",
    director="réalisateur|réalisatrice|cinéaste|metteur en scène|metteuse en scène",
    people="homme|femme|mère|père|frère|sœur|ami|amie|mari|producteur|productrice|acteur|actrice|réalisateur"
    "|réalisatrice|cinéaste|opérateur|critique|voisin|voisine|directeur|directrice|fils|fille|spectateur|spectatrice"
    "|scénariste|monteur|monteuse|journaliste|assistant|assistante|collègue|héros|héroïne|personnage|veuve",
    offices="réalisateur|réalisatrice|cinéaste|acteur|actrice|producteur|productrice|scénariste|critique|opérateur"
    "|monteur|monteuse|historien|historienne|écrivain|compositeur",
    mister="M|Monsieur",
    miss="Mme|Mlle|Madame|Mademoiselle",
    documents="carton|affiche|lettre|journal|panneau|titre|sous-titre|légende|note|livre|article|inscription",
    prepositions="de|à|avec|par|pour|chez|sur|dans|en|et|ou|contre|comme|entre|sans|sous|après|avant|selon|d|l",
    determiners="le|la|les|un|une|des|son|sa|ses|leur|leurs|ce|cet|cette|ces|mon|ma|mes|notre|nos|du|au|aux|l['’]",
    termed="soi-disant|prétendue?s?|dite?s?|appelée?s?|ce qu['’](?:il|elle|on) appelle|nommée?s?|le terme|la notion de"
    "|le concept de|parl(?:e|er|ait) de",
    worded="le mot|les mots|l['’]expression|la formule|le nom",
    work="film|documentaire|court métrage|long métrage|livre|roman|pièce|album|série|exposition|intitulée?",
    part="chanson|épisode|article|poème|nouvelle|chapitre|essai",
)
_GERMAN = SpeechWords(
    speech="sagt|sagte|sagten|gesagt|sage|meint|meinte|erklärt|erklärte|erzählt|erzählte|antwortet|antwortete|erwidert"
    "|erwiderte|fügt|fügte|ergänzt|ergänzte|betont|betonte|behauptet|behauptete|fragt|fragte|ruft|rief|flüstert|flüsterte"
    "|erinnert sich|erinnerte sich|berichtet|berichtete|gesteht|gestand|lacht|lachte|entgegnet|entgegnete|kommentiert"
    "|kommentierte|resümiert",
    writing="schrieb|schreibt|schrieben|notierte|notiert|geschrieben|steht|stand|heißt es",
    thinking="denkt|dachte|überlegt|überlegte",
    naming="nennt|nannte|bezeichnet(?: [^.!?„»]{1,40})? als|bezeichnete(?: [^.!?„»]{1,40})? als",
    according="laut|nach den worten von|mit den worten von",
    tagging="so|laut",
    between="hat|hatte|habe|auch|dann|später|noch|einmal|immer|oft|selbst|nur|schon|wieder|dazu|mir|uns|ihm|ihr",
    being="wird|wurde|wurden|worden",
    never="nicht|nie|niemals|kein",
    he="er",
    she="sie",
    it="es",
    first="ich",
    him="ihm",
    her="ihr",
    other="man|wir|die|jemand|niemand|viele|einige|alle|manche",
    director="Regisseur|Regisseurin|Filmemacher|Filmemacherin",
    people="Mann|Frau|Mutter|Vater|Bruder|Schwester|Freund|Freundin|Produzent|Produzentin|Regisseur|Regisseurin"
    "|Kameramann|Kamerafrau|Schauspieler|Schauspielerin|Kritiker|Kritikerin|Nachbar|Nachbarin|Sohn|Tochter|Zuschauer"
    "|Zuschauerin|Witwe|Assistent|Assistentin|Autor|Autorin|Held|Heldin|Kollege|Kollegin",
    offices="Regisseur|Regisseurin|Kameramann|Kamerafrau|Schauspieler|Schauspielerin|Autor|Autorin|Drehbuchautor"
    "|Drehbuchautorin|Produzent|Produzentin|Kritiker|Kritikerin|Filmemacher|Filmemacherin|Komponist|Komponistin"
    "|Cutter|Cutterin|Historiker|Historikerin|Herr|Frau|Film|Hauptdarsteller|Hauptdarstellerin",
    mister="Herr",
    miss="Frau",
    documents="Schild|Plakat|Brief|Tagebuch|Zwischentitel|Titel|Zettel|Buch|Artikel|Tafel|Inschrift",
    prepositions="von|mit|bei|für|zu|zum|zur|an|auf|in|im|über|gegen|und|oder|wie|als|nach|vor|ohne|durch|um|aus|laut",
    determiners="der|die|das|den|dem|des|ein|eine|einen|einem|einer|sein|seine|ihr|ihre|dieser|diese|dieses|kein|keine",
    termed="sogenannte[nrsm]?|so genannte[nrsm]?|der begriff|den begriff|genannt|was (?:man|er|sie) .{0,20}nennt",
    worded="das wort|die worte|der ausdruck|der name|den namen|das verb",
    work="Film|Filme|Dokumentarfilm|Kurzfilm|Spielfilm|Buch|Roman|Stück|Album|Serie|Ausstellung|Titel",
    part="Lied|Song|Episode|Folge|Artikel|Gedicht|Kapitel|Aufsatz|Essay|Erzählung",
)
_SPANISH = SpeechWords(
    speech="dice|dijo|decía|dicho|digo|dije|explica|explicó|explicaba|cuenta|contó|contaba|afirma|afirmó|afirmaba|añade"
    "|añadió|responde|respondió|contesta|contestó|pregunta|preguntó|recuerda|recordó|recordaba|asegura|aseguró|señala"
    "|señaló|confiesa|confesó|insiste|insistió|comenta|comentó|concluye|concluyó|declara|declaró|sostiene|sostuvo"
    "|exclama|exclamó|advierte|advirtió|susurra|susurró|apunta|apuntó|admite|admitió|repite|repetía",
    writing="escribe|escribió|escribía|escrito|se lee|reza|anotó",
    thinking="piensa|pensó|pensaba|se pregunta|se preguntó",
    naming="llama|llamó|llamaba|califica(?: [^.!?“«]{1,30})? de|calificó(?: [^.!?“«]{1,30})? de"
    "|describe(?: [^.!?“«]{1,30})? como|describió(?: [^.!?“«]{1,30})? como",
    according="según|en palabras de|a decir de",
    tagging="según",
    between="ha|había|he|también|entonces|luego|después|siempre|ya|aún|me|nos|le|les|lo|una vez|a menudo",
    being="es|era|fue|sido",
    never="no|nunca|jamás|tampoco",
    he="él",
    she="ella",
    first="yo",
    other="ellos|ellas|nosotros|usted|que|quien|alguien|nadie|muchos|algunos|todos|uno",
    director="director|directora|cineasta|realizador|realizadora",
    people="hombre|mujer|madre|padre|hermano|hermana|amigo|amiga|marido|esposa|productor|productora|actor|actriz"
    "|director|directora|cineasta|crítico|crítica|vecino|vecina|hijo|hija|espectador|espectadora|guionista|montador"
    "|montadora|periodista|viuda|viudo|protagonista|asistente",
    offices="director|directora|cineasta|actor|actriz|productor|productora|guionista|crítico|crítica|montador|montadora"
    "|escritor|escritora|fotógrafo|historiador|historiadora|compositor",
    mister="Sr|Señor|Don",
    miss="Sra|Srta|Señora|Doña",
    documents="cartel|carta|diario|rótulo|título|letrero|nota|libro|artículo|inscripción",
    prepositions="de|a|con|por|para|en|sobre|y|e|o|contra|como|entre|sin|tras|desde|hasta|según|al|del",
    determiners="el|la|los|las|un|una|unos|unas|su|sus|este|esta|estos|estas|ese|esa|mi|mis|del|al|lo",
    termed="llamad[oa]s?|denominad[oa]s?|el término|la noción de|el concepto de|lo que se llama|supuest[oa]s?",
    worded="la palabra|las palabras|la expresión|la frase|el nombre|el verbo",
    work="película|documental|cortometraje|largometraje|libro|novela|obra|álbum|serie|exposición|titulad[oa]|filme",
    part="canción|episodio|artículo|poema|cuento|capítulo|ensayo",
)
_PORTUGUESE = SpeechWords(
    speech="diz|disse|dizia|dito|digo|explica|explicou|explicava|conta|contou|contava|afirma|afirmou|afirmava|acrescenta"
    "|acrescentou|responde|respondeu|pergunta|perguntou|lembra|lembrou|lembrava|garante|garantiu|confessa|confessou"
    "|insiste|insistiu|comenta|comentou|conclui|concluiu|declara|declarou|sustenta|exclama|exclamou|adverte|advertiu"
    "|recorda|recordou|brinca|brincou|admite|admitiu|repete|repetia|completa|completou|ressalta|ressaltou",
    writing="escreve|escreveu|escrevia|escrito|lê-se|anotou",
    thinking="pensa|pensou|pensava|se pergunta|se perguntou",
    naming="chama|chamou|chamava|define(?: [^.!?“«]{1,30})? como|definiu(?: [^.!?“«]{1,30})? como"
    "|descreve(?: [^.!?“«]{1,30})? como|descreveu(?: [^.!?“«]{1,30})? como",
    according="segundo|de acordo com|nas palavras de|conforme",
    tagging="segundo|de acordo com",
    between="tem|tinha|também|então|depois|sempre|já|ainda|me|nos|lhe|lhes|uma vez|muitas vezes",
    being="é|era|foi|sido",
    never="não|nunca|jamais|nem",
    he="ele",
    she="ela",
    first="eu",
    other="eles|elas|nós|você|que|quem|alguém|ninguém|muitos|alguns|todos",
    director="diretor|diretora|cineasta|realizador|realizadora",
    people="homem|mulher|mãe|pai|irmão|irmã|amigo|amiga|marido|esposa|produtor|produtora|ator|atriz|diretor|diretora"
    "|cineasta|crítico|crítica|vizinho|vizinha|filho|filha|espectador|espectadora|roteirista|montador|montadora"
    "|jornalista|viúva|viúvo|protagonista|assistente",
    offices="diretor|diretora|cineasta|ator|atriz|produtor|produtora|roteirista|crítico|crítica|montador|montadora"
    "|escritor|escritora|fotógrafo|historiador|historiadora|compositor",
    mister="Sr|Senhor|Seu",
    miss="Sra|Senhora|Dona",
    documents="cartaz|carta|diário|letreiro|título|placa|bilhete|livro|artigo|inscrição",
    prepositions="de|a|com|por|para|em|sobre|e|ou|contra|como|entre|sem|após|desde|até|segundo|ao|do|da|no|na",
    determiners="o|a|os|as|um|uma|seu|sua|seus|suas|este|esta|esse|essa|meu|minha|do|da|dos|das|no|na|ao",
    termed="chamad[oa]s?|denominad[oa]s?|o termo|a noção de|o conceito de|o que (?:ele|ela|se) chama|supost[oa]s?",
    worded="a palavra|as palavras|a expressão|a frase|o nome|o verbo",
    work="filme|documentário|curta|longa|livro|romance|peça|álbum|série|exposição|intitulad[oa]",
    part="canção|música|episódio|artigo|poema|conto|capítulo|ensaio",
)
CHINESE_SPEECH = (
    "说道|说过|说|問|问道|问|答道|回答说|回答|答|表示|认为|指出"
    "|强调|解释说|解释|补充说|补充|回忆说|回忆|坦言|透露|笑道|笑说|喊道|喊|称|說|說道|告诉"
)
CHINESE_WRITING = "写道|写到|寫道|写"
CHINESE_TERMED = "所谓的?|被称为|称为|叫做|称作|所謂的?"
CHINESE_OFFICES = "导演|編劇|编剧|演员|摄影师|制片人|作家|影评人|主演|女演员|男演员|記者|记者|学者|監督|導演|演員"
# The surnames of the greater part of all who write their name in Han characters; and words that begin like one.
CHINESE_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜"
    "崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤侯張劉陳楊黃趙吳"
    "孫馬羅鄭謝許韓馮鄧蔣葉蘇呂盧鍾譚陸範賈鄒龍賀顧龔萬錢嚴"
)

_BY_LANGUAGE = {"en": _ENGLISH, "fr": _FRENCH, "de": _GERMAN, "es": _SPANISH, "pt": _PORTUGUESE}


@cache
def speech_words(language: str | None) -> SpeechWords:
    """Return the words of a language (a BCP 47 tag); of a language not known here, or none, those of all together."""
    known = _BY_LANGUAGE.get((language or "").partition("-")[0].lower())
    return known or SpeechWords(
        **{
            field.name: "|".join(filter(None, (getattr(words, field.name) for words in _BY_LANGUAGE.values())))
            for field in fields(SpeechWords)
        }
    )
