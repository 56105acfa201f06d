"""The stored text of one value of every kind, letter by letter.

These texts are in workspaces of offices. A test that fails here because a class or a field got another name
shows a codec that lets Python names into rows: mend the codec, not the text. A form that is to change gets
another version and a migration first, see ``storage.codecs``.
"""

from __future__ import annotations

import zlib
from datetime import date
from enum import StrEnum

import pytest

from quyche_app.domain.acts import Act, Component, ComponentKind
from quyche_app.domain.addresses import KIND_WORDS, Address
from quyche_app.domain.addresses import Step as AddressStep
from quyche_app.domain.counts import UNDONE
from quyche_app.domain.encoding import encode_act, encode_component, encode_unit
from quyche_app.domain.messages import message
from quyche_app.domain.operations import (
    Confidence,
    Exclusion,
    Footnote,
    Instruction,
    Position,
    ReadAmendments,
    State,
    Target,
    Unread,
)
from quyche_app.domain.sources import AccountEntry
from quyche_app.domain.sources import Role as SourceRole
from quyche_app.domain.units import Cell, Mark, Opaque, Paragraph, Table, Unit, UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.drafting.edits import Frame, Splice, Step, Words
from quyche_app.drafting.policy import Numbering, PolicyChange
from quyche_app.drafting.records import decode_step, encode_step
from quyche_app.storage.codecs.accounts import decode_account, encode_account
from quyche_app.storage.codecs.instructions import decode_instruction, encode_instruction
from quyche_app.storage.codecs.messages import decode_messages, encode_messages
from quyche_app.storage.codecs.notes import decode_notes, encode_notes
from quyche_app.storage.codecs.readings import decode_reading, encode_reading, unread_count

CLAUSE = Target(
    address=Address(
        steps=(AddressStep(kind="article", label="5"), AddressStep(kind="clause", label="2")),
        component="qc",
    ),
    slot="lead",
)
WHOLE = Target(address=Address(steps=()))
DOUBT = message("meeting.same_day", "cùng ngày {day}", day=date(2018, 7, 5))
FULL = Instruction(
    index=3,
    act_no=2,
    place="Điều 1 khoản 3",
    source_lines=(12, 18),
    source_text="Sửa đổi khoản 2 Điều 5 như sau:",
    verb=Verb.AMEND,
    targets=(CLAUSE, WHOLE),
    quoted=(
        Paragraph(text="2. Lời mới.", marks=(Mark(start=0, end=2, kind="b"),), align="center"),
        Paragraph(text="Trơn."),
        Table(rows=((Cell(blocks=(Paragraph(text="ô"),), span=2),),)),
        Opaque(name="h1.png", text="[hình]", payload="AAEC"),
    ),
    openings=(0, 1),
    words_old=("cũ",),
    words_new=("mới", "khác"),
    position=Position(side="after", reference=CLAUSE, words="từ"),
    exclusions=(Exclusion(words="giới tính", targets=(CLAUSE,)),),
    results=(WHOLE,),
    container=0,
    act_reference="Luật số 1",
    component="regulation",
    under=(AddressStep("chapter", "II"),),
    effect_date=date(2018, 7, 16),
    confidence=Confidence.DOUBTFUL,
    reasons=(
        message("target.missing", "không có {place}", place="khoản 2 Điều 5"),
        message("outcome.not_certain", "chưa chắc: {doubts}", doubts=(DOUBT, DOUBT)),
    ),
)
FULL_TEXT = (
    '["instruction",2,{"index":3,"act_no":2,"place":"Điều 1 khoản 3","lines":[12,18],'
    '"text":"Sửa đổi khoản 2 Điều 5 như sau:","verb":"amend",'
    '"targets":[{"component":"qc","steps":[["article","5"],["clause","2"]],"slot":"lead"},'
    '{"slot":"unit"}],'
    '"quoted":[["p","2. Lời mới.",[[0,2,"b"]],"center"],"Trơn.",["t",[[[2,["ô"]]]]],'
    '["o","h1.png","[hình]","AAEC"]],'
    '"openings":[0,1],"words_old":["cũ"],"words_new":["mới","khác"],'
    '"position":{"side":"after",'
    '"reference":{"component":"qc","steps":[["article","5"],["clause","2"]],"slot":"lead"},'
    '"words":"từ"},'
    '"exclusions":[{"words":"giới tính",'
    '"targets":[{"component":"qc","steps":[["article","5"],["clause","2"]],"slot":"lead"}]}],'
    '"results":[{"slot":"unit"}],"container":0,"act_reference":"Luật số 1",'
    '"component":"regulation","under":[["chapter","II"]],"effect_date":"2018-07-16","confidence":"doubtful",'
    '"reasons":[["target.missing","không có {place}",{"place":"khoản 2 Điều 5"}],'
    '["outcome.not_certain","chưa chắc: {doubts}",{"doubts":{"list":['
    '{"message":["meeting.same_day","cùng ngày {day}",{"day":{"day":"2018-07-05"}}]},'
    '{"message":["meeting.same_day","cùng ngày {day}",{"day":{"day":"2018-07-05"}}]}]}}]]}]'
)
PLAIN = Instruction(
    index=0,
    act_no=1,
    place="",
    source_lines=(1, 1),
    source_text="",
    verb=Verb.REPEAL,
    targets=(),
)
PLAIN_TEXT = (
    '["instruction",2,{"index":0,"act_no":1,"lines":[1,1],"verb":"repeal","confidence":"high"}]'
)


