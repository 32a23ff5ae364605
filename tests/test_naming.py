"""What findings say that they measure: a noun phrase, never a bare stem or verb, never nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claimcheck
from claimcheck.detect.phrases import short
from claimcheck.lexicon.participles import gerund, participle
from claimcheck.model.fact import Occurrence
from claimcheck.read import read_text
from claimcheck.read_claims import claims_of

STORIES = Path(__file__).parent.parent / "fixtures/stories"
# What a label begins with where it is no noun: "whether it was closed", "who said it", "where the hikers were found".
ASKED = ("whether ", "who ", "where ", "which ")


def test_of_two_that_follow_each_other_it_is_asked_which_came_first() -> None:
    label = "which came first: troops were sent or riots broke out"
    assert label in _labels("Troops were sent after riots broke out.")


def test_a_line_in_capitals_says_what_the_lexicon_knows_as_an_event() -> None:
    """Without small letters the parser takes the name of a paper for a verb."""
    assert _labels("BRINE COAST GAZETTE", occurrences=True) == set()
    assert _labels("The mayor resigned.", occurrences=True) == {"whether the mayor resigned"}


def _labels(text: str, occurrences: bool = False) -> set[str]:
    facts = [f for claim in claims_of(read_text(text, "a")).claims for f in claim.facts]
    return {f.measure.label for f in facts if isinstance(f.value, Occurrence) is occurrences}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The storm killed 14 people in Harrow.", "people killed"),
        ("At least 14 people were killed in the storm.", "people killed"),
        ("More than 60 are missing.", "people missing"),
        ("The flood carried away two bridges.", "bridges carried away"),
        ("The mill employs 312 people.", "people employed"),
        ("Four members voted against.", "members who voted against"),
        ("Some 60 bands will perform on seven stages.", "stages bands will perform on"),
        ("No one was injured.", "people injured"),
        ("Nobody was arrested.", "people arrested"),
        ("The price of the takeover was $3 billion.", "price of the takeover"),
        ("Revenue grew 4.5 percent.", "change in revenue"),
        ("The firm reported a 21 percent rise in net profit.", "rise in net profit"),
        ("It lost $6.4 million in 2030.", "amount lost"),
        ("The building was insured for £3.2 million.", "amount the building was insured for"),
        ("Robbers stole jewels worth 4.1 million euros.", "value of jewels"),
        ("The ring is 20 kilometres wide.", "width of the ring"),
        ("She won 52 percent of the vote.", "share of the vote"),
        ("The runway was closed for two hours.", "time the runway was closed"),
        ("It took 60 firefighters eleven hours to put the fire out.", "time taken to put the fire out"),
        ("The withdrawal will take no more than 10 days.", "duration of the withdrawal"),
        ("The bill was adopted on 3 May 2030.", "day the bill was adopted"),
        ("An inspection in November 2030 found cracks.", "month an inspection found cracks"),
        ("The withdrawal will begin on 13 January 2030.", "start of the withdrawal"),
        ("Joan Pettifer, 67, was found.", "age of Pettifer"),
        ("A total of 12 houses burned down.", "houses burned down"),
        ("Fewer than 200 whales are left.", "whales left"),
        ("The number of visitors rose to 1.2 million.", "visitors"),
        ("450 jobs lost at mine", "jobs lost"),
        ("Two hikers found dead on Mount Karr", "hikers found dead"),
        ("Six arrested after riot in Velden", "people arrested"),
        ("Dozens injured, 14 killed in Harrow blast", "people injured"),
        ("The motion was rejected by 31 votes.", "votes the motion was rejected by"),
        ("One shot was fired at the ceiling.", "shots fired"),
        ("One policewoman was hurt in Velmar.", "policewomen hurt"),
        (r"One dog\cat was hurt.", r"dog\cats hurt"),
        ("One man 40 was killed.", "men killed"),
        ("The time he resigned on 3 March 2024 was badly chosen.", "day of the resignation"),
        ("About one worker in eight in the region works at night.", "share of workers"),
        ("Keller scored in the 81st minute.", "minute Keller scored"),
        ("Orbon has unveiled its fourth electric car.", "place among electric cars unveiled"),
        ("Maria Holt won her second gold medal.", "place among gold medals won"),
        ("It is the third outbreak in the region.", "place among outbreaks in the region"),
        ("They met for the fourth time.", "number of times"),
        ("Sales fell for the first time since 2019.", "time since it last happened"),
        ("It is the club's first title in 12 years.", "time since the last title"),
        ("It was the worst flood since 1953.", "time with no such flood"),
        ("This is the most serious crisis the bank has seen in 20 years.", "time with no such serious crisis"),
        ("Four coalition deputies broke ranks.", "coalition deputies who broke ranks"),
        ("Three nurses won the right to strike.", "nurses who won the right"),
        ("One driver nearly killed himself.", "drivers"),
        ("Two teenagers should try showing some class.", "teenagers"),
        ("Neither the mayor nor the council met on 3 May 2031.", "day the mayor met"),
        ("The state-run airline was sold on 3 May 2031.", "day the state-run airline was sold"),
        ("Orbon is preparing an all-new car for 2031.", "year of the all-new car"),
        ("The family-owned mill closed on 3 May 2031.", "day the family-owned mill closed"),
        ("The older of the firm's two plants closed on 1 May 2031.", "day the older of the firm's plants closed"),
        ("A goal gave Tolm United a win over Harrow in the cup final on 3 May 2031.",
         "day a goal gave Tolm United a win over Harrow"),
        ("Mara Holt has run the shop for 12 years.", "time Mara Holt has run the shop"),
        ("Prices in Tolm have gone up for five years.", "time prices in Tolm have gone up"),
        ("The convoy, which needed nine days to cross the pass, arrived.", "time taken to cross the pass"),
        ("Two-day passes cost 80 euros.", "duration of passes"),
        ("Campers can come from 13 August 2031.", "day campers can come"),
        ("It is a wall nine metres high.", "height of the wall"),
        ("The party holds 38 of 80 seats.", "seats held"),
        ("The party holds 38 of 80 seats.", "seats"),
        ("Between 20 and 30 jobs will go at the mill.", "jobs that will go at the mill"),
        ("Some 400 posts are to go by May 2031.", "posts to go"),
        ("The White House made a public statement about the long dispute on Saturday.",
         "day the White House made a public statement"),
        ("The patrol returned with nine men.", "men"),
        ("The team ended the match with ten players.", "players"),
        ("The storm swept ashore, cutting power to 900 homes.", "homes to which power was cut"),
        ("The river rose, sending mud through 12 villages.", "villages through which mud was sent"),
        ("Lara Finn toured the north, handing out food to 300 children.", "children to whom food was handed out"),
        ("A pass is 45 marks.", "marks for the pass"),
        ("A pass is 45 crowns.", "price of the pass"),
        ("She lived on two bars of chocolate and water.", "bars of chocolate"),
        ("He bought three loaves of bread and milk.", "loaves of bread bought"),
        ("He was charged with nine counts of fraud and forgery.", "counts of fraud and forgery"),
        ("A study of 8,000 nurses was published.", "nurses in the study"),
        ("The force of 900 soldiers arrived.", "soldiers in the force"),
        ("There were protests in 30 cities.", "cities with protests"),
        ("There are telescopes in three countries.", "countries with telescopes"),
        ("Its soldiers came from five countries.", "countries its soldiers came from"),
        ("The firm has about 900 employees.", "employees of the firm"),
        ("They live in a three-bedroom house.", "bedrooms of the house"),
        ("The 12-storey tower fell.", "storeys of the tower"),
        ("A 300-seat hall burned down.", "seats of the hall"),
        ("It is now 3 billion kilometres from Earth.", "distance from Earth"),
        ("The car he bought in May 2029 was stolen.", "month the car was bought"),
        ("The pumps had been broken since the end of May 2029.", "time the pumps had been broken"),
        ("In May 2029 some 900 visitors came.", "month visitors came"),
        ("A nurse with 12 years at the clinic gave evidence.", "time at the clinic"),
        ("The show was watched by 900 people.", "people who watched"),
        ("23 were brought to safety by boat.", "number brought to safety"),
        ("The bill passed by 52 votes to 48.", "votes for and against"),
        ("Only 42 of 90 members voted.", "people who voted"),
        ("The deal is worth about $900 million.", "value of the deal"),
        ("Corvane to buy Pellmore for $3.2 billion", "price of Pellmore"),
        ("The quake had a magnitude of 6.1.", "magnitude of the quake"),
        ("The epicentre was 20 kilometres north of Harrow.", "distance of the epicentre"),
        ("The village lies 12 km from the border.", "distance the village lies from the border"),
        ("At least 80 percent of the crop was lost.", "share of the crop"),
        ("The vaccine is 92 percent effective.", "percentage effective"),
        ("Workers will get three months' pay.", "months' pay"),
        ("They will receive six weeks' notice.", "weeks' notice"),
        ("He was sentenced to eight years in prison.", "time in prison"),
        ("He spent 14 months in custody.", "time in custody"),
        ("The minister has been in office for six years.", "time the minister has been in office"),
        ("The strike lasted eleven days.", "duration of the strike"),
        ("Saturday's premiere in Lindhaven went on for five hours.", "duration of the premiere in Lindhaven"),
        ("Monday's strike in Harrow lasted eleven hours.", "duration of the strike in Harrow"),
        ("The museum opened in 1962.", "year the museum opened"),
        ("The takeover, worth $3.2 billion, is to close in May 2031.", "month the takeover would close"),
        ("Peace talks resume on 14 June 2031.", "day of the resumption"),
        ("Police found a 67-year-old hiker.", "age of the hiker"),
    ],
)
def test_an_amount_or_a_time_is_named_by_what_it_measures(text: str, label: str) -> None:
    """In the words of the text, without the figure."""
    assert label in _labels(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The firm paid $12 million to settle the case.", "amount paid by the firm"),
        ("Oskar Brandt was fined 4,000 euros.", "fine for Oskar Brandt"),
        ("The court in Leeve fined Oskar Brandt 6,500 euros.", "fine for Oskar Brandt"),
        ("He was fined 4,000 euros.", "fine"),
        ("Lena Voss was paid 105,000 euros.", "amount paid to Lena Voss"),
        ("The painting sold for 3.5 million pounds.", "price of the painting"),
        ("The painting fetched 3.9 million pounds.", "price of the painting"),
        ("Thieves got away with 60,000 euros.", "amount thieves got away with"),
        ("The judge ordered the bank to pay 3 million euros.", "amount paid by the bank"),
        ("A loan of $3 million will help the farmers.", "value of the loan"),
        ("He owed the tax office 230,000 euros.", "amount owed"),
    ],
)
def test_an_amount_without_a_noun_is_named_by_what_is_done_with_it(text: str, label: str) -> None:
    """And by who does it, unless that is only "he"."""
    assert label in _labels(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        # Whose tail was cut off.
        ("They were found after spending 14 hours on an exposed ledge.", "time on an exposed ledge"),
        ("He died after spending two weeks drifting.", "time"),
        ("The boy was freed after spending nine hours beneath the roof of the fallen hall in Karr.", "time"),
        # What lies between two things that happen.
        ("They were found 17 hours after they had called for help.", "time before being found"),
        ("The crew reached the ridge 17 hours after the walkers had called.", "time before the crew reached the ridge"),
        ("Help came nine hours after they called.", "time before help came"),
        ("The plane crashed two hours before the storm reached Karr.", "time before the storm reached Karr"),
        # The only verb, which looks like a participle.
        ("The party, all from Leeds, set out at 8am.", "time the party set out"),
        ("The walkers, two from Hull, set off at noon.", "time the walkers set off"),
        ("Nine divers, some from Hull, set out at 6am.", "time of setting out"),
        # Objects that were left out, or cut off.
        ("A coastguard helicopter from Stornoway lifted the walkers off at 6am.",
         "time a coastguard helicopter lifted the walkers off"),
        ("A team of doctors from the university hospital in Velden took the plaster off on Monday.",
         "day a team took the plaster off"),
        ("Mr Crewdson of the Civic Party had held the office for 12 years.", "time Mr Crewdson had held the office"),
        ("Ms Ana Roe of the Green Party has held the seat for nine years.", "time Ms Ana Roe has held the seat"),
        ("Castleford District Council have insured the town museum building for £24 million.",
         "amount the town museum building was insured for"),
        ("The temperature on the ridge fell to minus six during the night.", "time the temperature on the ridge fell"),
        ("Piet Kuyper, who cost £1.4 million in 2020, has left.", "year Piet Kuyper cost so much"),
        ("The firm lost £3 million in 2020.", "year the firm lost so much"),
        ("The storm killed six in 2020.", "year the storm killed so many"),
        ("Celeste Abara turns 59 on Friday.", "day Celeste Abara turns so old"),
        ("Soldiers spent the night filling 900 sandbags.", "sandbags filled"),
        ("Brooks, whose daughter Ida was born on 3 May 2030, left.", "day Brooks' daughter was born"),
        # Fees, and amounts that are made available.
        ("Castleford Rovers have signed the striker Vitoria Oduya for £24 million.",
         "fee for the striker Vitoria Oduya"),
        ("Oduya was signed by Castleford Rovers for £24 million.", "fee for Oduya"),
        ("He was signed for £3 million.", "fee"),
        ("The firm signed a contract for $3 million.", "amount the firm signed a contract for"),
        ("The council is making £250,000 available for retraining.", "amount made available by the council"),
        ("The trust made $3 million available to schools.", "amount made available by the trust"),
        ("The state is making 40 million euros free for repairs.", "amount made free by the state"),
        # Rates.
        ("She signed a contract worth £65,000 a week.", "value of a contract a week"),
        ("Drivers will pay a toll of £2.40 a car.", "toll paid a car"),
        ("He earns £900 a week.", "amount earned a week"),
        ("The oil was sold at $70 per barrel.", "price of the oil per barrel"),
        # Places and numbers.
        ("The Lagos-born striker will wear number 9.", "number the Lagos-born striker will wear"),
        ("The Lagos-born striker will wear the number 9 shirt.", "number of the shirt"),
        ("Amadi took the number 10 shirt.", "number of the shirt"),
        ("The number 12 bus crashed.", "number of the bus"),
        ("She is ranked number 3 in the world.", "rank"),
        ("Rovers are ninth in the table.", "place of Rovers"),
        ("United finished fourth.", "place of United"),
        ("The horse came seventh.", "place of the horse"),
        ("The Green candidate Ian Sefton came third with 3,105 votes.", "place of the Green candidate"),
        ("The Green candidate Ian Sefton came third with 3,105 votes.", "votes for the Green candidate"),
        ("The Labour candidate Ann Lee finished second with 8,210 votes.", "votes for the Labour candidate"),
        # Who is dead or hurt, behind the name of what happened.
        ("The six crash dead were named on Monday.", "people dead"),
        ("All 14 flood dead have been identified.", "people dead"),
        ("Coach crash: six dead, 12 injured", "people dead"),
        ("The crash left six dead and nine injured.", "people injured"),
        # Heights and temperatures.
        ("The flood crested at 9.2 metres.", "height the flood crested at"),
        ("The river peaked at 4 metres.", "height the river peaked at"),
        ("36 degrees were measured in Harrow on Monday.", "temperature measured"),
        ("The weather station recorded 36 degrees.", "temperature the weather station recorded"),
        ("Temperatures of 36 degrees were measured in Harrow.", "temperatures"),
        ("The crane was turned 90 degrees.", "angle the crane was turned"),
        # Posts.
        ("Chief Executive Maria Holt resigned.", "who is the chief executive"),
        ("Maria Holt, chief executive of Orbon, resigned.", "who is chief executive of Orbon"),
        ("Prime Minister Mark Dell resigned.", "who is the prime minister"),
        ("Ann Lee, the returning officer, declared the result.", "who is the returning officer"),
        ("Vice-president Dan Roe spoke.", "who is the vice-president"),
        ("Judge Joan Pell sentenced him.", "who is the judge"),
    ],
)
def test_a_label_is_whole_and_says_what_the_sentence_says(text: str, label: str) -> None:
    """Nothing is cut off, nothing done to who does it, and no other meaning given."""
    assert label in _labels(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The car was doing 130 km/h.", "speed of the car"),
        ("The reactor reached 1,100 degrees.", "temperature of the reactor"),
        ("The plane climbed to 9,000 metres.", "height of the plane"),
        ("4,000 tonnes of barley were lost.", "amount of barley lost"),
        ("In the hills 40 cm of snow fell.", "amount of snow"),
        ("The runner finished the 42 km race.", "length of the race"),
        ("The dam holds back 90 million cubic metres of water.", "amount of water"),
        ("The temperature in Sorn fell to 3 degrees Celsius.", "temperature in Sorn"),
        ("The weather service measured 92 millimetres of rain.", "amount of rain"),
    ],
)
def test_what_has_a_unit_is_named_by_what_the_unit_measures(text: str, label: str) -> None:
    """A thing is no label: a car has a speed. What is measured by its own name keeps it."""
    assert label in _labels(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("He was arrested on 12 April 2031.", "day of the arrest"),
        ("Police arrested him on 12 April 2031.", "day police arrested him"),
        ("They visited the mine on 3 May 2031.", "day of the visit to the mine"),
        ("He left the party in August 2030.", "month of leaving the party"),
        ("He was taken to hospital on 3 May 2031.", "day of being taken to hospital"),
        ("It goes on sale on 26 September 2031.", "day of going on sale"),
        ("It was 6 pm when the alarm went off.", "time the alarm went off"),
        ("The blast happened at 4.15 pm.", "time of the blast"),
        ("She had been in office since 2018.", "time in office"),
        ("The lantern parade is on 3 May 2031.", "day of the lantern parade"),
        ("It will be a parade on 12 May 2031.", "day of the parade"),
        ("It stands since 30 August 2031.", ""),
        ("He was banned for two years.", "duration of the ban"),
        ("Ivan Mol was jailed for eight years.", "prison term for Ivan Mol"),
        ("Ivan Mol got six years for the robbery.", "term for the robbery"),
        ("She received a sentence of nine years.", "duration of the sentence"),
        ("She has led the party for eleven years.", "time leading the party"),
        ("Rescuers needed four hours to free the driver.", "time taken to free the driver"),
        ("The climbers spent 26 hours trapped on the north face.", "time trapped on the north face"),
        ("The minister served four years before he resigned.", "time the minister served"),
        ("He recovered after two weeks.", ""),
    ],
)
def test_a_time_is_named_without_pronouns(text: str, label: str) -> None:
    """What happens is then named as a deed; where the text does not say what, there is no label."""
    assert label in _labels(text)


@pytest.mark.parametrize("text", [
    "Ms Arn has led the choir since 2011.",
    "The fair will be held from 3 May 2031 to 9 May 2031.",
])
def test_a_length_is_not_named_as_a_point_in_time(text: str) -> None:
    """Neither the length of a stretch nor that of what has lasted since is a "day" or "year"."""
    facts = [f for claim in claims_of(read_text(f"Town\n\n1 March 2031\n\n{text}\n", "a")).claims for f in claim.facts]
    lengths = {f.measure.label for f in facts if f.measure.dimension == "duration"}
    assert lengths == {"length of time"}


def test_labels_are_short_and_repeat_nothing() -> None:
    """No word twice in a row, no more columns than a table has, no preposition at a cut."""
    assert short("bids bids for the mine") == "bids for the mine"
    long = short("day the council of the district of Harrow and Velden debated the future of the old mine at Karr")
    assert long == "day the council of the district of Harrow and Velden debated"
    assert short("whether the treasurer of the club of Harrow was convicted of money laundering") == (
        "whether the treasurer of the club of Harrow was convicted")
    assert short("") == ""
    assert short("amount the building was insured for") == "amount the building was insured for"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("One shot was fired.", "whether a shot was fired"),
        ("The suspect did not confess.", "whether the suspect confessed"),
        ("Kim Ro agreed to sell the club.", "whether Kim Ro agreed to sell the club"),
        ("A ticket costs 35 euros.", "whether a ticket costs something"),
        ("The plant was closed.", "whether the plant was closed"),
        ("The plant was not closed.", "whether the plant was closed"),
        ("No one was hurt.", "whether anyone was hurt"),
        ("Callum Roake set the fire.", "whether Callum Roake set the fire"),
        ("Police made no arrests.", "whether there were arrests"),
        ("A former guard is being questioned.", "whether a former guard is being questioned"),
        ("Wardens found the trail.", "whether wardens found the trail"),
        ("Sunita Rao, whose husband Dev was killed, said the company had lied.", "whether Dev was killed"),
        ("Ana Roe, whose brother Jan was arrested, said nothing.", "whether Ana Roe's brother Jan was arrested"),
        ("The nurse, whose son Max was hurt, sued the club.", "whether the nurse's son was hurt"),
        ("The temperature on the ridge fell to minus six.", "whether the temperature on the ridge fell"),
        ("Soldiers spent the night filling sandbags.", "whether soldiers filled sandbags"),
        ("Six were killed in the crash.", "whether they were killed"),
        ("36.4 degrees was recorded at Sorn.", "whether it was recorded"),
        ("Of the six crash dead, four were pupils.", "whether there were crash dead"),
        ("Here is what we know.", "whether we know something"),
    ],
)
def test_an_event_is_named_by_the_question_whether_it_happened(text: str, label: str) -> None:
    """A denial is no part of it, since both sides speak of one thing."""
    assert label in _labels(text, occurrences=True)


@pytest.mark.parametrize(("lemma", "word"), [
    ("take", "taking"), ("lie", "lying"), ("see", "seeing"), ("run", "running"), ("begin", "beginning"),
])
def test_gerunds(lemma: str, word: str) -> None:
    """Without the "e", and doubled."""
    assert gerund(lemma) == word


@pytest.mark.parametrize(("lemma", "word"), [
    ("employ", "employed"), ("take", "taken"), ("carry", "carried"), ("stop", "stopped"), ("rescue", "rescued"),
    ("visit", "visited"), ("quit", "quit"), ("rob", "robbed"), ("destroy", "destroyed"), ("fix", "fixed"),
])
def test_participles(lemma: str, word: str) -> None:
    """Regular, doubled and irregular ones."""
    assert participle(lemma) == word


@pytest.mark.slow
@pytest.mark.parametrize("story", ["arren-flood", "jeweller-raid"])
def test_every_finding_of_a_story_says_what_it_measures(story: str) -> None:
    """With words only: no brackets, no dangling word."""
    report = claimcheck.compare(sorted((STORIES / story).glob("*.txt")), settings=claimcheck.Settings(preview=True))
    for finding in report.findings:
        assert finding.measure.strip(), finding
        assert finding.measure == " ".join(finding.measure.split())
        assert not re.search(r"[()\[\]]| of$| the$| a$", finding.measure) or finding.rule == "single-source"
        if finding.rule in ("same-event", "polarity-conflict", "antonym-conflict", "certainty-drift", "place-conflict"):
            assert finding.measure.startswith(ASKED), finding.measure
        if finding.rule in ("same-date", "date-mismatch"):
            assert " " in finding.measure or finding.measure == "date", finding.measure
