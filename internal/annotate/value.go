package annotate

import (
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// TimexType is what kind of time an expression tells, as TimeML has it.
type TimexType uint8

// The types. Age is no TimeML type: it is set apart so that nobody takes "a
// 34-year-old" for a duration.
const (
	TimexDate TimexType = iota
	TimexTime
	TimexDuration
	TimexSet // a repeated time: "every Monday", "annually"
	TimexAge
)

var timexTypes = [...]string{"DATE", "TIME", "DURATION", "SET", "AGE"}

func (t TimexType) String() string { return timexTypes[t] }

// Timex is an expression of time.
type Timex struct {
	text.Span      // the exact letters
	First, End int // the tokens that hold them
	Type       TimexType
	Date       edtf.Date     // of a DATE or TIME; "" where it cannot be resolved
	Duration   edtf.Duration // of a DURATION, SET (the period) or AGE
	Relative   bool          // resolved against the document's date or another timex
	Why        string        // the rule
}

// Amount is a sum of money in the text.
type Amount struct {
	text.Span
	First, End   int
	Value        string // exact decimal; "" where only Low and High are known
	Currency     string // ISO 4217, "" where the words do not tell
	Unit         string // the currency's name in the singular, as recognizers/CurrencyModel.json has it: "Dollar", "Euro"
	Low, High    string
	About        bool
	Per          string // year, month, …
	EquivalentOf int    // index into Amounts; -1 for none
	Hedge        []int  // tokens
	Why          string
}

// Number is a number that is no money, time or part of a name.
type Number struct {
	text.Span
	First, End int
	Value      string // exact decimal; "" where only Low and High are known
	Unit       string // "" or "%"
	Low, High  string
	About      bool
	Ordinal    bool
	What       [2]int // tokens of the counted thing ("Abrams tanks"); empty if none
}

// MentionKind is how a mention refers.
type MentionKind uint8

// The kinds of mention.
const (
	Name    MentionKind = iota
	Nominal             // "the minister", "a senior US official"
	Pronoun
)

var mentionKinds = [...]string{"name", "nominal", "pronoun"}

func (k MentionKind) String() string { return mentionKinds[k] }

// Mention is a stretch of words that refers to somebody or something.
type Mention struct {
	First, End int // tokens
	Head       int // token
	Kind       MentionKind
	Class      EntityClass
	Chain      int     // mentions with the same number mean the same; every mention has one
	Score      float32 // of the link to its chain, 0 to 1
	Gender     Gender
	Plural     bool
}

// Gender is what the words tell of somebody's gender.
type Gender uint8

// The genders.
const (
	UnknownGender Gender = iota
	Female
	Male
	Neuter
)

// Attitudes is how many attitudes of two actors are told apart: none, the first
// likes the second, the second the first, the first dislikes the second, the
// second the first.
const Attitudes = 5

// Pair is two actors of which is asked what one thinks of the other.
type Pair struct {
	A, B       [2]int             // tokens, end exclusive
	First, End int                // the tokens around that count
	Scores     [Attitudes]float32 // of each attitude; the highest is the likeliest
}
