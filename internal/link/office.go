package link

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// office is a post as words name it: "Ukraine's foreign minister", "chief of
// NATO", "President".
type office struct {
	first, end int    // tokens of the phrase, without its owner: "foreign minister"
	words      string // the phrase as the article has it
	p          *passage
	rules      []officeRule
	owners     []record.ActorID // whose it is; empty where the words do not tell
	ownerFirst int              // where the owner's words begin, or first
	ownerEnd   int              // where they end, or end
	owned      bool             // words tell whose it is, known or not
	plural     bool
	former     bool // "former", "ex-", "then"
}

// officeRule is one meaning of a phrase.
type officeRule struct {
	roles  []register.Role
	owners []record.ActorID // it means this with these alone
	gender register.Gender
}

// officeRules is made of the classes of office.txt.
var officeRules = readOfficeRules(officeTable)

func readOfficeRules(t phrases) map[string]officeRule {
	m := map[string]officeRule{}
	for _, list := range t {
		for _, p := range list {
			if _, ok := m[p.class]; ok {
				continue
			}
			var r officeRule
			for _, w := range strings.Fields(p.class) {
				switch owner, isOwner := strings.CutPrefix(w, "@"); {
				case isOwner:
					r.owners = append(r.owners, record.ActorID(owner))
				case w == "male":
					r.gender = register.Male
				case w == "female":
					r.gender = register.Female
				case w != "title":
					r.roles = append(r.roles, register.Role(w))
				}
			}
			m[p.class] = r
		}
	}
	return m
}

// officeEnding returns the office phrase that ends before token end of the
// sentence from first on; ok is false if there is none.
func (p *passage) officeEnding(first, end int) (office, bool) {
	classes, start := officeTable.ending(p.low, first, end)
	plural := false
	if len(classes) == 0 {
		if classes, start = p.pluralOffice(first, end); len(classes) == 0 {
			return office{}, false
		}
		plural = true
	}
	o := office{p: p, first: start, end: end, words: strings.Join(strings.Fields(p.text(start, end)), " "), plural: plural, ownerFirst: start, ownerEnd: end}
	for _, c := range classes {
		o.rules = append(o.rules, officeRules[c])
	}
	return o, true
}

// pluralOffice reads "foreign ministers" as the phrase in the singular.
func (p *passage) pluralOffice(first, end int) (classes []string, start int) {
	last := p.low[end-1]
	if p.Tags[end-1] != annotate.NOUN || !strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ss") {
		return nil, end
	}
	p.low[end-1] = last[:len(last)-1]
	classes, start = officeTable.ending(p.low, first, end)
	p.low[end-1] = last
	return classes, start
}

// isTitle says whether the office stands for a post of the register at all.
func (o *office) isTitle() bool {
	for _, r := range o.rules {
		if len(r.roles) > 0 {
			return false
		}
	}
	return true
}

// gender is what the title tells of its bearer.
func (o *office) gender() register.Gender {
	for _, r := range o.rules {
		if r.gender != register.Unknown {
			return r.gender
		}
	}
	return register.Unknown
}

// owned returns the office with whose it is, of which the words stand before
// or behind it.
func (k *linker) owned(p *passage, o office) office {
	s, e := p.bounds(o.first)
	o.former = p.formerBefore(s, o.first)
	if owners, first := k.ownerLeft(p, s, o.first); first < o.first {
		o.owners, o.ownerFirst, o.owned = owners, first, true
	} else if owners, end := k.ownerRight(p, o.end, e); end > o.end {
		o.owners, o.ownerEnd, o.owned = owners, end, true
	}
	o.former = o.former || p.formerBefore(s, o.ownerFirst)
	return p.blocked(o, s)
}

// blocked makes a mere title of an office before which a word stands that makes
// it another one: "opposition leader", "party chief".
func (p *passage) blocked(o office, first int) office {
	i := o.first
	for i > first && p.nameOf(i-1) == nil && (p.Tags[i-1] == annotate.NOUN || clauseTable.has("block", p.low[i-1])) && !p.isTime(i-1) {
		if h := p.Head(i - 1); h < i-1 {
			break
		}
		i--
	}
	if i < o.first {
		o.first, o.words = i, strings.Join(strings.Fields(p.text(i, o.end)), " ")
		o.ownerFirst = min(o.ownerFirst, i)
		o.rules = []officeRule{{}}
	}
	return o
}

