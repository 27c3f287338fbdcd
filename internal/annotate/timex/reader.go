package timex

import "strings"

// at returns lexeme i of the sentence under way, an empty one outside it.
func (r *reader) at(i int) *lexeme {
	if i < r.first || i >= r.end {
		return &nothing
	}
	return &r.x[i]
}

var (
	nothing = lexeme{num: -1, token: -1}
	noWord  = word{number: -1, decade: -1}
)

// word returns what is known of the word at i, an empty one for every other.
func (r *reader) word(i int) *word {
	if w := r.at(i).word; w != nil {
		return w
	}
	return &noWord
}

// is says whether the word at i is one of names.
func (r *reader) is(i int, names ...string) bool {
	w := r.at(i).word
	if w == nil {
		return false
	}
	for _, n := range names {
		if w.name == n {
			return true
		}
	}
	return false
}

// mark says whether a mark out of marks stands at i.
func (r *reader) mark(i int, marks string) bool {
	c := r.at(i).mark
	return c != 0 && strings.IndexByte(marks, c) >= 0
}

// skip returns i, or the place behind the word at i if it is one of names.
func (r *reader) skip(i int, names ...string) int {
	if r.is(i, names...) {
		return i + 1
	}
	return i
}

// hyphen returns i, or the place behind a hyphen at i.
func (r *reader) hyphen(i int) int {
	if r.mark(i, "-") && r.at(i).glued {
		return i + 1
	}
	return i
}

// letters returns the letters of lexeme i.
func (r *reader) letters(i int) string {
	x := r.at(i)
	return r.l.Document.Text[x.start:x.end]
}

// capital says whether lexeme i begins with a capital.
func (r *reader) capital(i int) bool { return r.at(i).capital }

// monthAt returns the month at i, with a full stop if one stands right behind
// it, and where it ends.
func (r *reader) monthAt(i int) (month, end int) {
	w := r.word(i)
	if w.month == 0 {
		return 0, i
	}
	end = i + 1
	if r.mark(end, ".") && r.at(end).glued && w.shortened {
		end++
	}
	return w.month, end
}

// yearAt returns the year that the four digits or the words at i tell.
func (r *reader) yearAt(i int) (year, end int, ok bool) {
	x := r.at(i)
	if x.digits == 4 && !x.ordinal && !x.grouped && !x.plural && x.num >= 1 {
		if r.mark(i+1, ".,") && r.at(i+1).glued && r.at(i+2).digits > 0 && r.at(i+2).glued && r.at(i+2).digits != 4 {
			return 0, i, false // 2015.25
		}
		return x.num, i + 1, true
	}
	if r.mark(i, "'") && r.at(i+1).digits == 2 && r.at(i+1).glued && !r.at(i+1).plural && !(r.mark(i+2, "'") && r.letters(i+3) == "s") {
		return century20(r.at(i + 1).num), i + 2, true
	}
	return r.wordYear(i)
}

// century20 gives two digits of a year their century.
func century20(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}

// wordYear reads a year in words: nineteen ninety six, two thousand and twenty,
// seventeen hundred thirty three.
func (r *reader) wordYear(i int) (year, end int, ok bool) {
	high, end := r.below100(i)
	if high < 0 {
		return 0, i, false
	}
	switch {
	case r.is(end, "thousand") && high < 10:
		year, end = high*1000, end+1
	case r.is(end, "hundred") && high >= 10 && high < 22:
		year, end = high*100, end+1
	case high >= 10 && high < 22:
		low, e := r.below100(end)
		if low < 10 {
			return 0, i, false
		}
		return high*100 + low, e, true
	default:
		return 0, i, false
	}
	if low, e := r.below100(r.skip(end, "and")); low > 0 {
		return year + low, e, true
	}
	return year, end, true
}

// below100 reads a numeral from one to ninety-nine; -1 if there is none.
func (r *reader) below100(i int) (n, end int) {
	n = r.word(i).number
	switch {
	case n < 1 || n > 99:
		return -1, i
	case n < 20 || n%10 != 0:
		return n, i + 1
	}
	j := r.hyphen(i + 1)
	if k := r.word(j).number; k >= 1 && k <= 9 && r.at(j).word.unit == noUnit {
		return n + k, j + 1
	}
	return n, i + 1
}

// ordinalAt reads an ordinal: 4th, fourth, twenty-first, thirty first.
func (r *reader) ordinalAt(i int) (n, end int) {
	if x := r.at(i); x.ordinal {
		return x.num, i + 1
	}
	if w := r.word(i); w.ordinal > 0 {
		return w.ordinal, i + 1
	}
	if n := r.word(i).number; n >= 20 && n < 100 && n%10 == 0 {
		j := r.hyphen(i + 1)
		if k := r.word(j).ordinal; k >= 1 && k <= 9 {
			return n + k, j + 1
		}
	}
	return 0, i
}

