// Package annotate defines what is read out of a document, layer by layer, and
// how the stages that read it are put together. It holds no rule and no weight:
// each stage has a package of its own below this one.
package annotate

import (
	"cmp"
	"sort"

	"onrecord/internal/document"
	"onrecord/internal/kernel"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// Layers is all that stages have found in one passage of a document so far.
// All spans are bytes of Document.Text; all indices count the passage's own
// tokens. A stage only adds.
type Layers struct {
	Document *document.Document

	Blocks    []Block     // in order, disjoint; of the whole document
	Facts     Facts       // what the text says of its own publication
	Tokens    []text.Span // the words, in order, disjoint, never empty
	Sentences []Sentence  // in order; together they hold every token
	Quotes    []Quote     // in order of their start; nested ones after the outer

	Rows Rows // one a token; transient

	Tags      []UPOS   // one a token
	Lemmas    []string // one a token
	Heads     []int32  // index of the token's head, -1 for a root
	Relations []string // UD relation to the head, without subtype

	Entities     []Entity
	Attributions []Attribution

	Timexes  []Timex   // in order, disjoint
	Amounts  []Amount  // in order, disjoint
	Numbers  []Number  // in order, disjoint, and disjoint from Amounts
	Mentions []Mention // in order of First, the longer before what it holds
	Pairs    []Pair    // given by who asks, judged by a stage
}

// Within returns the tokens that share a letter with s, end exclusive.
func (l *Layers) Within(s text.Span) [2]int {
	first := sort.Search(len(l.Tokens), func(i int) bool { return l.Tokens[i].End > s.Start })
	end := first
	for end < len(l.Tokens) && l.Tokens[end].Start < s.End {
		end++
	}
	return [2]int{first, end}
}

// Word returns the letters of token i.
func (l *Layers) Word(i int) string { return l.Tokens[i].Of(l.Document.Text) }

// Block is a stretch of the text with one function.
type Block struct {
	text.Span
	Kind BlockKind
}

// BlockKind is the function of a block.
type BlockKind uint8

// The kinds of block. Boilerplate is what is no part of the story: wire tags,
// share and copyright lines, "Read also".
const (
	Paragraph BlockKind = iota
	Headline
	Dateline
	Byline
	Caption
	Boilerplate
)

var blockKinds = [...]string{"paragraph", "headline", "dateline", "byline", "caption", "boilerplate"}

func (k BlockKind) String() string { return blockKinds[k] }

// Facts is what the text itself says of its publication; empty if it does not.
type Facts struct {
	Title, Outlet, Author, Place, WireID string
	Published                            string // EDTF
}

// PublishedOn returns the date from which a document is seen: what its source
// says, else what its text tells, else what the user assumed; "" if unknown.
func PublishedOn(d *document.Document, f Facts) string {
	return cmp.Or(d.Published, f.Published, d.AssumedDate)
}

// Sentence is a run of tokens, First to End (exclusive), within one block.
type Sentence struct {
	First, End int
	Block      int // index into Blocks
}

// Quote is a stretch between quotation marks, the marks included.
type Quote struct {
	text.Span           // from the opening mark to the end of the closing one
	Inner     text.Span // the same without the marks
	Depth     int       // 0 for an outer quotation
	Closed    bool      // false where the closing mark is missing
	Continues bool      // goes on from the paragraph before ("…)
}

// Rows is a matrix of one row a token, as the encoder leaves it.
type Rows struct {
	Width int
	Data  []float32   // len(Tokens) * Width, row by row
	Int   kernel.Rows // the same rounded to integers, for the products of the heads
}

// Row returns the numbers of token i.
func (r Rows) Row(i int) []float32 { return r.Data[i*r.Width : (i+1)*r.Width] }

// Entity is a name.
type Entity struct {
	First, End int // tokens
	Class      EntityClass
	Score      float32
}

// EntityClass is the kind of thing that a name stands for.
type EntityClass uint8

// The classes of name. Group is a nationality, religion or political
// allegiance ("Russian", "Democrats").
const (
	Person EntityClass = iota
	Organization
	Place
	Group
	Other
)

var entityClasses = [...]string{"person", "organization", "place", "group", "other"}

func (c EntityClass) String() string { return entityClasses[c] }

// Attribution is one cue with the source that it attributes a content to, as
// PolNeAR annotates them (Newell et al., LREC 2018). Source may be empty.
type Attribution struct {
	Source, Cue, Content []int // tokens, ascending; possibly with gaps
	Manner               record.Manner
	Act                  record.Act
	Clauses              []Clause
	Score                float32  // of the cue, 0 to 1
	Why                  []string // what spoke for manner, act and gloss
}

// Clause is a part of a content that has a verb of its own.
type Clause struct {
	First, End int // tokens
	Modality   record.Modality
	Negated    bool
}
