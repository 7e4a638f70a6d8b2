"""Months, days of the week, and the words that stand beside a date in a line of its own."""

from __future__ import annotations

from annotate.structure.phrases import words_of

_MONTHS = (
    "january jan janvier janv januar jänner enero ene janeiro gennaio",
    "february feb février févr februar febrero fevereiro fev febbraio",
    "march mar mars märz marzo março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio",
    "june jun juin juni junio junho giugno",
    "july jul juillet juil juli julio julho luglio",
    "august aug août agosto ago",
    "september sep sept septembre septiembre setiembre setembro set settembre",
    "october oct octobre oktober okt octubre outubro out ottobre",
    "november nov novembre noviembre novembro",
    "december dec décembre déc dezember dez diciembre dic dezembro dicembre",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = words_of(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta",
)
BESIDE_DATE = words_of(
    """aired broadcast recorded released published posted updated created amended issue last modified date dated first
    on at am pm a.m. p.m. et est edt gmt utc cet cest bst pt pst""",
    "publié publiée posté mis mise à jour le la modifié dernière modification par en ligne h heures paru",
    "veröffentlicht aktualisiert am vom den der um uhr stand erschienen zuletzt geändert datum",
    "publicado publicada actualizado actualizada el a las los hs horas en fecha última actualización del día h",
    "publicado publicada atualizado atualizada em às as postado há última atualização data no dia h horas",
)
# Chinese is written without spaces, so that these stand anywhere.
BESIDE_CHINESE_DATE = (
    "发布时间|发布日期|发布于|发布|發布時間|發布|发表时间|发表于|发表|更新时间|更新于|更新|时间|時間|日期"
    "|(?:来源|來源|来自|來自)\\s?[:：]\\s?\\S+|(?:阅读|浏览|点击|閱讀|瀏覽)(?:量|数|次数)?\\s?[:：]?\\s?\\d+"
    r"|[\u4e00-\u9fff]{2,4}(?:网|網|报|報|新闻|新聞|周刊|杂志|雜誌)"
    "|星期[一二三四五六日天]|周[一二三四五六日]|上午|下午|晚上"
)
SEASONS = words_of(
    "spring summer autumn fall winter",
    "printemps été automne hiver",
    "frühling frühjahr sommer herbst winter",
    "primavera verano otoño invierno",
    "primavera verão outono inverno",
)
# Between a town and the day: "Berlin, den 21. September 2009".
BEFORE_DAY = "den |le |el |a |em |aos |"
# Between the day, the month and the year: "3 de mayo de 2011".
OF = r"de\s+|del\s+|of\s+|do\s+|"
CHINESE_DIGITS = {digit: number for number, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
