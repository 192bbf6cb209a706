"""facilitator: carries a peer-mentoring pod through its meeting and leaves minutes behind."""

__version__ = "0.1.0"