@pytest.mark.parametrize(("value", "text"), [(FULL, FULL_TEXT), (PLAIN, PLAIN_TEXT)])
def test_an_instruction(value: Instruction, text: str) -> None:
    assert encode_instruction(value) == text
    assert decode_instruction(text) == value
    assert isinstance(decode_instruction(text).verb, Verb)


READING = ReadAmendments(
    act=Act(
        number="100-QĐ/TU",
        kind="Quyết định",
        title="sửa đổi",
        issuer="TỈNH ỦY",
        place="Bến Mẫu",
        issue_date=date(2018, 7, 5),
        effect_date=None,
        signer="Ai",
    ),
    instructions=(),
    unread=(
        Unread(act_no=1, lines=(3, 4), text="lời", why=message("line.no_order", "lý do")),
        Unread(
            act_no=1,
            lines=(5, 5),
            text="ngày",
            why=message("effect.day_unknown", "chưa rõ"),
            is_on_effect=True,
        ),
    ),
    effect_date=date(2018, 7, 16),
    implementing=((20, 22), (24, 24)),
    amended=("05-QĐ/TU",),
    is_effect_unknown=True,
    transitional=(
        Unread(
            act_no=1, lines=(6, 6), text="cũ", why=message("effect.transitional", "chuyển tiếp")
        ),
    ),
)
READING_TEXT = (
    '["reading",2,{"act":["act","100-QĐ/TU","Quyết định","sửa đổi","TỈNH ỦY","Bến Mẫu",'
    '"2018-07-05",null,"Ai"],'
    '"unread":[{"act_no":1,"lines":[3,4],"text":"lời","why":[["line.no_order","lý do",{}]]},'
    '{"act_no":1,"lines":[5,5],"text":"ngày",'
    '"why":[["effect.day_unknown","chưa rõ",{}]],"is_on_effect":true}],'
    '"effect_date":"2018-07-16","implementing":[[20,22],[24,24]],"amended":["05-QĐ/TU"],'
    '"is_effect_unknown":true,'
    '"transitional":[{"act_no":1,"lines":[6,6],"text":"cũ",'
    '"why":[["effect.transitional","chuyển tiếp",{}]]}]}]'
)


def test_a_reading() -> None:
    assert encode_reading(READING) == READING_TEXT
    assert decode_reading(READING_TEXT) == READING
    assert unread_count(READING_TEXT) == 2


NOTES = (
    Footnote(unit_id="01a2", path="d5/k2", text="Khoản này…", act_no=1, instruction=0),
    Footnote(unit_id="01a3", path="d6", text="Tên…", act_no=2, instruction=4, slot="heading"),
)
NOTES_TEXT = (
    '["notes",1,[{"unit":"01a2","path":"d5/k2","text":"Khoản này…","act_no":1,"instruction":0,'
    '"slot":"unit"},'
    '{"unit":"01a3","path":"d6","text":"Tên…","act_no":2,"instruction":4,"slot":"heading"}]]'
)


def test_notes() -> None:
    assert zlib.decompress(encode_notes(NOTES)).decode() == NOTES_TEXT
    assert decode_notes(zlib.compress(NOTES_TEXT.encode())) == NOTES


ACCOUNT = (
    AccountEntry(line=1, role=SourceRole.FRONT, owner_id="01a2", path=""),
    AccountEntry(
        line=2,
        role=SourceRole.LABEL,
        owner_id="01a3",
        path="d1",
        doubt=message("label.twice", "số trùng"),
    ),
)
ACCOUNT_TEXT = (
    '["account",2,[[1,"front","01a2","",[]],'
    '[2,"label","01a3","d1",[["label.twice","số trùng",{}]]]]]'
)


def test_an_account() -> None:
    assert zlib.decompress(encode_account(ACCOUNT)).decode() == ACCOUNT_TEXT
    assert decode_account(zlib.compress(ACCOUNT_TEXT.encode())) == ACCOUNT


SAID = (
    message("phrase.many_places", "có {count} chỗ trong {place}", count=3, place="Điều 5"),
    message("outcome.taken_back", "Đã được hoàn tác."),
)
SAID_TEXT = (
    '["messages",1,[["phrase.many_places","có {count} chỗ trong {place}",{"count":3,"place":"Điều 5"}],'
    '["outcome.taken_back","Đã được hoàn tác.",{}]]]'
)


