package kernel

import (
	"fmt"
	"math"
)

const (
	// maxKeys is the longest sequence: the integers of a row of softmax sum up to 510,000 and half a unit of rounding
	// a key, and times 4,095 must fit in an int32.
	maxKeys = 4096

	// attentionBlock is the number of queries whose scores are in work at once. It is the height of the tallest tile.
	attentionBlock = 12
)

// attention is the scratch memory of one head.
type attention struct {
	query, key, value []int16 // rounded; keys are padded to whole panels, values to pairs of rows
	keyT, valueT      []int16 // keys and values as panels
	scores            []int32
	mask              []uint32 // of the keys that are not padding
	probability       []int16
	scales            [attentionBlock]float32

	score, mix product // of queries by keys, and of probabilities by values
}

// Attention computes the attention of one sequence: rows first to first+n of qkv, which has the shape h. The rows of
// the result, the heads' columns side by side, go to out[i*h.Count*h.Width:] for i from 0 to n-1. Each head's queries,
// keys and values are rounded to 13 bits with a scale each, its probabilities to 16 bits; so a sequence's result
// depends on nothing but the sequence.
//
// n is at most 4,096.
func (k *Kernel) Attention(ws *Workspace, out []float32, qkv []float32, h Heads, first, n int) {
	h.check("Attention", len(qkv))
	if n == 0 {
		return
	}
	if first < 0 || n < 0 || n > maxKeys || first+n > h.Rows || len(out) < n*h.Count*h.Width {
		panic(fmt.Sprintf("kernel: Attention: rows %d to %d of %d, at most %d, into %d floats", first, first+n, h.Rows, maxKeys, len(out)))
	}
	ws.prepareAttention(n, h.Width)
	size, block := n*h.Width, h.Rows*h.Width
	for i := range h.Count {
		var part [3][]float32
		for j := range part {
			part[j] = qkv[(j*h.Count+i)*block+first*h.Width:][:size]
		}
		k.attendHead(ws, out[i*h.Width:], h.Count*h.Width, part, h.Width)
	}
	ws.attention.mix = product{} // keeps nothing of the caller's alive
}

// prepareAttention makes room for n rows of one head, and sets up what is the same for all heads.
func (ws *Workspace) prepareAttention(n, width int) {
	a := &ws.attention
	padded, even := (n+lanes-1)&^(lanes-1), (n+1)&^1
	a.query, a.key, a.value = grow(ws, &ws.query, n*width), grow(ws, &ws.key, padded*width), grow(ws, &ws.value, even*width)
	a.keyT, a.valueT = grow(ws, &ws.keyT, padded*width), grow(ws, &ws.valueT, even*width)
	a.scores, a.mask = grow(ws, &ws.scores, attentionBlock*padded), grow(ws, &ws.mask, padded)
	a.probability = grow(ws, &ws.probability, attentionBlock*padded)
	for i := range a.mask {
		a.mask[i] = 0
		if i < n {
			a.mask[i] = ^uint32(0)
		}
	}
	clear(a.value[n*width:])
	ones, zeros := ws.unit(width)
	a.score = product{
		whole:  tile{pairs: width / 2, lda: width, wide: a.keyT, sums: a.scores, ldo: padded},
		panels: padded / lanes,
	}
	a.mix = product{
		whole: tile{
			pairs: even / 2, a: a.probability, lda: padded, wide: a.valueT,
			row: a.scales[:], column: ones, bias: zeros,
		},
		panels: width / lanes,
	}
}

// attendHead computes one head of queries, keys and values: row i of the result, width columns, goes to
// out[i*stride:].
func (k *Kernel) attendHead(ws *Workspace, out []float32, stride int, part [3][]float32, width int) {
	a := &ws.attention
	var am [3]float32
	for j, rounded := range [3][]int16{a.query, a.key, a.value} {
		am[j] = max(k.absMax(part[j]), minMax)
		k.scaleBy(part[j], attentionMax/am[j], rounded)
	}
	n, padded := len(a.query)/width, len(a.mask)
	for i := n; i < padded; i++ { // repeats the last key, which changes no maximum and is masked afterwards
		copy(a.key[i*width:][:width], a.key[(n-1)*width:])
	}
	k.transpose(a.key, width, a.keyT)
	k.interleave(a.value, width, a.valueT)

	// 2^(score·f) is e^(q·k/√width).
	scale := float32(math.Log2E / math.Sqrt(float64(width)))
	f := float32(float32((am[0]/attentionMax)*(am[1]/attentionMax)) * scale)
	unit := am[2] / attentionMax

	score, mix := &a.score.whole, &a.mix.whole
	mix.ldo = stride
	blocks := (n + attentionBlock - 1) / attentionBlock
	for i := 0; blocks > 0; blocks-- {
		r := (n - i + blocks - 1) / blocks
		score.rows, score.a = r, a.query[i*width:]
		k.multiply(ws, &a.score)
		k.softmax(a.scores[:r*padded], padded, f, a.mask, a.probability[:r*padded], unit, a.scales[:r])
		mix.rows, mix.out = r, out[i*stride:]
		k.multiply(ws, &a.mix)
		i += r
	}
}
