package attribution

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// divider divides contents into clauses. It is scratch.
type divider struct {
	owner  []int  // for each word of a content the head of its clause
	begins []bool // for each word whether it is the head of a clause of its own
	heads  []int  // of the clauses, in the order of their words
}

// divide returns the clauses of a content. A new one begins with
//
//   - each sentence,
//   - a clause that completes another ("he hopes that peace comes"), stands
//     beside it, or gives its condition or ground ("while …", "if …"), where it
//     has a verb of its own: a subject or an auxiliary,
//   - a second predicate with a subject or auxiliary of its own ("… and will").
//
// Relative clauses and infinitives stay with what they hang on, and so does a
// clause that stands within another: "the talks, if they come, will fail" is
// one. Each clause is a run of words without a gap, its punctuation at both ends
// left out.
func (d *divider) divide(t tree, m *modals, dst []annotate.Clause, cue, content []int) []annotate.Clause {
	d.assign(t, content)
	d.close(t, content)
	d.mend(t, content)
	for at := 0; at < len(content); {
		h := d.owner[at]
		end := at + 1
		for end < len(content) && d.owner[end] == h && content[end] == content[end-1]+1 {
			end++
		}
		from, to := content[at], content[end-1]+1
		if h < from || h >= to { // cut off from it by the cue, or by a wrong tree
			if h = t.top(content[at:end]); t.Tags[h] != annotate.VERB && !t.isFinite(h) {
				at = end
				continue
			}
		}
		at = end
		for from+1 < to && (t.Tags[from] == annotate.PUNCT || t.Lemmas[from] == "that" && fronts[t.Lemmas[from+1]]) {
			from++
		}
		for from < to && t.Tags[to-1] == annotate.PUNCT {
			to--
		}
		if h < from || h >= to {
			continue
		}
		c := annotate.Clause{First: from, End: to, Negated: m.negated(t, h, from, to)}
		c.Modality = m.modality(t, h, from, to)
		if c.Modality == record.Plain {
			c.Modality = m.inherited(t, h, cue, content)
		}
		dst = append(dst, c)
	}
	return dst
}

// assign finds the head of each word's clause.
func (d *divider) assign(t tree, content []int) {
	d.owner = d.owner[:0]
	for len(content) > 0 {
		n := t.part(content)
		part := content[:n]
		top := t.top(part)
		d.begins = d.begins[:0]
		for _, i := range part {
			d.begins = append(d.begins, t.begins(i))
		}
		for k, h := range part {
			for range annotate.MaxClimb {
				if h == top || d.begins[k] {
					break
				}
				h = int(t.Heads[h])
				inside := false
				if k, inside = slices.BinarySearch(part, h); !inside {
					h = top
					break
				}
			}
			d.owner = append(d.owner, h)
		}
		content = content[n:]
	}
}

// part is how many words of content, which has some, to look at together: those
// of the first sentence; and if that begins with a clause of condition or
// ground, which the comma behind it shows even where the tree is wrong, those of
// that clause: "while we wait, | they act".
func (t tree) part(content []int) int {
	n := 1
	for n < len(content) && t.SentenceOf(content[n]) == t.SentenceOf(content[0]) {
		n++
	}
	i := 0
	for i < n && (t.Lemmas[content[i]] == "that" || t.Tags[content[i]] == annotate.PUNCT || t.Tags[content[i]] == annotate.CCONJ) {
		i++
	}
	if i == n || !fronts[t.Lemmas[content[i]]] || t.Tags[content[i]] == annotate.ADP {
		return n
	}
	seen := false // a finite verb of the clause in front
	for k := i + 1; k+1 < n; k++ {
		seen = seen || t.looksFinite(content[k])
		if seen && t.Word(content[k]) == "," && t.startsMain(content[k+1:n]) {
			return k + 1
		}
	}
	return n
}

// fronts has what begins a clause that may stand before the main one.
var fronts = map[string]bool{
	"while": true, "although": true, "though": true, "if": true, "unless": true, "because": true, "since": true,
	"when": true, "once": true, "until": true, "whereas": true, "as": true, "after": true, "before": true, "whenever": true, "even": true,
}

// startsMain says whether words begin a main clause: a subject first, then a
// finite verb before the next comma.
func (t tree) startsMain(words []int) bool {
	switch t.Tags[words[0]] {
	case annotate.DET, annotate.PRON, annotate.PROPN, annotate.NOUN, annotate.ADJ, annotate.NUM:
	default:
		return false
	}
	if l := t.Lemmas[words[0]]; l == "which" || l == "who" || l == "whose" {
		return false
	}
	for _, i := range words[1:] {
		if t.Word(i) == "," {
			return false
		}
		if t.looksFinite(i) || t.mayBeFinite(i) {
			return true
		}
	}
	return false
}

// mayBeFinite says whether word i, a noun by its tag, has the form and the
// place of a verb: "the decision lies with them".
func (t tree) mayBeFinite(i int) bool {
	w := t.Word(i)
	if t.Tags[i] != annotate.NOUN || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || i+1 >= len(t.Tags) {
		return false
	}
	switch t.Tags[i+1] {
	case annotate.ADP, annotate.DET, annotate.PRON:
		return true
	}
	return false
}

