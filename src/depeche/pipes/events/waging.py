"""Does the complement of a noun of attack do it, or suffer it? `l'offensive de Daech`, `l'attaque d'un convoi`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from depeche.lang.knowledge import country_named, country_of_capital
from depeche.pipes.columns import Columns
from depeche.pipes.events.grammar import small
from depeche.pipes.events.leads import prepositions
from depeche.pipes.events.parties import Cast, Party
from depeche.pipes.events.surface import opening
from depeche.pipes.events.syntax import surface_subject
from depeche.pipes.tree import Token, root

BODIES = ("organisation", "group", "country")


def is_waging(noun: Token, last: Token, party: Party, cast: Cast) -> bool:
    """Whether the party that `de` brings in does it: of an offensive or a raid any body but a place, of an attack one that
    fights, named or with its article (`l'attaque des rebelles`, not `l'attaque de rebelles`).

    Args:
        last: the last word of the expression (`des tirs de roquettes du Hezbollah`).
    """
    tokens = cast.columns.range_of(party)
    mention = cast.by_token.get(tokens.start) if tokens is not None else None
    if tokens is None or mention is None or mention.via == "pronoun":
        return False
    if root(noun.doc[tokens.start : tokens.stop]).head.i not in (noun.i, last.i):
        return False  # `l'attaque de la base de l'armée`
    is_named = mention.via in ("name", "acronym")
    is_armed = not small("armed").isdisjoint(cast.columns.lower[tokens.start : tokens.stop])
    is_aerial = any(child.lower_ in small("aerial") for child in noun.children)  # `les attaques aériennes de la Russie`
    if noun.lower_ in small("waged") or (is_aerial and noun.lower_ in small("strike")):
        return is_armed or (is_named and party.kind in BODIES)
    if is_named and party.kind in BODIES and "dans" in prepositions(noun) and noun.lower_ in small("shelling"):
        return True  # `ont péri dans un bombardement de l'Otan`
    if noun.lower_ not in small("strike"):
        return False
    before = cast.columns.lower[tokens.start - 1 : tokens.start + 1]
    is_bare = before[:1] in (["de"], ["d'"]) and not {"la", "l'", "cette", "ce", "ces"} & set(before)
    return (is_armed and not is_bare) or (is_named and party.kind == "group")


def is_only_where(head: Token, party: Party, cast: Cast) -> bool:
    """Whether a place only tells where the attack was that kills or aims (`la fusillade de Nantes a tué deux passants`)."""
    tokens = cast.columns.range_of(party)
    mention = cast.by_token.get(tokens.start) if tokens is not None else None
    if tokens is None or mention is None or head.i in tokens or mention.via == "metonymy":
        return False
    for above in islice(root(head.doc[tokens.start : tokens.stop]).ancestors, 3):
        if above.i == head.i:
            break
        if prepositions(above) & small("where"):
            return True  # `un courrier piégé au siège du FMI a blessé`
    is_town = party.kind == "place" or country_of_capital(mention.text) is not None
    return is_town or (party.kind == "country" and opening(cast.columns, tokens.start) in small("where"))


def is_in_town(party: Party, cast: Cast) -> bool:
    """Whether a town only tells where that stands which is attacked (`un attentat contre un hôtel de Mogadiscio`)."""
    tokens = cast.columns.range_of(party)
    mention = cast.by_token.get(tokens.start) if tokens is not None else None
    led = opening(cast.columns, tokens.start) if tokens is not None else None
    if tokens is None or mention is None or mention.via != "name" or led not in ("de", "à"):
        return False
    is_town = party.kind == "place" or country_of_capital(mention.text) is not None
    if is_town and led == "à":
        return True  # `un attentat contre une caserne à Mogadiscio`
    above = islice(root(cast.doc[tokens.start : tokens.stop]).ancestors, 2)  # `un hôtel du centre de Kaboul`
    return is_town and any(noun.i not in cast.by_token and noun.lower_ in small("building") for noun in above)


def is_scene(party: Party, kind: str, slot: str, cast: Cast) -> bool:
    """Whether a place or house in a recipient's slot is but where it is done (`bloquent le port de Calais`)."""
    if kind == "ASSAULT":
        return slot in ("contre", "sur") and is_in_town(party, cast)
    tokens = cast.columns.range_of(party)
    if kind not in ("COERCE", "PROTEST") or slot == "contre" or tokens is None:
        return False
    is_house = any(cast.columns.lower[i] in small("building") for i in tokens[:2]) and party.kind != "group"
    if kind == "PROTEST":
        return party.kind == "place" or is_house
    above = root(cast.doc[tokens.start : tokens.stop]).head  # `a évacué l'église de Nantes`
    return party.kind == "place" and (is_house or above.lower_ in small("building"))


