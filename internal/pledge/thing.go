package pledge

import (
	"slices"
	"strings"

	"onrecord/internal/annotate"
)

// thing is something that may be given: a noun phrase with the sums and numbers
// in it.
type thing struct {
	head       int   // of the noun phrase
	noun       int   // the noun that names the gift; -1 for a bare sum
	first, end int   // the words of the phrase and its sums
	amounts    []int // indices into Amounts
	numbers    []int // indices into Numbers
	pronoun    bool  // "it": means a thing told of before
	like       int   // 1 + the sum in whose currency a bare number is ("and Germany 244 million")
	share      bool  // a percentage, of what a state commits itself to
	giver      int   // of a sum in a list that has one of its own ("and Norway 3bn"); -1 for none
}

// things returns the things in sentence s, in order: those with a sum, those
// that are counted, the others.
func (p *passage) things(s annotate.Sentence, amounts, numbers []int) []thing {
	var c catch
	p.sums(&c, amounts)
	p.numbers(&c, s, numbers)
	for i := s.First; i < s.End; i++ {
		switch {
		case p.isThing(i) && !covered(c.things, i):
			first, end := p.phrase(i)
			c.put(thing{head: i, noun: i, first: first, end: end, giver: -1})
		case p.lower(i) == "it" && p.Tags[i] == annotate.PRON && p.refs[i] == 0:
			c.put(thing{head: i, noun: -1, first: i, end: i + 1, pronoun: true, giver: -1})
		}
	}
	return c.things
}

// catch collects the things of a sentence; two of one head are one.
type catch struct{ things []thing }

// put adds a thing and returns its index.
func (c *catch) put(x thing) int {
	for k := range c.things {
		if y := &c.things[k]; y.head == x.head {
			y.amounts, y.numbers = append(y.amounts, x.amounts...), append(y.numbers, x.numbers...)
			y.first, y.end = min(y.first, x.first), max(y.end, x.end)
			return k
		}
	}
	c.things = append(c.things, x)
	return len(c.things) - 1
}

// sums adds the things of amounts; a sum that only converts another one goes
// with it.
func (p *passage) sums(c *catch, amounts []int) {
	last := -1
	for _, k := range amounts {
		a := p.Amounts[k]
		if a.EquivalentOf >= 0 && last >= 0 {
			y := &c.things[last]
			y.amounts, y.end = append(y.amounts, k), max(y.end, a.End)
			continue
		}
		x := p.sum(a.First, a.End)
		if p.isAlien(x) {
			last = -1
			continue
		}
		x.amounts, x.giver = []int{k}, p.gapped(a.First)
		last = c.put(x)
	}
}

// numbers adds what is counted in sentence s.
func (p *passage) numbers(c *catch, s annotate.Sentence, numbers []int) {
	end := 0 // of what was counted last: the 16 of F-16 counts nothing
	for _, k := range numbers {
		n := p.Numbers[k]
		switch {
		case n.Ordinal || strings.HasPrefix(n.Value+n.High, "0.") && n.Unit == "" || n.First < end && slices.Contains([]string{"-", "the", "its", "their"}, p.lowerOf(n.First-1)): // F-16s, 18 of the 24
		case n.Unit == "%":
			if x, ok := p.share(n); ok {
				x.numbers = []int{k}
				c.put(x)
			}
		case p.figureOf(c, n) >= 0:
			f := p.figureOf(c, n)
			first, _ := p.phrase(f)
			last := c.latest()
			c.put(thing{head: f, noun: f, first: first, end: n.End, numbers: []int{k}, giver: -1, like: 1 + last.amounts[0]})
		case p.isSumLike(c, n):
			last := c.things[len(c.things)-1]
			c.put(thing{head: p.outer(n.First, n.End), noun: -1, first: n.First, end: n.End, numbers: []int{k}, giver: p.gapped(n.First), like: 1 + last.amounts[0]})
		case p.shared(k)[1] > n.First && p.shared(k)[1] <= s.End:
			n.What = p.shared(k)
			head, stop := p.goodsAt(n.What[0], s.End)
			if head < 0 {
				continue
			}
			end = max(n.End, stop)
			c.put(thing{head: head, noun: head, first: min(n.First, n.What[0]), end: end, numbers: []int{k}, giver: p.gapped(n.First)})
		}
	}
}

