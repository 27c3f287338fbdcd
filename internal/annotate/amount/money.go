package amount

import (
	"math/big"
	"strings"
)

// maxPhrase is how many words the name of a currency may have.
const maxPhrase = 5

// money is the currency behind figures in millions, written in one: 30 MUSD.
func money(s string) *currency {
	if len(s) != 4 || s[0] != 'M' {
		return nil
	}
	if c := byPhrase.signs[s[1:]]; c != nil && c.code == s[1:] {
		return c
	}
	return nil
}

// startsMoney says whether a currency stands at atom i, behind a number.
func (r *reader) startsMoney(i int) bool {
	c, _, _ := r.behindFigures(i)
	return c != nil
}

// prefix reads the currency before a number: "$", "US$", "EUR", "Rs.". next is
// where the number begins.
func (r *reader) prefix(i int) (c *currency, next int) {
	a := &r.atoms[i]
	if a.kind != letters && a.sign == nil {
		return nil, i
	}
	next = i + 1
	c = a.sign
	if a.kind == letters {
		if c, end := r.inWords(i); c != nil && r.isFigures(end) && r.scaleBehind(end+1) { // Qatari riyals 500 million
			return c, end
		}
		if both, end := r.signOfTwo(i); both != nil {
			return both, end
		}
		if c == nil {
			c = r.codeInSmall(i)
		}
		if next < len(r.atoms) && r.letter(&r.atoms[next]) == '.' && r.atoms[next].glued { // Rs. 500
			next++
		}
	}
	if c == nil || next >= len(r.atoms) || a.kind == letters && !r.isFigures(next) {
		return nil, i
	}
	if a.kind == letters && c.english && !r.scaleBehind(next+1) && !strings.Contains(r.text[r.atoms[next].start:r.atoms[next].end], ",") {
		return nil, i
	}
	if c.minor != 0 && a.kind == letters { // "p 12" is a page
		return nil, i
	}
	return c, next
}

// codeInSmall is the currency whose code is written in small letters before
// figures: usd 20.
func (r *reader) codeInSmall(i int) *currency {
	s := r.text[r.atoms[i].start:r.atoms[i].end]
	if c := r.lowerSign(s); c != nil {
		return c
	}
	if strings.EqualFold(s, "rmb") || strings.EqualFold(s, "eur") {
		return byPhrase.words[strings.ToLower(s)]
	}
	return nil
}

// signOfTwo reads letters and a sign of money as one: US$, C$, usd$. In a text
// whose words and signs all stand apart they may be parted too: us $ 150.
func (r *reader) signOfTwo(i int) (c *currency, end int) {
	letters := r.text[r.atoms[i].start:r.atoms[i].end]
	k := i + 1
	if k < len(r.atoms) && r.letter(&r.atoms[k]) == '.' && r.atoms[k].glued && strings.Contains(letters, ".") { // U.S.$
		k++
	}
	if k >= len(r.atoms) || r.atoms[k].kind != mark || r.atoms[k].sign == nil || len(letters) > 6 {
		return nil, i
	}
	s := strings.ToUpper(strings.ReplaceAll(letters, ".", ""))
	if !r.atoms[k].glued && (len(s) == 1 && s != "C" || k+1 >= len(r.atoms) || r.atoms[k+1].glued) {
		return nil, i
	}
	return byPhrase.signs[s+r.text[r.atoms[k].start:r.atoms[k].end]], k + 1
}

// behindFigures reads the currency behind a number: "euros", "US dollars", "€",
// "USD", "MUSD", whose power of ten is 6; end is where it ends.
func (r *reader) behindFigures(i int) (c *currency, end, power int) {
	k := r.joined(i)
	if k >= len(r.atoms) {
		return nil, i, 0
	}
	a := &r.atoms[k]
	if a.kind != letters {
		if a.sign == nil || a.kind != mark || k+1 < len(r.atoms) && r.isFigures(k+1) && r.atoms[k+1].glued {
			return nil, i, 0
		}
		return a.sign, k + 1, 0
	}
	if c, end := r.inWords(k); c != nil {
		return c, end, 0
	}
	s := r.text[a.start:a.end]
	if c, end := r.signOfTwo(k); c != nil && !r.isFigures(end) {
		return c, end, 0
	}
	if c := a.sign; c != nil && (c.minor == 0 || a.glued) {
		return c, k + 1, 0
	}
	if c := r.lowerSign(s); c != nil {
		return c, k + 1, 0
	}
	if c := money(s); c != nil {
		return c, k + 1, 6
	}
	return nil, i, 0
}

// inWords reads the name of a currency in words, the longest that fits.
func (r *reader) inWords(i int) (c *currency, end int) {
	r.buf = r.buf[:0]
	k := i
	for n := 0; n < maxPhrase && k < len(r.atoms) && r.atoms[k].kind == letters; n++ {
		if n > 0 {
			r.buf = append(r.buf, ' ')
		}
		at := len(r.buf)
		for _, b := range appendLower(r.buf, r.text[r.atoms[k].start:r.atoms[k].end])[at:] {
			if b != '.' {
				r.buf = append(r.buf, b)
			}
		}
		if n == 0 && !byPhrase.begins[string(r.buf)] {
			return nil, i
		}
		if found := byPhrase.words[string(r.buf)]; found != nil {
			c, end = found, k+1
		}
		k++
		if k < len(r.atoms) && r.letter(&r.atoms[k]) == '.' && strings.Contains(r.text[r.atoms[k-1].start:r.atoms[k-1].end], ".") { // U.S. dollars
			k++
		}
		k = r.joined(k)
	}
	return c, end
}

