package export

import (
	"bytes"
	"encoding/json"
)

// JSON returns v over several lines, for people; JSONLine returns it on one.
// Both end in a line break, and leave <, > and & as they are.
func JSON(v any) []byte { return encode(v, "  ") }

// JSONLine returns v on one line.
func JSONLine(v any) []byte { return encode(v, "") }

func encode(v any, indent string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		panic(err) // the shapes of this package hold nothing that JSON cannot
	}
	return b.Bytes()
}
