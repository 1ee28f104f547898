"""English as treaty drafters write it: numbers, dates, money, lists, names; text to text."""
