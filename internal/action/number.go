package action

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// numbers returns what a deed counts: what it is done to ("downed 30 drones"),
// and whom it killed or wounded.
func (s *scene) numbers(d *deed) []record.Item {
	var out []record.Item
	if d.object.end > d.object.first {
		out = s.items(d.object, d.patient, toll(d.lemma))
	}
	if d.typ != record.TypeAssault {
		return out
	}
	if d.victims > 0 {
		if o := s.subject(d.victims); o >= 0 && s.passive(d.victims) {
			out = append(out, s.items(s.phrase(o, d.victims), o, toll(s.Lemmas[d.victims]))...)
		}
	}
	at := d.verb()
	for i := min(d.at, at) + 1; i < s.Sentences[s.SentenceOf(at)].End; i++ {
		if s.Tags[i] != annotate.VERB || toll(s.Lemmas[i]) == "" || !s.consequence(i, at) && s.Head(d.at) != i || i == d.victims {
			continue
		}
		o := s.Child(i, "obj")
		if o < 0 && s.passive(i) {
			o = s.Child(i, "nsubj")
		}
		if o >= 0 {
			out = append(out, s.items(s.phrase(o, min(i, o-1)), o, toll(s.Lemmas[i]))...)
		}
	}
	return out
}

// toll is how a verb's victims are counted: "killed"; "" if they are not.
func toll(lemma string) string {
	switch lemma {
	case "kill", "wound":
		return strings.TrimSuffix(lemma, "e") + "ed"
	case "injure":
		return "injured"
	}
	return ""
}

// consequence says whether the verb i tells what came of the one at.
func (s *scene) consequence(i, at int) bool {
	for range 6 {
		switch s.Relations[i] {
		case "advcl", "conj", "parataxis", "acl":
			if i = s.Head(i); i == at {
				return true
			}
			if i < 0 {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// items returns the numbers of the phrase that word i heads with what they
// count; suffix is added to what, for victims.
func (s *scene) items(p stretch, i int, suffix string) []record.Item {
	var out []record.Item
	for _, n := range s.layers.Numbers {
		if n.First < p.first || n.End > p.end || n.Ordinal || n.Unit != "" || !s.counts(&n, i) {
			continue
		}
		it := record.Item{Span: n.Span, Value: n.Value, Low: n.Low, High: n.High, About: n.About}
		if n.What[1] > n.What[0] {
			it.What = s.Words(n.What[0], n.What[1]).Of(s.Document.Text)
			it.End = max(it.End, s.Tokens[n.What[1]-1].End)
		}
		if suffix != "" {
			it.What = strings.TrimSpace(it.What + " " + suffix)
		}
		if k := len(out) - 1; k >= 0 && s.outOf(n.First) {
			if out[k].What == "" {
				out[k].What, out[k].End = it.What, max(out[k].End, it.End)
			}
			continue
		}
		out = append(out, it)
	}
	return out
}

// counts says whether a number counts what word i heads, or is it.
func (s *scene) counts(n *annotate.Number, i int) bool {
	first, end := n.First, n.End
	if n.What[1] > n.What[0] {
		first, end = n.What[0], n.What[1]
	}
	for _, j := range s.joined(i) {
		for _, k := range []int{j, s.counted(j)} {
			if k >= first && k < end || k >= n.First && k < n.End || s.Head(n.First) == k || s.Head(n.End-1) == k {
				return true
			}
		}
	}
	return false
}

// outOf says whether a number is the whole of which the one before is a part:
// "30 of 34 drones".
func (s *scene) outOf(first int) bool {
	for j := first - 1; j >= 0 && j >= first-3; j-- {
		switch s.low(j) {
		case "of":
			return true
		case "the", "all", "some", "out", "about":
		default:
			return false
		}
	}
	return false
}
