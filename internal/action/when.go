package action

import (
	"sort"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/record"
)

// timexAt returns the index of the expression of time that holds word i, -1 for
// none.
func (s *scene) timexAt(i int) int {
	all := s.layers.Timexes
	k := sort.Search(len(all), func(k int) bool { return all[k].End > i })
	if k < len(all) && all[k].First <= i {
		return k
	}
	return -1
}

// dated says whether word i belongs to an expression of time.
func (s *scene) dated(i int) bool { return s.timexAt(i) >= 0 }

// when tells the time of a deed: that of the date that hangs on it; else, where
// it is told to be after or before another event with a date, what lies after or
// before that, up to the document's own day if it is past.
//
//	banned talks after the annexation in 2022  → 2022/2024-04-07
func (s *scene) when(d *deed) (date edtf.Date, recalled bool) {
	at := d.verb()
	for _, i := range []int{d.at, at, max(d.victims, at)} {
		if t := s.article.TimexNear(s.passage, i); t != nil && (t.Type == annotate.TimexDate || t.Type == annotate.TimexTime) && t.Date != "" && !s.another(i, t) {
			return s.bounded(t, d), false
		}
	}
	if date, recalled := s.relative(at, d); date != "" {
		return date, recalled
	}
	if t := s.nested(at); t != nil && d.flags&terms == 0 {
		return s.bounded(t, d), false
	}
	return "", false
}

// nested returns the only date of a sentence where the tree hangs it on a
// participle below the predicate at, which has no time of its own as a rule:
// "vetoed a text demanding a truce on Tuesday".
func (s *scene) nested(at int) *annotate.Timex {
	sentence := s.Sentences[s.SentenceOf(at)]
	t := s.firstDate(at+1, sentence.End)
	if t == nil || t.Date == "" || t.End < sentence.End && s.firstDate(t.End, sentence.End) != nil || s.firstDate(sentence.First, at) != nil {
		return nil
	}
	i := t.First
	for range 12 {
		switch h := s.Head(i); {
		case h == at:
			return t
		case h < 0 || h < at:
			return nil
		case s.Tags[h] == annotate.VERB && (s.Relations[h] != "acl" || !strings.HasSuffix(s.low(h), "ing")):
			return nil
		default:
			i = h
		}
	}
	return nil
}

// bounded returns the date of t as the deed of d has it: one that is over ended
// by the document's day.
func (s *scene) bounded(t *annotate.Timex, d *deed) edtf.Date {
	switch {
	case s.low(t.First) == "until" || s.low(t.First) == "till" || t.First > 0 && (s.low(t.First-1) == "until" || s.low(t.First-1) == "till"):
		return "" // how long, or a deadline
	case t.First == 0:
	case s.low(t.First-1) == "since" && d.mood.tense != record.Future:
		return edtf.Between(t.Date, s.article.Published)
	}
	return t.Date
}

// another says whether an expression of time belongs to another event than the
// one of word i: it stands behind "after" or "before" and a noun or verb.
func (s *scene) another(i int, t *annotate.Timex) bool {
	for j := t.First - 1; j > i; j-- {
		if w := s.low(j); (mood("after", w) || mood("before", w)) && j < t.First-1 {
			return true
		}
		if s.Tags[j] == annotate.VERB && s.Relations[j] != "amod" && s.Relations[j] != "case" {
			return true
		}
	}
	return false
}

// relative tells the time of the predicate at by an event that it follows or
// precedes in its sentence.
func (s *scene) relative(at int, d *deed) (edtf.Date, bool) {
	end := s.Sentences[s.SentenceOf(at)].End
	for j := at + 1; j+1 < end; j++ {
		w := s.low(j)
		after, before := mood("after", w), mood("before", w)
		if !after && !before {
			if s.Tags[j] == annotate.VERB && s.Relations[j] != "amod" && s.Relations[j] != "case" && s.Head(j) != at {
				return "", false
			}
			continue
		}
		if s.dated(j + 1) {
			continue
		}
		t := s.firstDate(j+1, end)
		if t == nil || t.Date == "" {
			return "", false
		}
		if after && d.mood.tense == record.Past && s.article.Published != "" && string(t.Date) < string(s.article.Published) {
			return edtf.Between(t.Date, s.article.Published), true
		}
		if after {
			return edtf.Between(t.Date, ""), false
		}
		return edtf.Between("", t.Date), false
	}
	return "", false
}

// firstDate returns the first date between words first and end.
func (s *scene) firstDate(first, end int) *annotate.Timex {
	for j := first; j < end; j++ {
		if k := s.timexAt(j); k >= 0 && s.layers.Timexes[k].Type == annotate.TimexDate {
			return &s.layers.Timexes[k]
		}
	}
	return nil
}

// background says whether a deed is recalled rather than news: by an adverb or
// an old date, or as what something else came after.
func (s *scene) background(d *deed, date edtf.Date) bool {
	at := d.verb()
	if s.article.Background(s.passage, at) {
		return true
	}
	if d.presumed && s.follows(d.at) {
		return true
	}
	_, to, _, ok1 := date.Bounds()
	day, _, ok2, _ := s.article.Published.Bounds()
	return ok1 && ok2 && to.AddDate(0, 0, recallDays).Before(day)
}

// recallDays is how long a deed must be over to be no news.
const recallDays = 31

// follows says whether the noun i tells what something else came after.
func (s *scene) follows(i int) bool {
	p := s.prep(i)
	return mood("after", p) || p == "over" || p == "despite" || p == "amid"
}
