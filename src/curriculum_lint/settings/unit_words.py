"""The words that a unit may be called by, before its number: "Week 3", "Kapitel 2", "第3章"."""

from __future__ import annotations

#: In the languages in which most curricula are written; the singular, as it stands before a number.
UNIT_WORDS: tuple[str, ...] = (
    *("module", "week", "day", "lesson", "chapter", "part", "session", "sprint", "episode", "unit"),
    *("phase", "lecture", "class", "section", "topic", "level", "course", "stage", "block", "lab"),
    *("workshop", "step", "subsection"),
    *("módulo", "modulo", "semana", "día", "dia", "lección", "leccion", "capítulo", "capitulo"),
    *("parte", "sesión", "sesion", "unidad", "tema", "clase", "fase", "etapa"),
    *("aula", "lição", "licao", "unidade", "sessão", "dia", "seção"),
    *("semaine", "jour", "leçon", "lecon", "chapitre", "partie", "séance", "seance", "unité"),
    *("étape", "cours"),
    *("modul", "woche", "tag", "lektion", "kapitel", "teil", "sitzung", "einheit", "abschnitt"),
    *("settimana", "giorno", "lezione", "capitolo", "sessione", "unità"),
    *("dag", "les", "hoofdstuk", "deel", "uge", "vecka", "del", "uke", "kapittel", "leksjon"),
    *("tydzień", "dzień", "lekcja", "rozdział", "część", "moduł", "týden", "lekce", "kapitola"),
    *("hafta", "gün", "ders", "bölüm", "modül", "hét", "nap", "lecke", "fejezet"),
    *("модуль", "неделя", "день", "урок", "глава", "часть", "лекция", "занятие", "раздел"),
    *("тиждень", "розділ", "частина"),
    *("pekan", "hari", "bab", "bagian", "modul", "tuần", "ngày", "bài", "chương", "phần"),
    *("सप्ताह", "दिन", "पाठ", "अध्याय", "الأسبوع", "اليوم", "الدرس", "الفصل"),
    *("หัวข้อ", "บทที่", "주차", "모듈", "강의"),
)
#: Shorter ones: before a number at the beginning of a text only.
UNIT_ABBREVIATIONS: tuple[str, ...] = ("m", "ch", "chap", "w", "wk", "d", "l", "ep", "lec", "mod")
#: What counts units behind a number, in Chinese, Japanese and Korean: 第3章, 3주차.
UNIT_COUNTERS = "章节節课課讲講回週周日天部篇강장과"
