# ruff: noqa: E501  # alternatives of one kind read better on one line
"""What a page says about itself or others, not about the news: links, credits, prompts, wire notes, corrections.

Every pattern is anchored at the beginning of a line or sentence and asks for the words of a prompt, not for a topic:
a false find loses facts.
"""

from __future__ import annotations

import re

LONG = 300  # characters: a longer line is no boilerplate as a whole, only its first or last sentences may be

_STORIES = r"(?:stor(?:y|ies)|articles?|coverage|posts?|news|reading|content|topics?|links?|reports?|analys[ie]s|explainers?|videos?|podcasts?|interviews?)"
_NEWSLETTER = r"(?:newsletters?|briefing|mailing list|letter|alerts?|e-?mails?|updates?|digest|bulletin|podcast|channel|feed|app)"

# words that stand at the beginning of a prompt, a link or a credit
STARTS = re.compile(
    r"(?i:"
    rf"(?:related|recommended|suggested|similar|further|previous|earlier) ?(?:{_STORIES})? ?(?:[:|]|$)"
    rf"|(?:(?:also |now |must[- ]|further )?read(?:ing)?(?: (?:also|more|next|on|further|now|the full {_STORIES}|our|about this))?|see also|see more|watch(?: also| more| now| live)?"
    r"|listen(?: also| now)?|learn more|find out more|explore more|don't miss|up next|next up|more to read|what to read next|also on \w+) ?(?:[:|»→>]|$)"
    rf"|read (?:more|also|our|the full {_STORIES}|the original {_STORIES}|the rest) (?:about|on|at|here|from|in|of|{_STORIES})\b"
    r"|(?:you (?:may|might) also (?:like|be interested|enjoy)|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest (?:news|stories|headlines)|editors?['’] picks?"
    r"|in case you missed it|recommended for you|from the archives?|around the web|sponsored|promoted|paid content|partner content) ?(?:[:|]|$|\.$)"
    rf"|more (?:{_STORIES}|on this|on the|from|like this|about this)(?: [\w'’ ]{{1,40}})? ?(?::|\|)|more (?:stories|articles|news|coverage)$"
    r"|(?:link|links) to (?:a|an|the|our|full|further|more) "
    r"|(?:please )?(?:click|tap|swipe) (?:here|on the|to (?:read|see|view|subscribe|expand|share|enlarge|listen|watch)|through)"
    r"|(?:follow|join|like|find|support|contact|email|e-mail|message|write to) (?:us|our \w+|me)(?: [\w'’ ]{1,30})?(?: (?:on|via|at|by|for) |[!.:]|$)"
    rf"|(?:please )?(?:sign up|subscribe|register)(?: now| today| here| free| for free)?(?: (?:to|for|and get) [\w'’ ,-]{{0,60}}{_NEWSLETTER}\b|[!.:]|$)"
    r"|(?:get|receive|have) (?:the|our|all|more|daily|breaking|latest|your)[\w'’, -]{1,60} (?:in|to|delivered to|straight to|direct to) your (?:inbox|phone|e-?mail)"
    rf"|(?:download|install|get) (?:the|our) [\w'’ ]{{0,30}}\bapp\b"
    r"|(?:already|not yet) a (?:subscriber|member)|(?:this|the) (?:content|article|story) is (?:for|available to|exclusive to|reserved for) (?:subscribers|members)"
    r"|(?:support|back|help|fund) (?:our|independent|quality|free) (?:[\w'’-]+ )?(?:journalism|reporting|newsroom|work|media)\b|(?:donate|become a (?:member|subscriber|patron|supporter))\b"
    r"|was this (?:e-?mail|newsletter|article|page|story) (?:forwarded|helpful|useful)|(?:forward|share|print|save|comment on) this (?:e-?mail|article|story|page|post|newsletter)"
    r"|share (?:on|via|this|to|with)\b.{0,60}$|share$|print$|comments?(?: \(\d+\))?$|leave a (?:comment|reply)|\d+ comments?$"
    r"|(?:have|got) (?:(?:a|any|some) )?(?:question|story|tip|news tip|news|photo|video|comment|view)s?\b.{0,60}\?|did you (?:see|hear|witness|film)\b.{0,60}\?|do you have (?:a|any) (?:question|story|tip|information)\b"
    r"|(?:advertisement|advert|ad|anzeige|story continues below(?: advertisement)?|article continues (?:below|after)[\w ]*|skip (?:to|past|advert)[\w ]*|continue reading)\W*$"
    r"|(?:tags?|topics?|categor(?:y|ies)|filed under|keywords|labels|hashtags|labelled|in this (?:article|story)) ?:"
    r"|(?:we use|this (?:site|website) uses) cookies|accept (?:all )?cookies|(?:terms of (?:use|service)|privacy policy|cookie policy)\b|all rights reserved"
    r"|this (?:live (?:page|blog|coverage|feed|stream)|liveblog|blog) (?:is|has|was)(?: now)? (?:been )?(?:closed|ended|over|no longer)"
    r"|(?:our|that's|this is the end of our|thanks for (?:reading|following|joining)|thank you for (?:reading|following|joining))\b[\w'’ ]{0,30}\b(?:live (?:coverage|blog|page)|newsletter|for today)"
    r"|thanks for (?:reading|following|joining)|thank you for (?:reading|following|joining)"
    r"|(?:table of contents|jump to|back to top|contents|share this|navigation|menu|home|search)$"
    r")"
)

