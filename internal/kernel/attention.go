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
	padded := (n + lanes - 1) &^ (lanes - 1)
	mask := grow(ws, &ws.mask, padded)
	for i := range mask {
		mask[i] = 0
		if i < n {
			mask[i] = ^uint32(0)
		}
	}
	size, block := n*h.Width, h.Rows*h.Width
	for i := range h.Count {
		var part [3][]float32
		for j := range part {
			part[j] = qkv[(j*h.Count+i)*block+first*h.Width:][:size]
		}
		k.attendHead(ws, out[i*h.Width:], h.Count*h.Width, part, n, h.Width, mask)
	}
}

// attendHead computes one head: row i of the result, width columns, goes to out[i*stride:].
func (k *Kernel) attendHead(ws *Workspace, out []float32, stride int, part [3][]float32, n, width int, mask []uint32) {
	padded, even := len(mask), (n+1)&^1
	var am [3]float32
	query, key, value := grow(ws, &ws.query, n*width), grow(ws, &ws.key, padded*width), grow(ws, &ws.value, even*width)
	for j, rounded := range [3][]int16{query, key, value} {
		am[j] = max(k.absMax(part[j]), minMax)
		k.scaleBy(part[j], attentionMax/am[j], rounded)
	}
	for i := n; i < padded; i++ { // repeats the last key, which changes no maximum and is masked afterwards
		copy(key[i*width:][:width], key[(n-1)*width:])
	}
	clear(value[n*width:])
	keyT, valueT := grow(ws, &ws.keyT, padded*width), grow(ws, &ws.valueT, even*width)
	k.transpose(key, width, keyT)
	k.interleave(value, width, valueT)

	// 2^(score·f) is e^(q·k/√width).
	scale := float32(math.Log2E / math.Sqrt(float64(width)))
	f := float32(float32((am[0]/attentionMax)*(am[1]/attentionMax)) * scale)
	unit := am[2] / attentionMax

	ones, zeros := ws.unit(width)
	scores := grow(ws, &ws.scores, attentionBlock*padded)
	probability := grow(ws, &ws.probability, attentionBlock*padded)
	score := product{
		tile:   tile{pairs: width / 2, lda: width, wide: keyT, sums: scores, ldo: padded},
		panels: padded / lanes,
	}
	mix := product{
		tile:   tile{pairs: even / 2, a: probability, lda: padded, wide: valueT, ldo: stride, row: ws.rows[:], column: ones, bias: zeros},
		panels: width / lanes,
	}
	blocks := (n + attentionBlock - 1) / attentionBlock
	for i := 0; blocks > 0; blocks-- {
		r := (n - i + blocks - 1) / blocks
		score.m, score.a = r, query[i*width:]
		k.multiply(ws, &score)
		k.softmax(scores[:r*padded], padded, f, mask, probability[:r*padded], unit, ws.rows[:r])
		mix.m, mix.out = r, out[i*stride:]
		k.multiply(ws, &mix)
		i += r
	}
}
