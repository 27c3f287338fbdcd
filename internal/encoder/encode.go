package encoder

import "onrecord/internal/kernel"

// Text is what is encoded: words with what is told of each.
type Text struct {
	Word     func(i int) string
	Features []Feature // one a word
	Breaks   []Break   // one a word: what ends before it
}

// Count is how much was encoded.
type Count struct {
	Windows int
	Pieces  int // of the words
	Work    int // of the windows, the two marks around each included
}

// scratch is what one pass needs; it grows to the longest text and is used
// again.
type scratch struct {
	ws      kernel.Workspace
	bytes   []byte
	pieces  []int32
	starts  []int // of each word's pieces; one more at the end
	lens    []uint8
	windows []window

	x, qkv, y, mixed, ff []float32
	xInt, mixInt, ffInt  kernel.Rows
	first                []int // piece of each word of the window
}

// Encode writes one row a word: Width floats of the last layer at its first
// piece to data, and the same as integers to rounded. Both must have room for
// all words. It allocates nothing once its scratch has grown.
func (e *Encoder) Encode(t Text, data []float32, rounded kernel.Rows) Count {
	s := e.scratch.Get().(*scratch)
	defer e.scratch.Put(s)
	e.cut(s, t)
	s.windows = windows(s.windows[:0], s.lens, t.Breaks)
	c := Count{Windows: len(s.windows), Pieces: len(s.pieces)}
	for _, w := range s.windows {
		c.Work += e.window(s, t, w, data, rounded)
	}
	return c
}

// cut makes the pieces of every word.
func (e *Encoder) cut(s *scratch, t Text) {
	s.pieces, s.starts, s.lens = s.pieces[:0], s.starts[:0], s.lens[:0]
	for i := range t.Features {
		s.starts = append(s.starts, len(s.pieces))
		s.pieces = e.vocabulary.Append(s.pieces, t.Word(i), &s.bytes)
		s.lens = append(s.lens, uint8(len(s.pieces)-s.starts[i]))
	}
	s.starts = append(s.starts, len(s.pieces))
}

// window encodes one window and keeps its words' rows. It returns the number
// of pieces.
func (e *Encoder) window(s *scratch, t Text, w window, data []float32, rounded kernel.Rows) int {
	n := s.starts[w.End] - s.starts[w.First] + 2
	s.grow()
	e.embed(s, 0, e.vocabulary.begins, 0)
	at := 1
	s.first = s.first[:0]
	for i := w.First; i < w.End; i++ {
		s.first = append(s.first, at)
		for k, id := range s.pieces[s.starts[i]:s.starts[i+1]] {
			e.embed(s, at, id, combination(t.Features[i], k > 0))
			at++
		}
	}
	e.embed(s, at, e.vocabulary.ends, 0)
	for i := range e.layers {
		e.layer(s, &e.layers[i], n)
	}
	for i := w.First; i < w.End; i++ {
		p := s.first[i-w.First]
		copy(data[i*Width:(i+1)*Width], s.x[p*Width:])
		copy(rounded.Values[i*Width:(i+1)*Width], s.xInt.Values[p*Width:])
		rounded.Scales[i] = s.xInt.Scales[p]
	}
	return n
}

// embed makes the row of piece id with the features of a combination.
func (e *Encoder) embed(s *scratch, at int, id int32, features int) {
	e.kernel.EmbedNorm(s.x[at*Width:][:Width], e.words[int(id)*Width:][:Width], e.scales[id],
		e.position[at*Width:][:Width], e.extra[features*Width:][:Width], &e.norm, s.xInt.Slice(at, at+1))
}

// block is how many rows go through the feed-forward half at a time, so that
// what lies between its two products stays in the cache.
const block = 128

// layer runs one layer over the n rows of s.x and s.xInt.
func (e *Encoder) layer(s *scratch, l *layer, n int) {
	k := e.kernel
	h := kernel.Heads{Rows: n, Count: heads, Width: Width / heads}
	x, xInt := s.x[:n*Width], s.xInt.Slice(0, n)
	k.DenseHeads(&s.ws, s.qkv, h, xInt, &l.qkv)
	k.Attention(&s.ws, s.mixed, s.qkv, h, 0, n)
	mixed := s.mixInt.Slice(0, n)
	k.Quantize(s.mixed[:n*Width], mixed)
	k.Dense(&s.ws, s.y, Width, mixed, &l.out)
	k.AddNorm(x, s.y[:n*Width], &l.norm1, xInt)
	blocks := (n + block - 1) / block
	for i := 0; blocks > 0; blocks-- {
		m := (n - i + blocks - 1) / blocks // blocks of nearly equal height
		ff, ffInt := s.ff[:m*Inner], s.ffInt.Slice(0, m)
		k.Dense(&s.ws, ff, Inner, xInt.Slice(i, i+m), &l.up)
		k.GeluQuantize(ff, ffInt)
		k.Dense(&s.ws, s.y, Width, ffInt, &l.down)
		k.AddNorm(x[i*Width:(i+m)*Width], s.y[:m*Width], &l.norm2, xInt.Slice(i, i+m))
		i += m
	}
}

// grow makes room for the longest window.
func (s *scratch) grow() {
	if s.x != nil {
		return
	}
	s.x, s.y, s.mixed = kernel.Aligned[float32](maxPieces*Width), kernel.Aligned[float32](maxPieces*Width), kernel.Aligned[float32](maxPieces*Width)
	s.qkv, s.ff = kernel.Aligned[float32](3*maxPieces*Width), kernel.Aligned[float32](block*Inner)
	s.xInt, s.mixInt, s.ffInt = kernel.NewRows(maxPieces, Width), kernel.NewRows(maxPieces, Width), kernel.NewRows(block, Inner)
}
