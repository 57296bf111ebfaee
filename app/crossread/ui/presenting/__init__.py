"""The presentation: nothing but the text, at a projector's size."""
