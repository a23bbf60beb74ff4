"""Page one: folders, chosen or dropped."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from vhdesk.desk import printable
from vhdesk.ui.controls import button, label
from vhdesk.ui.formats import file_name
from vhdesk.ui.intake import read_paths
from vhdesk.ui.theme import Theme

PATH = Qt.ItemDataRole.UserRole + 1


class FolderList(QListWidget):
    """A list of folders that takes dropped ones; while it is empty it says so.

    Signals:
        dropped: paths of what was dropped, files among them, as a tuple.
        removed: the selected folders are to go.
    """

    dropped = Signal(object)
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.setObjectName("folderList")
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(140)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Whatever has a path may come."""
        self._over = bool(read_paths(event.mimeData()))
        event.setAccepted(self._over)
        self.viewport().update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As entered."""
        event.setAccepted(self._over)

    def dragLeaveEvent(self, _event: object) -> None:
        """The light goes out."""
        self._over = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what came."""
        self._over = False
        self.viewport().update()
        event.acceptProposedAction()
        self.dropped.emit(tuple(read_paths(event.mimeData())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes folders from the list, never from the disk."""
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list, or the invitation to drop."""
        super().paintEvent(event)
        if self.count() and not self._over:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.viewport().rect()
        if self._over:
            painter.fillRect(area, self._theme.colour("selected"))
        size = round(self.fontMetrics().height() * 2)
        icon = self._theme.pixmap("folder-add", size, "accent", self.devicePixelRatioF())
        painter.drawPixmap(area.center().x() - size // 2, area.center().y() - size, icon)
        painter.setPen(self._theme.colour("text" if self._over else "dim"))
        text = QRect(area.left() + 16, area.center().y() + 10, area.width() - 32, 3 * self.fontMetrics().height())
        painter.drawText(
            text, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self.tr("Drop folders of videos here")
        )
        painter.end()


class FoldersPage(QWizardPage):
    """Which folders.

    Attributes:
        list: the chosen ones.
        problem: why something was not taken, else hidden.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Which folders hold your videos?"))
        self.setSubTitle(self.tr("vhdesk only reads them. Nothing is changed or moved, nothing leaves this computer."))
        self.list = FolderList(theme, self)
        self.list.setAccessibleName(self.tr("Folders to add"))
        self.list.setAccessibleDescription(self.tr("Drop folders here; Delete takes the selected ones off the list."))
        self.add_button = button(
            self.tr("Choose a folder…"), self.tr("Choose a folder to add to the list"), parent=self
        )
        self.remove_button = button(self.tr("Remove"), self.tr("Take the selected folders off the list"), "link", self)
        self.problem = label("", "warn", self, wrap=True)
        self.problem.hide()
        self.list.dropped.connect(self.take)
        self.list.removed.connect(self.remove)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.add_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self.remove)
        self.remove_button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.problem)

    @property
    def folders(self) -> tuple[Path, ...]:
        """In the order in which they came."""
        return tuple(Path(self.list.item(row).data(PATH)) for row in range(self.list.count()))

    @Slot(object)
    def take(self, paths: tuple[str, ...]) -> None:
        """Add folders; of a file, the folder that it is in."""
        sentences = []
        for path in paths:
            folder = os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))
            if not os.path.isdir(folder):
                text = self.tr("{name} is not there. Check its name, or connect its drive.")
                sentences.append(text.replace("{name}", file_name(path)))
            else:
                sentences += self._add(folder)
        self._say(" ".join(sentences))
        self.completeChanged.emit()

    def _add(self, folder: str) -> list[str]:
        for other in map(str, self.folders):
            if folder == other or folder.startswith(os.path.join(other, "")):
                text = self.tr("{name} is in the list already.")
                return [text.replace("{name}", file_name(folder))]
        item = QListWidgetItem(printable(folder), self.list)
        item.setData(PATH, folder)
        item.setToolTip(printable(folder))
        self.list.setCurrentItem(item)
        return []

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    @Slot()
    def choose(self) -> None:
        """Let the user pick one more."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder of videos"))
        if chosen:
            self.take((chosen,))

    @Slot()
    def remove(self) -> None:
        """Take the selected ones off the list."""
        for item in self.list.selectedItems():
            self.list.takeItem(self.list.row(item))
        self._say("")
        self.completeChanged.emit()

    @Slot()
    def _on_selected(self) -> None:
        self.remove_button.setEnabled(bool(self.list.selectedItems()))

    def isComplete(self) -> bool:
        """One folder will do."""
        return self.list.count() > 0