def test_messages() -> None:
    assert encode_messages(SAID) == SAID_TEXT
    assert decode_messages(SAID_TEXT) == SAID
    assert [each.text for each in decode_messages(SAID_TEXT)] == [each.text for each in SAID]
    assert (encode_messages(()), decode_messages("")) == ("", ())


UNIT = Unit(
    id="01a2",
    kind=UnitKind.ARTICLE,
    label="5",
    prefix="Điều 5. ",
    heading="Tên",
    heading_apart=True,
    lead=(Paragraph(text="Đầu", marks=(Mark(start=0, end=1, kind="i"),)),),
    tail=(Table(rows=((Cell(blocks=(Paragraph(text="ô"),)),),)),),
    repealed=True,
)
CLAUSE_UNIT = Unit(
    id="01a3", kind=UnitKind.CLAUSE, label="2", prefix="2. ", lead=(Paragraph(text="Lời."),)
)
COMPONENT = Component(
    id="01a4",
    kind=ComponentKind.APPENDIX,
    label="I",
    title="Phụ lục I",
    front=(Paragraph(text="Phụ lục I", align="center"),),
    back=(Opaque(name="h", text="[hình]"),),
)
UNIT_TEXT = (
    '["article","5","Điều 5. ",[["p","Đầu",[[0,1,"i"]],""]],"Tên",1,[["t",[[[1,["ô"]]]]]],1]'
)
CLAUSE_TEXT = '["clause","2","2. ",["Lời."]]'
COMPONENT_TEXT = (
    '["appendix","I","Phụ lục I",[["p","Phụ lục I",[],"center"]],[["o","h","[hình]",""]],0]'
)


def test_own_words() -> None:
    """Their hash names them: they have no other version, and their form never changes."""
    assert encode_unit(UNIT) == UNIT_TEXT
    assert encode_unit(CLAUSE_UNIT) == CLAUSE_TEXT
    assert encode_component(COMPONENT) == COMPONENT_TEXT
    assert encode_act(READING.act) == (
        '["act","100-QĐ/TU","Quyết định","sửa đổi","TỈNH ỦY","Bến Mẫu","2018-07-05",null,"Ai"]'
    )


WRITTEN = Words(unit_id="01a3", old=CLAUSE_UNIT, new=CLAUSE_UNIT)
TAKEN_OUT = Splice(parent_id="01a2", at=0, old=(CLAUSE_UNIT,), new=())
FRAMED = Frame(component_id="01a4", old=COMPONENT, new=COMPONENT)
STEP = Step(
    said=message("step.remove", "bỏ {place}", place="khoản 2"),
    edits=(WRITTEN, TAKEN_OUT, FRAMED),
    focus="01a3",
    policy=PolicyChange(old=Numbering.RECOUNT, new=Numbering.FROZEN),
)
STEP_LINE = (
    '[["step.remove","bỏ {place}",{"place":"khoản 2"}],"01a3",['
    f'["w","01a3",["01a3",{CLAUSE_TEXT},[]],["01a3",{CLAUSE_TEXT},[]]],'
    f'["s","01a2",0,[["01a3",{CLAUSE_TEXT},[]]],[]],'
    f'["f","01a4",{COMPONENT_TEXT},{COMPONENT_TEXT}]],'
    '["recount","frozen"]]'
)


def test_a_line_of_a_journal() -> None:
    assert encode_step(STEP) == STEP_LINE
    assert decode_step(STEP_LINE) == STEP


def test_a_line_of_a_journal_of_before_says_what_it_said() -> None:
    """Up to schema 0003 a step was named by words."""
    older = STEP_LINE.replace('["step.remove","bỏ {place}",{"place":"khoản 2"}]', '"bỏ khoản 2"')
    assert older != STEP_LINE
    step = decode_step(older)
    assert (step.said.code, step.name, step.edits) == ("stored.words", "bỏ khoản 2", STEP.edits)


# Words of rows that stand alone or within the texts above. One may be added, none is ever changed.
STORED_WORDS: dict[type[StrEnum], str] = {
    UnitKind: "part chapter section subsection article clause point subpoint item",
    ComponentKind: "body regulation appendix",
    Verb: (
        "amend insert repeal replace_words add_words remove_words replace renumber move split merge suspend"
    ),
    Confidence: "high doubtful",
    State: "applied failed ignored",
    SourceRole: "label text heading front back quotation aside",
    Numbering: "recount frozen",
}


@pytest.mark.parametrize("kind", STORED_WORDS, ids=lambda kind: kind.__name__)
def test_words_of_a_choice(kind: type[StrEnum]) -> None:
    assert " ".join(each.value for each in kind) == STORED_WORDS[kind]


def test_other_words_of_rows() -> None:
    assert UNDONE == "undone"
    assert list(map(str, KIND_WORDS)) == [*UnitKind, "appendix", "form", "form_table"]
