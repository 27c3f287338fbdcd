package brief

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// The namespaces of a document's parts (ECMA-376, part 1).
const (
	spaces      = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relation    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageType = "http://schemas.openxmlformats.org/package/2006/"
)

// docxPart is a file of the package.
type docxPart struct{ name, text string }

// DOCX writes a brief as an Office Open XML document with footnotes of its own.
// Its bytes depend on the brief alone: no file in it has a date.
func DOCX(w io.Writer, b *Brief) error {
	z := zip.NewWriter(w)
	notes, links := docxNotes(b)
	parts := []docxPart{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", relationships(rel("rId1", relation+"officeDocument", "word/document.xml"), rel("rId2", packageType+"relationships/metadata/core-properties", "docProps/core.xml"))},
		{"docProps/core.xml", docxCore(b)},
		{"word/document.xml", docxDocument(b)},
		{"word/_rels/document.xml.rels", relationships(rel("rId1", relation+"styles", "styles.xml"), rel("rId2", relation+"footnotes", "footnotes.xml"), rel("rId3", relation+"numbering", "numbering.xml"), rel("rId4", relation+"settings", "settings.xml"))},
		{"word/styles.xml", docxStyles},
		{"word/numbering.xml", docxNumbering},
		{"word/settings.xml", docxSettings},
		{"word/footnotes.xml", notes},
		{"word/_rels/footnotes.xml.rels", links},
	}
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, xml.Header+p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

func docxDocument(b *Brief) string {
	var s strings.Builder
	s.WriteString("<w:document" + spaces + "><w:body>")
	s.WriteString(paragraph("Title", run(b.Title)) + paragraph("Subtitle", run(b.Period)) + paragraph("", run(b.Summary)))
	for _, section := range b.Sections {
		s.WriteString(paragraph("Heading1", run(section.Title)))
		for _, l := range section.Lines {
			text := run(l.Text)
			for _, n := range l.Notes {
				text += fmt.Sprintf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, 0)
				_ = n
			}
			s.WriteString(paragraph("ListBullet", text))
		}
	}
	s.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return s.String()
}
