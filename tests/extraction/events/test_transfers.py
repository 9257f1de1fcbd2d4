"""Who gives what to whom: goods, givers and recipients in the ways in which the news tells them."""

from datetime import date

import pytest
from reports_told import read_with_names

from khabar.engine import read
from khabar.values.event import Event, EventType
from khabar.values.report import Report

Told = tuple[set[str], set[str], list[tuple[str, str | None]], str]


def transfers(text: str) -> list[Told]:
    """Giver, recipient, goods with their figures, and status of every transfer and aid of a report."""
    reading, names = read_with_names(text, date(2024, 3, 10))

    def shown(event: Event) -> Told:
        goods = [(str(one.category), one.quantity) for one in event.goods]
        return {names[i] for i in event.actor}, {names[i] for i in event.recipient}, goods, str(event.status)

    return [shown(v) for v in reading.events if v.type in (EventType.TRANSFER, EventType.AID)]


CASES = [
    (
        "the ship that goods are on board of is not given",
        "نقلت كينيا الحاويات إلى أوغندا على متن السفينة.",
        [({"كينيا"}, {"أوغندا"}, [("other", None)], "actual")],
    ),
    (
        "what is promised and what was given beside it are two",
        "تعهدت كينيا بتقديم الغذاء لغانا، وأرسلت 70 ألف طن من الأرز إلى غانا.",
        [
            ({"كينيا"}, {"غانا"}, [("food", None)], "planned"),
            ({"كينيا"}, {"غانا"}, [("food", "70000 ton")], "actual"),
        ],
    ),
    (
        "who supplies, and barrels that are of oil where nothing else is told",
        "تورد كينيا القمح إلى أوغندا. وأرسلت كينيا أكثر من 900 برميل إلى رواندا.",
        [
            ({"كينيا"}, {"أوغندا"}, [("food", None)], "actual"),
            ({"كينيا"}, {"رواندا"}, [("oil", ">900 barrel")], "actual"),
        ],
    ),
    (
        "a relative clause between commas ends before what the main clause goes on with",
        "وتحظر القرارات، التي أيدتها كينيا، توريد القمح إلى أوغندا.",
        [],
    ),
    (
        "what a ban names in the second of two commas does not change hands",
        "تحظر كينيا، التي وقعت الاتفاق، توريد القمح إلى أوغندا.",
        [],
    ),
    (
        "goods that others are against do not change hands",
        "سلمت كينيا أوغندا صواريخ مضادة للطائرات وألغاما مضادة للدبابات.",
        [({"كينيا"}, {"أوغندا"}, [("missile", None), ("ammunition", None)], "actual")],
    ),
    (
        "what is told to be given besides, behind a comma, is of the same list",
        "منحت كينيا أوغندا مليون دولار عن كل جندي، فضلا عن 600 طن من الأرز.",
        [({"كينيا"}, {"أوغندا"}, [("money", "1000000 dollar"), ("food", "600 ton")], "actual")],
    ),
    (
        "a deed told besides has its goods to itself",
        "أرسلت كينيا قمحا إلى أوغندا، فضلا عن تزويدها بالنفط.",
        [({"كينيا"}, {"أوغندا"}, [("food", None)], "actual"), (set(), {"أوغندا"}, [("oil", None)], "actual")],
    ),
    (
        "what is got stands behind what it is in return for",
        "ستتلقى كينيا مقابل إرسال جنودها ألفي دولار.",
        [(set(), {"كينيا"}, [("money", "2000 dollar")], "planned")],
    ),
    (
        "shipments hold what is told far behind them",
        "تضمنت الشحنات المصدرة من كينيا إلى أوغندا قذائف وصواريخ.",
        [({"كينيا"}, {"أوغندا"}, [("ammunition", None), ("missile", None)], "actual")],
    ),
    (
        "lorries that are laden with goods are not given",
        "أرسلت كينيا إلى أوغندا شاحنات محملة بالقمح.",
        [({"كينيا"}, {"أوغندا"}, [("food", None)], "actual")],
    ),
    (
        "whose make goods have that were sent gave them",
        "شُحنت ذخائر كينية إلى أوغندا على متن قطار.",
        [({"كينيا"}, {"أوغندا"}, [("ammunition", None)], "actual")],
    ),
    (
        "who gets workers gets them from where they are from",
        "استقدمت قطر 12 ألف عامل نيبالي للعمل في المصانع.",
        [({"نيبال"}, {"قطر"}, [("labour", "12000 worker")], "actual")],
    ),
    (
        "workers who arrive are sent",
        "رصدت الصحيفة وصول مئات العمال النيباليين إلى قطر.",
        [({"نيبال"}, {"قطر"}, [("labour", ">=100 worker")], "actual")],
    ),
    (
        "a man gets, though the letters may be those of a woman who gives",
        "تسلم بوتين أسلحة من إيران.",
        [({"إيران"}, {"بوتين"}, [("arms", None)], "actual")],
    ),
    (
        "who returns a favour gives to who gave before",
        "أرسلت كينيا ذخائر إلى أوغندا. وردا للجميل، بدأت أوغندا بتوريد القمح.",
        [
            ({"كينيا"}, {"أوغندا"}, [("ammunition", None)], "actual"),
            ({"أوغندا"}, {"كينيا"}, [("food", None)], "actual"),
        ],
    ),
    (
        "an aside that tells who says so has no part in what is done",
        "ساعدت كينيا جارتها، بحسب الشرطة الغانية، بتوريد القمح إلى أوغندا، وبإرسال النفط إلى رواندا.",
        [({"كينيا"}, {"أوغندا"}, [("food", None)], "actual"), ({"كينيا"}, {"رواندا"}, [("oil", None)], "actual")],
    ),
    (
        "two barter",
        "تقايض كينيا القمح بالنفط مع أوغندا.",
        [({"كينيا", "أوغندا"}, {"كينيا", "أوغندا"}, [("food", None), ("oil", None)], "actual")],
    ),
    (
        "the giver of what a noun names stands behind من",
        "قال الوزير إن أي نقل للأسلحة من إيران إلى سوريا مرفوض.",
        [({"إيران"}, {"سوريا"}, [("arms", None)], "possible")],
    ),
    (
        "whose goods they are gives them to whom they reach",
        "قال الوزير إن سوريا تلقت صواريخ إيرانية.",
        [({"إيران"}, {"سوريا"}, [("missile", None)], "actual")],
    ),
    (
        "who is told to sell goods of another's make is their giver",
        "اشترت أوكرانيا صواريخ روسية من بلغاريا.",
        [({"بلغاريا"}, {"أوكرانيا"}, [("missile", None)], "actual")],
    ),
    (
        "who denies that he armed anybody at all",
        "قال الوزير إن إيران لم تزود أي طرف بصواريخ.",
        [({"إيران"}, set(), [("missile", None)], "denied")],
    ),
    (
        "what is got in return for that comes from who got first",
        "أرسلت كينيا ذخيرة إلى أوغندا، وحصلت مقابل ذلك على النفط.",
        [({"كينيا"}, {"أوغندا"}, [("ammunition", None)], "actual"), ({"أوغندا"}, {"كينيا"}, [("oil", None)], "actual")],
    ),
    (
        "news that somebody gets are no goods",
        "تلقى الوزير معلومات عن سوريا.",
        [],
    ),
    (
        "a ship carries the arms of whom it takes them from",
        "نقلت سفن تركية صواريخ من إيران إلى سوريا.",
        [({"إيران"}, {"سوريا"}, [("missile", None)], "actual")],
    ),
    (
        "a ship that takes them from nobody named carries its own country's",
        "نقلت سفن تركية صواريخ إلى سوريا.",
        [({"تركيا"}, {"سوريا"}, [("missile", None)], "actual")],
    ),
    (
        "a part of a crowd is no giver",
        "أعلنت نيبال إرسال مجموعة من العمال إلى قطر.",
        [({"نيبال"}, {"قطر"}, [("labour", None)], "actual")],
    ),
    (
        "what is offered to whom, and not what is wanted for it",
        "عرضت إيران على سوريا إرسال شحنات من القمح مقابل صواريخ.",
        [({"إيران"}, {"سوريا"}, [("food", None)], "possible")],
    ),
    (
        "containers are goods where it is not told what they hold",
        "أرسلت إيران إلى سوريا 300 حاوية.",
        [({"إيران"}, {"سوريا"}, [("other", "300 container")], "actual")],
    ),
    (
        "containers of what they hold",
        "أرسلت إيران إلى سوريا 300 حاوية من الذخائر أو القذائف.",
        [({"إيران"}, {"سوريا"}, [("ammunition", "300 container"), ("ammunition", "300 container")], "actual")],
    ),
    (
        "a figure that two kinds of goods share is not that of the second",
        "اشترت سوريا آلاف القذائف والصواريخ من إيران.",
        [({"إيران"}, {"سوريا"}, [("ammunition", ">=1000 shell"), ("missile", None)], "actual")],
    ),
    (
        "each kind of goods with a figure of its own",
        "اشترت سوريا 200 قذيفة و20 صاروخا من إيران.",
        [({"إيران"}, {"سوريا"}, [("ammunition", "200 shell"), ("missile", "20 missile")], "actual")],
    ),
    (
        "a car that is sold is a vehicle",
        "باعت اليابان مصر سيارات.",
        [({"اليابان"}, {"مصر"}, [("vehicle", None)], "actual")],
    ),
    (
        "a car that is a present is a luxury",
        "أهدت اليابان مصر سيارات.",
        [({"اليابان"}, {"مصر"}, [("luxury", None)], "actual")],
    ),
    (
        "what was given stands before, who gave it behind",
        "ظهر محمود عباس في سيارة فاخرة من طراز أوروس أهداها له فلاديمير بوتين.",
        [({"فلاديمير بوتين"}, {"محمود عباس"}, [("luxury", None)], "actual")],
    ),
    (
        "gave it to him, with both pronouns",
        "ركب محمود عباس سيارة فاخرة من طراز أوروس أعطاها إياه فلاديمير بوتين.",
        [({"فلاديمير بوتين"}, {"محمود عباس"}, [("luxury", None)], "actual")],
    ),
    (
        "who arms somebody gives arms",
        "لوحت فرنسا بتسليح أوكرانيا.",
        [({"فرنسا"}, {"أوكرانيا"}, [("arms", None)], "possible")],
    ),
    (
        "troops may be given something, and are not sent then",
        "أرسلت تركيا أسلحة إلى قوات ليبيا.",
        [({"تركيا"}, {"قوات ليبيا"}, [("arms", None)], "actual")],
    ),
    (
        "what goes back goes to who gave first",
        "سلمت إيران سوريا صواريخ. وردت سوريا بالمثل بإرسال القمح.",
        [
            ({"إيران"}, {"سوريا"}, [("missile", None)], "actual"),
            ({"سوريا"}, {"إيران"}, [("food", None)], "actual"),
        ],
    ),
    (
        "what is about to be bought",
        "أكد مسؤول أن سوريا بصدد شراء صواريخ من إيران.",
        [({"إيران"}, {"سوريا"}, [("missile", None)], "planned")],
    ),
    (
        "of whom something is told that happened before",
        "سبق لسوريا أن نفت، في بيان لها، تصدير السلاح إلى إيران.",
        [({"سوريا"}, {"إيران"}, [("arms", None)], "denied")],
    ),
    (
        "who denies to have exported arms is who would have",
        "نفت سوريا الخميس أن تكون قد صدرت أسلحة إلى إيران.",
        [({"سوريا"}, {"إيران"}, [("arms", None)], "denied")],
    ),
    (
        "what somebody thinks over in a matter",
        "قالت فرنسا إنها ستعيد النظر في مسألة إرسال أسلحة إلى أوكرانيا.",
        [({"فرنسا"}, {"أوكرانيا"}, [("arms", None)], "possible")],
    ),
    (
        "what would be best is not yet so",
        "قال الوزير إن أفضل رد هو تسليم أوكرانيا صواريخ.",
        [(set(), {"أوكرانيا"}, [("missile", None)], "possible")],
    ),
    (
        "what somebody says of any such deed is not his own",
        "قالت روسيا إن تزويد أوكرانيا بالسلاح سيكون خطأ.",
        [],
    ),
    (
        "who gave first gets what comes in return, whoever stands nearer to the pronoun",
        "أرسلت بلغاريا قذائف إلى إيران مقابل حصولها على النفط.",
        [
            ({"بلغاريا"}, {"إيران"}, [("ammunition", None)], "actual"),
            ({"إيران"}, {"بلغاريا"}, [("oil", None)], "actual"),
        ],
    ),
    (
        "the pronoun of who is supplied in return is the giver's too",
        "أرسلت بلغاريا قذائف إلى إيران مقابل تزويدها بالنفط.",
        [
            ({"بلغاريا"}, {"إيران"}, [("ammunition", None)], "actual"),
            ({"إيران"}, {"بلغاريا"}, [("oil", None)], "actual"),
        ],
    ),
    (
        "what parts are for gets nothing",
        "كشفت الصحيفة عن بيع بلغاريا قطع غيار للدبابات إلى إيران.",
        [({"بلغاريا"}, {"إيران"}, [("other", None)], "actual")],
    ),
    ("a standing ban tells of no transfer", "تحظر قرارات الأمم المتحدة على إيران تصدير السلاح إلى سوريا.", []),
    ("a custom tells of no gift", "تقضي العادات الروسية بألا يُهدى السلاح.", []),
    ("a letter is no goods", "سلم وزير الخارجية التركي نظيره القطري رسالة.", []),
    ("trade that stopped", "توقفت التجارة بين فرنسا والجزائر.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_transfers(text: str, expected: list[Told]) -> None:
    assert transfers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نددت كينيا بإيفاد العمال النيباليين إلى قطر.", ({"نيبال"}, {"قطر"})),
        ("أعلنت كينيا إيفاد عمال نيباليين إلى قطر.", ({"نيبال"}, {"قطر"})),
        ("تواصل نيبال إيفاد العمال إلى الخارج.", ({"نيبال"}, set())),
        ("استقبل إيمانويل ماكرون الرئيس الصيني شي جين بينغ، وأهدى ضيفه سيفا.", ({"إيمانويل ماكرون"}, {"شي جين بينغ"})),
        ("أهدى إيمانويل ماكرون ضيفه شي جين بينغ سيفا.", ({"إيمانويل ماكرون"}, {"شي جين بينغ"})),
    ],
)
def test_who_gives_what_only_a_guest_or_a_worker_tells(text: str, expected: tuple[set[str], set[str]]) -> None:
    assert [(giver, taker) for giver, taker, _, _ in transfers(text)] == [expected]


