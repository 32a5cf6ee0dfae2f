"""Were letters lost or spoilt on the way (`Ã©`, `�`, `&eacute;`)?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from depeche.checks.page import Fault, Page

LATIN = "Ã[\u0080-\u00bf€ƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ\u009d¦“”˜]"
DAMAGE = re.compile(rf"\ufffd+|{LATIN}|&(?:[a-z]{{2,8}}|#\d{{2,5}});|(?<=[a-zà-ÿ])\?(?=[a-zà-ÿ])")


def find(page: Page) -> Iterator[Fault]:
    """UTF-8 read as Latin-1, HTML's names of letters, the replacement character, a `?` inside a word."""
    spans = tuple((found.start(), found.end()) for found in DAMAGE.finditer(page.text))
    if spans:
        yield Fault(f"letters were spoilt on the way: {page.quote((max(0, spans[0][0] - 10), spans[0][1] + 10))!r}", spans[:50])
