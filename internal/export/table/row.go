package table

// The rows of the tables. The tags are the one place where a column is
// described: its name, what a number counts or how a string is written (unit),
// what an empty cell means (null; without it no cell is empty), and what it is.
// docs/tables.md is made from them. New columns go to the end.

// Article has the columns that tell of a document, in every table that repeats
// them.
type Article struct {
	Document      string  `parquet:"document" what:"id of the document"`
	Key           *string `parquet:"key" null:"the input gave none" what:"the user's own id of the document, verbatim"`
	Title         *string `parquet:"title" null:"unknown" what:"title of the document"`
	Outlet        *string `parquet:"outlet" null:"unknown" what:"who published it"`
	Author        *string `parquet:"author" null:"unknown" what:"who wrote it"`
	Section       *string `parquet:"section" null:"unknown" what:"the part of the outlet that it stood in"`
	Published     *string `parquet:"published" unit:"EDTF" null:"unknown" what:"when it was published"`
	PublishedFrom *string `parquet:"published_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of published"`
	PublishedTo   *string `parquet:"published_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of published"`
	WireID        *string `parquet:"wire_id" null:"unknown" what:"the wire agency's number"`
	URL           *string `parquet:"url" null:"unknown" what:"address"`
	Origin        *string `parquet:"origin" null:"unknown" what:"the file that it was read from; behind a colon the line"`
}

// Document is a row of documents.
type Document struct {
	Article
	Version  int32   `parquet:"version" what:"1, and one more for each changed text"`
	Language *string `parquet:"language" unit:"ISO 639-1" null:"unknown" what:"language of the text"`
	Engine   string  `parquet:"engine" what:"version of the engine that read it"`
	Text     *string `parquet:"text" null:"left out with --no-text" what:"the text that all offsets point into"`
}

// Problem is a row of problems.
type Problem struct {
	Document string  `parquet:"document" what:"id of the document"`
	Code     string  `parquet:"code" what:"a stable word for programs"`
	What     string  `parquet:"what" what:"what is wrong, in words"`
	Start    *int32  `parquet:"start" unit:"code points of the text" null:"it has no place" what:"where it begins"`
	End      *int32  `parquet:"end" unit:"code points of the text" null:"it has no place" what:"where it ends, exclusive"`
	Hint     *string `parquet:"hint" null:"there is none" what:"what to do about it"`
}

// Actor is a row of actors: an actor in one document.
type Actor struct {
	Document    string  `parquet:"document" what:"id of the document"`
	Actor       string  `parquet:"actor" what:"id of the actor: of the register, or, behind the document's id, of this document alone"`
	Name        string  `parquet:"name" what:"its name: of the register, else the longest that the article gives"`
	Kind        string  `parquet:"kind" unit:"person, organization, country, group, anonymous, other" what:"what it is"`
	PartOf      *string `parquet:"part_of" null:"of nothing known" what:"id of the actor that it is a part of"`
	ISO3        *string `parquet:"iso3" unit:"ISO 3166-1 alpha-3" null:"no country" what:"code of a country"`
	Wikidata    *string `parquet:"wikidata" null:"unknown" what:"its id in Wikidata"`
	Provisional bool    `parquet:"provisional" what:"the register does not know it"`
	Aliases     string  `parquet:"aliases" unit:"parted by ;" what:"other names that the article uses"`
	DescribedAs string  `parquet:"described_as" unit:"parted by ;" what:"what the article calls it without a name"`
	Mentions    int32   `parquet:"mentions" unit:"mentions" what:"how often the article means it"`
}

// Office is a row of offices.
type Office struct {
	Document string  `parquet:"document" what:"id of the document"`
	Actor    string  `parquet:"actor" what:"id of the actor who holds it"`
	Title    string  `parquet:"title" what:"the post: Secretary General"`
	Of       *string `parquet:"of" null:"unknown" what:"id of the actor whose post it is"`
	On       *string `parquet:"on" unit:"EDTF" null:"unknown" what:"the day for which it is known, the document's own"`
	OnFrom   *string `parquet:"on_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of on"`
	OnTo     *string `parquet:"on_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of on"`
	Former   bool    `parquet:"former" what:"the post is over"`
}

