package eval_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/text"
)

// tagging gives words the tags, lemmas, heads and relations of the treebank
// itself, and then has change spoil them.
func tagging(change func(l *annotate.Layers)) eval.ReadWords {
	return func(sentences []gold.Sentence) (*annotate.Layers, error) {
		l := &annotate.Layers{}
		for _, s := range sentences {
			first := int32(len(l.Tokens))
			for _, w := range s.Words {
				head := int32(w.Head)
				if head >= 0 {
					head += first
				}
				tag, _ := annotate.ParseUPOS(w.UPOS)
				l.Tokens = append(l.Tokens, text.Span{})
				l.Tags, l.Lemmas = append(l.Tags, tag), append(l.Lemmas, w.Lemma)
				l.Heads, l.Relations = append(l.Heads, head), append(l.Relations, gold.Plain(w.Relation))
			}
		}
		change(l)
		return l, nil
	}
}

func TestTags(t *testing.T) {
	sentences := treebank(t, harbor)
	sentences[1].Words[2].UPOS = "_" // not scored
	r, err := eval.Tags(sentences, tagging(func(l *annotate.Layers) {
		l.Tags[0] = annotate.X
		l.Lemmas[0], l.Lemmas[1] = "x", "x"
	}))
	if err != nil {
		t.Fatal(err)
	}
	if r.Documents != 2 || r.UPOS.Right != 10 || r.UPOS.Total != 12 || r.UPOS.Value != 83.33 || r.Lemma == nil || r.Lemma.Right != 9 || r.Lemma.Total != 13 {
		t.Errorf("%+v, lemma %+v", r, r.Lemma)
	}
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	const want = `tags: 2 documents (95 % intervals: 1000 resamplings of the documents)
upos    83.33  [ 75.00,  87.50]   right 10 of 12
lemma   69.23  [ 50.00,  77.78]   right 9 of 13
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
}

func TestTagsWithoutLemmas(t *testing.T) {
	r, err := eval.Tags(treebank(t, harbor), tagging(func(l *annotate.Layers) { l.Lemmas = nil }))
	if err != nil {
		t.Fatal(err)
	}
	if r.UPOS.Value != 100 || r.Lemma != nil || len(r.Values()) != 1 {
		t.Errorf("%+v", r)
	}
}

func TestParse(t *testing.T) {
	r, err := eval.Parse(treebank(t, harbor), tagging(func(l *annotate.Layers) {
		l.Heads[1] = 0         // wrong in both documents: "ca", "à"
		l.Relations[0] = "obj" // wrong label: "Anna", "Yes"
	}))
	if err != nil {
		t.Fatal(err)
	}
	if r.UAS.Right != 11 || r.UAS.Total != 13 || r.LAS.Right != 9 || r.LAS.Total != 13 {
		t.Errorf("%+v", r)
	}
	if v := r.Values(); v["uas"] != 84.62 || v["las"] != 69.23 {
		t.Errorf("%v", v)
	}
}

func TestTreebankSaysWhatIsWrong(t *testing.T) {
	sentences := treebank(t, strings.Replace(harbor, "# newpar id = p1", "# sent_id = harbor-1", 1))
	for _, c := range []struct {
		name string
		read eval.ReadWords
		want string
	}{
		{"words lost", tagging(func(l *annotate.Layers) { l.Tokens = l.Tokens[1:] }), "9 words became 8"},
		{"no tags", tagging(func(l *annotate.Layers) { l.Tags = nil }), "9 words got 0 tags"},
		{"an error", func([]gold.Sentence) (*annotate.Layers, error) { return nil, errors.New("no weights") }, "no weights"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := eval.Tags(sentences, c.read)
			want := "the document that begins with sentence harbor-1: " + c.want
			if err == nil || err.Error() != want {
				t.Errorf("got error %v, want %s", err, want)
			}
		})
	}
	_, err := eval.Parse(sentences, tagging(func(l *annotate.Layers) { l.Heads = nil }))
	if err == nil || !strings.HasSuffix(err.Error(), "9 words got 0 heads and 9 relations") {
		t.Errorf("got error %v", err)
	}
}
