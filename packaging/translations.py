"""Keeps the window's translations: ``python packaging/translations.py update`` or ``compile``.

``update`` collects every text of the window and of the settings into ``resources/translations/vhdesk_*.ts``, and every
sentence of the core into ``core_*.ts``, and fails where one of them is not translated. ``compile`` makes the ``.qm``
files that the window reads, where they are older; of the core's sentences it reads the ``.ts`` files, since a finished
sentence is found again by its words.
"""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = REPOSITORY / "resources" / "translations"
# English has plural forms only.
LANGUAGES = ("en", "de", "zh_CN")
CORE_LANGUAGES = ("de", "zh_CN")


def main() -> int:
    """Run one command; the exit code."""
    if sys.argv[1:] == ["compile"]:
        compile_all()
        return 0
    if sys.argv[1:] == ["update"]:
        update()
        compile_all()
        missing = [line for language in LANGUAGES for line in unfinished(source(language))]
        missing += [line for language in CORE_LANGUAGES for line in unfinished(core_source(language))]
        print("\n".join(missing) or "Every text is translated.")  # noqa: T201
        return 1 if missing else 0
    print(__doc__, file=sys.stderr)  # noqa: T201
    return 2


def source(language: str) -> Path:
    """The file that translators work on."""
    return FOLDER / f"vhdesk_{language}.ts"


def core_source(language: str) -> Path:
    """The file of the core's sentences."""
    return FOLDER / f"core_{language}.ts"


def update() -> None:
    """Collect the texts; translations stay, what is gone goes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    files = sorted((REPOSITORY / "vhdesk" / "ui").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listed, core = Path(folder) / "settings.py", Path(folder) / "core.py"
        listed.write_text(_listing("Settings", settings_texts()), "utf-8")
        core.write_text(_listing("Core", core_texts()), "utf-8")
        for language in LANGUAGES:
            _collect([*files, listed], language, source(language), ["-pluralonly"] if language == "en" else [])
        for language in CORE_LANGUAGES:
            _collect([core], language, core_source(language), ["-disable-heuristic", "similartext"])


def _collect(files: list[Path], language: str, into: Path, options: list[str]) -> None:
    _run(
        "lupdate", *map(str, files), "-locations", "none", "-no-obsolete", *options,
        "-source-language", "en", "-target-language", language, "-ts", str(into),
    )  # fmt: skip


def _listing(context: str, texts: list[str]) -> str:
    """Texts as lupdate reads them."""
    lines = [f"    translate({context!r}, {text!r})" for text in texts]
    return "def texts(translate):\n" + "\n".join(lines) + "\n"


def core_sentences() -> ModuleType:
    """``core_sentences.py`` beside this file, which no package holds."""
    spec = importlib.util.spec_from_file_location("core_sentences", Path(__file__).with_name("core_sentences.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def core_texts() -> list[str]:
    """The sentences of the core, and of the models that ship."""
    collector = core_sentences()
    texts = [*collector.sentences(REPOSITORY / "vhdesk"), *collector.of_models(REPOSITORY / "models")]
    return list(dict.fromkeys(texts))


def settings_texts() -> list[str]:
    """The texts of the settings: titles, helps, choices, names of groups."""
    tree = ast.parse((REPOSITORY / "vhdesk" / "settings.py").read_text("utf-8"))
    texts: list[str] = []
    for group in (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name.endswith("Settings")):
        if group.name == "Settings":
            continue
        texts.append(group.name.removesuffix("Settings"))
        for field in (node for node in group.body if isinstance(node, ast.AnnAssign)):
            call = field.value
            if not isinstance(call, ast.Call):
                continue
            named = {item.arg: item.value for item in call.keywords}
            texts += [ast.literal_eval(call.args[1]), ast.literal_eval(call.args[2])]
            # Languages are written in themselves.
            if "choices" in named and getattr(field.target, "id", "") != "language":
                texts += [choice for choice in ast.literal_eval(named["choices"]) if isinstance(choice, str)]
    return list(dict.fromkeys(texts))


def compile_all() -> None:
    """Make the files that the window reads."""
    for language in LANGUAGES:
        made = FOLDER / f"vhdesk_{language}.qm"
        if not made.exists() or made.stat().st_mtime < source(language).stat().st_mtime:
            _run("lrelease", "-silent", str(source(language)), "-qm", str(made))


def unfinished(file: Path) -> list[str]:
    """A line for every text of a file that has no translation."""
    lines = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                lines.append(f"{file.stem}: {context.findtext('name')}: {message.findtext('source')}")
    return lines


def _run(tool: str, *arguments: str) -> None:
    import PySide6

    folder = Path(PySide6.__file__).parent
    path = next((path for path in (folder / tool, folder / f"{tool}.exe") if path.exists()), None)
    if path is None:
        raise SystemExit(f"PySide6-Essentials brings no {tool} here.")
    done = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool} failed: {done.stderr or done.stdout}")


if __name__ == "__main__":
    sys.exit(main())
