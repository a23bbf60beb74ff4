"""What is shipped: the wheel, the pins, the sizes of modules and functions."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest

from tests.conftest import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_runs_from_anywhere_with_its_models(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "import vhdesk\n"
        f"assert vhdesk.__file__.startswith({str(tmp_path)!r}), vhdesk.__file__\n"
        "from vhdesk.cli.main import main\n"
        "sys.exit(main(['models', 'list', '--json']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["systems"][0]["name"] == "desk"


def test_the_wheel_holds_weights_styles_and_icons_and_no_tests(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in ("models/desk/model.json", "models/desk/encoder.safetensors", "models/desk/hasher.safetensors"):
        assert f"vhdesk/{name}" in names
    assert any(name.startswith("vhdesk/resources/") and name.endswith(".qss") for name in names)
    assert any(name.endswith(".svg") for name in names)
    for language in ("en", "de", "zh_CN"):
        assert f"vhdesk/resources/translations/vhdesk_{language}.qm" in names
    for language in ("de", "zh_CN"):  # what the core says is found again by its words
        assert f"vhdesk/resources/translations/core_{language}.ts" in names
    assert not [name for name in names if name.startswith("tests/")]
    assert wheel.stat().st_size < 15_000_000


def test_every_pin_is_a_plain_name_and_version():
    lines = (REPOSITORY / "requirements.lock").read_text().splitlines()
    assert len(lines) > 40
    assert all(re.fullmatch(r"[a-z0-9._-]+==[A-Za-z0-9.!+]+", line) for line in lines), lines
    pinned = {line.split("==")[0].replace("_", "-") for line in lines}
    import tomllib

    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[<>=!~\[ ]", item)[0].lower() for item in wanted}
    assert names <= pinned


def sources():
    return [
        path
        for folder in ("vhdesk", "tests")
        for path in (REPOSITORY / folder).rglob("*.py")
        if "__pycache__" not in path.parts
    ]


def test_modules_and_functions_stay_short():
    long = []
    for path in sources():
        text = path.read_text("utf-8")
        lines = text.count("\n")
        if lines > 500:
            long.append(f"{path.name}: {lines} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > 60:
                    long.append(f"{path.name}: {node.name} has {length} lines")
    assert not long


def test_no_marks_of_work_left_undone():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    found = [f"{p.name}: {m}" for p in sources() for m in marks if re.search(rf"\b{m}\b", p.read_text("utf-8"))]
    assert not found


def test_the_core_runs_without_qt(tmp_path):
    """Everything but the window works where Qt cannot be imported."""
    script = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from vhdesk.cli.main import main\n"
        "sys.exit(main(['doctor', '--json']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
