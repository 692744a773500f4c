"""Text of PDF and DOCX files, with the libraries of the extra "documents"."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from summarizer.errors import InputError
from summarizer.records import Metadata

_EXTRA = "pip install 'article-claims[documents]'"
_MOST_PAGES = 2_000
_MOST_BYTES = 200_000_000  # of an unpacked DOCX: more is a bomb, not an article


def is_document(data: bytes) -> bool:
    """Is this a PDF or a DOCX file?"""
    return data.startswith(b"%PDF-") or _is_docx(data)


def read_document(data: bytes, name: str | None = None) -> tuple[str, Metadata]:
    """The text of a PDF or DOCX file, a line a paragraph or line of print, and what it says about itself.

    Raises:
        InputError: the library is not installed, or the file is broken, encrypted or holds no text.
    """
    which = name or "the input"
    return _read_pdf(data, which) if data.startswith(b"%PDF-") else _read_docx(data, which)


def _is_docx(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def _read_pdf(data: bytes, which: str) -> tuple[str, Metadata]:
    try:
        import logging

        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise InputError(f"{which} is a PDF file; to read it: {_EXTRA}") from error
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it reports every oddity of a file
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{which} is a PDF file with a password; save it without one")  # noqa: TRY301 - said where it is found
        pages = [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
        info = reader.metadata
        found = Metadata(title=_tidy(info.title), author=_tidy(info.author)) if info else Metadata()
    except InputError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
    ) as error:
        # pypdf lets Python's own errors out of broken files.
        raise InputError(
            f"{which} is a PDF file that cannot be read ({type(error).__name__}: {error})"
        ) from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise InputError(f"{which} is a PDF file without text, perhaps of scanned pages; run OCR on it first")
    return text, found


def _read_docx(data: bytes, which: str) -> tuple[str, Metadata]:
    try:
        from docx import Document
    except ImportError as error:
        raise InputError(f"{which} is a DOCX file; to read it: {_EXTRA}") from error
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _MOST_BYTES:
            raise InputError(f"{which} unpacks to more than {_MOST_BYTES // 1_000_000} MB")
    try:
        document = Document(io.BytesIO(data))
        text = "\n\n".join(_read_body(document))
        core = document.core_properties
        found = Metadata(
            title=_tidy(core.title),
            author=_tidy(core.author),
            date=core.created.date().isoformat() if core.created else None,
            language=_tidy(core.language),
        )
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        SyntaxError,
        OSError,
        zipfile.BadZipFile,
    ) as error:
        raise InputError(
            f"{which} is a DOCX file that cannot be read ({type(error).__name__}: {error})"
        ) from error
    return text, found


def _read_body(document: Any) -> Iterator[str]:
    """Paragraphs and table rows in the order in which they stand. Hidden text is left out."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            text = "".join(run.text for run in _runs(block) if not run.font.hidden)
            if text.strip():
                listed = (block.style.name or "").startswith("List") if block.style else False
                yield f"• {text}" if listed and not re.match(r"\s*[•\d–-]", text) else text
        elif isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)
                if line := " | ".join(cell for cell in cells if cell):
                    yield line


def _runs(paragraph: Any) -> Iterator[Any]:
    """Runs of a paragraph, those in links included."""
    for part in paragraph.iter_inner_content():
        yield from part.runs if hasattr(part, "runs") else (part,)


def _tidy(value: object) -> str | None:
    text = " ".join(str(value).split()) if value else ""
    return text[:500] or None
