"""Patterns for the parts of a page that are not the article: credits, update lines, buttons, lists of links."""

from __future__ import annotations

import re

from variorum.ingest.wording import AGENCY, FULL_DATE, MONTH, WEEKDAY

_I = re.IGNORECASE

BOILERPLATE = re.compile(
    r"""^(?:
      # players and pictures that stay behind when a page is copied
      (?:play|pause|mute|unmute|replay|listen|watch|video|audio|photos?|image|gallery|slideshow|live|transcript|menu|search|
         loading|download|embed|close|next|previous|back|home|print|save|like|reply|report|skip|more|most\ read|trending)
         (?:\ (?:live\ radio|now|video|article|story|ad|more|to\ (?:content|main\ content|top)|this\ (?:story|article|page)))?[.…]*
      |(?:now\ playing|next\ up|up\ next|available\ on\ air\ stations|just\ watched|must\ watch|watch\ (?:live|now|more|this)|
         listen\ (?:to\ this|now)|click\ (?:here|to|on)|tap\ (?:here|to)|scroll\ (?:down|for|to)|swipe|hide\ caption|
         toggle\ caption|enlarge\ this\ image|slideshow\ \(|view\ (?:gallery|all|more|comments|image)|more-in|
         opens\ in\ (?:a\ )?new|\d+:\d\d(?:\s|/|$)|[\d,.]+\ ?[km]?\ (?:views?|likes?|shares?|comments?|followers?|min(?:ute)?s?\ read)\b|
         (?:estimated\ )?(?:reading\ time|read\ time)|image\ source\b)
         .*
      # advertisements and accounts
      |(?:advertisement|advertising|sponsor(?:ed)?\ (?:message|content|by)|paid\ (?:content|post)|promoted|ad\ feedback|
         newsletter|sign\ (?:up|in)|log\ ?in|subscribe|register\ (?:now|for|to)|already\ a\ subscriber|get\ (?:our|the|daily)\ .*(?:newsletter|inbox|app)|
         support\ (?:our|independent|quality)|donate|become\ a\ (?:member|subscriber|supporter)|we\ pay\ for|do\ you\ have\ a\ (?:story|tip)|
         (?:got|have)\ a\ (?:story|tip|news\ tip)|send\ (?:us|your)|enter\ your\ e-?mail|download\ (?:the|our)|
         thank(?:s|\ you)\ for\ (?:subscribing|reading|signing)|an\ error\ has\ occurred|please\ (?:enable|verify|try\ again|log|sign)|
         (?:this|our)\ (?:site|website)\ uses|we\ use\ cookies|we\ value\ your\ privacy|accept\ (?:all|cookies)|manage\ (?:cookies|preferences|consent)|
         cookie\ (?:policy|settings|preferences)|privacy\ (?:policy|notice)|terms\ (?:of\ (?:use|service)|and\ conditions|&\ conditions)|
         all\ rights\ reserved|copyright\b|©|\(c\)\ ?\d{4}|this\ material\ may\ not\ be)
         .*
      # sharing, comments, other pages
      |(?:share\ (?:this|on|via|with|full)|share$|read\ or\ share|follow\ (?:us|me|our|him|her|the\ author|@|\S+(?:\ \S+){0,3}\ on)|like\ us|
         join\ (?:us|our|the\ conversation)|find\ us|leave\ a\ (?:comment|reply)|(?:view|show|post|add|hide|see|read)\ (?:a\ |all\ |the\ )?(?:\d+\ )?comments?|
         comments?\ (?:\(|are\ closed|on\ this|$)|no\ comments|\d+\ comments|facebook$|twitter$|whatsapp|telegram$|instagram$|linkedin|pinterest|
         reddit$|e-?mail$|copy\ link|tags?:|topics?:|filed\ under|categories|keywords|back\ to\ (?:top|home)|
         about\ (?:us|the\ author|this\ (?:site|story))|contact\ (?:us|the)|advertise\ with|careers$|site\ map|
         (?:npr|our)\ transcripts\ are|visit\ our\ (?:website|site)|for\ more\ (?:information|news|stories)|
         (?:the\ )?(?:views|opinions)\ expressed\ (?:in|are|here))
         .*
      |[\W_]+
    )$""",
    _I | re.VERBOSE,
)
"""A whole line that is page furniture."""

FURNITURE_INSIDE = re.compile(
    r"continue reading the main story|all rights reserved|view all .{0,40} newsletters|toggle caption|more videos \.\.\.|"
    r"opens in new window|\b(?:no|\d+) comments? on [A-Z‘“]|sign up for (?:our|the|breaking|daily)|e-?mail us at|terms of use and permissions|"
    r"may not be published, broadcast|newsletter sign up|\bsubscribe (?:to|now)\b|to get exclusive reports|"
    r"follow (?:him|her|them|us) on (?:twitter|facebook|x)\b",
    _I,
)
"""Words that page furniture holds and an article hardly does."""

LINKS_OPEN = re.compile(
    r"^(?:related(?: (?:stories|articles|content|links|topics|news|coverage|reading|posts|items|video))?|read more|more on this(?: story)?|"
    r"more (?:from|on|in|about|stories|news|coverage)\b.{0,40}|recommended(?: (?:for you|stories|reading))?|most (?:read|popular|viewed|recent)\b.{0,20}|"
    r"trending(?: now)?|you (?:may|might) (?:also )?like.{0,20}|see also|also read|also on .{0,30}|read next|what to read next|up next|"
    r"(?:editor.?s|editors.) (?:picks?|choice)|top stories|latest (?:news|stories)|popular (?:now|stories)|further reading|don.?t miss|"
    r"(?:the )?best of .{0,30}|in case you missed it|explore more|keep reading|must reads?)\s*:?$",
    _I,
)
"""A line that opens a list of links to other pages."""

