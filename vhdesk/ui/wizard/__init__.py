"""The folder wizard: which folders, what is found in them, how to index them."""

from vhdesk.ui.wizard.wizard import FolderWizard, WizardChoice

__all__ = ["FolderWizard", "WizardChoice"]
