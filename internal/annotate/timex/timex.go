// Package timex finds expressions of time and says which days they mean: dates,
// ranges, durations, ages and repeated times. It computes no holiday but those
// of holidays.txt, knows no time zones, and reads a time of day only to keep it
// apart from numbers.
//
// The words stand in words.txt and holidays.txt. The text is read once, from
// left to right: where a word may begin an expression, every form of expression
// is tried, and the longest counts.
//
//	on Saturday                  the last one up to the document's date;
//	                             "will … on Saturday": the one to come
//	in July                      likewise
//	last month, two weeks ago    seen from the document's date
//	two days later, that year    seen from the last date named before
//	since 2022                   2022/2024-04-07
//
// What has no answer, as "Saturday" in a document without a date or 30
// February, is kept without a date, and Why says the reason.
package timex

import (
	"onrecord/internal/annotate"
	"onrecord/internal/edtf"
	"onrecord/internal/text"
)

// Stage gives timexes.
func Stage() annotate.Stage {
	return annotate.Stage{
		Name: "timex", Version: annotate.Version(4, wordText, holidayText, verbText),
		Needs: []annotate.Layer{
			annotate.LayerBlocks, annotate.LayerTokens, annotate.LayerSentences, annotate.LayerTags, annotate.LayerLemmas,
			annotate.LayerTree, annotate.LayerEntities,
		},
		Gives: []annotate.Layer{annotate.LayerTimexes}, Apply: apply,
	}
}

// Undated says whether something in l was left without a date because the
// document has none. Such a document has the problem that its relative dates
// cannot be resolved.
func Undated(l *annotate.Layers) bool {
	for i := range l.Timexes {
		if l.Timexes[i].Why == whyUndated {
			return true
		}
	}
	return false
}

// Contradicts returns what is wrong with a date that contradicts itself, the
// calendar or its verb; "" of every other.
func Contradicts(t annotate.Timex) string {
	switch t.Why {
	case whyNoDay, whyOther, whyOrder, whyFuture:
		return t.Why
	}
	return ""
}

// Reasons why an expression has no date.
const (
	whyUndated  = "the document has no date"
	whyNoAnchor = "no date is named before"
	whyNoDay    = "no such day"
	whyOther    = "another day of the week"
	whyHoliday  = "a day that is not computed"
	whyVague    = "no number is told"
	whyOrder    = "the end lies before the start"
	whyFuture   = "told as past, but still to come"
	whyFiscal   = "a year that begins who knows when"
)

func apply(l *annotate.Layers) error {
	r := reader{l: l, x: lexemes(l), story: true}
	r.now, r.dated = reference(l)
	for i, s := 0, 0; i < len(r.x); {
		for s < len(l.Sentences) && l.Sentences[s].End <= r.x[i].token {
			s++
		}
		end := len(r.x)
		if s < len(l.Sentences) {
			r.story = r.inStory(s)
			end = i
			for end < len(r.x) && r.x[end].token < l.Sentences[s].End {
				end++
			}
		}
		r.sentence(i, end)
		i = max(end, i+1)
	}
	return nil
}

// inStory says whether sentence s is of the story itself: the date of a dateline
// is not what "two days later" counts from.
func (r *reader) inStory(s int) bool {
	b := r.l.Sentences[s].Block
	if b < 0 || b >= len(r.l.Blocks) {
		return true
	}
	k := r.l.Blocks[b].Kind
	return k == annotate.Paragraph || k == annotate.Headline || k == annotate.Caption
}

// reference returns the day from which a document's relative dates are seen.
func reference(l *annotate.Layers) (day, bool) {
	d := edtf.Date(annotate.PublishedOn(l.Document, l.Facts))
	from, to, ok, _ := d.Bounds()
	if !ok || from != to {
		return 0, false
	}
	return dayOf(from.Year(), int(from.Month()), from.Day())
}

