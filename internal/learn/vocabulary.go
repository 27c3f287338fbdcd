package learn

import (
	"cmp"
	"slices"

	"onrecord/internal/kernel"
	"onrecord/internal/learn/sense"
)

// maxTerms is how many terms a vocabulary keeps, the most frequent.
const maxTerms = 50_000

// Features is what the classifiers are told of a statement.
type Features struct {
	Words  []string  // in lower case, in order
	Vector []float32 // of the sense, of length 1
}

// Extract returns the features of a text.
func Extract(t *sense.Table, text string) Features {
	return Features{Words: sense.Lower(text), Vector: t.Vector(text)}
}

// vocabulary numbers the terms of the training texts, single words and pairs of
// neighbors, and weighs them by how few texts have them.
type vocabulary struct {
	terms []string // sorted
	idf   []float32
	at    map[string]int32
	pairs bool // whether pairs of neighbors count
}

// weight is a number of a sparse vector.
type weight struct {
	index int32
	value float32
}

// each calls f with the terms of words.
func (v *vocabulary) each(words []string, f func(term string)) {
	for i, w := range words {
		f(w)
		if v.pairs && i > 0 {
			f(words[i-1] + " " + w)
		}
	}
}

// newVocabulary counts the terms of texts.
func newVocabulary(texts []Features, pairs bool) *vocabulary {
	v := &vocabulary{pairs: pairs}
	type count struct{ texts, last int }
	counts := map[string]*count{}
	for i := range texts {
		v.each(texts[i].Words, func(term string) {
			c := counts[term]
			if c == nil {
				c = &count{last: -1}
				counts[term] = c
			}
			if c.last != i {
				c.texts, c.last = c.texts+1, i
			}
		})
	}
	for t := range counts {
		v.terms = append(v.terms, t)
	}
	slices.SortFunc(v.terms, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b].texts, counts[a].texts), cmp.Compare(a, b))
	})
	v.terms = v.terms[:min(len(v.terms), maxTerms)]
	slices.Sort(v.terms)
	for _, t := range v.terms {
		v.idf = append(v.idf, kernel.Log(float32(1+len(texts))/float32(1+counts[t].texts))+1)
	}
	v.index()
	return v
}

// index makes the map from terms to numbers.
func (v *vocabulary) index() {
	v.at = make(map[string]int32, len(v.terms))
	for i, t := range v.terms {
		v.at[t] = int32(i)
	}
}

// vector returns the terms of words weighed by tf-idf, of length 1, in the
// order of their numbers. A term that stands n times counts 1 + ln n.
func (v *vocabulary) vector(words []string) []weight {
	counts := map[int32]int{}
	v.each(words, func(term string) {
		if i, ok := v.at[term]; ok {
			counts[i]++
		}
	})
	out := make([]weight, 0, len(counts))
	for i, n := range counts {
		out = append(out, weight{i, float32((1 + kernel.Log(float32(n))) * v.idf[i])})
	}
	slices.SortFunc(out, func(a, b weight) int { return cmp.Compare(a.index, b.index) })
	values := make([]float32, len(out))
	for i := range out {
		values[i] = out[i].value
	}
	sense.Unit(values)
	for i := range out {
		out[i].value = values[i]
	}
	return out
}
