package segment

import (
	"unicode/utf8"

	"onrecord/internal/text"
)

// Words appends the words of t[within] to dst, in order. It looks at nothing
// outside within. The time it takes grows with the length of within alone.
func Words(dst []text.Span, t string, within text.Span) []text.Span {
	c := cutter{t: t[:within.End], begin: within.Start, words: dst}
	c.run()
	return c.words
}

// cutter cuts t[begin:] into words. A chunk is what stands between spaces; it
// is cut from left to right, a mark or a word at a time.
type cutter struct {
	t     string
	begin int
	words []text.Span
	steps int // runes looked at outside the plain walk over the text
}

func (c *cutter) run() {
	t := c.t
	for i := c.begin; i < len(t); {
		j := i
		for j < len(t) && t[j] < utf8.RuneSelf && classes[t[j]] == letter {
			j++
		}
		if j > i && (j == len(t) || t[j] == ' ') { // most of any text: a plain word
			c.word(i, j)
			i = j + 1
			continue
		}
		open := false // may hold an address
		for j < len(t) {
			if b := t[j]; b < utf8.RuneSelf {
				if classes[b] == space {
					break
				}
				open = open || b == '@' || b == '#' || b == '/' || b == '.' && j+1 < len(t) && t[j+1] > ' '
				j++
				continue
			}
			r, n := utf8.DecodeRuneInString(t[j:])
			if isSpace(r) {
				break
			}
			j += n
		}
		if j == i {
			_, n := utf8.DecodeRuneInString(t[j:])
			i += n
			continue
		}
		c.chunk(i, j, open)
		i = j
	}
}

// add appends the word t[i:j].
func (c *cutter) add(i, j int) { c.words = append(c.words, text.Span{Start: i, End: j}) }

// chunk cuts t[i:j], which has no space in it.
func (c *cutter) chunk(i, j int, open bool) {
	begin := i
	fresh := true // behind no word
	for i < j {
		r, n := utf8.DecodeRuneInString(c.t[i:j])
		if isInvisible(r) {
			i += n
			continue
		}
		if open && fresh {
			if k := c.address(c.t[i:j], fresh && i > begin); k > 0 {
				c.add(i, i+k)
				i, fresh = i+k, false
				continue
			}
		}
		switch {
		case isIdeograph(r):
			c.add(i, i+n)
			i += n
		case isWord(r):
			k := i + c.extent(i, j)
			c.word(i, k)
			i = k + c.clitic(c.t[k:j])
			if i > k {
				c.add(k, i)
			}
			fresh = false
		default:
			k := i + c.mark(begin, i, j)
			c.add(i, k)
			i, fresh = k, true
		}
	}
}

// word adds the word t[i:j], its parts apart if it is several written as one.
func (c *cutter) word(i, j int) {
	if n := j - i; n <= longestFused && n > 1 {
		var buf [16]byte
		if low, ok := fold(&buf, c.t[i:j]); ok {
			if parts := words.fused[string(low)]; parts != nil && !(c.t[i:j] == "Ive" && c.before(i, isUpper)) && len(low) == n {
				for _, n := range parts {
					c.add(i, i+n)
					i += n
				}
				return
			}
		}
	}
	c.add(i, j)
}

// clitic is the length of the clitic at the start of s, which stands right
// behind a word: n't, 's, 're, 've, 'll, 'd, 'm; 0 if there is none.
func (c *cutter) clitic(s string) int {
	if s == "" {
		return 0
	}
	n := 0
	if s[0] == 'n' || s[0] == 'N' {
		n = 1
	}
	r, k := utf8.DecodeRuneInString(s[n:])
	if !isApostrophe(r) {
		return 0
	}
	if n == 1 {
		return n + k + 1
	}
	return clitic(s)
}

// clitic is the length of an apostrophe at the start of s with s, re, ve, ll,
// d or m behind it and no further letter; 0 if they are not there.
func clitic(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	if len(s) == n {
		return 0
	}
	k := n + 1
	switch s[n] | 0x20 {
	case 's', 'd', 'm':
	case 'r', 'v', 'l':
		if len(s) == k {
			return 0
		}
		second := byte('e')
		if s[n]|0x20 == 'l' {
			second = 'l'
		}
		if s[k]|0x20 != second {
			return 0
		}
		k++
	default:
		return 0
	}
	if len(s) > k && isWord(first(s[k:])) {
		return 0
	}
	return k
}
