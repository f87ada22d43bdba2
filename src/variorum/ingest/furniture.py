"""Patterns for the parts of a page that are not the article: credits, update lines, buttons, lists of links."""

from __future__ import annotations

import re

from variorum.ingest.wording import AGENCY, FULL_DATE, MONTH, WEEKDAY


def any_of(*patterns: str, prefix: str = "", suffix: str = "") -> re.Pattern[str]:
    """Return one pattern for any of `patterns`, without regard to case."""
    return re.compile(f"{prefix}(?:{'|'.join(patterns)}){suffix}", re.IGNORECASE)


BUTTON = any_of(
    r"play|pause|mute|unmute|replay|listen|watch|video|audio|photos?|image|gallery|slideshow|live|transcript",
    r"menu|search|loading|download|embed|close|next|previous|back|home|print|save|like|reply|report|skip|more",
    r"share|facebook|twitter|linkedin|reddit|e-?mail|careers|most read|trending|more-in|copy link|comments?",
    r"hide caption|toggle caption|enlarge this image|site map|contact|contact us|log ?in|sign in",
    prefix=r"^[^\w]*",
    suffix=r"(?: (?:live radio|now|video|article|story|ad|more|to (?:content|main content|top)"
    r"|this (?:story|article|page)))?"
    r"\s?[.:…]*$",
)
"""A whole line that is the label of a button, a tab or a player."""

FURNITURE = any_of(
    # players and pictures that stay behind when a page is copied
    r"(?:on|live) air\b|on now\b|[^|]{1,30}(?: \| [^|]{1,30}){3,}$",
    r"now playing\b|next up\b|up next\b|available on air\b|just watched\b|must watch\b|watch (?:live|now|more|this)\b",
    r"listen (?:to this|now)\b|click (?:here|to|on)\b|tap (?:here|to)\b|scroll (?:down|for|to)\b|swipe\b",
    r"enlarge this image\b|slideshow \(|view (?:gallery|all|more|comments|image)\b|opens in (?:a )?new\b"
    r"|image source\b",
    r"\d+:\d\d(?:\s|/|$)|[\d,.]+ ?[km]? (?:views?|likes?|shares?|comments?|followers?|min(?:ute)?s? read)\b",
    r"(?:estimated )?(?:reading|read) time\b",
    # advertisements and accounts
    r"advertisement\b|sponsor(?:ed)? (?:message|content|by)\b|paid (?:content|post)\b|ad feedback\b|newsletter\b",
    r"sign (?:up|in)\b|subscribe\b|register (?:now|for|to)\b|already a subscriber\b|support (?:our"
    r"|independent|quality)\b",
    r"get (?:our|the|daily) .*(?:newsletter|inbox|app)|donate\b|become a (?:member|subscriber"
    r"|supporter)\b|we pay for\b",
    r"(?:do you |got |have )(?:have )?a (?:story|tip|news tip)\b|send (?:us|your)\b|enter your e-?mail\b",
    r"download (?:the|our)\b|thank(?:s| you) for (?:subscribing|reading|signing)\b|an error has occurred\b",
    r"please (?:enable|verify|try again|log|sign)\b",
    # the law
    r"(?:this|our) (?:site|website) uses\b|we use cookies\b|we value your privacy\b|accept (?:all|cookies)\b",
    r"manage (?:cookies|preferences|consent)\b|cookie (?:policy|settings|preferences)\b|privacy (?:policy|notice)\b",
    r"terms (?:of (?:use|service)|and conditions|& conditions)\b|all rights reserved\b|copyright\b|©|\(c\) ?\d{4}",
    r"this copy is for your personal\b|this material may not be\b|(?:npr|our) transcripts are\b"
    r"|(?:the )?(?:views|opinions) expressed (?:in|are|here)\b",
    # sharing, comments, other pages
    r"share (?:this|on|via|with|full)\b|read or share\b|follow (?:us|me|our|him|her|the author|@"
    r"|\S+(?: \S+){0,3} on)\b",
    r"like us\b|join (?:us|our|the conversation)\b|find us\b|leave a (?:comment|reply)\b|comments? (?:\("
    r"|are closed|on this)",
    r"(?:view|show|post|add|hide|see|read) (?:a |all |the )?(?:\d+ )?comments?\b|no comments\b|\d+ comments\b",
    r"whatsapp|telegram$|instagram$|pinterest|tags?:|topics?:|filed under\b|categories\b|keywords\b"
    r"|back to (?:top|home)\b",
    r"about (?:us|the author|this (?:site|story))\b|advertise with\b|visit our (?:website|site)\b",
    r"for more (?:information|news|stories)\b",
    r"[\W_]+$",
    prefix="^",
)
"""The first words of a line that is page furniture."""

