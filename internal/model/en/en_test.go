package en_test

import (
	"testing"

	"onrecord/internal/annotate"
	"onrecord/internal/annotate/block"
	"onrecord/internal/annotate/encode"
	"onrecord/internal/annotate/quote"
	"onrecord/internal/annotate/segment"
	"onrecord/internal/document"
	"onrecord/internal/kernel"
	"onrecord/internal/model/en"
)

const story = `Minister urges patience

The minister said on Monday that talks "will take time," adding that nobody was pushing Kyiv.

Her deputy disagreed.`

func rows(t *testing.T, k *kernel.Kernel) annotate.Rows {
	t.Helper()
	m, err := en.Load(k)
	if err != nil {
		t.Fatal(err)
	}
	l := &annotate.Layers{Document: &document.Document{Text: story}}
	p, err := annotate.NewPipeline(block.Stage(), segment.Stage(), quote.Stage(), encode.Stage(m.Encoder, nil),
		annotate.Stage{Name: "keep", Needs: []annotate.Layer{annotate.LayerRows}, Apply: func(*annotate.Layers) error { return nil }})
	if err != nil {
		t.Fatal(err)
	}
	var out annotate.Rows
	if err := p.Apply(l, func(i int) {
		if l.Rows.Data != nil {
			out = l.Rows
		}
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestKernelsGiveTheSameRows(t *testing.T) {
	kernels := kernel.All()
	want := rows(t, kernels[len(kernels)-1])
	if len(want.Data) == 0 {
		t.Fatal("no rows")
	}
	for _, k := range kernels {
		got := rows(t, k)
		for i := range want.Data {
			if got.Data[i] != want.Data[i] {
				t.Fatalf("%s: number %d is %v, plain Go has %v", k, i, got.Data[i], want.Data[i])
			}
		}
	}
}

func TestDigests(t *testing.T) {
	if err := en.Verify(); err != nil {
		t.Fatal(err)
	}
}
