package amount

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/internal/annotate"
)

// atomKind is what an atom is made of.
type atomKind uint8

const (
	letters atomKind = iota
	figures          // 12, 1,234.5, 10 000
	code             // letters and figures in one: F-16, 155mm, 1.2.3
	mark             // one sign
)

// atom is the smallest piece that the rules speak of. It is smaller than a
// token where that holds both figures and letters: EUR100 is two.
type atom struct {
	start, end int
	token      int // that it begins in
	kind       atomKind
	glued      bool // nothing stands between it and the atom before
	unclear    bool // figures that may be written in more than one way: 1,5
	word       word
	sign       *currency // what the letters or the mark mean as a sign of money
}

// reader holds what is needed to read the numbers of one passage.
type reader struct {
	*annotate.Layers
	text  string
	atoms []atom // of one sentence
	buf   []byte
	hot   bool    // the sentence may hold a number
	sums  bool    // a currency stands before the number that is read
	found []place // the sums of the sentence
}

// lex cuts a sentence into atoms.
func (r *reader) lex(s annotate.Sentence) {
	r.atoms, r.hot = r.atoms[:0], false
	if s.First >= s.End {
		return
	}
	end := r.Tokens[s.End-1].End
	token := s.First
	for p := r.Tokens[s.First].Start; p < end; {
		c, size := utf8.DecodeRuneInString(r.text[p:end])
		if unicode.IsSpace(c) {
			p += size
			continue
		}
		for token+1 < s.End && r.Tokens[token+1].Start <= p {
			token++
		}
		if t := r.Tokens[token]; t.Start == p && isAddress(t.Of(r.text)) {
			p = t.End
			r.atoms = append(r.atoms, atom{start: t.Start, end: t.End, token: token, kind: code})
			continue
		}
		a := atom{start: p, token: token, glued: len(r.atoms) > 0 && r.atoms[len(r.atoms)-1].end == p}
		switch {
		case isDigit(c), c == '.' && p+1 < end && isDigit(rune(r.text[p+1])) && !a.glued:
			r.lexFigures(&a, end)
		case unicode.IsLetter(c) && !isSign(c):
			r.lexLetters(&a, end)
		default:
			a.kind, a.end = mark, p+size
			if c >= 0x80 || c == '$' {
				a.sign = byPhrase.signs[r.text[p:a.end]]
				r.hot = r.hot || a.sign != nil || vulgar(c) != nil
			}
		}
		p = a.end
		r.atoms = append(r.atoms, a)
	}
}

// isAddress says whether a token is an address of the web or of mail.
func isAddress(s string) bool {
	return len(s) > 7 && (strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.Contains(s, "@"))
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// isSign says whether a letter is a sign of money that figures may touch.
func isSign(c rune) bool { return c == '元' || c == '円' }

// lexLetters ends a at the end of its letters. Letters with figures behind them
// are a code, unless they are a sign of money.
func (r *reader) lexLetters(a *atom, end int) {
	a.end = r.lettersEnd(a.start, end)
	if a.end == a.start { // marks that only combine
		a.end += 1
	}
	s := r.text[a.start:a.end]
	if len(s) <= byPhrase.longest {
		a.sign = byPhrase.signs[s]
	}
	if a.end < end && isDigit(rune(r.text[a.end])) && a.sign == nil && r.lowerSign(s) == nil {
		a.kind, a.end = code, r.codeEnd(a.end, end)
		return
	}
	a.word = r.lookup(s)
	r.hot = r.hot || a.word.role != noRole && a.word.role != article && a.word.role != conjunction
}

// lowerSign is the currency whose code is written in small letters: usd115.
func (r *reader) lowerSign(s string) *currency {
	if len(s) != 3 || s[0] < 'a' || s[0] > 'z' || byPhrase.begins[s] {
		return nil
	}
	r.buf = r.buf[:0]
	for i := range len(s) {
		r.buf = append(r.buf, s[i]&^0x20)
	}
	c := byPhrase.signs[string(r.buf)]
	if c == nil || c.english {
		return nil
	}
	return c
}

// lookup finds a word of number whatever its case.
func (r *reader) lookup(s string) word {
	if len(s) > maxWord {
		return word{}
	}
	lower := true
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			lower = false
			break
		}
	}
	if lower {
		return words[s]
	}
	if w, ok := words[s]; ok {
		return w
	}
	r.buf = appendLower(r.buf[:0], s)
	return words[string(r.buf)]
}

// maxWord is how many letters the longest word of the tables may have.
const maxWord = 20

func appendLower(b []byte, s string) []byte {
	for _, c := range s {
		if c < 0x80 {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, byte(c))
			continue
		}
		b = utf8.AppendRune(b, unicode.ToLower(c))
	}
	return b
}

// lettersEnd returns where letters end. Single letters with periods between
// them are one: U.S.
func (r *reader) lettersEnd(p, end int) int {
	start := p
	for p < end {
		c, size := utf8.DecodeRuneInString(r.text[p:end])
		switch {
		case unicode.IsLetter(c) && !isSign(c), unicode.IsMark(c):
			p += size
		case c == '.' && dotted(r.text[start:p]) && p+1 < end && isLatin(r.text[p+1]) && (p+2 >= end || !isLatin(r.text[p+2])):
			p++
		default:
			return p
		}
	}
	return p
}

// dotted says whether s is one letter, or letters with periods between them.
func dotted(s string) bool { return len(s) == 1 || len(s) > 2 && s[len(s)-2] == '.' }

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// codeEnd returns where a run of letters and figures ends.
func (r *reader) codeEnd(p, end int) int {
	for p < end {
		c, size := utf8.DecodeRuneInString(r.text[p:end])
		if !unicode.IsLetter(c) && !isDigit(c) {
			return p
		}
		p += size
	}
	return p
}
