package encoder

import (
	"testing"

	"pgregory.net/rapid"
)

func cutText(t interface{ Fatalf(string, ...any) }, lens []uint8, breaks []Break) []window {
	ws := windows(nil, lens, breaks)
	at := 0
	for _, w := range ws {
		if w.First != at || w.End <= w.First {
			t.Fatalf("window %+v does not go on at %d", w, at)
		}
		pieces := 0
		for _, n := range lens[w.First:w.End] {
			pieces += int(n)
		}
		if pieces > Window {
			t.Fatalf("window %+v has %d pieces", w, pieces)
		}
		at = w.End
	}
	if at != len(lens) {
		t.Fatalf("%d of %d words are in a window", at, len(lens))
	}
	return ws
}

func TestEachWordIsInOneWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lens := rapid.SliceOfN(rapid.Uint8Range(1, MaxPieces), 0, 1500).Draw(t, "lens")
		breaks := make([]Break, len(lens))
		for i := range breaks {
			switch rapid.IntRange(0, 40).Draw(t, "break") {
			case 0:
				breaks[i] = ParagraphBreak
			case 1, 2:
				breaks[i] = SentenceBreak
			}
		}
		ws := cutText(t, lens, breaks)
		// Work is linear: two windows in a row are more than half full, but for
		// the short sentence that may end one.
		if limit := 4 + 2*len(lens)*MaxPieces/minWords; len(ws) > limit {
			t.Fatalf("%d windows for %d words", len(ws), len(lens))
		}
	})
}

func TestWindowsEndAtParagraphs(t *testing.T) {
	lens := make([]uint8, 500)
	breaks := make([]Break, 500)
	for i := range lens {
		lens[i] = 1
	}
	breaks[0], breaks[100], breaks[200] = ParagraphBreak, ParagraphBreak, ParagraphBreak
	breaks[400] = SentenceBreak
	ws := cutText(t, lens, breaks)
	for i, want := range []int{200, 400, 500} {
		if i >= len(ws) || ws[i].End != want {
			t.Fatalf("windows %+v, want ends at 200, 400, 500", ws)
		}
	}
}
