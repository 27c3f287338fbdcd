package attribution

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/document"
	"onrecord/internal/lexicon"
	"onrecord/internal/text"
)

func TestActs(t *testing.T) {
	b, err := os.ReadFile("testdata/act.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := newActs(lexicon.Acts())
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		want, cue, _ := strings.Cut(line, ": ")
		cue, behind, _ := strings.Cut(cue, "|")
		words := strings.Fields(strings.NewReplacer("never", not).Replace(cue))
		n := len(words)
		got, why := a.of(cueWords{append(words, strings.Fields(behind)...), n, behind == " CLAUSE"})
		if got.String() != want {
			t.Errorf("%s: got %s %q", line, got, why)
		}
	}
}

// TestRules reads the cases of testdata/rules.txt.
func TestRules(t *testing.T) {
	f, err := os.Open("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases := 0
	var c *handmade
	run := func() {
		if c != nil {
			cases++
			t.Run(c.name, c.run)
		}
	}
	s := bufio.NewScanner(f)
	for s.Scan() {
		line := strings.TrimSpace(s.Text())
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "=="):
			run()
			c = &handmade{name: strings.TrimSpace(line[2:]), layers: &annotate.Layers{Document: &document.Document{}, Blocks: make([]annotate.Block, 1)}}
		case c != nil:
			if err := c.line(line); err != nil {
				t.Fatalf("%s: %q: %v", c.name, line, err)
			}
		}
	}
	run()
	if cases == 0 {
		t.Fatal("no cases")
	}
}

// handmade is a case: layers made by hand and what is expected.
type handmade struct {
	name   string
	layers *annotate.Layers
	want   []string
	begun  bool // a sentence has words
}

func (c *handmade) line(line string) error {
	l := c.layers
	fields := strings.Fields(line)
	switch {
	case line == "":
		c.begun = false
		return nil
	case len(fields) < 7:
		c.want = append(c.want, line)
		return nil
	}
	tag, err := annotate.ParseUPOS(fields[3])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(fields[4])
	if err != nil {
		return err
	}
	i := len(l.Tokens)
	d := l.Document
	if i > 0 {
		d.Text += " "
	}
	start := len(d.Text)
	d.Text += fields[1]
	l.Tokens = append(l.Tokens, text.Span{Start: start, End: len(d.Text)})
	l.Lemmas, l.Tags = append(l.Lemmas, fields[2]), append(l.Tags, tag)
	l.Heads, l.Relations = append(l.Heads, int32(head-1)), append(l.Relations, fields[5])
	if !c.begun {
		l.Sentences = append(l.Sentences, annotate.Sentence{First: i})
		c.begun = true
	}
	l.Sentences[len(l.Sentences)-1].End = i + 1
	if fields[6] == "-" {
		return nil
	}
	for r := range strings.SplitSeq(fields[6], ",") {
		n, err := strconv.Atoi(r[1:])
		if err != nil {
			return err
		}
		for len(l.Attributions) < n {
			l.Attributions = append(l.Attributions, annotate.Attribution{})
		}
		a := &l.Attributions[n-1]
		to := map[byte]*[]int{'s': &a.Source, 'c': &a.Cue, 't': &a.Content}[r[0]]
		*to = append(*to, i)
	}
	return nil
}

func (c *handmade) run(t *testing.T) {
	if err := quote.Stage().Apply(c.layers); err != nil {
		t.Fatal(err)
	}
	newRules().apply(new(ruleScratch), c.layers)
	var got []string
	for i, a := range c.layers.Attributions {
		got = append(got, fmt.Sprintf("%d: %s %s", i+1, a.Act, a.Manner))
		for _, cl := range a.Clauses {
			s := fmt.Sprintf("clause %d-%d %s", cl.First+1, cl.End, cl.Modality)
			if cl.Negated {
				s += " negated"
			}
			got = append(got, s)
		}
		if (a.Act.String() != "say") != (len(a.Why) > 0) && a.Act.String() == "gloss" {
			t.Errorf("attribution %d: %s without a reason", i+1, a.Act)
		}
	}
	if d := cmp.Diff(c.want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if !slices.IsSortedFunc(c.layers.Tokens, text.Compare) {
		t.Fatal("the case's words are out of order")
	}
}
