"""Orders in the natural style of offices: the place, then a few words on what becomes of it.

"Khoản 3 của Điều 5: câu thứ hai bỏ, câu thứ ba thêm “…” ngay sau “Chủ tịch”". A sentence is cut into clauses;
each has a place, or goes on with that of the clause before, and matches one of the forms as a whole, so that
no word is passed over. Asked where the grammar does not understand a sentence.
Source: docs/field.md 4.1, 4.5.
"""
