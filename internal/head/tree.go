package head

import (
	"fmt"
	"math"
)

// MaxTree is the number of words of the longest sentence that [Tree.Decode]
// takes. Its work and memory grow with the square.
const MaxTree = 512

// Root is the head of the root.
const Root = -1

// Tree finds the best tree over the words of a sentence, in which exactly one
// word hangs on the root. Trees may cross arcs, as those of Universal
// Dependencies do. It is scratch, see the package.
//
// The algorithm is Chu and Liu's and Edmonds', in the form that Tarjan ("Finding
// optimum branchings", 1977) and Camerini, Fratta and Maffioli (1979) give it
// for dense graphs: each word takes its best head, a cycle that forms becomes a
// single node, whose own best head then decides where the cycle is broken.
//
// The tree has a single root as arcs from the root are taken to be worse than
// all others, yet are compared among themselves (Zmigrod, Vieira and Cotterell,
// "Please mind the root", 2020): all words become one node before the root's
// own arc is chosen, the one that costs least. For the scores
//
//	        root  NATO  warned  Russia
//	NATO     1     -      9       0
//	warned   3     9      -       1
//	Russia   0     2      5       -
//
// NATO and warned hang on each other, and become a node. It could hang on
// Russia, at a loss of 8 or 9, and Russia hangs on it: all is one node. From
// the root it is entered at warned (3 - 9 is the smallest loss), so that NATO
// keeps its arc: NATO and Russia hang on warned.
type Tree struct {
	n      int
	weight []float64 // what node v gains by hanging on u: [v*n+u]
	arc    []arc     // the words which that arc joins
	root   []float64 // the same for hanging on the root
	rooted []arc

	live   []int // nodes that are not inside another, ascending
	merged []int // below 0 for a node inside another; before that, scratch of isTree
	best   []int // node that a node hangs on
	state  []state
	path   []int

	// The forest of nodes: words, then cycles in the order in which they were found.
	id     []int // of a node
	parent []int
	taken  []arc
}

// arc joins a word and its head.
type arc struct{ word, head int32 }

type state uint8

const (
	fresh state = iota
	onPath
)

// Decode writes to heads the head of each of len(heads) words, or Root. scores
// has a row a word with a column for the root and one for each word, as
// [Biaffine.Table] gives it; a word's score for itself is not read. -Inf and
// NaN stand for arcs that are taken only if there is no other way. There are
// at most MaxTree words.
//
// Where heads taken by themselves make a tree of one root, it is the best.
// Otherwise the work grows with the square of the words. Ties: each step takes
// the lower number.
func (t *Tree) Decode(scores []float32, heads []int32) {
	n := len(heads)
	if n > MaxTree || len(scores) < n*(n+1) {
		panic(fmt.Sprintf("head: tree over %d words (at most %d) from %d scores", n, MaxTree, len(scores)))
	}
	if n == 0 {
		return
	}
	if n == 1 {
		heads[0] = Root
		return
	}
	greedy(scores, heads)
	t.grow(n)
	if t.isTree(heads) {
		return
	}
	t.load(scores)
	t.contract()
	t.expand(heads)
}

// greedy gives each word its best head.
func greedy(scores []float32, heads []int32) {
	n := len(heads)
	for v := range n {
		row := scores[v*(n+1):][:n+1]
		best := 0
		for u, s := range row {
			if u != v+1 && s > row[best] {
				best = u
			}
		}
		heads[v] = int32(best - 1)
	}
}

// grow makes room for n words.
func (t *Tree) grow(n int) {
	t.n = n
	if len(t.root) < n {
		t.root, t.rooted = make([]float64, n), make([]arc, n)
		t.live, t.path = make([]int, n), make([]int, n)
		t.merged, t.best, t.id = make([]int, n), make([]int, n), make([]int, n)
		t.state = make([]state, n)
		t.parent, t.taken = make([]int, 2*n), make([]arc, 2*n)
	}
}

// isTree says whether heads form a tree with exactly one root.
func (t *Tree) isTree(heads []int32) bool {
	// seen holds, for each word, 1 + the word whose way up has passed here first.
	seen := t.merged[:len(heads)]
	clear(seen)
	roots := 0
	for i := range heads {
		for v := int32(i); seen[v] == 0; {
			seen[v] = i + 1
			u := heads[v]
			if u == Root {
				roots++
				break
			}
			if seen[u] == i+1 {
				return false
			}
			v = u
		}
	}
	return roots == 1
}

