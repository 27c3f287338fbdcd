package link

import (
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/edtf"
	"onrecord/internal/lexicon"
	"onrecord/internal/record"
)

// date says when a statement was made and on what basis: by the expression of
// time in the clause of its cue, else by the document's own date. dated tells
// whether the words of this statement give a date.
func (k *linker) date(c *account) (dated bool) {
	published := k.a.Published
	c.Said, c.SaidBasis = published, record.Reported
	if c.Act == record.Repeat {
		c.Background = true
		c.because("background: it repeats")
	}
	adverb, recalls := c.p.recalls(c.predicate)
	if recalls {
		c.Background = true
		c.because("background: “" + adverb + "”")
	}
	if c.mute {
		return false
	}
	t, basis := c.timex()
	if w, ok := c.retold(t, published); ok && !recalls {
		c.Background = true
		c.because("background: “" + w + "”")
	}
	switch {
	case t != nil && t.Date != "" && !after(t.Date, published):
		c.Said, c.SaidBasis, c.SaidText = t.Date, basis, t.Of(k.a.Document.Text)
		if longBefore(t.Date, published) {
			c.Background = true
			c.because("background: “" + c.SaidText + "” is long before the document's date")
		}
		c.because("date: “" + c.SaidText + "”")
		return true
	case recalls && adverb == "previously":
		c.Said, c.SaidBasis, c.SaidText = edtf.Between("", published), record.Spoken, adverb
	}
	return false
}

// retold says whether the clause of the cue tells what was said before the story
// that is told, and by which words: "had asked", "said at the time". What
// somebody has told in turn is theirs to date, and what was said in the last days
// is news.
func (c *account) retold(t *annotate.Timex, published edtf.Date) (string, bool) {
	p := c.p
	if c.outer >= 0 || t != nil && fresh(t.Date, published) {
		return "", false
	}
	for v, n := c.predicate, 0; v >= 0 && n < cast.MaxShared; v, n = p.with(v), n+1 {
		for _, j := range p.Children(v) {
			i := int(j)
			switch {
			case cast.Among(c.from.Content, i):
			case i < v && p.Relations[i] == "aux" && (p.Low[i] == "had" || p.Low[i] == "'d" && p.Lemmas[i] == "have"):
				return p.Text(i, v+1), !p.Quoted(i)
			case p.Low[i] == "time" && p.Relations[i] == "obl" && p.Preposition(i) == "at" && i > 1 && p.Low[i-1] == "the" && p.Child(i, "acl", "nmod") < 0:
				return p.Text(i-2, i+1), true
			}
		}
	}
	return "", false
}

// freshDays is how many days before the document's a date still is news.
const freshDays = 2

// fresh says whether a date is of the document's day or the last before it.
func fresh(d, published edtf.Date) bool {
	from, _, ok1, _ := d.Bounds()
	day, _, ok2, _ := published.Bounds()
	return ok1 && ok2 && !from.Before(day.AddDate(0, 0, -freshDays))
}

// with returns the verb that the verb v shares its "had" with: the one that it
// is joined to and has no subject beside, -1 if there is none.
func (p passage) with(v int) int {
	if p.Relations[v] != "conj" || p.Child(v, "nsubj", "aux") >= 0 {
		return -1
	}
	return p.Head(v)
}

// after says whether a date lies wholly after the document's day: what is said
// then is not said yet.
func after(d, published edtf.Date) bool {
	from, _, ok1, _ := d.Bounds()
	_, day, _, ok2 := published.Bounds()
	return ok1 && ok2 && from.After(day)
}

// timex returns the expression of time that dates a statement, outside of what
// it says, and whether it dates the words or their publication.
func (c *account) timex() (*annotate.Timex, record.SaidBasis) {
	p := c.p
	for v, n := c.predicate, 0; v >= 0 && n < cast.MaxShared; v, n = p.Sharer(v), n+1 {
		first, end := p.Bounds(v)
		for k := p.TimexFrom(first); k < len(p.Timexes) && p.Timexes[k].First < end; k++ {
			t := &p.Timexes[k]
			if t.Type != annotate.TimexDate && t.Type != annotate.TimexTime || cast.Among(c.from.Content, t.First) || cast.Among(c.from.Source, t.First) {
				continue
			}
			if v != c.predicate && c.elsewhere(t.First) || clauseTable.Has("span", c.before(t)) {
				continue
			}
			if basis, ok := c.dates(t, v); ok {
				return t, basis
			}
		}
	}
	return nil, record.Reported
}

// elsewhere says whether token i is part of what another statement says that does
// not say this one: "said he expected nothing this week but hoped for July".
func (c *account) elsewhere(i int) bool {
	p := c.p
	for _, x := range p.Holding(i) {
		if a := &p.Attributions[x]; a != c.from && !cast.Among(a.Content, c.cue) && a.Act != record.Gloss {
			return true
		}
	}
	return false
}

// before returns the preposition before an expression of time, over its
// determiner.
func (c *account) before(t *annotate.Timex) string {
	s, _ := c.p.Bounds(t.First)
	i := t.First - 1
	if i >= s && c.p.Tags[i] == annotate.DET {
		i--
	}
	if i < s {
		return ""
	}
	return c.p.Low[i]
}

// dates says whether an expression of time belongs to the cue's clause, whose
// predicate is v: over nouns, or over the verb that tells of the publication.
func (c *account) dates(t *annotate.Timex, v int) (record.SaidBasis, bool) {
	p := c.p
	basis := record.Spoken
	if c.p.publishedAt(t.First) {
		basis = record.Published
	}
	i := p.Top(t.First, t.End)
	if i == v {
		return basis, true
	}
	for range 6 {
		if i = p.Head(i); i < 0 {
			return basis, false
		}
		if i == v || i == c.cue {
			return basis, true
		}
		if p.Tags[i] != annotate.VERB {
			continue
		}
		switch {
		case p.Relations[i] == "acl" && clauseTable.Has("publish", p.Lemmas[i]):
			basis = record.Published
		case p.Relations[i] != "advcl" || !speaking(p.Lemmas[i]):
			return basis, false
		}
	}
	return basis, false
}

// publishedAt says whether the words before token i are of a publication:
// "published on".
func (p passage) publishedAt(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if p.Tags[j] == annotate.VERB || strings.HasSuffix(p.Low[j], "ed") { // which the tagger may take for a noun
			return clauseTable.Has("publish", lexicon.Lemma(p.Forms[j], lexicon.Verb))
		}
		if p.Tags[j] != annotate.ADP && p.Tags[j] != annotate.ADV && p.Tags[j] != annotate.ADJ {
			return false
		}
	}
	return false
}

// hedge says whether the words leave open that it was said at all.
func (k *linker) hedge(c *account) {
	if w, ok := c.p.hedges(c.predicate); ok {
		c.Hedged = true
		c.because("hedged: “" + w + "”")
		return
	}
	if c.p.Passive(c.predicate) && len(c.from.Source) == 0 && c.p.Is(c.predicate, "say", "report", "rumor", "allege", "believe", "claim") {
		c.Hedged = true
		c.because("hedged: “" + c.p.Forms[c.predicate] + "” by nobody")
	}
}