// Mention is a row of mentions.
type Mention struct {
	Document string `parquet:"document" what:"id of the document"`
	Actor    string `parquet:"actor" what:"id of the actor that is meant"`
	Start    int32  `parquet:"start" unit:"code points of the text" what:"where the words begin"`
	End      int32  `parquet:"end" unit:"code points of the text" what:"where they end, exclusive"`
	Text     string `parquet:"text" what:"the words"`
}

// Statement is a row of statements.
type Statement struct {
	Article
	Statement    string  `parquet:"statement" what:"id of the statement, the same for life"`
	Source       *string `parquet:"source" null:"nobody is named" what:"who says it, as the article has it"`
	Cue          *string `parquet:"cue" null:"there is none" what:"the words that tell that something is said"`
	Content      *string `parquet:"content" null:"there is none" what:"what is said, as the article has it"`
	Manner       string  `parquet:"manner" unit:"direct, mixed, indirect" what:"how much of the content stands in quotation marks: all, some, none"`
	Act          string  `parquet:"act" unit:"say, repeat, concede, deny, ask, propose, promise, refuse, threaten, accuse, praise, gloss" what:"what the source does in saying it; gloss: the outlet interprets"`
	Block        *string `parquet:"block" unit:"headline, dateline, byline, paragraph, caption" null:"unknown" what:"the kind of block that it stands in"`
	SourceStart  *int32  `parquet:"source_start" unit:"code points of the text" null:"there is no source" what:"where the source begins"`
	SourceEnd    *int32  `parquet:"source_end" unit:"code points of the text" null:"there is no source" what:"where the source ends, exclusive"`
	SourceSpans  *string `parquet:"source_spans" unit:"code points of the text" null:"there is no source" what:"every stretch of the source: start end;start end"`
	CueStart     *int32  `parquet:"cue_start" unit:"code points of the text" null:"there is no cue" what:"where the cue begins"`
	CueEnd       *int32  `parquet:"cue_end" unit:"code points of the text" null:"there is no cue" what:"where the cue ends, exclusive"`
	CueSpans     *string `parquet:"cue_spans" unit:"code points of the text" null:"there is no cue" what:"every stretch of the cue: start end;start end"`
	ContentStart *int32  `parquet:"content_start" unit:"code points of the text" null:"there is no content" what:"where the content begins"`
	ContentEnd   *int32  `parquet:"content_end" unit:"code points of the text" null:"there is no content" what:"where the content ends, exclusive"`
	ContentSpans *string `parquet:"content_spans" unit:"code points of the text" null:"there is no content" what:"every stretch of the content: start end;start end"`
	Standing
	Speakers   string  `parquet:"speakers" unit:"parted by ;" what:"ids of the actors who say it; empty for a gloss and where nobody is named"`
	OnBehalfOf string  `parquet:"on_behalf_of" unit:"parted by ;" what:"ids of the actors for whom they speak"`
	About      string  `parquet:"about" unit:"parted by ;" what:"ids of the public actors that the content speaks of"`
	Audience   string  `parquet:"audience" unit:"parted by ;" what:"ids of the actors to whom it is said"`
	Said       *string `parquet:"said" unit:"EDTF" null:"unknown" what:"when it was said"`
	SaidFrom   *string `parquet:"said_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of said"`
	SaidTo     *string `parquet:"said_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of said"`
	SaidBasis  *string `parquet:"said_basis" unit:"said, published, reported" null:"said is unknown" what:"what said is the date of: the words, their publication, the article"`
	SaidText   *string `parquet:"said_text" null:"no words tell it" what:"the words that tell the date"`
	Occasion   *string `parquet:"occasion" null:"unknown" what:"interview, press conference, summit, …"`
	Venue      *string `parquet:"venue" null:"unknown" what:"id of the outlet or gathering where it was said"`
	Background bool    `parquet:"background" what:"repeated or recalled: no news of a change"`
	Hedged     bool    `parquet:"hedged" what:"the words leave open whether it was said"`
}

// Standing has the columns that every entry ends in.
type Standing struct {
	Score    float32 `parquet:"score" unit:"0 to 1" what:"how sure the program is; docs/accuracy.md says what it is worth"`
	State    string  `parquet:"state" unit:"suggested" what:"what people have made of it; what was just read is suggested"`
	Engine   string  `parquet:"engine" what:"version of the engine that read it"`
	Codebook *string `parquet:"codebook" null:"it is not coded" what:"codebook that it is coded by"`
}

