package block

import (
	"regexp"
	"strings"

	"onrecord/internal/annotate"
)

// longestRule is the longest unit, in bytes, that any rule looks at as a whole.
const longestRule = 600

// place is where in a text a rule holds.
type place uint8

const (
	anywhere place = iota
	atEnd
)

// Names as they stand in a photograph's credit: capitals, and few small words.
const (
	credited = `(?:\p{Lu}[\p{L}\p{M}.'’\-]*|and|for|via|of|the|/|,)(?:[ ,/]+(?:\p{Lu}[\p{L}\p{M}.'’\-]*|and|for|via|of|the))*`
	credit   = `(?:AP Photo|AFP Photo|AFP PHOTO|EPA-EFE|REUTERS|Reuters) ?/ ?` + credited + `|(?i:photo by|photo:|image:|photograph:|photo credit:|picture:|credit:) ` + credited + `|` + credited + `/(?:AP|AFP|Reuters|REUTERS|Getty Images|Bloomberg|EPA)(?: via \p{Lu}\p{L}+)?`
)

// rules tell what is no part of a story by what all of a unit says. The first
// that fits decides.
var rules = []struct {
	kind  annotate.BlockKind
	where place
	long  int    // the longest unit, in bytes
	need  string // parted by |, in small letters: without one of these the form cannot fit; empty means it may
	form  *regexp.Regexp
}{
	// Signs without a letter or digit; labels of archives.
	{annotate.Boilerplate, anywhere, 80, "", regexp.MustCompile(`^[^\p{L}\p{N}"“”'‘’«»]+$`)},
	{annotate.Boilerplate, anywhere, 40, "", regexp.MustCompile(`^(?:ABSTRACT|FULL TEXT|CORRECTION APPENDED|Correction Appended|FOR IMMEDIATE RELEASE|For Immediate Release|PRESS RELEASE|Press [Rr]elease|MEDIA RELEASE|NEWS RELEASE|OPINION|ANALYSIS|EXPLAINER|EDITORIAL|End of Document|Enditem|ENDS|END|(?i:load-date): .*|(?i:length): \d+ words)\.?$`)},

	// Photographs and their makers.
	{annotate.Caption, anywhere, 400, "file", regexp.MustCompile(`^(?i:file|file photo|file image|file picture)(?: ?[-–—:]| \()`)},
	{annotate.Caption, anywhere, 160, ":", regexp.MustCompile(`^\(?(?i:(?:photo(?:graph)?s?|images?|pictures?|illustration|graphic|map|video|screenshot)(?: credits?| courtesy)?(?: by| via| of| courtesy)? ?:|photos?:|pic:|credit:) ?[^"“”]*$`)},
	{annotate.Caption, anywhere, 120, " by | via | courtesy", regexp.MustCompile(`^\(?(?i:(?:photo(?:graph)?s?|images?|pictures?|illustration|graphic|map|video|screenshot)(?: credits?)? (?:by|via|courtesy of|courtesy)) ` + credited + `\.?\)?\.?$`)},
	{annotate.Caption, anywhere, 90, "getty", regexp.MustCompile(`^\(?(?:[\p{L}\p{M}.,'’\- ]{2,50}(?: via |, | ?/ ?| - | for ))?(?:AFP|AP|EPA|Reuters|REUTERS|Bloomberg|Anadolu|CNP|NurPhoto|SIPA)?(?: via | ?/ ?)?Getty(?: Images)?(?:/[\p{L} ]{2,30})?\.?\)?\.?$`)},
	{annotate.Caption, anywhere, 90, "", regexp.MustCompile(`^\(?(?:AP Photo|AFP Photo|AFP PHOTO|Reuters Photo|Associated Press|ASSOCIATED PRESS|AP|EPA|EPA-EFE|REUTERS|Reuters|AFP|Shutterstock|Alamy|iStock|Wikimedia Commons|Flickr)(?: ?/ ?[\p{L}\p{M}.,'’\- /]{2,60})?\.?\)?\.?$`)},
	{annotate.Caption, anywhere, 500, "photo|reuters|getty|/a|/b|/e|epa|image:|picture:|credit:", regexp.MustCompile(`[\p{L}.)”"] ?[(|] ?(?:` + credit + `)\.?\)\.?$|[.)”"] (?:` + credit + `)\.?$`)},

	// Ways to other pages.
	{annotate.Boilerplate, anywhere, 220, ":", regexp.MustCompile(`^(?i:read|also read|read also|read more|see more|see also|read next|related|more on this|watch|watch also|don't miss|don’t miss|recommended|related stor(?:y|ies)|related articles?|related coverage|related content|more from [\p{L} ]{2,30}|also on [\p{L} ]{2,30}|also in [\p{L} ]{2,30}) ?:`)},
	{annotate.Boilerplate, anywhere, 160, "", regexp.MustCompile(`^"?(?i:read more|see more|see also|related|related stor(?:y|ies)|related articles?|more stories|more to read|more on this (?:story|topic)|most read|most popular|trending(?: now)?|editors?['’]?s? picks?|recommended(?: for you)?|top stories|latest news|you may also like|what to read next|further reading)[.:]?"?$`)},
	{annotate.Boilerplate, anywhere, 120, "here| at | on | below", regexp.MustCompile(`^\(?(?i:read|see|find|get|view) (?i:(?:the )?(?:rest|full (?:story|article|text|report|interview|transcript)|whole (?:story|thing|article)|entire (?:story|article)|more|original(?: article| story)?|it all))(?: of (?:the|this) (?:story|article|post|piece))? (?i:here|at [\p{L}' ]{2,40}|on [\p{L}' ]{2,40}|below)\.?\)?$`)},
	{annotate.Boilerplate, anywhere, 120, "read |click |tap |watch |listen |see ", regexp.MustCompile(`^(?i:read (?:the rest|it all|more|part \d.*|the full (?:story|article)|the original)(?: here| below)?|click here(?: to| for)? .*|click here|tap here.*|(?:watch|listen to|see) (?:the|a|his|her|their) (?:full |entire |whole )?(?:video|clip|ad|interview|interview segment|segment|speech|trailer|episode|photos?|tweets?|podcast)(?: from the debate)? (?:here|above|below))[.:!]*$`)},
	{annotate.Boilerplate, anywhere, 100, "h/t|hat tip", regexp.MustCompile(`^\(?(?i:h/t/?|hat tip)[: ].{2,60}$`)},

	// Calls to follow, share, like and write.
	{annotate.Boilerplate, anywhere, 200, "follow|find|like|join", regexp.MustCompile(`^"?(?i:on twitter,? )?(?i:follow|(?:find|like|join)(?: us| me| our)\b) ?.{0,120}(?i:\bon (?:twitter|facebook|instagram|x|telegram|youtube|linkedin|threads|google news|whatsapp)\b|@\w+).{0,80}$`)},
	{annotate.Boilerplate, anywhere, 90, ":", regexp.MustCompile(`^(?i:twitter|facebook|instagram|telegram|e-?mail|contact|tel|phone) ?: ?\S+(?: \S+)?$`)},
	{annotate.Boilerplate, anywhere, 60, "", regexp.MustCompile(`^(?i:share|tweet|print|email|facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|copy link|comments?|\d+ comments?|share (?:this|on|via)[\p{L} ,]*|print this (?:article|story|page)|email this (?:article|story)|leave a comment|join the conversation)[.:]?$`)},
	{annotate.Boilerplate, anywhere, 160, "?", regexp.MustCompile(`^(?i:do you (?:support|agree|think|like)|are you (?:on|with)) [^?]{2,80}\? (?i:like the page|like us|share)`)},
	{annotate.Boilerplate, atEnd, 600, "follow |reach |email |contact ", regexp.MustCompile(`\b(?:Follow|Reach|Email|Contact) (?:him|her|them|me|us)(?: directly)? (?:on (?:Twitter|Facebook|X|Instagram)|at \S+@\S+)`)},
	{annotate.Boilerplate, atEnd, 200, "@", regexp.MustCompile(`^(?i:send (?:tips|comments|feedback|letters|questions|stories)|email us|write to us|contact us|contact the (?:author|writer|reporter)s?|have a tip|got a tip|reach \p{L}+ at)\b.*\S+@\S+$`)},

	// Letters to subscribers and what is sold.
	{annotate.Boilerplate, anywhere, 300, "subscribe|sign up", regexp.MustCompile(`^\(?(?i:subscribe|sign up|unsubscribe)(?: (?:here|now|today|to|for|below|free)\b| and\b|[.!:]|$)[^"“”]*$`)},
	{annotate.Boilerplate, anywhere, 300, "sign up|subscribe|newsletter|app|inbox", regexp.MustCompile(`^(?i:want more|for more|to get more|get more|get the|get our|enjoying)\b.{0,120}(?i:sign up|subscribe|newsletter|download (?:our|the) app|in your inbox).{0,150}$`)},
	{annotate.Boilerplate, anywhere, 80, "", regexp.MustCompile(`^(?i:enter your e-?mail(?: address)?|you (?:have|'ve|’ve) (?:been )?(?:successfully )?(?:subscribed|signed up).*|thank you for (?:subscribing|signing up).*|this form is protected.*|by signing up,? you agree.*)[.:!]?$`)},
	{annotate.Boilerplate, anywhere, 120, "", regexp.MustCompile(`^[\[(]?(?i:advertisement|advertisements|advertising|sponsored(?: content)?|promoted(?: content)?|paid content|(?:story|article) continues (?:below|after)(?: (?:the |this )?(?:ad|advert|advertisement|video|newsletter promotion))?|skip (?:advertisement|past newsletter promotion)|scroll to continue(?: with content)?|continue reading(?: the main story)?|skip to (?:main )?content)[.\])]*$`)},

	// Rights and the history of the page.
	{annotate.Boilerplate, anywhere, 600, "©|(c)|copyright|rights reserved|may not be", regexp.MustCompile(`^(?i:©|\(c\) ?(?:copyright|\d{4})|copyright (?:©|\(c\)|\d{4})|[^"“”?]{0,150}\ball rights reserved\b|[^"“”?]{0,80}\bmay not be (?:published|reproduced), (?:broadcast|distributed)|this material may not be)`)},
	{annotate.Boilerplate, anywhere, 200, "printed|published|our standards", regexp.MustCompile(`^(?i:(?:re)?(?:printed|published) (?:with permission|courtesy of)|as published in (?:the )?\p{L}+|our standards: )[^"“”]*$`)},
	{annotate.Boilerplate, anywhere, 260, "this ", regexp.MustCompile(`^\(?(?i:this (?:article|story|post|piece|report|essay|column)(?: originally| first)? (?:has been|was|is|appeared|originally appeared|first appeared)\b.{0,40}(?:updated|published|appeared|produced|provided|translated|generated|automatically))\b[^"“”]*$`)},
	{annotate.Boilerplate, anywhere, 160, "developing|breaking|updates|more to ", regexp.MustCompile(`^(?i:this is a (?:developing|breaking)(?: news)? story|(?:developing|breaking) story\b|check back for updates|more to (?:come|follow)|updates to follow|refresh for updates)[^"“”]*$`)},

	// Pieces of style sheets and scripts.
	{annotate.Boilerplate, anywhere, 120, "{|;|(", regexp.MustCompile(`^(?:[.#@]?[\w\-.#:>, ]+ ?\{|[a-z\-]+: ?[\w#%.\-()]+(?: [\w%.\-()!]+)?(?: #\w+)?;|var \w+ ?=.*;|function ?\w*\(.*)$`)},
}

// match returns the kind that the rules give to all of s; end says whether it
// stands near the end of the text.
func match(s string, end bool) (annotate.BlockKind, bool) {
	lower := strings.ToLower(s)
	for i, r := range rules {
		if len(s) > r.long || r.where == atEnd && !end || !anyOf(lower, needs[i]) {
			continue
		}
		if r.form.MatchString(s) && !speaks(s) {
			return r.kind, true
		}
	}
	return 0, false
}

// needs holds the need of each rule, taken apart.
var needs = func() [][]string {
	out := make([][]string, len(rules))
	for i, r := range rules {
		if r.need != "" {
			out[i] = strings.Split(r.need, "|")
		}
	}
	return out
}()

func anyOf(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return len(words) == 0
}

// speaks says whether s may report speech. Then it is no boilerplate, whatever
// else it looks like.
func speaks(s string) bool {
	if len(s) < 40 {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == ':' }) {
		switch w {
		case "said", "says", "told", "tells", "according", "added", "claimed", "argued", "insisted", "warned", "tweeted", "denied":
			return true
		}
	}
	return false
}
