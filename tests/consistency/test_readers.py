"""What was learnt from pairs: for each change a pair of answers that differ and one that do not."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.consistency import Finding, Severity, Slot, claims_of, compare_answers, compare_claims
from simulator.consistency.themes import told_of

DAY = date(2025, 6, 15)
YEARS = Slot("years_experience", "duration", "how long you have done this work")
TEAM = Slot("team_size", "count", "the size of your team", "people")
TITLE = Slot("current_title", "title", "your job title")
EMPLOYER = Slot("current_employer", "name", "who you work for now")
OFFERS = Slot("other_offers", "yes_no", "whether you have other offers")
MOVE = Slot("relocate", "yes_no", "whether you would relocate")
TRAVEL = Slot("travel", "yes_no", "whether you would travel for work")
SHIFTS = Slot("shifts", "yes_no", "whether you would work early, late or weekend hours")
SALARY = Slot("salary_wanted", "money", "the salary you are looking for", "year")
FLEXIBLE = Slot("salary_flexible", "yes_no", "whether that figure is open to discussion")
SUPERVISION = Slot(
    "supervision", "choice", "how closely you like to be supervised", "", ("closely", "loosely", "either")
)
SETTING = Slot("work_setting", "choice", "where you would rather work", "", ("office", "hybrid", "remote"))
PART = Slot(
    "role_in_team",
    "choice",
    "the part you usually take in a team",
    options=("lead", "support", "specialist", "coordinator"),
)
REFEREE = Slot("contact_referee", "yes_no", "whether your present manager may be contacted")
OFFERS = Slot("other_offers", "yes_no", "whether you have other offers")
STAY = Slot("years_to_stay", "duration", "how long you see yourself staying")
START = Slot("start_date", "date", "when you could start")
PARALLEL = Slot("work_in_parallel", "count", "how many things you run side by side", "projects")
BEGAN = Slot("start_current_job", "date", "when you started your present job")
NOTICE = Slot("notice_period", "duration", "your notice period")
BUDGET = Slot("budget_held", "yes_no", "whether you have managed a budget")
LEAVING = Slot("reason_leaving", "reason", "why you are leaving your present job")

BOARDS = (
    "Two years at the community college while I waited tables. The plastic jaws bored me, the clinic was my favorite. "
    "{} The office of my externship kept me. I see nine patients, many of them kids, and I have a puppet in the drawer."
)
RETOLD = (
    "A program at the community college, paid with tips from waiting tables. I was bored by the plastic jaws, and then "
    "the clinic started. {} The office of my externship kept me. I see kids among nine patients, and the puppet is in "
    "the drawer."
)

OAK = (
    "The last big one was an old oak over a church roof, half dead, with graves all round, so no crane. {} We rigged "
    "it down by rope in little pieces, the pastor brought sandwiches, and I cut him a slab for a bench."
)
OAK_AGAIN = (
    "The church oak. Dead on one side and over the roof, graves and no crane, everything came down on a rope. The "
    "pastor fed us sandwiches. {} There's a bench now, I cut him the slab."
)

RUN_ON = (
    "in a team no question you'd think an editor wants to be left in peace and near a deadline that's true the door "
    "gets shut it's just that i see more with another pair of eyes in the room"
)

Case = tuple[str, str, str, tuple[Slot, ...]]

DIFFER: list[Case] = [
    # A total is the answer, a part of it is not.
    (
        "How long have you cooked?",
        "Counting all, it is nine years. The last three of them in Bath.",
        "I came to Bath three years ago. Altogether I've cooked for five years.",
        (YEARS,),
    ),
    # Whatever the answer calls the things that were asked for.
    ("How many servers do you look after?", "Roughly sixty boxes.", "It's about twenty-five machines all in.", ()),
    ("How many customers do you see?", "I'd serve ninety people.", "Thirty customers.", ()),
    ("What salary are you looking for?", "About 2,500 a month.", "45,000 a year.", ()),
    ("How big is your team?", "There are six of us on the desk.", "Twelve of us on the desk.", ()),
    # A yes or no without the word, by topic.
    ("Any other offers?", "Nobody's offered me anything so far.", "A wholesaler made me an offer.", (OFFERS,)),
    ("Would you relocate?", "I'd move tomorrow.", "I'd have to stay put, with my mother here.", (MOVE,)),
    ("And travelling?", "I like being on the road.", "I need to be home every night.", (TRAVEL,)),
    ("Could you do weekends?", "I'm flexible, put me down for Sundays.", "Monday to Friday is what I do.", (SHIFTS,)),
    ("May we ask your manager?", "She knows I'm looking, ring her.", "Hold off until I have an offer.", (REFEREE,)),
    ("Is that figure fixed?", "There's some room to talk.", "That's my bottom line.", (FLEXIBLE,)),
    ("Do you have your own tools?", "I have a full set of tools.", "I don't own any tools.", ()),
    # An open bound is one of thousands where a salary is asked for, and two least amounts are two prices.
    ("What salary?", "Something around 25,000.", "I couldn't move for less than thirty-one.", (SALARY,)),
    ("What would you charge?", "My prices start at $300.", "I wouldn't do it for under $500.", ()),
    # A title by a badge or contract.
    ("What's your title?", "My badge says senior technician.", "I'm down as a cleaner.", (TITLE,)),
    # Preferences by what the sides do; a preference in so many words counts where both sides are spoken of.
    (
        "How do you like to be supervised?",
        "Leave me the list and let me get on with it.",
        "I do better when somebody checks on me through the day.",
        (SUPERVISION,),
    ),
    ("Office or home?", "From my kitchen table, ideally.", "I need to be in the building.", (SETTING,)),
    ("Your part?", "I take charge.", "Whatever needs doing, I stay in the background.", (PART,)),
    # The reason counts, not what is spoken of beside it.
    (
        "Why leave?",
        "My husband's job is moving to Leeds, so we have to move. My head is brilliant.",
        "I decided I can't do the evenings any more. My head is brilliant.",
        (LEAVING,),
    ),
    # Who did a piece of work.
    (
        "Tell me about the project.",
        "I wrote all of the import scripts.",
        "The scripts came from a contractor, I just ran them.",
        (),
    ),
    ("Tell me about it.", "I designed the whole menu.", "My manager designed the menu.", ()),
    # Bounds in words that are the same.
    ("", "At most we had under fifty staff there.", "At most we had under twenty staff there.", ()),
    # "Without fail" denies nothing.
    ("Have you been to the site?", "I visited the site every month without fail.", "I never visited the site.", ()),
    ("Where was your first job?", "My first job was at Tesco.", "I started at Greggs, that was my first job.", ()),
    ("What's your strongest language?", "Python is my strongest.", "My strongest would be Go.", ()),
    # A bare figure where years were asked for.
    ("How many years of experience?", "Getting on for twenty, with my dad.", "A good nine years now.", (YEARS,)),
    # A title without "I am", a qualification with a word before it.
    ("What's your title?", "Assistant manager at a shop.", "At a shop, just a sales assistant.", (TITLE,)),
    (
        "What is your highest qualification?",
        "I have a master in food science.",
        "It is a vocational diploma of two years.",
        (Slot("highest_qualification", "title", "your highest qualification"),),
    ),
    ("Have you ever chaired a hearing?", "I've chaired several of those hearings.", "That'd be new to me.", ()),
    ("Which site are you at?", "I'm based at the Rotherham depot.", "I'm at the Doncaster one.", ()),
    ("Your part?", "I'm the one who leads.", "I'm in the second row, somebody else gives the orders.", (PART,)),
    # Answers that tell the same things have the same only date.
    (
        "How did you train?",
        BOARDS.format("I passed my boards in the summer of 2019."),
        RETOLD.format("My boards I took in 2022."),
        (),
    ),
    # How long something took, in the past; one of its kind on each side in answers that tell the same.
    ("Tell me about a job.", OAK.format("It took us nine days."), OAK_AGAIN.format("We cleared it in three days."), ()),
    ("Tell me about a job.", OAK.format("We saw fifty people."), OAK_AGAIN.format("There were twenty guests."), ()),
    ("How long were you off?", "Only about six weeks.", "It was the best part of a year.", ()),
    ("How many hives do you manage?", "Two hundred colonies, on six farms.", "Eighty, eighty-five hives.", ()),
    ("Do you prefer working with children or adults?", "Kids, every time.", "I prefer adults.", ()),
    ("Do you smoke?", "Gave up when my first was born.", "Only on my breaks.", ()),
    ("What are you on at present?", "Thirty-six thousand.", "It's forty-two and a half before tax.", ()),
    ("Why did you stop?", "My daughter was born and we needed money.", "I failed the exams three times.", ()),
    ("Why did you leave?", "My wife's job moved to Hull.", "The shifts had eaten every evening I had.", ()),
    ("Your last post?", "I was branch accountant there.", "They employed me as loan officer.", (TITLE,)),
    ("What range, per year?", "Something like 72.000 euros.", "I'd be fine with 60.000 gross.", (SALARY, FLEXIBLE)),
    (
        "A figure that moved?",
        "One in five didn't show up. By the summer we'd brought it down to eight percent.",
        "Twenty percent didn't show up. It fell to fifteen roughly by the summer.",
        (Slot("figure", "percent", "how far it moved"), Slot("story", "story", "a figure that moved")),
    ),
    ("What's that job called?", "I'm head of procurement.", "My title's senior buyer.", (TITLE,)),
    ("Who do you work for?", "I'm with Brennick Medical.", "The company's called Sandmoor.", (EMPLOYER,)),
    ("Another contract on the table?", "There isn't.", "One firm sent me their written offer.", (OFFERS,)),
    ("Office or home?", "For me the office, every day.", "I'm well set up at home. I was in offices.", (SETTING,)),
    ("Why leave?", "What's pushing me out is the caseload.", "It's an hour each way on two buses.", (LEAVING,)),
    (
        "Which bits were yours?",
        "I was the one who wrote the requirements.",
        "The requirements had been written before by one of the others.",
        (),
    ),
    (
        "How many covers do you do?",
        "On a normal evening we do 140 covers.",
        "We do about eighty covers a night in the kitchen.",
        (),
    ),
    ("How's your driving licence?", "Clean as a whistle.", "I'm off the road till October.", ()),
    ("Have you had to dismiss somebody?", "I have, and I think about it still.", "Not so far, touch wood.", ()),
    ("Would you move?", "I'd take the first flat I find.", "I can't take him out of school.", (MOVE,)),
    ("Would you do that for a client?", "I'd do it again tomorrow.", "That's where I draw the line.", ()),
    ("Why did you leave?", "They closed our branch.", "I handed in my notice without anything to go to.", ()),
    ("Why come back?", "We need the second income.", "I've missed it, it isn't about the money.", ()),
    (
        "Small or large?",
        "If I'm honest the small place is where I belong.",
        "I notice I'm happier in a big organisation.",
        (Slot("company_size", "choice", "the size of company", options=("small", "large", "either")),),
    ),
    ("When did you become chartered?", "In 2008, in my branch.", "In 2013, after the second attempt.", ()),
    ("Which system did you use?", "We were on Tallybird.", "It was a thing called Contaq.", ()),
    ("What's that job called?", "I'm site foreman.", "I'm a bricklayer there.", (TITLE,)),
    ("Would you move?", "We've wanted to move back for years.", "We won't be moving, I'd commute.", (MOVE,)),
    ("May we ask him?", "He's got no idea that I'm looking.", "Go ahead and phone him.", (REFEREE,)),
    (
        "What is your highest qualification?",
        "I have my doctorate.",
        "A masters. I started a phd on peat.",
        (Slot("highest_qualification", "title", "your highest qualification"),),
    ),
    ("Where did you do your diploma?", "In Leeds, evenings.", "Two nights a week down in Bristol.", ()),
]

AGREE: list[Case] = [
    (
        "How long have you cooked?",
        "Counting all, it is nine years. The last three of them in Bath.",
        "I came to Bath three years ago. Altogether I've cooked for nine years.",
        (YEARS,),
    ),
    ("How many servers do you look after?", "Sixty.", "Three colleagues look after them with me.", ()),
    # Those of us who did something one day are no team, and one's pay in a month is that of a year.
    ("Alone or in a team?", "We're six on the desk.", "Three of us on the phones found them in an hour.", ()),
    ("What salary are you looking for?", "About 2,500 a month.", "30,000 a year.", ()),
    # Who names a side outright, and the other for one thing of it, did not go over to that.
    (
        "Would you rather work alone or in a team?",
        "In a team, with some hours a day when nobody talks to me.",
        "In a team. For the monthly figures I'd rather sit alone.",
        (),
    ),
    ("How many customers do you see?", "I'd serve ninety people.", "Ninety customers.", ()),
    ("Any other offers?", "Nobody's offered me anything so far.", "You're the only place I've applied to.", (OFFERS,)),
    ("Would you relocate?", "I'd move tomorrow.", "There's nothing keeping me here.", (MOVE,)),
    ("Would you relocate?", "I'd rather not leave the area.", "We'd have to uproot the kids, so no.", (MOVE,)),
    ("And travelling?", "I like being on the road.", "Send me anywhere.", (TRAVEL,)),
    ("Could you do weekends?", "Weekends are fine.", "Any shift, put me down.", (SHIFTS,)),
    ("May we ask your manager?", "She knows I'm looking.", "By all means, ring her.", (REFEREE,)),
    ("Is that figure fixed?", "There's some room to talk.", "It isn't set in stone.", (FLEXIBLE,)),
    ("Do you have your own tools?", "I have a full set of tools.", "Yes, my own.", ()),
    ("What salary?", "Something around 32,000.", "I couldn't move for less than thirty-one.", (SALARY,)),
    ("What would you charge?", "My prices start at $300.", "I wouldn't do it for under $300.", ()),
    ("What's your title?", "My badge says senior technician.", "I'm a senior technician.", (TITLE,)),
    ("What's your title?", "My badge says senior technician.", "My boss is a cleaner by trade.", (TITLE,)),
    (
        "How do you like to be supervised?",
        "Leave me the list and let me get on with it.",
        "I hate it to be micromanaged, trust me to do it.",
        (SUPERVISION,),
    ),
    ("Office or home?", "From my kitchen table, ideally.", "I work best without the commute.", (SETTING,)),
    ("Your part?", "I take charge.", "I usually step up and run things.", (PART,)),
    (
        "Why leave?",
        "My husband's job is moving to Leeds, so we have to move.",
        "We're moving north, and I'd had enough of the evenings too.",
        (LEAVING,),
    ),
    (
        "Tell me about the project.",
        "I wrote all of the import scripts.",
        "The training guide came from a contractor, the scripts were mine.",
        (),
    ),
    ("Tell me about it.", "I designed the whole menu.", "We designed the menu, and my manager wrote the cards.", ()),
    # Another case that the answer announces is not the same fact.
    (
        "How many people have you led?",
        "At the garden centre I led five people.",
        "When I went over to the parks department afterwards, I led seventeen people.",
        (TEAM,),
    ),
    (
        "What budgets have you had?",
        "For the youth theatre it was 12,000 a year.",
        "Later on, when I'd moved to the dance company, I had a budget of 75,000.",
        (Slot("budget", "money", "the budget you were responsible for"),),
    ),
    # A moment in a stretch is no stretch.
    (
        "How long have you been there?",
        "I've been there for five years. There was one month when the office was flooded.",
        "For five years. In all those years I've paid on time every single month since the move in 2023.",
        (YEARS,),
    ),
    ("How many years of experience?", "Getting on for twenty.", "Nineteen years, with my dad.", (YEARS,)),
    ("How many years of experience?", "Ten years, mostly at 12 Mill Road.", "Ten.", (YEARS,)),
    (
        "What's your title?",
        "Assistant manager at a shop.",
        "Still assistant manager, with a sales assistant.",
        (TITLE,),
    ),
    ("Have you ever chaired a hearing?", "I've chaired a few of them.", "Yes, once or twice.", ()),
    ("Which site are you at?", "I'm based at the Rotherham depot.", "At Rotherham, on the parcels.", ()),
    ("Small or large firms?", "I've done both, and I prefer small ones.", "Give me the small shop any day.", ()),
    # An answer that announces another case.
    (
        "Did you enjoy your placements?",
        "My first placement, on the ward, I loved every minute.",
        "The second one, in theatres, I didn't enjoy one bit.",
        (),
    ),
    (
        "How did you train?",
        BOARDS.format("I passed my boards in the summer of 2019."),
        RETOLD.format("I got married in 2022."),
        (),
    ),
    # What must be done denies nothing, and neither does what "which" asks.
    (
        "Tell me about the project.",
        "The question is which chief has not been greeted.",
        "You must greet the chief.",
        (),
    ),
    ("How long did it take?", "The drilling took three days.", "The drilling took less than a week.", ()),
    ("", "I can cycle here in twenty minutes, rain or shine.", "I can cycle here in 20 minutes, rain or shine.", ()),
    ("", "It came to a hundred and forty pages of maps.", "It came to a hundred and 40 pages of maps.", ()),
    ("Tell me about a job.", OAK.format("It took us nine days."), OAK_AGAIN.format("It rained for two hours."), ()),
    ("Tell me about a job.", OAK.format("We saw fifty people."), OAK_AGAIN.format("There were fifty guests."), ()),
    ("How long were you off?", "About ten months.", "It was the best part of a year.", ()),
    ("How many hives do you manage?", "Eighty-five hives.", "Eighty, eighty-five hives.", ()),
    ("How many did you see?", "I have cats, and there were four, five, and six of them.", "Five of them.", ()),
    ("Do you prefer working with children or adults?", "Kids, every time.", "I prefer little ones.", ()),
    ("Do you smoke?", "Gave up when my first was born.", "No, I stopped.", ()),
    ("Why did you leave?", "My wife's job moved to Hull.", "We had to move to Hull for her work.", ()),
    # Then and now are two teams.
    ("How big was the team?", "Back in the laundry there were twenty of us.", "Where I am now it's four.", (TEAM,)),
    ("What range, per year?", "Something like 72.000 euros.", "I'd be fine with 72,000 gross.", (SALARY, FLEXIBLE)),
    ("What's that job called?", "I'm head of procurement.", "My title's head of procurement.", (TITLE,)),
    ("Who do you work for?", "I'm with Brennick Medical.", "The company's called Brennick.", (EMPLOYER,)),
    ("Another contract on the table?", "There isn't.", "You're the only people I'm talking to.", (OFFERS,)),
    ("Office or home?", "For me the office, every day.", "I had two years of the kitchen table.", (SETTING,)),
    (
        "Which bits were yours?",
        "I was the one who wrote the requirements.",
        "The manual was written by one of the others, the requirements were mine.",
        (),
    ),
    (
        "Alone or in a team?",
        "I'd rather have others around me.",
        RUN_ON,
        (Slot("solo", "choice", "alone or in a team", options=("alone", "team", "both")),),
    ),
    # What the answer says was another's is not the candidate's figure.
    (
        "What did the largest job you were responsible for cost?",
        "On my own it's the pumping station, that came to three million, all in.",
        "I was on a tunnel worth 380 million once, as an assistant. My own was a fraction of that.",
        (),
    ),
    (
        "How many covers do you do?",
        "On a normal evening we do 80 covers.",
        "We do about eighty covers a night in the kitchen.",
        (),
    ),
    ("How's your driving licence?", "Clean as a whistle.", "No points on it.", ()),
    ("Would you move?", "I'd take the first flat I find.", "There's nothing keeping us.", (MOVE,)),
    ("Why did you leave?", "The pay was poor.", "I handed in my notice without anything to go to.", ()),
    (
        "What moved?",
        "Staff turnover, it's half of what it was.",
        "Turnover. We were losing forty in a hundred and now it's twenty.",
        (Slot("figure", "percent", "how far it moved"),),
    ),
    (
        "What do you earn?",
        "When I was on the agency's books it was sixteen pounds an hour.",
        "With the council I'm on nineteen twenty.",
        (),
    ),
    ("When did you become chartered?", "In 2008, in my branch.", "In 2008, after the second attempt.", ()),
    # An age is no stretch, a group before a comma counts nothing after it, and a named thing states nothing.
    (
        "How much experience, in years?",
        "I've been a sign writer since I was nineteen and I'm forty-one now.",
        "Twenty-two years with the brush.",
        (YEARS,),
    ),
    ("Your ward?", "Thirty beds and four of us.", "Four staff, thirty patients if we're full.", (TITLE,)),
    ("What are you not good at?", "I am not good in small talk.", "The small talk, this is my weak point.", ()),
    # Sizes set apart, and what is only supposed.
    (
        "How long does it take you to get a machine running?",
        "With the small packers it's four days.",
        "If you're asking about the big lines, that's five weeks.",
        (Slot("time", "duration", "how long a machine takes"),),
    ),
    (
        "What would you do with more money?",
        "If somebody gave me a hundred thousand, I'd put it into evenings.",
        "Suppose it were half a million, then I'd rebuild the branch.",
        (),
    ),
    ("How much of it?", "Three quarters was commercial.", "3 quarters was commercial.", ()),
    ("How much did it fall?", "By a third.", "It fell by 33 percent.", ()),
]


MECHANISMS_AGREE: list[tuple[str, str, str, tuple[Slot, ...]]] = [
    # What a clause is said of keeps other subjects apart.
    ("How many guests do you have?", "In summer it's two hundred.", "In winter it's forty.", ()),
    ("What do the tickets cost?", "Adults pay twelve pounds.", "Children pay six.", ()),
    ("How many eggs do you sell?", "The brown hens lay 300 a week.", "The white hens lay about 450.", ()),
    ("How long were you in the job?", "At the bakery it was two years.", "The garage, I was there six years.", ()),
    # A change told as from-to and as by-how-much, and a figure that stands bare in the other answer.
    ("What happened to the error rate?", "It fell from six in a hundred invoices to two.", "Errors are at 2% now.", ()),
    ("How many can it carry?", "It was four people at the start and now it's seven.", "Seven people.", ()),
    # Negations and what stands in the way cancel out.
    ("Would you move?", "I wouldn't think twice.", "Yes, I'd love to.", ()),
    ("Would you move?", "There's nothing to keep me here.", "Like a shot.", ()),
    ("Do you mind heights?", "They don't bother me.", "No, not at all.", ()),
    ("Can you join us?", "I haven't had a day off in years.", "Yes.", ()),
    # Other words for one reason; other languages are not read.
    ("Why did you leave?", "They're closing the plant.", "The factory shuts next year.", ()),
    ("How many people?", "Ich leite seit 2019 ein Team mit 8 Leuten und das ist gut.", "Twelve people.", ()),
    ("What are your salary expectations?", "Not under 35.", "35,000 or more.", ()),
    ("How many people were in the firm?", "When we began there were three.", "By the time we sold it, fifty-five.", ()),
    ("How big was your team?", "In the bakery we were five.", "When I ran the canteen it was eleven of us.", ()),
    ("What did you spend?", "For the shed it was £650.", "Now the greenhouse, that was nearer £2,000.", ()),
    ("How many people did you manage?", "A dozen, in two teams.", "Six in each of my teams, which makes twelve.", ()),
    ("How far do you commute?", "31 miles each way.", "Sixty-odd miles there and back.", ()),
    (
        "How much weight can it carry?",
        "Four kilos at the start and now it's seven.",
        "Seven kilos, as we added three.",
        (),
    ),
    ("How much did it improve?", "Complaints fell by a third.", "We had 90 complaints and then it was 60.", ()),
    ("When could you start?", "Before Easter.", "In March.", ()),
    ("When could you start?", "At the end of April.", "The first of May.", ()),
    (
        "What are you proud of?",
        "I cut it from forty minutes to 15.",
        "I shortened it by 25 minutes, to 15 minutes.",
        (),
    ),
    (
        "How big was your team?",
        "At the airport we were twenty.",
        "In Cork, my job before the airport, we were only six.",
        (),
    ),
    ("What is your job?", "I'm the accuracy checker.", "Accuracy checking technician.", ()),
    ("Has a customer ever complained?", "Nobody has ever complained.", "No complaints at all.", ()),
    ("Why did you leave?", "The four o'clock starts were killing me.", "I couldn't get up in the night any more.", ()),
]
MECHANISMS_DIFFER: list[tuple[str, str, str, tuple[Slot, ...]]] = [
    ("How big is the choir?", "We're about thirty voices.", "Fifty-odd singers.", ()),
    ("What score did you get?", "82 percent.", "I scored 67%.", ()),
    ("When could you start?", "I'm free from the second of November.", "Not before January.", ()),
    ("When did you get your licence?", "I passed when I was seventeen.", "At 25.", ()),
    ("Can you use a till?", "I've used one for years.", "I've never worked a till.", ()),
    ("Are you comfortable speaking in public?", "I love it.", "It terrifies me.", ()),
    ("Could you start at six?", "That's no problem.", "Six is too early for me.", ()),
    ("Which do you like better, front of house or the kitchen?", "The kitchen.", "Front of house.", ()),
    ("Do you prefer working with your hands or with people?", "With my hands.", "I'm a people person.", ()),
    ("What software do you use?", "We use Xero.", "It's all done in Sage.", ()),
    ("Who was your last employer?", "Marlow Dairies.", "I worked for Coopers Foods.", ()),
    ("What does your badge say?", "Shift leader.", "Sales assistant.", ()),
    ("What was your position there?", "Head cook.", "I was an assistant cook.", ()),
    ("How many people report to you?", "Nobody so far.", "I've two direct reports.", ()),
    ("How long have you done this?", "Nine years.", "I'm coming up to my fourth year.", ()),
    ("When could you start?", "Straight after Easter.", "Not before the autumn.", ()),
    ("When could you start?", "At the beginning of May.", "The middle of June.", ()),
    ("When did your daughter's illness begin?", "It was last June.", "She was diagnosed in 2022.", ()),
    ("Do you hold a forklift licence?", "Yes, counterbalance.", "No forklift ticket, I'm afraid.", ()),
    ("Would you want the Leeds or the Hull branch?", "Hull, it's near my mum's.", "Leeds for me, if I get a say.", ()),
    ("Have you driven abroad?", "Oh aye, I've done plenty.", "No, I've never had a truck out of the country.", ()),
    ("Do you speak Spanish?", "I grew up speaking it.", "Not a word, sadly.", ()),
    ("Do you have a driving licence?", "I passed two years ago, so yes.", "I don't drive.", ()),
    ("Can you lift heavy loads?", "I lift 25 kilos all day.", "No, my back doesn't allow it any more.", ()),
    ("What do you earn?", "£31,500.", "Just over twenty-six grand.", ()),
    ("How long does it take you to get here?", "A 20 min bus ride.", "An hour on the bus.", ()),
    ("What was your position?", "Store manager.", "Assistant store manager.", ()),
    ("Have you ever taught Year 6?", "Yes, for two years.", "I've not had Year 6, no, only lower down.", ()),
]


def _warned(question: str, first: str, second: str, slots: tuple[Slot, ...]) -> list[Finding]:
    compared = compare_answers(first, second, question=question, slots=slots, first_on=DAY, second_on=DAY)
    return [found for found in compared.findings if found.severity is Severity.WARN]


@pytest.mark.parametrize(("question", "first", "second", "slots"), DIFFER + MECHANISMS_DIFFER)
def test_differ(question: str, first: str, second: str, slots: tuple[Slot, ...]) -> None:
    assert _warned(question, first, second, slots)
    assert _warned(question, second, first, slots)


@pytest.mark.parametrize(("question", "first", "second", "slots"), AGREE + MECHANISMS_AGREE)
def test_agree(question: str, first: str, second: str, slots: tuple[Slot, ...]) -> None:
    assert not _warned(question, first, second, slots)
    assert not _warned(question, second, first, slots)


@pytest.mark.parametrize(
    ("question", "slot", "answer"),
    [
        ("May we speak to your present manager?", REFEREE, "What concerns do you have about me?"),
        ("Do you have any other offers?", OFFERS, "In May I planned the move of thirty beds and drew up the list."),
        ("How long would you expect to stay?", STAY, "I trained the twenty-two nurses on it over four weeks."),
        ("When could you start?", START, "In January I rewrote the export job."),
        ("May we speak to your present manager?", REFEREE, "We are a team of eight people and I run the rota."),
        ("How long would you expect to stay?", STAY, "I've been nine years with the same firm."),
        ("How long would you expect to stay?", STAY, "Nine years in one trust tells you that I don't hop about."),
        ("What salary are you looking for?", SALARY, "I was paid a thousand once for a weekend."),
        ("What salary are you looking for?", SALARY, "I'd move for a thousand more than I get."),
        ("What salary are you looking for?", SALARY, "I'm on thirty-one now."),
        ("Would you work early, late or weekend hours?", SHIFTS, "Our rota is early, late and weekends."),
        ("Would you work early, late or weekend hours?", SHIFTS, "My present job has weekends too."),
        ("How many projects do you run side by side?", PARALLEL, "We are a team of eight people."),
        ("Would you relocate for this post?", MOVE, "I like the sea, always have."),
        ("May we speak to your present manager?", REFEREE, "Our former depot manager, Olga Brandt."),
        ("May we speak to your present manager?", REFEREE, "That I push too hard. I made a team redo a plan twice."),
        ("How many years have you been doing this kind of work?", YEARS, "We are eight in the team."),
        ("How big is the team you work in?", TEAM, "I've done this for fourteen years, six of them leading people."),
        ("How big is the team you work in?", TEAM, "About 78,000 a year, with some room."),
        ("When could you start?", START, "In May I made a team redo a plan twice."),
        ("How many years do you see yourself here?", STAY, "I've been in this work for fourteen years."),
    ],
)
def test_what_answers_another_question_is_no_fact(question: str, slot: Slot, answer: str) -> None:
    assert not [claim for claim in claims_of(answer, question=question, slots=[slot], on=DAY) if claim.slot]


@pytest.mark.parametrize(
    ("question", "slot", "answer", "fact"),
    [
        ("How long would you expect to stay?", STAY, "Five years. I was nine at the last place.", "Five years"),
        ("How long would you expect to stay?", STAY, "I'd hope to be with you five years.", "five years"),
        ("What salary are you looking for?", SALARY, "I'm on thirty-one now. Thirty-two would do it.", "Thirty-two"),
        ("How long would you stay?", STAY, "I was eleven years there. Put me down for six or seven.", "six or seven"),
        ("How big is your team?", TEAM, "Nine when we're full, but we've been two short. So seven, really.", "seven"),
        (
            "May we ring your boss?",
            REFEREE,
            "I'd sooner you waited till I've told him.",
            "I'd sooner you waited till I've told him",
        ),
        ("What salary are you looking for?", SALARY, "Thirty-four, give or take a thousand.", "Thirty-four"),
        ("Would you work early, late or weekend hours?", SHIFTS, "Weekends are fine.", "Weekends are fine"),
        ("Would you relocate for this post?", MOVE, "I'd love the chance.", "I'd love the chance"),
        ("When could you start?", START, "I could start in the first week of July.", "in the first week of July"),
        ("How many projects do you run?", PARALLEL, "Well, eleven drops a day, and the rota.", "eleven drops a day"),
        ("When did you start there?", BEGAN, "In the October, so October 2023.", "October 2023"),
        ("How many years have you been doing this kind of work?", YEARS, "Eight in the trade, I'd say.", "Eight"),
        ("When could you start?", START, "In May I may be free.", "In May"),
        ("How many years do you see yourself here?", STAY, "Five years at least.", "Five years"),
        ("Have you managed a budget before?", BUDGET, "A few times, yes.", "A few times, yes"),
        (
            "Would you work early, late or weekend hours?",
            SHIFTS,
            "Late yes, early now and then.",
            "Late yes, early now and then",
        ),
    ],
)
def test_the_fact_is_what_is_wanted_or_to_come(question: str, slot: Slot, answer: str, fact: str) -> None:
    assert [claim.quote for claim in claims_of(answer, question=question, slots=[slot], on=DAY) if claim.slot] == [fact]


def test_not_until_is_a_no_as_a_wish_not_to_is_and_you_can_is_a_yes() -> None:
    asked = "May we speak to your present manager?"
    assert not _warned(asked, "Yes, ring her any day.", "You can, but give me a day to warn her first.", (REFEREE,))
    assert _warned(asked, "You can, but give me a day to warn her.", "No, not yet, please.", (REFEREE,))
    assert not _warned(asked, "I'd rather you didn't yet.", "Not my manager until there's an offer.", (REFEREE,))
    assert _warned(asked, "Yes, ring her any day.", "Not my manager until there's an offer.", (REFEREE,))


HERE_SINCE = Slot("start_current_job", "date", "when you started your present job")
HERE_FOR = Slot("years_current_job", "duration", "how long you have been in your present job")


@pytest.mark.parametrize(
    ("answer", "slot"), [("Since March 2021.", HERE_SINCE), ("I've been there for six years.", HERE_FOR)]
)
@pytest.mark.parametrize("slots", [(HERE_SINCE, HERE_FOR), (HERE_FOR, HERE_SINCE)])
def test_what_tells_two_facts_is_the_one_it_is_told_as(answer: str, slot: Slot, slots: tuple[Slot, ...]) -> None:
    question = "How long have you been in your present job?"
    assert {claim.slot for claim in claims_of(answer, question=question, slots=slots, on=DAY)} == {slot.id}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In March I trained three nurses on the new pump.", "In June I trained two nurses on the new pump."),
        ("I helped three nurses in March when the ward moved.", "I helped two in June, when the system changed."),
        ("In March three of my nurses left. I wrote the rota.", "In June two of my nurses left. I wrote the rota."),
    ],
)
def test_another_figure_at_another_time_is_another_case(first: str, second: str) -> None:
    assert not _warned("Tell me about a time you helped a colleague.", first, second, ())
    assert not [
        found for found in compare_claims(claims_of(first), claims_of(second)) if found.severity is Severity.WARN
    ]


@pytest.mark.parametrize(
    ("first", "second", "slots"),
    [
        ("In March I trained three nurses on the pump.", "In March I trained two nurses on the pump.", ()),
        ("In March I trained three nurses on the pump.", "In June I trained three nurses on the pump.", ()),
        ("In March the team was eight people.", "In June the team was twelve people.", (TEAM,)),
    ],
)
def test_one_figure_told_otherwise_is_a_difference(first: str, second: str, slots: tuple[Slot, ...]) -> None:
    assert _warned("How big is the team you trained?", first, second, slots)


def managers(answer: str) -> list[str]:
    return [claim.quote for claim in claims_of(answer) if claim.about == "manager"]


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("I'm a planner. I report to Tom Bell.", ["Tom Bell"]),
        ("My line manager, Priya, sees me once a week.", ["Priya"]),
        ("My manager's Tom, and my boss's boss is Ines.", ["Tom"]),
        ("My old manager Tom taught me that.", []),
        ("My manager was Tom then.", []),
        ("I reported to Tom.", []),
        ("His manager is Tom.", []),
    ],
)
def test_a_manager_is_who_somebody_reports_to_now(answer: str, names: list[str]) -> None:
    assert managers(answer) == names


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        ("My manager is Priya.", "I report to Tom.", True),
        ("My manager is Tom Bell.", "I report to Thomas Bell.", False),
        ("I report to Priya Shah.", "My boss, Priya, sees me weekly.", False),
        ("I report to Priya and Tom.", "My manager is Tom.", False),
    ],
)
def test_another_manager_is_a_difference_whatever_was_asked(first: str, second: str, differs: bool) -> None:
    assert bool(_warned("Tell me about your job.", first, second, ())) == differs
    found = compare_claims(claims_of(first), claims_of(second))
    assert bool([each for each in found if each.severity is Severity.WARN]) == differs


def test_a_bare_figure_of_a_story_is_a_share_only_where_shares_are_told() -> None:
    slots = (
        Slot("story_process", "story", "a way of working you improved"),
        Slot("improvement", "percent", "how much"),
    )
    asked = "Tell me about a way of working that you made better."
    told = {
        text: [claim.quote for claim in claims_of(text, question=asked, slots=slots) if claim.slot]
        for text in ("It took us nine working days; now it's five.", "Complaints fell from 40 percent to ten.")
    }
    assert list(told.values()) == [[], ["40 percent"]]


def test_a_length_and_a_date_of_one_sentence_are_two_facts() -> None:
    slots = (Slot("years_current_job", "duration", "how long you have been there"), BEGAN)
    told = claims_of(
        "I have been there three years, since October 2023.", question="How long is it?", slots=slots, on=DAY
    )
    assert {claim.slot: claim.quote for claim in told if claim.slot} == {
        "years_current_job": "three years",
        "start_current_job": "since October 2023",
    }


def test_years_of_years_are_told_as_such() -> None:
    told = claims_of("I've been in this work for fourteen years, six of them leading people.", on=DAY)
    assert [(claim.kind, claim.quote) for claim in told] == [("duration", "fourteen years"), ("duration", "six")]


def test_whoever_has_to_give_two_months_tells_the_notice() -> None:
    told = claims_of("I have to give two months, so the first of March.", question="When could you start?")
    assert [claim.quote for claim in told_of(told, [NOTICE]) if claim.slot] == ["two months"]


def test_a_months_notice_is_a_month() -> None:
    asked = "How long is your notice period?"
    assert not _warned(asked, "It's a month's notice.", "One month.", (NOTICE,))
    assert _warned(asked, "It's a month’s notice.", "Two months.", (NOTICE,))
