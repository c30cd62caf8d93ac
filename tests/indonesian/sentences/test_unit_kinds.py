"""Pieces of running text are told apart by form and place."""

from kpu_corpus.indonesian.sentences.unit_kinds import Piece, is_title, kinds


def test_a_title_has_capitals_but_for_function_words() -> None:
    for text in ("Tantangan dan Tekad Kami", "KPU MELAYANI", "2. Kerja Sama"):
        assert is_title(text, Piece(0, len(text), 0, marked=text[0] == "2"))
    for text in ("Kami siap", "kerja Sama", "2025", "Kata " * 15):
        assert not is_title(text.strip(), Piece(0, len(text.strip()), 0, marked=False))


def test_only_the_last_pieces_are_sign_offs() -> None:
    text = "Salam Demokrasi! Kami siap. Merdeka!"
    pieces = [Piece(0, 16, 0, False), Piece(17, 27, 0, False), Piece(28, 36, 0, False)]
    assert kinds(text, pieces) == ["sentence", "sentence", "sign_off"]
