"""How the lines read that a web page adds to a text: the words, by kind of line."""

from __future__ import annotations

import re

from annotate.lazy_pattern import lazy_pattern
from annotate.structure.phrases import Phrases
from annotate.structure.vocabulary import pages

# Each sign is how a line starts (to its end, with $) that a site prints and an author does not write.
SIGNS: tuple[tuple[str, Phrases], ...] = (
    (
        "topics",
        Phrases(
            {
                "en": r"""
            (?:topics?|tags?|(?:read )?more (?:about|on)\s*:?|explore more on these topics)\s*$
            (?:(?:related )?(?:topics?|tags?)|tagged(?: with| in| as)?|categor(?:y|ies))\s*:
            (?:filed under|posted in|labels?|in this section)\s*:
            (?:posted|filed|published) (?:in|under) .{1,60}(?:[|•·]|\btag(?:s|ged)\b|\bcomments?\b)
            (?:mots[- ]clés|schlagwörter|etiquetas)\s*:
            (?:#\w+[,;\s]*){2,}$
            """,
                **pages.TOPICS,
            }
        ),
    ),
    (
        "citation",
        Phrases(
            {
                "en": r"""
            (?:(?:this )?(?:text|article|essay|interview) )?re(?:produced|printed) (?:by|with) (?:kind )?permission\b
            cite this|how to cite|citation:|suggested citation|cite as\b
            .{0,200}\(\d{4}, \w+ \d{1,2}\)\. Retrieved (?:from|on)
            """,
                **pages.CITATION,
            }
        ),
    ),
    (
        "comments",
        Phrases(
            {
                "en": r"""
            leave a (?:reply|comment)|post a (?:new )?comment|add (?:a|your) comment|write a comment
            (?:be the first to|log ?in (?:or register )?to|sign in to) (?:post |leave )?(?:a )?comment
            speak your mind\s*$|comments?:? \d+\s*$
            join the (?:conversation|discussion|debate)|your email address will not|required fields are marked
            \d+ (?:comments?|responses?|replies)\b.{0,60}$
            (?:no|one|two|three|view|show|see|read|all)? ?(?:all )?comments?(?: \(?\d+\)?| are closed\.?| off)?\s*:?\s*$
            (?:agree|disagree)\?.{0,80}comments?
            (?:let us know|tell us|have your say|what do you think\?).{0,140}comments?
            (?:save my name, email|notify me of)|laisser un commentaire|kommentar schreiben|deja un comentario
            """,
                **pages.COMMENTS,
            }
        ),
    ),
    (
        "advert",
        Phrases(
            {
                "en": r"""
            (?:advertisements?|advertising|sponsored(?: content| by.*)?|anzeige|publicité|publicidad|ad|promoted)\s*:?$
            get (?:quality|professional|expert) help|hire (?:a )?writer|order (?:now|a paper)|buy now|shop now
            save \d+ ?%|limited[- ]time offer|use (?:the )?(?:promo )?code\b|\+?\d+ (?:relevant )?experts are
            (?:story|article)? ?continues (?:below|after)(?: (?:this |the )?ad(?:vert(?:isement)?)?s?)?\.?\s*$
            (?:post|content) ?continues (?:below|after)(?: (?:this |the )?ad(?:vert(?:isement)?)?s?)?\.?\s*$
            (?:scroll|continue reading|keep reading)(?: (?:down|below|for more|to continue))*\.?\s*$|skip ad\w*$
            """,
                **pages.ADVERT,
            }
        ),
    ),
    (
        "call-to-action",
        Phrases(
            {
                "en": r"""
            share(?: this\b.{0,30}$| (?:on|via|to)\b.{0,40}|:|[\s|]*$)|click to (?:share|email|print)
            (?:watch|stream|buy|rent|order|get|download) (?:\S+ ){1,8}(?:over )?here[.!:]?\s*$
            if you (?:enjoyed|liked) this\b.{0,80}$
            tweet(?: this)?\s*$|pin it\s*$|show more sharing options
            (?:submit|post|send|save|share) (?:this )?(?:to|on|via) (?:facebook|twitter|x|reddit|tumblr|pinterest)\s*$
            (?:submit|post|send|save|share) (?:this )?(?:to|on|via) (?:linkedin|flipboard|whatsapp|digg|kindle)\s*$
            like (?:this:|loading)
            subscribe(?: (?:to (?:our|the|this|us|my)|now|today|here|for|via|by)\b|[.!:]?\s*$)
            sign up(?: (?:to|for|now|here|today|and)\b|[.!:]?\s*$)|newsletters?\s*:?$|join our
            follow (?:us|me)(?: (?:on|at)\b|[:!.]?\s*$)
            follow (?:@|[\w ]{1,30} on (?:twitter|facebook|instagram|x|letterboxd|social media|youtube)\b)
            (?:please )?(?:support (?:us|our (?:work|journalism|site)))
            (?:please )?(?:donate\b(?! (?:his|her|their)\b)|consider (?:a donation|supporting))
            become a (?:member|patron|subscriber|supporter)|(?:buy|give) (?:me|us) a coffee|click here
            go here for
            download (?:the app|our|this|pdf|as pdf)|let[’']s chat|enjoyed this|did you (?:like|enjoy) this
            get .{0,80}\b(?:newsletters?|inbox)\b
            .{0,100}\b(?:straight|delivered|direct(?:ly)?|sent) to your inbox
            by (?:signing up|subscribing|submitting|continuing|clicking)\b
            (?:enter )?your e-?mail(?: address)?\s*$|e-?mail address\s*$
            (?:save|bookmark|gift|give|email) (?:this )?(?:article|story|link|page|post|review|for later)\b
            (?:e-mail|print|send|copy|listen to) (?:this )?(?:article|story|link|page|post|review|for later)\b
            (?:print this|email to a friend|send to a friend)
            (?:tell a friend|buy tickets|book (?:now|tickets)|read (?:more|next|also|on)\s*(?::|$))
            to order (?:a |the |this |your )?(?:copy|dvd|print|tape|transcript|video)\b
            (?:to|for) (?:read|see|hear|find|watch) more\b.{0,120}\b(?:click|check out|visit|follow|link|here)\b
            read (?:our|the full|the original|part \w+|full)\b.{0,60}\b(?:here|review|interview|guide|story|article)\s*$
            want (?:to read )?more .{0,60}\?
            .{0,200}\bsubscribe (?:here |now |today )?to (?:our|the) .{0,40}\bnewsletter
            click (?:on )?(?:any|the|a) (?:cover|image|picture|photo|poster|thumbnail|title)s?\b
            click to comment|you must (?:be logged|be signed|log|sign) in\b
            .{0,60}\bmay (?:earn|receive) (?:a |an )?(?:affiliate )?commission
            buy (?:it )?(?:on|from|at) \w|e-?mail (?:me|us)\b|(?:.{0,20}\W)?help us spread the word
            (?:our |a |the )?(?:free )?(?:daily |weekly |monthly )?newsletters?\s*$
            was this (?:review|article|page|story|post) helpful|[\W\d]*people found this
            (?:\W*note\W+)?(?:do you )?like what you(?:[’']ve| just|[’']re)? (?:just )?(?:read|see|saw|reading)\b
            .{0,160}\bplease consider (?:subscribing|supporting|making|a |becoming).*
            s[’']abonner|abonnieren|suscríbete
            thanks? (?:you )?for (?:signing up|subscribing|your support|reading)\b.{0,40}$
            """,
                **pages.CALL_TO_ACTION,
            }
        ),
    ),
    (
        "navigation",
        Phrases(
            {
                "en": r"""
            posted by .{1,70}\bat\s*\d|\W*(?:prev(?:ious)?|back)\b[\W\d]*\bnext\b\W*$
            (?:previous|next)\s*$
            .{0,100}\b\d{1,3}[- ]?min(?:ute)?s?[.]? read\s*$|privacy notice\s*:
            (?:back|return) to .{1,40}\b(?:archive|index|page|main|reviews|contents)\s*$
            search (?:this|the|our) (?:blog|site|archives?)\s*$
            (?:(?:find out )?how to advertise|advertise (?:on|with|here))\b.{0,40}$
            (?:dvd|download|useful|imdb|amazon|wikipedia|letterboxd) (?:links?|page|listing)\s*:?$|now playing\s*$
            go (?:back )?to (?:the |our |my |[\w’']+[’']s )[\w&’' \-]{0,40}\b(?:page|index|archive|forum|contest)s?$
            (?:site|page) (?:created|added|updated|last (?:updated|modified)|designed|maintained)\b.{0,40}$
            (?:all )?(?:texts?|words|images?|photos?|pictures?|contents?) (?:©|\(c\)|copyright)\s?\S
            \d+ shares?\s*$|(?:popular|trending|latest|more) (?:on|from) .{1,40}(?<![.!?])$
            (?:up next|don[’']t miss|next up)\b.{0,100}(?<![.!?])$|(?:latest|recent) blog posts
            blog archive\s*$|view my complete profile
            continue reading(?: the main story| ?[>»→…]+| [“"].*)?\s*$|order reprints|[◄►▼▶]\s?\d{4}|suggested for you
            skip to (?:(?:main|primary|secondary|the) ){0,2}(?:content|navigation|menu|sidebar|footer|search)\b
            (?:home|menu|main menu|search(?: for:?)?|print|e?-?mail)\s*$
            toggle \w+(?:[ /]\w+){0,4}(?: switch)?\.?$|site (?:icon|logo)\b.{0,40}$|site hosted by\b.{0,60}$
            search (?:this|the|our|within) \w+\s*$|(?:latest updates|breaking(?: news)?)\s*:.{0,120}(?<![.!?])$
            (?:back|return|jump) to (?:top|the top|home|comments|\w+ index)\b.{0,20}$
            page \d+ of \d+|pages?\s*:\s*\d[\d\s|]*$
            (?:[«‹←<]+\s*)?(?:previous|next|older|newer) (?:post|article|story|page|review|entry|entries|posts)s?\b
            (?:sign|log) ?in(?: or register)?\s*$
            (?:log ?in|register|create (?:an )?account|my account|sign out)\s*$
            (?:related|recent|popular|latest|similar) (?:posts?|articles?|stories|topics|reviews?|reading)\s*:?$
            (?:more|other|recommended|featured|top) (?:posts?|articles?|stories|topics|reviews?|reading|tests)\s*:?$
            (?:recently|elsewhere|also|latest) (?:in|on|from)(?: .{1,30})?:$
            distributed by .{3,60}\b(?:agency|syndicate|service)\b
            (?:related|recent|popular|latest|similar) (?:news|content|links?|films|features|interviews|essays)\s*:?$
            (?:more|other|recommended|featured|top) (?:news|content|links?|films|features|interviews|essays)\s*:?$
            related(?: to this.*)?\s*:?$|you (?:may|might) (?:also|like)\b
            more (?:from|in|on|by|like) .{1,40}(?<![.!?])$|(?:read|up|see) next\s*:?$
            most (?:read|popular|viewed|shared|commented|recent)\b.{0,30}$|trending
            editor[’']?s[’']? (?:picks?|choice)\s*$|recommended(?: for you)?\s*$
            .{0,160}\bcopyright(?:ed)? by\b.{0,60}©.{0,24}$|return to .{1,30} main page\s*$|powered by\s*$
            article tools\b.{0,40}$|(?:error|status|warning) message\s*$
            .{0,60}\b(?:currently|temporarily) unavailable\b.{0,20}\btry again\b.{0,20}$
            all rights reserved|copyright (?:©|\(c\)|\d{4}|.{2,40} \d{4}$)|(?:©|\(c\))\s?\S|in this issue\s*$
            (?:view|see|show|load) (?:all|more|gallery)\b.{0,30}$
            (?:about|contact) us\s*$|advertise(?: with us)?\s*$
            (?:privacy|cookie)s? (?:policy|notice|settings|preferences)\b.{0,60}$
            terms (?:of (?:use|service)|(?:and|&) conditions)\b.{0,60}$
            (?:accept|reject|allow) (?:all|cookies)\b.{0,20}$
            (?:manage|change) (?:preferences|cookies|settings|consent|options)\s*$
            (?:this (?:web)?site|we)(?: and our partners)? uses? cookies
            site ?map\s*$|rss(?: feed)?\s*$|powered by \S+|(?:create a free|blog at|proudly powered).{0,60}$
            theme:? .{1,40} by .{1,40}$
            (?:about )?\d{1,3}[- ]?min(?:ute)?s?[.]? read\s*$|(?:estimated )?reading time:?
            (?:home\s*)?(?:[>»›/|]\s*[\w&’' \-]{1,30}){2,}$
            [\w&’' \-]{1,30}(?:\s*[>»›]\s*[\w&’' \-:]{1,60})+$|home\s*[/|]\s*\S.{0,80}$
            a version of this (?:article|review|essay) (?:appears|appeared) in print
            """,
                **pages.NAVIGATION,
            }
        ),
    ),
    (
        "media",
        Phrases(
            {
                "en": r"""
            watch (?:the|a|our) (?:trailer|video|clip)|(?:play|view) (?:audio|video|trailer|clip)|video player
            loading (?:video|player)
            listen to (?:this article|the podcast)|(?:watch|trailer|listen)\s*:\s*\S.{0,100}$
            video\s*:\s*(?!\d|anamorph|widescreen|full ?screen|colou?r|ntsc|pal\b)\S.{0,100}$
            (?:click|tap) to (?:play|enlarge|expand|zoom)
            .{0,160}\b(?:from .{1,80} on (?:vimeo|youtube)\.?|official (?:trailer|teaser)\b.*)$
            """,
                **pages.MEDIA,
            }
        ),
    ),
)