// StatementActor is a row of statement_actors.
type StatementActor struct {
	Document  string `parquet:"document" what:"id of the document"`
	Statement string `parquet:"statement" what:"id of the statement"`
	Actor     string `parquet:"actor" what:"id of the actor"`
	Role      string `parquet:"role" unit:"speaker, on_behalf_of, about, audience, venue" what:"what the actor is to the statement"`
}

// Span is a row of spans: a stretch of the text that an entry cites.
type Span struct {
	Document string  `parquet:"document" what:"id of the document"`
	Entry    string  `parquet:"entry" what:"id of the statement, pledge, action or position"`
	Kind     string  `parquet:"kind" unit:"statement, pledge, action, position" what:"kind of the entry"`
	Part     string  `parquet:"part" unit:"source, cue, content, clause, predicate, object, aim, condition, scope, words, evidence" what:"what the stretch is to the entry"`
	Number   int32   `parquet:"number" what:"0 for the first stretch of that part"`
	Start    int32   `parquet:"start" unit:"code points of the text" what:"where it begins"`
	End      int32   `parquet:"end" unit:"code points of the text" what:"where it ends, exclusive"`
	Text     string  `parquet:"text" what:"its words"`
	Modality *string `parquet:"modality" unit:"none, possible, necessary, intended, wished" null:"no clause" what:"how a clause relates to what is"`
	Negated  *bool   `parquet:"negated" null:"no clause" what:"a clause is denied"`
}

// Pledge is a row of pledges.
type Pledge struct {
	Document   string  `parquet:"document" what:"id of the document"`
	Pledge     string  `parquet:"pledge" what:"id of the pledge, the same for life"`
	Status     string  `parquet:"status" unit:"proposed, pledged, agreed, allocated, delivered, delayed, reduced, refused, withdrawn" what:"what has become of it"`
	Predicate  string  `parquet:"predicate" what:"the words that promise, propose, deliver"`
	Purpose    *string `parquet:"purpose" null:"the words give none" what:"what it is for, as the words have it"`
	Duration   *string `parquet:"duration" unit:"ISO 8601" null:"unknown" what:"how long it goes on"`
	Period     *string `parquet:"period" unit:"EDTF" null:"unknown" what:"from when to when"`
	PeriodFrom *string `parquet:"period_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of period"`
	PeriodTo   *string `parquet:"period_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of period"`
	Binding    *string `parquet:"binding" unit:"binding, voluntary" null:"unknown" what:"whether it binds"`
	Time       *string `parquet:"time" unit:"EDTF" null:"unknown" what:"when it came to that status"`
	TimeFrom   *string `parquet:"time_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of time"`
	TimeTo     *string `parquet:"time_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of time"`
	Negated    bool    `parquet:"negated" what:"the words deny it"`
	Background bool    `parquet:"background" what:"recalled, not news"`
	Statements string  `parquet:"statements" unit:"parted by ;" what:"ids of the statements that tell of it; empty: the outlet's own voice"`
	Standing
}

// PledgeActor is a row of pledge_actors.
type PledgeActor struct {
	Document string `parquet:"document" what:"id of the document"`
	Pledge   string `parquet:"pledge" what:"id of the pledge"`
	Actor    string `parquet:"actor" what:"id of the actor"`
	Role     string `parquet:"role" unit:"proposer, donor, beneficiary" what:"what the actor is to the pledge"`
}

// Quantity has the columns of amounts and items that tell how much.
type Quantity struct {
	Value *string `parquet:"value" unit:"decimal" null:"only low or high is known, or nothing" what:"the number, exact"`
	Low   *string `parquet:"low" unit:"decimal" null:"no lower bound" what:"at least so many"`
	High  *string `parquet:"high" unit:"decimal" null:"no upper bound" what:"at most so many"`
	About bool    `parquet:"about" what:"nearly, around"`
	Start int32   `parquet:"start" unit:"code points of the text" what:"where the words begin"`
	End   int32   `parquet:"end" unit:"code points of the text" what:"where they end, exclusive"`
	Text  string  `parquet:"text" what:"the words"`
}

