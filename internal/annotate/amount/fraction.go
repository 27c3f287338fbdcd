package amount

import "math/big"

// denominator is the lower part of a fraction in words, atoms up to end: "thirds", "twenty-fifth".
type denominator struct {
	value  int64
	end    int
	plural bool
}

// denominator reads "half", "quarters", "third", "twenty-fifths", "one hundred
// fifth"; singular ordinals too.
func (r *reader) denominator(i int) (d denominator, ok bool) {
	if i >= len(r.atoms) || r.atoms[i].kind != letters {
		return d, false
	}
	w := r.atoms[i].word
	switch w.role {
	case part:
		return denominator{w.value, i + 1, w.plural || r.is(i, "halves")}, true
	case ordinal:
		return denominator{w.value, i + 1, w.plural}, w.value > 2
	case ten:
		k := r.joined(i + 1)
		if o := r.role(k); o == ordinal && r.atoms[k].word.value < 10 {
			v := r.atoms[k].word
			return denominator{w.value + v.value, k + 1, v.plural}, true
		}
	}
	return r.hundredth(i)
}

// hundredth reads "one hundred fifth", "one hundred and fifth" as denominators.
func (r *reader) hundredth(i int) (d denominator, ok bool) {
	if r.role(i) != small || r.role(i+1) != hundred {
		return d, false
	}
	k := i + 2
	if r.role(k) == conjunction {
		k++
	}
	if o := r.role(k); o != ordinal && o != ten || r.role(i-1) != small {
		return d, false
	}
	if d, ok = r.denominator(k); ok {
		d.value += 100 * r.atoms[i].word.value
	}
	return d, ok
}

// fraction reads a part of one: "two thirds", "a quarter", "half a million",
// "three quarters of a million". What may as well be an ordinal ("a third
// battery") is none.
func (r *reader) fraction(i int) (n numeral, ok bool) {
	n = numeral{first: i, end: i, fraction: true}
	if d, ok := r.denominator(i); ok && r.role(i) == part {
		n.value, n.end = big.NewRat(1, d.value), d.end
		if !r.ofScale(&n) {
			return n, d.value == 2 && !d.plural && r.halves(n.end)
		}
		return n, true
	}
	if i < len(r.atoms) {
		if f := vulgar(r.letter(&r.atoms[i])); f != nil {
			n.value, n.end = f, i+1
			n.value = scaled(n.value, r.behind(&n))
			return n, true
		}
	}
	x, end, compound, ok := r.numerator(i)
	if !ok {
		return n, false
	}
	d, ok := r.denominator(r.joined(end))
	if !ok || !d.plural && (x.Cmp(big.NewRat(1, 1)) != 0 || compound) {
		return n, false
	}
	n.end = d.end
	n.value = x.Quo(x, big.NewRat(d.value, 1))
	if r.ofScale(&n) {
		return n, true
	}
	if !d.plural && (d.value > 4 || d.value == 3) && r.role(i) == article {
		return n, !r.nounAt(d.end)
	}
	if d.value == 4 && !d.plural && r.role(i) == article || d.value == 2 && r.role(i) == article {
		return n, !r.nounAt(d.end)
	}
	return n, true
}

// behind reads the scale behind a sign of a fraction and returns its power.
func (r *reader) behind(n *numeral) int {
	power, end := r.scales(n.end)
	n.end, n.scale = end, power
	return power
}

// halves says whether "half" before atom i is a number: "half of them", "half
// the country", but not "half brother".
func (r *reader) halves(i int) bool {
	return r.is(i, "of") || r.is(i, "the") || r.is(i, "its") || r.is(i, "their")
}

// numerator reads what stands before a denominator. Of "one hundred thirty
// fifths" it is one hundred, because the thirty belongs to the fifths; with
// "and" before the thirty it does not.
func (r *reader) numerator(i int) (x *big.Rat, end int, compound, ok bool) {
	if r.role(i) == article && r.role(r.joined(i+1)) != hundred && r.role(r.joined(i+1)) != scale {
		return big.NewRat(1, 1), i + 1, false, true
	}
	if r.isFigures(i) {
		return nil, i, false, false
	}
	n, ok := r.cardinal(i)
	if !ok {
		return nil, i, false, false
	}
	last := n.end - 1
	if r.role(last) == ten && last > i && r.role(last-1) != conjunction {
		if d, ok := r.denominator(last); ok && d.value%10 != 0 {
			return new(big.Rat).Sub(n.value, big.NewRat(r.atoms[last].word.value, 1)), last, false, true
		}
	}
	return n.value, n.end, n.end > i+1, true
}

