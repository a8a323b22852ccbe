"""Small words that many everyday questions about sounds share: now, it, anyone.

Knows alternatives only; refuses to know questions.
"""

from typing import Final

__all__ = ["ANY", "IT", "NOW"]

NOW: Final = "[|||| right now| now| here| in here| around me| in the room| where I am| at this moment]"
IT: Final = "[it|that|this|the sound|the noise|that sound|that noise]"
ANY: Final = "[someone|somebody|anyone|anybody|a person]"
