package learn_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/learn"
	"onrecord/internal/learn/sense"
)

func table(t testing.TB) *sense.Table {
	t.Helper()
	s, err := sense.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func read(t testing.TB, s string, known ...string) *learn.File {
	t.Helper()
	f, err := learn.Read("c.csv", strings.NewReader(s), known)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func usgov(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/usgov.csv")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWhatIsOddIsCountedAndKept(t *testing.T) {
	for _, c := range []struct {
		name, file string
		codings    int
		want       []learn.Warning
	}{
		{"empty text", "text,issue\n,a\nx,a\n", 1, []learn.Warning{{"a row has no text and is left out", 1, 2}}},
		{"no issue", "text,issue\nx\nx,a\n", 1, []learn.Warning{{"a row has no issue and is left out", 1, 2}}},
		{"the same twice", "issue,text\na,x\na,x\na,x\n", 1, []learn.Warning{{"a row says what another says, and counts as one with it", 2, 3}}},
		{"two issues", "text,issue\nx,a\nx,b\n", 2, []learn.Warning{{"a text is coded with more than one issue; each is learned", 1, 3}}},
		{"two stances", "text,issue,stance\nx,a,agree\nx,a,no\n", 2, []learn.Warning{{"a text is coded with more than one stance on one issue; each is learned", 1, 2}}},
		{"no stance", "text,issue,stance\nx,a,perhaps\n", 1, []learn.Warning{{"a stance is none of support, oppose, mixed, unclear: the issue is learned, the stance is not", 1, 2}}},
		{"unknown issue", "text,issue\nx,zeal\n", 1, []learn.Warning{{`the codebook has no issue "zeal"; it is learned all the same`, 1, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := read(t, c.file, "a", "b")
			if d := cmp.Diff(c.want, f.Warnings); d != "" || len(f.Codings) != c.codings {
				t.Errorf("%d codings, warnings (-want +got):\n%s", len(f.Codings), d)
			}
		})
	}
}

func TestWhatCannotBeReadIsAnErrorWithItsLine(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"an empty file", "", "c.csv:1: "},
		{"no column of issues", "text,stance\nx,yes\n", "c.csv:1: "},
		{"a column twice", "text,issue,Text\n", "c.csv:1: "},
		{"a stray quotation mark", "text,issue\nx,a\nsay \"no\",b\n", "c.csv:3: "},
		{"nothing coded", "text,issue\n,\n", "c.csv: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := learn.Read("c.csv", strings.NewReader(c.file), nil)
			if !errors.Is(err, learn.ErrInvalid) || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want %s…", err, c.want)
			}
		})
	}
}

func file(t testing.TB, m *learn.Model) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheSameCodingsInAnyOrderGiveTheSameModel(t *testing.T) {
	lines := slices.Collect(strings.Lines(usgov(t)))
	first := read(t, strings.Join(lines, ""))
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines)-1, func(i, j int) { lines[i+1], lines[j+1] = lines[j+1], lines[i+1] })
	second := read(t, strings.Join(lines, ""))
	a, err := learn.Validate(table(t), first.Codings, 5, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	b, err := learn.Validate(table(t), second.Codings, 5, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b, cmp.AllowUnexported(learn.Report{})); d != "" {
		t.Errorf("figures differ:\n%s", d)
	}
	if !bytes.Equal(file(t, learn.Train(table(t), first.Codings, a)), file(t, learn.Train(table(t), second.Codings, b))) {
		t.Error("models differ")
	}
}

