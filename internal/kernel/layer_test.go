package kernel_test

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"

	"onrecord/internal/kernel"
)

// layer is one layer of an encoder, as its package would write it: width 64, two heads.
type layer struct {
	qkv, out, up, down kernel.Dense
	norm1, norm2       *kernel.Norm
}

const (
	layerWidth = 64
	layerHeads = 2
	layerInner = 128
)

func newLayer(t testing.TB, s source) *layer {
	return &layer{
		qkv: s.dense(t, layerWidth, 3*layerWidth), out: s.dense(t, layerWidth, layerWidth),
		up: s.dense(t, layerWidth, layerInner), down: s.dense(t, layerInner, layerWidth),
		norm1: s.norm(t, layerWidth), norm2: s.norm(t, layerWidth),
	}
}

// A run holds the buffers of a layer for n rows.
type run struct {
	ws                     kernel.Workspace
	emb                    []int8
	position, extra        []float32
	x                      []float32
	rows                   kernel.Rows // x, rounded
	qkv, context, y, inner []float32
	rounded, roundedInner  kernel.Rows // context and inner
}

func newRun(s source, n int) *run {
	w := layerWidth
	return &run{
		qkv: make([]float32, n*3*w), context: make([]float32, n*w), y: make([]float32, n*w), inner: make([]float32, n*layerInner),
		rounded: kernel.NewRows(n, w), roundedInner: kernel.NewRows(n, layerInner),
		x: make([]float32, n*w), rows: kernel.NewRows(n, w),
		emb: s.int8s(n * w), position: s.floats(n*w, 0.5), extra: s.floats(n*w, 0.5),
	}
}

func (r *run) forward(k *kernel.Kernel, l *layer) {
	n, w := r.rows.Len(), layerWidth
	for i := range n {
		at := i * w
		k.EmbedNorm(r.x[at:][:w], r.emb[at:][:w], 0.01, r.position[at:][:w], r.extra[at:][:w], l.norm1, r.rows.Slice(i, i+1))
	}
	h := kernel.Heads{Rows: n, Count: layerHeads, Width: w / layerHeads}
	k.DenseHeads(&r.ws, r.qkv, h, r.rows, &l.qkv)
	half := n / 2 // two sequences
	k.Attention(&r.ws, r.context, r.qkv, h, 0, half)
	k.Attention(&r.ws, r.context[half*w:], r.qkv, h, half, n-half)
	k.Quantize(r.context, r.rounded)
	k.Dense(&r.ws, r.y, w, r.rounded, &l.out)
	k.AddNorm(r.x, r.y, l.norm1, r.rows)
	k.Dense(&r.ws, r.inner, layerInner, r.rows, &l.up)
	k.GeluQuantize(r.inner, r.roundedInner)
	k.Dense(&r.ws, r.y, w, r.roundedInner, &l.down)
	k.AddNorm(r.x, r.y, l.norm2, r.rows)
}

// TestLayerBits pins what a layer computes, to the bit, on every machine. If it changes, so does what the engine reads
// in every document.
func TestLayerBits(t *testing.T) {
	const want = 0xac07ed0ea077974b
	for _, k := range append(others(t), plain) {
		s := newSource(11)
		l, r := newLayer(t, s), newRun(s, 75)
		r.forward(k, l)
		hash := fnv.New64a()
		for _, v := range r.x {
			hash.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
		}
		if got := hash.Sum64(); got != uint64(want) {
			t.Errorf("%v: %#x, want %#x", k, got, uint64(want))
		}
	}
}

// TestNoAllocation runs a layer in a steady state.
func TestNoAllocation(t *testing.T) {
	for _, k := range kernel.All() {
		s := newSource(12)
		l, r := newLayer(t, s), newRun(s, 70)
		a, product := s.rows(9, 48, 2047), make([]float32, 9*9)
		if n := testing.AllocsPerRun(3, func() {
			r.forward(k, l)
			k.Product(&r.ws, product, a, a)
		}); n != 0 {
			t.Errorf("%v: %v allocations", k, n)
		}
	}
}
