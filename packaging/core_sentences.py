"""Gathers what the core and the models say to a person, so that it can be translated: sentences with numbered places.

A sentence is a string of ``vhdesk`` outside of the window and the command line that begins with a capital or a value,
ends with a full stop or a colon, and is neither documentation nor logged; and whatever a fault of ours is raised with.
Where a value is one of a few texts that are written in the code, there is a sentence for each of them: their grammar
differs from language to language. The other values are places: ``{0}`` stays as it is, ``{0#}`` is a figure and is
written as the language writes it, ``{0!}`` says something itself and is translated on its own.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

# More alternatives than these stay one sentence with a place.
MOST = 24
DEEPEST = 6
PLACE = re.compile(r"\0([!#]?)")
SENTENCE = re.compile(r"(?=.*[^\W\d_]{2,} )(?:[A-Z\d]|vhdesk |['‘“(]?\0).*[.:]", re.DOTALL)
# Calls whose texts are for the log, or have translations of their own.
NOT_SHOWN = {"option", "flag", "warn"}
LOGS = {"log", "logging"}
# What systems say of files, where ``strerror`` is a part of a sentence.
SYSTEM = (
    "Connection refused",
    "Connection reset by peer",
    "Connection timed out",
    "Device or resource busy",
    "Disk quota exceeded",
    "File exists",
    "File name too long",
    "File too large",
    "Input/output error",
    "Invalid argument",
    "Is a directory",
    "Name or service not known",
    "Network is unreachable",
    "No route to host",
    "No space left on device",
    "No such device",
    "No such file or directory",
    "Not a directory",
    "Operation not permitted",
    "Permission denied",
    "Read-only file system",
    "Stale file handle",
    "Temporary failure in name resolution",
    "Too many open files",
    "Transport endpoint is not connected",
)


def sentences(package: Path) -> list[str]:
    """Every sentence of the package's core, sorted, with ``{0}``, ``{1#}``, ``{2!}`` for values."""
    return Core(package).sentences()


def of_models(folder: Path) -> list[str]:
    """What the cards and the list of weights that ship say to a person, sorted."""
    cards = [json.loads(path.read_text("utf-8")) for path in folder.glob("*/model.json")]
    listed = json.loads((folder / "weights.json").read_text("utf-8"))
    found = {part["summary"] for part in (*cards, *listed["weights"])}
    return sorted(found | {licence[part] for licence in listed["licences"].values() for part in ("name", "text")})


class Module:
    """One file: its tree, and where everything is in it."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text("utf-8"))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self.functions = {node.name: node for node in self.tree.body if isinstance(node, ast.FunctionDef)}
        self.constants = dict(self._assigned(self.tree.body))
        self.documentation = {node.value for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}

    @staticmethod
    def _assigned(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
        for node in body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                yield node.targets[0].id, node.value

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What holds a node, from the inside out."""
        while (node := self.parents.get(node)) is not None:  # type: ignore[assignment]
            yield node

    def function(self, node: ast.AST) -> ast.FunctionDef | None:
        """The function that a node is in."""
        return next((found for found in self.above(node) if isinstance(found, ast.FunctionDef)), None)


