package segment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed border.txt
var borderText string

// weightsOf maps the hash of a feature to its weight, in a table with open
// addressing whose size is a power of two.
type weightsOf struct {
	keys   []uint64
	values []int32
	mask   uint64
}

// weights are those of border.txt: a line has a feature and its weight, apart
// by a tab. Whole numbers, so that the sum is the same on every machine.
var weights = sync.OnceValue(func() *weightsOf { return readWeights(borderText) })

func readWeights(s string) *weightsOf {
	size := 1 << 10
	for size < 4*strings.Count(s, "\n") {
		size <<= 1
	}
	w := &weightsOf{keys: make([]uint64, size), values: make([]int32, size), mask: uint64(size - 1)}
	for line := range strings.Lines(s) {
		feature, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		v, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			panic(fmt.Sprintf("border.txt: %v", err))
		}
		h := hash([]byte(feature))
		i := h & w.mask
		for w.keys[i] != 0 {
			i = (i + 1) & w.mask
		}
		w.keys[i], w.values[i] = h, int32(v)
	}
	return w
}

// score is the sum of the weights of the features in buf, which end at ends.
func (w *weightsOf) score(buf []byte, ends []int) int {
	sum, from := 0, 0
	for _, end := range ends {
		h := hash(buf[from:end])
		for i := h & w.mask; w.keys[i] != 0; i = (i + 1) & w.mask {
			if w.keys[i] == h {
				sum += int(w.values[i])
				break
			}
		}
		from = end
	}
	return sum
}

// hash is FNV-1a; never 0.
func hash(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, x := range b {
		h = (h ^ uint64(x)) * 1099511628211
	}
	return h | 1
}
