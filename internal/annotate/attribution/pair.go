package attribution

import (
	"onrecord/internal/encoder"
	"onrecord/internal/head"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// The shape of the head that judges a word's role toward a cue, as training/
// has it.
const (
	width    = 192 // of a pair of word and cue
	biaffine = 64  // of the term that multiplies the two

	reach = 100 // words farther from the cue are neither source nor content
)

// How many values each kind of embedding has; the middle one of the first
// three stands for the cue itself, its sentence and its paragraph.
const (
	distances  = 31
	sentences  = 7
	paragraphs = 5
	quotations = 6
)

// What a word is to a cue.
const (
	outside = iota
	source
	content
	roles // how many there are
)

// row is what one pair, or one kind of context, is told.
type row = [width]float32

// pairHead scores the roles of words toward a cue:
//
//	z = gelu(W·word + C·cue + distance + sentence + paragraph + quotation)
//	z = z + gelu(M·z)
//	z = z + gelu(the convolution of z over the word before, the word and the word behind)
//	score = O·norm(z) + (B·word)·(D·cue)/8
//
// Outside the reach of the cue the convolution sees zeros.
type pairHead struct {
	kernel *kernel.Kernel

	word, cue, biword, bicue, mid, conv kernel.Dense
	norm                                kernel.Norm
	out                                 *head.Linear

	distance, sentence, paragraph, quotation []row
}

func loadPair(k *kernel.Kernel, w *weights.File) (*pairHead, error) {
	h := &pairHead{kernel: k}
	for _, d := range []struct {
		to   *kernel.Dense
		name string
		k, n int
	}{
		{&h.word, "word", encoder.Width, width},
		{&h.cue, "cue", encoder.Width, width},
		{&h.biword, "biword", encoder.Width, biaffine},
		{&h.bicue, "bicue", encoder.Width, roles * biaffine},
		{&h.mid, "mid", width, width},
		{&h.conv, "conv", width, 3 * width},
	} {
		var err error
		if *d.to, err = w.Dense("pair."+d.name, d.k, d.n); err != nil {
			return nil, err
		}
	}
	var err error
	if h.out, err = head.LoadLinear(k, w, "pair.out", width, roles); err != nil {
		return nil, err
	}
	if h.norm, err = w.Norm("pair.norm", width); err != nil {
		return nil, err
	}
	for _, e := range []struct {
		to   *[]row
		name string
		n    int
	}{
		{&h.distance, "distance", distances},
		{&h.sentence, "sentence", sentences},
		{&h.paragraph, "paragraph", paragraphs},
		{&h.quotation, "quote", quotations},
	} {
		f, err := w.Floats("pair."+e.name, e.n, width)
		if err != nil {
			return nil, err
		}
		for ; len(f) > 0; f = f[width:] {
			*e.to = append(*e.to, row(f))
		}
	}
	return h, nil
}

// pairs holds what the pair head needs for one passage. It grows to the longest
// and is used again.
type pairs struct {
	ws kernel.Workspace

	// Of all words that some cue reaches.
	words   []float32 // width a word
	bifloat []float32 // biaffine a word
	biword  kernel.Rows

	// Of all cues.
	mean    []float32   // encoder.Width a cue
	meanInt kernel.Rows // the same
	cues    []float32   // width a cue
	bicues  []float32   // roles*biaffine a cue
	bicue   kernel.Rows // roles rows a cue

	// Of the words in the reach of one cue.
	z, y, parts []float32
	zInt        kernel.Rows
	out         head.Scores
	product     []float32 // roles a word
}

// prepare computes what does not depend on the pairing: the projections of the
// words that some cue reaches, and those of the cues.
func (h *pairHead) prepare(p *pairs, rows []float32, ints kernel.Rows, cues []cue) {
	n, c := ints.Len(), len(cues)
	grow(&p.words, n*width)
	grow(&p.bifloat, n*biaffine)
	growRows(&p.biword, n, biaffine)
	for i := 0; i < c; {
		low, high := reachOf(cues[i], n)
		for i++; i < c; i++ {
			l, e := reachOf(cues[i], n)
			if l > high {
				break
			}
			high = e
		}
		words := ints.Slice(low, high)
		h.kernel.Dense(&p.ws, p.words[low*width:], width, words, &h.word)
		bi := p.bifloat[low*biaffine : high*biaffine]
		h.kernel.Dense(&p.ws, bi, biaffine, words, &h.biword)
		h.kernel.Quantize(bi, p.biword.Slice(low, high))
	}

	grow(&p.mean, c*encoder.Width)
	growRows(&p.meanInt, c, encoder.Width)
	for i, q := range cues {
		meanRow(p.mean[i*encoder.Width:][:encoder.Width], rows, q)
	}
	mean := p.meanInt.Slice(0, c)
	h.kernel.Quantize(p.mean[:c*encoder.Width], mean)
	grow(&p.cues, c*width)
	h.kernel.Dense(&p.ws, p.cues, width, mean, &h.cue)
	const b = roles * biaffine
	grow(&p.bicues, c*b)
	h.kernel.Dense(&p.ws, p.bicues, b, mean, &h.bicue)
	growRows(&p.bicue, c*roles, biaffine)
	h.kernel.Quantize(p.bicues[:c*b], p.bicue.Slice(0, c*roles))
}

// reachOf returns the words within reach of q in a passage of n.
func reachOf(q cue, n int) (low, high int) { return max(0, q.first-reach), min(n, q.end+reach) }

// meanRow writes the mean of the cue's rows, added up in their order.
func meanRow(dst, rows []float32, q cue) {
	copy(dst, rows[q.first*len(dst):])
	for i := q.first + 1; i < q.end; i++ {
		for j, v := range rows[i*len(dst):][:len(dst)] {
			dst[j] += v
		}
	}
	n := float32(q.end - q.first)
	for j := range dst {
		dst[j] /= n
	}
}

// score returns the scores of each role for the words in reach of cue k, which
// is q. They are overwritten by the next call.
func (h *pairHead) score(p *pairs, c *Context, k int, q cue) head.Scores {
	low, high := reachOf(q, len(c.Border))
	n := high - low
	grow(&p.z, n*width)
	grow(&p.y, n*width)
	grow(&p.parts, 3*n*width)
	growRows(&p.zInt, n, width)
	z, y, zInt := p.z[:n*width], p.y[:n*width], p.zInt.Slice(0, n)

	h.embed(z, p.words[low*width:], (*row)(p.cues[k*width:]), c, q, low)
	h.kernel.GeluQuantize(z, zInt)
	h.kernel.Dense(&p.ws, y, width, zInt, &h.mid)
	h.kernel.Gelu(y)
	for i := 0; i < len(z); i += width {
		sum((*row)(z[i:]), (*row)(z[i:]), (*row)(y[i:]))
	}
	h.kernel.Quantize(z, zInt)
	h.kernel.Dense(&p.ws, p.parts, 3*width, zInt, &h.conv)
	convolve(y, p.parts)
	h.kernel.Gelu(y)
	h.kernel.AddNorm(z, y, &h.norm, zInt)

	p.out = h.out.Score(&p.ws, p.out, zInt)
	grow(&p.product, n*roles)
	h.kernel.Product(&p.ws, p.product, p.biword.Slice(low, high), p.bicue.Slice(k*roles, (k+1)*roles))
	for i := range n {
		scores := p.out.Row(i)
		for r, v := range p.product[i*roles:][:roles] {
			scores[r] += float32(v * 0.125)
		}
	}
	return p.out
}

// embed adds up for each word in reach its projection, that of the cue and what
// is told of the pair. The sums that neighbors share are computed once.
func (h *pairHead) embed(z, words []float32, cue *row, c *Context, q cue, low int) {
	var place, base row
	before := [4]int{-1, -1, -1, -1}
	for i := 0; i*width < len(z); i++ {
		at := c.place(q, low+i)
		if at != before {
			if [3]int(at[1:]) != [3]int(before[1:]) {
				sum(&place, cue, &h.sentence[at[1]])
				sum(&place, &place, &h.paragraph[at[2]])
				sum(&place, &place, &h.quotation[at[3]])
			}
			sum(&base, &place, &h.distance[at[0]])
			before = at
		}
		sum((*row)(z[i*width:]), (*row)(words[i*width:]), &base)
	}
}

// place tells where word i stands to the cue: the indices of its distance,
// sentence, paragraph and quotation.
func (c *Context) place(q cue, i int) [4]int {
	x := q.first
	quoted := 0
	if c.Quote[i] >= 0 {
		quoted = 1
		if c.Quote[i] == c.Quote[x] {
			quoted = 2
		}
	}
	if c.Quote[x] >= 0 {
		quoted += 3
	}
	return [4]int{
		distances/2 - int(bucket(x-i)) + int(bucket(i-q.end+1)),
		apart(c.Sentence[i]-c.Sentence[x], sentences),
		apart(c.Paragraph[i]-c.Paragraph[x], paragraphs),
		quoted,
	}
}

// buckets holds the bucket of each distance, in words, up to the last bucket:
// exact to 4, then two to the octave.
var buckets = func() (b [129]uint8) {
	for _, least := range [...]int{1, 2, 3, 4, 5, 6, 8, 12, 16, 23, 32, 46, 64, 91, 128} {
		for d := least; d < len(b); d++ {
			b[d]++
		}
	}
	return b
}()

// bucket is 0 for distances of 0 or less.
func bucket(distance int) uint8 { return buckets[max(0, min(distance, len(buckets)-1))] }

// apart is the index of a difference among n values with 0 in the middle.
func apart(d int32, n int) int { return max(-n/2, min(int(d), n/2)) + n/2 }

// convolve adds up what the words before, at and behind each give: parts has
// three rows a word.
func convolve(y, parts []float32) {
	n := len(y) / width
	for i := range n {
		o := (*row)(y[i*width:])
		here := (*row)(parts[(3*i+1)*width:])
		switch {
		case i > 0 && i+1 < n:
			sum3(o, (*row)(parts[(3*i-3)*width:]), here, (*row)(parts[(3*i+5)*width:]))
		case i > 0:
			sum(o, (*row)(parts[(3*i-3)*width:]), here)
		case i+1 < n:
			sum(o, here, (*row)(parts[(3*i+5)*width:]))
		default:
			*o = *here
		}
	}
}

// sum writes a + b to o.
func sum(o, a, b *row) {
	for i := 0; i < width; i += 4 {
		o[i] = a[i] + b[i]
		o[i+1] = a[i+1] + b[i+1]
		o[i+2] = a[i+2] + b[i+2]
		o[i+3] = a[i+3] + b[i+3]
	}
}

// sum3 writes a + b + c to o.
func sum3(o, a, b, c *row) {
	for i := 0; i < width; i += 4 {
		o[i] = a[i] + b[i] + c[i]
		o[i+1] = a[i+1] + b[i+1] + c[i+1]
		o[i+2] = a[i+2] + b[i+2] + c[i+2]
		o[i+3] = a[i+3] + b[i+3] + c[i+3]
	}
}

// grow makes room for n elements. What they hold is left over from earlier.
func grow(b *[]float32, n int) {
	if len(*b) < n {
		*b = kernel.Aligned[float32](n)
	}
}

func growRows(r *kernel.Rows, n, width int) {
	if r.Len() < n {
		*r = kernel.NewRows(n, width)
	}
}
