package codebook

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// variable reads a variable of the researcher's own.
func (r *reader) variable(n *yaml.Node) {
	v := Variable{Line: n.Line, On: Statements}
	r.mapping(n, "a variable", []field{
		{"id", func(n *yaml.Node) { v.ID = r.id(n, "id") }},
		{"label", r.into(&v.Label, "label")},
		{"type", func(n *yaml.Node) { v.Type = r.kind(n) }},
		{"values", func(n *yaml.Node) {
			r.list(n, "a value", func(n *yaml.Node) { v.Values = append(v.Values, r.text(n, "a value")) })
		}},
		{"on", func(n *yaml.Node) { v.On = r.entries(n, "on", coded|Positions) }},
		{"note", r.into(&v.Note, "note")},
	})
	if n.Kind != yaml.MappingNode {
		return
	}
	r.checkVariable(&v, n)
	if v.Label == "" {
		v.Label = v.ID
	}
	r.book.Variables = append(r.book.Variables, v)
}

func (r *reader) checkVariable(v *Variable, n *yaml.Node) {
	if !has(n, "id") {
		r.errorf(n.Line, "the variable has no id; write id: some-name")
	}
	known := slices.IndexFunc(r.book.Variables, func(o Variable) bool { return o.ID == v.ID && v.ID != "" })
	if known >= 0 {
		r.errorf(n.Line, "doubled id %s of a variable, first in line %d; take another", v.ID, r.book.Variables[known].Line)
	}
	switch {
	case !has(n, "type"):
		r.errorf(n.Line, "variable %s has no type; write type: %s", v.ID, strings.Join(Types[:], ", "))
	case v.Type == Category && len(v.Values) == 0:
		r.errorf(n.Line, "variable %s is a category without values; write values: [one, another]", v.ID)
	case v.Type != Category && len(v.Values) > 0:
		r.errorf(n.Line, "variable %s has values but is a %s; make its type category, or take the values out", v.ID, v.Type)
	}
	for i, value := range v.Values {
		if slices.Contains(v.Values[:i], value) {
			r.errorf(n.Line, "variable %s has the value %q twice; keep one", v.ID, value)
		}
	}
}

// kind reads the type of a variable. An unknown one is told, and taken for text.
func (r *reader) kind(n *yaml.Node) Type {
	s := r.text(n, "type")
	if i := slices.Index(Types[:], s); i >= 0 {
		return Type(i)
	}
	r.errorf(n.Line, "unknown type %q; write %s", s, strings.Join(Types[:], ", "))
	return Text
}
