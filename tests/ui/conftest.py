"""What the tests of widgets share: no screen of any machine's own, and the fixtures beside this file."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

try:
    import PySide6.QtWidgets
except ImportError:
    pass  # an error here would end the run; the conftest above lets each module fail in plain words instead
else:
    from ui.fixtures import _application, _data_folder, qapp, qtbot

    __all__ = ["PySide6", "_application", "_data_folder", "qapp", "qtbot"]
