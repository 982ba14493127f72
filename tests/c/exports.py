"""The shared library exports exactly what the C headers declare, and the version script lists exactly that."""
import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def declared() -> set[str]:
    headers = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "include/sangkien").glob("*.h"))
    text = re.sub(r"/\*.*?\*/", "", headers, flags=re.S)
    return set(re.findall(r"^SANGKIEN_API [^;(]*?(\w+)\(", text, flags=re.M))


def listed() -> set[str]:
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "src/sangkien.map").read_text(encoding="utf-8"), flags=re.S)
    return set(re.findall(r"^\s*(\w+);", text, flags=re.M))


def exported(nm: str, library: str) -> set[str]:
    lines = subprocess.run(
        [nm, "--dynamic", "--defined-only", library], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    symbols = {line.split()[-1].split("@")[0]: line.split()[-2] for line in lines}
    return {name for name, kind in symbols.items() if kind != "A"}  # A: the name of the version itself


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--library", required=True)
    arguments = parser.parse_args()
    header = declared()
    failed = not header
    for what, found in (
        ("src/sangkien.map", listed()),
        (arguments.library, exported(arguments.nm, arguments.library)),
    ):
        for name in sorted(found - header):
            print(f"{what}: {name} is declared in no header")
            failed = True
        for name in sorted(header - found):
            print(f"{what}: {name} is missing")
            failed = True
    return int(failed)


sys.exit(main())
