"""Which words of a report name events, and of which type."""

import pytest

from khabar.engine import read
from khabar.values.report import Report

CASES = [
    # drones are no marches: by the mark that is written, by the drones that the report tells of elsewhere
    ("فرضت واشنطن عقوبات على شركات إيرانية بتهمة إنتاج المسيّرات.", ["SANCTION"]),
    ("شوهدت مسيرات إيرانية فوق البلدة. وباعت إيران روسيا طائرات مسيرة.", ["TRANSFER"]),
    ("خرجت مسيرات في تونس ضد الفساد.", ["PROTEST"]),
    # shot down, whosever it was
    ("أسقطت الدفاعات الجوية الأوكرانية، الأربعاء، 28 من أصل 34 طائرة.", ["ASSAULT"]),
    ("أسقط البرلمان الأوكراني الحكومة بعد جلسة طويلة.", []),
    # sentences of courts
    ("قضت محكمة تركية بالسجن مدى الحياة على 38 عسكريا.", ["COERCE"]),
    ("قضى الوزير التركي عطلته قرب السجن.", []),
    ("أحالت النيابة المصرية ستة أشخاص إلى المحاكمة.", ["ACCUSE"]),
    ("أحالت الوزارة المصرية ستة موظفين إلى التقاعد.", []),
    # what is taken, freed, pulled down, blocked
    ("نجح الجيش الليبي في تحرير مواقع قرب سرت.", ["ASSAULT"]),
    ("هدمت السلطات الإسرائيلية منازل في القدس.", ["COERCE"]),
    ("هدمت الخسارة آمال المنتخب المصري.", []),
    ("حجبت السلطات الروسية تطبيق تليغرام.", ["COERCE"]),
    ("حجبت الغيوم القمر فوق روسيا.", []),
    ("عرقلت روسيا صدور بيان من مجلس الأمن.", ["REJECT"]),
    ("نشرت مجموعة فاغنر ما يزيد على ألفي مقاتل في ليبيا.", ["MOBILIZE"]),
    ("نشرت وزارة الدفاع الروسية صورا لجنود.", []),
    # another act of its kind, joined by "and"; a death and a wound are one attack
    ("قررت الجزائر سحب سفيرها من باريس وإغلاق مجالها الجوي أمام الطائرات الفرنسية.", ["SANCTION", "SANCTION"]),
    ("أعلنت غانا مقتل جندي من توغو وإصابة آخر في أكرا.", ["ASSAULT"]),
    # whose deed it is and whom it falls on, both behind a noun
    ("نفت الصين تزويدها روسيا بالأسلحة.", ["TRANSFER"]),
    # what one does for oneself is no support, and what one does in order to say it says the act itself
    ("دافعت أوكرانيا عن بيلاروس.", ["SUPPORT"]),
    ("دافعت أوكرانيا عن حدودها.", []),
    ("تجمع مئات المتظاهرين في أكرا للتنديد بتوغو.", ["PROTEST"]),
    # who refuses to comment has rejected nothing
    ("رفضت تركيا التعليق على النبأ.", []),
    ("رفضت تركيا العرض الروسي.", ["REJECT"]),
    # soldiers who are counted are a force, one who comes home is none
    ("انتشر 1500 جندي روسي في سوريا.", ["MOBILIZE"]),
    ("وصل جندي روسي إلى منزله في سوريا.", []),
    ("توجه آلاف الجنود الأتراك إلى سوريا.", ["MOBILIZE"]),
    ("توجه السياح الأتراك إلى سوريا.", []),
    ("نقلت تركيا ثلاثة آلاف جندي إلى سوريا.", ["MOBILIZE"]),
    ("نقلت تركيا عن القوات السورية قولها إن الطريق مفتوح.", []),
    # delegations travel, whoever sends them; soldiers are taken prisoner, hearts are not
    ("وصل وفد كيني إلى غانا.", ["CONSULT"]),
    ("وصل قطار كيني إلى غانا.", []),
    ("أسرت القوات الكينية جنديين من غانا.", ["COERCE"]),
    ("أسرت الأغنية الكينية قلوب الجنود في غانا.", []),
    # who speaks on the telephone, who is supplied, what may not be exported
    ("تحدث الرئيس الكيني هاتفيا مع ملك المغرب.", ["CONSULT"]),
    ("تحدث الرئيس الكيني عن البلاد مع ملك المغرب.", []),
    ("مدت كينيا غانا بأسلحة.", ["TRANSFER"]),
    ("رفع مدني كيني سلاحه في غانا.", []),
    ("حظرت كينيا تصدير القمح إلى غانا.", ["SANCTION"]),
    # ships of war, and of wheat
    ("حلقت مقاتلتان روسيتان قرب ألاسكا.", ["MOBILIZE"]),
    ("وصلت سفينة روسية محملة بالقمح إلى كوبا.", []),
    # what somebody is brought to, or does again
    ("عاودت روسيا إرسال أسلحة إلى مالي.", ["TRANSFER"]),
    ("دفعت واشنطن ألمانيا إلى تسليح أوكرانيا.", ["TRANSFER"]),
    # who will not speak rejects nothing; who rejects an offer does
    ("رفضت الخارجية الكينية التعليق على الغارة الإثيوبية على مقديشو.", ["ASSAULT"]),
    ("رفضت الخارجية الكينية العرض الإثيوبي.", ["REJECT"]),
    # a note of protest is no goods, and who watches over sanctions imposes none
    ("سلمت كينيا السفير الإثيوبي مذكرة احتجاج.", ["ACCUSE"]),
    ("سلمت كينيا السفير الإثيوبي مذكرة.", []),
    ("أنشأت كينيا فريقا لمراقبة العقوبات على الصومال.", []),
    ("فرضت كينيا عقوبات على الصومال.", ["SANCTION"]),
    # money that is stolen, by whoever belongs to a state; who buys though nobody tells of whom
    ("سرق قراصنة من كينيا عشرة ملايين دولار.", ["COERCE"]),
    ("سرقت كينيا الأضواء في البطولة.", []),
    ("استوردت كينيا دبابات بقيمة مليون دولار.", ["TRANSFER"]),
    # who admits a deed recognises nobody
    ("اعترفت كينيا بإسقاط الطائرة الإثيوبية.", ["ASSAULT"]),
    ("اعترفت كينيا بكوسوفو.", ["SUPPORT"]),
    # an invitation to be present
    ("دعا فلاديمير بوتين شي جين بينغ إلى حضور العرض.", ["CONSULT"]),
    ("دعا فلاديمير بوتين شي جين بينغ إلى الحوار.", ["REQUEST"]),
    # a war of words, the village of the truce, a truce that is broken
    ("تبادلت كينيا وإثيوبيا حربا كلامية.", []),
    ("تبادلت كينيا وإثيوبيا الاتهامات بخرق الهدنة.", ["ACCUSE"]),
    # a circumstance in the feminine: calling for
    ("نددت كينيا بالغارات الإثيوبية داعية إلى إطلاق سراح الجنود.", ["ACCUSE", "REQUEST"]),
]


@pytest.mark.parametrize(("text", "kinds"), CASES, ids=[c[0] for c in CASES])
def test_events_are_found(text: str, kinds: list[str]) -> None:
    assert [v.type for v in read(Report("case", text, "0" * 64)).events] == kinds
