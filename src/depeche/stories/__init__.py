"""Copies, rewrites, one story: judgements between dispatches. No record is ever changed here."""

from depeche.stories.differences import Comparison, Difference, compare
from depeche.stories.findings import StoryFinding, check_story
from depeche.stories.merging import StoryRecord, merge
from depeche.stories.store import Judgement, Stories
from depeche.stories.trees import Story, Version, stories

__all__ = [
    "Comparison",
    "Difference",
    "Judgement",
    "Stories",
    "Story",
    "StoryFinding",
    "StoryRecord",
    "Version",
    "check_story",
    "compare",
    "merge",
    "stories",
]