func TestLearningBeatsWordsAlone(t *testing.T) {
	r, err := learn.Validate(table(t), read(t, usgov(t)).Codings, 5, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	if r.Top1 < 0.50 || r.Top3 < 0.74 || r.MacroF1 < 0.42 || r.Top1 < 1.15*r.CentroidTop1 {
		t.Errorf("top 1 %.3f, top 3 %.3f, macro F1 %.3f; words alone %.3f", r.Top1, r.Top3, r.MacroF1, r.CentroidTop1)
	}
}

// Codings that are dealt out anew teach nothing: what is more than chance would
// have leaked from one fold into another.
func TestShuffledCodingsTeachNothing(t *testing.T) {
	c := read(t, usgov(t)).Codings
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(c), func(i, j int) { c[i].Issue, c[j].Issue = c[j].Issue, c[i].Issue })
	r, err := learn.Validate(table(t), c, 5, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	if r.Top1 > 0.15 {
		t.Errorf("top 1 is %.3f", r.Top1)
	}
}

func TestEqualTextsAreNeverSplit(t *testing.T) {
	const text = "Sanctions must stay until the last soldier has left the occupied towns."
	f := read(t, "text,issue,document\n"+text+",a,1\n"+text+",a,2\nThe ministers met for lunch in a small town by the sea.,b,3\n")
	if r, err := learn.Validate(table(t), f.Codings, 2, 0.9); err != nil || r.Groups != 2 {
		t.Errorf("got %+v, %v", r, err)
	}
	if _, err := learn.Validate(table(t), f.Codings, 3, 0.9); err == nil {
		t.Error("three folds of two groups")
	}
}

func TestAModelIsReadBack(t *testing.T) {
	f := read(t, usgov(t))
	m := learn.Train(table(t), f.Codings, nil)
	b := file(t, m)
	got, err := learn.Open("m", bytes.NewReader(b), table(t))
	if err != nil {
		t.Fatal(err)
	}
	x := learn.Extract(table(t), "Banks that help Moscow should be cut off.")
	if d := cmp.Diff(m.Score(x), got.Score(x)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(m.Stance(x), got.Stance(x)); d != "" {
		t.Error(d)
	}
	other := bytes.Replace(b, []byte(table(t).Digest()), []byte(strings.Repeat("0", 64)), 1)
	for name, bad := range map[string][]byte{"cut": b[:len(b)-1], "longer": append(slices.Clone(b), 0), "another's": other, "nothing": nil} {
		if _, err := learn.Open("m", bytes.NewReader(bad), table(t)); !errors.Is(err, learn.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOneIssueAlone(t *testing.T) {
	f := read(t, "text,issue\nTaxes must fall.,tax\n")
	m := learn.Train(table(t), f.Codings, nil)
	for _, s := range []string{"", "Taxes will rise."} {
		if got := m.Score(learn.Extract(table(t), s)); len(got) != 1 || got[0] != (learn.Scored{Name: "tax", Score: 1}) {
			t.Errorf("%q gives %v", s, got)
		}
		if got := m.Stance(learn.Extract(table(t), s)); got != nil {
			t.Errorf("stances %v", got)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("text,issue,stance\n\"a, b\",c,yes\n")
	f.Add("issue;text\n")
	f.Add("teXt,issue\n0,0\n0,0")
	f.Add("text,issue\n\xff,\"\n")
	f.Fuzz(func(t *testing.T, s string) {
		got, err := learn.Read("f", strings.NewReader(s), nil)
		if err != nil {
			return
		}
		rows := 0
		for _, c := range got.Codings {
			if c.Text == "" || c.Issue == "" || c.Line < 1 || c.Count < 1 {
				t.Errorf("%+v", c)
			}
			rows += c.Count
		}
		if rows > got.Rows {
			t.Errorf("%d codings of %d rows", rows, got.Rows)
		}
	})
}

func FuzzOpen(f *testing.F) {
	t := table(f)
	var b bytes.Buffer
	codings, err := learn.Read("c", strings.NewReader("text,issue,stance\nup,a,yes\ndown,b,no\n"), nil)
	if err != nil {
		f.Fatal(err)
	}
	if err := learn.Train(t, codings.Codings, nil).Write(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("{}\n"))
	x := learn.Extract(t, "up and down")
	f.Fuzz(func(_ *testing.T, data []byte) {
		if m, err := learn.Open("m", bytes.NewReader(data), t); err == nil {
			m.Score(x)
			m.Stance(x)
		}
	})
}

func BenchmarkTrain(b *testing.B) {
	f := read(b, usgov(b))
	t := table(b)
	b.ReportAllocs()
	for b.Loop() {
		learn.Train(t, f.Codings, nil)
	}
}

func BenchmarkScore(b *testing.B) {
	t := table(b)
	m := learn.Train(t, read(b, usgov(b)).Codings, nil)
	b.ReportAllocs()
	for b.Loop() {
		m.Score(learn.Extract(t, "We will continue to provide Ukraine with the equipment it needs to defend itself."))
	}
}
