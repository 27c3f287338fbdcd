package annotate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/annotatetest"
)

func TestTree(t *testing.T) {
	tree := annotate.NewTree(annotatetest.Parsed(t, `
The the DET 2 det
bridge bridge NOUN 4 nsubj
was be AUX 4 aux
struck strike VERB 0 root
by by ADP 6 case
drones drone NOUN 4 obl
and and CCONJ 8 cc
closed close VERB 4 conj
because because ADP 11 case
of of ADP 9 fixed
fire fire NOUN 8 obl
. . PUNCT 4 punct

They they PRON 2 nsubj
left leave VERB 0 root
`))
	if got := tree.Words(tree.Subtree(1)).Of(tree.Document.Text); got != "The bridge" {
		t.Errorf("subtree %q", got)
	}
	for name, c := range map[string]struct{ got, want int }{
		"subject":             {tree.Subject(3), 1},
		"a shared subject":    {tree.Subject(7), 1},
		"agent":               {tree.Agent(3), 5},
		"no agent":            {tree.Agent(7), -1},
		"oblique":             {tree.Oblique(7, "because of"), 10},
		"no child":            {tree.Child(0, "det"), -1},
		"a second sentence's": {tree.Subject(13), 12},
		"its number":          {tree.SentenceOf(13), 1},
	} {
		if c.got != c.want {
			t.Errorf("%s: word %d, want %d", name, c.got, c.want)
		}
	}
	if !tree.Passive(3) || tree.Passive(13) {
		t.Error("passive")
	}
	if d := cmp.Diff([]int{3, 7}, tree.Coordinated(3)); d != "" {
		t.Error(d)
	}
	if !tree.Above(3, 1) || tree.Above(1, 3) {
		t.Error("above")
	}
}
