//go:build !amd64 && !arm64

package kernel

// native lists the assembly kernels of this CPU: none.
func native() []*Kernel { return nil }