// ofScale multiplies a fraction by what follows it: "half a million", "half
// million", "two thirds of a billion".
func (r *reader) ofScale(n *numeral) bool {
	k := r.joined(n.end)
	if r.is(k, "of") {
		k++
		if r.role(k) != article {
			return false
		}
	}
	if r.role(k) == article {
		k = r.joined(k + 1)
	}
	if o := r.role(k); o == dozen && k > n.end {
		n.value, n.end = new(big.Rat).Mul(n.value, big.NewRat(12, 1)), k+1
		return true
	}
	if r.role(k) != scale {
		return false
	}
	power, end := r.scales(k)
	n.value, n.end, n.scale = scaled(n.value, power), end, power
	return power > 0
}

// addFraction reads "and a half" behind a number, of the last scale where it
// has one: "five billion and three quarters".
func (r *reader) addFraction(n *numeral) {
	if r.role(n.end) != conjunction {
		return
	}
	f, end, ok := r.tail(n.end + 1)
	if !ok || r.timed(n.first, n.end) { // in 2018 and a third in 2022
		return
	}
	power, e := r.scales(end)
	switch {
	case power > 0 && n.scale == 0: // five and a half million
		n.value, n.scale = scaled(new(big.Rat).Add(n.value, f), power), power
	case power > 0 && power < n.scale: // one billion and a quarter million
		n.value.Add(n.value, scaled(f, power))
	case power > 0:
		return
	case n.scale >= 3 && n.end > 0 && r.role(n.end-1) == scale:
		n.value.Add(n.value, scaled(f, n.scale))
	default:
		n.value.Add(n.value, f)
	}
	n.end = e
}

// tail reads the fraction behind "and".
func (r *reader) tail(i int) (x *big.Rat, end int, ok bool) {
	x, end, compound, ok := r.numerator(i)
	if !ok {
		return nil, i, false
	}
	d, ok := r.denominator(r.joined(end))
	if !ok || !d.plural && (x.Cmp(big.NewRat(1, 1)) != 0 || compound) {
		return nil, i, false
	}
	if !d.plural && r.atoms[d.end-1].word.role == ordinal && r.nounAt(d.end) {
		return nil, i, false // "five and a third battery"
	}
	return x.Quo(x, big.NewRat(d.value, 1)), d.end, true
}

// share reads "one in five", "four in 10", "three out of four" as a part. Of larger numbers
// both are counts: "30 out of 34 drones".
func (r *reader) share(n *numeral) {
	k := n.end
	switch {
	case r.is(k, "in"):
		k++
	case r.is(k, "out") && r.is(k+1, "of"):
		k += 2
	default:
		return
	}
	d, ok := r.cardinal(k)
	if !ok || d.value.Cmp(n.value) <= 0 || d.scale > 0 || d.value.Cmp(big.NewRat(1000, 1)) > 0 || r.timed(k, d.end) || r.startsMoney(d.end) || r.isPercent(d.end) {
		return
	}
	tens := d.value.Cmp(big.NewRat(10, 1)) == 0 || d.value.Cmp(hundredRat) == 0
	switch {
	case tens:
	case k == n.end+1 && n.value.Cmp(big.NewRat(1, 1)) != 0, d.value.Cmp(big.NewRat(10, 1)) > 0 && k != n.end+1:
		return
	}
	n.value = new(big.Rat).Quo(n.value, d.value)
	n.end, n.fraction, n.share = d.end, true, true
}

// divide reads "over three" behind a number where nothing follows that could
// be counted: "one over three".
func (r *reader) divide(n *numeral) {
	if !r.is(n.end, "over") || n.fraction {
		return
	}
	d, ok := r.cardinal(n.end + 1)
	if !ok || d.value.Sign() == 0 || d.end < len(r.atoms) && r.atoms[d.end].kind != mark || n.first > 0 && r.atoms[n.first-1].sign != nil {
		return
	}
	n.value = new(big.Rat).Quo(n.value, d.value)
	n.end, n.fraction = d.end, true
}