FURNITURE_INSIDE = any_of(
    r"continue reading the main story|all rights reserved|view all .{0,40} newsletters|toggle caption"
    r"|more videos \.\.\.",
    r"opens in new window|sign up for (?:our|the|breaking|daily)|e-?mail us at|terms of use and permissions",
    r"may not be published, broadcast|newsletter sign up|\bsubscribe (?:to|now)\b|to get exclusive reports",
    r"\b(?:no|\d+) comments? on [A-Z‘“]|follow (?:him|her|them|us) on (?:twitter|facebook|x)\b",
)
"""Words that page furniture holds and an article hardly does."""

LINKS_OPEN = any_of(
    r"related(?: (?:stories|articles|content|links|topics|news|coverage|reading|posts|items|video))?"
    r"|read more|read next",
    r"more on this(?: story)?|more (?:from|on|in|about|stories|news|coverage)\b.{0,40}|what to read next"
    r"|up next|see also",
    r"recommended(?: (?:for you|stories|reading))?|most (?:read|popular|viewed|recent)\b.{0,20}|trending(?: now)?",
    r"you (?:may|might) (?:also )?like.{0,20}|also read|also on .{0,30}|(?:editor.?s|editors.) (?:picks?|choice)",
    r"top stories|latest (?:news|stories)|popular (?:now|stories)|further reading|don.?t miss|(?:the )?best of .{0,30}",
    r"in case you missed it|explore more|keep reading|must reads?",
    prefix="^",
    suffix=r"\s*:?$",
)
"""A line that opens a list of links to other pages."""

LINK = any_of(
    r"(?:(?:read|see|watch|also) (?:more|also|read)|more|related|watch|listen|opinion|analysis|explainer|gallery"
    r"|in (?:pictures|photos)|live updates?|must read|don.?t miss)\s*[:|►>»–-]\s*\S.*$",
    r"(?:related stories|related articles|most read in|read more about)\s+\S.*$",
    r"\[[^\[\]]{10,140}\]$",
    r"[>»►▶→•]\s?(?:read|more|watch|see)\b.*$",
    prefix="^",
)
"""A line that is a link to another page."""

FILE_NAME = re.compile(r"^\S.{0,100}\.(?:jpe?g|png|gif|webp|svg|mp4|mov|mp3|pdf|tiff?|heic)$", re.IGNORECASE)
"""A line that is a file's name, left where a picture stood."""

_PATH_STEP = r"[A-Z][\w&'’.-]*(?:[ ,]+[\w&'’.-]+){0,2}"
BREADCRUMBS = re.compile(
    rf"(?:Home\s?[›»>→/|]\s?)?{_PATH_STEP}(?:\s?[›»→]\s?|\s>\s){_PATH_STEP}(?:(?:\s?[›»→]\s?|\s>\s)\S.{{0,140}})?"
    rf"|{_PATH_STEP}(?:\s/\s{_PATH_STEP}){{2,5}}|Home\s?[/|]\s?\S.{{0,160}}"
)
"""A whole line that is the path to a page through its site: "News › Gear", "Home / World / Europe"."""

COPYRIGHT = re.compile(r"^(?:copyright\b|©|\(c\)\s?\d{4}|all rights reserved)", re.IGNORECASE)

END_MATTER = any_of(
    r"leave a (?:comment|reply)|comments?(?: \(\d+\))?|related articles|related stories|about the author|share this.*",
    r"subscribe\b.*|back to top|enter your email.*",
    prefix="^",
    suffix=r"\s*:?$",
)
"""What stands under an article: lines behind it, near the end, belong to the page."""

