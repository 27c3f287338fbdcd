package weights

import (
	"encoding/binary"
	"fmt"
	"math"
	"unsafe"

	"onrecord/internal/kernel"
)

// Floats returns the float32 tensor called name, row by row. -1 in shape takes
// any size. Numbers that are not finite are refused.
func (f *File) Floats(name string, shape ...int) ([]float32, error) {
	b, err := f.bytes(name, "F32", shape)
	if err != nil {
		return nil, err
	}
	out := kernel.Aligned[float32](len(b) / 4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if v := float64(out[i]); math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%w: tensor %s: number %d is %v", ErrInvalid, name, i, v)
		}
	}
	return out, nil
}

// Bytes returns the int8 tensor called name where it lies.
func (f *File) Bytes(name string, shape ...int) ([]int8, error) {
	b, err := f.bytes(name, "I8", shape)
	if err != nil || len(b) == 0 {
		return nil, err
	}
	return unsafe.Slice((*int8)(unsafe.Pointer(&b[0])), len(b)), nil
}

// Dense returns the layer called name of k inputs and n outputs: name.weight
// (int8 panels), name.scale and name.bias. Both sizes are rounded up to
// multiples of 16; what is beyond them is zero.
func (f *File) Dense(name string, k, n int) (kernel.Dense, error) {
	k, n = Padded(k), Padded(n)
	panels, err := f.Bytes(name+".weight", k, n)
	if err != nil {
		return kernel.Dense{}, err
	}
	scale, err := f.Floats(name+".scale", n)
	if err != nil {
		return kernel.Dense{}, err
	}
	bias, err := f.Floats(name+".bias", n)
	if err != nil {
		return kernel.Dense{}, err
	}
	d, err := kernel.NewDense(k, n, panels, scale, bias)
	if err != nil {
		return kernel.Dense{}, fmt.Errorf("%w: layer %s: %v", ErrInvalid, name, err)
	}
	return d, nil
}

// Norm returns the layer norm called name of n columns: name.weight and
// name.bias.
func (f *File) Norm(name string, n int) (kernel.Norm, error) {
	gain, err := f.Floats(name+".weight", n)
	if err != nil {
		return kernel.Norm{}, err
	}
	bias, err := f.Floats(name+".bias", n)
	if err != nil {
		return kernel.Norm{}, err
	}
	norm, err := kernel.NewNorm(gain, bias)
	if err != nil {
		return kernel.Norm{}, fmt.Errorf("%w: norm %s: %v", ErrInvalid, name, err)
	}
	return norm, nil
}

// Padded rounds n up to what the kernels take.
func Padded(n int) int { return (n + 15) &^ 15 }
