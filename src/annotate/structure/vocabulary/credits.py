"""What the credits of a film begin with, and how long a film runs."""

from __future__ import annotations

# Before a colon and the name of whoever directed.
DIRECTOR = {
    "en": r"directed by|directors?|dir\.",
    "fr": r"réalisée? par|un film de|réalisation|réalisat(?:eur|rice)|mise en scène",
    "de": r"regie|regisseur(?:in)?|inszeniert von|ein film von",
    "es": r"dirigid[ao] por|direcci[oó]n|directora?|una pel[ií]cula de|realizaci[oó]n",
    "pt": r"""
        dirigid[ao] por|realizad[ao] por|dire[çc][aã]o|diretora?|realiza[çc][aã]o|realizadora?|um filme de
        """,
    "zh": r"导演|導演|执导|執導",
}
# Before a colon in a line of credits.
LABEL = {
    "en": r"""
        directors?|screenplay|written|writers?|producers?|cast|with|starring|runtime|running time|music(?: by)?
        cinematography|country|year|genre|distributors?|editing|editors?|original title|release(?: date)?|language
        certificate|production
        """,
    "fr": r"""
        réalisation|réalisat(?:eur|rice)|mise en scène|scénario|scénaristes?|avec|interprétation|interprètes
        distribution|durée|pays|année|musique|montage|image|photo(?:graphie)?|son|production|product(?:eur|rice)s?
        genre|sortie(?: en salles?)?|date de sortie|distributeur|titre original|nationalité|origine|costumes|décors
        langue
        """,
    "de": r"""
        regie|regisseur(?:in)?|(?:dreh)?buch|drehbuchautor(?:in)?|darsteller(?:innen)?|besetzung|mit|länge|laufzeit
        land|jahr|musik|schnitt|kamera|produktion|produzent(?:in|en)?|verleih|kinostart|start|originaltitel|genre
        fsk|sprache|produktionsland|erscheinungsjahr|ton
        """,
    "es": r"""
        direcci[oó]n|directora?|gui[oó]n|guionistas?|reparto|int[eé]rpretes|elenco|duraci[oó]n|pa[ií]s(?:es)?|a[ñn]o
        m[uú]sica|montaje|fotograf[ií]a|producci[oó]n|productora?|g[eé]nero|estreno|fecha de estreno|distribuidora?
        t[ií]tulo original|nacionalidad|idioma
        """,
    "pt": r"""
        dire[çc][aã]o|diretora?|realiza[çc][aã]o|realizadora?|roteiro|argumento|elenco|com|int[eé]rpretes
        dura[çc][aã]o|pa[ií]s|ano|m[uú]sica|trilha sonora|montagem|edi[çc][aã]o|fotografia|produ[çc][aã]o|produtora?
        g[eêé]nero|estreia|lan[çc]amento|distribui(?:dora|[çc][aã]o)|t[ií]tulo original|idioma
        classifica[çc][aã]o(?: indicativa)?
        """,
    "zh": r"""
        导演|導演|编剧|編劇|编导|主演|演员|演員|片长|片長|时长|類型|类型|国家(?:/地区)?
        制片(?:国家|地区|人|人员)(?:/地区)?|地区|语言|語言|上映(?:日期|时间|時間)?|摄影|攝影|音乐|音樂|配乐|剪辑
        剪輯|监制|監製|出品(?:公司|人)?|发行|发行公司|片名|中文名|外文名|原名|又名|年份|首映|首播|美术|录音|出品时间
        """,
}
# How a line of credits begins that has no colon.
PHRASE = {
    "en": r"(?:directed|written|produced|photographed) by \S|starring \S|running time|dir\. \S",
    "fr": r"""
        (?:réalisée?|écrite?|produite?) par \S|un film (?:de|d[’'])\s?\S|avec [^\W\d_a-zß-öø-ÿ]\w+ [^\W\d_a-zß-öø-ÿ]
        """,
    "de": r"ein film von \S|inszeniert von \S|mit [^\W\d_a-zß-öø-ÿ]\w+ [^\W\d_a-zß-öø-ÿ][^.]*,[^.]*$",
    "es": r"(?:dirigid|escrit|producid)[ao] por \S|una pel[ií]cula de \S",
    "pt": r"(?:dirigid|realizad|escrit|produzid)[ao] por \S|um filme de \S",
}
MINUTES = r"(?P<minutes>\d{1,3})\s*(?:min(?:ut[eo]?[ns]?)?\.?(?!\w)|′|分钟|分鐘|分(?!\w))"
HOURS = r"(?P<hours>\d)\s*(?:h(?:ours?|rs?|eures?|oras?)?\.?|std\.?|stunden?|小时|小時)\s*(?P<more>\d{1,2})?(?!\d)"
# Names of countries that English has otherwise, as they stand before the year of a film.
COUNTRIES = (
    "Deutschland/Österreich/Schweiz/Frankreich/Italien/Spanien/Belgien/Großbritannien/Polen/Dänemark/Schweden/Norwegen"
    "/Niederlande/Ungarn/Russland/Kanada/Brasilien/Argentinien/Mexiko/Türkei/Allemagne/Autriche/Suisse/Italie/Espagne"
    "/Belgique/Grande-Bretagne/Royaume-Uni/États-Unis/Etats-Unis/Pologne/Danemark/Suède/Norvège/Pays-Bas/Hongrie/Russie"
    "/Brésil/Argentine/Mexique/Japon/Chine/Corée du Sud/España/Francia/Italia/Alemania/Bélgica/Suiza/Reino Unido"
    "/Estados Unidos/EE\\.? ?UU\\.?/México/Brasil/Chile/Colombia/Perú/Uruguay/Japón/Suecia/Dinamarca/Polonia/Rusia"
    "/Corea del Sur/França/Alemanha/Itália/Espanha/Suíça/Áustria/Polônia/Polónia/Rússia/Japão/Coreia do Sul"
)
# The kinds of film, on a line of their own beside the credits.
GENRE = {
    "fr": r"""
        com[ée]die(?: dramatique| musicale| romantique)?|drame|policier|documentaire|aventures?|animation|horreur
        épouvante|fantastique|science-fiction|romance|biopic|guerre|historique|thriller|western|action
        films? (?:américain|anglais|français|italien|espagnol|japonais|coréen|allemand|belge|chinois|iranien)
        """,
    "de": r"""
        (?:tragi)?komödie|drama|thriller|krimi|(?:dokumentar|spiel|liebes|animations|zeichentrick|kriegs|abenteuer)film
        doku|horror|action|fantasy|science[- ]fiction|western|abenteuer|biografie|animation|familienfilm
        """,
    "es": r"""
        comedia(?: dramática| romántica)?|drama|terror|documental|aventuras?|animación|suspense|romance|bélico
        ciencia ficción|fantástico|fantasía|musical|acción|policiaco|thriller|western|biográfico
        """,
    "pt": r"""
        comédia(?: dramática| romântica)?|drama|terror|documentário|aventura|animação|suspense|romance|guerra
        ficção científica|fantasia|musical|ação|policial|thriller|faroeste|biografia
        """,
    "zh": r"(?:剧情|劇情|喜剧|喜劇|爱情|愛情|动作|動作|惊悚|驚悚|科幻|恐怖|悬疑|懸疑|动画|動畫|纪录|紀錄)片?",
}
