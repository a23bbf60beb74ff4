"""The questions of the models page; they do not block, their ``finished`` signals tell."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from vhdesk.desk import SystemFacts, WeightsState
from vhdesk.ui.core_texts import told
from vhdesk.ui.formats import duration, size_of
from vhdesk.ui.models.state import title_of
from vhdesk.ui.theme import Theme


class AskBox(QMessageBox):
    """A question with a yes and a no; Escape means no.

    Attributes:
        name: of what it is about.
        yes_button: do it.
        no_button: leave it.
    """

    def __init__(self, name: str, icon: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setIconPixmap(theme.pixmap(icon, 40, "warn" if icon == "warning" else "accent", self.devicePixelRatioF()))

    def _offer(self, yes: tuple[str, str], no: tuple[str, str]) -> None:
        self.yes_button = self.addButton(yes[0], QMessageBox.ButtonRole.AcceptRole)
        self.no_button = self.addButton(no[0], QMessageBox.ButtonRole.RejectRole)
        self.yes_button.setAccessibleName(yes[1])
        self.no_button.setAccessibleName(no[1])
        self.setDefaultButton(self.no_button)
        self.setEscapeButton(self.no_button)

    @property
    def yes(self) -> bool:
        """Whether the answer was yes."""
        return self.clickedButton() is self.yes_button


class LicenceBox(AskBox):
    """Shows the licence of weights before the first download.

    Attributes:
        terms: its words.
    """

    def __init__(self, state: WeightsState, theme: Theme, parent: QWidget) -> None:
        weights = state.weights
        super().__init__(weights.name, "open", theme, parent)
        self.terms = weights.licence.text
        self.setWindowTitle(self.tr("Licence"))
        self.setText(self.tr("“{name}” comes under this licence: {licence}").replace("{name}", weights.name))
        self.setText(self.text().replace("{licence}", told(weights.licence.name)))
        note = self.tr("It is asked once for all weights under the same words. They come from {source}.")
        self.setInformativeText(f"{told(weights.licence.text)}\n\n{note.replace('{source}', weights.source)}")
        self._offer(
            (self.tr("Accept and download"), self.tr("Accept the licence and download the weights")),
            (self.tr("Cancel"), self.tr("Download nothing")),
        )


class RemoveBox(AskBox):
    """Asks whether weights may be removed."""

    def __init__(self, state: WeightsState, theme: Theme, parent: QWidget) -> None:
        super().__init__(state.weights.name, "warning", theme, parent)
        self.setWindowTitle(self.tr("Remove weights?"))
        self.setText(self.tr("Remove “{name}” from this computer?").replace("{name}", self.name))
        text = self.tr(
            "{size} become free. What was made with these weights stays; to use them again they must be got again."
        )
        self.setInformativeText(text.replace("{size}", size_of(state.disk_bytes)))
        self._offer((self.tr("Remove"), self.tr("Remove the weights")), (self.tr("Keep"), self.tr("Keep the weights")))


class UseBox(AskBox):
    """Asks whether the library is to use another system, and says what that takes."""

    def __init__(self, facts: SystemFacts, segments: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(facts.card.name, "again", theme, parent)
        self.setWindowTitle(self.tr("Use another system?"))
        self.setText(self.tr("Use “{name}” for this library?").replace("{name}", title_of(facts)))
        missing = facts.videos - (facts.encoded or 0)
        text = self.tr("The library is opened again; searches then use its codes.")
        if missing:
            text += "\n\n" + self.tr(
                "%Ln video(s) have no codes of it yet: they are read again in the background, and found from then on.",
                "",
                missing,
            )
            if facts.speed is not None and facts.videos:
                seconds = segments * missing / facts.videos / facts.speed.segments_per_second
                text += " " + self.tr("Encoding alone takes about {time}.").replace("{time}", duration(seconds))
        text += "\n\n" + self.tr("What other systems made stays in the library: you can switch back at any time.")
        self.setInformativeText(text)
        yes = self.tr("Use and read again") if missing else self.tr("Use")
        self._offer((yes, self.tr("Use this system")), (self.tr("Cancel"), self.tr("Change nothing")))
        self.missing = missing
