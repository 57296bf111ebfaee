"""Qt stays in the window, and the packages import one way only."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import crossread

PACKAGE = Path(crossread.__file__ or "").parent
TOP = [
    ["errors", "paths", "collecting", "on_demand"], ["progress", "memory"], ["text"], ["read", "align"],
    ["wording", "quantities", "spin", "claims"], ["choices"], ["comparison", "findings", "compare"], ["present"],
    ["review"], ["report"], ["settings"], ["batch"], ["cli", "ui"], ["__main__"],
]  # fmt: skip
COMPARING = {"comparison", "findings", "compare"}
LEVEL = {name: level for level, names in enumerate(TOP) for name in names}
# How facts are answered stands beside how quantities are, though it is read off a whole comparison; the words of an
# altered quotation are compared as those of any two passages.
ALLOWED = {("quantities", "comparison"), ("claims", "wording"), ("spin", "wording")}


def run(code: str, *arguments: str, stdin: bytes = b"") -> tuple[int, list[str]]:
    """Run code in a fresh process; its exit code, and the modules it had loaded at its end."""
    script = f"import json, sys\n{code}\nsys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], input=stdin, capture_output=True, check=True
    )
    return done.returncode, json.loads(done.stderr.decode().splitlines()[-1])


MAIN = "from crossread.cli import main; sys.argv[0] = 'crossread'; main()"


def qt_of(modules: list[str]) -> list[str]:
    return [
        module for module in modules if module.split(".")[0] in ("PySide6", "shiboken6") or ".ui" in module
    ]


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["report", "--help"], ["batch", "words"], ["batch", "align"],
     ["batch", "quantities"], ["batch", "facts"]],
)  # fmt: skip
def test_the_command_line_loads_no_qt(arguments):
    task = {"id": 1, "a": ["x"], "b": ["x"], "text": "1 dog", "unit": "segment",
            "docs": [{"id": 1, "text": "1 dog", "segments": [[0, 5]]}] * 2}  # fmt: skip
    _, modules = run(MAIN, *arguments, stdin=json.dumps(task).encode() + b"\n")
    assert "crossread.cli" in modules
    assert qt_of(modules) == []


@pytest.mark.parametrize("name", ["out.json", "out.html", "out.docx", "out.md", "out.csv", "out.jsonld"])
def test_only_a_pdf_loads_qt(tmp_path, name):
    (tmp_path / "a.txt").write_text("One dog barked at the postman on Monday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two dogs barked at the postman on Monday.", encoding="utf-8")
    _, modules = run(MAIN, "report", str(tmp_path), "-o", str(tmp_path / name))
    assert (tmp_path / name).exists()
    assert qt_of(modules) == []


def test_no_window_waits_for_what_compares():
    _, modules = run("import crossread.ui.app, crossread.ui.window")
    assert not {
        "numpy",
        "crossread.align.linking",
        "crossread.quantities.find",
        "crossread.spin.usage",
    } & set(modules)


def test_a_report_of_texts_loads_only_what_it_needs(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"One dog barked at {name}.", encoding="utf-8")
    _, modules = run(MAIN, "report", str(tmp_path), "-o", str(tmp_path / "out.html"))
    others = {
        "sqlite3",
        "msgspec",
        "lxml",
        "pypdfium2",
        "trafilatura",
        "docx",
        "email",
        "http.client",
        "urllib.request",
        "ssl",
    }
    assert not others & set(modules)


def test_help_is_light():
    _, modules = run(MAIN, "--help")
    assert not {"crossread.compare", "crossread.read", "rapidfuzz", "numpy"} & set(modules)


def test_the_library_is_three_names_loaded_when_asked_for(tmp_path):
    code = """
import crossread
assert "crossread.compare" not in sys.modules
assert {"Comparison", "compare", "read"} <= set(dir(crossread))
from crossread.compare import compare
import crossread.read.file
assert crossread.compare is compare and callable(crossread.read)
comparison = crossread.compare(crossread.read(sys.argv[1], sys.argv[2]))
assert isinstance(comparison, crossread.Comparison)
assert not hasattr(crossread, "nonsense")
"""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for number, path in enumerate(paths):
        path.write_text(f"{number + 5} dogs barked at the postman.", encoding="utf-8")
    _, modules = run(code, *map(str, paths))
    assert qt_of(modules) == []


def imports(path: Path) -> Iterator[str]:
    """Parts of the package that a file imports anywhere, also late; not what serves type checkers alone."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            if node.module == "crossread":
                yield from (f"crossread.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""
        waiting += ast.iter_child_nodes(node)


def parts() -> Iterator[tuple[Path, str, str]]:
    """Each file, the part it belongs to, and each other part that it imports."""
    for path in sorted(PACKAGE.rglob("*.py")):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for name in imports(path):
            pieces = name.split(".")
            if pieces[0] == "crossread" and len(pieces) > 1 and pieces[1] not in (part, "__version__"):
                yield path, part, pieces[1]


def test_what_is_loaded_on_demand_is_never_hidden_by_a_module():
    code = """
import crossread.quantities.find, crossread.align.link
from crossread import align, quantities
assert callable(quantities.find) and callable(align.link) and callable(align.rows)
assert {"find", "gather"} <= set(dir(quantities))
assert not hasattr(align, "nonsense")
"""
    run(code)


def test_every_part_has_its_place():
    found = {
        path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()
    }
    assert found - {"__init__", "__pycache__", "resources", "seeds"} <= LEVEL.keys()


def test_imports_go_one_way():
    wrong = [
        f"{path.relative_to(PACKAGE)}: {part} imports {other}"
        for path, part, other in parts()
        if part != "__init__" and LEVEL[other] >= LEVEL[part] and (part, other) not in ALLOWED
        and not (LEVEL[other] == LEVEL[part] and {part, other} <= COMPARING)
        and not (part == "cli" and other == "ui")
    ]  # fmt: skip
    assert wrong == []


def test_only_the_window_names_qt():
    naming = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] in ("PySide6", "shiboken6") for name in imports(path))
    }
    assert naming == {"ui"}
