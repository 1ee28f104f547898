"""Recognise the structure of an instrument in the lines of a file, whatever format they come from."""

from treatydraft.readers.recognition.recogniser import recognise

__all__ = ["recognise"]
