package gold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/text"
)

const gapHead = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"

func TestReadGAP(t *testing.T) {
	got, err := readGAP("f", strings.NewReader(gapHead+"dev-1\tZoë met Eva when she left.\tshe\t17\tZoë\t0\tTRUE\tEva\t8\tFALSE\thttp://x\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []Ambiguous{{
		Name: "dev-1", Text: "Zoë met Eva when she left.", Pronoun: text.Span{Start: 18, End: 21}, Feminine: true,
		Names: [2]text.Span{{Start: 0, End: 4}, {Start: 9, End: 12}}, Means: [2]bool{true, false},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestReadGAPSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"1\tx", "f:2: 2 columns instead of 11"},
		{"1\tAda left.\tit\t0\tAda\t0\tTRUE\tAda\t0\tFALSE\tu", `f:2: "it" is no pronoun of GAP`},
		{"1\tShe saw Ada.\tShe\t0\tAda\t4\tTRUE\tAda\t8\tFALSE\tu", `f:2: "Ada" is not at 4 of the text`},
		{"1\tShe saw Ada.\tShe\tx\tAda\t8\tTRUE\tAda\t8\tFALSE\tu", `f:2: offset "x" of "She"`},
		{"1\tShe saw Ada.\tShe\t0\tAda\t8\tyes\tAda\t8\tFALSE\tu", `f:2: "yes" is neither TRUE nor FALSE`},
	} {
		if _, err := readGAP("f", strings.NewReader(gapHead+c.line+"\n")); err == nil || err.Error() != c.want {
			t.Errorf("%q: error %v, want %s", c.line, err, c.want)
		}
	}
}

func FuzzReadGAP(f *testing.F) {
	f.Add(gapHead + "dev-1\tZoë met Eva when she left.\tshe\t17\tZoë\t0\tTRUE\tEva\t8\tFALSE\thttp://x\n")
	f.Fuzz(func(t *testing.T, s string) {
		all, err := readGAP("file", strings.NewReader(s))
		located(t, err)
		for _, a := range all {
			for _, p := range []text.Span{a.Pronoun, a.Names[0], a.Names[1]} {
				if p.Empty() || p.Start < 0 || p.End > len(a.Text) {
					t.Fatalf("span %v of %d bytes", p, len(a.Text))
				}
			}
		}
	})
}