# who made it: photographers, writers, editors, agencies
CREDITS = re.compile(
    r"(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?|[Vv]ideos?|VIDEO|[Pp]ictures?|[Ii]llustrations?|[Gg]raphics?|GRAPHIC|[Mm]aps?|[Cc]over (?:photo|image)|[Ff]ile (?:photo|picture|image)|FILE PHOTO|[Cc]aption)"
    r"(?: (?:credits?|by|courtesy(?: of)?|source|of the (?:day|week)|from))? ?(?:[:©]|\([cC]\))"
    r"|(?:[Pp]hoto|[Ii]mage|[Vv]ideo|[Pp]icture|[Ii]llustration|[Gg]raphic)s? (?:by|courtesy(?: of)?|credits?) [A-Z][\w.'’-]*(?:[ /][A-Z(][\w.'’-]*){0,4}\W*$"
    r"|(?:Additional |Additional (?:reporting|writing|research)[\w ,]* by |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|[Tt]ranslated|[Ee]dited|REPORTING|EDITING) (?:and (?:[Ww]riting|[Ee]diting|[Rr]eporting) )?(?:by|from agency|for \w+ by) "
    r"|(?:Additional|Further|Extra) (?:reporting|writing|research|contributions?)\b.{0,20}\bby "
    r"|(?:Reported|Written|Compiled|Produced) by [A-Z][\w.'’-]*(?:,? (?:and )?[A-Z][\w.'’-]*){0,6}\W*$|Compiled (?:from|by|with)\b|With (?:files|reporting|material|additional reporting|contributions?|information) (?:from|by) "
    r"|(?:©|\([cC]\) ?\d{4}|Copyright|COPYRIGHT|©️)(?: |\d)"
    r"|(?:This (?:article|story|report|piece|text) (?:was|is|has been) (?:first |originally |also )?(?:published|written|produced|translated|adapted|republished|based on|part of|funded|made possible|supported)\b)"
    r"|(?:The )?(?:[Aa]uthors?|[Ww]riters?) (?:is|are) (?:a|an|the|based|former|currently|on the)\b|(?:The )?(?:views|opinions) (?:expressed|are|in this)\b|(?:Names|Some names|The names?) (?:have|has) been (?:changed|altered|withheld)"
    r"|(?:FOR )?(?:FURTHER INFORMATION|Further information|For (?:further|more) information)(?: CONTACT| contact)?\b.{0,4}(?::|,|$|visit|see|please|contact)"
    r"|(?:(?:MEDIA|PRESS|Media|Press|Editorial|EDITORIAL) )?(?:CONTACTS?|Contacts?|ENQUIRIES|Enquiries) ?:"
    r"|(?:Published|Last (?:updated|modified|edited)|Updated|Posted|First published|Publication date)(?: (?:on|at))? ?:? ?(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d)[^.]{0,60}$"
    r"|By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}(?:,| and | \||$)[\w .,'’|&-]{0,80}$"
)

# notes of the wire and of the editors on the text itself
NOTES = re.compile(
    r"\((?:Adds?|Updates?|Recasts?|Rewrites?|Corrects?|Corrected|Clarifies|Removes?|Refiles?|Repeats?|Fixes|Changes|Deletes|Releads?|Writes through|Restores|Tops|Combines|Edits)\b[^()]{0,400}\)?$"
    r"|(?:This (?:story|version|article|report|item|copy|page|post|headline) (?:corrects|has been (?:corrected|updated|amended|revised|clarified|edited)|was (?:corrected|updated|amended|revised)|clarifies|updates|will be updated))\b"
    r"|(?:CORRECTION|Correction|Clarification|CLARIFICATION|Editor['’]s? [Nn]ote|EDITOR['’]S NOTE|Editors['’] note|Erratum|Update note)s?\b ?(?:[:,(—–-]|on \w)"
    r"|(?:An|A) (?:earlier|previous) version of (?:this|the) |(?:This is a|This) (?:breaking|developing|live) (?:news )?(?:story|event|page|blog)\b|More (?:details |information )?(?:to follow|soon|follows)\b"
    r"|(?:-30-|- ?ends ?-|ENDS|###|\*\*\*|___+|---+|\* \* \*|~~+)$"
)

WRAPPED = re.compile(r"^[\s(\[*_>|→»▶►–—•-]+")
ARROW = re.compile(r"[\s*_(\[]*(?:→|»|>>|▶|►|➡|👉)")


def is_boilerplate(piece: str) -> bool:
    """Whether a line or a sentence begins as boilerplate does, marks of emphasis and brackets left aside."""
    bare = WRAPPED.sub("", piece).rstrip(" *_)]")
    if not bare:
        return True
    noted = piece.strip(" *_")
    return any(pattern.match(bare) for pattern in (STARTS, CREDITS, NOTES)) or bool(NOTES.match(noted))


# a line that announces links to other articles, and how a link looks
HEADS_LINKS = re.compile(
    rf"[\s*_#]*(?i:related(?: {_STORIES})?|recommended(?: {_STORIES}| for you)?|read (?:also|more|next)|see also|more on this(?: \w+)?|more {_STORIES}|most (?:read|popular|viewed)"
    rf"|you (?:may|might) also (?:like|be interested in)|trending(?: now)?|top stories|latest (?:news|{_STORIES})|further reading|editors?['’] picks?|similar {_STORIES}|related {_STORIES} (?:from|on) [\w ]{{1,30}})[\s*_:]*$"
)
ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,}$|\b(?:Inc|Co|Ltd|Jr|Sr|No|vs|etc)\.$")


def looks_like_link(line: str) -> bool:
    """Whether a line under "Related" may be the title of another article: short, no full stop but an abbreviation's."""
    bare = line.strip(" *_-•")
    return len(bare) <= 160 and (not bare.endswith((".", ":", ",", ";", "”", '"')) or bool(ABBREVIATED.search(bare)))
