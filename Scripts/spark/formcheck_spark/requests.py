"""What a worker is asked with: rows of a manifest, and members of a tar archive.

Standard library only: this runs in every executor.
"""

import tarfile

COLUMNS = ("path", "athlete", "date", "set", "load_kg", "style", "fps", "width", "height", "view")


def cell(value):
    """One cell of CSV, in bytes; None is empty."""
    return b"" if value is None else b'"' + value.replace(b'"', b'""') + b'"'


def row(path, *cells):
    """A row: the path, and cells that are CSV already."""
    return b",".join((cell(path), *cells)) + b"\n"


def header(columns):
    return ",".join(columns).encode() + b"\n"


def member(name, content):
    """A member of a tar archive, with its header and padding."""
    info = tarfile.TarInfo(name.decode("utf-8", "surrogateescape"))
    info.size = len(content)
    return b"".join(
        (info.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape"), content, b"\0" * (-len(content) % 512))
    )


def file_members(path, content, sidecar=None, manifest=None):
    """A recording's members: what is known of it, its sidecar, and the file itself."""
    parts = []
    if manifest is not None:
        parts.append(member(b".manifest.csv", manifest))
    if sidecar is not None:
        parts.append(member(stem(path) + b".json", sidecar))
    parts.append(member(path, content))
    return b"".join(parts)


def stem(path):
    """The path without its ending, and without that of a compression before."""
    folder, slash, name = path.rpartition(b"/")
    base, dot, ending = name.rpartition(b".")
    if dot and ending.lower() in (b"gz", b"zst", b"xz", b"bz2"):
        name = base
        base, dot, ending = name.rpartition(b".")
    return folder + slash + (base if dot else name)


END_OF_ARCHIVE = b"\0" * 1024
