package link_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/internal/annotate"
	"onrecord/internal/document"
	"onrecord/internal/link"
	"onrecord/internal/record"
	"onrecord/internal/text"
)

// random makes layers out of bytes: words parted by spaces, and tags, trees,
// names, mentions and attributions that no language would have.
func random(words string, seed []byte) *annotate.Layers {
	l := &annotate.Layers{Document: &document.Document{ID: "d", Text: words}}
	at := 0
	for w := range strings.SplitSeq(words, " ") {
		if w != "" {
			l.Tokens = append(l.Tokens, text.Span{Start: at, End: at + len(w)})
		}
		at += len(w) + 1
	}
	n := len(l.Tokens)
	next := func(below int) int {
		if len(seed) == 0 || below <= 0 {
			return 0
		}
		b := int(seed[0])
		seed = append(seed[1:], seed[0]+31)
		return b % below
	}
	relations := []string{"nsubj", "obj", "obl", "nmod", "compound", "amod", "conj", "case", "acl", "ccomp", "appos", "flat", "punct"}
	for first := 0; first < n; {
		end := min(n, first+1+next(12))
		l.Sentences = append(l.Sentences, annotate.Sentence{First: first, End: end, Block: 0})
		for i := first; i < end; i++ {
			head := first + next(end-first)
			if head == i {
				head = -1
			}
			l.Heads = append(l.Heads, int32(head))
			l.Tags = append(l.Tags, annotate.UPOS(next(17)))
			l.Lemmas = append(l.Lemmas, strings.ToLower(l.Word(i)))
			l.Relations = append(l.Relations, relations[next(len(relations))])
		}
		first = end
	}
	for i := 0; i < n; i += 1 + next(4) {
		end := min(n, i+1+next(3))
		l.Entities = append(l.Entities, annotate.Entity{First: i, End: end, Class: annotate.EntityClass(next(5)), Score: 0.9})
		l.Mentions = append(l.Mentions, annotate.Mention{
			First: i, End: end, Head: i + next(end-i), Kind: annotate.MentionKind(next(3)), Class: annotate.EntityClass(next(5)),
			Chain: next(4), Score: 0.9, Gender: annotate.Gender(next(4)), Plural: next(2) == 1,
		})
		if next(2) == 1 {
			l.Timexes = append(l.Timexes, annotate.Timex{Span: l.Tokens[i], First: i, End: i + 1, Date: "2024-03-11"})
		}
		i = end
	}
	for i := 0; i+3 < n; i += 4 + next(4) {
		a := annotate.Attribution{Cue: []int{i + 1}, Content: []int{i + 2, i + 3}, Act: record.Act(next(12)), Manner: record.Manner(next(3))}
		if next(4) > 0 {
			a.Source = []int{i}
		}
		l.Attributions = append(l.Attributions, a)
	}
	l.Blocks = []annotate.Block{{Span: text.Span{End: len(words)}, Kind: annotate.BlockKind(next(6))}}
	return l
}

func FuzzRead(f *testing.F) {
	reg := world(f)
	f.Add("French President Emmanuel Macron and Olaf Scholz said Moscow , Ukraine 's army and the two leaders met Mr. Smith", []byte{3, 1, 4, 1, 5, 9, 2, 6})
	f.Add("the alliance 's chief told the BBC that he , the spokesman of NATO , had previously written a letter to Kyiv", []byte{2, 7, 1, 8, 2, 8})
	f.Add("", []byte{})
	f.Add("’s 's - , Congo African - American Congolese army", []byte{200, 17, 90})
	f.Fuzz(func(t *testing.T, words string, seed []byte) {
		words = strings.ToValidUTF8(words, "?")
		if len(words) > 2000 {
			return
		}
		l := random(words, seed)
		a := read(reg, l, "2024-03-12")
		check(t, a)
	})
}

// check holds an article against what must hold of any.
func check(t *testing.T, a *link.Article) {
	t.Helper()
	doc := a.Document.Text
	for i := range a.Actors {
		for k, m := range a.Actors[i].Mentions {
			if m.Start < 0 || m.Start >= m.End || m.End > len(doc) || !utf8.ValidString(m.Of(doc)) {
				t.Errorf("%s: mention %v", a.Actors[i].ID, m)
			}
			if k > 0 && m.Start < a.Actors[i].Mentions[k-1].Start {
				t.Errorf("%s: mentions out of order", a.Actors[i].ID)
			}
		}
		if a.Actor(a.Actors[i].ID) != &a.Actors[i] {
			t.Errorf("%s is not found, or twice", a.Actors[i].ID)
		}
	}
	known := func(id record.ActorID) {
		if id != "" && a.Actor(id) == nil {
			t.Errorf("%s is no actor of the article", id)
		}
	}
	for p, refs := range a.References {
		for k, r := range refs {
			if r.First < 0 || r.First >= r.End || r.End > len(a.Passages[p].Tokens) || r.Head < r.First || r.Head >= r.End || len(r.Actors) == 0 {
				t.Errorf("reference %+v", r)
			}
			if k > 0 && r.First < refs[k-1].First {
				t.Error("references out of order")
			}
			for _, id := range r.Actors {
				known(id)
			}
		}
		for i := range a.Passages[p].Tokens {
			a.ReferenceAt(p, i)
			a.TimexNear(p, i)
			a.Background(p, i)
			a.CueOf(p, i)
			for _, s := range a.StatementsAt(p, i) {
				_ = a.Statements[s]
			}
		}
		a.ActorsIn(p, 0, len(a.Passages[p].Tokens))
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		known(s.Venue)
		for _, ids := range [][]record.ActorID{s.Speakers, s.OnBehalfOf, s.About, s.Audience} {
			for _, id := range ids {
				known(id)
			}
		}
		if s.Act == record.Gloss && len(s.Speakers) > 0 {
			t.Error("a gloss has speakers")
		}
		if s.Said != "" && !s.Said.Valid() {
			t.Errorf("said %q", s.Said)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	reg := world(b)
	words := strings.Repeat("French President Emmanuel Macron told Volodymyr Zelensky that Ukraine 's army would hold , and he said Moscow must wait . ", 200)
	l := random(words, []byte{1, 2, 3, 5, 8, 13, 21})
	b.ReportAllocs()
	for b.Loop() {
		read(reg, l, "2024-03-12")
	}
	b.ReportMetric(float64(len(l.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