// load copies scores, every word a node.
func (t *Tree) load(scores []float32) {
	n := t.n
	if len(t.weight) < n*n {
		t.weight, t.arc = make([]float64, n*n), make([]arc, n*n)
	}
	for v := range n {
		row := scores[v*(n+1):][:n+1]
		t.root[v], t.rooted[v] = finite(row[0]), arc{int32(v), Root}
		for u := range n {
			t.weight[v*n+u], t.arc[v*n+u] = finite(row[u+1]), arc{int32(v), int32(u)}
		}
		t.merged[v], t.id[v], t.state[v] = v, v, fresh
	}
	t.live = t.live[:n]
	for v := range n {
		t.live[v] = v
	}
	for i := range 2 * n {
		t.parent[i] = -1
	}
}

// finite returns x as a number that can be subtracted.
func finite(x float32) float64 {
	if x > math.MaxFloat32 {
		return math.MaxFloat32
	}
	if x >= -math.MaxFloat32 {
		return float64(x)
	}
	return -math.MaxFloat32
}

// contract follows best heads from word 0, makes a node of each cycle that it
// runs into, and so ends with all words in one node.
func (t *Tree) contract() {
	next := t.n // id of the next cycle
	path := t.path[:0]
	v := 0
	for len(t.live) > 1 {
		path = append(path, v)
		t.state[v] = onPath
		u := t.hang(v)
		if t.state[u] == fresh {
			v = u
			continue
		}
		first := len(path) - 1
		for path[first] != u {
			first--
		}
		v = t.merge(path[first:], next)
		path = path[:first]
		next++
	}
	last := t.live[0]
	t.taken[t.id[last]] = t.rooted[last]
}

// hang chooses the node that v hangs on, not the root, and returns it.
func (t *Tree) hang(v int) int {
	row := t.weight[v*t.n:][:t.n]
	best := -1
	for _, u := range t.live {
		if u != v && (best < 0 || row[u] > row[best]) {
			best = u
		}
	}
	t.best[v] = best
	t.taken[t.id[v]] = t.arc[v*t.n+best]
	return best
}

// merge makes the nodes of a cycle one, called id, which takes the place of the
// lowest. An arc into it gains what its end gains by hanging there rather than
// where it hangs in the cycle; of arcs that join the same nodes the best stays.
func (t *Tree) merge(cycle []int, id int) int {
	n := t.n
	to := cycle[0]
	for _, v := range cycle {
		to = min(to, v)
		t.merged[v] = -1
		t.parent[t.id[v]] = id
	}
	for _, v := range cycle {
		loss := t.weight[v*n+t.best[v]]
		t.root[v] -= loss
		for _, u := range t.live {
			t.weight[v*n+u] -= loss
		}
	}
	for _, v := range cycle {
		if v == to {
			continue
		}
		if t.root[v] > t.root[to] {
			t.root[to], t.rooted[to] = t.root[v], t.rooted[v]
		}
		for _, u := range t.live {
			if t.merged[u] < 0 {
				continue
			}
			if x := t.weight[v*n+u]; x > t.weight[to*n+u] {
				t.weight[to*n+u], t.arc[to*n+u] = x, t.arc[v*n+u]
			}
			if x := t.weight[u*n+v]; x > t.weight[u*n+to] {
				t.weight[u*n+to], t.arc[u*n+to] = x, t.arc[u*n+v]
			}
		}
	}
	t.merged[to], t.id[to], t.state[to] = to, id, fresh
	kept := t.live[:0]
	for _, u := range t.live {
		if t.merged[u] >= 0 {
			kept = append(kept, u)
		}
	}
	t.live = kept
	return to
}

// expand takes the cycles apart, the last first: the arc that enters a cycle
// goes to one of its nodes and replaces that node's own.
func (t *Tree) expand(heads []int32) {
	for top := t.id[t.live[0]]; top >= t.n; top-- {
		in := t.taken[top]
		v := int(in.word)
		for t.parent[v] != top {
			v = t.parent[v]
		}
		t.taken[v] = in
	}
	for v := range heads {
		heads[v] = t.taken[v].head
	}
}