// sum is a sum of money, atoms first to end; high is nil but for a range, and
// low too where the words are vague.
type sum struct {
	first, end int
	low, high  *big.Rat
	scale      int
	currency   *currency
	prefixed   bool // the currency stands before the figures
}

// sum reads the sum of money that begins with atom i.
func (r *reader) sum(i int) (m sum, ok bool) {
	if m, ok = r.part(i); !ok {
		return m, false
	}
	r.cents(&m)
	if m.low == nil || m.high != nil {
		return m, true
	}
	k, ok := r.connector(m.first, m.end)
	if !ok {
		return m, true
	}
	if o, ok := r.part(k); ok && o.low != nil && o.high == nil && o.currency == m.currency {
		if low, ok := shared(m.low, m.scale, o.low, o.scale); ok {
			m.low, m.high, m.end, m.scale = low, o.low, o.end, o.scale
		}
	}
	return m, true
}

// part reads a sum, or a range whose ends have one currency: "$10-15 billion",
// "3 to 5 billion euros".
func (r *reader) part(i int) (m sum, ok bool) {
	if c, next := r.prefix(i); c != nil {
		return r.prefixed(i, c, next)
	}
	n, ok := r.numeral(i)
	if !ok || n.ordinal {
		return m, false
	}
	low, high, end := r.span(&n, false)
	if n.vague() && r.is(end, "of") {
		end++
	}
	c, e, power := r.behindFigures(end)
	if c == nil || c.plain && !r.plainMoney(&n, n.scale+power, e) {
		return m, false
	}
	m = sum{first: i, end: e, low: low, high: high, scale: n.scale, currency: c}
	if power == 0 {
		power, m.end = r.scales(e) // 75 USD million
	}
	if power > 0 && low != nil {
		m.low, m.scale = scaled(low, power), power
		if high != nil {
			m.high = scaled(high, power)
		}
	}
	return m, true
}

// prefixed reads the figures behind a currency.
func (r *reader) prefixed(i int, c *currency, next int) (m sum, ok bool) {
	r.sums = true
	defer func() { r.sums = false }()
	n, ok := r.numeral(next)
	if !ok || n.vague() || !n.figures && r.atoms[next-1].kind == letters {
		return m, false
	}
	m = sum{first: i, currency: c, scale: n.scale, prefixed: true}
	m.low, m.high, m.end = r.span(&n, true)
	if again, end, _ := r.behindFigures(m.end); again != nil && related(c, again) { // $5 million USD
		m.end = end
		if m.currency.code == "" {
			m.currency = again
		}
	}
	if i > 0 && r.letter(&r.atoms[i-1]) == '-' && r.atoms[i].glued && !r.atoms[i-1].glued && m.high == nil {
		m.low, m.first = new(big.Rat).Neg(m.low), i-1
	}
	return m, true
}

// related says whether b may name the currency a once more.
func related(a, b *currency) bool {
	return a == b || a.code == "" && (b.news == a.news && b.code == "" || strings.HasSuffix(strings.ToLower(b.name), strings.ToLower(a.name)))
}

// cents adds what stands behind a sum in words: "thirteen dollars forty-five
// cents", "15 dollars 50".
func (r *reader) cents(m *sum) {
	if m.low == nil || m.high != nil || m.scale > 0 || !m.low.IsInt() || m.currency.minor != 0 {
		return
	}
	k := m.end
	if r.role(k) == conjunction {
		k++
	}
	if m.prefixed && (k == m.end || r.role(k) != ten) { // "$4.25 and 32 is the quantity"
		return
	}
	n, ok := r.cardinal(k)
	if !ok || !n.value.IsInt() || n.scale > 0 || n.value.Cmp(hundredRat) >= 0 {
		return
	}
	if c, end, _ := r.behindFigures(n.end); c != nil {
		if c.minor == 2 {
			m.low, m.end = new(big.Rat).Add(m.low, scaled(n.value, -2)), end
		}
		return
	}
	if n.value.Cmp(big.NewRat(10, 1)) >= 0 && (r.closes(n.end) || k == m.end && n.figures && r.is(n.end, "more")) {
		m.low, m.end = new(big.Rat).Add(m.low, scaled(n.value, -2)), n.end
	}
}

// closes says whether nothing that could be counted stands at atom i.
func (r *reader) closes(i int) bool {
	return i == len(r.atoms) || r.atoms[i].kind == mark && r.atoms[i].sign == nil && !r.isPercent(i)
}

// plainMoney says whether a word with other senses is money behind n: with a
// scale ("20 million pounds"), but not where a smaller or vague one measures
// what follows ("hundreds of pounds of drugs").
func (r *reader) plainMoney(n *numeral, scale, end int) bool {
	if scale < 3 && !n.vague() {
		return false
	}
	return scale >= 6 || !r.is(end, "of")
}
