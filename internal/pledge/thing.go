package pledge

import (
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
	giver      int   // of a sum in a list that has one of its own ("and Norway 3bn"); -1 for none
}

// things returns the things in sentence s, in order.
func (p *passage) things(s annotate.Sentence, amounts, numbers []int) []thing {
	var out []thing
	at := map[int]int{} // noun or head to index in out
	put := func(x thing) {
		key := x.head
		if k, ok := at[key]; ok {
			y := &out[k]
			y.amounts, y.numbers = append(y.amounts, x.amounts...), append(y.numbers, x.numbers...)
			y.first, y.end = min(y.first, x.first), max(y.end, x.end)
			return
		}
		at[key] = len(out)
		out = append(out, x)
	}
	last := -1 // index in out of the thing of the last amount
	for _, k := range amounts {
		a := p.Amounts[k]
		if a.EquivalentOf >= 0 && last >= 0 {
			out[last].amounts = append(out[last].amounts, k)
			out[last].end = max(out[last].end, a.End)
			continue
		}
		x := p.sum(a.First, a.End)
		if p.isAlien(x) {
			continue
		}
		x.amounts, x.giver = []int{k}, p.gapped(a.First)
		put(x)
		last = at[x.head]
	}
	counted := 0 // the end of what was counted last: the 16 of F-16 counts nothing
	for _, k := range numbers {
		n := p.Numbers[k]
		if n.First < counted || n.Ordinal || n.Unit != "" || n.What[1] <= n.What[0] || n.What[1] > s.End {
			continue
		}
		head := p.counted(n.What[0], s.End)
		if head < 0 {
			continue
		}
		counted = max(n.End, head+1)
		put(thing{head: head, noun: head, first: min(n.First, n.What[0]), end: counted, numbers: []int{k}, giver: p.gapped(n.First)})
	}
	for i := s.First; i < s.End; i++ {
		if p.isThing(i) {
			if _, ok := at[i]; ok {
				continue
			}
			first, end := p.phrase(i)
			if covered(out, i) {
				continue
			}
			put(thing{head: i, noun: i, first: first, end: end, giver: -1})
		}
		if p.lower(i) == "it" && p.Tags[i] == annotate.PRON && p.refs[i] == 0 {
			put(thing{head: i, noun: -1, first: i, end: i + 1, pronoun: true, giver: -1})
		}
	}
	return out
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
	if !p.has(i, aid|container|goods|anaphor) || p.Tags[i] != annotate.NOUN && p.Tags[i] != annotate.PROPN {
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

// counted returns the noun that names the gift in what is counted from token
// first on ("batches of artillery shells": shells; "F-16 jets": jets); -1 if it
// is no gift.
func (p *passage) counted(first, stop int) int {
	head := -1
	for k := first; k < min(stop, first+8); k++ {
		switch p.Tags[k] {
		case annotate.NOUN, annotate.PROPN:
			if n := p.model(k, stop); n > 0 {
				head, k = n-1, n-1
				continue
			}
			if head >= 0 && p.Head(head) != k && p.Head(k) != p.Head(head) && !p.has(k, goods|aid) {
				return head
			}
			if p.has(k, goods|aid) {
				head = k
			}
		case annotate.ADJ, annotate.NUM, annotate.SYM:
		case annotate.ADP:
			if p.lower(k) != "of" || head >= 0 && !p.has(head, measure) {
				return head
			}
		case annotate.PUNCT:
			if p.Word(k) != "-" && p.Word(k) != "–" {
				return head
			}
		case annotate.VERB:
			if p.Relations[k] != "amod" {
				return head
			}
		default:
			return head
		}
	}
	return head
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
		case p.refs[k] > 0:
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
	for k := max(p.sentenceStart(x.first), x.first-3); k < min(p.sentenceEnd(x.first), x.end+2); k++ {
		if p.Tags[k] == annotate.NOUN && p.has(k, alien) {
			return true
		}
	}
	return false
}
