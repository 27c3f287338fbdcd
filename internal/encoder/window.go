package encoder

// Core and Context are the lengths in pieces of what a window is for and of
// what it is read with on each side. They are chosen on PolNeAR dev, see
// docs/accuracy.md.
const (
	Core    = 224
	Context = 16
)

// maxPieces is the longest window: a core and its contexts, which end between
// words, and the two pieces around them.
const maxPieces = Core + 2*Context + 2

// Break says whether something ends before a word.
type Break uint8

// The breaks, the stronger the greater.
const (
	NoBreak Break = iota
	SentenceBreak
	ParagraphBreak
)

// window is a range of words: rows come from First to End, and From to To is
// what the encoder reads.
type window struct{ From, First, End, To int }

// minCore is the fewest words that a sentence's end may cut off: below it the
// window is filled.
const minCore = 10

// windows cuts words, of lens pieces each, into cores of whole paragraphs, else
// of whole sentences, else of as many words as fit. They depend on the words
// alone. Work is linear: each word is looked at a bounded number of times.
//
// Three paragraphs of 100, 100 and 300 pieces give a window of the first two
// and two for the third.
func windows(dst []window, lens []uint8, breaks []Break) []window {
	for first := 0; first < len(lens); {
		end, pieces, paragraph, sentence := first, 0, -1, -1
		for end < len(lens) && pieces+int(lens[end]) <= Core {
			pieces += int(lens[end])
			end++
			if end < len(lens) && breaks[end] == ParagraphBreak {
				paragraph = end
			}
			if end < len(lens) && breaks[end] != NoBreak && end > first+minCore {
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
		w := window{From: first, First: first, End: end, To: end}
		for n := 0; w.From > 0 && n+int(lens[w.From-1]) <= Context; n += int(lens[w.From]) {
			w.From--
		}
		for n := 0; w.To < len(lens) && n+int(lens[w.To]) <= Context; w.To++ {
			n += int(lens[w.To])
		}
		dst = append(dst, w)
		first = end
	}
	return dst
}
