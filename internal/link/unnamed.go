package link

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/cast"
	"onrecord/internal/record"
)

// unnamed is a source without a name, kept with its words.
type unnamed struct {
	id   record.ActorID
	head string // "official", in the singular
	said string // all of its words, in lower case
	many bool   // in the plural
}

// unnamed returns the actor of a source that the words leave without a name: "a
// senior US official", "Clinton's campaign". "The official" is the last one of
// that noun, and the same words in the plural are the same source.
func (k *linker) unnamed(c *account, t int, class string) ([]record.ActorID, string) {
	p := c.p
	first, end := p.phrase(t, c.from.Source)
	if p.Low[first] == "whose" {
		return nil, ""
	}
	words := p.Text(first, end)
	head := p.Lemmas[t]
	low := strings.ToLower(words)
	if known := k.sameUnnamed(p, first, head, low, t); known != "" {
		k.Mention(known, p.Span(first, end))
		return []record.ActorID{known}, "without a name, “" + words + "” again"
	}
	if cast.Definite(p.Low[first]) && p.Lemmas[t] == p.Low[t] && class == "voice" {
		if id := k.ahead(p, t); id != "" {
			k.Mention(id, p.Span(first, end))
			k.Describe(id, words)
			p.Add(Reference{First: first, End: end, Head: t, Kind: annotate.Nominal, Actors: []record.ActorID{id}})
			return []record.ActorID{id}, "“" + words + "”, named right after"
		}
		if k.personNear(p, t) {
			return nil, ""
		}
	}
	kind := record.Anonymous
	if class == "body" && k.a.isBody(p, t) {
		kind = record.Organization
	}
	id := k.Provisional(strings.TrimSpace(bare(words)), kind, k.wholeOf(p, first, t, end)).ID
	k.unnameds = append(k.unnameds, unnamed{id, head, low, p.Low[t] != head})
	k.Mention(id, p.Span(first, end))
	p.Add(Reference{First: first, End: end, Head: t, Kind: annotate.Nominal, Actors: []record.ActorID{id}})
	return []record.ActorID{id}, "without a name, “" + words + "”"
}

// another returns the actor of a source that only a number tells from those who
// spoke before: "A third denied it" after "Two diplomats said".
func (k *linker) another(c *account, t int) ([]record.ActorID, string) {
	p, src := c.p, c.from.Source
	if !clauseTable.Has("ordinal", p.Low[t]) || len(src) != 2 || src[1] != t || p.Low[src[0]] != "a" || len(k.unnameds) == 0 {
		return nil, ""
	}
	u := k.unnameds[len(k.unnameds)-1]
	id := k.Provisional(p.Low[t]+" "+u.head, record.Anonymous, k.Actor(u.id).PartOf).ID
	k.unnameds = append(k.unnameds, unnamed{id, u.head, p.Low[t] + " " + u.head, false})
	k.Mention(id, p.Span(t-1, t+1))
	p.Add(Reference{First: t - 1, End: t + 1, Head: t, Kind: annotate.Nominal, Actors: []record.ActorID{id}})
	return []record.ActorID{id}, "without a name, “" + p.Text(t-1, t+1) + "” " + u.head
}

// ahead returns the person of the post that the noun at token t names who is the
// first to be named within the next sentences: "the minister said. Kallas, the
// EU's top diplomat, was speaking …"
func (k *linker) ahead(p passage, t int) record.ActorID {
	s, _ := p.Bounds(t)
	o, ok := p.Office(s, t+1)
	if !ok {
		return ""
	}
	for i := t + 1; i < len(p.Forms) && p.SentenceOf(i)-p.SentenceOf(t) < cast.MaxSentences; i++ {
		n := p.NameOf(i)
		if n == nil || n.First != i || n.Cluster < 0 {
			continue
		}
		if ids := k.Named(n); len(ids) == 1 && k.Told(ids[0], &o) {
			return ids[0]
		}
		return ""
	}
	return ""
}

// personNear says whether the article names a person shortly before token t,
// whom a definite noun may mean.
func (k *linker) personNear(p passage, t int) bool {
	for i := t - 1; i >= 0 && p.SentenceOf(t)-p.SentenceOf(i) <= cast.MaxSentences; i-- {
		if n := p.NameOf(i); n != nil && n.Cluster >= 0 {
			return true
		}
	}
	return false
}

