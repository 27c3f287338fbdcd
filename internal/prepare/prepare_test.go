package prepare

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/encoder"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

func vocabulary(t *testing.T) *encoder.Vocabulary {
	t.Helper()
	v, err := encoder.ReadVocabulary(strings.NewReader("[UNK]\n[CLS]\n[SEP]\nsaid\ntalks\n##ing\ntalk\n"))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// span finds words in t, in code points.
func span(t, words string) text.Span {
	i := strings.Index(t, words)
	n := len([]rune(t[:i]))
	return text.Span{Start: n, End: n + len([]rune(words))}
}

func TestAnArticleBecomesWordsAndRelations(t *testing.T) {
	const s = "“Talks,” Renée said, “can’t wait.”\n\nNobody else was talking."
	e, err := article(gold.Article{Name: "a", Text: s, Attributions: []gold.Attribution{
		{Source: []text.Span{span(s, "Renée")}, Cue: []text.Span{span(s, "said")}, Content: []text.Span{span(s, "“Talks,”"), span(s, "“can’t wait.”")}},
		{Content: []text.Span{span(s, "Nobody")}}, // without a cue
	}}, []gold.SilverWord{{Span: span(s, "Renée"), Class: "PERSON"}, {Span: span(s, "Nobody"), Class: "O"}}, vocabulary(t))
	if err != nil {
		t.Fatal(err)
	}
	// “ Talks , ” Renée said , “ ca n’t wait . ” Nobody else was talking .
	want := []Relation{{Cue: []int{5}, Source: []int{4}, Content: []int{0, 1, 2, 3, 7, 8, 9, 10, 11, 12}}}
	if d := cmp.Diff(want, e.Relations); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]int{1, 1, 2}, []int{e.Names[4], e.Lens[1], e.Lens[16]}); d != "" {
		t.Errorf("B-person, talks, talk ##ing: %s", d)
	}
	if d := cmp.Diff([]int{2, 1, 1, 3, 0, 0, 0, 2}, e.Quote[:8]); d != "" {
		t.Errorf("state of quotation: %s", d)
	}
	if e.Para[12] == e.Para[13] || e.Sent[12] == e.Sent[13] {
		t.Error("the second paragraph is none")
	}
	n := 0
	for _, l := range e.Lens {
		n += l
	}
	if n != len(e.Pieces) {
		t.Errorf("%d pieces, lengths say %d", len(e.Pieces), n)
	}
}

func TestATreeKeepsItsWords(t *testing.T) {
	e, err := tree([]gold.Sentence{
		{Document: "d", NewDoc: true, Words: []gold.Word{
			{Form: "Talks", UPOS: "NOUN", Head: 1, Relation: "nsubj", SpaceAfter: true},
			{Form: "failed", UPOS: "VERB", Head: -1, Relation: "root"},
			{Form: ".", UPOS: "PUNCT", Head: 1, Relation: "punct", SpaceAfter: true},
		}},
		{Document: "d", Words: []gold.Word{{Form: "Why", UPOS: "ADV", Head: -1, Relation: "root:odd"}, {Form: "?", UPOS: "_", Head: 0, Relation: "strange"}}},
	}, map[string]int{"nsubj": 0, "root": 1, "punct": 2}, vocabulary(t))
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]int{1, -1, 1, -1, 3}, e.Heads); d != "" {
		t.Errorf("heads: %s", d)
	}
	if d := cmp.Diff([]int{0, 1, 2, 1, Unknown}, e.Labels); d != "" {
		t.Errorf("relations: %s", d)
	}
	if e.UPOS[4] != Unknown || e.Sent[2] == e.Sent[3] || e.Para[2] != e.Para[3] {
		t.Errorf("tags %v, sentences %v, paragraphs %v", e.UPOS, e.Sent, e.Para)
	}
}

func TestAMentionsHeadIsTheWordThatHangsOutside(t *testing.T) {
	words := []gold.Word{
		{Form: "the", Head: 2, Relation: "det", SpaceAfter: true},
		{Form: "finance", Head: 2, Relation: "compound", SpaceAfter: true},
		{Form: "minister", Head: 5, Relation: "nmod", SpaceAfter: true},
		{Form: "Anna", Head: 5, Relation: "nsubj", SpaceAfter: true},
		{Form: "Berg", Head: 3, Relation: "flat", SpaceAfter: true},
		{Form: "left", Head: -1, Relation: "root", SpaceAfter: true},
	}
	c := gold.Chains{Mentions: []gold.Mention{{First: 0, End: 3, Chain: 5}, {First: 3, End: 5, Chain: 6}, {First: 4, End: 5, Chain: 6}}}
	want := map[int]int{2: 5, 3: 6, 4: 6}
	if d := cmp.Diff(want, headChains(c, []gold.Sentence{{Words: words}})); d != "" {
		t.Error(d)
	}
}

func TestNamesOfOtherSets(t *testing.T) {
	for _, c := range []struct {
		label, word string
		want        int
	}{{"O", "the", 0}, {"B-politician", "Berg", 1}, {"I-politicalparty", "Party", 4}, {"B-country", "Peru", 5}, {"B-misc", "Peruvian", 7}, {"B-election", "2020", 9}} {
		if got := namedLabel(c.label, c.word); got != c.want {
			t.Errorf("%s of %s is %d, want %d", c.label, c.word, got, c.want)
		}
	}
}
