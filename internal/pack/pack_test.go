package pack_test

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/internal/encoder"
	"onrecord/internal/kernel"
	"onrecord/internal/pack"
	"onrecord/internal/weights"
)

const vocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\ntalks\n"

// checkpoint writes a checkpoint of one layer with random numbers, as the
// training program lays it out, but for the tensors called without.
func checkpoint(t *testing.T, without ...string) (path string, tensors map[string][]float32) {
	t.Helper()
	const h = encoder.Width
	r := rand.New(rand.NewPCG(1, 2))
	w := &weights.Writer{Meta: map[string]string{
		"upos": `["NOUN","VERB"]`, "relations": `["obj","root","nsubj"]`, "names": `["O","B-person","I-person"]`, "attitudes": `["none","likes"]`, "seed": "7",
	}}
	tensors = map[string][]float32{}
	add := func(name string, shape ...int) {
		for _, s := range without {
			if s == name {
				return
			}
		}
		n := 1
		for _, d := range shape {
			n *= d
		}
		v := make([]float32, n)
		for i := range v {
			v[i] = float32(r.NormFloat64()) * 0.1
		}
		tensors[name] = v
		w.Floats(name, v, shape...)
	}
	dense := func(name string, k, n int) {
		add(name+".weight", n, k)
		add(name+".bias", n)
	}
	norm := func(name string, n int) {
		add(name+".weight", n)
		add(name+".bias", n)
	}
	add("embeddings.word", strings.Count(vocabulary, "\n"), h)
	add("embeddings.position", encoder.Positions, h)
	add("embeddings.shape", 17, h)
	add("embeddings.quote", 4, h)
	add("embeddings.first", 2, h)
	norm("embeddings.norm", h)
	dense("layers.0.qkv", h, 3*h)
	dense("layers.0.out", h, h)
	dense("layers.0.up", h, encoder.Inner)
	dense("layers.0.down", encoder.Inner, h)
	norm("layers.0.norm1", h)
	norm("layers.0.norm2", h)

	dense("cue", h, 3)
	dense("pair.word", h, 192)
	dense("pair.cue", h, 192)
	dense("pair.biword", h, 64)
	dense("pair.bicue", h, 192)
	dense("pair.mid", 192, 192)
	dense("pair.out", 192, 3)
	add("pair.conv.weight", 192, 192, 3)
	add("pair.conv.bias", 192)
	norm("pair.norm", 192)
	for name, n := range map[string]int{"distance": 31, "sentence": 7, "paragraph": 5, "quote": 6} {
		add("pair."+name, n, 192)
	}
	add("pair.transitions", 13, 3, 3)
	add("pair.start", 3)
	dense("upos", h, 2)
	add("root", h)
	dense("arc.dependent", h, 128)
	dense("arc.head", h, 128)
	add("arc.weight", 129, 129)
	dense("label.dependent", h, 48)
	dense("label.head", h, 48)
	add("label.weight", 3, 49, 49)
	dense("name", h, 3)
	dense("coref.anaphor", h, 192)
	dense("coref.candidate", h, 192)
	dense("coref.mid", 128, 128)
	dense("coref.out", 128, 1)
	add("coref.null", 192)
	add("coref.features", 40, 128)
	dense("attitude.first", h, 192)
	dense("attitude.second", h, 192)
	dense("attitude.key", h, 192)
	dense("attitude.value", h, 192)
	dense("attitude.mid", 192, 192)
	dense("attitude.out", 192, 2)

	path = filepath.Join(t.TempDir(), "checkpoint.safetensors")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := w.WriteTo(f); err != nil {
		t.Fatal(err)
	}
	return path, tensors
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestACheckpointBecomesThreeFiles(t *testing.T) {
	path, tensors := checkpoint(t)
	var dirs [2]string
	for i := range dirs {
		dirs[i] = t.TempDir()
		if _, err := pack.Checkpoint(path, dirs[i]); err != nil {
			t.Fatal(err)
		}
	}
	var files []*weights.File
	for _, name := range []string{pack.TableFile, pack.LayersFile, pack.HeadsFile} {
		b := read(t, dirs[0], name)
		if !bytes.Equal(b, read(t, dirs[1], name)) {
			t.Errorf("%s is not the same twice", name)
		}
		f, err := weights.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Verify(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		files = append(files, f)
	}
	v, err := encoder.ReadVocabulary(strings.NewReader(vocabulary))
	if err != nil {
		t.Fatal(err)
	}
	e, err := encoder.Load(kernel.Best(), v, files[0], files[1])
	if err != nil {
		t.Fatal(err)
	}
	if e.Layers() != 1 || files[2].Meta("encoder") != e.Digest() || files[2].Meta("seed") != "7" {
		t.Errorf("%d layers, heads for %q, encoder %q", e.Layers(), files[2].Meta("encoder"), e.Digest())
	}
	testConvolution(t, files[2], tensors)
	testBiaffine(t, files[2], tensors)
}

// apply multiplies x with the packed layer called name.
func apply(t *testing.T, f *weights.File, name string, k, n int, x []float32) []float32 {
	t.Helper()
	d, err := f.Dense(name, k, n)
	if err != nil {
		t.Fatal(err)
	}
	in, out := kernel.NewRows(1, d.K), make([]float32, d.N)
	padded := make([]float32, d.K)
	copy(padded, x)
	kernel.Best().Quantize(padded, in)
	kernel.Best().Dense(new(kernel.Workspace), out, d.N, in, &d)
	return out
}

func vector(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(i%7)/7 - 0.4
	}
	return x
}

func near(t *testing.T, what string, got float32, want float64) {
	t.Helper()
	if math.Abs(float64(got)-want) > 0.05 {
		t.Errorf("%s is %v, want about %v", what, got, want)
	}
}

// testConvolution holds the three layers side by side against the convolution:
// tap t of word i meets the word at i+t-1.
func testConvolution(t *testing.T, f *weights.File, tensors map[string][]float32) {
	t.Helper()
	const p = 192
	x := vector(p)
	out := apply(t, f, "pair.conv", p, 3*p, x)
	conv, bias := tensors["pair.conv.weight"], tensors["pair.conv.bias"]
	for tap := range 3 {
		for j := range p {
			want := 0.0
			if tap == 1 {
				want = float64(bias[j])
			}
			for i := range p {
				want += float64(x[i]) * float64(conv[(j*p+i)*3+tap])
			}
			near(t, "convolution", out[tap*p+j], want)
		}
	}
}

// testBiaffine holds [x 1]ᵀ W [y 1] against what the packed layer makes of x.
func testBiaffine(t *testing.T, f *weights.File, tensors map[string][]float32) {
	t.Helper()
	const n = 48
	x, y := vector(n), vector(n+1)
	y[n] = 1
	out := apply(t, f, "label.weight", n, 3*(n+1), x)
	for r := range 3 {
		want, got := 0.0, float32(0)
		for i := range n + 1 {
			xi := 1.0
			if i < n {
				xi = float64(x[i])
			}
			for j := range n + 1 {
				want += xi * float64(tensors["label.weight"][(r*(n+1)+i)*(n+1)+j]) * float64(y[j])
			}
		}
		for j := range n + 1 {
			got += out[r*(n+1)+j] * y[j]
		}
		near(t, "biaffine", got, want)
	}
}

func TestErrorsNameTheTensor(t *testing.T) {
	path, _ := checkpoint(t, "pair.mid.bias")
	_, err := pack.Checkpoint(path, t.TempDir())
	if !errors.Is(err, weights.ErrInvalid) || !strings.Contains(err.Error(), "pair.mid.bias") {
		t.Errorf("got %v", err)
	}
	if _, err := pack.Checkpoint(filepath.Join(t.TempDir(), "absent"), t.TempDir()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file gives %v", err)
	}
}
