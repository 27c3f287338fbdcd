package head

import (
	"fmt"
	"math"
)

// Span is a run of words, First to End (exclusive), of one class.
type Span struct {
	First, End int
	Class      int
	Score      float32 // probability, 0 to 1
}

// maxClasses is the number of classes that one word of bits holds.
const maxClasses = 64

// BIO decodes labels of words into spans. The labels of c classes are 1+2c:
// 0 is O, outside of every span; 1+2x begins a span of class x (B), 2+2x goes
// on with one (I), and so stands only behind the two labels of its class.
//
// It is scratch, see the package.
type BIO struct {
	labels []float32 // score of the best way to each label at the word
	best   []uint8   // the best label of each word, if the next does not go on
	inside []uint64  // bit x of a word: I of class x comes from I rather than from B
	path   []uint8
}

// Decode appends the spans of the words of s to dst: those of the labels whose
// scores have the largest sum (Viterbi). bias is subtracted from O: above 0 it
// finds more spans. Where sums are equal, the lower label wins, the last word's
// first.
//
// For person (B 1, I 2) and place (B 3, I 4), the scores
//
//	        O   B-pers I-pers B-place I-place
//	in      3   0      0      0       0
//	New     0   0      0      2       0
//	York    0   0      3      1       2
//
// give a place from 1 to 3 (sum 3+2+2) rather than "New" a place and "York" the
// inside of a person, which follows nothing.
//
// The score of a span is the product, over its words, of the softmax of the
// word's label, without bias.
func (b *BIO) Decode(dst []Span, s Scores, bias float32) []Span {
	n, labels := s.Len(), s.Labels
	if labels < 3 || labels%2 == 0 || labels > 1+2*maxClasses {
		panic(fmt.Sprintf("head: BIO of %d labels, want 1 and 2 a class up to %d classes", labels, maxClasses))
	}
	if n == 0 {
		return dst
	}
	b.forward(s, bias)
	for i, l := n-1, int(b.best[n-1]); ; {
		b.path[i] = uint8(l)
		if i == 0 {
			break
		}
		inside := l > 0 && l%2 == 0
		i--
		switch {
		case !inside:
			l = int(b.best[i])
		case b.inside[i+1]>>(l/2-1)&1 == 0:
			l--
		}
	}
	return b.spans(dst, s)
}

// forward fills best and inside.
func (b *BIO) forward(s Scores, bias float32) {
	n, labels := s.Len(), s.Labels
	if len(b.best) < n {
		b.best, b.inside, b.path = make([]uint8, n), make([]uint64, n), make([]uint8, n)
	}
	if len(b.labels) < labels {
		b.labels = make([]float32, labels)
	}
	v := b.labels[:labels]
	v[0] = 0
	for l := 1; l < labels; l++ {
		v[l] = float32(math.Inf(-1)) // nothing goes on before the first word
	}
	top := float32(0) // the best of v
	for i := range n {
		x := s.Row(i)
		bits := uint64(0)
		best, at := top+(x[0]-bias), 0
		v[0] = best
		for l := 1; l+1 < len(v) && l+1 < len(x); l += 2 {
			begin, in := v[l], v[l+1]
			if in > begin {
				begin = in
				bits |= 1 << (l / 2)
			}
			in = begin + x[l+1]
			begin = top + x[l]
			v[l], v[l+1] = begin, in
			if begin > best {
				best, at = begin, l
			}
			if in > best {
				best, at = in, l+1
			}
		}
		b.inside[i], b.best[i], top = bits, uint8(at), best
	}
}

// spans reads them off the path.
func (b *BIO) spans(dst []Span, s Scores) []Span {
	n := s.Len()
	for i := 0; i < n; {
		l := int(b.path[i])
		if l == 0 {
			i++
			continue
		}
		span := Span{First: i, Class: (l - 1) / 2, Score: Probability(s.Row(i), l)}
		in := 2 + 2*span.Class
		for i++; i < n && int(b.path[i]) == in; i++ {
			span.Score = float32(span.Score * Probability(s.Row(i), in))
		}
		span.End = i
		dst = append(dst, span)
	}
	return dst
}
