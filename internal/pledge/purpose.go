package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
)

// purposeOf returns what the gift is for, as the words have it: the kind of aid
// ("military aid"), else what stands behind "for" and is nobody ("for the
// reconstruction of Gaza"), else "aid".
func (m *mention) purposeOf() string {
	plain := ""
	if x := m.things[0]; x.share {
		return m.sharedAim(x)
	}
	for _, x := range m.things {
		for k := x.end - 1; k >= x.first; k-- {
			if m.Tags[k] == annotate.VERB || !m.has(k, kind) || m.held[k] > 0 {
				continue
			}
			first := m.modifiers(k, x.first)
			if first < k {
				return m.span(first, k+1).Of(m.Document.Text)
			}
			if plain == "" && m.has(k, aid) {
				plain = m.span(k, k+1).Of(m.Document.Text)
			}
		}
	}
	for _, x := range m.things {
		if f := m.forWhat(x); f != "" {
			return f
		}
	}
	return plain
}

// sharedAim returns what a share is committed to: "cut emissions", "defense".
func (m *mention) sharedAim(x thing) string {
	v := m.Head(x.head)
	if do := m.Child(v, "xcomp", "ccomp"); do >= 0 && do < x.head {
		v = do
	}
	if o := m.Child(v, "obj"); o >= 0 && o != x.head && len(m.actors(o)) == 0 {
		_, end := m.phrase(o)
		return m.span(v, end).Of(m.Document.Text)
	}
	if o := m.Oblique(v, "on", "to", "for"); o >= 0 {
		first, end := m.phrase(o)
		return m.span(first, end).Of(m.Document.Text)
	}
	return ""
}

// modifiers returns the first of the words before noun k that tell its kind:
// adjectives and nouns that name nobody.
func (m *mention) modifiers(k, stop int) int {
	first := k
	for i := k - 1; i >= stop; i-- {
		switch {
		case m.refs[i] > 0 || m.held[i] > 0 || m.inAmount(i):
			return first
		case m.Tags[i] == annotate.ADJ && (kindless[m.lower(i)] || strings.HasSuffix(m.lower(i), "est")):
			return first
		case m.Tags[i] == annotate.ADJ, m.Tags[i] == annotate.NOUN:
			first = i
		case (m.Tags[i] == annotate.CCONJ || m.Tags[i] == annotate.PUNCT && (m.Word(i) == "-" || m.Word(i) == ",")) && i > stop:
			if m.Tags[i-1] != annotate.ADJ && m.Tags[i-1] != annotate.NOUN && m.Word(i-1) != "," || m.has(i-1, goods) || kindless[m.lower(i-1)] {
				return first
			}
		default:
			return first
		}
	}
	return first
}

// kindless lists adjectives that do not tell the kind of aid.
var kindless = map[string]bool{
	"new": true, "further": true, "additional": true, "more": true, "extra": true, "fresh": true, "comprehensive": true, "large": true, "big": true,
	"huge": true, "massive": true, "major": true, "significant": true, "such": true, "other": true, "much-needed": true, "same": true, "total": true,
	"latest": true, "recent": true, "initial": true, "annual": true, "full": true, "considerable": true, "proposed": true, "promised": true, "planned": true, "vital": true, "critical": true, "crucial": true, "next": true, "first": true,
	"second": true, "third": true, "last": true, "previous": true, "long-awaited": true, "delayed": true, "substantial": true, "immediate": true, "urgent": true,
}

// forWhat returns the words behind "for" or "towards" that hang on thing x and
// name nobody.
func (m *mention) forWhat(x thing) string {
	for _, h := range []int{x.noun, x.head, m.chain[0].at} {
		if h < 0 {
			continue
		}
		for _, j := range m.Children(h) {
			k := int(j)
			if k < h || m.Relations[k] != "nmod" && m.Relations[k] != "obl" || !slices.Contains([]string{"for", "toward", "towards"}, m.Preposition(k)) {
				continue
			}
			if c := m.Child(k, "case"); c >= 2 && m.opens(c-2) == 3 { // in return for
				continue
			}
			if m.isGiven(k) || m.Tags[k] == annotate.PROPN || m.has(k, goods|organ) || len(m.actors(k)) > 0 || m.held[k] > 0 || m.Tags[k] == annotate.PRON || m.inAmount(k) {
				continue
			}
			first, end := m.Subtree(k)
			if c := m.Child(k, "case"); c >= 0 && c < k {
				first = c + 1
			}
			return m.span(first, m.closed(first, end)).Of(m.Document.Text)
		}
	}
	return ""
}

// isGiven says whether token k is in one of the things.
func (m *mention) isGiven(k int) bool {
	return slices.ContainsFunc(m.things, func(x thing) bool { return k >= x.first && k < x.end || k == x.head || k == x.noun })
}

// closed shortens a phrase to before the first comma, bracket or verb in it.
func (m *mention) closed(first, end int) int {
	for i := first + 1; i < end; i++ {
		if m.Tags[i] == annotate.PUNCT && m.Word(i) != "-" && m.Word(i) != "–" {
			return i
		}
		if m.held[i] > 0 || m.Tags[i] == annotate.PRON && m.isRelative(i) {
			if m.Tags[i-1] == annotate.ADP {
				return max(i-1, first+1)
			}
			return i
		}
	}
	return end
}