// dayAt reads the number of a day of a month, in digits, words or as an ordinal.
func (r *reader) dayAt(i int) (n, end int) {
	if n, end = r.ordinalAt(i); n > 0 && n <= 31 {
		return n, end
	}
	if x := r.at(i); x.digits == 1 || x.digits == 2 {
		if x.num < 1 || x.num > 31 || x.plural || x.grouped || r.unitGlued(i+1) || r.decimal(i+1) || r.mark(i+1, "%") {
			return 0, i
		}
		return x.num, i + 1
	}
	if n, end = r.below100(i); n > 0 && n <= 31 {
		return n, end
	}
	return 0, i
}

// unitGlued says whether letters stand right behind a number, as in 3pm.
func (r *reader) unitGlued(i int) bool {
	x := r.at(i)
	return x.glued && x.mark == 0 && x.digits == 0
}

// decimal says whether a point and digits stand right behind a number, or a
// colon, as in 8:30.
func (r *reader) decimal(i int) bool {
	return r.mark(i, ".:,") && r.at(i).glued && r.at(i+1).digits > 0 && r.at(i+1).glued
}

// countAt reads a number of units in thousandths: 3, 3.5, ½, five, twenty-two,
// a, an, another, a couple of, a dozen, half a, two hundred. Vague ones ("a
// few") give ok and a count of -1.
func (r *reader) countAt(i int) (n, end int, ok bool) {
	x := r.at(i)
	switch {
	case x.mark == 'h':
		return 500, i + 1, true
	case x.mark == 'q':
		return 250, i + 1, true
	case x.digits > 0:
		return r.digitsAt(i)
	}
	if r.is(i, "half") && r.is(i+1, "a", "an") {
		return 500, i + 2, true
	}
	if r.is(i, "a", "an") {
		switch w := r.word(i + 1); {
		case w.count > 0:
			return w.count * 1000, r.skip(i+2, "of"), true
		case w.number >= 100:
			return w.number * 1000, i + 2, true
		case w.vague && r.is(i+1, "few"), r.is(i+1, "several"):
			return -1, i + 2, true
		case r.is(i+1, "half"):
			return 500, i + 2, true
		}
		return 1000, i + 1, true
	}
	if r.is(i, "another") {
		if n, end, ok = r.countAt(i + 1); ok && n != -1 {
			return n, end, ok
		}
		return 1000, i + 1, true
	}
	w := r.word(i)
	switch {
	case w.vague:
		if r.is(i+1, "more") {
			return -1, i + 2, true
		}
		return -1, i + 1, true
	case w.count == 2:
		return 2000, r.skip(i+1, "of"), true
	case w.count > 0:
		return w.count * 1000, i + 1, true
	}
	return r.numeralAt(i)
}

// digitsAt reads digits with a decimal fraction of up to three.
func (r *reader) digitsAt(i int) (n, end int, ok bool) {
	x := r.at(i)
	if x.ordinal || x.plural || x.num > 1_000_000 {
		return 0, i, false
	}
	n, end = x.num*1000, i+1
	if f := r.at(end + 1); r.mark(end, ".") && r.at(end).glued && f.glued && f.digits > 0 && f.digits <= 3 {
		scale := 1000
		for range f.digits {
			scale /= 10
		}
		return n + f.num*scale, end + 2, true
	}
	if r.mark(end, "h") {
		return n + 500, end + 1, true
	}
	if r.mark(end, "(") { // sixteen (16), 16 (sixteen)
		return n, end, true
	}
	return n, end, true
}

// numeralAt reads a numeral in words, up to the hundreds.
func (r *reader) numeralAt(i int) (n, end int, ok bool) {
	n, end = r.below100(i)
	if n < 0 {
		return 0, i, false
	}
	if r.is(end, "hundred") {
		n, end = n*100, end+1
		if low, e := r.below100(r.skip(end, "and")); low > 0 {
			n, end = n+low, e
		}
	}
	if j := r.skip(end, "and"); j > end || r.is(end, "a") {
		k := r.skip(j, "a")
		switch {
		case r.is(k, "half"):
			return n*1000 + 500, k + 1, true
		case r.is(k, "quarter") && k > j && r.word(k+1).unit != noUnit:
			return n*1000 + 250, k + 1, true
		}
	}
	return n * 1000, end, true
}
