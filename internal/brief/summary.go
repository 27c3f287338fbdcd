package brief

import (
	"fmt"
	"strings"
)

// counts are what the summary tells.
type counts struct {
	movers     []string // "Hungary on military aid"
	firsts     int      // sides taken for the first time
	conditions int
	pledges    int
	acts       int
	quoted     int
}

// maxMovers is how many movers the summary names.
const maxMovers = 3

// summary writes the paragraph that stands first.
func (b *builder) summary() {
	n, outlets := b.read()
	if len(b.out.Sections) == 0 {
		b.out.Summary = strings.TrimSpace(fmt.Sprintf("%s Nothing in them moved, was pledged, claimed or quoted.", b.basis(n, outlets)))
		if n == 0 {
			b.out.Summary = "The record holds nothing for this period."
		}
		return
	}
	parts := []string{b.basis(n, outlets)}
	switch m := b.count.movers; {
	case len(m) == 0:
		parts = append(parts, "No side is seen to have changed.")
	case len(m) <= maxMovers:
		parts = append(parts, "A change of side is seen for "+list(m)+".")
	default:
		parts = append(parts, fmt.Sprintf("Sides changed in %d cases, among them %s.", len(m), list(m[:maxMovers])))
	}
	var rest []string
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{b.count.firsts, "one position not seen before", "positions not seen before"},
		{b.count.conditions, "one new condition", "new conditions"},
		{b.count.pledges, "one pledge or proposal", "pledges and proposals"},
		{b.count.acts, "one act that is claimed or denied", "acts that are claimed or denied"},
	} {
		switch {
		case c.n == 1:
			rest = append(rest, c.one)
		case c.n > 1:
			rest = append(rest, number(c.n)+" "+c.many)
		}
	}
	if len(rest) > 0 {
		parts = append(parts, "The record has "+list(rest)+".")
	}
	b.out.Summary = strings.Join(parts, " ")
}

// basis is the sentence about the articles that were read.
func (b *builder) basis(articles, outlets int) string {
	if articles == 0 {
		return "No article of this period was read; what follows is told in later ones."
	}
	s := fmt.Sprintf("This brief rests on %s", counted(articles, "article"))
	if outlets > 1 {
		s += fmt.Sprintf(" from %s", counted(outlets, "outlet"))
	}
	return s + " of the period."
}

// read counts the articles of the period and their outlets.
func (b *builder) read() (articles, outlets int) {
	seen := map[string]bool{}
	for _, o := range b.documents {
		if !b.has(value(o.Document.Published)) {
			continue
		}
		articles++
		if name := value(o.Document.Outlet); name != "" && !seen[name] {
			seen[name] = true
			outlets++
		}
	}
	return articles, outlets
}

func counted(n int, noun string) string {
	if n == 1 {
		return "one " + noun
	}
	return number(n) + " " + noun + "s"
}

// number writes small numbers in words.
func number(n int) string {
	small := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}