# What heads a list of links to other pages: the lines right below it belong to it.
LISTING = Phrases(
    {
        "en": r"""
    (?:related|recent|popular|latest|similar) (?:posts?|articles?|stories|topics|reviews?|reading)\s*:?$
    (?:more|other|recommended|featured|top) (?:posts?|articles?|stories|topics|reviews?|reading|tests)\s*:?$
    (?:recently|elsewhere|also|latest) (?:in|on|from)(?: .{1,30})?:$
    (?:related|recent|popular|latest|similar) (?:news|content|links?|films|features|interviews|essays)\s*:?$
    (?:more|other|recommended|featured|top) (?:news|content|links?|films|features|interviews|essays)\s*:?$
    (?:previous|next)(?: (?:post|article|story|review))?\s*:?$
    now playing\s*$|related\s*:?$|you (?:may|might) (?:also|like)|more (?:from|in|on|by|like) \S
    (?:read|up|see) (?:next|more|also)\s*:?$|most (?:read|popular|viewed|shared)
    trending|editor[’']?s[’']? (?:picks?|choice)|recommended|in this (?:issue|section)|(?:topics?|tags?)\s*:?$
    about us\s*$|follow us
    share(?: this\b.{0,20})?\s*:?$|like this:
    """,
        **pages.LISTING,
    }
)

