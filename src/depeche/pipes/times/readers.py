"""The functions that `read` in `times.toml` may name."""

from __future__ import annotations

from depeche.pipes.times import compose, lengths, ranges, readings
from depeche.pipes.times.grammar import Reader

READERS: dict[str, Reader] = {
    name.removeprefix("read_"): function
    for module in (readings, lengths, compose, ranges)
    for name, function in vars(module).items()
    if name.startswith("read_")
}
READERS["about"] = compose.read_mod
