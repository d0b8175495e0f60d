"""The words that take an event out of what happened: modals, wishes, plans, threats, denials, habits."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UNREAL = _set("could ought may might would should can must ca need shall 'd ’d")
FUTURE = _set("will wo 'll ’ll")
INTENT = _set(
    "want ought hope wish seek threaten warn urge demand try attempt aim consider prepare fear refuse fail"
    " vow pledge promise ask call encourage"
    " intend mull ponder discuss debate oppose reject risk avoid prevent deter continue like expect advise recommend request beg press push"
    " lobby pressure implore propose suggest offer plot conspire dare struggle need require train design equip persuade convince tempt"
    " favour favor support advocate weigh contemplate rule rehearse practise practice envisage foresee predict forecast imagine simulate"
)
ALLOWING = _set("allow permit let authorize authorise enable empower entitle clear ban bar forbid prohibit block stop restrict help")
WANTED = _set("want hope wish fear imagine demand ensure insist suggest propose recommend expect urge request worry")
SPEECH = _set("say know assure signal inform announce state tell add declare confirm pledge promise vow write note reveal report indicate")
REPORTS = _set(
    "call push appeal ask prepare hope brace wait warn plan argue threaten long press lobby train guard campaign pray talk ready insist"
)
DENIALS = _set("deny reject dismiss refute rebut dispute rubbish")
TALES = _set("accusation allegation claim report suggestion charge assertion involvement responsibility role rumour rumor")
UNREAL_NOUNS = _set(
    "threat risk possibility prospect fear danger potential chance plan attempt bid effort hope ability capability capacity right readiness"
    " preparation talk warning call request demand likelihood pretext excuse case question willingness intention opposition appeal"
    " ultimatum scenario desire wish need urge temptation option debate rumour rumor expectation anticipation speculation refusal failure"
    " push pressure reason deterrent defence defense protection proposal objection reservation rehearsal prelude moratorium ban"
    " determination resolve embargo prohibition ruling rule cap negotiation discussion priority"
)
UNREAL_ADJECTIVES = _set(
    "any possible potential future further hypothetical likely unlikely able unable ready willing unwilling capable incapable prepared keen"
    " eager determined free reluctant threatened feared imminent impending looming would-be eventual theoretical conceivable"
)
PLANNED_ADJECTIVES = _set("planned scheduled upcoming forthcoming")
PLANS = _set("plan schedule scheduled announce agree decide order set expect due prepare slate slated arrange")
HAPPENED = frozenset({"have", "be"})  # "said to have struck"
REALISED = _set(
    "fly travel arrive return begin start continue manage go proceed come help"
    " appear seem resume rush force use move say report believe know think allege"
)
NEGATORS = _set("no not n't n’t never neither nor without nobody none")
CONDITIONS = _set("if unless whether lest once until should")
GENERAL = _set(
    "every each any whenever often usually always routinely regularly typically generally sometimes such frequently constantly habitually"
    " normally rarely seldom never"
)
COUNTED = _set("rise increase double triple decline drop surge soar dwindle jump quadruple")  # what attacks do in statistics
RATES = _set("day week month year hour minute night")
