"""What does a dispatch say of itself where its source says nothing: dateline, agency credit, byline?"""

from __future__ import annotations

import re
from dataclasses import replace

from depeche.sources import Dispatch

HEAD, TAIL = 600, 300
"""Characters at either end of a text in which it speaks of itself."""

AGENCIES = "AFP|Reuters|AP|Belga|ATS|Keystone-ATS|APA|APS|APO|MAP|TAP|Xinhua|TASS|Kazinform|ANP|EFE|dpa"
CREDIT = re.compile(rf"\b(?:avec|source\s*:)\s+({AGENCIES})\b|\(({AGENCIES})\)")
DATELINE = re.compile(
    r"^[ \t]*([^\W\d_][\w'’ -]{1,40}(?:, [^\n(]{3,30}| \([^)\n]{2,30}\))* ?\([A-Z][\w -]{1,20}\)) ?[-–—]", re.MULTILINE
)
BYLINE = re.compile(r"^[ \t]*Par ((?:[A-ZÀ-Ý][\w'’-]+ ){1,3}[A-ZÀ-Ý][\w'’-]+)[ \t]*$", re.MULTILINE)


def signed(dispatch: Dispatch) -> Dispatch:
    """The dispatch with what its text says of itself where the source said nothing.

    >>> found = signed(Dispatch(text="Accord à Lomé\\n\\nLOMÉ, 5 mars 2024 (AFP) - Les pourparlers ont repris."))
    >>> found.dateline, found.credit, found.byline
    ('LOMÉ, 5 mars 2024 (AFP)', 'AFP', None)
    """
    head, tail = dispatch.text[:HEAD], dispatch.text[-TAIL:]
    credit = CREDIT.search(head) or CREDIT.search(tail)
    dateline, byline = DATELINE.search(head), BYLINE.search(head)
    return replace(
        dispatch,
        dateline=dispatch.dateline or (dateline[1] if dateline else None),
        credit=dispatch.credit or ((credit[1] or credit[2]) if credit else None),
        byline=dispatch.byline or (byline[1] if byline else None),
    )
