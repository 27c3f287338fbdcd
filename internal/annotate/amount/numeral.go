package amount

import (
	"math/big"

	"onrecord/internal/annotate"
)

// numeral is a number as its words or figures tell it, atoms first to end.
type numeral struct {
	first, end int
	value      *big.Rat // nil where the words are vague: "dozens"
	scale      int      // the power of ten of the last scale; 0 for none
	figures    bool     // begins with figures
	fraction   bool
	share      bool // "one in five": what follows is not what it counts
	ordinal    bool
}

// vague says whether the words give no number.
func (n *numeral) vague() bool { return n.value == nil }

// role is what atom i does in a number.
func (r *reader) role(i int) role {
	if i < 0 || i >= len(r.atoms) {
		return noRole
	}
	return r.atoms[i].word.role
}

// joined steps over a hyphen between two words.
func (r *reader) joined(i int) int {
	if i > 0 && i+1 < len(r.atoms) && isHyphen(r.letter(&r.atoms[i])) && (r.atoms[i+1].kind == letters || r.atoms[i].glued && r.atoms[i+1].glued) {
		return i + 1
	}
	return i
}

// is says whether atom i is the word s, in whatever case.
func (r *reader) is(i int, s string) bool {
	if i < 0 || i >= len(r.atoms) || r.atoms[i].end-r.atoms[i].start != len(s) {
		return false
	}
	r.buf = appendLower(r.buf[:0], r.text[r.atoms[i].start:r.atoms[i].end])
	return string(r.buf) == s
}

// numeral reads the number that begins with atom i.
func (r *reader) numeral(i int) (n numeral, ok bool) {
	negative, j := r.sign(i)
	if n, ok = r.vagueNumeral(j); ok {
		return n, j == i
	}
	if n, ok = r.fraction(j); !ok {
		if n, ok = r.cardinal(j); !ok {
			return n, false
		}
		r.addFraction(&n)
		r.divide(&n)
		r.share(&n)
	}
	if n.first = i; negative {
		n.value = new(big.Rat).Neg(n.value)
	}
	return n, !r.touched(n.end)
}

// sign reads a minus before figures, or the word.
func (r *reader) sign(i int) (negative bool, next int) {
	if r.role(i) == minus && (r.role(i+1) != noRole || r.isFigures(i+1)) {
		return true, i + 1
	}
	if i+1 >= len(r.atoms) || !r.isFigures(i+1) || !r.atoms[i+1].glued {
		return false, i
	}
	if c := r.letter(&r.atoms[i]); (c == '-' || c == '−') && (i == 0 || !r.atoms[i].glued || r.letter(&r.atoms[i-1]) == '(') {
		return true, i + 1
	}
	return false, i
}

func (r *reader) isFigures(i int) bool {
	return i >= 0 && i < len(r.atoms) && r.atoms[i].kind == figures && r.atoms[i].word.role != ordinal
}

// touched says whether letters stand against the figures before atom end, so
// that they are no plain number: 1m.
func (r *reader) touched(end int) bool {
	if end >= len(r.atoms) || r.atoms[end-1].kind != figures || !r.atoms[end].glued || r.atoms[end].kind != letters {
		return false
	}
	return r.atoms[end].sign == nil && !r.startsMoney(end)
}

// group reads figures or words below a thousand, with hundreds: "three", "a
// hundred and five", "12.5", "322 hundred".
func (r *reader) group(i int) (x *big.Rat, end int, ok bool) {
	x, end, ok = r.simple(i)
	if !ok {
		return nil, i, false
	}
	words := !r.isFigures(i)
	if words {
		if d, e, ok := r.decimals(end); ok {
			return x.Add(x, d), e, true
		}
	}
	if r.role(r.joined(end)) != hundred || r.atoms[r.joined(end)].word.plural {
		return x, end, true
	}
	end = r.joined(end) + 1
	x.Mul(x, hundredRat)
	k := end
	if r.role(k) == conjunction {
		k++
	}
	k = r.joined(k)
	if y, e, ok := r.simple(k); ok && r.role(k) != article && y.Sign() > 0 && y.Cmp(hundredRat) < 0 && y.IsInt() && (!r.isFigures(k) || !words && k > end) {
		x.Add(x, y)
		end = e
	}
	if d, e, ok := r.decimals(end); ok && words {
		return x.Add(x, d), e, true
	}
	return x, end, true
}

