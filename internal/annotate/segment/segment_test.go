package segment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate/segment"
	"onrecord/internal/text"
)

func TestWords(t *testing.T) {
	for _, c := range []string{
		"They|do|n't|know|what|he|'s|paid|.",
		"“|We|ca|n’t|wait|,|”|said|Mr.|O'Brien|of|the|U.S.|Army|.",
		"EUR|100|billion|(|USD|107|billion|)|over|1,000.5|days|…",
		"a|well|-|known|co-founder|met|at|10:30|a.m.|on|9/11|--|twice|?!",
		"mail|j.doe@example.org|or|see|https://example.org/a_b|.",
	} {
		want := strings.Split(c, "|")
		s := strings.NewReplacer(" n't", "n't", " n’t", "n’t", " 's", "'s", "“ ", "“", " ,", ",", " ”", "”", "( ", "(", " )", ")", " - ", "-", "EUR ", "EUR", "USD ", "USD").Replace(strings.Join(want, " "))
		s = strings.TrimSuffix(s, " .")
		if want[len(want)-1] == "." {
			s += "."
		}
		var got []string
		for _, w := range segment.Words(nil, s, text.Span{Start: 0, End: len(s)}) {
			got = append(got, w.Of(s))
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s:\n%s", s, d)
		}
	}
}