// namedAfter returns the name that stands behind a noun as its own: "news agency
// IRNA", "another host, Abby Martin,".
func (p passage) namedAfter(t int, source []int) *cast.Name {
	i := t + 1
	if n := p.NameOf(i); n != nil && cast.Among(source, i) && n.Class == annotate.Organization {
		return n
	}
	if i+1 < len(p.Low) && p.Low[i] == "," && cast.Among(source, i+1) {
		return p.PersonAfter(i + 1)
	}
	return nil
}

// capitalized returns the actor of a source that no stage calls a name though it
// is written like one: "Politifact". What kind it is nobody knows.
func (k *linker) capitalized(c *account, t int) ([]record.ActorID, string) {
	p := c.p
	first, end := p.phrase(t, c.from.Source)
	if p.Tags[first] == annotate.DET && first < t {
		first++
	}
	if n := p.NameOf(t); n != nil && n.Class == annotate.Person { // of which of two, nobody knows
		return nil, ""
	}
	if p.Tags[t] != annotate.PROPN || p.Text(first, end) == strings.ToLower(p.Text(first, end)) || end-first > maxCapitalized {
		return nil, ""
	}
	words := p.Text(first, end)
	id := k.OfWords(words, record.OtherActor)
	k.Mention(id, p.Span(first, end))
	p.Add(Reference{First: first, End: end, Head: t, Kind: annotate.Name, Actors: []record.ActorID{id}})
	return []record.ActorID{id}, "“" + words + "”, as a name"
}

// maxCapitalized is how many words such a name may have.
const maxCapitalized = 4

// isBody says whether the word at token t is in the singular or one that has no
// plural: an organization rather than people.
func (a *Article) isBody(p passage, t int) bool {
	return !strings.HasSuffix(p.Low[t], "ies") || p.Low[t] == "authorities"
}

// bare leaves out the article before a phrase.
func bare(words string) string {
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if s, ok := strings.CutPrefix(words, a); ok {
			return s
		}
	}
	return words
}

// sameUnnamed returns the source without a name that was heard before and that
// these words mean again.
func (k *linker) sameUnnamed(p passage, first int, head, low string, t int) record.ActorID {
	plural := p.Low[t] != head
	definiteWords := cast.Definite(p.Low[first])
	for i := len(k.unnameds) - 1; i >= 0 && i > len(k.unnameds)-cast.MaxLook; i-- {
		u := &k.unnameds[i]
		switch {
		case u.said == low && (plural || definiteWords || p.Tags[first] != annotate.DET):
			return u.id
		case definiteWords && u.head == head && t-first == 1 && u.many == plural:
			return u.id
		}
	}
	return ""
}

// phrase returns the words of a source around its word t: up to a mark or a
// relative clause.
func (p passage) phrase(t int, source []int) (first, end int) {
	first, end = t, t+1
	for first > 0 && cast.Among(source, first-1) && (p.Tags[first-1] != annotate.PUNCT || p.Low[first-1] == "-") && p.Low[first-1] != "and" {
		first--
	}
	for end < len(p.Forms) && cast.Among(source, end) && p.Tags[end] != annotate.PUNCT && p.Relations[end] != "cc" {
		if w := p.Low[end]; w == "who" || w == "which" || w == "that" || w == "whose" || w == "speaking" {
			break
		}
		end++
	}
	for end > t+1 && (p.Tags[end-1] == annotate.ADP || p.Tags[end-1] == annotate.SCONJ || p.Tags[end-1] == annotate.DET || p.Tags[end-1] == annotate.VERB) {
		end--
	}
	return first, end
}

// wholeOf returns of whom a source without a name is a part: "a senior US
// official" of the United States, "a spokesman for the ministry" of it.
func (k *linker) wholeOf(p passage, first, t, end int) record.ActorID {
	for i := first; i < t; i++ {
		if n := p.NameOf(i); n != nil && p.Possessive(n.End-1) {
			if ids := k.Named(n); len(ids) == 1 {
				return ids[0]
			}
		}
	}
	owners, from := k.OwnerLeft(p.Passage, first, t)
	if from == t {
		for i := t + 1; i < end; i++ {
			if !slices.Contains([]string{"of", "for", "from", "with", "at", "in", "to"}, p.Low[i]) {
				continue
			}
			for j := i + 1; j < end && j < i+6; j++ {
				if ids := p.Of(j); len(ids) > 0 {
					owners = ids
					break
				}
				if n := p.NameOf(j); n != nil {
					owners = k.Named(n)
					break
				}
			}
			break
		}
	}
	if len(owners) == 1 {
		return owners[0]
	}
	return ""
}