// Amount is a row of amounts.
type Amount struct {
	Document     string  `parquet:"document" what:"id of the document"`
	Pledge       string  `parquet:"pledge" what:"id of the pledge"`
	Number       int32   `parquet:"number" what:"0 for the pledge's first sum"`
	Currency     *string `parquet:"currency" unit:"ISO 4217" null:"the words do not tell" what:"currency"`
	Per          *string `parquet:"per" unit:"year, month, week, day, hour" null:"paid once" what:"how often it is paid"`
	EquivalentOf *int32  `parquet:"equivalent_of" null:"a sum of its own" what:"number of the sum that this one converts: never add the two up"`
	Hedge        *string `parquet:"hedge" null:"none" what:"the word that leaves the sum open"`
	Quantity
}

// Item is a row of items.
type Item struct {
	Document string  `parquet:"document" what:"id of the document"`
	Entry    string  `parquet:"entry" what:"id of the pledge or action"`
	Kind     string  `parquet:"kind" unit:"pledge, action" what:"kind of the entry"`
	Number   int32   `parquet:"number" what:"0 for the entry's first"`
	What     *string `parquet:"what" null:"unknown" what:"what is counted, as the words have it"`
	Quantity
}

// Action is a row of actions.
type Action struct {
	Document    string  `parquet:"document" what:"id of the document"`
	Action      string  `parquet:"action" what:"id of the action, the same for life"`
	Type        string  `parquet:"type" unit:"PLOVER" what:"kind of deed; docs/actions.md has the types"`
	Mode        *string `parquet:"mode" unit:"PLOVER" null:"none" what:"mode within the type"`
	Lemma       string  `parquet:"lemma" what:"the verb or noun that names the deed"`
	Predicate   string  `parquet:"predicate" what:"the same as the words have it"`
	Object      *string `parquet:"object" null:"none" what:"what is banned, signed, struck, as the words have it"`
	AccordingTo string  `parquet:"according_to" unit:"parted by ;" what:"ids of the statements that report it; empty: the outlet's own voice. Never add the two kinds up"`
	DeniedIn    string  `parquet:"denied_in" unit:"parted by ;" what:"ids of the statements that deny it"`
	Negated     bool    `parquet:"negated" what:"it was not done"`
	Certainty   string  `parquet:"certainty" unit:"certain, probable, possible" what:"how firmly the words state it"`
	Tense       string  `parquet:"tense" unit:"past, present, future" what:"when it is, seen from the document"`
	Background  bool    `parquet:"background" what:"recalled, not news"`
	Time        *string `parquet:"time" unit:"EDTF" null:"unknown" what:"when it was done"`
	TimeFrom    *string `parquet:"time_from" unit:"YYYY-MM-DD" null:"unknown" what:"first day of time"`
	TimeTo      *string `parquet:"time_to" unit:"YYYY-MM-DD" null:"unknown" what:"last day of time"`
	Place       *string `parquet:"place" null:"unknown" what:"where, as the words have it"`
	Standing
}

// ActionActor is a row of action_actors.
type ActionActor struct {
	Document string `parquet:"document" what:"id of the document"`
	Action   string `parquet:"action" what:"id of the action"`
	Actor    string `parquet:"actor" what:"id of the actor"`
	Role     string `parquet:"role" unit:"actor, target" what:"what the actor is to the action"`
}

// Position is a row of positions.
type Position struct {
	Document    string  `parquet:"document" what:"id of the document"`
	Position    string  `parquet:"position" what:"id of the position, the same for life"`
	Of          string  `parquet:"of" what:"id of the statement, pledge or action whose words give it"`
	Holder      *string `parquet:"holder" null:"nobody is named" what:"id of the actor who stands there"`
	ToldBy      *string `parquet:"told_by" null:"the holder's own words or deeds" what:"id of the actor who says that the holder stands there"`
	Issue       *string `parquet:"issue" null:"towards an actor alone" what:"id of the issue in the codebook"`
	Target      *string `parquet:"target" null:"towards an issue alone" what:"id of the actor that the holder is for or against"`
	Stance      string  `parquet:"stance" unit:"support, oppose, mixed, unclear" what:"the side; unclear: the words touch the issue and give none"`
	Conditional bool    `parquet:"conditional" what:"the words set a condition"`
	Conditions  *string `parquet:"conditions" null:"none" what:"the conditions, as the words have them"`
	Scope       *string `parquet:"scope" null:"none" what:"what it is limited to, as the words have it"`
	Words       *string `parquet:"words" null:"the entry as a whole" what:"the words that speak for issue and side"`
	Standing
}
