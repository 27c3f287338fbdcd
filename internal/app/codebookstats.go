package app

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"onrecord/internal/codebook"
)

// CodebookStats says in which records to count what a codebook's terms find.
type CodebookStats struct {
	Inputs   []string // jsonl of read; "-" is standard input
	Codebook Codebook
	Issue    string // this one alone, with each of its terms
	Examples int    // for each issue
}

// Run counts and prints.
func (o CodebookStats) Run(s Streams) error {
	c, err := o.Codebook.load(s)
	if err != nil {
		return err
	}
	if o.Issue != "" {
		if _, ok := c.Find(o.Issue); !ok {
			return usage("%s has no issue %q; its issues are %s", c.Ref(), o.Issue, strings.Join(issueIDs(c), ", "))
		}
	}
	if o.Examples < 0 {
		return usage("--examples %d; write 0 or more", o.Examples)
	}
	t := newTally(c, o.Examples)
	wrong := 0
	for _, name := range o.Inputs {
		n, err := t.file(s, name)
		if err != nil {
			return err
		}
		wrong += n
	}
	p := &sheet{w: s.Stdout}
	if o.Issue == "" {
		t.all(p)
	} else {
		i, _ := c.Find(o.Issue)
		t.one(p, i)
	}
	if wrong > 0 {
		fmt.Fprintf(s.Stderr, "onrecord: %s could not be read\n", counted(wrong, "line"))
		return ErrInputs
	}
	return p.err
}

// tally counts what terms find in entries.
type tally struct {
	book      *codebook.Codebook
	keep      int // examples of an issue
	documents int
	entries   [3]int // by the index in entryKinds
	untouched int
	issues    []issueTally
	rest      []found // entries that no issue touches
	total     int

	hits   []codebook.Hit // of the entry at hand
	places []place        // where they stand
	sum    []float32
}

type issueTally struct {
	entries, pro, contra int
	terms                []int // entries that each term finds
	last                 []int // the last entry that each term was counted in
	examples             []found
}

// place is where a hit stands: in bytes of one of the entry's spans.
type place struct{ span, start, end int }

// found is an entry to be shown.
type found struct {
	document string
	words    string
}

var entryKinds = [...]string{"statement", "pledge", "action"}

func newTally(c *codebook.Codebook, keep int) *tally {
	t := &tally{book: c, keep: keep, issues: make([]issueTally, len(c.Issues))}
	for i := range t.issues {
		n := len(c.Issues[i].Terms)
		t.issues[i].terms, t.issues[i].last = make([]int, n), make([]int, n)
	}
	return t
}

// reading is what is counted of an object that read prints.
type reading struct {
	Document *struct {
		ID string `json:"id"`
	} `json:"document"`
	Statements []struct {
		Act     string     `json:"act"`
		Content []codeSpan `json:"content"`
	} `json:"statements"`
	Pledges []evidence `json:"pledges"`
	Actions []evidence `json:"actions"`
}

type evidence struct {
	Evidence []codeSpan `json:"evidence"`
}

type codeSpan struct {
	Text string `json:"text"`
}

// file counts in one input and returns how many of its lines are wrong.
func (t *tally) file(s Streams, name string) (wrong int, err error) {
	in, shown := s.Stdin, "standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return 0, err
		}
		defer f.Close()
		in, shown = f, name
	}
	lines := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := t.line(line); err != nil {
				wrong++
				fmt.Fprintf(s.Stderr, "onrecord: %s:%d: %s; write the file with onrecord read --format jsonl\n", message(shown), n, message(err.Error()))
				if bytes.Equal(bytes.TrimSpace(line), []byte("{")) {
					return wrong, nil // of --format json: every line would be wrong
				}
			}
		}
		switch err {
		case nil:
		case io.EOF:
			return wrong, nil
		default:
			return wrong, fmt.Errorf("read %s: %w", shown, err)
		}
	}
}

// line counts in one document.
func (t *tally) line(b []byte) error {
	var r reading
	if err := json.Unmarshal(b, &r); err != nil {
		return fmt.Errorf("no JSON of a document: %w", err)
	}
	if r.Document == nil {
		return fmt.Errorf("no document in it")
	}
	t.documents++
	for _, e := range r.Statements {
		if e.Act != "gloss" {
			t.entry(r.Document.ID, 0, e.Content)
		}
	}
	for _, e := range r.Pledges {
		t.entry(r.Document.ID, 1, e.Evidence)
	}
	for _, e := range r.Actions {
		t.entry(r.Document.ID, 2, e.Evidence)
	}
	return nil
}

// entry counts in one entry. Issues that its kind does not carry are left out.
func (t *tally) entry(document string, kind int, spans []codeSpan) {
	t.entries[kind]++
	t.total++
	t.hits, t.places = t.hits[:0], t.places[:0]
	for i, span := range spans {
		tokens := codebook.Split(span.Text)
		from := len(t.hits)
		t.hits = t.book.Point(t.hits, span.Text, tokens, nil)
		for _, h := range t.hits[from:] {
			t.places = append(t.places, place{i, tokens[h.First].Start, tokens[h.End-1].End})
		}
	}
	t.sum = t.book.Sum(t.sum, t.hits)
	touched := false
	for i, sum := range t.sum {
		if sum >= codebook.Enough && t.book.Issues[i].Entries&(1<<kind) != 0 {
			touched = true
			t.touch(i, document, spans)
		}
	}
	if !touched {
		t.untouched++
		if len(spans) > 0 {
			t.rest = t.add(t.rest, found{document, marked(spans[0].Text, 0, 0)})
		}
	}
}