// looksFinite says whether word i is a verb and, by its form and the word
// before, neither an infinitive nor a participle in -ing.
func (t tree) looksFinite(i int) bool {
	switch t.Tags[i] {
	case annotate.AUX:
		return true
	case annotate.VERB:
		return !strings.HasSuffix(t.Word(i), "ing") && (i == 0 || t.Lemmas[i-1] != "to")
	}
	return false
}

// top is the head of words: of those that hang on none of them the first that
// is a predicate, else the first.
func (t tree) top(words []int) int {
	first := -1
	for _, i := range words {
		if t.Tags[i] == annotate.PUNCT || contains(words, int(t.Heads[i])) {
			continue
		}
		if t.Tags[i] == annotate.VERB || t.isFinite(i) {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		first = words[0]
	}
	return first
}

// begins says whether word i is the head of a clause of its own.
func (t tree) begins(i int) bool {
	switch t.Relations[i] {
	case "ccomp", "parataxis", "advcl", "conj":
		return t.isFinite(i)
	}
	return false
}

// close gives what stands within a clause to that clause, so that none has
// another inside. A conjunction before another clause is not the beginning of
// its own: in "that while we wait, they act", "that" stands alone.
func (d *divider) close(t tree, content []int) {
	d.heads = d.heads[:0]
	for _, h := range d.owner {
		if !slices.Contains(d.heads, h) {
			d.heads = append(d.heads, h)
		}
	}
	for _, h := range d.heads {
		first, last := -1, -1
		for k, o := range d.owner {
			if o != h || t.Tags[content[k]] == annotate.PUNCT {
				continue
			}
			if first < 0 && isLink(t.Relations[content[k]]) && k+1 < len(d.owner) && d.owner[k+1] != h {
				continue
			}
			if first < 0 {
				first = k
			}
			last = k
		}
		for k := first; first >= 0 && k <= last; k++ {
			d.owner[k] = h
		}
	}
}

// mend moves borders between clauses that a wrong tree has put where none can
// be. A conjunction goes with the clause behind it, and what begins with a verb
// or a preposition, or follows a word that wants another ("with their |
// premiums doubled"), goes on with the clause before.
func (d *divider) mend(t tree, content []int) {
	for k := 1; k < len(content); k++ {
		before, here := d.owner[k-1], d.owner[k]
		if before == here || content[k] != content[k-1]+1 || t.SentenceOf(content[k]) != t.SentenceOf(content[k-1]) {
			continue
		}
		first := k
		for first+1 < len(content) && d.owner[first+1] == here && t.Tags[content[first]] == annotate.PUNCT {
			first++
		}
		if first == k && (t.Tags[content[k-1]] == annotate.SCONJ || t.Tags[content[k-1]] == annotate.CCONJ) {
			for j := k - 1; j > 0 && (t.Tags[content[j]] == annotate.SCONJ || t.Tags[content[j]] == annotate.CCONJ); j-- {
				d.owner[j] = here
			}
			continue
		}
		if canBegin(t.Tags[content[first]]) && (first > k || t.canFollow(content[k-1], here)) {
			continue
		}
		h := before
		if t.Above(here, before) {
			h = here
		}
		for j := range d.owner {
			if d.owner[j] == before || d.owner[j] == here {
				d.owner[j] = h
			}
		}
	}
}

// canFollow says whether a clause of head h can begin behind word i. An adjective
// or noun without a subject goes on with what is before ("while the West stands
// | ready"), unless a mark parts the two.
func (t tree) canFollow(i, h int) bool {
	switch {
	case t.Tags[i] == annotate.PUNCT:
		return true
	case wantsMore(t.Tags[i]):
		return false
	}
	return t.Tags[h] == annotate.VERB || t.isFinite(h)
}

// canBegin says whether a clause with a subject may begin with a word of this
// part of speech.
func canBegin(p annotate.UPOS) bool {
	switch p {
	case annotate.ADP, annotate.AUX, annotate.VERB, annotate.PART, annotate.PUNCT:
		return false
	}
	return true
}

// wantsMore says whether no clause ends with a word of this part of speech.
func wantsMore(p annotate.UPOS) bool {
	switch p {
	case annotate.ADP, annotate.DET, annotate.AUX:
		return true
	}
	return false
}

// isLink says whether a word in this relation links a clause to what is before.
func isLink(relation string) bool { return relation == "mark" || relation == "cc" }

// inherited is the modality that the clause of head h has from what governs it:
// the word of the content that it completes, else the cue ("hopes that").
func (m *modals) inherited(t tree, h int, cue, content []int) record.Modality {
	g := int(t.Heads[h])
	if g < 0 || !contains(content, g) {
		if g >= 0 && contains(cue, g) {
			return m.governor(t, g, false)
		}
		if g = t.head(cue); g < 0 || t.Tags[g] == annotate.NOUN && g > h {
			return record.Plain
		}
		return m.governor(t, g, false)
	}
	switch t.Relations[h] {
	case "ccomp", "xcomp", "obj", "acl", "nmod", "obl":
		return m.governor(t, g, false)
	}
	return record.Plain
}
