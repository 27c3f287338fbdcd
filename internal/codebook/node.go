package codebook

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// field is a key that a mapping may have, and what reads its value.
type field struct {
	name string
	read func(*yaml.Node)
}

// mapping reads the values of a mapping by the fields that it may have. what
// names it in errors: "an issue".
func (r *reader) mapping(n *yaml.Node, what string, fields []field) {
	if n.Kind != yaml.MappingNode {
		r.errorf(n.Line, "%s is %s; write keys with values, as in docs/codebook.md", what, kindOf(n))
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if line, ok := seen[key.Value]; ok {
			r.errorf(key.Line, "%q stands twice, first in line %d; keep one", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		f := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Value })
		switch {
		case f < 0:
			r.errorf(key.Line, "unknown key %q in %s; the keys are %s%s", key.Value, what, names(fields), meant(key.Value, fields))
		case value.Kind == yaml.AliasNode:
			r.errorf(value.Line, "%q refers to another place with *; write the value out, or put quotation marks around it", key.Value)
		case !null(value): // an empty value is as good as none
			fields[f].read(value)
		}
	}
}

func names(fields []field) string {
	var s []string
	for _, f := range fields {
		s = append(s, f.name)
	}
	return strings.Join(s, ", ")
}

// meant guesses which key was meant.
func meant(key string, fields []field) string {
	for _, f := range fields {
		if strings.EqualFold(strings.TrimSuffix(key, "s"), strings.TrimSuffix(f.name, "s")) {
			return "; is it " + f.name + "?"
		}
	}
	return ""
}

// list calls read for each value of a list. A value alone is a list of one.
func (r *reader) list(n *yaml.Node, what string, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		read(n)
		return
	}
	for _, item := range n.Content {
		switch {
		case item.Kind == yaml.AliasNode:
			r.errorf(item.Line, "%s refers to another place with *; put single quotation marks around words that begin with *", what)
		case null(item):
			r.errorf(item.Line, "%s is empty; write it or take the line out", what)
		default:
			read(item)
		}
	}
}

// text returns a value that is text, without the space around it.
func (r *reader) text(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode {
		r.errorf(n.Line, "%s is %s; write text (in quotation marks if it holds a colon)", what, kindOf(n))
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// into reads text into a place.
func (r *reader) into(to *string, what string) func(*yaml.Node) {
	return func(n *yaml.Node) { *to = r.text(n, what) }
}

// id returns a value that is an id.
func (r *reader) id(n *yaml.Node, what string) string {
	s := r.text(n, what)
	if n.Kind == yaml.ScalarNode && !slug(s) {
		r.errorf(n.Line, "%s %q is no id; use a-z, 0-9 and single hyphens, as in security-guarantees", what, s)
		return ""
	}
	return s
}

func null(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "a reference with *"
	}
	return "text"
}

// slug says whether s is made of a-z, 0-9 and single hyphens inside.
func slug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}