_DATES = (
    r"(?:last |first |originally )?(?:up-?dated?|modified|edited|revised|published|posted|created|filed|issued|date)"
    rf"(?:\s(?:on|at))?\s*[:,–—-]?\s*(?:{WEEKDAY}\b|(?:{MONTH})\b|\d|today|yesterday).{{0,90}}"
)
DAY_FIRST = rf"(?:{WEEKDAY}[,.]?\s)?{FULL_DATE}\W{{0,3}}(?:(?:at|on|\||-|–|—|/|•|·)?\s*\d{{1,2}}[:.]\d\d.{{0,40}})?"
"""Pattern for a line's full date, perhaps with its weekday and the time of day."""

UPDATE = any_of(
    _DATES,
    r"(?:update|updated|correction|clarification|editor[’']?s note)\s*:?",
    r"up-?dated?\s(?:to|with|throughout|after)\b.{0,140}",
    r"this (?:story|article|post|report|page|copy|piece) (?:has been|was|will be) (?:first |originally |last )?"
    r"(?:updated|corrected|published|amended|revised).{0,240}",
    r"(?:correction|clarification|editor[’']?s note)\s*(?:\([^)]*\))?\s*[:–—-].{0,300}",
    rf"{DAY_FIRST}(?:\s*[|•·]\s*(?:up-?dated|published).{{0,60}})?",
    rf"\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}})?\s*[,|•·–-]?\s*(?:{WEEKDAY}[,.]?\s)?{FULL_DATE}",
    r"\d+\s(?:minutes?|hours?|days?|weeks?)\sago",
    prefix=r"^(?:\W{0,3}|[\w .'&-]{2,40}\s[|•·]\s?)",
    suffix=r"\W{0,3}$",
)
"""A line that states when the page was published, updated or corrected."""

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|al|bin|der|la|le|da|di|el)"
NAMES = rf"{_NAME}(?:\s{_NAME}){{0,4}}"
"""Pattern for a person's or a company's name, capitals and all."""

BYLINE = re.compile(
    rf"""^\W{{0,3}}(?:
      [Bb][Yy]\s+(?:{NAMES}|[A-Z][A-Z .'’-]+)
         (?:(?:\s*(?:,|\||&|/|•|·|—|–|-)\s*|\s(?:and|for|in|with|of)\s)[\w .,'’&@|/()-]{{1,80}})?
      |(?:[Ee]dited|[Rr]eporting|[Ww]ritten|[Rr]eported|[Cc]ompiled|[Tt]ranslated|[Pp]roduced
         |[Aa]dditional\ [Rr]eporting
         |[Ww]riting|[Ee]diting)\s(?:by|BY)\b.{{2,200}}
      |(?:SOURCE|Sources?|Information\ from|Authors?|Writer|Words|Text|With\ (?:files|reporting|assistance|inputs)
         \ (?:from|by)|With\ (?:files|reporting|assistance|agency\ inputs|inputs))\s*:?\s+[A-Z].{{1,160}}
      |.{{3,300}}\bcontributed\ (?:to\ (?:this|the)\ (?:report|story|article|post|piece)|reporting|to\ the\ reporting)
         .{{0,60}}
      |.{{3,80}},?\s(?:Special\ to|Staff\ [Ww]riter|[Cc]orrespondent|Senior\ [Rr]eporter|Staff\ [Rr]eporter
         |Associated\ Press\ [Ww]riters?)\b.{{0,60}}
    )$""",
    re.VERBOSE,
)
"""A line that names who wrote, edited or supplied the report."""

AUTHOR_AND_OUTLET = re.compile(rf"^{NAMES}\s?[,|/–—-]\s?(?:{AGENCY}|[A-Z][\w’' ]{{2,30}})$")
"""An author with an outlet."""

AGENCIES_ONLY = any_of(
    AGENCY,
    prefix=r"^\W{0,2}(?:with\s)?",
    suffix=rf"(?:\s(?:photo|images|news|agency))?(?:\s*(?:[-–—/,|&+]|and|via)\s*(?:{AGENCY}))*\W{{0,2}}$",
)
"""A line of nothing but agencies."""
