"""Numbers in words are those of a library that knows them all; the small ones must not wait for it."""

from num2words import num2words

from treatydraft.language.numbers import ordinal_word, spelled


def test_numbers_and_ranks_are_spelled_as_the_library_spells_them() -> None:
    numbers = (*range(1101), 2024, 10_000, 1_000_001)
    assert [spelled(number) for number in numbers] == [num2words(number) for number in numbers]
    assert [ordinal_word(number) for number in numbers] == [num2words(n, to="ordinal") for n in numbers]
