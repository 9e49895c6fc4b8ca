"""What a `.dist-info` or `.egg-info` says of its distribution (PEP 376, 610 and 627). Files of others: bounded, and whatever is
damaged in them is passed over."""
import os
import time


class TooLong(Exception):
    pass


class Metadata:
    """One `.dist-info` or `.egg-info`."""

    def __init__(self, folder, entry):
        self.path = os.path.join(folder, entry)
        name, _, version = entry[: entry.rindex(".")].partition("-")
        self.name, self.version = name, version.partition("-")[0]

    def read(self, name, most=1 << 24):
        return read(os.path.join(self.path, name), most)

    def provides(self, wanted, deadline):
        """Which of the wanted modules are this distribution's."""
        hurry(deadline)
        tops = self.read("top_level.txt").split()
        if tops and not any("/" in path for path in wanted if path.partition("/")[0] in tops):
            return [path for path in wanted if path in tops]
        # installed-files.txt of `.egg-info` counts from its own folder.
        listed = self.read("RECORD") or self.read("installed-files.txt").replace("../", "")
        if not listed:
            return [path for path in wanted if path.partition("/")[0] in tops]
        lines = listed.splitlines()
        firsts = {line.partition(",")[0].partition("/")[0].partition(".")[0] for line in lines}
        here = [path for path in wanted if path.partition("/")[0] in firsts]
        return [
            path
            for path in here
            if "/" not in path or any(line.startswith((path + "/", path + ".")) for line in lines)
        ]

    def describe(self, source):
        text = self.read("METADATA", 4000) or self.read("PKG-INFO", 4000) or read(self.path, 4000)
        about = dict(line.split(": ", 1) for line in text.split("\n\n")[0].splitlines() if ": " in line)
        told, revision = origin(self.read("direct_url.json", 10000))
        return {
            "name": about.get("Name", self.name).strip()[:100],
            "version": about.get("Version", self.version).strip()[:100],
            "source": source or told,
            "revision": revision,
            "installer": self.read("INSTALLER", 100).strip()[:50] or None,
        }


def metadata_in(folder, names):
    return [Metadata(folder, name) for name in names if name.endswith((".dist-info", ".egg-info"))]


def direct_url(text):
    import json

    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def editable_folder(text):
    told = direct_url(text)
    url, about = told.get("url"), told.get("dir_info")
    if not isinstance(url, str) or not url.startswith("file:///") or not isinstance(about, dict) or not about.get("editable"):
        return None
    parts = url[len("file://") :].split("%")
    try:
        # Percent signs are undone on bytes: a character may be several.
        decoded = os.fsencode(parts[0])
        for part in parts[1:]:
            decoded += bytes.fromhex(part[:2]) + os.fsencode(part[2:])
    except ValueError:
        return None
    return os.path.normpath(os.fsdecode(decoded.replace(b"\0", b"")))


def origin(text):
    """(kind, revision) after PEP 610."""
    told = direct_url(text) if text else {}
    vcs, archive, folder = (told.get(name) for name in ("vcs_info", "archive_info", "dir_info"))
    if isinstance(vcs, dict):
        return "vcs", revision(vcs.get("commit_id"))
    if isinstance(archive, dict):
        hashes = archive.get("hashes")
        if isinstance(hashes, dict) and isinstance(hashes.get("sha256"), str):
            return "archive", revision("sha256=" + hashes["sha256"])
        return "archive", revision(archive.get("hash"))
    if isinstance(folder, dict):
        return ("editable" if folder.get("editable") else "folder"), None
    return "index", None


def revision(value):
    """A commit or a hash; never a text that could be an address."""
    if isinstance(value, str) and len(value) <= 200 and value.replace("=", "").replace("-", "").isalnum():
        return value
    return None


def plain(name):
    return name.lower().replace("-", "_").replace(".", "_").replace("/", "_")


def read(path, most=1 << 24):
    try:
        with open(path, encoding="utf-8", errors="replace") as source:
            return source.read(most)
    except OSError:
        return ""


def hurry(deadline):
    if time.monotonic() > deadline:
        raise TooLong
