package register

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/internal/record"
)

// parser reads blocks of lines:
//
//	KIND ID = NAME
//	  KEY: VALUE, VALUE
//
// A block ends with an empty line or with the next head. A head without a name
// adds lines to an actor that another block names, in any order.
type parser struct {
	register *Register
	file     string
	line     int

	kind   kind // of the block; 0 outside one, or in one whose head is wrong
	actor  int32
	noun   int    // of a role or organ: its index
	seen   uint32 // keys of the block so far
	inside bool   // a wrong head's lines are skipped

	roles map[string][]Role // by how the files write them
	refs  []reference
	errs  []error
}

// reference is an id that must be known when all is read.
type reference struct {
	id      record.ActorID
	at      Position
	what    string
	country bool
}

// kind is what a block describes.
type kind uint8

const (
	country kind = 1 << iota
	organization
	group
	person
	organ  // a pattern: an organ that every country has
	role   // the nouns for a role
	nobody // names that hold those of actors, and are nobody's
	words  // nouns behind the name of an armed group
)

const actors = country | organization | group | person

var kinds = []struct {
	name  string
	kind  kind
	actor record.ActorKind
}{
	{"country", country, record.Country},
	{"organization", organization, record.Organization},
	{"group", group, record.Group},
	{"person", person, record.Person},
	{"organ", organ, 0},
	{"role", role, 0},
	{"nobody", nobody, 0},
	{"words", words, 0},
}

// keys lists the keys, the kinds that may have them, and what reads their value;
// those that stand most often come first.
var keys = [...]struct {
	name  string
	kinds kind
	many  kind // those in which it may stand several times
	read  func(*parser, string)
}{
	{"office", person, person, (*parser).office},
	{"also", actors | nobody, actors | nobody, (*parser).also},
	{"gender", person, 0, (*parser).gender},
	{"short", actors, 0, func(p *parser, v string) { p.names(v, Short) }},
	{"adjective", actors &^ person, 0, func(p *parser, v string) { p.names(v, Adjective) }},
	{"people", actors &^ person, 0, func(p *parser, v string) { p.names(v, Demonym) }},
	{"capital", country, 0, func(p *parser, v string) { p.names(v, Capital) }},
	{"seat", actors &^ person, 0, func(p *parser, v string) { p.names(v, Seat) }},
	{"surname", person, 0, (*parser).surname},
	{"called", organization | group | organ | role | words, organ | role | words, (*parser).called},
	{"codes", actors, 0, (*parser).codes},
	{"part", actors &^ person, 0, (*parser).part},
	{"fights", group, 0, (*parser).fights},
	{"members", organization | group, organization | group, (*parser).members},
	{"outlet", organization, 0, (*parser).outlet},
	{"article", country, 0, (*parser).article},
	{"organs", country, 0, (*parser).organs},
}

func (p *parser) errorf(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.file, p.line, fmt.Sprintf(format, args...)))
}

func (p *parser) here() Position { return Position{p.file, p.line} }

// read reads one file.
func (p *parser) read(f *Source) {
	p.file, p.line, p.kind, p.inside = f.Name, 0, 0, false
	text := strings.TrimPrefix(string(f.Data), "\ufeff")
	valid := utf8.ValidString(text)
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		p.line++
		if !valid && !utf8.ValidString(line) {
			p.errorf("no UTF-8; save the file as UTF-8")
			continue
		}
		p.one(line)
	}
}

// one reads a line.
func (p *parser) one(line string) {
	if i := strings.IndexByte(line, '#'); i == 0 || i > 0 && (line[i-1] == ' ' || line[i-1] == '\t') {
		if line = strings.TrimRight(line[:i], " \t\r"); line == "" {
			return
		}
	}
	rest := strings.TrimSpace(line)
	switch {
	case rest == "":
		p.kind, p.inside = 0, false
	case line[0] != ' ' && line[0] != '\t':
		p.head(rest)
	case p.kind != 0:
		p.value(rest)
	case !p.inside:
		p.errorf("%q stands in no block; begin one with KIND ID = NAME", rest)
	}
}

