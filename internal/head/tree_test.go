package head_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"onrecord/internal/head"
)

// isTree says what is wrong with heads, "" if they form a tree with one root.
func isTree(heads []int32) string {
	roots := 0
	for v, u := range heads {
		switch {
		case u == head.Root:
			roots++
		case u < 0 || int(u) >= len(heads):
			return "a head outside the sentence"
		case int(u) == v:
			return "a word hangs on itself"
		}
	}
	if roots != 1 {
		return "not one root"
	}
	for v := range heads {
		steps := 0
		for u := heads[v]; u != head.Root; u = heads[u] {
			if steps++; steps > len(heads) {
				return "a cycle"
			}
		}
	}
	return ""
}

func sum(scores []float32, heads []int32) (s float64) {
	for v, u := range heads {
		s += float64(scores[v*(len(heads)+1)+int(u)+1])
	}
	return s
}

func TestTreeAgainstAllTrees(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 1))
	var tree head.Tree
	for round := range 4000 {
		n := 1 + r.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(r.IntN(21) - 10)
			if round%4 == 0 && r.IntN(3) == 0 {
				scores[i] = -1e9 // all but forbidden
			}
		}
		got := make([]int32, n)
		tree.Decode(scores, got)
		if bad := isTree(got); bad != "" {
			t.Fatalf("%v: heads %v: %s", scores, got, bad)
		}
		best := math.Inf(-1)
		heads := make([]int32, n)
		every(n+1, n, func(y []uint8) {
			for v, u := range y {
				heads[v] = int32(u) - 1
			}
			if isTree(heads) == "" {
				best = max(best, sum(scores, heads))
			}
		})
		if s := sum(scores, got); s != best {
			t.Fatalf("%v: heads %v have %v, the best tree %v", scores, got, s, best)
		}
	}
}

func TestTreeWithForbiddenArcs(t *testing.T) {
	no := float32(math.Inf(-1))
	for _, c := range []struct {
		name   string
		scores []float32
		want   []int32
	}{
		{"one word", []float32{no, no}, []int32{-1}},
		{"a chain is all that is left", []float32{
			no, no, 1, no,
			no, no, no, 1,
			1, no, no, no,
		}, []int32{1, 2, -1}},
		{"two would be roots", []float32{
			9, 0, 1,
			8, 2, 0,
		}, []int32{-1, 0}},
		{"two hang on each other", []float32{
			2, 0, 9,
			1, 9, 0,
		}, []int32{-1, 0}},
		{"the example of the comment", []float32{
			1, 0, 9, 0,
			3, 9, 0, 1,
			0, 2, 5, 0,
		}, []int32{1, -1, 1}},
		{"equal scores", make([]float32, 12), []int32{-1, 0, 0}},
	} {
		got := make([]int32, len(c.want))
		new(head.Tree).Decode(c.scores, got)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: heads %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
}

// A longest sentence whose words all hang on each other is the most work.
func TestLongestTree(t *testing.T) {
	const n = head.MaxTree
	scores := make([]float32, n*(n+1))
	r := rand.New(rand.NewPCG(5, 1))
	for i := range scores {
		scores[i] = float32(r.NormFloat64())
	}
	for v := range n {
		scores[v*(n+1)+(v^1)+1] = 9
	}
	heads := make([]int32, n)
	var tree head.Tree
	tree.Decode(scores, heads)
	if bad := isTree(heads); bad != "" {
		t.Fatal(bad)
	}
	if n := testing.AllocsPerRun(1, func() { tree.Decode(scores, heads) }); n > 0 {
		t.Fatalf("%v allocations", n)
	}
}

func FuzzTree(f *testing.F) {
	f.Add([]byte("scores of arcs, among them infinite ones \x00\x00\x80\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		x := floatsOf(data)
		n := 0
		for (n+1)*(n+2) <= len(x) && n < 64 {
			n++
		}
		heads := make([]int32, n)
		new(head.Tree).Decode(x, heads)
		if n == 0 {
			return
		}
		if bad := isTree(heads); bad != "" {
			t.Fatalf("heads %v: %s", heads, bad)
		}
	})
}

func BenchmarkTree(b *testing.B) {
	r := rand.New(rand.NewPCG(6, 1))
	const n = 25
	scores := make([]float32, n*(n+1))
	for i := range scores {
		scores[i] = float32(r.NormFloat64())
	}
	heads := make([]int32, n)
	var tree head.Tree
	for b.Loop() {
		tree.Decode(scores, heads)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/word")
}