# A word that is furniture only where furniture stands beside it: alone it may well be a heading.
MENU_WORDS = frozenset(
    ", ".join(
        (
            "home, about, contact, archive, archives, blog, news, film, films, movie, movies, cinema, music",
            "books, tv, television, theatre, theater, art, arts, culture, reviews, features, interviews",
            "festivals, essays, opinion, sport, sports, business, lifestyle, facebook, twitter, x, instagram",
            "youtube, linkedin, pinterest, reddit, tumblr, whatsapp, telegram, email, e-mail, mail, print",
            "shop, store, help, faq, jobs, careers, press, video, videos, podcast, podcasts, events, gallery",
            "photos, magazine, issues, back issues, see also, world, politics, science, travel, food, fashion",
            "games, threads, bluesky, mastodon, flipboard, messenger, link, copy link, save, share, tags",
            "topics, topic, comments, close, next, previous, more, search, submit, subscribe, donate",
            "letterboxd, rss, vimeo, lists, directors, calendar, tickets, membership, support, sign up",
            "google+, dvd, streaming, dvd & blu-ray, staff, masthead, advertise, privacy, terms, legal",
            "latest, follow, follow us, newer, older, tweet, pin, pin it, like, listen, watch, accessibility",
            "cookies, us, uk, edition, account, join",
        )
    ).split(", ")
)

