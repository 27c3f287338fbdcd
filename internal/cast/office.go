package cast

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/phrase"
	"onrecord/internal/record"
	"onrecord/internal/register"
)

// Office is a post as words name it: "Ukraine's foreign minister", "chief of
// NATO", "President".
type Office struct {
	First, End int    // tokens of the phrase, without its owner: "foreign minister"
	words      string // the phrase as the article has it
	p          *Passage
	rules      []officeRule
	Owners     []record.ActorID // whose it is; empty where the words do not tell
	ownerFirst int              // where the owner's words begin, or first
	ownerEnd   int              // where they end, or end
	owned      bool             // words tell whose it is, known or not
	plural     bool
	Former     bool // "former", "ex-", "then"
}

// officeRule is one meaning of a phrase.
type officeRule struct {
	roles  []register.Role
	owners []record.ActorID // it means this with these alone
	gender register.Gender
}

// officeRules is made of the classes of office.txt.
var officeRules = readOfficeRules(officeTable)

func readOfficeRules(t phrase.Table) map[string]officeRule {
	m := map[string]officeRule{}
	for _, list := range t {
		for _, p := range list {
			if _, ok := m[p.Class]; ok {
				continue
			}
			var r officeRule
			for _, w := range strings.Fields(p.Class) {
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
			m[p.Class] = r
		}
	}
	return m
}

// Office returns the office phrase that ends before token end of the
// sentence from first on; ok is false if there is none.
func (p *Passage) Office(first, end int) (Office, bool) {
	classes, start := officeTable.Ending(p.Low, first, end)
	plural := false
	if len(classes) == 0 {
		if classes, start = p.pluralOffice(first, end); len(classes) == 0 {
			return Office{}, false
		}
		plural = true
	}
	o := Office{p: p, First: start, End: end, words: strings.Join(strings.Fields(p.Text(start, end)), " "), plural: plural, ownerFirst: start, ownerEnd: end}
	for _, c := range classes {
		o.rules = append(o.rules, officeRules[c])
	}
	return o, true
}

// pluralOffice reads "foreign ministers" as the phrase in the singular.
func (p *Passage) pluralOffice(first, end int) (classes []string, start int) {
	last := p.Low[end-1]
	if p.Tags[end-1] != annotate.NOUN || !strings.HasSuffix(last, "s") || strings.HasSuffix(last, "ss") {
		return nil, end
	}
	p.Low[end-1] = last[:len(last)-1]
	classes, start = officeTable.Ending(p.Low, first, end)
	p.Low[end-1] = last
	return classes, start
}

// isTitle says whether the office stands for a post of the register at all.
func (o *Office) isTitle() bool {
	for _, r := range o.rules {
		if len(r.roles) > 0 {
			return false
		}
	}
	return true
}

// gender is what the title tells of its bearer.
func (o *Office) gender() register.Gender {
	for _, r := range o.rules {
		if r.gender != register.Unknown {
			return r.gender
		}
	}
	return register.Unknown
}

// owned returns the office with whose it is, of which the words stand before
// or behind it.
func (k *Cast) owned(p *Passage, o Office) Office {
	s, e := p.Bounds(o.First)
	o.Former = p.formerBefore(s, o.First)
	if owners, first := k.OwnerLeft(p, s, o.First); first < o.First {
		o.Owners, o.ownerFirst, o.owned = owners, first, true
	} else if owners, end := k.ownerRight(p, o.End, e); end > o.End {
		o.Owners, o.ownerEnd, o.owned = owners, end, true
	}
	o.Former = o.Former || p.formerBefore(s, o.ownerFirst)
	return p.blocked(o, s)
}

// blocked makes a mere title of an office before which a word stands that makes
// it another one: "opposition leader", "party chief".
func (p *Passage) blocked(o Office, first int) Office {
	i := o.First
	for i > first && p.NameOf(i-1) == nil && (p.Tags[i-1] == annotate.NOUN || nounTable.Has("block", p.Low[i-1])) && !p.IsTime(i-1) {
		if h := p.Head(i - 1); h < i-1 {
			break
		}
		i--
	}
	if i < o.First && o.Has(register.Spokesperson) { // who still speaks for the owner
		o.First, o.words = i, strings.Join(strings.Fields(p.Text(i, o.End)), " ")
		o.ownerFirst = min(o.ownerFirst, i)
		return o
	}
	if i < o.First {
		o.First, o.words = i, strings.Join(strings.Fields(p.Text(i, o.End)), " ")
		o.ownerFirst = min(o.ownerFirst, i)
		o.rules = []officeRule{{}}
	}
	return o
}

// formerBefore says whether "former", "ex" or "then" stands right before token i
// or is written together with it.
func (p *Passage) formerBefore(first, i int) bool {
	for j := i; j >= max(first, i-2); j-- {
		switch w := p.Low[j]; {
		case j < i && (w == "former" || w == "ex" || w == "then" || w == "late"), len(w) < len(p.Forms[j]) && strings.Contains(p.Forms[j], "-"):
			return true
		}
	}
	return false
}

// OwnerLeft looks for whose the noun phrase at token at is among the words
// before it in the same phrase: "Germany's foreign", "the alliance's", "Russian
// and Ukrainian". It returns where those words begin, at if there are none.
func (k *Cast) OwnerLeft(p *Passage, first, at int) (owners []record.ActorID, from int) {
	from = at
	for i := at - 1; i >= first; i-- {
		if n := p.NameOf(i); n != nil {
			if n.Class == annotate.Person && !p.Possessive(n.End-1) && n.End != at && p.Head(p.Top(n.First, n.End)) < n.End {
				return owners, from
			}
			owners = append(slices.Clone(k.Named(n)), owners...)
			from = n.First
			j := p.joined(n.First, first, len(owners) > 1)
			if j < 0 {
				return owners, from
			}
			i = j + 1
			continue
		}
		switch {
		case from < at:
			return owners, from
		case p.Possessive(i) && p.Tags[i] == annotate.NOUN:
			return p.Of(i), p.left(i, i+1)
		case p.Tags[i] == annotate.PRON && p.Relations[i] != "nsubj":
			if ids := p.Of(i); len(ids) > 0 {
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
func (p *Passage) joined(at, first int, list bool) int {
	j := at - 1
	if j > first && p.Low[j] == "," && !list {
		return -1
	}
	for j > first && (p.Low[j] == "and" || p.Low[j] == "," || p.Low[j] == "or" || p.Low[j] == "-") {
		j--
	}
	if j == at-1 || j < first || p.NameOf(j) == nil || p.names[p.nameAt[j]].Cluster >= 0 {
		return -1
	}
	return j
}

// ownerRight looks for whose the noun phrase is that ends before token at: "of
// NATO", "for the Kremlin", "of France and Germany". It returns the end of those
// words, at if there are none.
func (k *Cast) ownerRight(p *Passage, at, end int) (owners []record.ActorID, to int) {
	if at >= end || !slices.Contains([]string{"of", "for", "at"}, p.Low[at]) {
		return nil, at
	}
	to = at
	for i := at + 1; i < end; {
		if p.Tags[i] == annotate.DET || p.Low[i] == "the" {
			i++
			continue
		}
		n := p.NameOf(i)
		if n == nil {
			if to == at && (p.Tags[i] == annotate.NOUN || p.Tags[i] == annotate.ADJ) {
				return k.ownerNoun(p, i, at, end)
			}
			break
		}
		if n.Class == annotate.Person && to > at {
			break
		}
		if n.Use == register.Adjective && n.End < end && p.modifier(n.End) {
			return k.ownerNoun(p, n.End, at, end)
		}
		if p.Possessive(n.End-1) && n.End+1 < end { // "of Zelenskiy's office"
			ids, to := k.ownerNoun(p, n.End+1, at, end)
			return append(owners, ids...), to
		}
		owners = append(owners, k.Named(n)...)
		to = n.End
		i = n.End
		if i < end && (p.Low[i] == "," || p.Low[i] == "and") {
			i++
			if i < end && p.Low[i] == "and" {
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
func (k *Cast) ownerNoun(p *Passage, i, at, end int) (owners []record.ActorID, to int) {
	for i < end-1 && p.modifier(i+1) && p.modifier(i) {
		i++
	}
	if p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN {
		return nil, at
	}
	if k.depth++; k.depth <= maxParts { // "of the army of the government of"
		s, _ := p.Bounds(i)
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

// Posts returns the posts that the words give to a person.
func (k *Cast) Posts(id record.ActorID) []Office {
	if c, ok := k.byID[id]; ok {
		return k.people[c].posts
	}
	return nil
}

// Public says whether a post is one of the register's kinds rather than a mere
// title: a minister's, not a senator's.
func (o *Office) Public() bool { return !o.isTitle() }

// Has says whether an office may be one of a role.
func (o *Office) Has(role register.Role) bool {
	return slices.ContainsFunc(o.rules, func(r officeRule) bool { return slices.Contains(r.roles, role) })
}
