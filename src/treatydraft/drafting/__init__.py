"""Spec and pack → document: clause files, the words of their register, and where each clause stands."""

from treatydraft.drafting.drafter import draft
from treatydraft.drafting.errors import DraftingError
from treatydraft.drafting.template_names import template_filters, template_names

__all__ = ["DraftingError", "draft", "template_filters", "template_names"]
