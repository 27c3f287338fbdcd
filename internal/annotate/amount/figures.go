package amount

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFigures bounds the letters of one number; what is longer is no number.
const maxFigures = 40

// lexFigures ends a at the end of its figures, or makes it a code where they
// belong to a name or measure: Su-35, 155mm, 1.2.3.
func (r *reader) lexFigures(a *atom, end int) {
	a.kind, a.end = figures, figuresEnd(r.text, a.start, end)
	r.hot = true
	s := r.text[a.start:a.end]
	switch {
	case r.named(a), len(s) > maxFigures:
		a.kind, a.end = code, r.codeEnd(a.end, end)
		return
	case !strings.ContainsAny(s, ".,"):
		a.end = r.spacedEnd(a.start, a.end, end)
	default:
		plain, clear := separators(s)
		a.unclear = !clear
		if plain == "" {
			a.kind = code
			return
		}
	}
	r.lexBehind(a, end)
}

// named says whether figures go on a name by a hyphen: Su-35. Those behind a
// sign of money or a number do not.
func (r *reader) named(a *atom) bool {
	n := len(r.atoms)
	if !a.glued || n < 2 || !isHyphen(r.letter(&r.atoms[n-1])) || !r.atoms[n-1].glued {
		return false
	}
	p := &r.atoms[n-2]
	switch p.word.role {
	case suffix, glued, capital: // T-72, but not 5m-10m
		return !p.glued
	}
	return p.kind == code || p.kind == letters && p.sign == nil && p.word.role == noRole
}

// lexBehind looks at the letters that touch figures: those that belong to the
// number stay apart or are taken in, any others make all of it a code.
func (r *reader) lexBehind(a *atom, end int) {
	if e := powerEnd(r.text[:end], a.end); e > a.end {
		a.end = e
		return
	}
	e := r.lettersEnd(a.end, end)
	if e == a.end {
		return
	}
	s := r.text[a.end:e]
	switch strings.ToLower(s) {
	case "st", "nd", "rd", "th":
		a.word, a.end = word{role: ordinal}, e
		return
	}
	w := r.lookup(s)
	known := w.role != noRole && w.role != article && w.role != conjunction || byPhrase.signs[s] != nil || r.lowerSign(s) != nil || money(s) != nil || byPhrase.begins[strings.ToLower(s)]
	if !known || e < end && isDigit(rune(r.text[e])) {
		a.kind, a.end = code, r.codeEnd(a.end, end)
	}
}

// figuresEnd returns where digits with single periods and commas between them
// end.
func figuresEnd(t string, p, end int) int {
	if t[p] == '.' {
		p++
	}
	for p < end {
		switch c := t[p]; {
		case isDigit(rune(c)):
			p++
		case (c == '.' || c == ',') && p+1 < end && isDigit(rune(t[p+1])):
			p++
		default:
			return p
		}
	}
	return p
}

// spacedEnd takes in groups of three digits behind a space: 1 234 567, and
// 10 000. With a plain space between, one group alone must be round, because
// two numbers may stand side by side.
func (r *reader) spacedEnd(start, p, end int) int {
	if p-start > 3 {
		return p
	}
	groups, bound, q := 0, false, p
	for q < end {
		c, size := utf8.DecodeRuneInString(r.text[q:end])
		g := q + size
		if !unicode.IsSpace(c) || c == '\n' || g+3 > end || !allDigits(r.text[g:g+3]) || g+3 < end && isDigit(rune(r.text[g+3])) {
			break
		}
		bound = bound || c != ' '
		q = g + 3
		groups++
	}
	if groups >= 2 || groups == 1 && (bound || r.text[q-3:q] == "000") {
		return q
	}
	return p
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(rune(s[i])) {
			return false
		}
	}
	return true
}