// shared returns what number k counts: its own thing, the noun phrase behind it,
// or the thing of the number joined to it ("200 and 150 soldiers").
func (p *passage) shared(k int) [2]int {
	n := p.Numbers[k]
	if n.What[1] > n.What[0] {
		return n.What
	}
	if n.End < len(p.Tokens) && (p.Tags[n.End] == annotate.NOUN || p.Tags[n.End] == annotate.PROPN || p.Tags[n.End] == annotate.ADJ) {
		return [2]int{n.End, n.End + 1}
	}
	if k+1 >= len(p.Numbers) {
		return n.What
	}
	if next := p.Numbers[k+1]; next.First == n.End+1 && (p.lower(n.End) == "and" || p.lower(n.End) == "or") {
		return next.What
	}
	return n.What
}

// isSumLike says whether a number without a thing is a sum whose currency is
// told just before, of another giver: "350 million euros and Germany 244
// million".
func (p *passage) isSumLike(c *catch, n annotate.Number) bool {
	if n.What[1] > n.What[0] || len(n.Value) < len("1000") || len(c.things) == 0 || p.gapped(n.First) < 0 {
		return false
	}
	last := c.things[len(c.things)-1]
	return len(last.amounts) > 0 && last.end < n.First && n.First-last.end < 8
}

// share returns the thing that a percentage is of, if it is a target to which
// states commit themselves: "spend 2 percent of GDP on defense", "cut emissions
// by 55 percent".
func (p *passage) share(n annotate.Number) (x thing, ok bool) {
	head := p.outer(n.First, n.End)
	v := p.Head(head)
	if v < 0 || p.Tags[v] != annotate.VERB || v > head {
		return x, false
	}
	x = thing{head: head, noun: -1, first: n.First, end: n.End, giver: -1, share: true}
	if k := p.Oblique(head, "of"); k == n.End+1 || k == n.End+2 {
		x.end = k + 1
		ok = p.has(k, target)
	}
	for k := v + 1; k < n.First && !ok; k++ {
		ok = p.has(k, target) && p.Tags[k] == annotate.NOUN && (p.Relations[k] == "obj" || p.Relations[k] == "obl")
	}
	return x, ok
}

// covered says whether a thing with a sum or number holds token i.
func covered(things []thing, i int) bool {
	for _, x := range things {
		if i >= x.first && i < x.end && len(x.amounts)+len(x.numbers) > 0 {
			return true
		}
	}
	return false
}

// isThing says whether token i heads a phrase that names a gift.
func (p *passage) isThing(i int) bool {
	if !p.has(i, aid|container|goods|anaphor) || p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN || p.isNamed(i) {
		return false
	}
	r := p.Relations[i]
	if (r == "compound" || r == "amod" || r == "nmod" && p.Preposition(i) == "") && p.Head(i) > i { // aid package
		return false
	}
	return p.held[i] == 0
}

// sum returns the thing of which the amount in tokens first to end is the sum:
// the noun that it stands before ("$2bn loan"), or behind it with in, of or
// worth of ("$2bn in military aid"), or the amount itself.
func (p *passage) sum(first, end int) thing {
	head := p.outer(first, end)
	x := thing{head: head, noun: -1, first: first, end: end, giver: -1}
	stop := p.sentenceEnd(first)
	k := end
	if k < stop && p.lower(k) == "worth" {
		k++
	}
	if k < stop && (p.lower(k) == "in" || p.lower(k) == "of") {
		if n := p.run(k+1, stop); n > 0 && p.has(n, aid|container|goods) {
			x.noun, x.end = n, n+1
		}
		return x
	}
	n := p.run(end, stop)
	if n < 0 || p.held[n] > 0 {
		if o := p.summed(head, first); o >= 0 {
			x.head, x.noun = o, o
			f, e := p.phrase(o)
			x.first, x.end = min(f, first), max(e, end)
		}
		return x
	}
	for k := n; k >= end; k-- { // a loan rollover
		if p.has(k, aid|container|goods|alien|measure) && p.Tags[k] != annotate.VERB && (k == n || p.Head(k) == n) {
			x.noun = k
			break
		}
	}
	if x.noun >= 0 {
		x.head, x.end = n, n+1
		x.first, _ = p.phrase(n)
		x.first = min(x.first, first)
	}
	return x
}