SUMMIT = "استقبل فلاديمير بوتين كيم جونغ أون. وصافح بوتين كيم. وتحدث كيم مع وزير الدفاع سيرغي شويغو. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ثم أهدى بوتين ضيفه سيفا.", [("فلاديمير بوتين", "كيم جونغ أون", "luxury")]),
        ("ثم أهدى كيم مضيفه سيفا.", [("كيم جونغ أون", "فلاديمير بوتين", "luxury")]),
        ("وأكد الكرملين أن بوتين أهدى ضيفه سيفا.", [("فلاديمير بوتين", "كيم جونغ أون", "luxury")]),
        ("ثم أهدى بوتين كيم بندقية.", [("فلاديمير بوتين", "كيم جونغ أون", "arms")]),
        (
            "ثم أهدى بوتين ضيفه كتابا، وتلقى منه سيفا كوريا، وناوله نقدا.",
            [("كيم جونغ أون", "فلاديمير بوتين", "luxury"), ("فلاديمير بوتين", "كيم جونغ أون", "money")],
        ),
    ],
)
def test_the_two_who_meet(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = transfers(SUMMIT + text)
    assert [(*giver, *taker, goods[0][0]) for giver, taker, goods, _ in found if goods] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أرسلت إيران إلى روسيا القذائف والصواريخ.", ["القذائف", "الصواريخ"]),
        ("تزود إيران روسيا بالذخيرة.", ["الذخيرة"]),
        ("نددت اليابان بنقل إيران للأسلحة إلى روسيا.", ["أسلحة"]),
        ("أرسلت إيران إلى روسيا القمح وَالنفط.", ["القمح", "النفط"]),
        ("شحنت إيران إلى روسيا بنادق ودبابات.", ["بنادق", "دبابات"]),
    ],
)
def test_goods_are_named_without_the_particles_before_them(text: str, words: list[str]) -> None:
    reading = read(Report("r", text, "0" * 64))
    assert [goods.span.of(text) for event in reading.events for goods in event.goods] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("زودت غانا توغو براجمات صواريخ عيار 240 ملم ومدافع ذاتية الدفع وقذائف.", ["راجمات صواريخ", "مدافع", "قذائف"]),
        ("أرسلت غانا إلى توغو 100 صاروخ باليستي من طراز قديم وملايين القذائف.", ["صاروخ", "القذائف"]),
        ("أهدت غانا توغو سيارة من طراز قديم وخنجرا.", ["سيارة", "خنجرا"]),
        ("أرسلت غانا إلى توغو قمحا من نوع جيد بعد شراء مدافع.", ["قمحا"]),
    ],
)
def test_what_tells_the_make_of_goods_ends_no_list(text: str, words: list[str]) -> None:
    told = [event for event in read(Report("x", text, "0" * 64)).events if event.type == "TRANSFER"]
    assert [goods.span.of(text) for goods in told[0].goods] == words
