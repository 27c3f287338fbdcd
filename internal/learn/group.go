package learn

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"onrecord/internal/learn/sense"
)

// groups gives each coding the number of its group. What is of one document,
// without it of one speaker and date, is of one group, and so are equal and
// nearly equal texts: no group is split over folds. The key of a group is a
// hash of what its members have in common, so that it hangs on no order.
func groups(codings []Coding) []int {
	u := make(union, len(codings))
	for i := range u {
		u[i] = i
	}
	first := map[uint64]int{}
	join := func(key uint64, i int) {
		if j, ok := first[key]; ok {
			u.join(i, j)
		} else {
			first[key] = i
		}
	}
	for i := range codings {
		c := &codings[i]
		switch {
		case c.Document != "":
			join(hash("d", c.Document), i)
		case c.Speaker != "" && c.Date != "":
			join(hash("s", c.Speaker, c.Date), i)
		}
		for _, k := range sketch(c.Text) {
			join(k, i)
		}
	}
	out := make([]int, len(codings))
	for i := range out {
		out[i] = u.root(i)
	}
	return out
}

// union is a forest of codings of one group.
type union []int

func (u union) root(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

// join lets the smaller number stand for both.
func (u union) join(i, j int) {
	i, j = u.root(i), u.root(j)
	u[max(i, j)] = min(i, j)
}

// The sketch of a text: bands of the least hashes of its runs of three words
// (Broder 1997). Two texts that share four fifths of their runs share a band in
// more than 99 of 100 cases; two that share a fifth in 6.
const (
	sketchBands = 8
	bandHashes  = 3
	runWords    = 3
)

// sketch returns the keys under which nearly equal texts meet.
func sketch(text string) []uint64 {
	words := sense.Lower(text)
	if len(words) < 2*runWords {
		return []uint64{hash(append([]string{"t"}, words...)...)}
	}
	var least [sketchBands * bandHashes]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for i := 0; i+runWords <= len(words); i++ {
		h := hash(words[i : i+runWords]...)
		for j := range least {
			h = mix(h + uint64(j))
			least[j] = min(least[j], h)
		}
	}
	keys := make([]uint64, sketchBands)
	for b := range keys {
		k := uint64(b)
		for _, h := range least[b*bandHashes : (b+1)*bandHashes] {
			k = mix(k ^ h)
		}
		keys[b] = k
	}
	return keys
}

// mix stirs the bits of x (the finalizer of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// hash names strings, the same on every machine.
func hash(parts ...string) uint64 {
	h := uint64(1469598103934665603)
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * 1099511628211
		}
		h = (h ^ 0xff) * 1099511628211
	}
	return mix(h)
}

// folds deals groups out to n folds of nearly equal size: the groups in the
// order of their hashes, each to the fold that holds the fewest codings, the
// first of several.
func folds(codings []Coding, group []int, n int) []int {
	type pile struct {
		key  uint64
		root int
		size int
	}
	at := map[int]int{}
	var piles []pile
	for i, g := range group {
		k, ok := at[g]
		if !ok {
			k = len(piles)
			at[g] = k
			piles = append(piles, pile{^uint64(0), g, 0})
		}
		sum := sha256.Sum256([]byte(codings[i].Document + "\x00" + codings[i].Text))
		piles[k].key = min(piles[k].key, binary.BigEndian.Uint64(sum[:]))
		piles[k].size++
	}
	slices.SortFunc(piles, func(a, b pile) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.root, b.root)) })
	sizes, of := make([]int, n), map[int]int{}
	for _, p := range piles {
		k := 0
		for j := range sizes {
			if sizes[j] < sizes[k] {
				k = j
			}
		}
		sizes[k] += p.size
		of[p.root] = k
	}
	out := make([]int, len(group))
	for i, g := range group {
		out[i] = of[g]
	}
	return out
}
