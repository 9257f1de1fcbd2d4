"""Who does what to whom, in the orders in which news Arabic puts it."""

import pytest
from reports_told import read_with_names, told

from khabar.values.event import EventType

CASES = [
    ("a verb before its subject and object", "اتهمت كينيا الصومال بإغلاق المعبر.", {"كينيا": "c", "الصومال": "c"}, {}, ("ACCUSE", {"كينيا"}, {"الصومال"})),
    ("an object behind a lone comma", "وتتهم كينيا في العاصمة، غانا بالكذب.", {"كينيا": "c", "غانا": "c"}, {}, ("ACCUSE", {"كينيا"}, {"غانا"})),
    ("a raid hits whoever stands behind its verb", "وقع هجوم دموي استهدف خوسيه.", {"خوسيه": "p"}, {}, ("ASSAULT", set(), {"خوسيه"})),
    ("whom somebody names president", "وأطاحت ماريا بخوسيه، وعينت أنطونيو رئيسا.", {"ماريا": "p", "خوسيه": "p", "أنطونيو": "p"}, {}, ("APPOINT", {"ماريا"}, {"أنطونيو"})),
    ("a subject before its verb, as in headlines", "كينيا تتهم الصومال بإغلاق المعبر", {"كينيا": "c", "الصومال": "c"}, {}, ("ACCUSE", {"كينيا"}, {"الصومال"})),
    ("two subjects joined", "كينيا وأوغندا تتهمان الصومال", {"كينيا": "c", "أوغندا": "c", "الصومال": "c"}, {}, ("ACCUSE", {"كينيا", "أوغندا"}, {"الصومال"})),
    ("a recipient behind a preposition", "فرضت كندا عقوبات على بوروندي.", {"كندا": "c", "بوروندي": "c"}, {}, ("SANCTION", {"كندا"}, {"بوروندي"})),
    ("a recipient between verb and noun", "فرضت كندا على بوروندي عقوبات جديدة.", {"كندا": "c", "بوروندي": "c"}, {}, ("SANCTION", {"كندا"}, {"بوروندي"})),
    ("the genitive of a visit visits", "انتهت زيارة ماريا إلى غانا.", {"ماريا": "p", "غانا": "c"}, {}, ("CONSULT", {"ماريا"}, {"غانا"})),
    ("a carried visit: the genitive is visited", "قام خوسيه بزيارة غانا.", {"خوسيه": "p", "غانا": "c"}, {}, ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("an adjective of nationality acts", "أدى قصف كيني قرب بلدة كيسمايو إلى أضرار.", {"كينيا": "c", "كيسمايو": "l"}, {"كيني": "كينيا"}, ("ASSAULT", {"كينيا"}, set())),
    ("of somebody's masdar the other is the recipient", "استمر قصف كينيا لأوغندا.", {"كينيا": "c", "أوغندا": "c"}, {}, ("ASSAULT", {"كينيا"}, {"أوغندا"})),
    ("the accused does what he is accused of", "اتهمت كينيا أوغندا بقصف الصومال.", {"كينيا": "c", "أوغندا": "c", "الصومال": "c"}, {}, ("ASSAULT", {"أوغندا"}, {"الصومال"})),
    ("a relative clause tells the actor", "العقوبات التي فرضتها كندا على بوروندي قاسية.", {"كندا": "c", "بوروندي": "c"}, {}, ("SANCTION", {"كندا"}, {"بوروندي"})),
    ("an agent behind the passive", "اعتقل خوسيه من قبل كينيا.", {"خوسيه": "p", "كينيا": "c"}, {}, ("COERCE", {"كينيا"}, {"خوسيه"})),
    ("whoever comes under attack is its recipient", "تعرضت غانا لهجوم.", {"غانا": "c"}, {}, ("ASSAULT", set(), {"غانا"})),
    ("so is who comes under fire told with the article", "تعرضت غانا للقصف.", {"غانا": "c"}, {}, ("ASSAULT", set(), {"غانا"})),
    ("a buyer receives", "اشترت غانا طائرات من البرازيل.", {"غانا": "c", "البرازيل": "c"}, {}, ("TRANSFER", {"البرازيل"}, {"غانا"})),
    ("what two do together", "اتفقت غانا مع توغو على فتح المعبر.", {"غانا": "c", "توغو": "c"}, {}, ("AGREE", {"غانا", "توغو"}, {"غانا", "توغو"})),
    ("talks between two", "انطلقت محادثات بين غانا وتوغو.", {"غانا": "c", "توغو": "c"}, {}, ("CONSULT", {"غانا"}, {"توغو"})),
    ("a purpose takes the subject of its verb", "وصل خوسيه لإجراء محادثات مع ماريا.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a dismissal and who it falls on", "أقالت ماريا خوسيه من منصبه.", {"ماريا": "p", "خوسيه": "p"}, {}, ("DISMISS", {"ماريا"}, {"خوسيه"})),
    ("who announces a death did not cause it", "أعلنت ماريا مقتل خوسيه.", {"ماريا": "p", "خوسيه": "p"}, {}, ("ASSAULT", set(), {"خوسيه"})),
    ("who was arrested, with no object, is the recipient", "أكدت الشرطة أن خوسيه اعتقل في غانا.", {"خوسيه": "p", "غانا": "c"}, {}, ("COERCE", set(), {"خوسيه"})),
    ("a verb of killing with one noun is passive", "قتل خوسيه قرب الحدود.", {"خوسيه": "p"}, {}, ("ASSAULT", set(), {"خوسيه"})),
    ("a wish belongs to whom the noun is in the genitive with", "كشف التقرير خطة غانا لشراء طائرات من توغو.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"توغو"}, {"غانا"})),
    ("a modal stands between subject and verb", "قال التقرير إن غانا يمكن أن تساعد توغو.", {"غانا": "c", "توغو": "c"}, {}, ("AID", {"غانا"}, {"توغو"})),
    ("two adjectives of nationality agree together", "جرى توقيع اتفاق غاني توغولي في العاصمة.", {"غانا": "c", "توغو": "c"}, {"غاني": "غانا", "توغولي": "توغو"}, ("AGREE", {"غانا", "توغو"}, {"غانا", "توغو"})),
    ("the means by which somebody answers are his deed", "ردت غانا بإرسال أسلحة إلى توغو.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("a subject of another gender than its verb is its object", "ورحب خوسيه بالقرار، واتهم غانا بالتصعيد.", {"خوسيه": "p", "غانا": "c"}, {}, ("ACCUSE", {"خوسيه"}, {"غانا"})),
    ("a dateline is not the subject", "مسقط في ٦ ديسمبر/ يقوم خوسيه بزيارة إلى غانا.", {"مسقط": "l", "خوسيه": "p", "غانا": "c"}, {}, ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("a delegation of a nationality visits", "وزار وفد كيني غانا.", {"كينيا": "c", "غانا": "c"}, {"كيني": "كينيا"}, ("CONSULT", {"كينيا"}, {"غانا"})),
    ("its ambassador is recalled and recalls nobody", "اتهمت غانا توغو بالكذب، واستدعت سفيرها من كينيا.", {"غانا": "c", "توغو": "c", "كينيا": "c", "سفيرها": "g"}, {}, ("SANCTION", {"غانا"}, {"كينيا"})),
    ("the raid that they died in tells who killed them", "قتل جنود في غارة كينية على توغو.", {"كينيا": "c", "توغو": "c"}, {"كينية": "كينيا"}, ("ASSAULT", {"كينيا"}, {"توغو"})),
    ("a country that is feminine in the news", "قدمت الكويت مساعدات إنسانية إلى غانا.", {"الكويت": "c", "غانا": "c"}, {}, ("AID", {"الكويت"}, {"غانا"})),
    ("the make of a gift receives nothing", "أهدى خوسيه إلى ماريا سيارة أوروس.", {"خوسيه": "p", "ماريا": "p", "أوروس": "o"}, {}, ("TRANSFER", {"خوسيه"}, {"ماريا"})),
    ("a demand is for who does the deed that is to end", "طالبت غانا بوقف القصف الكيني.", {"غانا": "c", "كينيا": "c"}, {"الكيني": "كينيا"}, ("REQUEST", {"غانا"}, {"كينيا"})),
    ("a threat is for who would suffer the deed", "هددت غانا بقصف كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("THREATEN", {"غانا"}, {"كينيا"})),
    ("a condemned raid is whose it was told to be", "قصفت كينيا توغو. ونددت غانا بالقصف.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {}, ("ACCUSE", {"غانا"}, {"كينيا"})),
    ("where before who", "زار غانا خوسيه أمس.", {"غانا": "c", "خوسيه": "p"}, {}, ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("a call is from somebody", "تلقى خوسيه اتصالا هاتفيا من ماريا.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"ماريا"}, {"خوسيه"})),
    ("a greeting that is spelled like here", "هنأ خوسيه ماريا بالفوز.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a fine", "فرضت غانا غرامة على أوروس.", {"غانا": "c", "أوروس": "o"}, {}, ("SANCTION", {"غانا"}, {"أوروس"})),
    ("a passive ban names no doer", "مُنعت أوروس من العمل.", {"أوروس": "o"}, {}, ("SANCTION", set(), {"أوروس"})),
    ("rescuers that arrive are help from whose they are", "وصلت فرق إنقاذ كينية إلى غانا.", {"كينيا": "c", "غانا": "c"}, {"كينية": "كينيا"}, ("AID", {"كينيا"}, {"غانا"})),
    ("of a masdar with its doer ل brings the object", "تستبعد الصحيفة مهاجمة كينيا لأوغندا.", {"كينيا": "c", "أوغندا": "c"}, {}, ("ASSAULT", {"كينيا"}, {"أوغندا"})),
    ("who is accused of giving gives", "اتهمت غانا كينيا بتقديم دعم إلى توغو.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {}, ("SUPPORT", {"كينيا"}, {"توغو"})),
    ("the accusing of somebody of something", "حذرت غانا من اتهام كينيا بالتصعيد.", {"غانا": "c", "كينيا": "c"}, {}, ("ACCUSE", set(), {"كينيا"})),
    ("the raid that hit a town has no doer in the town", "خلفت الغارة التي استهدفت كينيا خمسة قتلى.", {"كينيا": "c"}, {}, ("ASSAULT", set(), {"كينيا"})),
    ("the criticism that somebody meets with falls on him", "كثرت الانتقادات التي تلقتها غانا من كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("ACCUSE", {"كينيا"}, {"غانا"})),
    ("who is hit with what belongs to him", "دمر الجيش مخازن تابعة للحركة.", {"الجيش": "o", "حركة": "o", "للحركة": "o"}, {}, ("ASSAULT", {"الجيش"}, {"للحركة"})),
    ("who died in clashes fell to the other side", "مقتل مدنيين في اشتباكات مع كينيا.", {"كينيا": "c"}, {}, ("ASSAULT", {"كينيا"}, set())),
    ("a school's owner is not who was arrested in it", "اعتقلت غانا 93 موظفا في مدرسة تابعة لخوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("COERCE", {"غانا"}, set())),
    ("one of several is named", "فرضت غانا عقوبات على خمسة أشخاص بينهم خوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("SANCTION", {"غانا"}, {"خوسيه"})),
    ("the raid whose nationality is told hits", "واستهدفت الغارة الغانية كينيا.", {"كينيا": "c", "غانا": "c"}, {"الغانية": "غانا"}, ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("who is by a stand of others is not they", "ومتشجعا بهذا الموقف الغاني قام خوسيه بقصف كينيا.", {"كينيا": "c", "غانا": "c", "خوسيه": "p"}, {"الغاني": "غانا"}, ("ASSAULT", {"خوسيه"}, {"كينيا"})),
    ("what comes between commas parts no verb from its object", "نفذت غانا، التي خسرت توغو، ضربات على كينيا.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {}, ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("the sentence is about a raid and tells who made it", "الغارات التي شهدها المطار أمس نفذتها غانا على كينيا.", {"كينيا": "c", "غانا": "c"}, {}, ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("who comes under attack from somebody", "تعرضت غانا لهجوم من كينيا.", {"كينيا": "c", "غانا": "c"}, {}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("who comes under somebody's shelling", "تعرضت غانا لقصف كينيا.", {"كينيا": "c", "غانا": "c"}, {}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("what a raid answers is not where it hits", "شنت غانا هجمات على توغو ردا على قصف كيني.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {"كيني": "كينيا"}, ("ASSAULT", {"غانا"}, {"توغو"})),
    ("an order by somebody to give", "وجه خوسيه بتقديم مساعدات إنسانية إلى توغو.", {"خوسيه": "p", "توغو": "c"}, {}, ("AID", {"خوسيه"}, {"توغو"})),
    ("a pledge to answer threatens", "تعهدت غانا برد قوي على الهجوم.", {"غانا": "c"}, {}, ("THREATEN", {"غانا"}, set())),
    ("a pledge to give supports", "تعهدت غانا بتقديم الدعم لتوغو.", {"غانا": "c", "توغو": "c"}, {}, ("SUPPORT", {"غانا"}, {"توغو"})),
    ("who rejects accusations is accused by whose they are", "رفضت غانا الاتهامات الكينية بدعم توغو.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {"الكينية": "كينيا"}, ("ACCUSE", {"كينيا"}, {"غانا"})),
    ("who rejects accusations would have done the deed", "رفضت غانا الاتهامات الكينية بقصف توغو.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {"الكينية": "كينيا"}, ("ASSAULT", {"غانا"}, {"توغو"})),
    ("of accusations whom ل brings would have done the deed", "كررت كينيا اتهاماتها لغانا بقصف توغو.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {}, ("ASSAULT", {"غانا"}, {"توغو"})),
    ("who announced what somebody backs does not back it", "أعلنت غانا تأييدها الخطوات التي أعلنها خوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("SUPPORT", {"غانا"}, set())),
    ("of one no plural is meant", "تحدث خوسيه للصحفيين بعد لقائه مع ماريا.", {"خوسيه": "p", "ماريا": "p", "صحفيين": "g"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("and called, which is spelled like bade farewell", "ودعت غانا كينيا إلى التهدئة.", {"غانا": "c", "كينيا": "c"}, {}, ("REQUEST", {"غانا"}, {"كينيا"})),
    ("he bade farewell", "ودع خوسيه ماريا في المطار.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("and directed, which is spelled like was faced with", "ووجهت غانا انتقادات إلى كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("ACCUSE", {"غانا"}, {"كينيا"})),
    ("who may do something", "لا يمكن لغانا بيع أسلحة إلى توغو.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("an adjective and a name behind a word for somebody", "ألقت غانا القبض على الإرهابي الكيني خوسيه.", {"غانا": "c", "كينيا": "c", "خوسيه": "p"}, {"الكيني": "كينيا"}, ("COERCE", {"غانا"}, {"خوسيه"})),
    ("goods are from whose make they are", "تأخر شراء غواصات كينية.", {"كينيا": "c"}, {"كينية": "كينيا"}, ("TRANSFER", {"كينيا"}, set())),
    ("a verb behind أنه", "قالت الصحيفة إن خوسيه يعتقد أنه رفض طلب ماريا.", {"خوسيه": "p", "ماريا": "p"}, {}, ("REJECT", {"خوسيه"}, {"ماريا"})),
    ("somebody unknown did it", "جهة غير معروفة اخترقت موقع أوروس.", {"جهة": "g", "أوروس": "o"}, {}, ("COERCE", set(), {"أوروس"})),
    ("a state had condemned", "وكانت دول كثيرة قد قصفت غانا.", {"غانا": "c"}, {}, ("ASSAULT", set(), {"غانا"})),
    ("a joined verb goes on with its subject", "حذرت غانا من الجوع، وطالبت كينيا بفتح المعبر.", {"غانا": "c", "كينيا": "c"}, {}, ("REQUEST", {"غانا"}, {"كينيا"})),
    ("a sentence that opens with و and a verb has its own subject", "انتهى اللقاء. وطالبت كينيا بفتح المعبر.", {"كينيا": "c"}, {}, ("REQUEST", {"كينيا"}, set())),
    ("who met her, behind a comma", "قال خوسيه، الذي التقى ماريا، إن المعبر مفتوح.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("whom somebody else kept blaming", "حضر خوسيه، الذي دأبت ماريا على اتهام غانا معه.", {"خوسيه": "p", "ماريا": "p", "غانا": "c"}, {}, ("ACCUSE", {"ماريا"}, {"غانا"})),
    ("each of two", "اتهمت كل من غانا وتوغو كينيا بالتصعيد.", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("ACCUSE", {"غانا", "توغو"}, {"كينيا"})),
    ("nationals counted in the singular", "قتلت القوات الكينية 46 غانيا قرب الحدود.", {"القوات الكينية": "o", "غانا": "c"}, {"غانيا": "غانا"}, ("ASSAULT", {"القوات الكينية"}, {"غانا"})),
    ("a verb that hastens to a deed", "سارعت غانا إلى قصف كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("a refusal falls on whose deed is refused", "فرضت غانا عقوبات على توغو. ورفضت كينيا العقوبات.", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("REJECT", {"كينيا"}, {"غانا"})),
    ("a raid hits whoever is named behind its verb", "الغارة استهدفت كينيا أمس.", {"كينيا": "c"}, {}, ("ASSAULT", set(), {"كينيا"})),
    ("whoever is named before the verb hits", "كينيا استهدفت غانا أمس.", {"كينيا": "c", "غانا": "c"}, {}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("an offer to somebody", "عرضت غانا على توغو إرسال أسلحة.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("a verb of doing again", "أعادت غانا فرض عقوبات على توغو.", {"غانا": "c", "توغو": "c"}, {}, ("SANCTION", {"غانا"}, {"توغو"})),
    ("a joined verb goes on with the subject of a verb that no lexicon holds", "أحرزت كينيا تقدما في الشمال، وقصفت مواقع للحركة.", {"كينيا": "c", "للحركة": "o"}, {}, ("ASSAULT", {"كينيا"}, {"للحركة"})),
    ("the name of a regime is masculine by its adjective", "قالت ماريا إن النظام الكيني يشعل الحرب، ونددت بغانا.", {"ماريا": "p", "النظام الكيني": "c", "غانا": "c"}, {}, ("ACCUSE", {"ماريا"}, {"غانا"})),
    ("a regime accuses", "اتهم النظام الكيني غانا بالكذب.", {"النظام الكيني": "c", "غانا": "c"}, {}, ("ACCUSE", {"النظام الكيني"}, {"غانا"})),
    ("unnamed sources that announce an arrest made none", "أعلنت مصادر عسكرية اعتقال خوسيه.", {"مصادر عسكرية": "g", "خوسيه": "p"}, {}, ("COERCE", set(), {"خوسيه"})),
    ("a ministry that announces an arrest made it", "أعلنت الوزارة اعتقال خوسيه.", {"الوزارة": "o", "خوسيه": "p"}, {}, ("COERCE", {"الوزارة"}, {"خوسيه"})),
    ("a relative clause on a noun that is joined to a name", "وصل خوسيه والسيدة التي تتهم غانا بالكذب.", {"خوسيه": "p", "غانا": "c"}, {}, ("ACCUSE", set(), {"غانا"})),
    ("his appointment is no body's", "حضر خوسيه إلى المجلس بعد تعيينه.", {"خوسيه": "p", "المجلس": "o"}, {}, ("APPOINT", set(), {"خوسيه"})),
    ("who does something during a meeting takes part in it", "رد خوسيه على الأسئلة خلال لقاء مع ماريا.", {"خوسيه": "p", "ماريا": "p"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("who came to harm before a meeting of others does not take part", "أصيب خوسيه قبل لقاء بين ماريا وكوفي.", {"خوسيه": "p", "ماريا": "p", "كوفي": "p"}, {}, ("CONSULT", {"ماريا"}, {"كوفي"})),
    ("who is arrested is told by his nationality", "أعلنت الوزارة اعتقال كيني في العاصمة.", {"الوزارة": "o", "كينيا": "c"}, {"كيني": "كينيا"}, ("COERCE", {"الوزارة"}, {"كينيا"})),
    ("a nationality behind an article tells who kills", "استمر القتل الكيني في غانا.", {"كينيا": "c", "غانا": "c"}, {"الكيني": "كينيا"}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("a verb right behind an indefinite noun is said of it", "أطلقت الشرطة النار على كيني قصف غانا.", {"الشرطة": "o", "كينيا": "c", "غانا": "c"}, {"كيني": "كينيا"}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("a verb behind a definite noun goes on with its subject", "الشرطة بعد حديث مع خوسيه قصفت غانا.", {"الشرطة": "o", "خوسيه": "p", "غانا": "c"}, {}, ("ASSAULT", {"الشرطة"}, {"غانا"})),
    ("what أما opens is the subject of the verb with ف", "أما غانا فتبيع الأسلحة لتوغو.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("who stands before أما is not", "كينيا غاضبة، أما غانا فتبيع الأسلحة لتوغو.", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("a second headline joined to the first has its own subject", "كينيا تبيع أسلحة جديدة وغانا تتهم توغو", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("ACCUSE", {"غانا"}, {"توغو"})),
    ("two who are joined act together", "كينيا وغانا تتهمان توغو", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("ACCUSE", {"غانا", "كينيا"}, {"توغو"})),
    ("whom a relative clause is on does what is told behind it", "أعلنت كينيا أن غانا التي شملتها القائمة باعت أسلحة لتوغو.", {"غانا": "c", "توغو": "c", "كينيا": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("a noun that names nobody keeps the speaker from the deed", "قالت كينيا إن الشركات التي شملتها القائمة باعت أسلحة لتوغو.", {"توغو": "c", "كينيا": "c"}, {}, ("TRANSFER", set(), {"توغو"})),
    ("a pluperfect far behind its subject", "وكان خوسيه، الذي عاد أمس من العاصمة بعد غياب طويل دام أكثر من عام، قد اتهم غانا بالتصعيد.", {"خوسيه": "p", "غانا": "c"}, {}, ("ACCUSE", {"خوسيه"}, {"غانا"})),
    ("a nominative behind a joined verb is its subject", "سيطر الجيش على البلدة، وخطف مسلحون خوسيه.", {"الجيش": "o", "خوسيه": "p", "مسلحون": "g"}, {}, ("ASSAULT", {"مسلحون"}, {"خوسيه"})),
    ("what a pronoun stands for is given, not who gets it", "وصلت الأسلحة التي تعطيها غانا لتوغو.", {"غانا": "c", "توغو": "c"}, {}, ("TRANSFER", {"غانا"}, {"توغو"})),
    ("the make of what is given gives nothing", "تلقى خوسيه سيارة من طراز أوروس هدية من ماريا.", {"خوسيه": "p", "أوروس": "o", "ماريا": "p"}, {}, ("TRANSFER", {"ماريا"}, {"خوسيه"})),
    ("who is arrested on a charge is charged with the deed", "اعتقلت غانا خوسيه بتهمة بيع أسلحة إلى توغو.", {"غانا": "c", "خوسيه": "p", "توغو": "c"}, {}, ("TRANSFER", {"خوسيه"}, {"توغو"})),
    ("where a complaint is brought is not whom it is about", "تقدمت غانا بشكوى إلى المجلس ضد توغو.", {"غانا": "c", "المجلس": "o", "توغو": "c"}, {}, ("ACCUSE", {"غانا"}, {"توغو"})),
    ("who complains of somebody to a council", "غانا تشتكي توغو إلى المجلس", {"غانا": "c", "المجلس": "o", "توغو": "c"}, {}, ("ACCUSE", {"غانا"}, {"توغو"})),
    ("a verb behind while has a subject of its own", "رحبت غانا بالقرار، بينما رفضه خوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("REJECT", {"خوسيه"}, set())),
    ("an army that announces gunmen dead in a raid made it", "أعلن الجيش مقتل سبعة مسلحين في غارة جوية.", {"الجيش": "o", "مسلحين": "g"}, {}, ("ASSAULT", {"الجيش"}, {"مسلحين"})),
    ("an army that announces soldiers dead in a raid suffered it", "أعلن الجيش مقتل سبعة جنود في غارة جوية.", {"الجيش": "o", "جنود": "g"}, {}, ("ASSAULT", set(), {"جنود"})),
    ("a withdrawal is from no person", "تحدث خوسيه قبل أن تنسحب منه غانا.", {"خوسيه": "p", "غانا": "c"}, {}, ("RETREAT", {"غانا"}, set())),
    ("they are no ministry", "قالت كينيا إن غانا سقطت، وأضافت أنهم ساعدوا توغو.", {"كينيا": "c", "غانا": "c", "توغو": "c"}, {}, ("AID", {"غانا"}, {"توغو"})),
    ("a masculine verb before a feminine name is a masdar", "نقل كينيا صواريخ إلى غانا يثير القلق.", {"كينيا": "c", "غانا": "c"}, {}, ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("a masculine verb before a masculine name is a verb", "نقل خوسيه صواريخ إلى غانا.", {"خوسيه": "p", "غانا": "c"}, {}, ("TRANSFER", {"خوسيه"}, {"غانا"})),
    ("a verb that goes on before a feminine name is a verb", "زار خوسيه توغو ودعم كينيا في حربها.", {"خوسيه": "p", "توغو": "c", "كينيا": "c"}, {}, ("SUPPORT", {"خوسيه"}, {"كينيا"})),
    ("of two bare names behind a masdar the first does it", "جاء الرد بعد اغتيال كينيا خوسيه.", {"كينيا": "c", "خوسيه": "p"}, {}, ("ASSAULT", {"كينيا"}, {"خوسيه"})),
    ("one bare name behind a masdar of killing suffers it", "أعلنت غانا اغتيال خوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("ASSAULT", {"غانا"}, {"خوسيه"})),
    ("a make with a hyphen ends no clause", "تدرس كينيا بيع مقاتلات إف-16 لغانا.", {"كينيا": "c", "غانا": "c"}, {}, ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("a visit that somebody pays is his", "كشفت غانا عن ترتيبات لزيارة يقوم بها خوسيه إلى كينيا.", {"غانا": "c", "خوسيه": "p", "كينيا": "c"}, {}, ("CONSULT", {"خوسيه"}, {"كينيا"})),
    ("a request of somebody", "يعقد المجلس جلسة بطلب من غانا.", {"غانا": "c"}, {}, ("REQUEST", {"غانا"}, set())),
    ("a request to somebody", "وجهت كينيا طلبا إلى غانا.", {"كينيا": "c", "غانا": "c"}, {}, ("REQUEST", {"كينيا"}, {"غانا"})),
    ("one more partner is told with a second preposition", "أجرى خوسيه محادثات مع ماريا ومع غانا.", {"خوسيه": "p", "ماريا": "p", "غانا": "c"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا", "غانا"})),
    ("who speaks in a meeting that is told before takes part in it", "وخلال لقاء مع ماريا، اتهم خوسيه غانا بالتصعيد.", {"خوسيه": "p", "ماريا": "p", "غانا": "c"}, {}, ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("whose weapons hit made the attack", "أدى هجوم بصواريخ كينية على غانا إلى أضرار.", {"كينيا": "c", "غانا": "c"}, {"كينية": "كينيا"}, ("ASSAULT", {"كينيا"}, {"غانا"})),
    ("those who back a body are not meant by its pronoun", "وأثارت الحركة المدعومة من كينيا الجدل بدعمها لغانا.", {"الحركة": "o", "كينيا": "c", "غانا": "c"}, {}, ("SUPPORT", {"الحركة"}, {"غانا"})),
    ("whose soldiers are withdrawn withdraws", "طالبت غانا بسحب القوات من توغو.", {"غانا": "c", "القوات": "o", "توغو": "c"}, {}, ("RETREAT", {"القوات"}, set())),
    ("a country that strives for arms would get them", "تسعى كينيا إلى شراء مقاتلات من غانا.", {"كينيا": "c", "غانا": "c"}, {}, ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("military help that is given is help", "أعلنت كينيا تقديم مساعدات عسكرية لغانا.", {"كينيا": "c", "غانا": "c"}, {}, ("AID", {"كينيا"}, {"غانا"})),
    ("people who are counted suffer a killing", "أسفر القصف عن مقتل عشرين كينيا في غانا.", {"غانا": "c", "كينيا": "c"}, {"كينيا": "كينيا"}, ("ASSAULT", set(), {"كينيا"})),
    ("with support of somebody others did it", "حققت كينيا تقدما بدعم من غانا.", {"كينيا": "c", "غانا": "c"}, {}, ("SUPPORT", {"غانا"}, {"كينيا"})),
    ("support for somebody", "أعلنت كينيا دعمها لغانا.", {"كينيا": "c", "غانا": "c"}, {}, ("SUPPORT", {"كينيا"}, {"غانا"})),
    ("protests opposed to a country", "شهدت البلدة احتجاجات مناهضة لغانا يوم الاثنين.", {"غانا": "c", "البلدة": "l"}, {}, ("PROTEST", set(), {"غانا"})),
    ("a council that is to meet", "دعت غانا إلى اجتماع عاجل للمجلس.", {"غانا": "c", "المجلس": "o", "للمجلس": "o"}, {}, ("CONSULT", {"للمجلس"}, set())),
    ("who wants to obtain arms", "ترغب كينيا في الحصول على مقاتلات.", {"كينيا": "c"}, {}, ("TRANSFER", set(), {"كينيا"})),
    ("whom somebody persuades to sell sells", "سعى خوسيه لإقناع كينيا ببيع ذخيرة لغانا.", {"خوسيه": "p", "كينيا": "c", "غانا": "c"}, {}, ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("a date stands between a place and whom they met there", "التقى خوسيه في غانا الأسبوع الماضي الوزير كوفي.", {"خوسيه": "p", "غانا": "l", "كوفي": "p"}, {}, ("CONSULT", {"خوسيه"}, {"كوفي"})),
    ("he threatened, which is spelled like she is promised", "فيما توعد الرئيس خوسيه غانا بالرد.", {"الرئيس خوسيه": "p", "غانا": "c"}, {}, ("THREATEN", {"الرئيس خوسيه"}, {"غانا"})),
    ("he was handed, which is spelled like she hands over", "تسلم الجيش مدرعات من غانا.", {"الجيش": "o", "غانا": "c"}, {}, ("TRANSFER", {"غانا"}, {"الجيش"})),
    ("she hands over, which is spelled like he was handed", "وقال إن غانا تسلم كينيا مدرعات.", {"كينيا": "c", "غانا": "c"}, {}, ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("who had met somebody", "رحب خوسيه، الذي كان قد التقى في غانا كوفي، بالقرار.", {"خوسيه": "p", "غانا": "l", "كوفي": "p"}, {}, ("CONSULT", {"خوسيه"}, {"كوفي"})),
    ("who is withdrawn a licence withdraws none", "اتهمت كينيا غانا بالكذب، فقد سحبت اعتماد السفير الغاني.", {"كينيا": "c", "غانا": "c", "السفير الغاني": "g"}, {}, ("SANCTION", {"كينيا"}, {"السفير الغاني"})),
    ("who is arrested does not criticise the arrest", "هدد خوسيه كوفي بعدما انتقد اعتقال ماريا.", {"خوسيه": "p", "كوفي": "p", "ماريا": "p"}, {}, ("THREATEN", {"خوسيه"}, {"كوفي"})),
    ("who accuses somebody that he does not name is not accused", "ويتهم خوسيه دولا لم يسمها بالكذب على غانا.", {"خوسيه": "p", "غانا": "c"}, {}, ("ACCUSE", {"خوسيه"}, {"غانا"})),
    ("who was arrested is not condemned", "أدانت غانا اعتقال خوسيه.", {"غانا": "c", "خوسيه": "p"}, {}, ("ACCUSE", {"غانا"}, set())),
    ("whose raids are condemned is", "أدانت غانا قصف كينيا لتوغو.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {}, ("ACCUSE", {"غانا"}, {"كينيا"})),
    ("a number of people are the people", "استهدف الجيش عددا من قادة الحركة.", {"الجيش": "o", "قادة الحركة": "g"}, {}, ("ASSAULT", {"الجيش"}, {"قادة الحركة"})),
    ("by whose mouth something is refused is not refused", "وكانت غانا قد رفضت على لسان خوسيه عقوبات كينيا.", {"غانا": "c", "خوسيه": "p", "كينيا": "c"}, {}, ("REJECT", {"غانا"}, {"كينيا"})),
    ("whom a verb fell on the next helps", "زودت غانا كينيا بطائرات من طراز أوروس، ثم ساعدتها.", {"غانا": "c", "كينيا": "c", "أوروس": "o"}, {}, ("AID", {"غانا"}, {"كينيا"})),
    ("two verbs with أو between have one subject", "نفت الصحيفة أن غانا باعت أو سلمت كينيا طائرات.", {"غانا": "c", "كينيا": "c"}, {}, ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("a ship that carries arms is no deed of who stopped it", "احتجزت كينيا سفينة تنقل أسلحة إلى غانا، واتهمت توغو بالكذب.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {}, ("ACCUSE", {"كينيا"}, {"توغو"})),
    ("a ship of a nationality carries its arms", "رصدت توغو سفينة كينية تنقل أسلحة إلى غانا.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {"كينية": "كينيا"}, ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("a comma parts no topic from its verb", "أفادت الصحيفة أن غانا، ستطرد دبلوماسيين من كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("SANCTION", {"غانا"}, set())),
    ("an army behind a complete noun phrase opens another", "وتتهم ميليشيا حراس القرى الجيش بالكذب.", {"الجيش": "o"}, {}, ("ACCUSE", set(), {"الجيش"})),
    ("an adjective is joined to no name", "كينيا تخفض سعر النفط الغاني وتوغو تهدد أوغندا", {"كينيا": "c", "غانا": "c", "توغو": "c", "أوغندا": "c"}, {"الغاني": "غانا"}, ("THREATEN", {"توغو"}, {"أوغندا"})),
    ("twelve of their men are their men", "وقتل الجيش 12 من عناصر الحركة.", {"الجيش": "o", "عناصر الحركة": "g"}, {}, ("ASSAULT", {"الجيش"}, {"عناصر الحركة"})),
    ("the only one named behind a verb of accusing is accused", "علقت غانا مشاركتها بعدما اتهمت كينيا بالكذب.", {"غانا": "c", "كينيا": "c"}, {}, ("ACCUSE", {"غانا"}, {"كينيا"})),
    ("who accuses somebody named is not accused", "علقت غانا مشاركتها بعدما اتهمت كينيا توغو بالكذب.", {"غانا": "c", "كينيا": "c", "توغو": "c"}, {}, ("ACCUSE", {"كينيا"}, {"توغو"})),
    ("an envoy is withdrawn from where he was", "وسحبت غانا سفيرها من توغو.", {"غانا": "c", "توغو": "c", "سفيرها": "g"}, {}, ("SANCTION", {"غانا"}, {"توغو"})),
    ("who was somewhere is not who took it", "هاجمت غانا البلدة، وسيطرت على مزارع كانت تتمركز فيها توغو.", {"غانا": "c", "توغو": "c"}, {}, ("ASSAULT", {"غانا"}, set())),
    ("a land is annexed and annexes nothing", "بعدما ضمت غانا شبه جزيرة القرم التوغولية.", {"غانا": "c", "توغو": "c"}, {"التوغولية": "توغو"}, ("COERCE", {"غانا"}, {"توغو"})),
    ("whoever is appointed in another's place", "أقال الرئيس خوسيه كوفي وعين مكانه ماريا.", {"الرئيس خوسيه": "p", "كوفي": "p", "ماريا": "p"}, {}, ("APPOINT", {"الرئيس خوسيه"}, {"ماريا"})),
    ("a denied verb that no lexicon holds keeps its subject", "ولم تكتف غانا بالبيان، فقد طردت دبلوماسيين من كينيا.", {"غانا": "c", "كينيا": "c"}, {}, ("SANCTION", {"غانا"}, set())),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "adjectives", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_roles(text, names, adjectives, expected) -> None:
    kind, actor, recipient = expected
    found = [(v.type, v.actor, v.recipient) for v in told(text, names, adjectives)]
    assert (kind, actor, recipient) in found


def test_a_verb_goes_on_with_the_subject_before_it() -> None:
    found = told("زار خوسيه غانا وطالب أوغندا بالاعتذار.", {"خوسيه": "p", "غانا": "c", "أوغندا": "c"})
    assert ("REQUEST", {"خوسيه"}, {"أوغندا"}) in [(v.type, v.actor, v.recipient) for v in found]


@pytest.mark.parametrize(
    ("text", "visitor"),
    [
        ("زار لافروف الصين. وخلال زيارته لليابان، وقع بوتين مرسوما.", "بوتين"),
        ("زار لافروف الصين. وخلال زيارته لليابان قال بوتين إن العلاقات جيدة.", "بوتين"),
        ("زار لافروف الصين. وخلال زيارته لليابان استقبله بوتين.", "لافروف"),
        ("زار لافروف الصين. وخلال زيارته لليابان، استقبل بوتين الوفد الكيني.", "لافروف"),
    ],
)
def test_whose_visit_it_is_on_which_somebody_does_something(text: str, visitor: str) -> None:
    reading, names = read_with_names(text)
    (visit,) = (e for e in reading.events if e.anchor.of(text) == "زيارته")
    assert [names[e] for e in visit.actor] == [visitor]


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("هاجم قراصنة كينيون أوغندا.", ["كينيا"], ["أوغندا"]),
        ("وحث القادة الأوروبيين على التفاوض.", [], ["القادة الأوروبيين"]),
    ],
)
def test_plurals_of_men_that_look_like_feminines(text: str, actor: list[str], recipient: list[str]) -> None:
    reading, names = read_with_names(text)
    (event,) = reading.events
    assert [names[e] for e in event.actor] == actor
    assert [names[e] for e in event.recipient] == recipient


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("وخلال زيارته لليابان، أهدى بوتين الملك عبد الله سيارة فاخرة.", ["اليابان"]),
        ("وقبل زيارته لليابان، أهدى بوتين الملك عبد الله سيارة فاخرة.", []),
    ],
)
def test_what_a_visitor_does_on_his_visit_is_done_where_it_leads(text: str, places: list[str]) -> None:
    reading, names = read_with_names(text)
    (gift,) = (e for e in reading.events if e.type is EventType.TRANSFER)
    assert [names[e] for e in gift.place] == places


def test_where_a_visit_leads_gets_no_gift() -> None:
    text = "وخلال زيارته لليابان، أهدى بوتين الملك عبد الله سيارة فاخرة."
    reading, names = read_with_names(text)
    (gift,) = (e for e in reading.events if e.type is EventType.TRANSFER)
    assert [names[e] for e in gift.recipient] == ["عبد الله"]


def test_two_go_on_though_others_are_told_of_in_a_relative_clause() -> None:
    text = "التقى وزير الخارجية الكيني السفيرة النرويجية. وانتقد البلدان المناورات التي تجريها غانا وتوغو، واتفقا على التعاون."
    reading, names = read_with_names(text)
    (agreed,) = (e for e in reading.events if e.type is EventType.AGREE)
    assert {names[e] for e in agreed.actor} == {"كينيا", "النرويج"}


def test_he_who_says_that_he_did_is_the_actor() -> None:
    text = "قالت الحركة إنها هاجمت غانا."
    found = told(text, {"الحركة": "o", "غانا": "c"}, sayings=(("الحركة", "هاجمت غانا", "asserts"),))
    assert [(v.type, v.actor, v.recipient) for v in found] == [("ASSAULT", {"الحركة"}, {"غانا"})]
    assert found[0].event.attribution == "a1"


def test_somebody_unknown_is_not_taken_for_the_one_named_last() -> None:
    text = "قال خوسيه إن مجهولين هاجموا غانا."
    found = told(text, {"خوسيه": "p", "غانا": "c"}, sayings=(("خوسيه", "مجهولين هاجموا غانا", "asserts"),))
    assert [(v.actor, v.recipient) for v in found] == [(set(), {"غانا"})]


def test_no_event_without_a_party() -> None:
    assert told("طالب السكان بخفض الأسعار.", {}) == []


def test_what_two_pronouns_mean() -> None:
    found = told("تحدث خوسيه عن ماريا قبل لقاء لهما في غانا.", {"خوسيه": "p", "ماريا": "p", "غانا": "c"})
    assert [(v.type, v.actor | v.recipient) for v in found] == [("CONSULT", {"خوسيه", "ماريا"})]


def test_a_denial_that_there_was_an_attack_does_not_tell_whose() -> None:
    found = told("نفى الجيش حصول هجوم في غانا.", {"الجيش": "o", "غانا": "c"})
    assert [(v.type, v.actor, v.status) for v in found] == [("ASSAULT", set(), "denied")]


def test_a_source_did_not_do_what_it_tells() -> None:
    text = "قتل 12 شخصا في الحدود، بحسب الساحل."
    names = {"الساحل": "m", "الحدود": "l"}
    found = told(text, names, sayings=(("الساحل", "قتل 12 شخصا في الحدود", "asserts"),))
    assert not any(v.actor for v in found)


def test_a_medium_that_is_closed_is_a_party() -> None:
    found = told("منعت غانا الساحل من العمل.", {"غانا": "c", "الساحل": "m"})
    assert [(v.type, v.actor, v.recipient) for v in found] == [("SANCTION", {"غانا"}, {"الساحل"})]


def test_an_adjective_of_nationality_is_no_place() -> None:
    found = told("قتل خوسيه في غارة كينية.", {"خوسيه": "p", "كينيا": "c"}, {"كينية": "كينيا"})
    assert all(v.place == set() for v in found)
    assert {e for v in found for e in v.actor} == {"كينيا"}


def test_who_condemns_something_else_does_not_condemn_the_shelling() -> None:
    found = told("قصفت كينيا توغو. ونددت غانا بالفقر.", {"غانا": "c", "كينيا": "c", "توغو": "c"})
    assert ("ACCUSE", {"كينيا"}) not in [(v.type, v.recipient) for v in found]


def test_a_description_ends_where_its_goal_is_named() -> None:
    minister = "وزير الخارجية التركي"
    found = told(f"زار {minister} غانا أمس.", {f"{minister} غانا": "g", "غانا": "c"}, described=(f"{minister} غانا",))
    assert [(v.type, v.recipient) for v in found] == [("CONSULT", {"غانا"})]


def test_a_description_keeps_the_country_that_it_is_of() -> None:
    text = "زار سفير غانا توغو."
    found = told(text, {"سفير غانا": "g", "غانا": "c", "توغو": "c"}, described=("سفير غانا",))
    assert [(v.type, v.actor, v.recipient) for v in found] == [("CONSULT", {"سفير غانا"}, {"توغو"})]


def test_a_demand_is_not_for_whom_it_would_help() -> None:
    found = told("طالبت غانا بالإفراج عن خوسيه.", {"غانا": "c", "خوسيه": "p"})
    assert [v.recipient for v in found if v.type == "REQUEST"] == [set()]


def test_an_attack_at_home_is_not_on_ones_own_country() -> None:
    found = told("شنت كينيا غارة في كينيا.", {"كينيا": "c"})
    assert [v.recipient for v in found] == [set()]


def test_an_attack_on_a_place_abroad_is_on_its_country() -> None:
    found = told("شنت كينيا غارة في غانا.", {"كينيا": "c", "غانا": "c"})
    assert [(v.actor, v.recipient) for v in found] == [({"كينيا"}, {"غانا"})]


def test_a_joined_verb_in_what_is_said_goes_on_with_its_topic() -> None:
    text = "قال خوسيه إن النظام الكيني يشعل الحرب، ويقصف غانا."
    said = ("خوسيه", "النظام الكيني يشعل الحرب، ويقصف غانا", "asserts")
    found = told(text, {"خوسيه": "p", "النظام الكيني": "c", "غانا": "c"}, sayings=(said,))
    assert [(v.type, v.actor) for v in found] == [("ASSAULT", {"النظام الكيني"})]


def test_a_joined_verb_behind_what_is_said_is_not_its_topics() -> None:
    said = ("خوسيه", "النظام الكيني يشعل الحرب", "asserts")
    text = "قال خوسيه إن النظام الكيني يشعل الحرب، ويقصف غانا."
    found = told(text, {"خوسيه": "p", "النظام الكيني": "c", "غانا": "c"}, sayings=(said,))
    assert not any(v.actor for v in found)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("سيطر الجيش الكيني على مدينة نيروبي.", []),
        ("سيطر الجيش الإثيوبي على مدينة نيروبي.", ["كينيا"]),
    ],
)
def test_an_army_that_takes_a_town_at_home_does_not_hit_its_country(text: str, hit: list[str]) -> None:
    reading, names = read_with_names(text)
    assert [[names[e] for e in v.recipient] for v in reading.events if v.type == "ASSAULT"] == [hit]


def test_who_dies_in_training_by_accident_is_not_attacked() -> None:
    names, adjectives = {"كينيا": "c"}, {"كيني": "كينيا"}
    assert told("مقتل جندي كيني في حادث تحطم مروحية خلال عملية تدريب.", names, adjectives) == []
    assert told("مقتل جندي كيني في عملية انتحارية بعد تحطم مروحية.", names, adjectives) != []


def test_a_ship_that_carries_arms_is_not_who_stopped_it() -> None:
    found = told("اعترضت كينيا سفينة كانت تنقل أسلحة إلى غانا.", {"كينيا": "c", "غانا": "c"})
    assert not any(v.actor for v in found if v.type == "TRANSFER")


def test_a_second_headline_behind_a_name_has_its_own_subject() -> None:
    text = "كينيا تبيع أسلحة إلى غانا وتوغو تتهم أوغندا\nقالت ماريا إن السعر ارتفع."
    found = told(text, {"غانا": "c", "توغو": "c", "كينيا": "c", "أوغندا": "c", "ماريا": "p"})
    assert ("ACCUSE", {"توغو"}, {"أوغندا"}) in [(v.type, v.actor, v.recipient) for v in found]


def test_who_speaks_is_whom_a_pronoun_of_the_first_person_means() -> None:
    text = "قال خوسيه إن كوفي زارني."
    found = told(text, {"خوسيه": "p", "كوفي": "p"}, sayings=(("خوسيه", "كوفي زارني", "asserts"),))
    assert [(v.type, v.actor, v.recipient) for v in found] == [("CONSULT", {"كوفي"}, {"خوسيه"})]
