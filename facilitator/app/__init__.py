"""The Textual app: opens screens; owns the one ticker.

The meeting itself lives below, in `meeting`; screens look at it and submit intents.
"""

from __future__ import annotations

from facilitator.app.opening import FacilitatorApp
from facilitator.app.running import run_app

__all__ = ["FacilitatorApp", "run_app"]