// run returns the last noun of the run of adjectives and nouns that begins at
// token i, at most seven words long; -1 for none.
func (p *passage) run(i, stop int) int {
	last := -1
	for k := i; k < min(stop, i+7); k++ {
		switch p.Tags[k] {
		case annotate.NOUN, annotate.PROPN:
			last = k
		case annotate.ADJ, annotate.DET:
			if last >= 0 && p.Tags[k] == annotate.DET {
				return last
			}
		case annotate.VERB:
			if p.Relations[k] != "amod" {
				return last
			}
		case annotate.CCONJ:
			if last < 0 && k == i {
				return -1
			}
			if k+1 >= stop || p.Tags[k+1] != annotate.NOUN && p.Tags[k+1] != annotate.ADJ {
				return last
			}
		case annotate.PUNCT:
			if p.Word(k) != "-" && p.Word(k) != "–" {
				return last
			}
		default:
			return last
		}
	}
	return last
}

// goodsAt returns the noun that names the gift in what is counted from token
// first on, and the end of its name ("batches of artillery shells": shells;
// "F-16 jets": jets; "F-16s": F); -1 if it is no gift.
func (p *passage) goodsAt(first, stop int) (head, end int) {
	head = -1
	for k := first; k < min(stop, first+8); k++ {
		switch p.Tags[k] {
		case annotate.NOUN, annotate.PROPN:
			if n := p.model(k, stop); n > 0 {
				head, end, k = k, n, n-1
				continue
			}
			if p.has(k, goods|aid) {
				head, end = k, k+1
				continue
			}
			if head >= 0 && p.Head(head) == k && p.Relations[head] != "conj" { // tank crews
				return -1, end
			}
			if head >= 0 && p.Head(k) != p.Head(head) {
				return head, end
			}
		case annotate.ADJ, annotate.NUM, annotate.SYM:
		case annotate.CCONJ: // strike and air defence missiles
			if h := p.Head(k); head >= 0 || h < k || h >= stop || !p.has(h, goods|aid) || k == first {
				return head, end
			}
		case annotate.ADP:
			if p.lower(k) != "of" || head >= 0 && !p.has(head, measure) {
				return head, end
			}
		case annotate.PUNCT:
			if p.Word(k) != "-" && p.Word(k) != "–" {
				return head, end
			}
		case annotate.VERB:
			if p.Relations[k] != "amod" {
				return head, end
			}
		default:
			return head, end
		}
	}
	return head, end
}

// model returns the end of the name of a model that begins at token k where the
// words part it ("F", "-", "16s"); 0 if goods.txt has none such.
func (p *passage) model(k, stop int) int {
	if k+2 >= stop || p.Word(k+1) != "-" || p.Tags[k+2] != annotate.NUM {
		return 0
	}
	name := strings.TrimSuffix(p.lower(k)+"-"+p.lower(k+2), "s")
	if w := lexicon.words[name]; w == nil || w.lists&goods == 0 {
		return 0
	}
	return k + 3
}

// gapped returns the actor that stands right before a sum or number in a list
// whose verb is told once: "Germany pledged 5bn and Norway 3bn"; -1 for none.
func (p *passage) gapped(first int) int {
	k := first - 1
	for start := p.sentenceStart(first); k > start+1; k-- {
		switch {
		case p.refs[k] > 0, p.Tags[k] == annotate.PROPN && k == first-1 && !p.has(k, goods|aid|container):
			before := p.lower(k - 1)
			for n := k - 1; n > start && (p.Tags[n] == annotate.DET || p.Tags[n] == annotate.PROPN || p.Tags[n] == annotate.ADJ); n-- {
				before = p.lower(n - 1)
			}
			if before == "and" || before == "," || before == ";" || before == "while" || before == "—" {
				return k
			}
			return -1
		case p.Tags[k] == annotate.ADV, p.Tags[k] == annotate.DET, p.Tags[k] == annotate.ADJ, p.Word(k) == "(":
		default:
			return -1
		}
	}
	return -1
}

// isAlien says whether a sum is a price, a fine or campaign money.
func (p *passage) isAlien(x thing) bool {
	if x.noun >= 0 && p.has(x.noun, alien) {
		return true
	}
	for k := max(p.sentenceStart(x.first), x.first-3); k < min(p.sentenceEnd(x.first), x.end+7); k++ {
		if p.Tags[k] == annotate.NOUN && p.has(k, alien) {
			return true
		}
		if k >= x.end+2 && (p.isVerbal(k) || p.Tags[k] == annotate.PUNCT || p.refs[k] > 0) { // to a campaign group
			return false
		}
	}
	return false
}
