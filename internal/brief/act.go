package brief

import (
	"slices"
	"strings"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// acts are the deeds of the period that somebody claims or denies, by who does.
// What no one vouches for, or is yet to come, is left out.
func (b *builder) acts() []draft {
	type claim struct {
		by string
		draft
	}
	var found []claim
	seen := map[string]bool{}
	for _, o := range b.documents {
		said := statements(o)
		for _, a := range o.Actions {
			claimed, denied := speakers(said, a.AccordingTo), speakers(said, a.DeniedIn)
			by, against := b.names(claimed), b.names(denied)
			if by == "" && against == "" || a.Background || a.Certainty == "possible" || a.Tense == "future" || len(a.Evidence) == 0 {
				continue
			}
			on := when(said, value(a.Time), slices.Concat(a.AccordingTo, a.DeniedIn), o.Document)
			if !b.has(on) || !b.wanted(slices.Concat(claimed, denied, a.Actors)...) || !b.touches(b.issues[a.ID]) {
				continue
			}
			words := Quote(b.words[a.ID])
			if seen[by+words] {
				continue
			}
			seen[by+words] = true
			d := draft{b.claim(claimed, denied, words), []Footnote{b.note(o.Document, a.ID)}}
			for _, id := range a.DeniedIn {
				d.cites = append(d.cites, b.note(o.Document, id))
			}
			found = append(found, claim{or(by, against), d})
		}
	}
	slices.SortStableFunc(found, func(x, y claim) int { return strings.Compare(x.by, y.by) })
	var out []draft
	for _, f := range found {
		out = append(out, f.draft)
	}
	b.count.acts = len(out)
	return out
}

// claim is the sentence about a deed.
func (b *builder) claim(claimed, denied []string, words string) string {
	switch by, against := b.introduce(claimed), b.introduce(denied); {
	case by == "":
		return against + " denied it: " + words
	case against == "":
		return "According to " + by + ": " + words
	default:
		return "According to " + by + ": " + words + " " + against + " denied it"
	}
}

func statements(o export.Object) map[string]export.Statement {
	out := make(map[string]export.Statement, len(o.Statements))
	for _, s := range o.Statements {
		out[s.ID] = s
	}
	return out
}

// speakers are those of statements, each once.
func speakers(said map[string]export.Statement, ids []string) []string {
	var out []string
	for _, id := range ids {
		for _, who := range said[id].Speakers {
			if !slices.Contains(out, who) {
				out = append(out, who)
			}
		}
	}
	return out
}

// when is an entry's own time, else that of the first statement that tells it,
// else the day of the article.
func when(said map[string]export.Statement, own string, ids []string, d export.Document) string {
	if own != "" {
		return own
	}
	for _, id := range ids {
		if on := value(said[id].Said); on != "" {
			return on
		}
	}
	return value(d.Published)
}

// note is the footnote of an entry of a document.
func (m *Maker) note(d export.Document, entry string) Footnote {
	return Footnote{Words: m.words[entry], Title: value(d.Title), Outlet: value(d.Outlet), Date: edtf.Date(value(d.Published)), URL: value(d.URL)}
}
