"""Lines that web pages add around a text: how each kind of them begins."""

from __future__ import annotations

# Each phrase is how a line starts (to its end, with $) that a site prints and an author does not write.
TOPICS = {
    "fr": r"""
        (?:mots[- ]clés|thèmes?|étiquettes?|catégories?|classé dans|rubriques?)\s*[:：]
        (?:libellés?|tags?|posté dans|publié dans)\s*[:：]
        """,
    "de": r"""
        (?:schlagw(?:o|ö)rte?r?|themen|stichw(?:o|ö)rte?r?|kategorien?|rubrik(?:en)?|verschlagwortet mit)\s*[:：]
        (?:tags?|labels?|veröffentlicht unter|abgelegt unter|eingeordnet unter)\s*[:：]
        """,
    "es": r"""
        (?:etiquetas?|temas|categor[ií]as?|palabras clave|archivado en|m[aá]s sobre)\s*[:：]
        (?:publicado en|tags?)\s*[:：]|archivado en\s*$
        """,
    "pt": r"""
        (?:palavras-chave|marcadores|etiquetas?|t[oó]picos|categorias?|assuntos?|arquivado em)\s*[:：]
        (?:tags?|publicado em)\s*[:：]|arquivado em\s*$
        """,
    "zh": r"(?:标签|關鍵[字詞]|关键[字词]|標籤|分类|分類|话题|話題)\s*[:：]",
    "any": r"(?:#\w+[,;\s]*){2,}$",
}
CITATION = {
    "fr": r"pour citer (?:cet|ce|l[’'])|citer cet article|référence électronique\s*:?",
    "de": r"zitierweise|zitiervorschlag|diesen artikel zitieren|empfohlene zitierweise",
    "es": r"""
        c[oó]mo citar|citar este art[ií]culo|cita sugerida
        \*?\s*este artículo apareció en la edición impresa
        """,
    "pt": r"como citar|citar este artigo|para citar este",
    "zh": r"引用(?:本文|格式)|如何引用",
    "any": r"""
        (?:submitted|received)\s*:?\s.{4,24}\s(?:revised|accepted)\b
        (?:recibido|recebido)\s*:.{4,40}\b(?:ace(?:ptado|ito)|aprobado)
        """,
}
COMMENTS = {
    "fr": r"""
        (?:laisser|laissez|ajouter|ajoutez|écrire|poster|publier) (?:un|votre) commentaire
        réagir(?: à cet article)?\s*$|commentaires?(?: \(\d+\)| fermés)?\s*$|\d+ (?:commentaires?|réactions?)\b
        soyez le premier à (?:commenter|réagir)|votre adresse e?-?mail ne sera pas|les champs obligatoires
        connectez-vous pour commenter|vos (?:réactions|commentaires)
        (?:aucun|pas de|0) commentaires?\s*:?$|enregistrer un commentaire|répondre\s*$
        """,
    "de": r"""
        (?:einen )?kommentar(?:e)? (?:schreiben|verfassen|hinterlassen|abgeben)
        schreiben? sie (?:einen|den ersten) kommentar|kommentare?(?: \(\d+\))?\s*$|\d+ kommentare?\b
        schreibe einen kommentar|jetzt (?:mitdiskutieren|kommentieren)|(?:deine|ihre) e-mail-adresse wird nicht
        erforderliche felder sind|diskutieren sie mit|leserkommentare|leserbrief schreiben
        (?:keine|0) kommentare\s*:?$|kommentar veröffentlichen|antworten\s*$|kommentieren\s*$
        """,
    "es": r"""
        (?:deja|deje|dejar|escribe|escriba|a[ñn]ade|publica|haz) (?:un|tu|su) comentario
        comentarios?(?: \(\d+\)| cerrados)?\s*$|\d+ (?:comentarios?|respuestas?)\b|s[eé] el primero en comentar
        tu direcci[oó]n de correo|los campos obligatorios|deja una respuesta|inicia sesi[oó]n para comentar
        (?:no hay|0|sin) comentarios\s*:?$|publicar un comentario|responder\s*$
        """,
    "pt": r"""
        (?:deixe|deixar|escreva|escrever|envie|fa[çc]a|adicione) (?:um|o seu|seu) coment[aá]rio
        coment[aá]rios?(?: \(\d+\))?\s*$|\d+ coment[aá]rios?\b|seja o primeiro a comentar
        o seu endere[çc]o de e-?mail|(?:os )?campos obrigat[oó]rios|deixe uma resposta|comente (?:aqui|esta)
        (?:nenhum|0|sem) comentários?\s*:?$|postar um comentário|enviar um comentário|responder\s*$
        """,
    "zh": r"""
        (?:发表|發表|写|寫|查看|添加|我要|全部|网友|網友|热门|熱門|最新)(?:评论|評論|留言)
        评论\s*(?:\(\d+\)|（\d+）)?\s*$|(?:共\s?)?\d+\s?(?:条|則)(?:评论|評論|回复)|留言板?\s*$|登录后(?:发表|才能)
        快来抢沙发|(?:沒有|没有|\d+ 則)留言\s*[:：]?$|張貼留言$
        留言列表|(?:回应|回應|转发|轉發|喜欢|喜歡|收藏|有用|没用)\s*\d*$
        """,
}
ADVERT = {
    "fr": r"""
        (?:publicités?|annonces?|contenu sponsorisé|la suite après (?:la|cette) publicité)\s*:?$
        la suite après (?:la|cette) publicité
        """,
    "de": r"-?\s*(?:anzeigen?|werbung|reklame)\s*-?:?$|gesponsert von\b",
    "es": r"(?:publicidad|anuncios?|contenido patrocinado)\s*:?$|sigue leyendo despu[eé]s (?:de|del)",
    "pt": r"""
        (?:publicidade|an[uú]ncios?|conte[uú]do patrocinado|continua (?:ap[oó]s|depois d)a publicidade)\s*:?$
        continua (?:ap[oó]s|depois d)a publicidade
        """,
    "zh": r"[\[【(（]?(?:广告|廣告|推广|推廣|赞助内容)[\]】)）]?\s*$",
}
CALL_TO_ACTION = {
    "fr": r"""
        partager(?: (?:sur|cet?|via|par|l[’'])\b|\s*:|\s*$)|partagez(?!-)|s[’']abonner|abonnez-vous|je m[’']abonne
        inscrivez-vous|(?:recevez|recevoir) (?:notre|nos|la|toute|chaque)\b|suivez[- ]nous|nous suivre|soutenez[- ]n
        soutenir\s*$|faire un don|faites un don|(?:à )?lire (?:aussi|également|la suite|plus)\b|à lire\s*:
        cliquez ici|voir aussi|à (?:voir|écouter) (?:aussi|également)|envoyer (?:à un ami|par e?-?mail)
        (?:réservé|article réservé) aux abonnés|la newsletter|découvrez (?:aussi|également|nos offres)
        (?:et )?pour ne rien manquer|rejoignez[- ]|suivez (?:nos|toute|l[’\'])
        partager cet?|j[’\']aime(?: chargement…?)?\s*$
        """,
    "de": r"""
        teilen(?: (?:auf|via|per|sie)\b|\s*:|\s*$)
        (?:diesen )?(?:artikel|beitrag) (?:teilen|merken|drucken|empfehlen|weiterempfehlen)
        diesen (?:artikel|beitrag) |(?:jetzt )?abonnieren
        jetzt (?:abonnieren|anmelden|registrieren|testen|spenden|kostenlos)|folgen sie (?:uns|\w+ (?:auf|bei))
        folge? uns|lesen sie (?:auch|mehr|hier|dazu|weiter)|mehr (?:dazu|lesen)|weiterlesen|siehe auch|hier klicken
        newsletter\b|unterstützen sie (?:uns|unser)|unterstütze? uns|auf (?:facebook|twitter|whatsapp) teilen
        per e-?mail (?:teilen|versenden)|abonnieren sie|melden sie sich (?:an|jetzt|hier)|auch interessant\s*:?
        zum weiterlesen
        (?:hat )?(?:ihnen|dir|euch) (?:der|dieser) (?:artikel|beitrag) gefallen
        teilen mit\s*:|gefällt mir(?: wird geladen …?)?\s*$
        """,
    "es": r"""
        compart(?:ir|e|a)(?: (?:en|este|esta|por|v[ií]a)\b|\s*:|\s*$)|suscr[ií]b(?:e|a|ete|ase|irse|irme)\b
        suscripci[oó]n|s[ií]gu(?:enos|eme|anos)|ap[oó]yanos|dona(?:r|\s|$)|haz (?:clic|una donaci[oó]n)
        hazte (?:socio|suscriptor)|le(?:[eé]|a|er) (?:tambi[eé]n|m[aá]s)\b|seguir leyendo|ver tambi[eé]n
        v[eé]ase tambi[eé]n|te puede interesar|tambi[eé]n te puede|recib(?:e|a|ir) (?:nuestr|el|la|las|los|en tu)
        reg[ií]strate|bolet[ií]n|descarga (?:la|nuestra|el)|m[aá]s informaci[oó]n en
        env[ií]ar? por (?:correo|e-?mail)|newsletter\b|[uú]nete
        ¿te ha gustado|¿te gustó|comparte este
        comparte est[aeo]|me gusta(?: cargando…?)?\s*$
        """,
    "pt": r"""
        (?:com)?partilh(?:ar|e|a)(?: (?:no|na|em|via|este|esta|isto|por)\b|\s*:|\s*$)
        compartilh(?:ar|e)(?: \w+| esta.*)?\s*:?$|assin(?:e|ar)(?: (?:a|o|nossa|já)\b|\s*$)|inscreva-se
        subscrev(?:a|er)|siga(?:-nos|-me|\s)|apoie|fa[çc]a uma doa[çc][aã]o|leia (?:tamb[eé]m|mais)\b
        ler (?:tamb[eé]m|mais)|veja (?:tamb[eé]m|mais)|saiba mais|continue (?:a ler|lendo)|clique aqui
        rec(?:eba|eber) (?:a|o|as|os|nossa|nossas|no seu)\b|cadastre-se|registe-se|newsletter\b|baixe (?:o|a|nosso)
        \+ ?(?:confira|leia|veja|saiba)\b|curta nossa|enviar por (?:e-?mail|correio)|junte-se
        compartilhe ess[ae]|gostou\?|gostou d[aeo]
        compartilhe isto|curtir isso|curtir(?: carregando…?)?\s*$
        """,
    "zh": r"""
        分享(?:到|至|给|給|本文|文章)?\s*(?:[:：].*)?$|(?:分享|转发|轉發)(?:到|至)|点赞\s*\d*$|點讚
        收藏(?:本文|本站)?\s*$|打赏|讚賞|赞赏|(?:扫描|扫一扫|长按|識別|识别|掃描).{0,20}二[维維]码|扫码
        关注(?:我们|微信|公众号|本站)|關注(?:我們|本站)|(?:欢迎)?(?:订阅|訂閱).{0,10}$|点击(?:这里|此处|查看|阅读)
        (?:微信)?公众号\s*[:：]|下载(?:客户端|app)|阅读(?:原文|全文|更多)|閱讀(?:原文|全文|更多)|延伸阅读|延伸閱讀
        (?:更多|查看更多)(?:内容|精彩|文章|資訊)
        """,
}
NAVIGATION = {
    "fr": r"""
        (?:accueil|menu|rechercher|recherche|imprimer|haut de page|retour(?: en haut| à l[’']accueil)?)\s*$
        (?:contact|se connecter|connexion)\s*$|(?:aller|accéder) au contenu|sur le même (?:sujet|thème)
        dans la même (?:rubrique|catégorie)|articles? (?:liés|similaires|précédent|suivant|associés)|les plus lus
        à la une|mentions légales|tous droits réservés|droits? de reproduction|politique de confidentialité
        plan du site|nous utilisons des cookies|ce site utilise (?:des|les) cookies|en poursuivant votre navigation
        gestion des cookies|(?:accepter|tout accepter)\b.{0,30}$|vous aimerez aussi|vous pourriez aussi
        temps de lecture|lecture\s*:?\s*\d+ min
        publié par .{1,40} à \d|article plus (?:récent|ancien)|messages? plus (?:récents?|anciens?)
        précédent(?:\s+suivant)?\s*$|suivant\s*$|télécharger (?:le )?pdf
        ≡?\s*version pdf\b.{0,20}$|ce site est\b|le texte seul est utilisable|affichage des articles
        posté par .{1,40} à \d|suivre ce blog\b.{0,50}$|(?:\+ ?)?créer mon blog$
        """,
    "de": r"""
        (?:startseite|menü|suche|drucken|impressum|datenschutz(?:erklärung)?)\s*$
        alle (?:bilder|fotos)\s?[:©]\s?\S.{0,50}$
        (?:kontakt|agb|zurück|nach oben|anmelden|zur startseite)\s*$|zum (?:inhalt|hauptinhalt)
        mehr (?:zum thema|aus dem ressort|artikel|von)|das könnte (?:sie|dich) (?:auch )?interessieren
        (?:ähnliche|verwandte|weitere) (?:artikel|beiträge|themen)|(?:meist|viel)gelesen|alle rechte vorbehalten
        (?:vorheriger|nächster) (?:artikel|beitrag)
        (?:wir verwenden|wir nutzen|diese (?:web)?seite (?:verwendet|nutzt|benutzt)) cookies
        cookies (?:akzeptieren|zustimmen)|alle akzeptieren|lesezeit
        (?:eingestellt|gepostet) von .{1,40} um \d|(?:neuerer|älterer) (?:post|eintrag)
        posts mit dem label\b|es werden posts\b
        seite \d+ ?(?:von|/) ?\d+|zum artikel$|(?:artikel|seite) drucken$|auf (?:einer|allen) seiten? lesen$
        """,
    "es": r"""
        (?:inicio|men[uú]|buscar|imprimir|contacto|volver(?: arriba)?|portada)\s*$
        (?:iniciar sesi[oó]n|aviso legal|pol[ií]tica de (?:privacidad|cookies))\s*$|(?:ir|saltar) al contenido
        art[ií]culos? (?:relacionados?|anterior|siguiente)|(?:noticias|entradas|contenidos) relacionad[ao]s
        (?:lo )?m[aá]s (?:le[ií]do|visto|popular)s?|todos los derechos reservados|derechos reservados
        (?:este sitio|esta web|esta p[aá]gina) (?:web )?(?:utiliza|usa)|utilizamos cookies|usamos cookies
        aceptar (?:todas las |todo )?(?:cookies)?\s*$|tiempo de lectura|m[aá]s noticias
        pol[ií]tica de (?:privacidad|cookies)
        publicado por .{1,40} (?:en|a las?) \d|comenta con tu cuenta de \w+$|entrada (?:más reciente|antigua)s?
        entradas (?:más recientes|antiguas)
        (?:pasar|ir|saltar) al contenido|mostrando (?:las )?entradas
        conoc[eé] más$|p[aá]gina \d+ de \d+
        """,
    "pt": r"""
        (?:in[ií]cio|p[aá]gina inicial|menu|buscar?|pesquisar?|imprimir|contatos?|contactos?)\s*$
        (?:voltar(?: ao topo)?|entrar|fale conosco)\s*$|(?:ir|pular|saltar) para o conte[uú]do
        (?:artigos?|not[ií]cias|mat[eé]rias|posts?) relacionad[ao]s?|(?:as )?mais (?:lidas|lidos|vistas|populares)
        (?:publicado|atualizado)(?: a)?\s*:?$|para continuar a ler\b.{0,60}$|\(?acesso (?:gratuito|exclusivo)\b
        bem-vind[oa]s? (?:a|ao|à)\b.{0,90}$|localização$|todos os direitos reservados|direitos reservados
        (?:este site|esta p[aá]gina) (?:utiliza|usa)
        (?:usamos|utilizamos) cookies|aceitar (?:todos os )?cookies|aceitar\s*$
        pol[ií]tica de (?:privacidade|cookies)|termos de uso|tempo de leitura
        (?:voc[eê] )?(?:tamb[eé]m )?pode(?:r[aá])? (?:se )?interessar|artigo (?:anterior|seguinte)
        (?:postad[ao]|publicad[ao]) por .{1,40} (?:à\(s\)|às|em) |postagens? mais (?:recentes?|antigas?)
        relacionad[ao]s\s*$|publicidades\s*$|siga-nos\s*$
        mostrando postagens|p[aá]gina \d+ de \d+
        """,
    "zh": r"""
        [閱阅][讀读](?:時間|时间)[約约]?\s*\d+\s*(?:分鐘|分钟)$
        首[页頁](?:\s*[>›»/·|-]?\s*\S{1,8}){1,4}$|(?:較新|較舊)的文章$
        (?:首页|首頁|菜单|搜索|搜尋|打印|列印|登录|登錄|注册|返回(?:顶部|首页)?)\s*(?:[:：].*)?$
        (?:联系我们|关于我们|聯絡我們|上一篇|下一篇|免责声明|隐私政策)\s*(?:[:：].*)?$
        (?:相关|推荐|热门|更多|猜你喜欢)(?:阅读|文章|新闻|推荐|内容|报道|链接|专题)?\s*(?:[:：].*)?$
        (?:相關|推薦|熱門|更多)(?:閱讀|文章|新聞|推薦|報導)?\s*(?:[:：].*)?$|猜你喜[欢歡]|阅读排行|热点排行
        (?:责任编辑|責任編輯|责编|編輯|编辑|校对|审核|实习编辑)\s*[:：]|[(（【\[](?:责任编辑|责编|编辑|責任編輯)
        版权(?:所有|声明|归)|版權(?:所有|聲明)|未经(?:许可|授权|允许)|未經(?:許可|授權)|转载请(?:注明|联系)|轉載請
        本文(?:由|为|系|来源|首发|转载|經|经).{0,30}(?:授权|授權|转载|轉載|发布|發布|首发)|声明\s*[:：]
        本网站使用cookie|(?:举报|舉報)\s*$|阅读\s?\d+$|当前位置\s*[:：]|您(?:现在)?的位置\s*[:：]
        这篇(?:影评|剧评|书评)可能有剧透|(?:文章|全站)分類\s*[:：]|創作者介紹|您可能也喜歡|本文(?:原载|原刊|刊于).{0,40}(?:转载|轉載)
        (?:原创|原創)\s\S|\S{2,16}(?:订阅|訂閱|关注|關注)\s\S.*$
        """,
    "any": r"""
        (?:www\.)?[\w\-]{3,30}\.(?:com|org|net|info|de|at|ch|fr|es|pt|it|one|tv|cn|hk|tw|co\.uk|com\.\w\w)$|raw-image$
        [^«‹<]{1,40}?\s?[>›»→]\s?[^«‹<]{1,40}?\s?[>›»→]\s?[^«‹<]{1,60}$|©\s?\d{4}|copyright ?©|page \d+/\d+$
        (?:home|accueil|startseite|inicio|in[ií]cio|página inicial|portada|首页|首頁)\s*[>›»→/|].{1,120}$
        (?:to|back to|↑ ?) ?top\s*$|current issue\s*$|[★☆*·]+\s?(?:延伸閱讀|延伸阅读)
        archive for the .{1,60} category|arquivo d[ao] (?:categoria|tag)\b
        """,
}
MEDIA = {
    "fr": r"""
        (?:voir|regarder) la (?:bande[- ]annonce|vidéo)|bande[- ]annonce\s*:?$|écouter (?:cet article|le podcast)
        lecteur vidéo
        """,
    "de": r"""
        (?:den |zum )?trailer (?:ansehen|anschauen)|(?:hier|jetzt) den trailer|zum trailer
        video (?:ansehen|abspielen)|artikel (?:vorlesen|anhören)
        """,
    "es": r"""
        (?:ver|vea|mira) el (?:tr[aá]iler|v[ií]deo)|(?:escuchar|escucha) (?:este art[ií]culo|el p[oó]dcast)
        audio generado (?:con|por)\b.{0,40}$
        """,
    "pt": r"""
        (?:ver|veja|assista(?: a)?|assistir) (?:a?o )?(?:trailer|v[ií]deo)
        (?:ouvir|ou[çc]a) (?:este artigo|o podcast)
        """,
    "zh": r"(?:观看|觀看|点击播放|播放)(?:预告片|预告|視頻|视频|預告片)?\s*$|(?:正在加载|加载中)",
    # The time of a recording, the name of a picture's file.
    "any": r"""
        (?:\d{1,2}:)?\d{1,2}:\d{2}$|/$|[\w\-]+\.(?:jpe?g|png|gif|webp|tiff?|cr2|nef|mp[34]|mov)$
        """,
}
# What heads a list of links to other pages: the lines right below it belong to it.
LISTING = {
    "fr": r"""
        sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|les plus lus|à la une|vous aimerez
        à lire aussi\s*:?$|articles? (?:liés|similaires|associés|récents)|voir aussi\s*:?$|lire aussi\s*:?$
        partager\s*:?$|thèmes?\s*:?$
        """,
    "de": r"""
        mehr (?:zum thema|aus|artikel|von)\b|das könnte
        (?:ähnliche|verwandte|weitere|neueste) (?:artikel|beiträge|themen)|meistgelesen|auch interessant
        lesen sie auch\s*:?$|siehe auch\s*:?$|zum weiterlesen|themen\s*:?$|teilen\s*:?$
        """,
    "es": r"""
        (?:artículos?|noticias|entradas|contenidos?) relacionad|lo más (?:leído|visto)|más (?:leído|noticias)
        te puede interesar|también te puede|le[eéa] (?:también|m[aá]s)\s*:?$|ver también\s*:?$|etiquetas\s*:?$
        compartir\s*:?$
        temas\s*:?$
        archivado en\s*:?$
        """,
    "pt": r"""
        (?:artigos?|notícias|matérias|posts?) relacionad|(?:as )?mais (?:lidas|lidos|vistas)
        (?:veja|leia) (?:também|mais)\s*:?$|pode (?:se )?interessar|tópicos\s*:?$|compartilhe?\s*:?$|partilhar\s*:?$
        """,
    "zh": r"""
        (?:相关|推荐|热门|延伸|相關|推薦|熱門)(?:阅读|文章|新闻|推荐|閱讀|新聞|内容)?\s*[:：]?$|猜你喜[欢歡]
        阅读排行|标签\s*[:：]?$
        """,
}
# What a blog prints below each post.
BLOG = {
    "en": r"posted by .{1,70}\bat\s*\d|(?:newer|older) posts?\b|blog archive",
    "fr": r"(?:publié|posté) par .{1,40} à \d|(?:article|message)s? plus (?:récent|ancien)s?\b",
    "de": r"(?:eingestellt|gepostet) von .{1,40} um \d|(?:neuerer|älterer) (?:post|eintrag)\b",
    "es": r"publicado por .{1,40} (?:en|a las?) \d|entradas? (?:más recientes?|antiguas?)\b",
    "pt": r"(?:postad[ao]|publicad[ao]) por .{1,40} (?:à\(s\)|às|em) |postage(?:m|ns) mais (?:recentes?|antigas?)\b",
    "zh": r"(?:沒有|\d+ 則)留言\s*[:：]?$|張貼留言$|較[新舊]的文章$",
}
# The name of a department, printed above a headline.
DEPARTMENT = {
    "en": r"""
        (?:feature|research|review|original|short|invited|special|open access) articles?|article|commentary
        (?:book|film|dvd|festival) (?:reports?|notes)|roundtable|from the (?:archives?|magazine)|audiovisual essays?
        """,
    "any": r"""
        (?:la |el |o |die |das )?(?:revue|revista|portal|blog|magazine?)\b.{0,30}\bcin\w+
        (?:la |el |o |die |das )?(?:site|webzine|zeitschrift|journal)\b.{0,30}\bcin\w+
        (?:la |el |o |die |das )?(?:revue|revista|portal|blog|magazine?|site|zeitschrift)\b.{0,30}\bfilm\w*
        (?:revue|revista|portal|blog|magazine?|site)\b.{0,30}\b(?:críticas?|critiques?|kritiken)
        (?:revue|revista|portal|blog|magazine?|site)\b.{0,30}\bcin\w+ .{0,20}
        """,
    "fr": r"""
        critiques?|entretiens?|entrevues?|interviews?|rencontres?|cinéma|films?|culture|cultures|festivals?|chroniques?
        actualités?|dossiers?|articles?|analyses?|essais?|portraits?|questionnaires?|études?|documentaires?|écrans
        critiques? (?:de )?(?:films?|cinéma)|sorties?(?: en salles?| cinéma)?|arts?(?: et spectacles?)?|patrimoine
        """,
    "de": r"""
        (?:film)?kritik(?:en)?|interviews?|filme?|kino|kultur|feuilleton|festivals?|essays?|gespräche?|im gespräch
        (?:film)?rezension(?:en)?|porträts?|hintergrund|dossier|aktuell|magazin|medien|kunst|neu im kino|filmstarts
        panorama|kolumne|lifestyle|stars|unterhaltung|leute|serie:?(?: .{1,30})?|dokumentarfilm|filmgeschichte|berlinale
        """,
    "es": r"""
        (?:la )?críticas?|reseñas?|entrevistas?|cine|cultura|festivales|ensayos?|estrenos?|películas?|opinión|artículos?
        cine (?:y|e) \w+|cine español|documentales?|reportajes?|cultura y espectáculos|espectáculos|críticas? de cine
        tribuna|cineastas|dossier|sección .{1,30}|gente|entretenimiento|ocio|sociedad|agenda|tendencias|escenarios|show
        """,
    "pt": r"""
        críticas?|resenhas?|entrevistas?|cinema|cultura|festivais|festival|ensaios?|estreias?|filmes?|opinião|artigos?
        cinema (?:e|&) \w+|documentários?|reportagens?|reportagem|ilustrada|segundo caderno|caderno \d|variedades
        entretenimento|colunas?|artes|dossiê|gente|famosos|diversão|lazer|cinema (?:nacional|brasileiro|português)
        críticas? de cinema
        """,
    "zh": r"""
        (?:影评|影評|电影|電影|专访|專訪|访谈|訪談|文化|文娱|娱乐|娛樂|影視|影视|评论|評論|随笔|隨筆|人物|对话|對話|书评|艺术)
        (?:[^，。！？\s]{1,6}(?:电影|影评|频道|娱乐|文化|观影))|首页|新闻|特写|深度|副刊
        """,
}
# The issue of a periodical, on a line of its own: its number begins the line or follows a comma.
ISSUE = {
    "en": r"(?:vol(?:ume)?\.?|issue|no\.|number)\s?\d+\b",
    "fr": r"(?:vol(?:ume)?\.?|numéro|n[°º])\s?\d+\b",
    "de": r"(?:bd\.|band|heft|nr\.|ausgabe|jahrgang)\s?\d+\b",
    "es": r"(?:vol(?:umen)?\.?|número|n[°º.]|núm\.)\s?\d+\b",
    "pt": r"(?:vol(?:ume)?\.?|número|n[°º.]|edição)\s?\d+\b",
    "zh": r"(?:[^。！？，]{0,30})第\s?[\d一二三四五六七八九十百〇]+\s?[期卷辑輯]",
}
