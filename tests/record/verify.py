#!/usr/bin/env python3
"""A second verifier of records, written from docs/record-format.md alone.

`verify.py FOLDER ...` prints one line for each export: `sound FOLDER`, or `damaged FOLDER: FILE: why`.
It ends with 0 where all are sound. It uses Python's own library and nothing else.
"""
# SPDX-License-Identifier: MIT

import base64
import hashlib
import json
import re
import sys
from pathlib import Path

WHOLE_MAX = 2**53 - 1
ENTRY_BYTES_MAX = 60_000
BODY_BYTES_MAX = 67_108_864
NOTE_BYTES_MAX = 65_536
DEPTH_MAX = 48
HEX32 = re.compile(r"[0-9a-f]{32}")
HEX64 = re.compile(r"[0-9a-f]{64}")
NAME = re.compile(r"[a-z0-9_.]{1,100}")
MEDIA_TYPE = re.compile(r"(?=.*/)[!-~]{1,100}")
ORIGIN = re.compile(r"(?!.*\+)[!-~]{1,200}")


class Damage(Exception):
    """What is wrong, and in which file."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place}: {why}")


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# Ed25519, RFC 8032 section 5.1: points in extended coordinates (X, Y, Z, T).
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(a: tuple, b: tuple) -> tuple:
    s, t = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    u, v = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = t - s, v - u, v + u, t + s
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(factor: int, point: tuple) -> tuple:
    result = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = add(result, point)
        point = add(point, point)
        factor >>= 1
    return result


def recover(y: int, sign: int) -> "tuple | None":
    """Returns the point with this y and this sign of x, or nothing."""
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = recover(4 * pow(5, P - 2, P) % P, 0)


def point_of(data: bytes) -> "tuple | None":
    number = int.from_bytes(data, "little")
    return recover(number & (2**255 - 1), number >> 255)


def is_signed(key: bytes, text: bytes, signature: bytes) -> bool:
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = point_of(key), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(h, a))
    return ((left[0] * right[2] - right[0] * left[2]) % P == 0
            and (left[1] * right[2] - right[1] * left[2]) % P == 0)


# Keys and signed notes.
def from_base64(text: str) -> "bytes | None":
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def parse_key(text: str) -> "tuple | None":
    """Returns the name, the id and the bytes of a key, or nothing."""
    parts = text.split("+", 2)
    if len(parts) != 3 or not ORIGIN.fullmatch(parts[0]):
        return None
    data = from_base64(parts[2])
    if data is None or len(data) != 33 or data[0] != 1:
        return None
    key_id = sha256(parts[0].encode() + b"\n" + data)[:4]
    return (parts[0], key_id, data[1:]) if key_id.hex() == parts[1] else None


def read_note(place: str, data: bytes) -> tuple:
    """Returns the text of a note, and its signatures as (name, key id, signature)."""
    text, gap, rest = data.rpartition(b"\n\n")
    text += b"\n"
    if not gap or len(data) > NOTE_BYTES_MAX or not rest.endswith(b"\n"):
        raise Damage(place, "no signed note")
    if any(byte != 10 and not 32 <= byte <= 126 for byte in text):
        raise Damage(place, "strange characters")
    signatures = []
    for line in rest[:-1].split(b"\n"):
        try:
            dash, name, encoded = line.decode("utf-8").split(" ")
        except ValueError:
            raise Damage(place, "no signature line") from None
        signature = from_base64(encoded)
        if dash != "\u2014" or not ORIGIN.fullmatch(name) or not signature or len(signature) <= 4:
            raise Damage(place, "no signature line")
        signatures.append((name, signature[:4], signature[4:]))
    return text, signatures


def is_signed_by(note: tuple, key: tuple) -> bool:
    text, signatures = note
    ours = [one[2] for one in signatures if one[:2] == key[:2]]
    return bool(ours) and all(is_signed(key[2], text, one) for one in ours)


def read_checkpoint(place: str, text: bytes) -> tuple:
    lines = text.decode("ascii").split("\n")
    root = from_base64(lines[2]) if len(lines) == 4 else None
    if (root is None or len(root) != 32 or lines[3] or not ORIGIN.fullmatch(lines[0])
            or not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1])):
        raise Damage(place, "no checkpoint")
    return lines[0], int(lines[1]), root


# The tree and its files.
def root_of(hashes: list) -> bytes:
    if len(hashes) == 1:
        return hashes[0]
    middle = 1 << ((len(hashes) - 1).bit_length() - 1)
    return sha256(b"\1" + root_of(hashes[:middle]) + root_of(hashes[middle:]))


def rows_of(leaves: list) -> list:
    """Returns for each level of tiles its hashes."""
    rows = [leaves]
    while len(rows[-1]) >= 256:
        row = rows[-1]
        rows.append([root_of(row[at:at + 256]) for at in range(0, len(row) - 255, 256)])
    return rows


def path_of(folder: str, index: int, width: int) -> str:
    digits = str(index).zfill((len(str(index)) + 2) // 3 * 3)
    groups = [digits[at:at + 3] for at in range(0, len(digits), 3)]
    path = f"tile/{folder}/" + "/".join([f"x{one}" for one in groups[:-1]] + groups[-1:])
    return path if width == 256 else f"{path}.p/{width}"


def tiles_of(hashes: int) -> list:
    """Returns index and width of each tile of a level."""
    return ([(index, 256) for index in range(hashes // 256)]
            + ([(hashes // 256, hashes % 256)] if hashes % 256 else []))


def entries_of(place: str, data: bytes) -> list:
    entries = []
    while data:
        length = int.from_bytes(data[:2], "big")
        if len(data) < 2 + length:
            raise Damage(place, "cut off")
        entries.append(data[2:2 + length])
        data = data[2 + length:]
    return entries


# Canonical JSON.
def canonical(value: object, depth: int = DEPTH_MAX) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int) and abs(value) <= WHOLE_MAX:
        return str(value)
    if isinstance(value, str):
        return text_of(value)
    if depth > 0 and isinstance(value, list):
        return "[" + ",".join(canonical(one, depth - 1) for one in value) + "]"
    if depth > 0 and isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{text_of(name)}:{canonical(value[name], depth - 1)}"
                              for name in names) + "}"
    raise ValueError("no value of a record")


def text_of(text: str) -> str:
    short = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f",
             "\r": "\\r"}
    return '"' + "".join(short.get(sign) or (f"\\u{ord(sign):04x}" if sign < " " else sign)
                         for sign in text) + '"'


def read_object(place: str, data: bytes) -> dict:
    try:
        value = json.loads(data.decode("utf-8"))
        is_canonical = canonical(value).encode("utf-8") == data
    except (ValueError, RecursionError):
        raise Damage(place, "no canonical JSON") from None
    if not is_canonical or not isinstance(value, dict):
        raise Damage(place, "no canonical JSON")
    return value


# Entries.
def is_text(value: object, form: re.Pattern) -> bool:
    return isinstance(value, str) and bool(form.fullmatch(value))


def is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def has_fields(value: object, wanted: set, other: frozenset = frozenset()) -> bool:
    return isinstance(value, dict) and wanted <= set(value) <= wanted | other


def is_event(value: object) -> bool:
    return (has_fields(value, {"fields", "name"}) and is_text(value["name"], NAME)
            and isinstance(value["fields"], dict))


def is_body(value: object) -> bool:
    return (has_fields(value, {"hash", "media_type", "size"}) and is_text(value["hash"], HEX64)
            and is_text(value["media_type"], MEDIA_TYPE) and is_whole(value["size"])
            and value["size"] <= BODY_BYTES_MAX)


def is_opening(value: object) -> bool:
    if not has_fields(value, {"format", "origin"}, frozenset({"continues"})):
        return False
    old = value.get("continues", {"origin": "x", "root": "0" * 64, "size": 0})
    return (value["format"] == "travaux record 1" and is_text(value["origin"], ORIGIN)
            and has_fields(old, {"origin", "root", "size"}) and is_text(old["origin"], ORIGIN)
            and is_text(old["root"], HEX64) and is_whole(old["size"]))


ACT = {"act": lambda one: is_text(one, NAME), "actor": lambda one: is_text(one, HEX32),
       "capacity": lambda one: is_text(one, NAME)}
ACT_LISTS = {"events": is_event, "bodies": is_body}
ENTRY = {"index": is_whole, "time_ms": is_whole}
OPEN_LISTS = {"withholds": lambda one: is_text(one, HEX64), "discloses": is_whole}
OPEN = {"opens": is_opening, "key": lambda one: isinstance(one, str) and bool(parse_key(one))}


def check_fields(place: str, value: dict, wanted: dict, lists: dict, others: dict) -> None:
    for name in wanted:
        if name not in value:
            raise Damage(place, f"{name} is missing")
    for name, one in value.items():
        single = wanted.get(name) or others.get(name)
        each = lists.get(name)
        is_good = (single(one) if single
                   else bool(each) and isinstance(one, list) and bool(one) and all(map(each, one)))
        if not is_good:
            raise Damage(place, f"the field {name}")


class Entries:
    """What the entries say of the record, each checked against those before it."""

    def __init__(self) -> None:
        self.count, self.time_ms, self.origin = 0, 0, ""
        self.keys = []         # entry, text, parsed
        self.bodies = {}       # hash: the reference
        self.commitments = {}  # hash: entry
        self.disclosed, self.withheld = set(), set()

    def add(self, place: str, data: bytes) -> None:
        if len(data) > ENTRY_BYTES_MAX:
            raise Damage(place, "too large")
        entry = read_object(place, data)
        is_sealed = "commitment" in entry
        if is_sealed:
            sealed = {"commitment": lambda one: is_text(one, HEX64)}
            check_fields(place, entry, {**ENTRY, **sealed}, {}, {})
        else:
            check_fields(place, entry, {**ENTRY, **ACT}, {**ACT_LISTS, **OPEN_LISTS}, OPEN)
        if entry["index"] != self.count or entry["time_ms"] < self.time_ms:
            raise Damage(place, "out of order")
        if (self.count == 0) != ("opens" in entry) or (self.count == 0 and "key" not in entry):
            raise Damage(place, "the opening")
        if is_sealed:
            if entry["commitment"] in self.bodies or entry["commitment"] in self.commitments:
                raise Damage(place, "a hash twice")
            self.commitments[entry["commitment"]] = self.count
        else:
            self.add_open(place, entry)
        self.count, self.time_ms = self.count + 1, entry["time_ms"]

    def add_open(self, place: str, entry: dict) -> None:
        self.origin = entry.get("opens", {}).get("origin", self.origin)
        if "key" in entry:
            key = parse_key(entry["key"])
            if key[0] != self.origin or any(one[1] == entry["key"] for one in self.keys):
                raise Damage(place, "the key")
            self.keys.append((self.count, entry["key"], key))
        coming, discloses = {}, entry.get("discloses", [])
        for body in entry.get("bodies", []):
            if body["hash"] in self.bodies or body["hash"] in coming:
                raise Damage(place, "a body twice")
            if body["hash"] in self.commitments and \
                    self.commitments[body["hash"]] not in discloses:
                raise Damage(place, "a commitment that is not disclosed")
            coming[body["hash"]] = body
        by_index = {index: commitment for commitment, index in self.commitments.items()}
        for index in discloses:
            commitment = by_index.get(index)
            if commitment not in coming or commitment in self.disclosed | self.withheld:
                raise Damage(place, "the disclosure")
            self.disclosed.add(commitment)
        for one in entry.get("withholds", []):
            if one in self.withheld or (one not in self.bodies and one not in self.commitments):
                raise Damage(place, "what is withheld")
            self.withheld.add(one)
        self.bodies.update(coming)

    def signers(self, size: int) -> list:
        keys = [one for one in self.keys if one[0] < size]
        is_rotation = len(keys) > 1 and keys[-1][0] + 1 == size
        return [one[2] for one in keys[-2 if is_rotation else -1:]]


class Export:
    """An export in a folder."""

    def __init__(self, folder: Path) -> None:
        self.files = {str(path.relative_to(folder)): path for path in folder.rglob("*")
                      if path.is_file() or path.is_symlink()}
        self.read_so_far = set()
        self.entries = Entries()

    def file(self, name: str) -> bytes:
        if name not in self.files:
            raise Damage(name, "missing")
        self.read_so_far.add(name)
        return self.files[name].read_bytes()

    def verify(self) -> None:
        keys_page = self.file("keys")
        last = re.search(rb" ([^ \n]*)\n\Z", keys_page)
        key = parse_key(last.group(1).decode("latin-1")) if last else None
        if key is None:
            raise Damage("keys", "no key")
        head = read_note("checkpoint", self.file("checkpoint"))
        origin, size, root = read_checkpoint("checkpoint", head[0])
        if not is_signed_by(head, key) or size == 0:
            raise Damage("checkpoint", "not signed")
        if size // 256 > len(self.files):
            raise Damage("tile/entries", "missing")
        leaves = self.read_bundles(size)
        self.check_tiles(leaves, root)
        signers = self.entries.signers(size)
        if origin != self.entries.origin or not all(is_signed_by(head, one) for one in signers):
            raise Damage("checkpoint", "not signed by the keys of the record")
        page = "".join(f"{index} {text}\n" for index, text, _ in self.entries.keys)
        if page.encode() != keys_page:
            raise Damage("keys", "not the keys of the entries")
        self.check_rotations(leaves)
        self.check_bodies()
        for name in sorted(set(self.files) - self.read_so_far):
            raise Damage(name, "no file of a record")

    def read_bundles(self, size: int) -> list:
        leaves, trouble = [], None
        for index, width in tiles_of(size):
            place = path_of("entries", index, width)
            bundle = entries_of(place, self.file(place))
            if len(bundle) != width:
                raise Damage(place, "another number of entries")
            for entry in bundle:
                leaves.append(sha256(b"\0" + entry))
                try:
                    if trouble is None:
                        self.entries.add(place, entry)
                except Damage as damage:
                    trouble = damage
        if trouble is not None:
            raise trouble
        return leaves

    def check_tiles(self, leaves: list, root: bytes) -> None:
        are_entries_signed = root_of(leaves) == root
        for level, row in enumerate(rows_of(leaves)):
            for index, width in tiles_of(len(row)):
                place = path_of(str(level), index, width)
                if self.file(place) == b"".join(row[index * 256:index * 256 + width]):
                    continue
                is_entry = not are_entries_signed and level == 0
                raise Damage(path_of("entries", index, width) if is_entry else place, "other hash")
        if not are_entries_signed:
            raise Damage("checkpoint", "another root")

    def check_rotations(self, leaves: list) -> None:
        for index, _, _ in self.entries.keys[1:]:
            size = index + 1
            place = f"rotations/{size}"
            note = read_note(place, self.file(place))
            wanted = (self.entries.origin, size, root_of(leaves[:size]))
            if (read_checkpoint(place, note[0]) != wanted
                    or not all(is_signed_by(note, key) for key in self.entries.signers(size))):
                raise Damage(place, "not the head that both keys signed")

    def check_bodies(self) -> None:
        for digest, body in sorted(self.entries.bodies.items()):
            place = f"bodies/{digest[:2]}/{digest}"
            if digest in self.entries.withheld:
                if place in self.files:
                    raise Damage(place, "withheld, but here")
                continue
            data = self.file(place)
            if sha256(data).hex() != digest or len(data) != 32 + body["size"]:
                raise Damage(place, "other bytes")
            if digest in self.entries.disclosed:
                self.check_disclosed(place, data[32:])

    def check_disclosed(self, place: str, data: bytes) -> None:
        act = read_object(place, data)
        check_fields(place, act, ACT, ACT_LISTS, {})
        for body in act.get("bodies", []):
            if self.entries.bodies.get(body["hash"]) != body:
                raise Damage(place, "a body that is not in the record")


def main() -> int:
    all_sound = True
    for folder in sys.argv[1:]:
        try:
            Export(Path(folder)).verify()
            print(f"sound {folder}")
        except Damage as damage:
            all_sound = False
            print(f"damaged {folder}: {damage}")
    return 0 if all_sound else 1


if __name__ == "__main__":
    sys.exit(main())
