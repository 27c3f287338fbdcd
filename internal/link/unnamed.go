package link

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
	"onrecord/internal/record"
)

// unnamed is a source without a name, kept with its words.
type unnamed struct {
	id   record.ActorID
	head string // "official", in the singular
	said string // all of its words, in lower case
}

// unnamed returns the actor of a source that the words leave without a name: "a
// senior US official", "Clinton's campaign". "The official" is the last one of
// that noun, and the same words in the plural are the same source.
func (k *linker) unnamed(c *account, t int, class string) ([]record.ActorID, string) {
	p := c.p
	first, end := p.phrase(t, c.from.Source)
	words := p.text(first, end)
	head := p.Lemmas[t]
	low := strings.ToLower(words)
	if known := k.sameUnnamed(p, first, head, low, t); known != "" {
		k.mention(known, p.span(first, end))
		return []record.ActorID{known}, "without a name, “" + words + "” again"
	}
	if definite(p.low[first]) && k.isOffice(p, t) {
		if id := k.ahead(p, t); id != "" {
			k.mention(id, p.span(first, end))
			k.describe(id, words)
			p.add(Reference{First: first, End: end, Head: t, Kind: annotate.Nominal, Actors: []record.ActorID{id}})
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
	id := k.provisional(strings.TrimSpace(bare(words)), kind, k.wholeOf(p, first, t, end)).ID
	k.unnameds = append(k.unnameds, unnamed{id, head, low})
	k.mention(id, p.span(first, end))
	p.add(Reference{First: first, End: end, Head: t, Kind: annotate.Nominal, Actors: []record.ActorID{id}})
	return []record.ActorID{id}, "without a name, “" + words + "”"
}

// ahead returns the person of the post that the noun at token t names who is the
// first to be named within the next sentences: "the minister said. Kallas, the
// EU's top diplomat, was speaking …"
func (k *linker) ahead(p *passage, t int) record.ActorID {
	s, _ := p.bounds(t)
	o, ok := p.officeEnding(s, t+1)
	if !ok {
		return ""
	}
	for i := t + 1; i < len(p.words) && p.SentenceOf(i)-p.SentenceOf(t) < maxSentences; i++ {
		n := p.nameOf(i)
		if n == nil || n.first != i || n.cluster < 0 {
			continue
		}
		if id := k.people[n.cluster].id; k.toldPost(id, &o) {
			return id
		}
		return ""
	}
	return ""
}

// personNear says whether the article names a person shortly before token t,
// whom a definite noun may mean.
func (k *linker) personNear(p *passage, t int) bool {
	for i := t - 1; i >= 0 && p.SentenceOf(t)-p.SentenceOf(i) <= maxSentences; i-- {
		if n := p.nameOf(i); n != nil && n.cluster >= 0 {
			return true
		}
	}
	return false
}

// namedAfter returns the name that stands behind a noun as its own: "news agency
// IRNA", "another host, Abby Martin,".
func (p *passage) namedAfter(t int, source []int) *name {
	i := t + 1
	if n := p.nameOf(i); n != nil && holds(source, i) && n.class == annotate.Organization {
		return n
	}
	if i+1 < len(p.low) && p.low[i] == "," && holds(source, i+1) {
		return p.personAfter(i + 1)
	}
	return nil
}

// isBody says whether the word at token t is in the singular or one that has no
// plural: an organization rather than people.
func (a *Article) isBody(p *passage, t int) bool {
	return !strings.HasSuffix(p.low[t], "ies") || p.low[t] == "authorities"
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
func (k *linker) sameUnnamed(p *passage, first int, head, low string, t int) record.ActorID {
	plural := p.low[t] != head
	definiteWords := definite(p.low[first])
	for i := len(k.unnameds) - 1; i >= 0 && i > len(k.unnameds)-maxLook; i-- {
		u := &k.unnameds[i]
		switch {
		case u.said == low && (plural || definiteWords || p.Tags[first] != annotate.DET):
			return u.id
		case definiteWords && u.head == head && t-first == 1:
			return u.id
		}
	}
	return ""
}

// phrase returns the words of a source around its word t: up to a mark or a
// relative clause.
func (p *passage) phrase(t int, source []int) (first, end int) {
	first, end = t, t+1
	for first > 0 && holds(source, first-1) && (p.Tags[first-1] != annotate.PUNCT || p.low[first-1] == "-") && p.low[first-1] != "and" {
		first--
	}
	for end < len(p.words) && holds(source, end) && p.Tags[end] != annotate.PUNCT && p.Relations[end] != "cc" {
		if w := p.low[end]; w == "who" || w == "which" || w == "that" || w == "whose" || w == "speaking" {
			break
		}
		end++
	}
	for end > t+1 && (p.Tags[end-1] == annotate.ADP || p.Tags[end-1] == annotate.SCONJ || p.Tags[end-1] == annotate.VERB) {
		end--
	}
	return first, end
}

// wholeOf returns of whom a source without a name is a part: "a senior US
// official" of the United States, "a spokesman for the ministry" of it.
func (k *linker) wholeOf(p *passage, first, t, end int) record.ActorID {
	for i := first; i < t; i++ {
		if n := p.nameOf(i); n != nil && p.possessive(n.end-1) {
			if ids := k.named(n); len(ids) == 1 {
				return ids[0]
			}
		}
	}
	owners, from := k.ownerLeft(p, first, t)
	if from == t {
		for i := t + 1; i < end; i++ {
			if !slices.Contains([]string{"of", "for", "from", "with", "at", "in", "to"}, p.low[i]) {
				continue
			}
			for j := i + 1; j < end && j < i+6; j++ {
				if ids := p.actors(j); len(ids) > 0 {
					owners = ids
					break
				}
				if n := p.nameOf(j); n != nil {
					owners = k.named(n)
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
