package segment

import "unicode/utf8"

// features returns what speaks for or against a border before word i of a
// sentence that begins with word begin. They stay valid until the next call.
func (p *passage) features(begin, i int) ([]byte, []int) {
	p.buf, p.ends = p.buf[:0], p.ends[:0]
	k := i - 1 // the last word that is no closing mark
	closers := ""
	for n := 0; k > begin && n < 2 && isCloser(first(p.word(k))) && len(p.word(k)) <= 3; n++ {
		closers = p.word(k)
		if r := first(closers); r == '”' || r == '»' || r == '"' || r == '\'' || r == '’' {
			closers = "q"
		}
		k--
	}
	m := ""
	if isPunctuation(p.word(k)) {
		m = markOf(p.word(k))
		k--
	}
	before, next, after := p.word(k), p.word(i), p.word(i+1)
	if k < begin {
		before = ""
	}
	sb, sn, sa := shape(before), shape(next), shape(after)
	block := "open"
	if p.finished {
		block = "finished"
	}
	if p.casual {
		block = "casual"
	}
	state := "plain"
	if p.quotes > 0 {
		state = "quote"
	} else if p.brackets > 0 {
		state = "bracket"
	}
	gap := "apart"
	if p.glued(i) {
		gap = "glued"
	}
	length := bucket(i - begin)

	p.add("mark", m, closers, "")
	p.add("mark+next", m, closers, sn)
	p.add("mark+next+block", m+closers, sn, block)
	p.add("mark+shapes", m+closers, sb, sn)
	p.add("mark+next+after", m+closers, sn, sa)
	p.add("mark+state", m+closers, state, sn)
	p.add("mark+gap", m+closers, gap, sn)
	p.add("mark+length", m+closers, length, block)
	p.add("next+length", sn, length, m)
	p.add("rest+mark", bucket(len(p.words)-i), m+closers, sn)
	p.add("begin+mark", shape(p.word(begin)), m+closers, sn)
	p.lower("before", before, m, "")
	p.lower("before+next", before, sn, "")
	p.lower("next", next, m, "")
	p.lower("next+block", next, block, "")
	p.lower("after", after, m, sn)
	p.lower("first", p.word(begin), m, sn)
	p.add("shapes", shape(p.word(k-1)), sb, sn)
	p.add("shapes+mark", shape(p.word(k-1))+m, sb+sn, sa)
	p.add("shapes+after", sn, sa, shape(p.word(i+2)))
	p.add("first+block", shape(p.word(begin)), block, m)
	if len(next) > 0 && len(after) > 0 && utf8.RuneCountInString(next) == 1 && isPunctuation(next) {
		p.lower("second", after, next, m)
	}
	return p.buf, p.ends
}

// add writes one feature: its name and three values.
func (p *passage) add(name, a, b, c string) {
	p.buf = append(p.buf, name...)
	for _, v := range [...]string{a, b, c} {
		p.buf = append(p.buf, ' ')
		p.buf = append(p.buf, v...)
	}
	p.ends = append(p.ends, len(p.buf))
}

// lower writes one feature of a word without regard to its case; of a long
// word the end.
func (p *passage) lower(name, w, b, c string) {
	p.buf = append(p.buf, name...)
	p.buf = append(p.buf, ' ')
	for _, x := range []byte(w[max(0, len(w)-16):]) {
		switch {
		case 'A' <= x && x <= 'Z':
			x |= 0x20
		case '0' <= x && x <= '9':
			x = '0'
		}
		p.buf = append(p.buf, x)
	}
	p.buf = append(p.buf, ' ')
	p.buf = append(p.buf, b...)
	p.buf = append(p.buf, ' ')
	p.buf = append(p.buf, c...)
	p.ends = append(p.ends, len(p.buf))
}

// isPunctuation says whether w is made of marks.
func isPunctuation(w string) bool { return w != "" && !isWord(first(w)) && !isWord(last(w)) }

// markOf sorts a word of marks.
func markOf(w string) string {
	switch {
	case w == ".", w == "?", w == "!", w == ":", w == ";", w == ",", w == "-", w == "(", w == "[", w == "/", w == "*":
		return w
	case isTerminal(w):
		if last(w) == '.' || last(w) == '…' {
			return "..."
		}
		return "!!"
	case first(w) == '-' || first(w) == '–' || first(w) == '—' || first(w) == '―':
		if len(w) > 4 {
			return "rule"
		}
		return "--"
	case len(w) >= 5:
		return "rule"
	}
	for _, e := range words.emoticon {
		if w == e {
			return "face"
		}
	}
	if len(w) == 1 {
		return w
	}
	return "sign"
}

// shape sorts a word by its letters.
func shape(w string) string {
	if w == "" {
		return "-"
	}
	r := first(w)
	switch {
	case isDigit(r):
		for i := range len(w) {
			switch w[i] {
			case ':':
				return "time"
			case '/':
				return "date"
			}
		}
		if len(w) == 4 && digits(w) == 4 {
			return "year"
		}
		return "digit"
	case isUpper(r):
		if l := last(w); l == '.' {
			if len(w) == 2 {
				return "X."
			}
			return "Xx."
		} else if len(w) == 1 {
			if w == "I" {
				return "I"
			}
			return "X"
		} else if isUpper(l) {
			if w == "AM" || w == "PM" {
				return "PM"
			}
			return "XX"
		}
		if words.opener[w] {
			return "The"
		}
		return "Xx"
	case isLetter(r):
		for i := range len(w) {
			if w[i] == '@' || w[i] == '/' || w[i] == '.' && i+1 < len(w) && len(w) > 5 {
				return "address"
			}
		}
		if last(w) == '.' {
			return "x."
		}
		if w == "pm" || w == "am" {
			return "PM"
		}
		return "x"
	}
	switch w {
	case "“", "\"", "‘", "«", "''", "'", "”", "’":
		return "q"
	case "(", "[":
		return "("
	}
	return markOf(w)
}

// bucket sorts a number of words.
func bucket(n int) string {
	switch {
	case n <= 5:
		return [...]string{"0", "1", "2", "3", "4", "5"}[max(0, n)]
	case n <= 8:
		return "6-8"
	case n <= 15:
		return "9-15"
	case n <= 30:
		return "16-30"
	case n <= 60:
		return "31-60"
	}
	return "61-"
}