// formerBefore says whether "former", "ex" or "then" stands right before token i
// or is written together with it.
func (p *passage) formerBefore(first, i int) bool {
	for j := i; j >= max(first, i-2); j-- {
		switch w := p.low[j]; {
		case j < i && (w == "former" || w == "ex" || w == "then" || w == "late"), len(w) < len(p.words[j]) && strings.Contains(p.words[j], "-"):
			return true
		}
	}
	return false
}

// ownerLeft looks for whose the noun phrase at token at is among the words
// before it in the same phrase: "Germany's foreign", "the alliance's", "Russian
// and Ukrainian". It returns where those words begin, at if there are none.
func (k *linker) ownerLeft(p *passage, first, at int) (owners []record.ActorID, from int) {
	from = at
	for i := at - 1; i >= first; i-- {
		if n := p.nameOf(i); n != nil {
			if n.class == annotate.Person && !p.possessive(n.end-1) && n.end != at && p.Head(p.top(n.first, n.end)) < n.end {
				return owners, from
			}
			owners = append(slices.Clone(k.named(n)), owners...)
			from = n.first
			j := p.joined(n.first, first, len(owners) > 1)
			if j < 0 {
				return owners, from
			}
			i = j + 1
			continue
		}
		switch {
		case from < at:
			return owners, from
		case p.possessive(i) && p.Tags[i] == annotate.NOUN:
			return p.actors(i), p.left(i, i+1)
		case p.Tags[i] == annotate.PRON && p.Relations[i] != "nsubj":
			if ids := p.actors(i); len(ids) > 0 {
				return ids, i
			}
			return nil, from
		case !p.modifier(i):
			return nil, from
		}
	}
	return owners, from
}

// joined returns the last token of what is joined to the owner that starts at
// at by "and", "or", a hyphen or, in a list, a comma; -1 if nothing is.
func (p *passage) joined(at, first int, list bool) int {
	j := at - 1
	if j > first && p.low[j] == "," && !list {
		return -1
	}
	for j > first && (p.low[j] == "and" || p.low[j] == "," || p.low[j] == "or" || p.low[j] == "-") {
		j--
	}
	if j == at-1 || j < first || p.nameOf(j) == nil || p.names[p.nameAt[j]].cluster >= 0 {
		return -1
	}
	return j
}

// ownerRight looks for whose the noun phrase is that ends before token at: "of
// NATO", "for the Kremlin", "of France and Germany". It returns the end of those
// words, at if there are none.
func (k *linker) ownerRight(p *passage, at, end int) (owners []record.ActorID, to int) {
	if at >= end || !slices.Contains([]string{"of", "for", "at"}, p.low[at]) {
		return nil, at
	}
	to = at
	for i := at + 1; i < end; {
		if p.Tags[i] == annotate.DET || p.low[i] == "the" {
			i++
			continue
		}
		n := p.nameOf(i)
		if n == nil {
			if to == at && (p.Tags[i] == annotate.NOUN || p.Tags[i] == annotate.ADJ) {
				return k.ownerNoun(p, i, at, end)
			}
			break
		}
		if n.use == register.Adjective && n.end < end && p.modifier(n.end) {
			return k.ownerNoun(p, n.end, at, end)
		}
		if p.possessive(n.end-1) && n.end+1 < end { // "of Zelenskiy's office"
			ids, to := k.ownerNoun(p, n.end+1, at, end)
			return append(owners, ids...), to
		}
		owners = append(owners, k.named(n)...)
		to = n.end
		i = n.end
		if i < end && (p.low[i] == "," || p.low[i] == "and") {
			i++
			if i < end && p.low[i] == "and" {
				i++
			}
			continue
		}
		break
	}
	return owners, to
}

// ownerNoun reads "of the alliance", "for Ukraine's air force": the head of the
// noun phrase at i.
func (k *linker) ownerNoun(p *passage, i, at, end int) (owners []record.ActorID, to int) {
	for i < end-1 && p.modifier(i+1) && p.modifier(i) {
		i++
	}
	if p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN {
		return nil, at
	}
	if k.depth++; k.depth <= maxParts { // "of the army of the government of"
		s, _ := p.bounds(i)
		r, ok := k.organ(p, s, i)
		if ok {
			k.depth--
			return r.Actors, i + 1
		}
	}
	k.depth--
	if ids := k.called(p, i); len(ids) > 0 {
		return ids, i + 1
	}
	return nil, i + 1
}

// isMinister says whether a role is a minister's.
func isMinister(r register.Role) bool {
	return r == register.Minister || strings.HasSuffix(string(r), "-minister")
}