class Core:
    """All files of the package; what the window itself raises is read, too."""

    def __init__(self, package: Path) -> None:
        self.modules: list[Module] = []
        self.windows: list[Module] = []
        for path in sorted(package.rglob("*.py")):
            place = path.relative_to(package).parts[0]
            if place != "cli":
                (self.windows if place == "ui" else self.modules).append(Module(path))
        self.faults = self._faults()
        self.calls: dict[str, list[tuple[Module, ast.Call]]] = defaultdict(list)
        for module in self.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call):
                    self.calls[_name(node.func)].append((module, node))

    def _faults(self) -> set[str]:
        found = {"VhdeskError"}
        classes = [n for m in self.modules for n in ast.walk(m.tree) if isinstance(n, ast.ClassDef)]
        before = 0
        while before != len(found):
            before = len(found)
            found |= {node.name for node in classes if {_name(base) for base in node.bases} & found}
        # Faults that never leave a module say why something else failed.
        return found | {n.name for n in classes if n.name.startswith("_") and "Exception" in map(_name, n.bases)}

    def sentences(self) -> list[str]:
        """See :func:`sentences`."""
        found: dict[str, str] = {}
        for text in itertools.chain(SYSTEM, self._shown(), self._raised()):
            if not re.search(r"[^\W\d_]", PLACE.sub("", text)):
                continue
            # The same words with other kinds of places are one sentence; what says something wins.
            plain = PLACE.sub("\0", text)
            found[plain] = max(found.get(plain, text), text, key=lambda each: (each.count("\0!"), each.count("\0#")))
        return sorted(map(_numbered, found.values()))

    def _shown(self) -> Iterator[str]:
        for module in self.modules:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) and self._begins(module, node):
                    for text in self.texts(module, node) or ():
                        if SENTENCE.fullmatch(text) and "\n" not in text and "%s" not in text:
                            yield text

    def _begins(self, module: Module, node: ast.expr) -> bool:
        """Whether a text is whole, and not one for developers."""
        if node in module.documentation or (isinstance(node, ast.Constant) and not isinstance(node.value, str)):
            return False
        for outer in module.above(node):
            if isinstance(outer, ast.JoinedStr | ast.BinOp | ast.FormattedValue):
                return False
            if isinstance(outer, ast.Call):
                root = outer.func
                while isinstance(root, ast.Attribute):
                    root = root.value
                return _name(outer.func) not in NOT_SHOWN and _name(root) not in LOGS
            if isinstance(outer, ast.stmt):
                return not isinstance(outer, ast.Assert)
        return True

    def _raised(self) -> Iterator[str]:
        for module in self.modules + self.windows:
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call) and _name(node.func) in self.faults and node.args:
                    yield from self.texts(module, node.args[0]) or ()

    def texts(self, module: Module, node: ast.AST, depth: int = 0) -> list[str] | None:
        """The texts that an expression may be; ``None`` where that is not written in the code."""
        found: list[str] | None = None
        if depth > DEEPEST:
            return None
        if isinstance(node, ast.Constant):
            found = [re.sub(r"\{\w*\}", "\0", node.value)] if isinstance(node.value, str) else None
        elif isinstance(node, ast.JoinedStr):
            before = itertools.chain([""], (getattr(part, "value", "") for part in node.values))
            found = _product([self._part(module, *each, depth) for each in zip(node.values, before, strict=False)])
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            found = _product([self.texts(module, part, depth + 1) or ["\0"] for part in (node.left, node.right)])
            found = None if found == ["\0\0"] else found
        elif isinstance(node, ast.IfExp):
            found = self._either(module, [node.body, node.orelse], depth)
        elif isinstance(node, ast.BoolOp):
            found = self._either(module, node.values, depth)
        elif isinstance(node, ast.Attribute) and node.attr == "strerror":
            found = ["\0!"]
        elif isinstance(node, ast.Name):
            found = self._named(module, node, depth)
        elif isinstance(node, ast.Call) and _name(node.func) in module.functions:
            function = module.functions[_name(node.func)]
            returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value is not None]
            found = self._either(module, returned, depth)
        return found if found is None or len(found) <= MOST else None

    def _part(self, module: Module, part: ast.expr, before: object, depth: int) -> list[str]:
        """A part of an f-string; what is quoted is a name, which is no matter of language."""
        if isinstance(part, ast.Constant):
            return [part.value]
        assert isinstance(part, ast.FormattedValue)
        format_ = ast.unparse(part.format_spec) if part.format_spec is not None else ""
        if format_ and format_[-2] in "fg,":
            return ["\0#"]
        value = part.value
        quoted = isinstance(before, str) and before.endswith(("'", "--"))
        found = self.texts(module, value, depth + 1) if not quoted else None
        if found is not None:
            return found
        return ["\0!" if isinstance(value, ast.Name) and self._is_fault(module, value) else "\0"]

    def _is_fault(self, module: Module, name: ast.Name) -> bool:
        for outer in module.above(name):
            if isinstance(outer, ast.ExceptHandler) and outer.name == name.id and outer.type is not None:
                kinds = outer.type.elts if isinstance(outer.type, ast.Tuple) else [outer.type]
                return bool({_name(kind) for kind in kinds} & self.faults)
        return False

    def _either(self, module: Module, nodes: list[ast.expr], depth: int) -> list[str] | None:
        """Any of several."""
        return _union([self.texts(module, node, depth + 1) for node in nodes])

    def _named(self, module: Module, name: ast.Name, depth: int) -> list[str] | None:
        function = module.function(name)
        if function is not None:
            found = self._local(module, function, name, depth)
            if found is not None:
                return found
            parameters = [item.arg for item in (*function.args.posonlyargs, *function.args.args)]
            if name.id in parameters and module.functions.get(function.name) is function:
                return self._given(function.name, name.id, parameters.index(name.id), depth)
            if name.id in parameters or name.id in {item.arg for item in function.args.kwonlyargs}:
                return None
        if not name.id.isupper():
            return None
        holder = next((m for m in (module, *self.modules) if name.id in m.constants), None)
        return self.texts(holder, holder.constants[name.id], depth + 1) if holder is not None else None

    def _given(self, function: str, name: str, place: int, depth: int) -> list[str] | None:
        """What a parameter of a function is in its calls."""
        each: list[list[str] | None] = []
        for module, call in self.calls[function]:
            named = [item.value for item in call.keywords if item.arg == name]
            values = named or call.args[place : place + 1]
            each += [self.texts(module, value, depth + 1) for value in values]
        return _union(each)

    def _local(self, module: Module, function: ast.FunctionDef, name: ast.Name, depth: int) -> list[str] | None:
        """What a name is assigned in a function, or goes through in the loop around it."""
        loops = (outer for outer in module.above(name) if isinstance(outer, ast.For))
        values = next(filter(None, (_looped(function, loop, name.id) for loop in loops)), [])
        added: list[ast.expr] = []
        for node in ast.walk(function):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(target, ast.Name) and target.id == name.id for target in targets):
                values.append(node.value)
            elif isinstance(node, ast.AugAssign) and _name(node.target) == name.id:
                added.append(node.value)
        found = self._either(module, values, depth) if values else None
        if found is not None and added:
            found += _product([found, self._either(module, added, depth) or ["\0"]])
        return found


