package learn

import (
	"slices"

	"onrecord/internal/learn/sense"
)

// centroid is what learning is measured against: tf-idf of words alone, and the
// class whose mean is nearest by cosine.
func centroid(train []Features, class []int, classes int) func(f *Features) []float32 {
	v := newVocabulary(train, false)
	means := make([][]float32, classes)
	for k := range means {
		means[k] = make([]float32, len(v.terms))
	}
	for i := range train {
		for _, w := range v.vector(train[i].Words) {
			means[class[i]][w.index] += w.value
		}
	}
	for _, m := range means {
		sense.Unit(m)
	}
	return func(f *Features) []float32 {
		out := make([]float32, classes)
		for _, w := range v.vector(f.Words) {
			for k, m := range means {
				out[k] += float32(m[w.index] * w.value)
			}
		}
		return out
	}
}

// ranked are the indices of values, the greatest first; ties by index.
func ranked(values []float32) []int {
	out := make([]int, len(values))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		switch {
		case values[a] > values[b]:
			return -1
		case values[a] < values[b]:
			return 1
		}
		return 0
	})
	return out
}
