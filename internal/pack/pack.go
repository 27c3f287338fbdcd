// Package pack turns a checkpoint of the training program into the three files
// of weights that the program embeds: the table of word pieces, the layers of
// the encoder, and the heads. Matrices become int8 with a scale a column, laid
// out as the kernels read them. The same checkpoint gives the same bytes.
package pack

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// The names of the files.
const (
	TableFile  = "table.safetensors"
	LayersFile = "layers.safetensors"
	HeadsFile  = "heads.safetensors"
)

// Checkpoint writes the three files of the checkpoint at path to the folder
// out and returns their sizes in bytes.
func Checkpoint(path, out string) ([3]int, error) {
	var sizes [3]int
	data, err := os.ReadFile(path)
	if err != nil {
		return sizes, err
	}
	f, err := weights.Open(data)
	if err != nil {
		return sizes, fmt.Errorf("read %s: %w", path, err)
	}
	p := &packer{from: f}
	table, layers := p.table(), p.layers()
	if p.err != nil {
		return sizes, fmt.Errorf("pack %s: %w", path, p.err)
	}
	files := [3]*weights.Writer{table, layers}
	opened := [2]*weights.File{}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return sizes, err
	}
	for i, name := range []string{TableFile, LayersFile, HeadsFile} {
		if i == 2 {
			files[2] = p.heads(encoder.Digest(opened[0], opened[1]))
			if p.err != nil {
				return sizes, fmt.Errorf("pack %s: %w", path, p.err)
			}
		}
		var b bytes.Buffer
		if _, err := files[i].WriteTo(&b); err != nil {
			return sizes, err
		}
		sizes[i] = b.Len()
		if i < 2 {
			if opened[i], err = weights.Open(b.Bytes()); err != nil {
				return sizes, err
			}
		}
		if err := os.WriteFile(filepath.Join(out, name), b.Bytes(), 0o666); err != nil {
			return sizes, err
		}
	}
	return sizes, nil
}

// packer takes tensors from a checkpoint and keeps the first error.
type packer struct {
	from *weights.File
	err  error
}

// take returns the tensor called name, which must have shape; -1 takes any size.
func (p *packer) take(name string, shape ...int) []float32 {
	if p.err != nil {
		return nil
	}
	var out []float32
	out, p.err = p.from.Floats(name, shape...)
	return out
}

// floats passes a tensor on as it is.
func (p *packer) floats(w *weights.Writer, name string, shape ...int) {
	if v := p.take(name, shape...); p.err == nil {
		w.Floats(name, v, shape...)
	}
}

// dense passes a linear layer of k inputs and n outputs on.
func (p *packer) dense(w *weights.Writer, name string, k, n int) {
	weight, bias := p.take(name+".weight", n, k), p.take(name+".bias", n)
	if p.err == nil {
		w.Dense(name, weight, bias, k, n)
	}
}

func (p *packer) norm(w *weights.Writer, name string, n int) {
	p.floats(w, name+".weight", n)
	p.floats(w, name+".bias", n)
}

func (p *packer) table() *weights.Writer {
	w := &weights.Writer{}
	shape := p.from.Shape("embeddings.word")
	if len(shape) != 2 {
		p.err = fmt.Errorf("%w: embeddings.word has shape %v", weights.ErrInvalid, shape)
		return w
	}
	n := shape[0]
	v := p.take("embeddings.word", n, encoder.Width)
	if p.err != nil {
		return w
	}
	q, scale := quantizeRows(v, n, encoder.Width)
	w.Bytes("embeddings.word.weight", q, n, encoder.Width)
	w.Floats("embeddings.word.scale", scale, n)
	return w
}

// quantizeRows rounds n rows of width to int8 with a scale a row.
func quantizeRows(v []float32, n, width int) ([]int8, []float32) {
	column := make([]float32, width)
	out, scales := make([]int8, 0, n*width), make([]float32, 0, n)
	for i := range n {
		copy(column, v[i*width:])
		q, s := kernel.Quantize(column, width, 1)
		out, scales = append(out, q...), append(scales, s[0])
	}
	return out, scales
}

func (p *packer) layers() *weights.Writer {
	const h = encoder.Width
	depth := 0
	for p.from.Has(fmt.Sprintf("layers.%d.qkv.weight", depth)) {
		depth++
	}
	w := &weights.Writer{Meta: map[string]string{"layers": strconv.Itoa(depth)}}
	for i := range depth {
		l := fmt.Sprintf("layers.%d.", i)
		p.dense(w, l+"qkv", h, 3*h)
		p.dense(w, l+"out", h, h)
		p.dense(w, l+"up", h, encoder.Inner)
		p.dense(w, l+"down", encoder.Inner, h)
		p.norm(w, l+"norm1", h)
		p.norm(w, l+"norm2", h)
	}
	p.floats(w, "embeddings.position", encoder.Positions, h)
	p.floats(w, "embeddings.shape", 17, h)
	p.floats(w, "embeddings.quote", 4, h)
	p.floats(w, "embeddings.first", 2, h)
	p.norm(w, "embeddings.norm", h)
	return w
}
