"""depeche reads French news and keeps the record."""

from typing import TYPE_CHECKING

from depeche.checks import check
from depeche.errors import DepecheError
from depeche.record import Finding, Record, schema

if TYPE_CHECKING:
    from depeche.pipeline import load, read

__all__ = ["DepecheError", "Finding", "Record", "check", "load", "read", "schema"]


def __getattr__(name: str) -> object:
    """`load` and `read` bring in spaCy, which takes a second: `depeche --help` must not wait for it."""
    if name in ("load", "read"):
        from depeche import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'depeche' has no attribute {name!r}")
