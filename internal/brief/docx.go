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
	called := map[int]bool{}
	for _, section := range b.Sections {
		s.WriteString(paragraph("Heading1", run(section.Title)))
		for _, l := range section.Lines {
			text := run(l.Text)
			for _, n := range l.Notes {
				text += call(n, called[n])
				called[n] = true
			}
			s.WriteString(paragraph("ListBullet", text))
		}
	}
	s.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return s.String()
}

// call calls footnote n. A footnote can be called once; where it is called
// again, a field repeats its number.
func call(n int, again bool) string {
	const style = `<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>`
	if !again {
		return fmt.Sprintf(`<w:bookmarkStart w:id="%[1]d" w:name="_note%[1]d"/><w:r>%[2]s<w:footnoteReference w:id="%[1]d"/></w:r><w:bookmarkEnd w:id="%[1]d"/>`, n, style)
	}
	return fmt.Sprintf(`<w:r>%[2]s<w:fldChar w:fldCharType="begin"/></w:r><w:r>%[2]s<w:instrText xml:space="preserve"> NOTEREF _note%[1]d \f \h </w:instrText></w:r><w:r>%[2]s<w:fldChar w:fldCharType="separate"/></w:r><w:r>%[2]s<w:t>%[1]d</w:t></w:r><w:r>%[2]s<w:fldChar w:fldCharType="end"/></w:r>`, n, style)
}

// docxNotes writes the footnotes, and the part with the links in them.
func docxNotes(b *Brief) (notes, links string) {
	var s strings.Builder
	var rels []string
	s.WriteString("<w:footnotes" + spaces + ">" +
		`<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
		`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	for i, f := range b.Footnotes {
		text := `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>` + run(" "+Quote(f.Words)+" ")
		source := run(f.Source())
		if link := f.Link(); link != "" {
			id := fmt.Sprintf("rId%d", len(rels)+1)
			rels = append(rels, strings.Replace(rel(id, relation+"hyperlink", link), "/>", ` TargetMode="External"/>`, 1))
			source = fmt.Sprintf(`<w:hyperlink r:id="%s">%s</w:hyperlink>`, id, styled("Hyperlink", or(f.Source(), "article")))
		}
		fmt.Fprintf(&s, `<w:footnote w:id="%d">%s</w:footnote>`, i+1, paragraph("FootnoteText", text+source+run(". "+f.Standing())))
	}
	s.WriteString("</w:footnotes>")
	return s.String(), relationships(rels...)
}

func paragraph(style, runs string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return "<w:p>" + style + runs + "</w:p>"
}

// run is text in the style of its paragraph.
func run(text string) string {
	return `<w:r><w:t xml:space="preserve">` + escapeXML(text) + "</w:t></w:r>"
}

func styled(style, text string) string {
	return `<w:r><w:rPr><w:rStyle w:val="` + style + `"/></w:rPr><w:t xml:space="preserve">` + escapeXML(text) + "</w:t></w:r>"
}

func relationships(rels ...string) string {
	return `<Relationships xmlns="` + packageType + `relationships">` + strings.Join(rels, "") + "</Relationships>"
}

func rel(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, id, kind, escapeXML(target))
}

func docxCore(b *Brief) string {
	return `<cp:coreProperties xmlns:cp="` + packageType + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
		escapeXML(b.Title+", "+b.Period) + "</dc:title><dc:language>en</dc:language></cp:coreProperties>"
}

// escapeXML makes text stand for itself in an element or an attribute; what XML
// has no place for becomes U+FFFD.
func escapeXML(text string) string {
	var s strings.Builder
	_ = xml.EscapeText(&s, []byte(text)) // a builder takes everything
	return s.String()
}
