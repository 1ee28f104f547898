"""Recognise the structure of an instrument in the lines of a file, whatever format they come from."""

from treatydraft.readers.recognition.recogniser import recognise as recognise  # noqa: PLC0414 - it is public
