"""Reading a template pack like a compiler: all that is wrong in its files, each fault in its place."""

from treatydraft.checking.finding import Finding
from treatydraft.checking.pack_check import check_pack
from treatydraft.checking.word_file import check_word

__all__ = ["Finding", "check_pack", "check_word"]
