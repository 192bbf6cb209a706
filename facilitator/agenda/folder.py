"""Where the shipped agendas lie."""

from __future__ import annotations

from pathlib import Path


def agendas_folder() -> Path:
    """Inside the package as installed, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    folder = package / "shipped" / "agendas"
    return folder if folder.is_dir() else package.parent / "agendas"
