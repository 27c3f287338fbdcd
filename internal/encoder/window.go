package encoder

// Window is the longest window in pieces, as in training. Windows do not
// overlap: what a word's row lacks of its neighborhood beyond the window, the
// heads see in the rows there. Overlap was measured, see docs/accuracy.md.
const Window = 254

// maxPieces is the longest window with the two pieces around it.
const maxPieces = Window + 2

// Break says whether something ends before a word.
type Break uint8

// The breaks, the stronger the greater.
const (
	NoBreak Break = iota
	SentenceBreak
	ParagraphBreak
)

// window is a range of words.
type window struct{ First, End int }

// minWords is the fewest words that a sentence's end may cut off: below it the
// window is filled.
const minWords = 10

// windows cuts words, of lens pieces each, into windows of whole paragraphs,
// else of whole sentences, else of as many words as fit. They depend on the
// words alone. Work is linear: each word is looked at a bounded number of times.
//
// Three paragraphs of 100, 100 and 300 pieces give a window of the first two
// and two for the third.
func windows(dst []window, lens []uint8, breaks []Break) []window {
	for first := 0; first < len(lens); {
		end, pieces, paragraph, sentence := first, 0, -1, -1
		for end < len(lens) && pieces+int(lens[end]) <= Window {
			pieces += int(lens[end])
			end++
			if end < len(lens) && breaks[end] == ParagraphBreak {
				paragraph = end
			}
			if end < len(lens) && breaks[end] != NoBreak && end > first+minWords {
				sentence = end
			}
		}
		if end < len(lens) {
			if paragraph > 0 {
				end = paragraph
			} else if sentence > 0 {
				end = sentence
			}
		}
		dst = append(dst, window{first, end})
		first = end
	}
	return dst
}
