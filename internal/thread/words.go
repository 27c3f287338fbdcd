package thread

import (
	"cmp"
	"strings"

	"onrecord/internal/edtf"
)

// Name is what an actor is called, its id where no document names it.
func (r *Record) Name(id string) string { return cmp.Or(r.names[id], id) }

// Names lists actors by name, with commas.
func (r *Record) Names(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = r.Name(id)
	}
	return strings.Join(out, ", ")
}

// Latest is the last day of the record: of publication, or of what was done.
func (r *Record) Latest() string { return r.latest }

func (r *Record) see(date string) {
	if _, last := edtf.Date(date).Days(); last > r.latest {
		r.latest = last
	}
}

// Title says what a thread is about: "100 billion EUR over five years for
// Ukraine, proposed by Jens Stoltenberg".
func (r *Record) Title(t Thread) string {
	out := cmp.Or(t.Purpose, "aid")
	if len(t.Sums) > 0 {
		out = t.Sums[0].Words()
	}
	if t.Duration != "" {
		out += " over " + edtf.Duration(t.Duration).Words()
	}
	if len(t.Beneficiaries) > 0 {
		out += " for " + r.Names(t.Beneficiaries)
	}
	if len(t.Donors) > 0 {
		out += " from " + r.Names(t.Donors)
	}
	if len(t.Proposers) > 0 {
		out += ", proposed by " + r.Names(t.Proposers)
	}
	return out
}

// Words is a sum as people write it: "40 billion EUR a year".
func (s Sum) Words() string {
	n := s.Value
	for _, unit := range []struct {
		zeros int
		word  string
	}{{9, " billion"}, {6, " million"}} {
		if k := len(s.Value) - unit.zeros; k > 0 && !strings.Contains(s.Value, ".") {
			if rest := strings.TrimRight(s.Value[k:], "0"); len(rest) <= 2 {
				n = strings.TrimSuffix(s.Value[:k]+"."+rest, ".") + unit.word
			}
			break
		}
	}
	n += " " + s.Currency
	if s.Per != "" {
		n += " a " + s.Per
	}
	return n
}

// is says whether an actor is meant by a word: its id, its name or a part of it.
func (r *Record) is(id, word string) bool {
	return id == word || strings.Contains(strings.ToLower(r.Name(id)), strings.ToLower(word))
}
