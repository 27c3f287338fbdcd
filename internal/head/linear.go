package head

import (
	"fmt"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

// Linear is one dense layer: a score a label out of a word's row.
type Linear struct {
	kernel *kernel.Kernel
	dense  kernel.Dense
	labels int
}

// LoadLinear takes the layer called name of width inputs and labels outputs
// from f, where it lies padded.
func LoadLinear(k *kernel.Kernel, f *weights.File, name string, width, labels int) (*Linear, error) {
	d, err := f.Dense(name, width, labels)
	if err != nil {
		return nil, fmt.Errorf("load head: %w", err)
	}
	return &Linear{kernel: k, dense: d, labels: labels}, nil
}

// Labels returns the number of outputs.
func (l *Linear) Labels() int { return l.labels }

// Score returns the scores of every row. It writes to the memory of into and
// takes new only where that is too short:
//
//	s.scores = linear.Score(&s.workspace, s.scores, rows)
func (l *Linear) Score(ws *kernel.Workspace, into Scores, rows kernel.Rows) Scores {
	into.Labels, into.Stride = l.labels, l.dense.N
	into.Data = floats(&into.Data, rows.Len()*l.dense.N)
	l.kernel.Dense(ws, into.Data, l.dense.N, rows, &l.dense)
	return into
}
