package gold

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// Attribution is one annotated attribution. Spans count code points and are in
// order; each of the three may have gaps or be missing.
type Attribution struct{ Source, Cue, Content []text.Span }

// ReadBrat reads the attributions of one standoff file: T lines of Source, Cue
// and Content and E lines that tie them together. All other lines are passed
// over, among them those on which the words of a T line go on. An attribution
// with neither a cue nor a content is left out.
func ReadBrat(name string, r io.Reader) ([]Attribution, error) {
	spans := map[string][]text.Span{}
	type event struct {
		line  int
		parts string
	}
	var events []event
	err := lines(name, r, func(n int, line string) error {
		id, rest, ok := strings.Cut(line, "\t")
		switch {
		case !ok:
		case strings.HasPrefix(id, "T"):
			head, _, _ := strings.Cut(rest, "\t")
			_, offsets, _ := strings.Cut(head, " ")
			s, err := bratSpans(offsets)
			if err != nil {
				return err
			}
			spans[id] = s
		case strings.HasPrefix(id, "E"):
			events = append(events, event{n, rest})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []Attribution
	for _, e := range events {
		a, err := bratEvent(e.parts, spans)
		if err != nil {
			return nil, place(name, e.line, err)
		}
		if len(a.Cue)+len(a.Content) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

// bratEvent puts an attribution together from "Attribution:T4 Content:T3
// Cue:T2 Source:T1". A role may be numbered: Content2 is more of the content.
func bratEvent(parts string, spans map[string][]text.Span) (Attribution, error) {
	var a Attribution
	for _, part := range strings.Fields(parts) {
		role, id, _ := strings.Cut(part, ":")
		var to *[]text.Span
		switch strings.TrimRight(strings.ToLower(role), "0123456789") {
		case "source":
			to = &a.Source
		case "cue":
			to = &a.Cue
		case "content":
			to = &a.Content
		default:
			continue
		}
		s, ok := spans[id]
		if !ok {
			return a, fmt.Errorf("%s names %q, of which there is no T line", role, id)
		}
		*to = append(*to, s...)
	}
	for _, s := range [][]text.Span{a.Source, a.Cue, a.Content} {
		slices.SortFunc(s, text.Compare)
	}
	return a, nil
}

// bratSpans reads "3 9;12 20".
func bratSpans(offsets string) ([]text.Span, error) {
	var out []text.Span
	for p := range strings.SplitSeq(offsets, ";") {
		from, to, _ := strings.Cut(p, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || start < 0 || end < start {
			return nil, fmt.Errorf("offsets %q are not of the form \"start end;start end\"", offsets)
		}
		out = append(out, text.Span{Start: start, End: end})
	}
	return out, nil
}
