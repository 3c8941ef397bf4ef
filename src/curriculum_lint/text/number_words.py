"""Numbers written as words, in the languages that curricula mostly state counts in."""

from __future__ import annotations

#: From two on: "one" is an article in most of these languages.
_FROM_TWO = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf vingt",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig",
    "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis "
    "dezessete dezoito dezenove vinte",
    "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove venti",
)


def written_like(word: str, number: int) -> str:
    """``number`` as ``word`` is written: in digits, or as a word of the same language and case."""
    for words in (line.split() for line in _FROM_TWO):
        if word.casefold() in words and 2 <= number <= len(words) + 1:
            new = words[number - 2]
            return new.capitalize() if word[:1].isupper() else new
    return str(number)


#: "once" is eleven in Spanish, but another word in English.
NUMBER_WORDS = {
    word: number
    for words in _FROM_TWO
    for number, word in enumerate(words.split(), 2)
    if word != "once"
}


def _wide_numbers() -> dict[str, int]:
    digits = "二三四五六七八九"
    found = {digit: number for number, digit in enumerate(digits, 2)} | {"两": 2, "兩": 2}
    found |= {"十": 10, "二十": 20} | {f"十{d}": n for n, d in enumerate(f"一{digits}", 11)}
    korean = ("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두")
    return found | {word: number for number, word in enumerate(korean, 2)}


#: In Chinese and Japanese, and in Korean as they stand before what they count.
WIDE_NUMBERS = _wide_numbers()