LINK = re.compile(
    r"^(?:(?:read|see|watch|also) (?:more|also|read)|more|related|watch|listen|opinion|analysis|explainer|in (?:pictures|photos)|gallery|"
    r"live updates?|must read|don.?t miss)\s*[:|►>»–-]\s*\S.*$|^(?:related stories|related articles|most read in|read more about)\s+\S.*$"
    r"|^\[[^\[\]]{10,140}\]$|^[>»►▶→•]\s?(?:read|more|watch|see)\b.*$",
    _I,
)
"""A line that is a link to another page."""

FILE_NAME = re.compile(r"^\S.{0,100}\.(?:jpe?g|png|gif|webp|svg|mp4|mov|mp3|pdf|tiff?|heic)$", _I)

COPYRIGHT = re.compile(r"^(?:copyright\b|©|\(c\)\s?\d{4}|all rights reserved)", _I)

END_MATTER = re.compile(
    r"^(?:leave a (?:comment|reply)|comments?(?: \(\d+\))?|related articles|related stories|about the author|share this.*|"
    r"subscribe\b.*|back to top|enter your email.*)\s*:?$",
    _I,
)
"""What stands under an article: lines behind it, near the end, belong to the page."""

UPDATE = re.compile(
    rf"""^(?:\W{{0,3}}|[\w .'&-]{{2,40}}\s[|•·]\s?)(?:
      (?:last\ )?(?:up-?dated?|modified|edited|revised|published|posted|created|first\ published|originally\ published|filed|issued|date)
         (?:\s(?:on|at))?\s*[:,–—-]?\s*(?:{WEEKDAY}\b|(?:{MONTH})\b|\d|today|yesterday).{{0,90}}
      |(?:update|updated|correction|clarification|editor[’']?s\ note)\s*:?
      |up-?dated?\s(?:to|with|throughout|after|throughout)\b.{{0,140}}
      |this\ (?:story|article|post|report|page|copy|piece)\ (?:has\ been|was|will\ be)\ (?:first\ |originally\ |last\ )?(?:updated|corrected|published|amended|revised).{{0,240}}
      |(?:correction|clarification|editor[’']?s\ note)\s*(?:\([^)]*\))?\s*[:–—-].{{0,300}}
      |(?:{WEEKDAY}[,.]?\s)?{FULL_DATE}\W{{0,3}}(?:(?:at|on|\||-|–|—|/|•|·)?\s*\d{{1,2}}[:.]\d\d.{{0,40}})?(?:\s*[|•·]\s*(?:up-?dated|published).{{0,60}})?
      |\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}})?\s*[,|•·–-]?\s*(?:{WEEKDAY}[,.]?\s)?{FULL_DATE}
      |\d+\s(?:minutes?|hours?|days?|weeks?)\sago
    )\W{{0,3}}$""",
    _I | re.VERBOSE,
)
"""A line that states when the page was published, updated or corrected."""

_NAME = r"(?:[A-Z][\w.’'-]*|de|van|von|al|bin|der|la|le|da|di|el)"
NAMES = rf"{_NAME}(?:\s{_NAME}){{0,4}}"
"""Pattern for a person's or a company's name, capitals and all."""

BYLINE = re.compile(
    rf"""^\W{{0,3}}(?:
      (?:By|BY|by)\s+(?:{NAMES}|[A-Z][A-Z .'’-]+)(?:(?:\s*(?:,|\||&|/|•|·|—|–|-)\s*|\s(?:and|for|in|with|of)\s)[\w .,'’&@|/()-]{{1,80}})?
      |(?:[Ee]dited|[Rr]eporting|[Ww]ritten|[Rr]eported|[Cc]ompiled|[Tt]ranslated|[Pp]roduced|[Aa]dditional\ [Rr]eporting|[Ww]riting|[Ee]diting)\s(?:by|BY)\b.{{2,200}}
      |(?:SOURCE|Source|Sources|Information\ from|Author|Authors|Writer|Words|Text|With\ (?:files|reporting|assistance|agency\ inputs|inputs)|With\ (?:files|reporting|assistance|inputs)\ (?:from|by))\s*[:]?\s+(?-i:[A-Z]).{{1,160}}
      |.{{3,300}}\bcontributed\ (?:to\ (?:this|the)\ (?:report|story|article|post|piece)|reporting|to\ the\ reporting).{{0,60}}
      |.{{3,80}},?\s(?:Special\ to|Staff\ [Ww]riter|[Cc]orrespondent|Senior\ [Rr]eporter|Staff\ [Rr]eporter|Associated\ Press\ [Ww]riters?)\b.{{0,60}}
    )$""",
    re.VERBOSE,
)
"""A line that names who wrote, edited or supplied the report."""

SECTION_AND_AUTHOR = re.compile(rf"^{NAMES}\s?[,|/–—-]\s?(?:{AGENCY}|[A-Z][\w’' ]{{2,30}})$")
"""An author with an outlet, or an author and a section."""

AGENCIES_ONLY = re.compile(
    rf"^\W{{0,2}}(?:(?:with\s)?(?:{AGENCY})(?:\s(?:photo|images|news|agency))?)(?:\s*(?:[-–—/,|&+]|and|via)\s*(?:{AGENCY}))*\W{{0,2}}$", _I
)
"""A line of nothing but agencies."""