def culprits(noun: Token, control: frozenset[str]) -> list[Token]:
    """Who is said to have done it: `les rebelles seraient à l'origine de l'attaque`, `est l'auteur du raid`, `ce raid est l'œuvre
    de Daech`."""
    head = noun.head
    if noun.dep_ == "nsubj" and head.lower_ in small("work"):
        return [child for child in head.children if child.dep_ == "nmod" and "de" in prepositions(child)]
    if head.lower_ not in small("culprit") or not any(child.dep_ == "cop" for child in head.children):
        return []
    return [token for token in surface_subject(head, control) if token.i != noun.i]


def blamed(noun: Token, cast: Cast, words: dict[str, frozenset[str]], *, is_deed: bool) -> list[Party]:
    """To whom an act is put down: `une embuscade attribuée aux rebelles`, `attribuent cette attaque au régime`.

    Args:
        is_deed: whether it is one of violence or force.
    """
    near = [child for word in (noun, *noun.children) for child in word.children if child.dep_.startswith("acl")]
    verb = next((child for child in (*near, noun.head) if child.lower_ in words["blame"]), None)
    if verb is None or not is_deed:
        return [party for head in culprits(noun, words["control"]) for party in cast.resolve(head)]
    heads = [child for word in (verb, noun) for child in word.children if "à" in prepositions(child)]
    return next((parties for head in heads if (parties := cast.resolve(head))), [])


def is_spot(token: Token, cast: Cast) -> bool:
    """Whether a phrase is but a place or a country (`ont trouvé la mort au Yémen dans un raid`)."""
    return any(party.kind in ("place", "country") for party in cast.resolve(token))


def is_capital(columns: Columns, party: Party) -> bool:
    """Whether a place is a capital, which stands for its country."""
    return country_of_capital(columns.text[party.start : party.end]) is not None


def is_seat(party: Party, mode: str | None, cast: Cast) -> bool:
    """Whether a capital stands for its country, and does not only say where (`les pourparlers menés à La Havane`)."""
    tokens = cast.columns.range_of(party)
    is_there = mode == "discontinue" and tokens is not None and opening(cast.columns, tokens.start) == "à"
    return is_capital(cast.columns, party) and not is_there


def is_palace(party: Party, cast: Cast) -> bool:
    """Whether a palace stands for a country (`à l'Élysée`)."""
    text = cast.columns.text[party.start : party.end]
    tokens = cast.columns.range_of(party) if party.kind == "country" else None
    mention = cast.by_token.get(tokens.start) if tokens is not None else None
    is_metonymy = mention is not None and mention.via == "metonymy"
    return is_metonymy and not country_named(text) and not country_of_capital(text)


def is_borne(columns: Columns, party: Party) -> bool:
    """Whether a capital only names a text or a thing (`les accords de Minsk`)."""
    tokens = columns.range_of(party)
    if tokens is None or opening(columns, tokens.start) != "de":
        return False
    return any(columns.lower[i] in small("bearer") for i in range(max(tokens.start - 3, 0), tokens.start))


def undergone(noun: Token) -> Token | None:
    """The verb or predicate whose subject undergoes what a noun tells: `fait l'objet de menaces`, `a été victime lundi d'un
    attentat`."""
    head = noun.head
    if noun.dep_.startswith("obl") and prepositions(noun) & small("undergone"):
        return head
    if noun.dep_.startswith("ob"):
        is_faced = any(child.dep_ == "obj" and child.lower_ in small("undergone") for child in head.children)
        is_led = is_faced and noun.dep_.startswith("obl") and bool(prepositions(noun) & {"à", "de"})
        if is_faced and (is_led or (noun.dep_ == "obj" and noun.lower_ not in small("undergone"))):
            return head  # `fait face à une révolte`, `fait l'objet d'un mandat`
    if noun.dep_ in ("nmod", "obl:arg") and head.dep_.startswith("obl") and head.lower_ not in small("undergone"):
        head = head.head  # hung on the time or place between
    if head.lower_ not in small("undergone") or not noun.dep_.startswith(("nmod", "obl")) or head.i > noun.i:
        return None
    if head.dep_ == "obj":
        return head.head if head.lower_ not in small("victim") else None  # `a reçu les victimes de l'attentat`
    is_said_of = any(child.dep_ in ("cop", "aux:pass") or child.dep_.startswith("nsubj") for child in head.children)
    return head if is_said_of or head.dep_ in ("advcl", "acl") else None


def strikes_back(hit: Sequence[Party], cast: Cast) -> bool:
    """Whether those who are hit are those who attacked (`les assaillants ont été abattus`): another event than their attack."""
    told = (word for party in hit for word in cast.columns.text[party.start : party.end].lower().split())
    return not small("attacker").isdisjoint(told)
