package codebook

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"onrecord/internal/record"
)

// codebook reads the root of the file.
func (r *reader) codebook(n *yaml.Node) {
	c := r.book
	c.Language = "en"
	issues := false
	r.mapping(n, "the codebook", []field{
		{"name", func(n *yaml.Node) { c.Name = r.id(n, "name") }},
		{"version", func(n *yaml.Node) { c.Version = r.version(n) }},
		{"language", r.into(&c.Language, "language")},
		{"about", r.into(&c.About, "about")},
		{"variables", func(n *yaml.Node) { r.list(n, "a variable", r.variable) }},
		{"issues", func(n *yaml.Node) {
			issues = true
			r.list(n, "an issue", r.issue)
		}},
	})
	if !has(n, "name") {
		r.errorf(n.Line, "the codebook has no name; write name: my-study")
	}
	if !has(n, "version") {
		r.errorf(n.Line, "the codebook has no version; write version: 1, and count up when issues change their meaning")
	}
	switch {
	case !issues || len(c.Issues) == 0 && len(r.wrong) == 0:
		r.errorf(n.Line, "the codebook has no issues; write issues: and below it - id: … for each")
	case len(c.Issues) > MaxIssues:
		r.errorf(c.Issues[MaxIssues].Line, "more than %d issues; split the codebook", MaxIssues)
	}
	if l := c.Language; l != "en" {
		r.warnf(n.Line, "the language is %q, but the program reads English alone; terms are matched by the rules of English", l)
	}
}

// has says whether a mapping has a key with a value.
func has(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return !null(n.Content[i+1])
		}
	}
	return false
}

