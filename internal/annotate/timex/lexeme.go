package timex

import (
	"onrecord/internal/annotate"
)

// lexeme is a word, a number or a mark: what expressions are matched over.
// Tokens with digits in them are cut where digits begin and end, so that
// "mid-2023", "2024-04-05" and "3pm" are read the same however the text was cut
// into words.
type lexeme struct {
	start, end int // bytes of the text
	token      int
	word       *word // nil for what words.txt does not know
	num        int   // of digits; -1 if it is no number
	digits     int   // how many digits; 0 for what is no number
	mark       byte  // of a mark: its letter; 0 for a word or a number
	ordinal    bool  // "4th"
	grouped    bool  // "1,500"
	plural     bool  // "1990s"
	glued      bool  // stands right behind the lexeme before it
	capital    bool
}

// lexemes cuts the words of a passage; the bytes in between are spaces.
func lexemes(l *annotate.Layers) []lexeme {
	out := make([]lexeme, 0, len(l.Tokens)+len(l.Tokens)/8)
	t := l.Document.Text
	for i, s := range l.Tokens {
		w := t[s.Start:s.End]
		if known := lookup(w); known != nil {
			out = append(out, lexeme{start: s.Start, end: s.End, token: i, word: known, num: -1, capital: isUpper(w[0])})
		} else if simple(w) {
			out = append(out, lexeme{start: s.Start, end: s.End, token: i, num: -1, capital: isUpper(w[0])})
		} else {
			out = cut(out, t, s.Start, s.End, i)
		}
	}
	for i := 1; i < len(out); i++ {
		out[i].glued = out[i-1].end == out[i].start
	}
	return out
}

// lookup returns what words.txt knows of w.
func lookup(w string) *word {
	if len(w) > longestWord {
		return nil
	}
	var low [16]byte
	if len(w) > len(low) {
		return nil
	}
	for i := range len(w) {
		c := w[i]
		if isUpper(c) {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	return words[string(low[:len(w)])]
}

// simple says whether w has ASCII letters alone.
func simple(w string) bool {
	for i := range len(w) {
		if !isLetter(w[i]) {
			return false
		}
	}
	return true
}

// cut cuts t[start:end] into runs of letters, numbers and marks.
func cut(out []lexeme, t string, start, end, token int) []lexeme {
	for i := start; i < end; {
		switch c := t[i]; {
		case isDigit(c):
			out = append(out, number(t, i, end, token))
		case isLetter(c):
			j := i + 1
			for j < end && isLetter(t[j]) {
				j++
			}
			out = append(out, lexeme{start: i, end: j, token: token, word: lookup(t[i:j]), num: -1, capital: isUpper(c)})
		case c < 0x80:
			out = append(out, lexeme{start: i, end: i + 1, token: token, num: -1, mark: c})
		default:
			out = append(out, wide(t, i, end, token))
		}
		i = out[len(out)-1].end
	}
	return out
}

// wide reads what is not ASCII: dashes and apostrophes as their plain forms,
// other runs of letters as one unknown word.
func wide(t string, i, end, token int) lexeme {
	for _, m := range wideMarks {
		if len(m.letters) <= end-i && t[i:i+len(m.letters)] == m.letters {
			return lexeme{start: i, end: i + len(m.letters), token: token, num: -1, mark: m.mark}
		}
	}
	j := i
	for j < end && t[j] >= 0x80 {
		j++
	}
	return lexeme{start: i, end: j, token: token, num: -1, mark: '?'}
}

var wideMarks = []struct {
	letters string
	mark    byte
}{{"–", '-'}, {"—", '-'}, {"‑", '-'}, {"’", '\''}, {"‘", '\''}, {"½", 'h'}, {"¼", 'q'}}

// number reads the digits at t[i], with the commas of thousands, and the
// letters that make an ordinal or a decade of them.
func number(t string, i, end, token int) lexeme {
	x := lexeme{start: i, token: token}
	j := i
	for j < end && isDigit(t[j]) {
		j++
	}
	x.digits = j - i
	x.num = value(t[i:j])
	for x.digits <= 3 || x.grouped {
		if j+4 > end || t[j] != ',' || !isDigit(t[j+1]) || !isDigit(t[j+2]) || !isDigit(t[j+3]) || j+4 < end && isDigit(t[j+4]) {
			break
		}
		x.num = min(x.num*1000+value(t[j+1:j+4]), tooLarge)
		x.grouped = true
		j += 4
	}
	if k := j + 2; k <= end && (k == end || !isLetter(t[k])) && !x.grouped {
		switch t[j:k] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			x.ordinal, j = true, k
		}
	}
	if j < end && t[j] == 's' && (j+1 == end || !isLetter(t[j+1])) {
		x.plural = true
		j++
	}
	x.end = j
	return x
}

// tooLarge stands for every number that no year, day or count reaches.
const tooLarge = 1_000_000_000

func value(digits string) int {
	n := 0
	for i := range len(digits) {
		n = min(10*n+int(digits[i]-'0'), tooLarge)
	}
	return n
}

func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
