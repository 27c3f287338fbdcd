package gold

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"onrecord/internal/text"
)

// Case is an input of the specifications of Recognizers-Text (Microsoft, MIT)
// with what has to be found in it.
type Case struct {
	Input     string
	Reference string // the point in time that counts as now, ISO; "" if none is given
	Results   []Result
}

// Result is one expression of a case.
type Result struct {
	Text string    // its letters, often in lower case
	Span text.Span // bytes of the input; empty where the letters are not in it
	Type string    // "daterange", "currency"; for dates without their "datetimeV2."
	// Values are its readings, the past one first; each names its fields as the
	// file does ("value", "unit", "timex", "start", "end", "Mod"). A field that
	// is null is left out, so that an empty map is a reading of no value.
	Values []map[string]string
}

// ReadRecognizer reads a file of the specifications, of a model or a parser.
func ReadRecognizer(path string) ([]Case, error) { return open(path, readRecognizer) }

// rawCase is a case as the files write it. Models give a Resolution and the
// offset of the last character, parsers a Value and the length.
type rawCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text           string
		Start          int
		TypeName, Type string
		Resolution     map[string]any
		Value          struct {
			Timex, Mod                       string
			PastResolution, FutureResolution map[string]any
		}
	}
}

func readRecognizer(name string, r io.Reader) ([]Case, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, place(name, 1, err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var raw []rawCase
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, place(name, lineOf(data, err), err)
	}
	out := make([]Case, len(raw))
	for i, c := range raw {
		out[i] = Case{Input: c.Input, Reference: c.Context.ReferenceDateTime}
		for _, r := range c.Results {
			one := Result{Text: r.Text, Span: find(c.Input, r.Text, r.Start), Type: strings.TrimPrefix(r.TypeName+r.Type, "datetimeV2.")}
			if r.Resolution != nil {
				one.Values = resolutions(r.Resolution)
			} else {
				one.Values = readings(r.Value.Timex, r.Value.Mod, r.Value.PastResolution, r.Value.FutureResolution)
			}
			out[i].Results = append(out[i].Results, one)
		}
	}
	return out, nil
}

// lineOf returns the line in which err found fault with data.
func lineOf(data []byte, err error) int {
	offset := int64(0)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
}

// resolutions returns the readings of a model: a list under "values", else the
// fields themselves.
func resolutions(fields map[string]any) []map[string]string {
	list, ok := fields["values"].([]any)
	if !ok {
		return []map[string]string{plain(fields)}
	}
	var out []map[string]string
	for _, v := range list {
		if m, ok := v.(map[string]any); ok {
			out = append(out, plain(m))
		}
	}
	return out
}

// readings returns the readings of a parser under the names of the models.
func readings(timex, mod string, times ...map[string]any) []map[string]string {
	var out []map[string]string
	for _, t := range times {
		m := plain(t)
		for from, to := range map[string]string{"startDate": "start", "endDate": "end", "date": "value", "duration": "value"} {
			if v, ok := m[from]; ok {
				m[to] = v
				delete(m, from)
			}
		}
		m["timex"] = timex
		if mod != "" {
			m["Mod"] = mod
		}
		out = append(out, m)
	}
	return out
}

// plain keeps what is a string or a number.
func plain(fields map[string]any) map[string]string {
	out := make(map[string]string, len(fields))
	for k, v := range fields {
		switch v := v.(type) {
		case string:
			out[k] = v
		case float64:
			out[k] = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return out
}

// find returns where in s the letters t stand, whatever their case: of several
// places the nearest to the character at.
func find(s, t string, at int) text.Span {
	if t == "" {
		return text.Span{}
	}
	best, distance, points := text.Span{}, -1, 0
	for i := range s {
		if i+len(t) > len(s) {
			break
		}
		if d := max(points-at, at-points); (distance < 0 || d < distance) && strings.EqualFold(s[i:i+len(t)], t) {
			best, distance = text.Span{Start: i, End: i + len(t)}, d
		}
		points++
	}
	return best
}
