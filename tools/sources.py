"""What the checks share: the files of the project, and C++ text without comments and literals."""
# SPDX-License-Identifier: MIT

import re
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CPP_ENDINGS = (".h", ".cpp")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def files(root: Path = PROJECT) -> list[str]:
    """Returns every file of the project that git keeps or would keep, sorted."""
    try:
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={root}", "ls-files", "-z", "--cached", "--others",
             "--exclude-standard"],
            cwd=root, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = [str(path.relative_to(root)) for path in root.rglob("*")
                  if not {"build", ".git", "__pycache__"} & set(path.relative_to(root).parts)]
    return sorted(name for name in set(listed) if name and (root / name).is_file())


def cpp_files(root: Path = PROJECT) -> list[str]:
    """Returns the C++ files of the project."""
    return [name for name in files(root) if name.endswith(CPP_ENDINGS)]


def git(*arguments: str) -> str:
    outcome = subprocess.run(
        ["git", "-c", f"safe.directory={PROJECT}", *arguments], cwd=PROJECT,
        capture_output=True, text=True, check=False)
    return outcome.stdout.strip() if outcome.returncode == 0 else ""


def changed_files() -> set[str]:
    """Returns what differs from the main line; on the main line itself, from the commit before."""
    head = git("rev-parse", "HEAD")
    bases = [git("merge-base", "HEAD", line) for line in ("origin/main", "main")]
    bases = [base for base in bases if base and base != head]
    base = bases[0] if bases else git("rev-parse", "HEAD~1")
    if not base:
        return set(cpp_files())
    names = git("diff", "--name-only", base) + "\n" + git("ls-files", "--others",
                                                          "--exclude-standard")
    return set(names.split("\n"))


def translation_units(names: set[str], compiled: set[str]) -> list[str]:
    """Returns what has to be compiled to look at some files; a header is seen from its source."""
    units = set()
    for name in names:
        if name in compiled:
            units.add(name)
        elif name.endswith(".h"):
            units |= {name[:-2] + ending for ending in (".cpp", "_test.cpp")} & compiled
    return sorted(units)


def read(name: str, root: Path = PROJECT) -> str:
    return (root / name).read_text(encoding="utf-8")


def includes(text: str) -> list[tuple[str, str]]:
    """Returns what a file includes: `<` or `"`, and the name."""
    return INCLUDE.findall(text)


_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<raw>[^()\\\s]{0,16})\(.*?\)(?P=raw)"'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def without_comments_and_literals(text: str) -> str:
    """Returns C++ text of the same lines, with comments blank and literals empty."""
    def blank(match: re.Match) -> str:
        token = match.group(0)
        kept = "" if token.startswith("/") else '""'
        return kept + "\n" * token.count("\n")
    return _TOKEN.sub(blank, text)


def finish(check: str, findings: list[str], looked_at: str) -> None:
    """Prints the findings and ends the run: 1 where there are any."""
    for finding in findings:
        print(finding)
    if findings:
        print(f"{check}: {len(findings)} findings")
        sys.exit(1)
    print(f"{check}: {looked_at}, nothing to mend")
