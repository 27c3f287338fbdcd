package encoder

import (
	"fmt"
	"strconv"
	"sync"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// The shape of the encoder: MiniLM-L6 (Wang et al. 2020), of which the layers
// may be fewer.
const (
	Width     = 384
	heads     = 12
	Inner     = 1536
	Positions = 512
)

// How many values each feature has.
const (
	shapeValues = 17 // 0 no word, 1 to 7 the shapes, 9 to 15 the same on later pieces of a word
	quoteValues = 4
	firstValues = 2
	laterPiece  = 8 // added to the shape of a word's later pieces
)

// Encoder is a transformer with its weights. It may be used by several
// goroutines at a time.
type Encoder struct {
	kernel     *kernel.Kernel
	vocabulary *Vocabulary

	words    []int8 // Vocabulary.Size() * Width
	scales   []float32
	position []float32 // Positions * Width
	extra    []float32 // a row for each combination of features
	norm     kernel.Norm
	layers   []layer
	digest   string

	scratch sync.Pool // of *scratch
}

// layer is one layer of the transformer, normalized behind each half.
type layer struct {
	qkv, out, up, down kernel.Dense
	norm1, norm2       kernel.Norm
}

// Load takes the embedding table and the layers from two files of weights.
func Load(k *kernel.Kernel, v *Vocabulary, table, layers *weights.File) (*Encoder, error) {
	e := &Encoder{kernel: k, vocabulary: v, digest: Digest(table, layers)}
	e.scratch.New = func() any { return new(scratch) }
	var err error
	if e.words, err = table.Bytes("embeddings.word.weight", v.Size(), Width); err != nil {
		return nil, fmt.Errorf("load embeddings: %w", err)
	}
	if e.scales, err = table.Floats("embeddings.word.scale", v.Size()); err != nil {
		return nil, fmt.Errorf("load embeddings: %w", err)
	}
	if e.position, err = layers.Floats("embeddings.position", Positions, Width); err != nil {
		return nil, fmt.Errorf("load embeddings: %w", err)
	}
	if e.extra, err = features(layers); err != nil {
		return nil, fmt.Errorf("load embeddings: %w", err)
	}
	if e.norm, err = layers.Norm("embeddings.norm", Width); err != nil {
		return nil, fmt.Errorf("load embeddings: %w", err)
	}
	depth, err := strconv.Atoi(layers.Meta("layers"))
	if err != nil || depth < 1 {
		return nil, fmt.Errorf("load layers: %w: metadata layers is %q", weights.ErrInvalid, layers.Meta("layers"))
	}
	for i := range depth {
		l, err := loadLayer(layers, fmt.Sprintf("layers.%d.", i))
		if err != nil {
			return nil, fmt.Errorf("load layer %d: %w", i, err)
		}
		e.layers = append(e.layers, l)
	}
	return e, nil
}

// Digest names the weights of an encoder: heads are made for one alone.
func Digest(table, layers *weights.File) string { return table.Digest() + "+" + layers.Digest() }

// Digest names the weights of e.
func (e *Encoder) Digest() string { return e.digest }

// Layers is the number of layers.
func (e *Encoder) Layers() int { return len(e.layers) }

func loadLayer(f *weights.File, name string) (l layer, err error) {
	for _, d := range []struct {
		to   *kernel.Dense
		name string
		k, n int
	}{{&l.qkv, "qkv", Width, 3 * Width}, {&l.out, "out", Width, Width}, {&l.up, "up", Width, Inner}, {&l.down, "down", Inner, Width}} {
		if *d.to, err = f.Dense(name+d.name, d.k, d.n); err != nil {
			return l, err
		}
	}
	if l.norm1, err = f.Norm(name+"norm1", Width); err != nil {
		return l, err
	}
	l.norm2, err = f.Norm(name+"norm2", Width)
	return l, err
}

// features adds the three tables of features up, a row for each combination.
func features(f *weights.File) ([]float32, error) {
	shape, err := f.Floats("embeddings.shape", shapeValues, Width)
	if err != nil {
		return nil, err
	}
	quote, err := f.Floats("embeddings.quote", quoteValues, Width)
	if err != nil {
		return nil, err
	}
	first, err := f.Floats("embeddings.first", firstValues, Width)
	if err != nil {
		return nil, err
	}
	out := kernel.Aligned[float32](shapeValues * quoteValues * firstValues * Width)
	for i := range out {
		row, c := i/Width, i%Width
		s, q, p := row/(quoteValues*firstValues), row/firstValues%quoteValues, row%firstValues
		out[i] = shape[s*Width+c] + quote[q*Width+c] + first[p*Width+c]
	}
	return out, nil
}

// combination is the row of extra for the features of a piece.
func combination(f Feature, later bool) int {
	s, p := int(f.Shape), 0
	if later {
		s += laterPiece
	} else if f.First {
		p = 1
	}
	return (s*quoteValues+int(f.Quote))*firstValues + p
}
