package kernel

import "unsafe"

// SetAlloc makes ws take its buffers from alloc.
func (ws *Workspace) SetAlloc(alloc func(bytes int) unsafe.Pointer) { ws.alloc = alloc }

// Names lists all kernels there are, on any CPU.
func Names() []string {
	list := []string{"plain"}
	for n := range needs {
		list = append(list, n)
	}
	return list
}

// TallestTile is the number of rows from which products are cut into blocks.
func (k *Kernel) TallestTile() int { return len(k.wide[1]) - 1 }
