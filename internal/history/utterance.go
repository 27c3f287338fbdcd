package history

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"onrecord/internal/edtf"
	"onrecord/internal/export"
)

// QuotedRun is how many quoted words in a row two reports share if they tell of
// one saying, PlainRun how many of any words.
const (
	QuotedRun = 5
	PlainRun  = 12
)

// maxAlike is how many earlier reports with the same words one is held against.
const maxAlike = 8

// Utterance is what somebody said once, with all its reports.
type Utterance struct {
	Speakers   []string   `json:"speakers"`
	OnBehalfOf []string   `json:"on_behalf_of"`
	Said       string     `json:"said"` // EDTF: the narrowest date that a report gives; "" if unknown
	Occasion   string     `json:"occasion"`
	Manner     string     `json:"manner"` // of the first report that quotes most
	Act        string     `json:"act"`
	Background bool       `json:"background"` // in all reports
	Issues     []string   `json:"issues"`
	Content    string     `json:"content"` // of the report that quotes most
	Reports    []Citation `json:"reports"` // in the order of publication
}

// saying is one report of an utterance.
type saying struct {
	Utterance
	runs  []uint64 // hashes of the speaker with words in a row
	group int      // index of the first saying of the utterance
	when  string   // of the first: the narrowest date of the whole utterance
}

// say adds a statement, if somebody makes it.
func (r *Record) say(d export.Document, s export.Statement, issues []string) {
	if len(s.Speakers) == 0 {
		return
	}
	issues = slices.Clone(issues)
	slices.Sort(issues)
	x := saying{Utterance: Utterance{
		Speakers: s.Speakers, OnBehalfOf: s.OnBehalfOf, Said: value(s.Said), Occasion: value(s.Occasion), Manner: s.Manner, Act: s.Act, Background: s.Background,
		Issues: slices.Compact(issues), Content: join(s.Content), Reports: []Citation{cite(d, s.ID, sentence(s))},
	}, group: len(r.said)}
	who := strings.Join(s.Speakers, " ")
	for _, q := range quoted(x.Content, s.Manner) {
		x.runs = append(x.runs, runs(who, q, QuotedRun)...)
	}
	x.runs = append(x.runs, runs(who, words(x.Content), PlainRun)...)
	r.byID[s.ID] = len(r.said)
	r.said = append(r.said, x)
}

// quoted returns the words in quotation marks.
func quoted(content, manner string) [][]string {
	if manner == "direct" {
		return [][]string{words(content)}
	}
	var out [][]string
	for {
		open := strings.IndexAny(content, "“\"«")
		if open < 0 {
			return out
		}
		content = strings.TrimLeft(content[open:], "“\"«")
		end := strings.IndexAny(content, "”\"»")
		if end < 0 {
			return append(out, words(content))
		}
		out = append(out, words(content[:end]))
		content = strings.TrimLeft(content[end:], "”\"»")
	}
}

// words are the words of a text in lower case, without marks.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// runs hashes each run of n words, with who says them.
func runs(who string, w []string, n int) []uint64 {
	var out []uint64
	for i := 0; i+n <= len(w); i++ {
		h := fnv.New64a()
		_, _ = h.Write([]byte(who + "\x00" + strings.Join(w[i:i+n], " ")))
		out = append(out, h.Sum64())
	}
	return out
}

// compatible says whether two dates can be of one saying.
func compatible(a, b string) bool {
	return a == "" || b == "" || edtf.Date(a).Overlaps(edtf.Date(b))
}

// group joins the reports that tell of one saying: of one speaker, with dates
// that can be one, and the same words quoted, or the same occasion and issue in
// two documents.
func (r *Record) group() {
	alike := map[uint64][]int{}
	occasion := map[string][]int{}
	for i := range r.said {
		r.said[i].group, r.said[i].when = i, r.said[i].Said
	}
	for i := range r.said {
		s := &r.said[i]
		for _, h := range s.runs {
			r.meet(i, alike[h], false)
			if n := len(alike[h]); n < maxAlike && (n == 0 || alike[h][n-1] != i) {
				alike[h] = append(alike[h], i)
			}
		}
		for _, issue := range s.Issues {
			if s.Occasion == "" || s.Said == "" {
				break
			}
			key := strings.Join(s.Speakers, " ") + "\x00" + s.Occasion + "\x00" + issue
			r.meet(i, occasion[key], true)
			occasion[key] = append(occasion[key], i)
			if n := len(occasion[key]); n > maxAlike {
				occasion[key] = occasion[key][n-maxAlike:]
			}
		}
	}
}

// meet joins saying i with those of others that can be the same.
func (r *Record) meet(i int, others []int, elsewhere bool) {
	for _, j := range others {
		a, b := &r.said[i], &r.said[j]
		x, y := r.root(i), r.root(j)
		if elsewhere && a.Reports[0].Document == b.Reports[0].Document || !compatible(r.said[x].when, r.said[y].when) {
			continue
		}
		first, other := &r.said[min(x, y)], &r.said[max(x, y)]
		other.group = min(x, y)
		if narrower(other.when, first.when) {
			first.when = other.when
		}
	}
}

// root is the first saying of the utterance that saying i is a report of.
func (r *Record) root(i int) int {
	for r.said[i].group != i {
		r.said[i].group = r.said[r.said[i].group].group
		i = r.said[i].group
	}
	return i
}

// Utterances returns what was said, each once, in the order of when.
func (r *Record) Utterances() []Utterance {
	r.group()
	at := map[int]int{}
	var out []Utterance
	for i := range r.said {
		s := &r.said[i]
		g := r.root(i)
		k, ok := at[g]
		if !ok {
			at[g] = len(out)
			out = append(out, s.Utterance)
			out[len(out)-1].Reports = slices.Clone(s.Reports)
			continue
		}
		out[k].join(&s.Utterance)
	}
	for i := range out {
		slices.SortStableFunc(out[i].Reports, func(a, b Citation) int { return cmp.Compare(a.Published, b.Published) })
	}
	slices.SortStableFunc(out, func(a, b Utterance) int { return order(a.Said, b.Said) })
	return out
}

// join adds a report to an utterance.
func (u *Utterance) join(o *Utterance) {
	u.Reports = append(u.Reports, o.Reports...)
	if narrower(o.Said, u.Said) {
		u.Said = o.Said
	}
	u.Occasion = cmp.Or(u.Occasion, o.Occasion)
	u.Background = u.Background && o.Background
	if rank(o.Manner) > rank(u.Manner) {
		u.Manner, u.Content = o.Manner, o.Content
	}
	for _, x := range o.Issues {
		if !slices.Contains(u.Issues, x) {
			u.Issues = append(u.Issues, x)
		}
	}
}

func rank(manner string) int { return slices.Index([]string{"indirect", "mixed", "direct"}, manner) }

// narrower says whether date a tells more than b.
func narrower(a, b string) bool {
	if a == "" || b == "" {
		return a != ""
	}
	from1, to1, ok1, ok2 := edtf.Date(a).Bounds()
	from2, to2, ok3, ok4 := edtf.Date(b).Bounds()
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return ok1 && ok2
	}
	return to1.Sub(from1) < to2.Sub(from2)
}

// order compares two dates by their last day, then their first. What has none
// comes first.
func order(a, b string) int {
	from1, to1 := edtf.Date(a).Days()
	from2, to2 := edtf.Date(b).Days()
	return cmp.Or(cmp.Compare(to1, to2), cmp.Compare(from1, from2))
}
