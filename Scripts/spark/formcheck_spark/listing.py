"""The recordings in a folder, found as `formcheck analyze` finds them."""

import os

from .requests import stem

TABLES = (b"csv", b"tsv", b"txt", b"trc")


def recordings(root):
    """The paths below a folder, in bytes, relative to it and in their order; for archives of shards too.

    Hidden files, sidecars and reports of earlier runs are no recordings.
    """
    found = []
    search(os.fsencode(root), b"", found)
    found.sort()
    return found


def search(folder, prefix, found):
    with os.scandir(folder) as entries:
        entries = list(entries)
    names = {entry.name for entry in entries}
    if prefix and {b"run.json", b"results.ndjson"} <= names:
        return
    stems = {
        stem(entry.name) for entry in entries if entry.is_file(follow_symlinks=False) and not is_json(entry.name)
    }
    for entry in entries:
        name = entry.name
        if is_hidden(name) or (is_json(name) and name[:-5] in stems):
            continue
        if entry.is_dir(follow_symlinks=False):
            search(entry.path, prefix + name + b"/", found)
        else:
            found.append(prefix + name)


def is_json(name):
    return name.lower().endswith(b".json")


def is_hidden(name):
    return name.startswith(b".") and name[1:].lower() not in TABLES
