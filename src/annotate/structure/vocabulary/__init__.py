"""The words that tell what a line is, in English, French, German, Spanish, Portuguese and Chinese: a topic a file.

A recogniser asks for a meaning (`credits.LABEL.of(languages)`); which words bear it in which language stands here.
Phrases are regular expressions, one a line, keyed by language (ISO 639-1; `any` for signs of no language).
"""
