// Package weights reads and writes the numbers of a trained model as
// safetensors: a length, a header of JSON that names each tensor with its type,
// shape and place, and the bytes. Tensors are used where they lie; only what
// does not lie on its boundary is copied. What the numbers mean is up to the
// reader.
package weights

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
)

// ErrInvalid is wrapped by every error about bytes that are no safetensors or
// do not hold what is asked for.
var ErrInvalid = errors.New("invalid weights")

// maxHeader bounds the header, as the reference implementation does.
const maxHeader = 100 << 20

// File is a set of named tensors.
type File struct {
	data    []byte // the tensors' bytes
	tensors map[string]tensor
	meta    map[string]string
}

// tensor is one entry of the header.
type tensor struct {
	DType   string `json:"dtype"`
	Shape   []int  `json:"shape"`
	Offsets [2]int `json:"data_offsets"`
}

// sizes holds the bytes of an element of each type that is read.
var sizes = map[string]int{"F32": 4, "I8": 1}

// Open reads the header of data and checks every tensor's type, shape and
// place. It keeps data, which must not change.
func Open(data []byte) (*File, error) {
	if len(data) < 8 {
		return nil, fmt.Errorf("%w: %d bytes are too few for safetensors", ErrInvalid, len(data))
	}
	n := binary.LittleEndian.Uint64(data)
	if n > maxHeader || n > uint64(len(data)-8) {
		return nil, fmt.Errorf("%w: a header of %d bytes in %d", ErrInvalid, n, len(data))
	}
	header, body := data[8:8+n], data[8+n:]
	var entries map[string]json.RawMessage
	if err := json.Unmarshal(header, &entries); err != nil {
		return nil, fmt.Errorf("%w: header: %v", ErrInvalid, err)
	}
	f := &File{data: body, tensors: map[string]tensor{}, meta: map[string]string{}}
	for name, raw := range entries {
		if name == "__metadata__" {
			if err := json.Unmarshal(raw, &f.meta); err != nil {
				return nil, fmt.Errorf("%w: metadata: %v", ErrInvalid, err)
			}
			continue
		}
		var t tensor
		if err := json.Unmarshal(raw, &t); err != nil {
			return nil, fmt.Errorf("%w: tensor %s: %v", ErrInvalid, name, err)
		}
		if err := t.check(len(body)); err != nil {
			return nil, fmt.Errorf("%w: tensor %s: %v", ErrInvalid, name, err)
		}
		f.tensors[name] = t
	}
	return f, nil
}

// check says what is wrong with t in a body of n bytes.
func (t *tensor) check(n int) error {
	size := sizes[t.DType]
	if size == 0 {
		return fmt.Errorf("type %q is not read", t.DType)
	}
	from, to := t.Offsets[0], t.Offsets[1]
	if from < 0 || to < from || to > n {
		return fmt.Errorf("bytes %d to %d of %d", from, to, n)
	}
	want := size
	for _, d := range t.Shape {
		if d < 0 || d > 0 && want > n/d+size {
			return fmt.Errorf("shape %v is too large", t.Shape)
		}
		want *= d
	}
	if want != to-from {
		return fmt.Errorf("shape %v of %s needs %d bytes and has %d", t.Shape, t.DType, want, to-from)
	}
	return nil
}

// digestKey is the metadata that holds the digest of the tensors.
const digestKey = "digest"

// Digest is the SHA-256 of the tensors' bytes in hexadecimal, as the writer
// noted it; Verify checks it.
func (f *File) Digest() string { return f.meta[digestKey] }

// Verify computes the digest again, which takes some milliseconds for each ten
// megabytes, and says whether it is the one noted.
func (f *File) Verify() error {
	if got := digest(f.data); got != f.Digest() {
		return fmt.Errorf("%w: the bytes' digest is %s, the file notes %s", ErrInvalid, got, f.Digest())
	}
	return nil
}

func digest(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// Meta returns the metadata called key, "" if there is none.
func (f *File) Meta(key string) string { return f.meta[key] }

// Strings returns the metadata called key as a list, kept as JSON.
func (f *File) Strings(key string) ([]string, error) {
	var out []string
	if err := json.Unmarshal([]byte(f.meta[key]), &out); err != nil {
		return nil, fmt.Errorf("%w: metadata %s: %v", ErrInvalid, key, err)
	}
	return out, nil
}

// Names lists the tensors, sorted.
func (f *File) Names() []string {
	names := make([]string, 0, len(f.tensors))
	for n := range f.tensors {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Has says whether there is a tensor called name.
func (f *File) Has(name string) bool {
	_, ok := f.tensors[name]
	return ok
}

// Shape returns the shape of the tensor called name, nil if there is none.
func (f *File) Shape(name string) []int { return f.tensors[name].Shape }

// bytes returns the bytes of the tensor called name after checking its type and
// shape; -1 in shape takes any size.
func (f *File) bytes(name, dtype string, shape []int) ([]byte, error) {
	t, ok := f.tensors[name]
	if !ok {
		return nil, fmt.Errorf("%w: tensor %s is missing (there are %s)", ErrInvalid, name, strings.Join(f.Names(), " "))
	}
	fits := slices.EqualFunc(t.Shape, shape, func(have, want int) bool { return want < 0 || have == want })
	if t.DType != dtype || !fits {
		return nil, fmt.Errorf("%w: tensor %s is %s %v instead of %s %v", ErrInvalid, name, t.DType, t.Shape, dtype, shape)
	}
	return f.data[t.Offsets[0]:t.Offsets[1]], nil
}
