package weights_test

import (
	"bytes"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/internal/kernel"
	"onrecord/internal/weights"
)

func written(t testing.TB) []byte {
	t.Helper()
	w := &weights.Writer{Meta: map[string]string{"names": `["O","B-person"]`}}
	w.Floats("odd", []float32{1, -2.5, 3}, 3)
	w.Dense("layer", []float32{1, 0.5, -1, 2, 0, 0.25}, []float32{0.1, 0.2}, 3, 2)
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	f, err := weights.Open(written(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Verify(); err != nil {
		t.Error(err)
	}
	odd, err := f.Floats("odd", -1)
	if d := cmp.Diff([]float32{1, -2.5, 3}, odd); err != nil || d != "" {
		t.Errorf("%v\n%s", err, d)
	}
	names, err := f.Strings("names")
	if d := cmp.Diff([]string{"O", "B-person"}, names); err != nil || d != "" {
		t.Errorf("%v\n%s", err, d)
	}
	d, err := f.Dense("layer", 3, 2)
	if err != nil {
		t.Fatal(err)
	}
	in, out := kernel.NewRows(1, d.K), make([]float32, d.N)
	k := kernel.Best()
	x := make([]float32, d.K)
	x[0], x[1], x[2] = 1, 2, 3
	k.Quantize(x, in)
	k.Dense(new(kernel.Workspace), out, d.N, in, &d)
	for j, want := range []float64{1*1 + 0.5*2 - 1*3 + 0.1, 2*1 + 0.25*3 + 0.2} {
		if math.Abs(float64(out[j])-want) > 0.03 {
			t.Errorf("output %d is %v, want about %v", j, out[j], want)
		}
	}
}

func TestWritingTwiceGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(written(t), written(t)) {
		t.Error("two files differ")
	}
}

func TestErrorsSayWhatIsWrong(t *testing.T) {
	good := written(t)
	f, err := weights.Open(good)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Floats("absent"); !errors.Is(err, weights.ErrInvalid) {
		t.Errorf("a missing tensor gives %v", err)
	}
	if _, err := f.Floats("odd", 4); !errors.Is(err, weights.ErrInvalid) {
		t.Errorf("a wrong shape gives %v", err)
	}
	if _, err := f.Dense("layer", 300, 2); !errors.Is(err, weights.ErrInvalid) {
		t.Errorf("a wrong layer gives %v", err)
	}
	for _, n := range []int{0, 7, 8, 20, len(good) - 1} {
		if _, err := weights.Open(good[:n]); !errors.Is(err, weights.ErrInvalid) {
			t.Errorf("a file cut to %d bytes gives %v", n, err)
		}
	}
	changed := bytes.Clone(good)
	changed[len(changed)-1] ^= 1
	if f, err := weights.Open(changed); err != nil {
		t.Error(err)
	} else if err := f.Verify(); !errors.Is(err, weights.ErrInvalid) {
		t.Errorf("a changed byte gives %v", err)
	}
	w := &weights.Writer{}
	w.Floats("nan", []float32{float32(math.NaN())}, 1)
	var b bytes.Buffer
	if _, err := w.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if f, err = weights.Open(b.Bytes()); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Floats("nan", 1); !errors.Is(err, weights.ErrInvalid) {
		t.Errorf("not a number gives %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(written(f))
	f.Add([]byte("\x40\x00\x00\x00\x00\x00\x00\x00" + `{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}          12345678`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := weights.Open(data)
		if err != nil {
			return
		}
		_ = file.Verify()
		for _, n := range file.Names() {
			shape := file.Shape(n)
			_, _ = file.Floats(n, shape...)
			_, _ = file.Bytes(n, shape...)
			if len(shape) == 2 {
				_, _ = file.Dense(n, shape[0], shape[1])
			}
		}
	})
}
