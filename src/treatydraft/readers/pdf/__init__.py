"""Turn a PDF into neutral lines: glyphs into rows, rows into columns, columns into paragraphs.

`reading.py` tells the whole way and is the place to begin.
"""

from treatydraft.readers.pdf.reading import read_pdf as read_pdf
