package quote

import (
	"strings"
	"unicode/utf8"

	"onrecord/internal/annotate"
)

// kind tells quotations apart that may stand in one another.
type kind uint8

const (
	none kind = iota
	double
	single
)

// way is what the form of a mark says of it.
type way uint8

const (
	either way = iota
	opening
	closing
)

// mark is a word that is a quotation mark or an apostrophe.
type mark struct {
	token  int
	kind   kind
	way    way
	before bool // stands as an opening mark does: a space before it, none behind
	behind bool // stands as a closing mark does: behind a word, and none follows
	weak   bool // behind a plural, within a clause: may be its apostrophe

	// What the single marks to the right are, up to the next that opens.
	closed bool // one of them closes
	firm   bool // one of them closes, and is no apostrophe
}

// form returns the kind and the way of the word w, none if it is no mark.
func form(w string) (kind, way) {
	switch w {
	case "\"", "''":
		return double, either
	case "“", "«", "„", "‟", "``", "‘’", "‘‘":
		return double, opening
	case "”", "»", "’’":
		return double, closing
	case "'":
		return single, either
	case "‘", "‚", "‹", "‛", "`":
		return single, opening
	case "’", "›":
		return single, closing
	}
	return none, either
}

// marks appends the marks among the words first to end to dst.
func marks(dst []mark, l *annotate.Layers, first, end int) []mark {
	for i := first; i < end; i++ {
		if w := l.Word(i); len(w) <= 6 && (w[0] < 'A' || w[0] >= utf8.RuneSelf || w[0] == '`') {
			if k, v := form(w); k != none && !isMeasure(l, first, i, k) {
				dst = append(dst, mark{token: i, kind: k, way: v})
			}
		}
	}
	stand(dst, l, first, end)
	look(dst)
	return dst
}

// isMeasure says whether the mark at word i counts minutes, feet or inches
// (6'2", 5' tall), or stands for a century (‘90s).
func isMeasure(l *annotate.Layers, first, i int, k kind) bool {
	if k == single && i+1 < len(l.Tokens) && glued(l, i+1) && isDigit(l.Word(i+1)) {
		if w := l.Word(i + 1); (len(w) == 2 || len(w) == 3 && w[2] == 's') && !(i > first && glued(l, i)) {
			return true
		}
	}
	if i == first || !glued(l, i) || !isDigit(l.Word(i-1)) {
		return false
	}
	if k == double {
		return i-2 > first && glued(l, i-1) && (l.Word(i-2) == "'" || l.Word(i-2) == "’")
	}
	return i+1 < len(l.Tokens) && glued(l, i+1) && isDigit(l.Word(i+1))
}

func isDigit(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// glued says whether nothing stands between word i and the one before it.
func glued(l *annotate.Layers, i int) bool { return l.Tokens[i-1].End == l.Tokens[i].Start }

// stand tells of each mark how it stands to its neighbours. Marks side by side
// stand alike.
func stand(m []mark, l *annotate.Layers, first, end int) {
	for k := range m {
		i := m[k].token
		switch {
		case i == first || !glued(l, i):
			m[k].before = true
		case k > 0 && m[k-1].token == i-1:
			m[k].before = m[k-1].before
		default:
			m[k].before = opens(l.Word(i - 1))
		}
	}
	for k := len(m) - 1; k >= 0; k-- {
		i := m[k].token
		switch {
		case i+1 == end || !glued(l, i+1):
			m[k].behind = true
		case k+1 < len(m) && m[k+1].token == i+1:
			m[k].behind = m[k+1].behind
		default:
			m[k].behind = closes(l.Word(i + 1))
		}
		if m[k].behind && i > first && glued(l, i) && i+1 < end && m[k].kind == single {
			w := l.Word(i - 1)
			m[k].weak = (w[len(w)-1] == 's' || w[len(w)-1] == 'S') && !glued(l, i+1)
		}
	}
	for k := range m {
		i := m[k].token
		before, behind := m[k].before, m[k].behind
		m[k].before = before && !behind
		m[k].behind = behind && !before && i > first
	}
}

// look tells of each single mark what those behind it are.
func look(m []mark) {
	closed, firm := false, false
	for k := len(m) - 1; k >= 0; k-- {
		if m[k].kind != single {
			continue
		}
		m[k].closed, m[k].firm = closed, firm
		switch {
		case m[k].behind:
			closed, firm = true, firm || !m[k].weak
		case m[k].before && m[k].way != closing:
			closed, firm = false, false
		}
	}
}

// opens holds for what may stand right before an opening mark.
func opens(w string) bool {
	r, _ := utf8.DecodeLastRuneInString(w)
	return strings.ContainsRune("([{-–—―/=<>:", r)
}

// closes holds for what may stand right behind a closing mark.
func closes(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return strings.ContainsRune(".,;:!?…)]}-–—―/<", r)
}
