"""One fault each, planted in a clean dispatch: every planter takes a random generator and a text, and gives a text or `None`.

A planter uses what the dispatch itself has (its names, its quotations, its figures, its dates) wherever that can be.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, timedelta

BODIES = [
    ("Organisation mondiale de la santé", "Organisation mondiale de la sécurité", "OMS"),
    ("Union des forces démocratiques", "Union des forces populaires", "UFD"),
    ("Agence nationale de l’énergie", "Agence nationale de l’environnement", "ANE"),
    ("Fonds monétaire international", "Fonds monétaire intercontinental", "FMI"),
    ("Comité de défense des mineurs", "Comité de défense des marins", "CDM"),
    ("Office des ports maritimes", "Office des ports méridionaux", "OPM"),
    ("Front de libération du Nord", "Front de libération nationale", "FLN"),
    ("Institut de recherche agronomique", "Institut de recherche astronomique", "IRA"),
    ("Conseil supérieur du cinéma", "Conseil supérieur de la communication", "CSC"),
    ("Parti du travail et du progrès", "Parti du travail et du peuple", "PTP"),
]
PLACES = [
    "à Lyon, en Italie", "à Munich, en Suède", "à Bamako, au Tchad", "à Lima (Chili)", "à Oslo, au Danemark", "à Kaboul, en Iran",
    "à Marseille, en Belgique", "à Alger, au Maroc", "à Bogota (Pérou)", "à Kyoto, en Chine", "à Madrid, au Portugal",
]  # fmt: skip
REGIONS = [
    "Le Mali, pays d’Afrique australe, suit l’affaire.", "Le Kazakhstan, un pays d’Asie du Sud-Est, n’a rien dit.",
    "Le Chili, pays d’Europe de l’Est, a réagi.", "La Pologne, pays d’Amérique centrale, s’est abstenue.",
]  # fmt: skip
FIELDS = ["Date:", "Source :", "Lieu:", "Auteur :", "Titre:", "Contact :", "Légende:", "Crédit :"]
OFFICES = [
    ("Le président français {} a réagi.", "Le président français {} s’est tu."),
    ("Le Premier ministre belge {} a réagi.", "Le Premier ministre belge {} s’est tu."),
    ("Le président malien {} a réagi.", "Le Premier ministre malien {} s’est tu."),
]
NO_COUNT = ("heures", "minutes", "secondes", "jours", "années", "degrés", "points", "locales", "millions", "milliards")
ROUGH = re.compile(r"\b(?:environ|près|quelque|plus|moins|presque|autour)\b", re.IGNORECASE)
PEOPLE = ["Henri Duvallon", "Paul Morestel", "Louis Cambard", "Marc Terrasson", "Jean Ribeyre"]
WOMEN = ["Isabelle Morestel", "Sylvie Cambard", "Claire Terrasson", "Anne Ribeyre"]
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MONTHS = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"
]  # fmt: skip
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
ATTRIBUTED = re.compile(r"(?:^|(?<=[.!?]\s))«\s?([A-ZÀ-Þ][^«»\n]{30,280}?)\s?»\s?,?\s[^.«»\n]{8,120}\.", re.MULTILINE)
QUOTE = re.compile(r"«\s?([^«»\n]{25,300}?)\s?»")

Planter = Callable[[random.Random, str], str | None]


def paragraphs(text: str) -> list[str]:
    return text.split("\n\n")


def inserted(rng: random.Random, text: str, *sentences: str) -> str:
    """The sentences put at the ends of body paragraphs, in their order."""
    parts = paragraphs(text.rstrip())
    places = sorted(rng.choices(range(min(1, len(parts) - 1), len(parts)), k=len(sentences)))
    for place, sentence in reversed(list(zip(places, sentences, strict=True))):
        parts[place] = parts[place].rstrip() + " " + sentence
    return "\n\n".join(parts)


def misspelt(rng: random.Random, name: str) -> str:
    place = rng.randrange(1, len(name) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    if kind == 1:
        return name[:place] + name[place + 1 :]
    if kind == 2:
        return name[:place] + name[place] + name[place:]
    return name[:place] + rng.choice([letter for letter in "aeioulnrst" if letter != name[place]]) + name[place + 1 :]


def acronym_conflict(rng: random.Random, text: str) -> str | None:
    one, other, acronym = rng.choice(BODIES)
    lead = ("L’" if one[0] in "AIOU" else "Le ", "l’" if other[0] in "AIOU" else "le ")
    return inserted(rng, text, f"{lead[0]}{one} ({acronym}) a été saisi.", f"Hier, {lead[1]}{other} ({acronym}) s’est réuni.")


def name_variant(rng: random.Random, text: str) -> str | None:
    names = re.findall(r"(?<=[a-zé,] )[A-ZÀ-Þ][a-zà-ÿ]+ ([A-ZÀ-Þ][a-zà-ÿ]{5,})\b", text)
    names = [name for name in dict.fromkeys(names) if len(re.findall(rf"\b{name}\b", text)) >= 2]
    if not names:
        return None
    name = rng.choice(names)
    place = rng.choice(list(re.finditer(rf"\b{name}\b", text)))
    wrong = misspelt(rng, name)
    return text[: place.start()] + wrong + text[place.end() :] if wrong != name else None


def place_conflict(rng: random.Random, text: str) -> str | None:
    if rng.random() < 0.4:
        return inserted(rng, text, rng.choice(REGIONS))
    return inserted(rng, text, f"Une réunion s’est tenue {rng.choice(PLACES)}, dans la journée.")


def quote_variant(rng: random.Random, text: str) -> str | None:
    quotes = [found[1].strip() for found in QUOTE.finditer(text) if len(found[1].split()) >= 7]
    if not quotes:
        return None
    quote = rng.choice(quotes)
    words = quote.split()
    if re.search(r"\b(?:ne|n['’])\s?\w+ pas\b", quote):
        changed = re.sub(r"\b(?:ne |n['’])(\w+) pas\b", r"\1", quote, count=1)
    else:
        place = rng.choice([n for n, word in enumerate(words) if len(word) > 4] or [0])
        changed = " ".join([*words[:place], "aujourd’hui", *words[place + 1 :]])
    return text.rstrip() + f"\n\nSelon une autre source, il a dit : « {changed} »."


def repeated_passage(rng: random.Random, text: str) -> str | None:
    found = [s for part in paragraphs(text)[1:] for s in SENTENCE.split(part) if len(s.split()) >= 12 and s.endswith(".")]
    return inserted(rng, text, rng.choice(found)) if found else None


def figure_conflict(rng: random.Random, text: str) -> str | None:
    if rng.random() < 0.3:
        whole = rng.randint(5, 40)
        return inserted(rng, text, rng.choice([
            f"Au total, {whole} personnes ont été entendues, dont {whole + rng.randint(1, 9)} femmes.",
            f"Le comité compte {whole} membres ({whole - 4} élus, 5 juges et 2 maires).",
            f"Quelque {rng.randint(104, 180)} % des habitants ont répondu.",
        ]))  # fmt: skip
    found = []
    for part in paragraphs(text)[1:]:
        for sentence in SENTENCE.split(part):
            hit = re.search(r"(?<![\d.,] )(?<![\w.,])(\d{2,3}) ([a-zà-ÿ]{5,}s)\b", sentence)
            is_rough = "«" in sentence or ROUGH.search(sentence)
            if hit and len(sentence.split()) >= 8 and hit[2] not in NO_COUNT and not is_rough:
                found.append((sentence, hit))
    if not found:
        return None
    sentence, hit = rng.choice(found)
    changed = sentence[: hit.start(1)] + str(int(hit[1]) + rng.choice([1, 2, 3, 10])) + sentence[hit.end(1) :]
    words = changed.split()
    kept = [word for word in words if rng.random() > 0.1 or any(letter.isdigit() for letter in word) or word == hit[2]]
    return text.rstrip() + "\n\nSelon un autre bilan : " + " ".join(kept)


def date_missing(rng: random.Random, text: str) -> str | None:
    return text.rstrip() + "\n" + rng.choice(["Date:", "Date :", "Publié le :"])


def date_conflict(rng: random.Random, text: str) -> str | None:
    kind = rng.randrange(4)
    if kind == 0:
        return inserted(rng, text, f"La session se tient du {rng.randint(20, 28)} au {rng.randint(2, 15)} {rng.choice(MONTHS)}.")
    if kind == 1:
        return inserted(rng, text, f"Le délai expire le 31 {rng.choice(['avril', 'juin', 'septembre', 'novembre'])}.")
    day = date(rng.randint(2010, 2015), rng.randint(1, 12), rng.randint(1, 28))
    wrong = DAYS[(day + timedelta(days=rng.randint(1, 6))).weekday()]
    return inserted(rng, text, f"L’accord a été signé le {wrong} {day.day} {MONTHS[day.month - 1]} {day.year}.")


def empty_field(rng: random.Random, text: str) -> str | None:
    line = rng.choice(FIELDS)
    return line + "\n\n" + text if rng.random() < 0.3 else text.rstrip() + "\n" + line


def unattributed_quote(rng: random.Random, text: str) -> str | None:
    found = list(ATTRIBUTED.finditer(text))
    if not found:
        return None
    hit = rng.choice(found)
    return text[: hit.start()] + f"« {hit[1].rstrip('.,')}. »" + text[hit.end() :]


def unbalanced_quotes(rng: random.Random, text: str) -> str | None:
    marks = [found.start() for found in re.finditer("[«»]", text)]
    if len(marks) < 2:
        return None
    place = rng.choice(marks)
    return text[:place] + text[place + 1 :]


def unbalanced_brackets(rng: random.Random, text: str) -> str | None:
    marks = [found.start() for found in re.finditer(r"[()]", text)]
    if len(marks) < 2:
        return None
    place = rng.choice(marks)
    return text[:place] + text[place + 1 :]


def role_conflict(rng: random.Random, text: str) -> str | None:
    first, second = rng.choice(OFFICES)
    one, other = rng.sample(PEOPLE, 2)
    return inserted(rng, text, first.format(one), second.format(one if "Premier" in second and "président" in first else other))


def speaker_conflict(rng: random.Random, text: str) -> str | None:
    quotes = [found[1].strip(" .,") for found in QUOTE.finditer(text) if len(found[1].split()) >= 7]
    if not quotes:
        return None
    quote = rng.choice(quotes)
    one, other = rng.sample(PEOPLE, 2)
    return text.rstrip() + f"\n\n« {quote} », a déclaré {one}.\n\n« {quote} », a affirmé {other}."


def gender_agreement_of_names(rng: random.Random, text: str) -> str | None:
    return inserted(rng, text, rng.choice([
        f"M. {rng.choice(WOMEN)} a assisté à la séance.", f"Mme {rng.choice(PEOPLE)} a assisté à la séance.",
        f"{rng.choice(WOMEN)} est arrivé dans la soirée.", f"{rng.choice(PEOPLE)} a été nommée dans la soirée.",
        f"La présidente {rng.choice(PEOPLE)} a signé.",
    ]))  # fmt: skip


def dangling_reference(rng: random.Random, text: str) -> str | None:
    if rng.random() < 0.3:
        return rng.choice(["Il a quitté la salle sans un mot.", "Elle a signé le texte dans la nuit."]) + "\n\n" + text
    return inserted(rng, text, f"M. {rng.choice(PEOPLE).split()[1]} n’a pas voulu répondre.")


def truncated(rng: random.Random, text: str) -> str | None:
    text = text.rstrip()
    words = list(re.finditer(r"\S+", text[text.rfind("\n") + 1 :]))
    if len(words) < 14:
        return None
    cut = rng.randrange(9, len(words) - 1)
    return text[: text.rfind("\n") + 1 + words[cut].end()].rstrip(".")


def doubled_word(rng: random.Random, text: str) -> str | None:
    places = list(re.finditer(r"\b(?:le|la|les|des|du|de|dans|une|un|sur|par|pour)\b", text))
    if not places:
        return None
    place = rng.choice(places)
    return text[: place.end()] + " " + place[0] + text[place.end() :]


PLANTERS: dict[str, Planter] = {
    name.replace("_", "-"): planter
    for name, planter in list(globals().items())
    if name in (
        "acronym_conflict", "name_variant", "place_conflict", "quote_variant", "repeated_passage", "figure_conflict",
        "date_missing", "date_conflict", "empty_field", "unattributed_quote", "unbalanced_quotes", "unbalanced_brackets",
        "role_conflict", "speaker_conflict", "gender_agreement_of_names", "dangling_reference", "truncated", "doubled_word",
    )
}  # fmt: skip