// simple reads figures, or a word below a hundred, or "a" before hundred,
// thousand and the like.
func (r *reader) simple(i int) (x *big.Rat, end int, ok bool) {
	if i >= len(r.atoms) {
		return nil, i, false
	}
	a := &r.atoms[i]
	if r.isFigures(i) {
		return r.mixed(i)
	}
	switch a.word.role {
	case small, teen:
		return big.NewRat(a.word.value, 1), i + 1, true
	case ten:
		if k := r.joined(i + 1); r.role(k) == small && r.atoms[k].word.value > 0 {
			return big.NewRat(a.word.value+r.atoms[k].word.value, 1), k + 1, true
		}
		return big.NewRat(a.word.value, 1), i + 1, true
	case hundred:
		return big.NewRat(1, 1), i, !a.word.plural && !r.counts(i-1)
	case article:
		switch r.role(r.joined(i + 1)) {
		case hundred, scale, dozen:
			k := r.joined(i + 1)
			return big.NewRat(1, 1), k, !r.atoms[k].word.plural || r.role(k) == scale
		}
	}
	return nil, i, false
}

// counts says whether atom i may be part of a number before it.
func (r *reader) counts(i int) bool {
	switch r.role(i) {
	case small, teen, ten, scale, hundred:
		return true
	}
	return r.isFigures(i)
}

// mixed reads figures with a fraction behind them: 2 1/4, 2½.
func (r *reader) mixed(i int) (x *big.Rat, end int, ok bool) {
	a := &r.atoms[i]
	x, ok = r.value(a)
	if !ok || a.unclear && !r.scaleBehind(i+1) {
		return nil, i, false
	}
	end = i + 1
	if f, e, ok := r.slash(i); ok {
		return f, e, true
	}
	if f, e, ok := r.slash(end); ok && x.IsInt() {
		return x.Add(x, f), e, true
	}
	if end < len(r.atoms) && r.atoms[end].kind == mark {
		if f := vulgar(r.letter(&r.atoms[end])); f != nil && x.IsInt() {
			return x.Add(x, f), end + 1, true
		}
	}
	return x, end, true
}

// scaleBehind says whether a scale stands behind figures.
func (r *reader) scaleBehind(i int) bool {
	switch r.role(r.joined(i)) {
	case scale, suffix, glued, capital:
		return true
	}
	return false
}

// denominators are what people write behind a slash for a part: 3/4. Others are
// dates and numbers of rooms.
var denominators = map[int64]bool{2: true, 3: true, 4: true, 5: true, 6: true, 8: true, 10: true, 16: true, 32: true}

// slash reads a fraction in figures: 3/4.
func (r *reader) slash(i int) (x *big.Rat, end int, ok bool) {
	if !r.isFigures(i) || !r.isFigures(i+2) || r.letter(&r.atoms[i+1]) != '/' || r.atoms[i+1].glued != r.atoms[i+2].glued {
		return nil, i, false
	}
	if i+3 < len(r.atoms) && r.letter(&r.atoms[i+3]) == '/' || i > 0 && r.letter(&r.atoms[i-1]) == '/' {
		return nil, i, false
	}
	n, ok1 := r.value(&r.atoms[i])
	d, ok2 := r.value(&r.atoms[i+2])
	if !ok1 || !ok2 || !n.IsInt() || !d.IsInt() || n.Cmp(d) >= 0 || !d.Num().IsInt64() || !denominators[d.Num().Int64()] {
		return nil, i, false
	}
	return n.Quo(n, d), i + 3, true
}

// decimals reads "point zero three" behind a number in words.
func (r *reader) decimals(i int) (x *big.Rat, end int, ok bool) {
	if r.role(i) != point {
		return nil, i, false
	}
	x, end = new(big.Rat), i+1
	for places := 0; places < digits; {
		y, e, ok := r.simple(end)
		if !ok || r.isFigures(end) || r.role(end) == article || r.role(end) == hundred || places > 0 && r.role(end) != small {
			break
		}
		places++
		if y.Cmp(big.NewRat(10, 1)) >= 0 {
			places++
		}
		x.Add(x, scaled(y, -places))
		end = e
	}
	return x, end, end > i+1
}

