"""Labels of speakers that are not names, what looks like a label and is none, and the parts of names."""

from __future__ import annotations

from annotate.structure.phrases import words_of

# Labels of who asks and of who answers: letters and roles, compared in capitals, without full stops.
QUESTION = words_of(
    "Q QUESTION QUESTIONER INTERVIEWER",
    "F FRAGE INTERVIEWER INTERVIEWERIN REPORTER REPORTERIN MODERATOR MODERATORIN",
    "QUESTIONS JOURNALISTE INTERVIEWEUR INTERVIEWEUSE",
    "P PREGUNTA PREGUNTAS ENTREVISTADOR ENTREVISTADORA PERIODISTA",
    "PERGUNTA PERGUNTAS REPÓRTER JORNALISTA",
    "问 問 记者 記者 采访者 採訪者 提问 主持人 本刊 本报 笔者 访谈者",
)
ANSWER = words_of(
    "A ANSWER INTERVIEWEE",
    "ANTWORT",
    "R RÉPONSE REPONSE",
    "RESPUESTA ENTREVISTADO ENTREVISTADA",
    "RESPOSTA",
    "答 受访者 受訪者 导演 嘉宾 回答",
)
LETTERS = "QAFRP问問答"
# The words that such letters stand for, which a newspaper prints in full in the first question and answer.
LETTER_WORDS = "Pregunta|Respuesta|Pergunta|Resposta|Frage|Antwort|Question|Réponse|Answer"
# Words that start a line of credits or of a form; they are followed by a colon, and by nobody speaking.
NOT_SPEAKERS = words_of(
    """cast credits director directors directed writer writers screenplay producer producers music editor
    cinematography starring runtime running time country year genre rating note notes source sources photo
    image caption title topics topic tags tag keywords category categories update warning spoiler verdict
    where when what who language distributor released release contents introduction conclusion summary
    bibliography references proficient""",
    """réalisation réalisateur réalisatrice scénario scénariste avec durée pays année musique montage image
    photographie distribution production producteur interprétation interprètes sortie note titre texte lire
    publicité crédit crédits par auteur sources résumé genre distributeur voir""",
    """regie regisseur regisseurin drehbuch darsteller besetzung mit kamera musik schnitt produktion länge
    laufzeit land jahr verleih kinostart bewertung foto bild quelle titel text von autor autorin fazit
    originaltitel anmerkung hinweis genre""",
    """dirección director directora guion guión reparto intérpretes música fotografía montaje producción
    duración país año estreno calificación nota título texto foto fuente autor autora género lee lea
    sinopsis distribuidora por""",
    """direção diretor diretora realização realizador roteiro argumento elenco música fotografia montagem
    produção duração país ano estreia nota título texto foto crédito fonte autor autora gênero género leia
    sinopse distribuidora por""",
    """编剧 编导 主演 演员 片长 类型 国家 地区 制片国家 语言 上映日期 上映时间 上映 评分 摄影 音乐 剪辑 制片人
    监制 片名 又名 图 图片 文 作者 来源 编辑 责任编辑 校对 剧情简介 简介 出品 发行 年份 時長 片長 編劇 攝影
    類型 時間 时间 地点 日期 注 标签""",
)
HONORIFICS = words_of(
    "Mr Mrs Ms Miss Dr Prof Sir Dame Lord Lady",
    "M Mme Mlle Monsieur Madame Mademoiselle",
    "Herr Frau Herrn Fräulein",
    "Sr Sra Srta Don Doña Señor Señora",
    "Senhor Senhora Dona Dom",
)
# Before a name in a headline, in capitals: "Film Director Annelie Brook".
OFFICES = words_of(
    """Director Filmmaker Actor Actress Writer Author Editor Producer Critic Composer Cinematographer Animator Designer
    Artist Painter Pianist Photographer Screenwriter Novelist Comedian Documentarian Archivist Projectionist Curator"""
)
# What else stands in capitals behind a name: "SOLOMON VANCE ON ..." in a headline, "in L.A. They" in a text.
NOT_LAST_NAMES = words_of(
    "On In At And Of For With About The Is It They But Talks Interview Interviews Interviewed Speaks Discusses Q&A",
    "Questions",
)
# Given names of some, though other languages have the word as an article, a title or a month.
GIVEN_NAMES_TOO = words_of("Al Don Dom Una May April June August")
# What stands at the head of a line or a sentence in capitals and is no first name.
NOT_FIRST_NAMES = words_of(
    """The A An All Some Any This That These Those In On At By For From With When Where What Who Why How While
    After Before But And Or If As It Its He She They We I You His Her Their Our My Your Is Are Was Were Do Does Did Has
    Have Had Not No Yes So Then Thus Now Here There Against About Director Filmmaker Actor Actress Writer
    Author Editor Producer Critic January February March April May June July August September October
    November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Interview Review Documentary""",
    """Le La Les Un Une Des Du De Au Aux Ce Cette Ces Il Elle Ils Elles Nous Vous Je Tu On Et Mais Ou Si Dans
    Sur Avec Par Pour Sans Chez Entre Quand Comme Rencontre Entretien Réalisateur Réalisatrice Cinéaste
    Propos Texte Depuis Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche""",
    """Der Die Das Den Dem Des Ein Eine Einen Einem Er Sie Es Wir Ihr Ihre Sein Seine Mein Meine Unser Unsere
    Ich Und Aber Oder Wenn Als Wie In Im Am
    Auf Mit Von Vom Für Bei Nach Seit Vor Über Unter Zum Zur Gespräch Interview Regisseur Regisseurin Regie
    Filmemacher Filmemacherin Schauspieler Schauspielerin Komponist Komponistin Autor Autorin Kritiker
    Kritikerin Kameramann Kamerafrau Produzent Produzentin Kollege Kollegin Text Wer Was Warum""",
    """El La Los Las Un Una Unos Unas Al Del De En Con Por Para Sin Sobre Desde Cuando Como Y Pero O Si Su Sus
    Este Esta Entrevista Conversación Director Directora Cineasta Actor Actriz Texto""",
    """O A Os As Um Uma No Na Nos Nas Ao Do Da Dos Das Em Com Por Para Sem Sobre Desde Quando Como E Mas Ou Se
    Seu Sua Este Esta Entrevista Conversa Diretor Diretora Realizador Realizadora Cineasta Ator Atriz Texto""",
)
CHINESE_SURNAMES = """
    王 李 张 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董
    袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊
    秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戴 莫 孔 向 汤 阮 费 楼 娄 贝 欧阳
    司马 上官 诸葛 張 劉 陳 楊 黃 趙 吳 孫 馬 羅 鄭 謝 許 韓 馮 鄧 蕭 葉 蘇 呂 盧 鍾 譚 陸 賈 韋 鄒 閻 龍 賀 顧
    龔 萬 錢 嚴 湯 費 貝 伍 洪 施 柯 倪 翁 詹 鲍 鮑 柳 耿 殷 聂 聶 葛 樊 霍 關 俞 骆 駱 庄 莊 褚 佟
    """
CHINESE_OFFICES = (
    "导演 導演 编剧 編劇 演员 演員 作者 记者 記者 影评人 作家 制片人 製片人 摄影师 攝影師 配乐师 剪辑师 剪輯師 监制"
    " 監製 教授 专访 專訪 采访 採訪 对话 對話"
)
# What goes on right after a name.
CHINESE_VERBS = """
    今年 是 说 表示 认为 的 在 曾 和 与 跟 接受 出生 生于 毕业 带着 执导 从 凭 告诉 谈 把 用 回忆 坦言 介绍 一直
    已经 先生 女士 老师 导演 也 就 对 担任
    """
