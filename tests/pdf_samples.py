"""Small PDF files, written by hand: lines of Helvetica at places of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Placed = tuple[int, int, int, str]  # x, y, size, text


def column(text: str, *, x: int = 72, y: int = 740, size: int = 12, leading: int = 14) -> list[Placed]:
    """The lines of `text` below each other; an empty one is half a line of space."""
    placed: list[Placed] = []
    for line in text.splitlines():
        if line:
            placed.append((x, y, size, line))
        y -= leading if line else leading // 2
    return placed


def pdf(*pages: Iterable[Placed]) -> bytes:
    """A PDF 1.4 with an object for each page and its content, and the table of their places."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids: list[int] = []
    for page in pages:
        content = b"\n".join(_shown(*placed) for placed in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
                       b"/Contents %d 0 R >>" % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def _shown(x: int, y: int, size: int, text: str) -> bytes:
    escaped = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
    return b"BT /F %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (size, x, y, escaped)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))
