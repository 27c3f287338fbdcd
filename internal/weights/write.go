package weights

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"unsafe"

	"onrecord/internal/kernel"
)

// alignment is where large tensors begin, counted from the start of the file,
// so that one embedded on such a boundary is read by whole cache lines.
const alignment = 64

// Writer collects tensors and writes them: first those that fill whole cache
// lines, which so lie on their boundaries without gaps, then the others, both
// in the order in which they came.
type Writer struct {
	Meta    map[string]string
	tensors []written
}

// written is a tensor to be written.
type written struct {
	name, dtype string
	shape       []int
	data        []byte
}

func (w *Writer) add(name, dtype string, data []byte, shape []int) {
	w.tensors = append(w.tensors, written{name, dtype, shape, data})
}

// Floats adds a float32 tensor.
func (w *Writer) Floats(name string, data []float32, shape ...int) {
	b := make([]byte, 0, 4*len(data))
	for _, v := range data {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	w.add(name, "F32", b, shape)
}

// Bytes adds an int8 tensor.
func (w *Writer) Bytes(name string, data []int8, shape ...int) {
	w.add(name, "I8", unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(data))), len(data)), shape)
}

// Dense adds a layer of k inputs and n outputs from weights as training keeps
// them: n rows of k. bias may be nil. Sizes are padded with zeros to what the
// kernels take; File.Dense reads it back.
func (w *Writer) Dense(name string, weight, bias []float32, k, n int) {
	pk, pn := Padded(k), Padded(n)
	m, b := make([]float32, pk*pn), make([]float32, pn)
	for j := range n {
		for i := range k {
			m[i*pn+j] = weight[j*k+i]
		}
	}
	copy(b, bias)
	q, scale := kernel.Quantize(m, pk, pn)
	w.Bytes(name+".weight", kernel.Pack(q, pk, pn), pk, pn)
	w.Floats(name+".scale", scale, pn)
	w.Floats(name+".bias", b, pn)
}

// WriteTo writes the file, with the digest of its tensors among the metadata.
// The same tensors give the same bytes.
func (w *Writer) WriteTo(out io.Writer) (int64, error) {
	entries := map[string]any{} // encoding/json sorts the keys
	var body []byte
	for _, whole := range []bool{true, false} {
		for _, t := range w.tensors {
			if (len(t.data)%alignment == 0) == whole {
				entries[t.name] = tensor{DType: t.dtype, Shape: t.shape, Offsets: [2]int{len(body), len(body) + len(t.data)}}
				body = append(body, t.data...)
			}
		}
	}
	meta := map[string]string{digestKey: digest(body)}
	maps.Copy(meta, w.Meta)
	entries["__metadata__"] = meta
	header, err := json.Marshal(entries)
	if err != nil {
		return 0, fmt.Errorf("write weights: %w", err)
	}
	for (8+len(header))%alignment != 0 {
		header = append(header, ' ')
	}
	var total int64
	for _, b := range [][]byte{binary.LittleEndian.AppendUint64(nil, uint64(len(header))), header, body} {
		n, err := out.Write(b)
		total += int64(n)
		if err != nil {
			return total, fmt.Errorf("write weights: %w", err)
		}
	}
	return total, nil
}
