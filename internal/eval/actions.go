package eval

import (
	"fmt"
	"io"
	"slices"

	"onrecord/internal/gold"
	"onrecord/internal/record"
)

// Deeds is what the program finds in a text: the actions of public actors,
// those of anybody with a name, and the statements.
type Deeds struct {
	Public, Any []record.Action
	Statements  []record.Statement
}

// ReadDeeds reads a text of a known day ("" for none) as the program itself
// does.
type ReadDeeds func(t, published string) (Deeds, error)

// ActionsReport is how well the types of coded events are found, a type once a
// sentence.
type ActionsReport struct {
	Sentences int `json:"sentences"`

	Public    Score `json:"public"`     // the actions of public actors
	Any       Score `json:"any"`        // and those of anybody with a name
	WithWords Score `json:"with_words"` // and what statements do: accuse, ask, refuse, threaten, promise, praise
}

// PLOVER returns the type of event that an event by CAMEO's code is; ok is false
// where PLOVER codes none, or the code is none of CAMEO's. The table stands in
// docs/actions.md.
func PLOVER(code string) (t record.ActionType, ok bool) {
	if len(code) < 2 {
		return 0, false
	}
	root := code[:2]
	if root == "08" {
		if len(code) > 2 && code[2] >= '4' || code == "0813" || code == "0814" {
			return record.TypeRetreat, true
		}
		return record.TypeConcede, true
	}
	if len(code) > 2 && (code[:3] == "191" || code[:3] == "192") {
		return record.TypeCoerce, true
	}
	t, ok = roots[root]
	return t, ok
}

// roots maps the roots of CAMEO.
var roots = map[string]record.ActionType{
	"02": record.TypeRequest, "03": record.TypeAgree, "04": record.TypeConsult, "05": record.TypeSupport, "06": record.TypeCooperate,
	"07": record.TypeAid, "09": record.TypeAccuse, "10": record.TypeRequest, "11": record.TypeAccuse, "12": record.TypeReject,
	"13": record.TypeThreaten, "14": record.TypeProtest, "15": record.TypeMobilize, "16": record.TypeSanction, "17": record.TypeCoerce,
	"18": record.TypeAssault, "19": record.TypeAssault, "20": record.TypeAssault,
}

// spoken maps what a statement does to the type of event that it is.
var spoken = map[record.Act]record.ActionType{
	record.Ask: record.TypeRequest, record.Promise: record.TypeAgree, record.Refuse: record.TypeReject,
	record.Threaten: record.TypeThreaten, record.Accuse: record.TypeAccuse, record.Praise: record.TypeSupport,
}

// Actions has read find the deeds in sentences, each a document of its own. A
// sentence that the records leave out, and one all of whose codes are none of
// PLOVER's, is not scored; one coded as without event is.
func Actions(sentences []gold.CodedSentence, read ReadDeeds) (*ActionsReport, error) {
	r := &ActionsReport{}
	var s sample
	for _, g := range sentences {
		want := codedTypes(g)
		if g.Skipped || len(want) == 0 && !g.None {
			continue
		}
		d, err := read(g.Text, isoDay(g.Date))
		if err != nil {
			return nil, fmt.Errorf("sentence %s: %w", g.ID, err)
		}
		anybody := actionTypes(d.Any)
		s = append(s, []counts{
			agreement(actionTypes(d.Public), want),
			agreement(anybody, want),
			agreement(withWords(anybody, d.Statements), want),
		})
		r.Sentences++
	}
	r.Public, r.Any, r.WithWords = s.score(0), s.score(1), s.score(2)
	return r, nil
}

// Write prints the figures in columns.
func (r *ActionsReport) Write(w io.Writer) error {
	return writeRows(w, fmt.Sprintf("actions: %d sentences", r.Sentences), r.rows())
}

// Values returns F1 by the name of the figure.
func (r *ActionsReport) Values() map[string]float64 { return values(r.rows()) }

func (r *ActionsReport) rows() []row {
	return []row{{"public", r.Public}, {"any", r.Any}, {"with_words", r.WithWords}}
}

// codedTypes returns the types of the events of a sentence, each once.
func codedTypes(g gold.CodedSentence) []record.ActionType {
	var out []record.ActionType
	for _, e := range g.Events {
		if t, ok := PLOVER(e.Code); ok && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

func actionTypes(actions []record.Action) []record.ActionType {
	var out []record.ActionType
	for _, a := range actions {
		if !slices.Contains(out, a.Type) {
			out = append(out, a.Type)
		}
	}
	return out
}

// withWords adds what statements do.
func withWords(types []record.ActionType, statements []record.Statement) []record.ActionType {
	types = slices.Clone(types)
	for i := range statements {
		if t, ok := spoken[statements[i].Act]; ok && !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	return types
}

// isoDay writes YYYYMMDD as an ISO date; "" if it is no such.
func isoDay(s string) string {
	if len(s) != 8 {
		return ""
	}
	return s[:4] + "-" + s[4:6] + "-" + s[6:]
}