// scales reads the scales behind a group: "million", "lakh crore".
func (r *reader) scales(i int) (power, end int) {
	end = i
	for power < maxScale {
		k := r.joined(end)
		w := r.role(k)
		afterFigures := k > 0 && r.atoms[k-1].kind == figures || power == 0 && k > 1 && k-1 == end && r.atoms[end-1].kind == figures
		switch {
		case w == scale:
		case w == suffix && afterFigures && k == end:
		case w == capital && afterFigures && k == end && power == 0:
		case w == glued && afterFigures && k == end && r.atoms[k].glued && (r.sums || r.startsMoney(k+1)):
		default:
			return power, end
		}
		power += int(r.atoms[k].word.value)
		end = k + 1
		if w != scale && end < len(r.atoms) && r.letter(&r.atoms[end]) == '.' && r.atoms[end].glued && end+1 < len(r.atoms) && r.startsMoney(end+1) {
			end++ // 100 bn. USD
		}
	}
	return power, end
}

// cardinal reads a whole or decimal number: groups with falling scales.
//
//	"three million two hundred thousand"   "1.2 trillion"   "6 crore and two hundred"
func (r *reader) cardinal(i int) (n numeral, ok bool) {
	n = numeral{first: i, end: i, value: new(big.Rat), figures: r.isFigures(i)}
	limit := maxScale + 1
	for limit > 2 {
		k, and := n.end, false
		if n.end > i && r.role(k) == conjunction {
			k, and = k+1, true
		}
		x, end, ok := r.group(k)
		if !ok {
			break
		}
		power, e := r.scales(end)
		if n.end > i && (power >= limit || !r.continues(&n, x, k, e, power, and)) {
			break
		}
		n.value.Add(n.value, scaled(x, power))
		n.end, n.scale = e, max(n.scale, power)
		if limit = power; power == 0 {
			break
		}
		if and && r.isFigures(i) {
			break
		}
	}
	if n.end == i {
		return n, false
	}
	r.dozens(&n)
	return n, true
}

// continues says whether a further group belongs to n: with "and", words may
// begin a number of their own ("5 million and two helicopters").
func (r *reader) continues(n *numeral, x *big.Rat, first, end, power int, and bool) bool {
	if n.scale < 3 {
		return false
	}
	if r.isFigures(first) {
		return !and && (power > 0 || r.role(end-1) == hundred || r.role(end-2) == conjunction)
	}
	if r.role(first) == article && r.role(first+1) != hundred {
		return false
	}
	if !and || !x.IsInt() {
		return !and && x.Sign() > 0
	}
	if _, ok := r.denominator(r.joined(end)); ok { // five billion and three quarters
		return false
	}
	large := x.Cmp(hundredRat) >= 0 || power > 0
	if n.figures {
		return large && !r.sums && !r.nounAt(end)
	}
	return n.scale < 6 || large || !r.nounAt(end)
}

var hundredRat = big.NewRat(100, 1)

// nounAt says whether the word at atom i begins or is a counted thing.
func (r *reader) nounAt(i int) bool {
	if i >= len(r.atoms) || r.atoms[i].kind != letters || len(r.Tags) == 0 {
		return false
	}
	switch r.Tags[r.atoms[i].token] {
	case annotate.NOUN, annotate.PROPN, annotate.ADJ:
		return true
	}
	return false
}

// dozens reads "dozen" behind a number: "three dozen". Behind hundreds it
// multiplies what follows them alone.
func (r *reader) dozens(n *numeral) {
	k := r.joined(n.end)
	if r.role(k) != dozen || !n.value.IsInt() {
		return
	}
	unit := new(big.Int).Rem(n.value.Num(), big.NewInt(100))
	if unit.Sign() == 0 {
		unit.Set(n.value.Num())
	}
	n.value.Add(n.value, new(big.Rat).SetInt(unit.Mul(unit, big.NewInt(11))))
	n.end = k + 1
}

// vagueNumeral reads words that give no number: "dozens of", "hundreds of
// thousands of", "several hundred".
func (r *reader) vagueNumeral(i int) (n numeral, ok bool) {
	j := i
	switch {
	case r.is(i, "several"), r.is(i, "few"), r.is(i, "multiple"):
		switch r.role(i + 1) {
		case hundred, scale, dozen:
			j = i + 2
			for r.role(j) == scale {
				j++
			}
			return numeral{first: i, end: j}, true
		}
		return n, false
	case r.role(i) == many, r.role(i) == dozen && r.atoms[i].word.plural:
	default:
		return n, false
	}
	if r.counts(i - 1) {
		return n, false
	}
	j = i + 1
	for r.is(j, "of") && r.role(j+1) == many {
		j += 2
	}
	return numeral{first: i, end: j}, true
}
