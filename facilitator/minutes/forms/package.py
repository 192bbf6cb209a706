"""The package around Word and OpenDocument files: the same minutes give the same bytes everywhere."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""No earlier one fits into a package. The libraries write the time of this machine there."""


def settled(data: bytes) -> bytes:
    """The same parts in the same order, without the time at which they were put together."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for part in old.infolist():
            info = ZipInfo(part.filename, _FIRST_DAY)
            # The kind of an OpenDocument file is read from its first bytes, so that part is never packed.
            info.compress_type = ZIP_STORED if part.compress_type == ZIP_STORED else ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(part))
    return made.getvalue()
