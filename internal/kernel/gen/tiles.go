package main

import (
	"fmt"
	"strings"
)

// A tile says what one tile function computes: the size of its block, and whether panels are int8 or int16.
type tile struct {
	*asm
	rows, panels int
	narrow       bool
}

// field is the tile's field that holds its panels.
func (t tile) field() string {
	if t.narrow {
		return "tile_narrow"
	}
	return "tile_wide"
}

// tiles writes all tiles for int8 and for int16 panels, and returns the Go tables of them.
func (s isa) tiles(a *asm) string {
	var b strings.Builder
	for _, family := range []string{"Narrow", "Wide"} {
		fmt.Fprintf(&b, "\nvar %s%s = [][]tileFunc{\n", s.name, family)
		for p := 1; p <= s.panels; p++ {
			fmt.Fprintf(&b, "\t%d: {", p)
			for r := 1; r <= s.rows; r++ {
				name := fmt.Sprintf("%s%s%dx%d", s.name, family, r, p)
				a.fn(name, "t *tile", "")
				s.write(tile{asm: a, rows: r, panels: p, narrow: family == "Narrow"})
				fmt.Fprintf(&b, "%d: %s, ", r, name)
			}
			b.WriteString("},\n")
		}
		b.WriteString("}\n")
	}
	return b.String()
}
