// Package exporttest checks, for tests, what the formats of package export
// promise. It knows the formats alone, not how they are made.
package exporttest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Citations reads objects of the formats json, jsonl or layers and checks that
// each span in them with words has the words of the document's text. It returns
// how many objects and spans there are.
func Citations(r io.Reader) (objects, spans int, err error) {
	d := json.NewDecoder(r)
	for {
		var o map[string]any
		if err := d.Decode(&o); errors.Is(err, io.EOF) {
			return objects, spans, nil
		} else if err != nil {
			return objects, spans, err
		}
		objects++
		document, ok := o["document"].(map[string]any)
		if !ok || document["unit"] != "codepoint" {
			return objects, spans, fmt.Errorf("object %d has no document that counts code points", objects)
		}
		text, _ := document["text"].(string)
		n, err := below(o, []rune(text))
		spans += n
		if err != nil {
			return objects, spans, fmt.Errorf("object %d: %w", objects, err)
		}
	}
}

// below checks the spans in v.
func below(v any, text []rune) (n int, err error) {
	var parts []any
	switch v := v.(type) {
	case []any:
		parts = v
	case map[string]any:
		ok, err := cited(v, text)
		if err != nil {
			return n, err
		}
		if ok {
			n++
		}
		for _, x := range v {
			parts = append(parts, x)
		}
	}
	for _, x := range parts {
		m, err := below(x, text)
		n += m
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// cited says whether v is a span with words, and fails if they are not its own.
func cited(v map[string]any, text []rune) (bool, error) {
	start, ok1 := v["start"].(float64)
	end, ok2 := v["end"].(float64)
	if !ok1 || !ok2 {
		return false, nil
	}
	if start < 0 || end < start || int(end) > len(text) && len(text) > 0 {
		return false, fmt.Errorf("a span from %v to %v in a text of %d", start, end, len(text))
	}
	words, ok := v["text"].(string)
	if ok && string(text[int(start):int(end)]) != words {
		return false, fmt.Errorf("from %v to %v stands %q, shown is %q", start, end, string(text[int(start):int(end)]), words)
	}
	return ok, nil
}