// touch counts an entry that touches issue i, by the hits of the entry.
func (t *tally) touch(i int, document string, spans []codeSpan) {
	c := &t.issues[i]
	c.entries++
	var side codebook.Side
	first := true
	for k, h := range t.hits {
		if int(h.Issue) != i {
			continue
		}
		if first {
			p := t.places[k]
			c.examples = t.add(c.examples, found{document, marked(spans[p.span].Text, p.start, p.end)})
			first = false
		}
		side |= h.Side
		if c.last[h.Term] != t.total {
			c.last[h.Term] = t.total
			c.terms[h.Term]++
		}
	}
	if side&codebook.For != 0 {
		c.pro++
	}
	if side&codebook.Against != 0 {
		c.contra++
	}
}

// add keeps an example. Those of documents that have one already give way.
func (t *tally) add(examples []found, f found) []found {
	known := slices.ContainsFunc(examples, func(o found) bool { return o.document == f.document })
	if len(examples) < t.keep {
		return append(examples, f)
	}
	if known {
		return examples
	}
	for i := len(examples) - 1; i > 0; i-- {
		if slices.ContainsFunc(examples[:i], func(o found) bool { return o.document == examples[i].document }) {
			return append(slices.Delete(examples, i, i+1), f)
		}
	}
	return examples
}

// around is how many bytes of an entry are shown on each side of what was found.
const around = 90

// marked is a part of s with the words from start to end in brackets.
func marked(s string, start, end int) string {
	from, to := max(start-around, 0), min(end+around, len(s))
	before, after := s[from:start], s[end:to]
	if from > 0 {
		if i := strings.IndexByte(before, ' '); i >= 0 {
			before = before[i+1:]
		}
		before = "…" + before
	}
	if to < len(s) {
		if i := strings.LastIndexByte(after, ' '); i >= 0 {
			after = after[:i]
		}
		after += "…"
	}
	hit := ""
	if end > start {
		hit = "[" + s[start:end] + "]"
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(before+hit+after, "")), " ")
}

// all prints the counts of every issue.
func (t *tally) all(p *sheet) {
	p.row("%s in %s: %s", counted(t.total, "entry"), counted(t.documents, "document"), t.kinds())
	p.row("%s: %s of them, no issue touches %s (%s)", t.book.Ref(), percent(t.total-t.untouched, t.total), percent(t.untouched, t.total), grouped(int64(t.untouched)))
	p.row("")
	p.row("%-28s %8s %7s %6s %8s", "issue", "entries", "share", "for", "against")
	order := make([]int, len(t.issues))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.issues[b].entries, t.issues[a].entries) })
	for _, i := range order {
		c := &t.issues[i]
		p.row("%-28s %8s %7s %6d %8d", t.book.Issues[i].ID, grouped(int64(c.entries)), percent(c.entries, t.total), c.pro, c.contra)
	}
	if t.keep == 0 {
		return
	}
	for _, i := range order {
		if t.issues[i].entries == 0 {
			continue
		}
		p.row("")
		p.row("%s: %s", t.book.Issues[i].ID, t.best(i, 5))
		shown(p, t.issues[i].examples)
	}
	if t.untouched > 0 {
		p.row("")
		p.row("no issue")
		shown(p, t.rest)
	}
}

// one prints the counts of an issue, term by term.
func (t *tally) one(p *sheet, i int) {
	c, issue := &t.issues[i], &t.book.Issues[i]
	p.row("%s: %s of %s (%s), %d with wording for it, %d against", issue.ID, grouped(int64(c.entries)), counted(t.total, "entry"), percent(c.entries, t.total), c.pro, c.contra)
	for k := range issue.Terms {
		if issue.Terms[k].Use != codebook.Exception {
			p.row("%8s  %s", grouped(int64(c.terms[k])), termText(&issue.Terms[k]))
		}
	}
	shown(p, c.examples)
}

func shown(p *sheet, examples []found) {
	for _, e := range examples {
		p.row("  %s  %s", e.document, e.words)
	}
}

func (t *tally) kinds() string {
	var parts []string
	for i, name := range entryKinds {
		parts = append(parts, counted(t.entries[i], name))
	}
	return strings.Join(parts, ", ")
}

// best names the terms of an issue that find most.
func (t *tally) best(i, n int) string {
	c := &t.issues[i]
	order := make([]int, len(c.terms))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.terms[b], c.terms[a]) })
	var parts []string
	idle := 0
	for rank, k := range order {
		term := &t.book.Issues[i].Terms[k]
		switch {
		case term.Use == codebook.Exception:
		case c.terms[k] == 0:
			idle++
		case rank < n:
			parts = append(parts, fmt.Sprintf("%s %d", termText(term), c.terms[k]))
		}
	}
	if idle > 0 {
		parts = append(parts, fmt.Sprintf("%s found nothing", counted(idle, "term")))
	}
	return strings.Join(parts, ", ")
}

// percent is a part of a whole.
func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(part)/float64(whole))
}
