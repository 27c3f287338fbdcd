package document

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"onrecord/internal/text"
)

// windows1252 holds the characters of the bytes 0x80 to 0x9F; those above are
// as in Unicode. Zero where the encoding has none.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

func westernRune(b byte) rune {
	if b >= 0x80 && b < 0xA0 {
		return windows1252[b-0x80]
	}
	return rune(b)
}

// western says whether raw, which is no valid UTF-8, is plausible as
// windows-1252: every byte stands for a character, few of them are outside
// ASCII, and those are what Western news is written with, a letter beside a
// letter or a mark of punctuation. A text with more good UTF-8 sequences than
// stray bytes is damaged UTF-8 instead.
func western(raw []byte) bool {
	high, good, stray, odd := 0, 0, 0, 0
	for i := 0; i < len(raw); {
		b := raw[i]
		if b < utf8.RuneSelf {
			if b < 0x20 && b != 0 && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
				odd++
			}
			i++
			continue
		}
		if r, n := utf8.DecodeRune(raw[i:]); r != utf8.RuneError || n > 1 {
			good++
			i += n
			continue
		}
		high, stray = high+1, stray+1
		switch r := westernRune(b); {
		case r == 0:
			return false
		case b >= 0xC0 && b != 0xD7 && b != 0xF7 || strings.ContainsRune("ŠŒŽšœžŸƒªº", r):
			if !(i > 0 && letter(raw[i-1]) || i+1 < len(raw) && letter(raw[i+1])) {
				odd++
			}
		case !strings.ContainsRune("€‚„…†‡‰‹‘’“”•–—™›\u00a0¡£¥§©«\u00ad®°±²³´·»¼½¾¿×÷", r):
			odd++
		}
		i++
	}
	return good < stray && odd*20 <= stray && high*3 <= len(raw)
}

// letter says whether b is a letter of ASCII or may be one of windows-1252.
func letter(b byte) bool {
	return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0xC0
}

func fromWestern(raw []byte) (string, []Problem) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/16)
	high := count{}
	for _, c := range raw {
		r := westernRune(c)
		if c >= utf8.RuneSelf {
			high.add(b.Len(), b.Len()+utf8.RuneLen(r))
		}
		b.WriteRune(r)
	}
	return b.String(), []Problem{{
		Code: InvalidUTF8, What: fmt.Sprintf("no valid UTF-8; read as windows-1252 (%d characters outside ASCII)", high.n), Span: high.first,
		Hint: "check the words here; if they are wrong, convert the file to UTF-8",
	}}
}

// replaced puts U+FFFD in the place of each byte of raw that is no part of a
// character.
func replaced(raw []byte) (string, []Problem) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/16)
	bad, offset := count{}, 0
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			if bad.n == 0 {
				offset = i
			}
			bad.add(b.Len(), b.Len()+len("\uFFFD"))
		}
		b.WriteRune(r)
		i += n
	}
	return b.String(), []Problem{{
		Code: InvalidUTF8, What: fmt.Sprintf("%d bytes that are no UTF-8, replaced by U+FFFD; the first at byte %d", bad.n, offset),
		Span: text.Span{Start: bad.first.Start, End: bad.first.End}, Hint: "convert the file to UTF-8 and read it again",
	}}
}
