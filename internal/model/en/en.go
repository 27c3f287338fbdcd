// Package en holds the trained model of English: the vocabulary of word pieces
// and the weights of the encoder and its heads, embedded and used in place.
package en

import (
	"bytes"
	_ "embed" // for the weights
	"fmt"
	"sync"

	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

var (
	//go:embed vocab.txt
	vocabulary []byte
	//go:embed table.safetensors
	table []byte
	//go:embed layers.safetensors
	layers []byte
	//go:embed heads.safetensors
	heads []byte
)

// Vocabulary returns the list of word pieces, one a line.
func Vocabulary() []byte { return vocabulary }

// Model is an encoder and the weights of the heads that were trained on it.
type Model struct {
	Encoder *encoder.Encoder
	Heads   *weights.File
}

// open parses the files once for all kernels.
var open = sync.OnceValues(func() (files [3]*weights.File, err error) {
	for i, f := range []struct {
		name string
		data []byte
	}{{"table", table}, {"layers", layers}, {"heads", heads}} {
		if files[i], err = weights.Open(f.data); err != nil {
			return files, fmt.Errorf("embedded weights %s: %w", f.name, err)
		}
	}
	return files, nil
})

// Load returns the embedded model on kernel k. It refuses heads that were
// trained on another encoder.
func Load(k *kernel.Kernel) (*Model, error) {
	files, err := open()
	if err != nil {
		return nil, err
	}
	return load(k, files)
}

// load makes a model of table, layers and heads.
func load(k *kernel.Kernel, files [3]*weights.File) (*Model, error) {
	v, err := encoder.ReadVocabulary(bytes.NewReader(vocabulary))
	if err != nil {
		return nil, err
	}
	e, err := encoder.Load(k, v, files[0], files[1])
	if err != nil {
		return nil, err
	}
	if want := files[2].Meta("encoder"); want != e.Digest() {
		return nil, fmt.Errorf("%w: the heads are made for encoder %.8s…, not for %.8s…", weights.ErrInvalid, want, e.Digest())
	}
	return &Model{Encoder: e, Heads: files[2]}, nil
}

// Verify computes the digests of the embedded weights again.
func Verify() error {
	files, err := open()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := f.Verify(); err != nil {
			return err
		}
	}
	return nil
}