// reader reads the expressions of a passage.
type reader struct {
	l     *annotate.Layers
	x     []lexeme
	first int // of the sentence under way, in x
	end   int // behind it
	now   day // the document's date
	dated bool
	story bool   // the sentence under way belongs to the story
	named moment // the last date that was named; of unit noUnit if there was none
}

// sentence reads x[first:end].
func (r *reader) sentence(first, end int) {
	r.first, r.end = first, end
	for i := first; i < end; {
		if !r.mayBegin(i) {
			i++
			continue
		}
		m, ok := r.expression(i)
		if !ok || r.inName(i, m) {
			i++
			continue
		}
		r.add(i, m)
		i = max(m.end, i+1)
	}
}

// reach is how many words a preposition or an article looks ahead for one that
// tells of time.
const reach = 5

// mayBegin says whether an expression may begin at x[i]. It is asked of every
// word, and keeps what is costly from most of them.
func (r *reader) mayBegin(i int) bool {
	x := &r.x[i]
	switch {
	case x.digits > 0 || x.mark == 'h':
		return true
	case x.mark == '\'':
		return i+1 < r.end && r.x[i+1].digits > 0
	case x.word == nil || !x.word.starts:
		return false
	case x.word.time:
		return true
	}
	for k := i + 1; k < min(i+1+reach, r.end); k++ {
		if y := &r.x[k]; y.digits > 0 || y.mark == 'h' || y.word != nil && y.word.time {
			return true
		} else if y.word == nil && y.mark == 0 {
			return false
		}
	}
	return false
}

// expression returns the longest expression that begins at x[i].
func (r *reader) expression(i int) (best moment, ok bool) {
	for _, f := range forms {
		if m, yes := f(r, i); yes && (!ok || m.end > best.end) {
			best, ok = m, true
		}
	}
	return best, ok
}

// forms are the forms of expression. Of two that are equally long the first
// counts.
var forms = []func(*reader, int) (moment, bool){
	(*reader).age, (*reader).set, (*reader).span, (*reader).bound, (*reader).shifted, (*reader).clock, (*reader).alone, (*reader).lasting,
}

// add appends the expression m, which begins at x[i].
func (r *reader) add(i int, m moment) {
	m = r.resolve(m, i)
	if r.story && m.known && !m.open && m.unit == dayUnit && m.year > 0 && r.dated && m.from > r.now && r.toldAsPast(i) {
		m.known, m.why = false, whyFuture
	}
	first, end := r.x[i].token, r.x[m.end-1].token+1
	t := annotate.Timex{
		Span: text.Span{Start: r.x[i].start, End: r.x[m.end-1].end}, First: first, End: end,
		Type: m.kind, Date: m.date(), Duration: m.duration, Relative: m.relative, Why: m.why,
	}
	if n := len(r.l.Timexes); n > 0 && r.l.Timexes[n-1].Span.End > t.Span.Start {
		return
	}
	r.l.Timexes = append(r.l.Timexes, t)
	if m.known && !m.open && (m.kind == annotate.TimexDate || m.kind == annotate.TimexTime) {
		r.named = m
	}
}

// inName says whether m, which begins at x[i], is a part of a longer name: "The
// Sunday Times" is no Sunday.
func (r *reader) inName(i int, m moment) bool {
	first, end := r.x[i].token, r.x[m.end-1].token+1
	for k := r.nameAt(first); k < len(r.l.Entities) && r.l.Entities[k].First < end; k++ {
		e := r.l.Entities[k]
		if e.End <= first || e.First >= first && e.End <= end {
			continue
		}
		if e.Class != annotate.Other || m.kind == annotate.TimexDuration || m.kind == annotate.TimexSet {
			return true
		}
	}
	return false
}

// nameAt returns the first entity that ends behind token i.
func (r *reader) nameAt(i int) int {
	low, high := 0, len(r.l.Entities)
	for low < high {
		if mid := (low + high) / 2; r.l.Entities[mid].End <= i {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}
