"""What the program said, as it is stored: code, words and what it is about."""

from __future__ import annotations

from hypothesis import given, settings

from quyche_app.domain.messages import Message, message
from quyche_app.storage.codecs.messages import (
    decode_message,
    decode_messages,
    encode_message,
    encode_messages,
)
from tests.storage.codecs.stored import code_of, said, some


@settings(max_examples=15)
@given(some(said))
def test_messages_come_back_with_their_words(several: tuple[Message, ...]) -> None:
    back = decode_messages(encode_messages(several))
    assert repr(back) == repr(several)  # equality looks at code and facts alone
    for one in several:
        assert repr(decode_message(encode_message(one))) == repr(one)


def test_a_code_stands_in_quotation_marks_where_it_is_looked_for() -> None:
    assert '"reason.missing"' in encode_message(message("reason.missing", "thiếu {what}", what="x"))


def test_what_is_no_stored_message_is_damaged() -> None:
    for text in ("[", "1", '[["x"]]', '{"code":"x"}'):
        assert code_of(decode_messages, text) == "QC-S091"