// version reads a version: letters, digits, periods, hyphens.
func (r *reader) version(n *yaml.Node) string {
	s := r.text(n, "version")
	if n.Kind == yaml.ScalarNode && (s == "" || strings.Trim(s, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-") != "") {
		r.errorf(n.Line, "version %q is none; write a number or 2024-05, 1.2, draft", s)
	}
	return s
}

// issue reads one issue.
func (r *reader) issue(n *yaml.Node) {
	s := Issue{Line: n.Line, Entries: coded}
	terms := func(what string, use Use, side Side) field {
		return field{what, func(n *yaml.Node) {
			r.list(n, "one of "+what, func(n *yaml.Node) { r.term(&s, n, use, side) })
		}}
	}
	r.mapping(n, "an issue", []field{
		{"id", func(n *yaml.Node) { s.ID = r.id(n, "id") }},
		{"label", r.into(&s.Label, "label")},
		{"proposition", r.into(&s.Proposition, "proposition")},
		{"note", r.into(&s.Note, "note")},
		{"parents", func(n *yaml.Node) {
			r.list(n, "a parent", func(n *yaml.Node) { s.Parents = append(s.Parents, r.text(n, "a parent")) })
		}},
		terms("terms", Words, Neither),
		terms("patterns", Pattern, Neither),
		terms("for", Wording, For),
		terms("against", Wording, Against),
		terms("except", Exception, Neither),
		{"examples", func(n *yaml.Node) { r.list(n, "an example", func(n *yaml.Node) { r.example(&s, n) }) }},
		{"actors", func(n *yaml.Node) {
			r.list(n, "an actor", func(n *yaml.Node) { s.Actors = append(s.Actors, record.ActorID(r.id(n, "actor"))) })
		}},
		{"entries", func(n *yaml.Node) { s.Entries = r.entries(n, "entries", coded) }},
	})
	if n.Kind != yaml.MappingNode {
		return
	}
	if !has(n, "id") {
		r.errorf(n.Line, "the issue has no id; write id: some-name")
	}
	if s.Label == "" {
		r.errorf(n.Line, "issue %s has no label; write label: a few words", s.ID)
	}
	r.add(s)
}

// add adds an issue and tells what it lacks.
func (r *reader) add(s Issue) {
	c := r.book
	if i, ok := c.byID[s.ID]; ok && s.ID != "" {
		r.errorf(s.Line, "doubled id %s, first in line %d; take another", s.ID, c.Issues[i].Line)
	} else {
		c.byID[s.ID] = len(c.Issues)
	}
	if s.Proposition == "" {
		s.Proposition, s.Imported = s.Label, true
		r.warnf(s.Line, "issue %s has no proposition, its label serves; write what one supports or opposes: proposition: X should …", s.ID)
	}
	points := slices.ContainsFunc(s.Terms, func(t Term) bool { return t.Use != Exception })
	if !points && len(s.Examples) == 0 {
		r.warnf(s.Line, "nothing points to issue %s; give it terms, patterns, wording or examples", s.ID)
	}
	c.Issues = append(c.Issues, s)
}

// term reads a term: text, or a mapping with text and weight. Words in YAML's
// double quotation marks are exact.
func (r *reader) term(s *Issue, n *yaml.Node, use Use, side Side) {
	t := Term{Use: use, Side: side, Weight: 1, Line: n.Line}
	read := func(n *yaml.Node) {
		t.Text = r.text(n, "a term")
		t.Exact = n.Style&yaml.DoubleQuotedStyle != 0 && use != Pattern
	}
	if n.Kind == yaml.MappingNode {
		r.mapping(n, "a term", []field{{"term", read}, {"weight", func(n *yaml.Node) { t.Weight = r.weight(n) }}})
	} else {
		read(n)
	}
	if n.Kind != yaml.MappingNode && n.Kind != yaml.ScalarNode {
		return
	}
	if r.terms++; r.terms > maxTerms {
		if r.terms == maxTerms+1 {
			r.errorf(n.Line, "more than %d terms; split the codebook", maxTerms)
		}
		return
	}
	if i := slices.IndexFunc(s.Terms, func(o Term) bool { return o.Text == t.Text && o.Exact == t.Exact && t.Text != "" }); i >= 0 {
		r.warnf(n.Line, "%q stands twice in the issue, first in line %d; the first counts", t.Text, s.Terms[i].Line)
		return
	}
	at := place{int32(len(r.book.Issues)), int32(len(s.Terms))}
	s.Terms = append(s.Terms, t)
	if use == Pattern {
		r.pattern(t, at)
		return
	}
	fields, err := parseTerm(t.Text, t.Exact)
	if err != nil {
		r.errorf(n.Line, "%v", err)
		return
	}
	r.sequences = append(r.sequences, sequence{fields, at, t})
}

// weight reads a number above 0 and up to 1.
func (r *reader) weight(n *yaml.Node) float32 {
	s := r.text(n, "weight")
	w, err := strconv.ParseFloat(s, 32)
	if err != nil || !(w > 0 && w <= 1) {
		r.errorf(n.Line, "weight %q; write a number above 0 and up to 1, as in 0.5", s)
		return 1
	}
	return float32(w)
}

// example reads an example.
func (r *reader) example(s *Issue, n *yaml.Node) {
	e := Example{Line: n.Line}
	r.mapping(n, "an example", []field{
		{"text", r.into(&e.Text, "text")},
		{"stance", func(n *yaml.Node) { e.Stance = r.stance(n) }},
		{"issue", r.into(&e.Issue, "issue")},
		{"why", r.into(&e.Why, "why")},
	})
	if n.Kind != yaml.MappingNode {
		return
	}
	if e.Text == "" {
		r.errorf(n.Line, "the example has no text; write text: the words that are coded")
	}
	if !has(n, "stance") {
		r.errorf(n.Line, "the example has no stance; write stance: support, oppose, mixed or unclear")
	}
	s.Examples = append(s.Examples, e)
}

func (r *reader) stance(n *yaml.Node) record.Stance {
	s := r.text(n, "stance")
	if i := slices.Index(record.Stances[:], s); i >= 0 {
		return record.Stance(i)
	}
	r.errorf(n.Line, "unknown stance %q; write support, oppose, mixed or unclear", s)
	return record.StanceUnclear
}

// entries reads kinds of entry, of those allowed.
func (r *reader) entries(n *yaml.Node, what string, allowed Entries) Entries {
	var set Entries
	r.list(n, "one of "+what, func(n *yaml.Node) {
		s := r.text(n, what)
		i := slices.Index(entryNames[:], s)
		if i < 0 || allowed&(1<<i) == 0 {
			r.errorf(n.Line, "unknown kind of entry %q; write %s", s, strings.Join(allowed.Names(), ", "))
			return
		}
		set |= 1 << i
	})
	if set == 0 {
		return allowed
	}
	return set
}