# The name of a department, printed above a headline.
KICKER = lazy_pattern(
    r"(?:(?:the )?(?:film|movie|dvd|blu-ray|book|tv|television|arts?|festival|cinema|capsule|classic"
    r"|streaming|first|home video)s? ?)?"
    r"(?:reviews?|essays?|features?|interviews?|news|opinions?|criticism|critique|festivals?"
    r"|dispatch(?:es)?|columns?|profiles?|notebook"
    r"|report|reports|blog|long reads?|in focus|spotlight|archive|from the archives?|film|films|movies"
    r"|cinema|culture|arts?|books|dvd|(?:full )?transcript)"
    r"(?: (?:of the (?:week|day|month)|film|movies|essay|from the archives?))?"
    r"(?:\s*[/|•·&]\s*[\w ]{1,20}"
    r"|:\s*(?:films?|movies?|cinema|dvds?|reviews?|essays?|features?|interviews?|festivals?))?",
    re.IGNORECASE,
)

DEPARTMENT = Phrases(pages.DEPARTMENT, r"PHRASES(?:\s*[/|•·&>›]\s*(?:PHRASES|[\w ]{1,20}))?")
ISSUE = Phrases(pages.ISSUE, r"(?:[^.!?]{2,80}[,|(–—·]\s*)?PHRASES[^!?]{0,60}")

# The words of a site's own menu, and what a blog prints around each post.
SITE_MENU = lazy_pattern(
    r"\W*(?:home|about|contact|archives?|menu|search|blog|reviews|review archive|news|films?|features"
    r"|interviews|essays|store|shop|library|podcasts?|skip to|main menu)\b",
    re.IGNORECASE,
)
BLOG = Phrases(pages.BLOG)
