"""What do we know of the world that a French name or adjective points at? Look-ups over the tables of `lang/fr`.

Every look-up answers an id (a country's ISO 3166-1 alpha-2 code in lower case) or `None`, from tables read once.
"""

from depeche.lang.knowledge.actor import expansions_of_acronyms, forms, ids, media, named, organisations, persons, wikidata_of
from depeche.lang.knowledge.country import (
    choices,
    countries,
    countries_of_adjective,
    country_name,
    country_named,
    country_of_adjective,
    country_of_capital,
    country_of_seat,
    country_wikidata,
)
from depeche.lang.knowledge.known import Known
from depeche.lang.knowledge.office import LAST_DAY, holder_of, holders
from depeche.lang.knowledge.place import Place, place_named
from depeche.lang.knowledge.spelling import plain, slug, spellings

__all__ = [
    "LAST_DAY",
    "Known",
    "Place",
    "choices",
    "countries",
    "countries_of_adjective",
    "country_name",
    "country_named",
    "country_of_adjective",
    "country_of_capital",
    "country_of_seat",
    "country_wikidata",
    "expansions_of_acronyms",
    "forms",
    "holder_of",
    "holders",
    "ids",
    "media",
    "named",
    "organisations",
    "persons",
    "place_named",
    "plain",
    "slug",
    "spellings",
    "wikidata_of",
]