// separators writes figures with a period alone, "" where they are no number
// (1.2.3); clear is false where a comma may part a decimal or two numbers (1,5).
//
//	1,234.5 → 1234.5    12,34,567 → 1234567    1.234.567,8 → 1234567.8
func separators(s string) (plain string, clear bool) {
	commas, periods := strings.Count(s, ","), strings.Count(s, ".")
	whole, fraction := s, ""
	switch {
	case periods == 1 && strings.LastIndexByte(s, '.') > strings.LastIndexByte(s, ','):
		whole, fraction, _ = strings.Cut(s, ".")
		periods = 0
	case commas == 1 && periods > 0 && strings.LastIndexByte(s, ',') > strings.LastIndexByte(s, '.'):
		whole, fraction, _ = strings.Cut(s, ",")
		commas = 0
	case commas == 1 && periods == 0 && !grouped(s, ","):
		return strings.Replace(s, ",", ".", 1), false
	}
	switch {
	case commas > 0 && periods > 0:
		return "", false
	case commas > 0 && !grouped(whole, ","), periods > 0 && !grouped(whole, "."):
		return "", false
	}
	plain = strings.ReplaceAll(strings.ReplaceAll(whole, ",", ""), ".", "")
	if plain == "" {
		plain = "0"
	}
	if fraction != "" {
		plain += "." + fraction
	}
	return plain, true
}

// grouped says whether sep parts groups of three digits, or, as in India, of
// two before the last three.
func grouped(s, sep string) bool {
	g := strings.Split(s, sep)
	last := len(g) - 1
	if len(g[last]) != 3 || len(g[0]) > 3 || len(g[0]) == 0 {
		return false
	}
	threes, twos := true, len(g[0]) <= 2
	for _, m := range g[1:last] {
		threes, twos = threes && len(m) == 3, twos && len(m) == 2
	}
	return threes || twos
}

// powerEnd returns where a power behind figures ends: 1.3e6, 1.1^23, 1.3x10^6;
// p where there is none.
func powerEnd(t string, p int) int {
	q := p
	switch {
	case strings.HasPrefix(t[q:], "x10^"):
		q += 4
	case strings.HasPrefix(t[q:], "^"), strings.HasPrefix(t[q:], "e"), strings.HasPrefix(t[q:], "E"):
		q++
	default:
		return p
	}
	if q < len(t) && (t[q] == '+' || t[q] == '-') {
		q++
	}
	digits := q
	for q < len(t) && isDigit(rune(t[q])) {
		q++
	}
	if q == digits || q-digits > 2 || q < len(t) && isLatin(t[q]) {
		return p
	}
	return q
}

// value reads figures; ok is false where they are too many.
func (r *reader) value(a *atom) (x *big.Rat, ok bool) {
	s := r.text[a.start:a.end]
	if a.word.role == ordinal {
		s = s[:len(s)-2]
	}
	if len(s) <= 18 && allDigits(s) {
		n, err := strconv.ParseInt(s, 10, 64)
		return bigInt(n), err == nil
	}
	base, power, exponent := s, "", byte(0)
	if i := strings.IndexAny(s, "^eEx"); i > 0 {
		base, exponent, power = s[:i], s[i], s[i+1:]
		if exponent == 'x' {
			power = power[len("10^"):]
		}
	}
	if strings.IndexFunc(base, unicode.IsSpace) >= 0 {
		base = strings.Join(strings.Fields(base), "")
	}
	plain, _ := separators(base)
	x, ok = new(big.Rat).SetString(plain)
	if !ok || exponent == 0 {
		return x, ok
	}
	n, err := strconv.Atoi(power)
	if err != nil || n > maxScale || n < -maxScale {
		return nil, false
	}
	if exponent != '^' {
		return scaled(x, n), true
	}
	return raised(x, n)
}

// raised returns x to the power of n.
func raised(x *big.Rat, n int) (*big.Rat, bool) {
	if x.Sign() == 0 {
		return x, n > 0
	}
	out := big.NewRat(1, 1)
	for range max(n, -n) {
		out.Mul(out, x)
	}
	if n < 0 {
		out.Inv(out)
	}
	return out, true
}

// vulgar is the value of a sign of a fraction, nil for any other sign.
func vulgar(c rune) *big.Rat {
	i := strings.IndexRune("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", c)
	if c < 0x80 || i < 0 {
		return nil
	}
	f := vulgars[utf8.RuneCountInString("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"[:i])]
	return big.NewRat(f[0], f[1])
}

var vulgars = [...][2]int64{{1, 2}, {1, 3}, {2, 3}, {1, 4}, {3, 4}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}}

// letter returns the one letter of a mark.
func (r *reader) letter(a *atom) rune {
	if a.kind != mark {
		return 0
	}
	c, _ := utf8.DecodeRuneInString(r.text[a.start:a.end])
	return c
}

// isHyphen says whether c joins words or figures: hyphen, dashes, minus.
func isHyphen(c rune) bool {
	switch c {
	case '-', '‐', '‑', '–', '—', '−':
		return true
	}
	return false
}
