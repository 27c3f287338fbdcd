package ingest

import (
	"bytes"

	"onrecord/internal/document"
)

// magic lists how files begin that are no text, and what they are.
var magic = []struct{ begin, what string }{
	{"%PDF-", "a PDF"},
	{"\x89PNG\r\n", "an image (PNG)"},
	{"\xFF\xD8\xFF", "an image (JPEG)"},
	{"GIF87a", "an image (GIF)"},
	{"GIF89a", "an image (GIF)"},
	{"II*\x00", "an image (TIFF)"},
	{"MM\x00*", "an image (TIFF)"},
	{"PK\x03\x04", "a ZIP archive, or a document of an office program"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x1f\x8b", "a compressed file in a compressed file"},
	{"BZh", "a compressed file (bzip2)"},
	{"\xFD7zXZ\x00", "a compressed file (xz)"},
	{"\x28\xB5\x2F\xFD", "a compressed file (zstd)"},
	{"7z\xBC\xAF\x27\x1C", "an archive (7z)"},
	{"Rar!\x1A\x07", "an archive (RAR)"},
	{"\x7FELF", "a program"},
	{"\xCF\xFA\xED\xFE", "a program"},
	{"\xCA\xFE\xBA\xBE", "a program"},
	{"\x00asm", "a program"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an office program"},
	{"SQLite format 3\x00", "a database (SQLite)"},
	{"PAR1", "a Parquet file"},
	{"OggS", "a sound or film"},
	{"ID3", "a sound (MP3)"},
	{"\x1A\x45\xDF\xA3", "a film"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"\x00\x00\x00\x18ftyp", "a film"},
	{"\x00\x00\x00\x1cftyp", "a film"},
	{"\x00\x00\x00\x20ftyp", "a film"},
	{`{\rtf`, "a rich text (RTF)"},
}

// kindOf says what head is the beginning of, if that is no text; "" if it is
// text.
func kindOf(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.begin)) && !(m.begin == "BZh" && letters(head)) && !(m.begin == "ID3" && letters(head)) {
			return m.what
		}
	}
	if bytes.HasPrefix(head, []byte("RIFF")) && len(head) > 12 && !letters(head) {
		return "an image, sound or film"
	}
	if len(head) > 262 && bytes.HasPrefix(head[257:], []byte("ustar")) {
		return "an archive (tar)"
	}
	if !letters(head) {
		return "a binary file"
	}
	return ""
}

// letters says whether head reads as text, perhaps a damaged one: hardly any
// control characters, once decoded.
func letters(head []byte) bool {
	t, problems := document.Canonical(head)
	controls, others, nul := 0, 0, bytes.Count(head, []byte{0})
	for _, p := range problems {
		if p.Code == document.UTF16 {
			nul = 0
		}
	}
	for _, r := range t {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\f' || r == 0x1B:
			others++
		case r < 0x20 || r == 0x7F:
			controls++
		case r == '\uFFFD':
			controls++
		default:
			others++
		}
	}
	return (controls+nul)*10 <= controls+nul+others
}
