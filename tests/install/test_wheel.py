"""A wheel built without a network works in an environment that has nothing else."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*command):
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index"]
    run(*pip, "--config-settings=build-dir=build/python", "-w", folder, ".")
    (built,) = folder.glob("sangkien-*.whl")
    return built


@pytest.fixture(scope="module")
def fresh(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    run(sys.executable, "-m", "pip", "--python", folder / "bin/python", "install", "--no-index", wheel)
    return folder / "bin"


def test_the_wheel_holds_the_package_its_types_and_the_command(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("sangkien/__init__.py", "sangkien/py.typed", ".pyi", "sangkien/_sangkien.", "scripts/sangkien"):
        assert any(part in name for name in names), f"no {part} in {names}"
    strangers = [name for name in names if not name.startswith(("sangkien/", "sangkien-"))]
    assert strangers == []


def test_the_package_works_with_no_other_package(fresh):
    code = "import sangkien; print(sangkien.__file__); sangkien.Rules.load('gia-vien-934')"
    assert str(fresh.parent) in run(fresh / "python", "-I", "-W", "error", "-c", code)


def test_the_command_works_with_no_file_beside_it(fresh):
    assert "934/UBND-VHXH" in run(fresh / "sangkien", "rules", "list")