// head reads the first line of a block.
func (p *parser) head(line string) {
	p.kind, p.inside, p.seen = 0, true, 0
	head, name, named := strings.Cut(line, "=")
	word, id, _ := strings.Cut(strings.TrimSpace(head), " ")
	id, name = strings.TrimSpace(id), strings.TrimSpace(name)
	k := kindOf(word)
	switch {
	case k < 0:
		p.errorf("unknown kind %q; a block begins with country, organization, group, person, organ, role, words or nobody", word)
		return
	case !slug(id):
		p.errorf("%q is no id; use a-z, 0-9 and single hyphens, as in %s some-name = Some Name", id, word)
		return
	case named && name == "":
		p.errorf("%s has no name; write %s %s = NAME, or no = to add lines to a known one", id, word, id)
		return
	}
	switch kinds[k].kind {
	case organ:
		p.startOrgan(id, name)
	case role:
		p.startRole(id)
	case nobody:
		p.kind = nobody
	case words:
		if id != "fighters" {
			p.errorf("unknown words %q; the only such list is fighters", id)
			return
		}
		p.kind = words
	default:
		p.startActor(record.ActorID(id), k, name)
	}
}

// startActor begins the block of an actor.
func (p *parser) startActor(id record.ActorID, k int, name string) {
	r := p.register
	i, known := r.byID[id]
	if !known {
		i = int32(len(r.actors))
		r.byID[id] = i
		r.actors = append(r.actors, Actor{ID: id, Kind: kinds[k].actor, Position: p.here()})
	}
	a := &r.actors[i]
	switch {
	case a.Kind != kinds[k].actor:
		p.errorf("%s is a %s at %s; one id has one kind", id, a.Kind, a.Position)
		return
	case name != "" && a.Name != "":
		p.errorf("doubled id %s, already at %s; leave out \"= %s\" to add lines to it, or take another id", id, a.Position, name)
		return
	}
	if name != "" {
		a.Name, a.Position = name, p.here()
		a.Names = append(a.Names, Name{name, Canonical})
	}
	p.kind, p.actor = kinds[k].kind, i
}

// value reads a line "key: value".
func (p *parser) value(line string) {
	name, v, ok := strings.Cut(line, ":")
	if !ok {
		p.errorf("%q has no colon; write KEY: VALUE", line)
		return
	}
	name, v = strings.TrimSpace(name), strings.TrimSpace(v)
	for i := range keys {
		k := &keys[i]
		if k.name != name {
			continue
		}
		switch {
		case k.kinds&p.kind == 0:
			p.errorf("this kind of block has no %s; it may have %s", name, keysOf(p.kind))
		case p.seen&(1<<i) != 0 && k.many&p.kind == 0:
			p.errorf("doubled key %s; put all values on one line, with commas", name)
		case v == "":
			p.errorf("%s has no value; leave the line out", name)
		default:
			p.seen |= 1 << i
			k.read(p, v)
		}
		return
	}
	p.errorf("unknown key %q; this block may have %s", name, keysOf(p.kind))
}

func (p *parser) refer(id record.ActorID, what string, country bool) {
	p.refs = append(p.refs, reference{id, p.here(), what, country})
}

func kindOf(word string) int {
	for i := range kinds {
		if kinds[i].name == word {
			return i
		}
	}
	return -1
}

// keysOf lists the keys that a kind of block may have.
func keysOf(k kind) string {
	var s []string
	for i := range keys {
		if keys[i].kinds&k != 0 {
			s = append(s, keys[i].name)
		}
	}
	return strings.Join(s, ", ")
}

// slug says whether s is made of lower-case letters and digits with single
// hyphens between them.
func slug(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '-' && i > 0 && i < len(s)-1 && s[i-1] != '-':
		default:
			return false
		}
	}
	return s != ""
}
