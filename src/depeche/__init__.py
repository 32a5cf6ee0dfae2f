"""depeche reads French news and keeps the record."""

from depeche.errors import DepecheError
from depeche.pipeline import load, read
from depeche.record import Record, schema

__all__ = ["DepecheError", "Record", "load", "read", "schema"]
