package kernel

import "unsafe"

// A Workspace is scratch memory that operations grow at need and use again, so that a run in a steady state allocates
// nothing. Its zero value is ready. It serves one goroutine at a time.
type Workspace struct {
	product   product
	attention attention

	panels            []int16 // panels of weights, widened
	query, key, value []int16 // what attention holds parts of
	keyT, valueT      []int16
	probability       []int16
	scores            []int32
	mask              []uint32
	ones, zeros       []float32 // scale and bias of columns that have none
	right             []int16   // the right-hand side of Product as panels
	last, lastScales  []float32 // its last columns

	alloc func(bytes int) unsafe.Pointer // nil but in tests, where buffers end at an unreadable page
}

// element is what buffers hold.
type element interface {
	int8 | int16 | int32 | uint32 | float32
}

// alignment is that of a cache line and of the widest registers: loads that straddle lines take twice as long.
const alignment = 64

// Aligned returns n zeroed elements that begin on a 64-byte boundary. Operations take any slice, but are faster on
// such ones.
func Aligned[T element](n int) []T {
	var zero T
	size := int(unsafe.Sizeof(zero))
	b := make([]T, n+alignment/size)
	off := int(-uintptr(unsafe.Pointer(unsafe.SliceData(b))) & (alignment - 1) / uintptr(size))
	return b[off : off+n : off+n]
}

// grow returns n elements of *buf, which it replaces if that is too short. What they hold is left over from earlier.
func grow[T element](ws *Workspace, buf *[]T, n int) []T {
	if len(*buf) < n {
		if ws.alloc != nil {
			var zero T
			*buf = unsafe.Slice((*T)(ws.alloc(n*int(unsafe.Sizeof(zero)))), n)
		} else {
			*buf = Aligned[T](n)
		}
	}
	return (*buf)[:n]
}

// unit returns n ones and n zeros.
func (ws *Workspace) unit(n int) (ones, zeros []float32) {
	if len(ws.ones) < n {
		ones := grow(ws, &ws.ones, n)
		for i := range ones {
			ones[i] = 1
		}
		grow(ws, &ws.zeros, n)
	}
	return ws.ones[:n], ws.zeros[:n]
}
