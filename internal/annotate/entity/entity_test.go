package entity_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/entity"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/eval"
	"onrecord/internal/gold"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
	"onrecord/internal/prepare"
	"onrecord/internal/weights"
)

// readers are the stages from words to names on one kernel.
func readers(t testing.TB, k *kernel.Kernel) (rows, names annotate.Stage) {
	t.Helper()
	m, err := en.Load(k)
	if err != nil {
		t.Fatal(err)
	}
	s, err := entity.Stage(k, m.Heads)
	if err != nil {
		t.Fatal(err)
	}
	return encode.Stage(m.Encoder, nil), s
}

// apply runs stages over l.
func apply(t testing.TB, l *annotate.Layers, stages ...annotate.Stage) *annotate.Layers {
	t.Helper()
	for _, s := range stages {
		if err := s.Apply(l); err != nil {
			t.Fatalf("%s: %v", s.Name, err)
		}
	}
	return l
}

// raw returns the words and sentences of a text.
func raw(t testing.TB, s string) *annotate.Layers {
	t.Helper()
	return apply(t, &annotate.Layers{Document: &document.Document{Text: s}}, block.Stage(), segment.Stage(), quote.Stage())
}

// shown writes names as "class words".
func shown(l *annotate.Layers) (out []string) {
	for _, e := range l.Entities {
		s := e.Class.String()
		for i := e.First; i < e.End; i++ {
			s += " " + l.Word(i)
		}
		out = append(out, s)
	}
	return out
}

const story = `Ministers of Norway and Sweden met in Geneva on Monday. "We are not there yet," said Jens Stoltenberg, who heads NATO.
The European Commission and Ursula von der Leyen's office declined to comment.
`

func TestNames(t *testing.T) {
	rows, names := readers(t, kernel.Best())
	l := apply(t, raw(t, story), rows, names)
	want := []string{
		"place Norway", "place Sweden", "place Geneva", "person Jens Stoltenberg", "organization NATO",
		"organization European Commission", "person Ursula von der Leyen",
	}
	found := 0
	for _, w := range want {
		if slices.Contains(shown(l), w) {
			found++
		}
	}
	if found < len(want)-1 {
		t.Errorf("%v: only %d of %d that are plain", shown(l), found, len(want))
	}
	for i, e := range l.Entities {
		if e.Score <= 0 || e.Score > 1 || e.First >= e.End || e.End > len(l.Tokens) || i > 0 && e.First < l.Entities[i-1].End {
			t.Errorf("entity %d: %+v", i, e)
		}
	}
}

func TestNoName(t *testing.T) {
	rows, names := readers(t, kernel.Best())
	if l := apply(t, raw(t, ""), rows, names); len(l.Entities) != 0 {
		t.Errorf("%v in nothing", shown(l))
	}
}

func TestKernelsDecideAlike(t *testing.T) {
	var want *annotate.Layers
	for _, k := range slices.Backward(kernel.All()) {
		rows, names := readers(t, k)
		l := apply(t, raw(t, story), rows, names)
		if want == nil {
			want = l
		}
		if !slices.Equal(l.Entities, want.Entities) {
			t.Errorf("%s finds %v, plain Go %v", k, shown(l), shown(want))
		}
	}
}

func TestOtherLabelsAreRefused(t *testing.T) {
	var b bytes.Buffer
	w := &weights.Writer{Meta: map[string]string{"names": `["O", "B-PER", "I-PER"]`}}
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	f, err := weights.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := entity.Stage(kernel.Best(), f); err == nil || !strings.Contains(err.Error(), "B-PER") {
		t.Fatalf("error %v", err)
	}
}

// shared returns the path of a file that is not part of the project, or skips.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("ONRECORD_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there; ONRECORD_SHARED names the folder that holds data/", path)
	}
	return path
}

// The floors are those of the weights that the program began with; figures are
// printed with -v.
func TestNamesOfPoliticians(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 25,000 words")
	}
	sentences, err := gold.ReadNames(shared(t, "data/crossner-politics/dev.txt"))
	if err != nil {
		t.Fatal(err)
	}
	rows, names := readers(t, kernel.Best())
	r, err := eval.Entities(sentences, func(s []gold.Sentence) (*annotate.Layers, error) {
		return apply(t, prepare.Layout(s), quote.Stage(), rows, names), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	floor(t, r, 76)
}

func TestNamesOfSilver(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 15,000 words")
	}
	articles, silver, err := eval.OpenSilver(shared(t, "data/polnear/silver/dev.tsv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	some := articles[:0]
	for i := 0; i < len(articles); i += 4 {
		some = append(some, articles[i])
	}
	rows, names := readers(t, kernel.Best())
	r, err := eval.SilverEntities(some, silver, func(s string) ([]*annotate.Layers, error) {
		return []*annotate.Layers{apply(t, raw(t, s), rows, names)}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	floor(t, r, 81)
}

// floor prints a report and fails if its F1 over all classes is below f.
func floor(t *testing.T, r *eval.EntitiesReport, f float64) {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	t.Log(b.String())
	if got := r.Entities.F1; got < f {
		t.Errorf("F1 %.2f is below %.2f", got, f)
	}
}

// BenchmarkStage reads words whose rows are there.
func BenchmarkStage(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name(), func(b *testing.B) {
			rows, names := readers(b, k)
			l := apply(b, raw(b, strings.Repeat(story, 20)), rows)
			b.ReportAllocs()
			for b.Loop() {
				apply(b, l, names)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(l.Tokens)), "ns/word")
		})
	}
}
