"""What `import khabar` offers, for checkers of types and for editors."""

from khabar.library import Answers as Answers
from khabar.library import EventType as EventType
from khabar.library import GoodsCategory as GoodsCategory
from khabar.library import Status as Status
from khabar.library import Verdict as Verdict
from khabar.library import bearing_between as bearing_between
from khabar.library import open as open
from khabar.library import read as read
from khabar.library import report as report
from khabar.library import to_json as to_json

__version__: str
