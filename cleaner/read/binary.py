"""Bytes that hold no text, refused with what they are."""

from __future__ import annotations

from cleaner.errors import BinaryInputError

_MAGIC = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"%PDF-",
    "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document)"), (b"\x1f\x8b", "a gzip archive: unpack it first"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"), (b"\x7fELF", "a program"), (b"Rar!", "a RAR archive"), (b"7z\xbc\xaf",
    "a 7z archive"),
    (b"OggS", "a sound file"), (b"ID3", "a sound file"), (b"wOF", "a font"), (b"\xd0\xcf\x11\xe0",
    "an office document"),
)  # fmt: skip


def check_binary(data: bytes) -> None:
    """Raise `BinaryInputError` for pictures, archives and the like, and for other bytes with too many controls."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryInputError(f"the input is {what}, not a page or text")
    head = data[:4000]
    controls = sum(head.count(byte) for byte in (*range(1, 8), *range(14, 27), 28, 29, 30, 31))
    if controls > len(head) // 20 or head.count(0) > len(head) // 50:
        raise BinaryInputError("the input is binary data, not a page or text")