def _looped(function: ast.FunctionDef, loop: ast.For, name: str) -> list[ast.expr]:
    names = loop.target.elts if isinstance(loop.target, ast.Tuple) else [loop.target]
    place = next((i for i, each in enumerate(names) if isinstance(each, ast.Name) and each.id == name), None)
    if place is None:
        return []
    if isinstance(loop.iter, ast.Tuple):
        rows = [row.elts if isinstance(row, ast.Tuple) else [row] for row in loop.iter.elts]
        return [row[place] for row in rows if place < len(row)]
    if place == 0 and isinstance(loop.iter, ast.Call) and _name(loop.iter.func) == "items":
        holder = ast.unparse(loop.iter.func).removesuffix(".items")
        for node in ast.walk(function):
            if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict) and _name(node.target) == holder:
                return [key for key in node.value.keys if key is not None]
    return []


def _union(each: list[list[str] | None]) -> list[str] | None:
    """All alternatives; where some are not known single words are taken for names, too."""
    known = [text for found in each for text in found or ()]
    if any(found is None for found in each):
        known = [text for text in known if " " in text] + ["\0"]
    return list(dict.fromkeys(known)) if known not in ([], ["\0"]) else None


def _product(parts: list[list[str]]) -> list[str]:
    """Every way to take one of each; parts with too many alternatives become places, the last ones first."""
    count = 1
    for place, part in enumerate(parts):
        if count * len(part) > MOST:
            parts[place] = ["\0"]
        count *= len(parts[place])
    return ["".join(each) for each in itertools.product(*parts)]


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _numbered(text: str) -> str:
    count = itertools.count()
    return PLACE.sub(lambda found: f"{{{next(count)}{found[1]}}}", text)
