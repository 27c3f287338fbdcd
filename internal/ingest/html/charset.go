package html

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"onrecord/internal/document"
	"onrecord/internal/text"
)

// decode turns a page into UTF-8: as it is where it is valid, else by its byte
// order mark or the charset that it declares, else as Canonical does.
func decode(raw []byte) (string, []document.Problem) {
	if !utf8.Valid(raw) && !bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		if e, name, _ := charset.DetermineEncoding(raw, ""); declares(raw) && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
			if page, err := e.NewDecoder().Bytes(raw); err == nil && !bytes.ContainsRune(page, utf8.RuneError) {
				return string(page), nil
			}
			return string(bytes.ToValidUTF8(raw, []byte("\uFFFD"))), []document.Problem{{
				Code: document.InvalidUTF8, What: fmt.Sprintf("the page is not in %s, as it declares", name), Hint: "check the text for U+FFFD, or save the page again",
			}}
		}
	}
	page, problems := document.Canonical(raw)
	for i := range problems {
		problems[i].Span = text.Span{} // a place in the page is none in the text
	}
	return page, problems
}

// declares says whether the page names a charset where browsers look for it.
func declares(raw []byte) bool {
	return bytes.Contains(bytes.ToLower(raw[:min(len(raw), 1024)]), []byte("charset"))
}
